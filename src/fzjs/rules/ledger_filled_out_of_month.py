"""台账的填表日期和月份不合

**查什么**　填表日期在今天以后，或者比报送的月份早一个多月：2021-03 的台账，填表日期早于
2021-02-01。

**为什么**　2021-03 交的是 2 月的进度，1 月里写不出来。多半是抄上个月的文件，忘了改日期。填表日期
还用来看台账交晚没有、上次填表以来变了什么。

**错**

```yaml
# evidence/法制仲裁科/台账/2021-03.yaml
填表日期: 2021-01-29
```

**对**

```yaml
填表日期: 2021-02-26
```

**怎么改**　写填这份台账的那一天；`fzjs ledger submit` 会写上当天。文件名错了的，改文件名。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import is_month, moved
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each ledger filled in on a day to come, or before the month that it speaks of."""
    for ledger in assessment.repository.ledgers:
        if not is_month(ledger.month):
            continue
        first = datetime.date.fromisoformat(f"{moved(ledger.month, -1)}-01")
        why = ""
        if ledger.filled > assessment.today:
            why = f"还没有到，今天是 {assessment.today}"
        elif ledger.filled < first:
            why = f"早于 {first}，写不出 {ledger.month} 要报的上月情况"
        if why:
            message = f"填表日期 {ledger.filled} {why}"
            yield Found(ledger.filled_place, message, "写填这份台账的那一天；月份错了的，改文件名")
