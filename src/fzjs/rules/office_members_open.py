"""集合名词的成员没有定

**查什么**　“科室”里的集合名词（“相关责任科室”“各有关部门”）写着 `成员: 待定`。

**为什么**　方案没有说是哪些科室，程序不替人定；没有定之前，它的材料只好算在
这个词的名下，没有人去报。

**错**

```yaml
科室:
- {名称: 相关责任科室, 成员: 待定}
```

**对**

```yaml
科室:
- {名称: 办公室}
- {名称: 法制科}
- {名称: 相关责任科室, 成员: [办公室, 法制科]}
```

**怎么改**　请有权的人定下是哪些科室，写进“成员”；各项指的科室不一样的，改写各项的“责任科室”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each group noun without members, and how many indicators name it."""
    rows = assessment.catalogue.rows.values()
    for office in assessment.repository.campaign.offices:
        if office.is_open:
            named = sum(any(r.office == office.name for r in row.responsible) for row in rows)
            message = f"“{office.name}”是哪些科室还没有定，涉及{named}项指标"
            hint = "定了以后写 成员: [科室名]；各项不一样的，改写各项的 责任科室"
            yield Found(office.place, message, hint)
