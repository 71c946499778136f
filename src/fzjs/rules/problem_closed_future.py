"""验收日期在今天以后

**查什么**　问题“处理”的最后一次是“验收”，日期在今天以后。

**为什么**　还没有到的日子不会有验收，多半是打错了年份或月份。不到那一天，问题照算没有销号，条目照算
打开。（附件2 （13）：“对标对表，逐项整改销号”）

**错**

```yaml
处理: [{日期: 2021-12-01, 结果: 验收, 验收人: 张某丙}]     # 今天是 2021-03-02
```

**对**

```yaml
处理: [{日期: 2021-03-01, 结果: 验收, 验收人: 张某丙}]
```

**怎么改**　改成验收的那一天；还没有验收的，删去这一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each problem that is closed on a day to come."""
    today = assessment.today
    for problem in assessment.repository.problems:
        if problem.accepted and problem.accepted > today:
            message = f"问题 {problem.id} 的验收日期 {problem.accepted} 在今天（{today}）以后"
            yield Found(problem.place, message, "改成验收的那一天；还没有验收的，删去这一次处理")
