"""示例和真实的混在一起

**查什么**　创建活动是示例而条目没有写 `示例: 是`，或反过来。

**为什么**　示例条目会让真实的齐备率虚高；真实的条目混进示例仓库，会被当成假的公开出去。

**错**

```yaml
# fzjs.yaml 里没有 示例: 是
示例: 是
```

**对**

```yaml
状态: 已提交     # 真实的条目不写 示例
```

**怎么改**　真实的仓库里删去示例条目；示例仓库里每个条目写 `示例: 是`。
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


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry that is a sample where the campaign is not, or the reverse."""
    if entry.sample == catalogue.campaign.sample:
        return ()
    if entry.sample:
        hint = "删去示例条目；确是真实的，删去“示例”一行"
        return [Found(at(entry, "示例"), "真实的创建里混进了示例条目", hint)]
    hint = "加上一行 示例: 是；真实的材料不要放进示例仓库"
    return [Found(at(entry, "示例"), "示例仓库的条目没有写 示例: 是", hint)]
