"""答复早于催办

**查什么**　催办记录“答复”的日期早于催办的“日期”。

**为什么**　先催后答。日期反了，多半是把上一次的答复记到了这一次。

**错**

```yaml
日期: 2021-02-23
答复: {日期: 2021-02-20, 意见: 按期}
```

**对**

```yaml
日期: 2021-02-23
答复: {日期: 2021-02-25, 意见: 按期}
```

**怎么改**　改对日期；是上一次的答复，移到上一次的文件里。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each answer that is older than what it answers."""
    for reminder in assessment.repository.reminders:
        if reminder.answered and reminder.answered < reminder.date:
            message = f"答复 {reminder.answered} 早于催办 {reminder.date}"
            hint = "改对日期；是上一次的答复，移到上一次的文件里"
            yield Found(reminder.places["答复"], message, hint)
