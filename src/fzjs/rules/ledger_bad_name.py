"""台账的文件名不对

**查什么**　台账文件名不是“年-月”，如 2021-03.yaml。

**为什么**　文件名就是报送的月份：“工作台账随同上报材料每月1日前一并提交”（附件3）。名字不对，不
知道是哪个月的。

**错**

```text
evidence/法制仲裁科/台账/3月台账.yaml
```

**对**

```text
evidence/法制仲裁科/台账/2021-03.yaml
```

**怎么改**　改名为 四位年-两位月.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import is_month
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 工作台账 whose file is not named by its month."""
    for ledger in assessment.repository.ledgers:
        if not is_month(ledger.month):
            message = f"台账文件名“{ledger.month}”不是月份"
            yield Found(ledger.place, message, "改名为报送的月份，如 2021-03.yaml")
