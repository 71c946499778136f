"""访谈的意见没有整改办结

**查什么**　方案要求整改（`要求` 里有“意见整改”），访谈列的一条意见没有写“整改”或“办结”。

**为什么**　平顶山教体局第1项：“对群众提出的意见建议及时整改”。

**错**

```yaml
访谈: {对象总数: 46, 样本: 42, 意见: [{内容: 查询不便}]}
```

**对**

```yaml
访谈: {对象总数: 46, 样本: 42, 意见: [{内容: 查询不便, 整改: 开通网上查询, 办结: 2020-09-18}]}
```

**怎么改**　写上怎么改的、哪天办结；还没有改的，改完再交。
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
SILENCED_BY = ("survey-unsettled",)


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each opinion that was not mended and closed."""
    if not broken("interview-opinion-open", entry, catalogue):
        return ()
    message, hint = "这条意见没有写整改或办结", "写上 整改: 怎么改的, 办结: 2020-09-18"
    return [Found(place, message, hint) for place in sound.opinions_open(entry, catalogue)]
