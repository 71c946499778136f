"""同一步骤写了两次

**查什么**　一份申报里，“步骤”有两条名称相同。

**为什么**　一步只有一个结果；写了两条，不知道哪条算数。没有通过、下一次再申报的，另起一份申报文
件。

**错**

```yaml
步骤:
- {名称: 实地核查, 日期: 2021-01-20, 结果: 办理中}
- {名称: 实地核查, 日期: 2021-02-01, 结果: 通过}
```

**对**

```yaml
步骤:
- {名称: 实地核查, 日期: 2021-02-01, 结果: 通过}
```

**怎么改**　合成一条；用 `fzjs declare step 实地核查 …` 会改原来的那条。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each step of an application that has been recorded before."""
    for declaration in assessment.repository.declarations:
        first: dict[str, Location] = {}
        for step in declaration.steps:
            if step.name in first:
                related = ((first[step.name], "前一条"),)
                hint = "合成一条；再次申报的，另起一份申报文件"
                yield Found(step.place, f"“{step.name}”写了两次", hint, related)
            first.setdefault(step.name, step.place)
