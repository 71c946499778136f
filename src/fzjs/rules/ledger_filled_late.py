"""台账交晚了

**查什么**　台账的填表日期晚于那个月的期限。

**为什么**　附件3：“工作台账随同上报材料每月1日前一并提交”。当天算按时；遇节假日的，提前到前一个工
作日。只提示：晚了也要交，交了就算。

**错**

```yaml
# evidence/法制仲裁科/台账/2021-03.yaml
填表日期: 2021-03-05
```

**对**

```yaml
填表日期: 2021-02-26
```

**怎么改**　照实写，不改日期；下个月按时交。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import handing, is_month
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each ledger that was handed in after its day."""
    for ledger in assessment.repository.ledgers:
        if ledger.draft or not is_month(ledger.month):
            continue
        due = handing(assessment.catalogue.campaign, ledger.month).due
        if due and due < ledger.filled <= assessment.today:
            days = (ledger.filled - due).days
            message = f"{ledger.month} 的台账应在 {due} 以前交，{ledger.filled} 才填，晚了{days}天"
            yield Found(ledger.filled_place, message, "照实写，不改日期；下个月按时交")
