"""口径未定

**查什么**　“口径”里的问题还没有写齐读法、依据和决定。对象全标了“旧体系”的，换版以后
用不着定，不报。

**为什么**　原文说不清的地方由人定，不由程序定；没定之前按欠得多的一种算。

**错**

```yaml
- {编号: K1, 对象: ["32"], 问题: 31-2乙能否证明本项？}
```

**对**

```yaml
- 编号: K1
  对象: ["32"]
  问题: 31-2乙能否证明本项？
  读法: 能
  依据: 2021-02-20 创建办会议纪要
  决定: {人: 张某丙, 日期: 2021-02-20}
```

**怎么改**　请有权的人定下来，补上 读法、依据、决定；还要照读法改指标（责任科室、资料、不需上报），
程序只照指标算，不读“读法”里的话。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each ruling that is not settled; the message is its question."""
    for ruling in assessment.catalogue.campaign.rulings:
        if ruling.is_open:
            hint = (
                "定了以后写 读法、依据、决定，还要照读法改指标（责任科室、资料、不需上报）；"
                "未定时按欠得多的一种算"
            )
            yield Found(ruling.place, f"口径 {ruling.number} 未定：{ruling.question}", hint)
