"""情况说明没有盖章

**查什么**　已提交的本单位情况说明没有写 `盖章: 是`。

**为什么**　附件1 三.2：“落款需注明提供单位规范名称和日期，并加盖单位印章”。缺章的材料会被退回。
外单位出具的材料不查。

**错**

```yaml
种类: 情况说明
盖章: 否
状态: 已提交
```

**对**

```yaml
种类: 情况说明
盖章: 是
状态: 已提交
```

**怎么改**　盖好章再交，写 `盖章: 是`；还没盖章的，把状态改回 `草稿`。
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
    """Yield a statement of the unit's own that is handed in without a seal."""
    if not broken("evidence-unsealed", entry, catalogue):
        return ()
    hint = "盖好章后写 盖章: 是；还没盖章的，状态改回 草稿"
    return [Found(at(entry, "盖章"), "情况说明没有盖章", hint)]
