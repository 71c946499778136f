"""说没有，检索结果却像是有

**查什么**　“网络检索”（反面的网络检索）的结果，或证明没有发生的条目（零报告、无此情形，或对应减分
项）的“查证”的结果，没有“未、无、没有、零、0条”这样的字。

**为什么**　平顶山教体局第25项：“确保网上没有……相关信息”；减分项1要“对……不实网络信息进行排
查”。查出来的不能当没有：这样的检索不算网络检索佐证材料。

**错**

```yaml
种类: 无此情形
网络检索: [{检索词: 示例市 规范性文件 撤销, 日期: 2021-02-23, 结果: 检索到2条}]
```

**对**

```yaml
种类: 无此情形
网络检索: [{检索词: 示例市 规范性文件 撤销, 日期: 2021-02-23, 结果: 检索到2条，均与本单位无关}]
```

**怎么改**　点开看：与本单位无关的写明无关；确有其事的，不能报“没有”，照实写情况说明。要证明网上有
的，写在“公开”里。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each search that does not say it found nothing, and each such lookup of a nil report.

    A search (网络检索) is always the negative form; what is there stands under 公开.
    """
    looked = entry.shown.searches or entry.shown.lookups
    return _found(entry, catalogue) if looked and entry.state == "已提交" else ()


def _found(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    says_none = _says_none(entry, catalogue)
    said, hint = "报的是没有", "确有其事的，不能报没有"
    if not says_none:
        said, hint = "“网络检索”只写查了而没有的", "要证明网上有的，写在“公开”里"
    for looked in (*entry.shown.searches, *(entry.shown.lookups if says_none else ())):
        if sound.something_found(looked):
            yield Found(
                looked.place,
                f"{said}，结果写“{looked.result}”",
                f"没有的写明 未检索到；无关的写明 与本单位无关；{hint}",
            )


def _says_none(entry: Entry, catalogue: Catalogue) -> bool:
    keys = {catalogue.material(claim.material).partition("-")[0] for claim in entry.claims}
    rows = [catalogue.rows[key] for key in keys if key in catalogue.rows]
    return entry.kind in sound.NIL or any(row.indicator.category == "减分" for row in rows)
