"""催办的次数、日期先后不对

**查什么**　一个科室的催办，“次”不是从 1 起一次一次数的，或次数大的日期反而早。

**为什么**　催办单上写着“第2次”，通报时要说催过几次。次数错了，和发出去的单子对不上。

**错**

```yaml
科室: 法制仲裁科
次: 3           # 第2次没有记
日期: 2021-02-23
```

**对**

```yaml
科室: 法制仲裁科
次: 2
日期: 2021-02-23
```

**怎么改**　补记漏了的一次，改对次数或日期。用 `fzjs remind 科室` 记的，次数由程序数。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Reminder
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each reminder that is not the one after the last of its office."""
    by_office: defaultdict[str, list[Reminder]] = defaultdict(list)
    for reminder in assessment.repository.reminders:
        by_office[assessment.catalogue.office(reminder.office) or reminder.office].append(reminder)
    for office, found in by_office.items():
        found.sort(key=lambda each: (each.times, each.date))
        for place, reminder in enumerate(found):
            if reminder.times != place + 1:
                message = f"{office}的催办，第{place + 1}次写成了第{reminder.times}次"
                yield Found(reminder.places["次"], message, "补记漏了的一次，或改对次数")
                break
            if place and reminder.date < found[place - 1].date:
                message = f"第{reminder.times}次 {reminder.date} 早于上一次 {found[place - 1].date}"
                yield Found(reminder.places["日期"], message, "改对日期或次数")
