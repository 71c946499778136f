"""撤回没有写理由

**查什么**　状态是“撤回”而没有“撤回理由”。涉密的条目不写理由。

**为什么**　撤回的材料曾经算过数，为什么不算了，要留下话。

**错**

```yaml
状态: 撤回
```

**对**

```yaml
状态: 撤回
撤回理由: 与规范性文件管理科的条目重复
```

**怎么改**　加上一行 `撤回理由: …`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, _: Catalogue) -> Iterable[Found]:
    """Yield an entry that was withdrawn without a word."""
    if entry.state != "撤回" or "撤回理由" in entry.places or entry.secret:
        return ()
    return [Found(at(entry, "状态"), "撤回没有写理由", "加上一行 撤回理由: …")]
