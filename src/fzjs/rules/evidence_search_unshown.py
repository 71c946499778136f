"""检索没有结果而没有截图

**查什么**　`fzjs.yaml` 的“要求”里有“检索截图”时：已提交的条目，“网络检索”里有一处没有写 `截图`。
没有这项要求的不查。

**为什么**　方案要“确保网上没有……相关信息”“对……不实网络信息进行排查”的，查过而没有，只能拿检索
关键词、日期和结果截图来证明。

**错**

```yaml
网络检索: [{检索词: 示例市司法局 撤销, 日期: 2021-02-24, 结果: 未检索到}]
```

**对**

```yaml
附件: [{路径: 附件/检索截图.pdf, sha256: 9f2c…}]
网络检索: [{检索词: 示例市司法局 撤销, 日期: 2021-02-24, 结果: 未检索到, 截图: 附件/检索截图.pdf}]
```

**怎么改**　把检索结果那一页截下来存成附件，写进“附件”，再把它的路径抄到 `截图`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each search of an entry that is handed in which shows no page of results."""
    if not broken("evidence-search-unshown", entry, catalogue):
        return ()
    hint = "把结果页截图存成附件，再写 截图: 附件/….pdf"
    unshown = (search for search in entry.shown.searches if not search.screenshot)
    return [Found(search.place, "网络检索没有结果截图", hint) for search in unshown]
