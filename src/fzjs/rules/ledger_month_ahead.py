"""台账的月份还没有到

**查什么**　台账文件名的月份，比现在该交的那个月还晚。3月1日交了 2021-03 以后，该交的是 2021-04；
写成2021-05 的就早了。

**为什么**　文件名是报送的月份，写的是它前一个月的进度：“上月具体完成情况”（附件3）。还没有过的月
份没有进度可写，多半是月份写错了。这样的台账不算交了，也不拿来和材料核对。

**错**

```text
今天 2021-03-02：evidence/法制仲裁科/台账/2021-05.yaml
```

**对**

```text
evidence/法制仲裁科/台账/2021-04.yaml
```

**怎么改**　改名为该交的月份；确实写早了的，删去，到时用 `fzjs ledger new` 预填。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import is_month, turn
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 工作台账 of a month whose turn has not come."""
    now = turn(assessment.catalogue.campaign, assessment.today)
    for ledger in assessment.repository.ledgers:
        if is_month(ledger.month) and ledger.month > now.month:
            message = f"{ledger.month} 还没有轮到，现在该交的是 {now.month}"
            yield Found(ledger.place, message, f"改名为 {now.month}.yaml；写早了的，删去")
