"""指标不欠任何材料

**查什么**　指标没有资料、没有方法、不沿用别的资料，或资料的年度都在窗口以外。一个文件里有几项的，
合成一条，指在头一项。

**为什么**　不欠材料的指标永远不会“齐备”，也没有人会去办。（附件1 二.5：“三级考核指标所列事项应
当全面提供相关资料”）

**错**

```yaml
- 编号: 46
  内容: …
  责任科室: [办公室]
```

**对**

```yaml
- 编号: 46
  内容: …
  责任科室: [办公室]
  测评方法: [材料查证]
```

**怎么改**　补上 上报资料；资料格空白的补上 测评方法 或 `沿用: {资料: …}`。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Indicator
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_NAMED = 5


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, for each file, the indicators that owe nothing and share nothing."""
    owed = {met.due.indicator for met in assessment.met}
    by_file: defaultdict[str, list[Indicator]] = defaultdict(list)
    for key, row in assessment.catalogue.rows.items():
        if key not in owed and not row.shares:
            by_file[row.indicator.place.file].append(row.indicator)
    for items in by_file.values():
        named = "、".join(item.number for item in items[:_NAMED])
        more = f"等{len(items)}" if len(items) > _NAMED else ""
        hint = "补上 上报资料、测评方法，或 沿用: {资料: 编号}"
        yield Found(items[0].place, f"第{named}{more}项不欠任何材料", hint)
