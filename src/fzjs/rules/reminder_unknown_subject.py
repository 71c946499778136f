"""催办的对象不存在

**查什么**　催办记录的“对象”在指标体系里找不到，或没有那个年度的应报件。

**为什么**　对象写错，催过的件还欠不欠就看不出来。指标换版以后，旧的催办会这样，可以留着。

**错**

```yaml
对象: [31-9/2018]
```

**对**

```yaml
对象: [31-2甲/2018]
```

**怎么改**　写 31、31-2甲 或 31-2甲/2020；用 `fzjs todo` 可以看到应报件的写法。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.campaign_unknown_subject import wrong

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each reminder of something that nobody owes."""
    for reminder in assessment.repository.reminders:
        for subject in reminder.subjects:
            fault = wrong(subject, assessment)
            if fault:
                yield Found(reminder.places["对象"], f"“{subject}”：{fault[0]}", fault[1])
