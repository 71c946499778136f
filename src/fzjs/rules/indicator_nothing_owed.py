"""指标不欠任何材料

**查什么**　指标没有资料、没有方法、不沿用别的资料，或资料的年度都在窗口以外。

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

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each indicator that owes nothing and shares nothing."""
    owed = {met.due.indicator for met in assessment.met}
    for key, row in assessment.catalogue.rows.items():
        if key not in owed and not row.shares:
            hint = "补上 上报资料、测评方法，或 沿用: {资料: 编号}"
            yield Found(row.indicator.place, f"第{row.indicator.number}项不欠任何材料", hint)
