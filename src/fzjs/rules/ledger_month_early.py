"""台账的月份在创建开始以前

**查什么**　台账文件名的月份，在第一个 `阶段` 的 `起` 那个月以前；没有写 `起` 的，年份
在 `窗口` 以前。

**为什么**　文件名是报送的月份（附件3：“工作台账随同上报材料每月1日前一并提交”），创建以前没有台账要
交，多半是年份写错了。这样的台账不算从那个月开始交。

**错**

```text
创建从 2020-12-28 开始：evidence/法制仲裁科/台账/2012-02.yaml
```

**对**

```text
evidence/法制仲裁科/台账/2021-02.yaml
```

**怎么改**　改名为报送的月份；`阶段` 的 `起` 写晚了的，改 fzjs.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.duration import begins
from fzjs.assess.handing import is_month
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 工作台账 of a month before the campaign, or before its window."""
    campaign = assessment.catalogue.campaign
    start, stated = begins(campaign, assessment.today)
    first = f"{start:%Y-%m}" if stated else f"{campaign.window[0]}-01"
    why = f"创建从 {start} 开始" if stated else f"窗口从 {campaign.window[0]} 年开始"
    for ledger in assessment.repository.ledgers:
        if is_month(ledger.month) and ledger.month < first:
            guess = f"{ledger.filled:%Y-%m}"
            message = f"{ledger.month} 的台账，{why}"
            yield Found(ledger.place, message, f"改名为报送的月份，如 {guess}.yaml")
