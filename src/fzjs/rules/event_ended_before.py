"""事件的止早于起

**查什么**　“事件”的止在起以前；两个都写了时间的，比到分钟。

**为什么**　没有办就办结了，一定有一个打错了；程序算不出用了几天。

**错**

```yaml
事件: [{事项: 某办法合法性审核, 指标: 31, 项目: 合法性审核时间, 起: 2021-02-22, 止: 2021-02-02}]
```

**对**

```yaml
事件: [{事项: 某办法合法性审核, 指标: 31, 项目: 合法性审核时间, 起: 2021-02-02, 止: 2021-02-22}]
```

**怎么改**　照登记簿改起或止。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.limits import reversed_
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each event that ended before it began."""
    for event in assessment.repository.agenda.events:
        if reversed_(event.start, event.end):
            message = f"“{event.name}”的止 {event.end} 早于起 {event.start}"
            yield Found(event.end_place, message, "照登记簿改起或止")
