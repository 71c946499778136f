"""指标的内容待补

**查什么**　指标的“内容”还是“（待补）”或“（待填）”。

**为什么**　缺了原文的一项占着编号，却没有要求；照着它报不出材料，也评不了。

**错**

```yaml
- {编号: 50, 来源: 国家, 内容: （待补）}
```

**对**

```yaml
- 编号: 50
  来源: 国家
  内容: 建立行政执法案例指导制度。
  责任科室: [法制仲裁科]
  测评方法: [材料查证]
```

**怎么改**　查指标体系的原文，照抄进“内容”，再补上责任科室和要报的资料。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import indicators

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_BLANK = frozenset({"待补", "待填"})


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each indicator whose words are still to be filled in."""
    for row in indicators(assessment):
        if row.record.text.strip("（）() 。") in _BLANK:
            message = f"第{row.item.number}项的内容还没有补"
            yield Found(row.at("内容"), message, "照指标体系的原文写，再补责任科室和资料")
