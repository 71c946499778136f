"""日程的日期在今天以后

**查什么**　“办理”的日期、“事件”的起或止在今天（`基准日`）以后。

**为什么**　还没有到的日子不会已经办了，多半打错了年份或月份。不到那一天，办理不算，事件不计，止当
作没有办结。要办而还没有到的事，日历自己会列，不用预先记。

**错**

```yaml
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-12-01}]     # 今天是 2021-03-02
```

**对**

```yaml
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}]
```

**怎么改**　改成真正的日子；还没有办的，删去这一行。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each day of 日程 that has not come."""
    today, agenda = assessment.today, assessment.repository.agenda
    dated = [
        *((f"“{d.duty}”的办理日期", d.date, d.place) for d in agenda.done),
        *((f"“{e.name}”的起", e.start.day, e.start_place) for e in agenda.events),
        *((f"“{e.name}”的止", e.end.day, e.end_place) for e in agenda.events if e.end),
    ]
    for what, day, place in dated:
        if day > today:
            hint = "改成真正的日子；还没有办的，删去"
            yield Found(place, f"{what} {day} 在今天（{today}）以后", hint)
