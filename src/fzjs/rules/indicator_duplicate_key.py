"""两个指标编号相同

**查什么**　两个指标的编号折算后相同：`（3）`、`(3)` 与 `第(3)项指标` 是同一个；加分 1 与国家 1
不是。

**为什么**　编号是一切对应的依据，重了号，材料不知算在哪一项。

**错**

```yaml
- 编号: （3）
- 编号: (3)
```

**对**

```yaml
- 编号: （3）
- 编号: （4）
```

**怎么改**　对照原表改正编号；确是同一项的，合成一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Indicator
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each indicator whose folded key an earlier one has."""
    first: dict[str, Indicator] = {}
    for item in assessment.repository.indicators:
        earlier = first.setdefault(item.key, item)
        if earlier is not item:
            message = f"编号“{item.number}”与前面的“{earlier.number}”相同"
            related = ((earlier.place, "先写的在这里"),)
            yield Found(item.place, message, "对照原表改正编号；同一项的合成一条", related)
