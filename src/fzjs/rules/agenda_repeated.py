"""日程记了两次

**查什么**　同一个科室（或创建办）对同一任务、同一期记了两次办理；或者同一事项、同一天起、同一个限
的事件记了两次。

**为什么**　办了一次只记一次。两条日期不同，就不知道是哪天办的；事件记了两次，一条办结了，另一条还
在报超期。

**错**

```yaml
办理:
- {任务: 季度点评, 期: 2020-4季度, 日期: 2020-12-30}
- {任务: 季度点评, 期: 2020-4季度, 日期: 2021-01-05}
```

**对**

```yaml
办理:
- {任务: 季度点评, 期: 2020-4季度, 日期: 2020-12-30}
```

**怎么改**　留一条，另一条删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each record of 日程 that says the same as one before it."""
    agenda, first = assessment.repository.agenda, dict[tuple[object, ...], Location]()
    records: list[tuple[tuple[object, ...], str, Location]] = [
        ((d.duty, d.term, d.office), f"“{d.duty}”{d.term}的办理", d.place) for d in agenda.done
    ]
    records += [
        ((e.name, e.start.day, e.item, e.limit, e.office), f"“{e.name}”{e.start}起的事件", e.place)
        for e in agenda.events
    ]
    for key, what, place in records:
        if key in first:
            yield Found(place, f"{what}记了两次", "留一条", ((first[key], "先记的在这里"),))
        first.setdefault(key, place)
