"""测评方法有网络检索而没有写要不要网络检索材料

**查什么**　指标的测评方法里有网络检索，资料却没有注明“同时提供网络检索佐证材料”，也没有口径。

**为什么**　原表 39 项就是这样。附件1 二.2 要求“提供相关网络检索材料的检索目录”；到底要不要另附，
要有人定。

**错**

```yaml
- 编号: 39
  测评方法: [网络检索, 材料查证]
  上报资料: […]
```

**对**

```yaml
- 编号: 39
  测评方法: [网络检索, 材料查证]
  网络检索: 另附
  上报资料: […]
```

**怎么改**　要另附的写 `网络检索: 另附`；某项资料就是它的，写那项的代号；没定的在“口径”里写上问
题。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.owe import WEB
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import indicators

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each row with the method 网络检索 and no word on web evidence anywhere."""
    campaign = assessment.repository.campaign
    ruled = {s.partition("/")[0] for ruling in campaign.rulings for s in ruling.subjects}
    owed = {met.due.indicator for met in assessment.met if met.due.web}
    for row in indicators(assessment):
        item = row.item
        shares = assessment.catalogue.rows[item.key].shares
        listed = {campaign.methods.get(name, name) for name in item.methods}
        by_method = {campaign.methods.get(m.method, m.method) for m in item.materials}
        if (
            WEB not in listed - by_method
            or owed & {item.key, shares}
            or ruled & {item.key, f"{item.key}-{WEB}"}
        ):
            continue
        message = f"第{item.number}项的方法有网络检索，没有写要不要网络检索材料"
        hint = f"要的写 网络检索: 另附；没定的在“口径”里写一条 对象: [{item.number}]"
        yield Found(row.at("测评方法"), message, hint)
