"""申请销号的日期不对

**查什么**　整改的“申请销号”在今天以后，或早于检查日期。

**为什么**　还没有到的日子没有申请过，先检查才有问题可销。日期不对，申请不算数，督导组也看不出该不
该验收。

**错**

```yaml
申请销号: 2021-12-18       # 今天是 2021-03-02
```

**对**

```yaml
申请销号: 2021-03-01
```

**怎么改**　改成申请的那一天；还没有申请的，删去“申请销号”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 申请销号 of a day to come, or before the inspection."""
    found = {problem.id: problem.found for problem in assessment.repository.problems}
    hint = "改成申请的那一天；还没有申请的，删去“申请销号”"
    for each in assessment.repository.rectifications:
        day, since = each.applied, found.get(each.problem)
        if day and day > assessment.today:
            message = f"申请销号 {day} 在今天（{assessment.today}）以后"
            yield Found(each.applied_place, message, hint)
        elif day and since and day < since:
            yield Found(each.applied_place, f"申请销号 {day} 早于检查 {since}", hint)
