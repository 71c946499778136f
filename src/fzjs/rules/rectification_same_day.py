"""申请销号与退回、反弹是同一天，不算

**查什么**　没有销号的问题，整改的“申请销号”和最后一次退回、反弹是同一天。

**为什么**　附件2 （13）：“逐项整改销号”。日期分不出上午下午：当天申请又退回的这样写，退回以后又在
当天申请的也这样写。程序只当是退回以前的，问题仍是退回或反弹，督导组不知道有申请等着验收。

**错**

```yaml
# 2021-03-01 退回
申请销号: 2021-03-01
```

**对**

```yaml
申请销号: 2021-03-02
```

**怎么改**　退回以后又申请的，写成以后的一天；还没有再申请的，不用改，改好了再申请。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 申请销号 of the day on which the open problem was returned, or came back."""
    for each in assessment.followed:
        for answer in each.answers if each.is_open else ():
            if answer.applied == each.since:
                last = [s.result for s in each.steps if s.date == each.since][-1]
                message = f"申请销号 {answer.applied} 和{last}是同一天，不算再申请"
                hint = f"{last}以后又申请的，写成以后的一天；还没有再申请的不用改"
                yield Found(answer.applied_place, message, hint)
