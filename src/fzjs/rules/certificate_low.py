"""证书级别不够

**查什么**　条目对应的加分项要“省部级以上”，证书写的级别都不到省部级。

**为什么**　附件2 加分项1：“法治政府建设有关工作获得省部级以上表彰、奖励的”。级别低的不算加分。

**错**

```yaml
对应: [{资料: 加分1-1, 年度: 有则报}]
证书: [{名称: 先进集体, 级别: 市厅级, 颁发: 示例市人民政府}]
```

**对**

```yaml
对应: [{资料: 加分1-1, 年度: 有则报}]
证书: [{名称: 先进集体, 级别: 省部级, 颁发: 示例省人民政府}]
```

**怎么改**　级别写错的改正；确实不够的，从“对应”里删去这个加分项，没有够级别的报零报告。
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
    """Yield each certificate of an entry that has none of the level that 加分 asks."""
    if not broken("certificate-low", entry, catalogue):
        return ()
    message = "加分项要省部级以上，这张证书不够级别"
    hint = "级别写错的改正；确实不够的，从“对应”里删去这个加分项"
    return [Found(place, message, hint) for place in sound.certificate_low(entry, catalogue)]
