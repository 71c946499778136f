"""减分项没有责任科室，也没有口径

**查什么**　减分项没有责任科室，“口径”里也没有提到它。

**为什么**　减分项要报无此情形的材料；原表的责任格写的是“如有所列情形发生，依法依规依纪追究相关
单位责任”，由谁报要有人定，定之前算在创建办名下。

**错**

```yaml
- {编号: 1, 类别: 减分, 内容: …}
```

**对**

```yaml
口径:
- {编号: K9, 对象: [减分1], 问题: 由谁报无此情形的材料？}
```

**怎么改**　定了科室的写 `责任科室`；没定的在 `fzjs.yaml` 的“口径”里写上这个问题。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each deduction without an office that no ruling names."""
    ruled = {
        s.partition("/")[0] for r in assessment.repository.campaign.rulings for s in r.subjects
    }
    for key, row in assessment.catalogue.rows.items():
        item = row.indicator
        if item.category == "减分" and not row.owners and key not in ruled:
            hint = f"写上责任科室；没定的在“口径”里写一条 对象: [{key}]"
            yield Found(item.place, f"{key}没有责任科室，也没有口径", hint)
