"""申报里的日期在今天以后

**查什么**　申报文件里的步骤、评估、测评、命名、年度报告、回访、排查，日期在今天以后。

**为什么**　还没有到的日子不会有结果，多半是打错了年份或月份。不到那一天，那一条不算数。

**错**

```yaml
步骤: [{名称: 自愿申报, 日期: 2031-02-10, 结果: 通过}]     # 今天是 2021-03-02
```

**对**

```yaml
步骤: [{名称: 自愿申报, 日期: 2021-02-10, 结果: 通过}]
```

**怎么改**　改成真有结果的那一天；还没有到的，先不写。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Declaration
from fzjs.facts.declare import Evaluation, Step, Survey, Yearly
from fzjs.facts.plan import Date
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each date of an application that is still to come."""
    today = assessment.today
    for declaration in assessment.repository.declarations:
        for place, day in _days(declaration):
            if day > today:
                message = f"{day} 在今天（{today}）以后"
                yield Found(place, message, "改成真有结果的那一天；还没有到的，先不写")


def _days(declaration: Declaration) -> Iterator[tuple[Location, Date]]:
    dated: Iterator[Step | Evaluation | Survey | Yearly] = chain(
        declaration.steps,
        declaration.evaluations,
        declaration.surveys,
        declaration.annual,
        declaration.revisits,
        declaration.grounds,
    )
    yield from ((each.place, each.date) for each in dated)
    if declaration.naming:
        yield declaration.naming.place, declaration.naming.date
