"""一个案件列了两卷

**查什么**　方案要求一案一卷（`要求` 里有“一案一卷”），案卷目录里同一个案件文号出现两次。

**为什么**　附件2 第86项：“一调解一案卷”，第84项：“一仲裁一案卷”。

**错**

```yaml
案卷:
- {序号: 1, 案件文号: 示司调〔2020〕3号, 卷宗名称: 某纠纷}
- {序号: 2, 案件文号: 示司调〔2020〕3号, 卷宗名称: 某纠纷}
```

**对**

```yaml
案卷:
- {序号: 1, 案件文号: 示司调〔2020〕3号, 卷宗名称: 某纠纷}
- {序号: 2, 案件文号: 示司调〔2020〕6号, 卷宗名称: 另一纠纷}
```

**怎么改**　文号抄错的改正；确是同一案的删去一行，有副卷的写进存放。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each line whose 案件文号 stands above already."""
    if not broken("case-repeated", entry, catalogue):
        return ()
    message, hint = "这个案件文号前面已经列过", "文号抄错的改正；同一案的只留一行"
    return [Found(place, message, hint) for place in sound.case_repeated(entry, catalogue)]
