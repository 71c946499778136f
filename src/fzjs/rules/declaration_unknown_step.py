"""申报的步骤方案里没有

**查什么**　申报文件“步骤”的名称不在 `fzjs.yaml` 的“阶段”里，或在第一个名称带“申报”的阶段之
前。

**为什么**　步骤的先后照方案定（鹤法办发〔2019〕9号三：自愿申报、第三方评估……典型推广）。名称对
不上，就排不出先后，也不知道下一步是什么。

**错**

```yaml
步骤: [{名称: 实地检查, 日期: 2021-02-01, 结果: 通过}]
```

**对**

```yaml
步骤: [{名称: 实地核查, 日期: 2021-02-01, 结果: 通过}]
```

**怎么改**　照“阶段”的名称写；方案确有这一步的，先加进“阶段”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import step_names
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each step that the plan does not have."""
    known = step_names(assessment.catalogue.campaign)
    for declaration in assessment.repository.declarations:
        for step in declaration.steps:
            if step.name not in known:
                guess = nearest(step.name, known)
                steps = "、".join(known) or "一步也没有，先写进 fzjs.yaml 的“阶段”"
                hint = f"是不是“{guess}”？" if guess else f"方案的步骤：{steps}"
                yield Found(step.place, f"方案没有“{step.name}”这一步", hint)
