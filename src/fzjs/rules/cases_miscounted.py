"""案卷与件数不符

**查什么**　方案要求一案一卷（`要求` 里有“一案一卷”），条目写的“件数”与案卷目录的行数不同。

**为什么**　附件2 第86项：“一调解一案卷”：办了几件，就有几卷。

**错**

```yaml
件数: 3
案卷: [{序号: 1, 案件文号: 示司调〔2020〕3号, 卷宗名称: 某纠纷}]
```

**对**

```yaml
件数: 1
案卷: [{序号: 1, 案件文号: 示司调〔2020〕3号, 卷宗名称: 某纠纷}]
```

**怎么改**　缺卷的补齐；件数写错的改正。只抽几卷的，不写件数。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry that counts other than it lists."""
    if not broken("cases-miscounted", entry, catalogue):
        return ()
    listed = len(entry.shown.cases)
    message = f"件数写 {entry.listed}，案卷列了 {listed} 卷"
    return [Found(at(entry, "件数"), message, "补齐案卷或改正件数；只抽几卷的删去件数")]
