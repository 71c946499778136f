"""等外单位出具，还没有发函

**查什么**　条目写了“外单位”，还没有取得，也没有写“发函”的日期。

**为什么**　法院、上级出具的材料等得最久，不发函就永远等不到。

**错**

```yaml
外单位: {出具: 示例市中级人民法院}
```

**对**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-02-01}
```

**怎么改**　向出具单位发商请函，发出后写上 发函 的日期。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, _: Catalogue) -> Iterable[Found]:
    """Yield an entry that waits for a paper nobody has asked for."""
    if not entry.waits_for or entry.asked is not None or entry.state == "撤回":
        return ()
    hint = "发函后写上 发函: 2021-02-01"
    return [Found(at(entry, "外单位"), f"等{entry.waits_for}出具，还没有发函", hint)]
