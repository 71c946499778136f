"""问题针对的东西不存在

**查什么**　检查记录里，问题的“条目”“资料”或“指标”找不到。

**为什么**　对不上，问题就挂不到材料上：材料照样算齐，问题没有人改。

**错**

```yaml
条目: 法制仲裁科/2020-合法性审查
```

**对**

```yaml
条目: 法制仲裁科/2020-合法性审核
```

**怎么改**　条目写“科室/文件名”（不带 .yaml），资料写 31-2甲，指标写 31。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.nearest import nearest
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each problem about an entry, material or indicator that is not there."""
    catalogue = assessment.catalogue
    known = entry_names(assessment)
    for problem in assessment.repository.problems:
        head = problem.subject.partition("/")[0]
        if problem.subject in known or head in catalogue.rows or catalogue.owes(head):
            continue
        guess = nearest(problem.subject, (*known, *catalogue.claimable))
        hint = (
            f"是不是“{catalogue.label(guess)}”？" if guess else "条目写 科室/文件名，资料写 31-2甲"
        )
        yield Found(problem.place, f"问题针对的“{problem.subject}”不存在", hint)
