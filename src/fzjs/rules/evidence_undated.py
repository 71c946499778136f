"""情况说明没有落款日期

**查什么**　已提交的本单位情况说明没有写“落款日期”。

**为什么**　附件1 三.2：“落款需注明提供单位规范名称和日期”。

**错**

```yaml
种类: 情况说明
状态: 已提交
```

**对**

```yaml
种类: 情况说明
落款日期: 2021-02-12
状态: 已提交
```

**怎么改**　照纸上的落款写 `落款日期: 2021-02-12`；纸上没有的，补上再交。
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
    """Yield a statement of the unit's own that is handed in without a date."""
    if not broken("evidence-undated", entry, catalogue):
        return ()
    hint = "照纸上的落款加一行 落款日期: 2021-02-12"
    return [Found(at(entry, "种类"), "情况说明没有落款日期", hint)]
