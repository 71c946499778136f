"""落款超过截止日期

**查什么**　已提交的条目，落款日期在创建的截止日期以后（截止当日不算超）。批准了延期的按延期；一个
条目对应几件资料的，件件都延了期才算延，按最早的一个算。

**为什么**　附件1 三.2：“落款时间应为2021年5月31日之前”。

**错**

```yaml
落款日期: 2021-06-01
```

**对**

```yaml
落款日期: 2021-05-31
```

**怎么改**　日期打错的改正；确实超期的，与创建办商量，不要倒填日期。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry that is handed in with a date after the cutoff."""
    if not broken("evidence-dated-late", entry, catalogue):
        return ()
    limit, cutoff = sound.last_day(entry, catalogue), catalogue.campaign.cutoff
    doubt = "待定的" if "截止" in catalogue.campaign.assumed else ""
    name = f"{doubt}截止" if limit == cutoff else "批准的延期"
    message = f"落款日期 {entry.dated} 超过{name} {limit}"
    hint = "打错的改正；确实超期的，与创建办商量，不要倒填"
    return [Found(at(entry, "落款日期"), message, hint)]
