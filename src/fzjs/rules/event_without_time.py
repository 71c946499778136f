"""按小时的限没有写时间

**查什么**　“事件”的限按小时算，起或止只写了日期。

**为什么**　5小时、24小时从几点几分算起，差一点就差一天。（附件2 82：“最迟在事件发生后5小时内发布
权威信息，在24小时内举行新闻发布会”）没有时间的不计入日历。

**错**

```yaml
事件: [{事项: 某突发事件发布信息, 限: ≤5小时, 出处: 附件2 82, 起: 2021-03-01}]
```

**对**

```yaml
事件: [{事项: 某突发事件发布信息, 限: ≤5小时, 出处: 附件2 82, 起: 2021-03-01 09:30}]
```

**怎么改**　日期后面空一格写时间，24小时制，两位：`2021-03-01 09:30`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.limits import limits
from fzjs.assess.measure import HOUR
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each beginning and end that a limit in hours needs the time of."""
    for event in assessment.repository.agenda.events:
        found = limits(event, assessment.catalogue)
        if not any(each.measure.unit == HOUR for each in found):
            continue
        ends = ((event.start, event.start_place, "起"), (event.end, event.end_place, "止"))
        for moment, place, key in ends:
            if moment and not moment.time:
                message = f"“{event.name}”的限按小时算，{key}没有写几点几分"
                yield Found(place, message, f"写成 {key}: {moment.day} 09:30")
