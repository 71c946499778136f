"""反弹没有写新的时限，时限早已过了

**查什么**　“处理”里的“反弹”没有写“至”，而那天已经过了时限。以后又写了“至”、又销了号的不查。

**为什么**　附件2 （13）：“逐项整改销号”。反弹以后科室要重新整改，没有新的时限，当天就算逾期。

**错**

```yaml
时限: 2021-02-20
处理:
- {日期: 2021-02-19, 结果: 验收, 验收人: 张某丙}
- {日期: 2021-03-01, 结果: 反弹, 验收人: 张某丙, 说明: 又缺章}
```

**对**

```yaml
- {日期: 2021-03-01, 结果: 反弹, 至: 2021-03-20, 验收人: 张某丙, 说明: 又缺章}
```

**怎么改**　还没有提交的，在反弹里加上“至”；提交过的不改，另记一次延期：
`fzjs problem extend 编号 --by 谁 --until 新的时限`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield the last 反弹 of an open problem where it came after the deadline, with no new one."""
    for each in assessment.followed:
        problem, back = each.problem, [s for s in each.steps if s.result == "反弹"]
        if each.is_open and back and problem.due < back[-1].date:
            message = (
                f"问题 {problem.id} {back[-1].date} 反弹，时限 {problem.due} 已过，没有新的时限"
            )
            hint = "在反弹里加上 至: 2021-03-20；提交过的，用 fzjs problem extend 另记一次延期"
            yield Found(back[-1].place, message, hint)
