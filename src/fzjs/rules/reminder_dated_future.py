"""催办、答复的日期在今天以后

**查什么**　催办记录的“日期”，或“答复”的日期，在今天以后。

**为什么**　还没有到的日子不会催过，多半是打错了年份或月份。不到那一天，不算催过、答复过。

**错**

```yaml
日期: 2021-12-23     # 今天是 2021-03-02
```

**对**

```yaml
日期: 2021-02-23
```

**怎么改**　改成真催的那一天；还没有催的，不要先记。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each reminder, and each answer, of a day to come."""
    today = assessment.today
    for reminder in assessment.repository.reminders:
        for key, what, day in (
            ("日期", "催办", reminder.date),
            ("答复", "答复", reminder.answered),
        ):
            if day and day > today:
                message = f"{what}的日期 {day} 在今天（{today}）以后"
                yield Found(reminder.places[key], message, "改成真有这件事的那一天")
