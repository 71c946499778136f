"""案卷没有落实三项制度

**查什么**　方案要求（`要求` 里有“三项制度”），案卷目录里一件没有写 `三项制度: 是`。

**为什么**　附件1 四.2：“执法案卷要符合行政执法‘三项制度’要求”。仲裁、调解不是执法，方案的这条要
求用“对象”只管执法案卷的指标。

**错**

```yaml
案卷: [{序号: 1, 案件文号: 示司罚〔2020〕1号, 卷宗名称: 某某行政处罚案}]
```

**对**

```yaml
案卷: [{序号: 1, 案件文号: 示司罚〔2020〕1号, 卷宗名称: 某某行政处罚案, 三项制度: 是}]
```

**怎么改**　照卷宗核对公示、全过程记录、法制审核；符合的写 `三项制度: 是`，不符合的换一件。
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
    """Yield each case that does not say it follows the three systems."""
    if not broken("case-three-systems-unmet", entry, catalogue):
        return ()
    message = "这件案卷没有写 三项制度: 是"
    hint = "核对公示、全过程记录、法制审核，符合的写 三项制度: 是；不符合的换一件"
    return [Found(place, message, hint) for place in sound.three_systems_unmet(entry, catalogue)]
