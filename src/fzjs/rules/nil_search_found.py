"""说没有，检索结果却像是有

**查什么**　证明没有发生的条目（零报告、无此情形，或对应减分项），“网络检索”“查证”的结果里没有
“未、无、没有、零、0条”这样的字。

**为什么**　平顶山教体局第25项：“确保网上没有……相关信息”；减分项1要“对……不实网络信息进行排
查”。查出来的不能当没有。

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

**怎么改**　点开看：与本单位无关的写明无关；确有其事的，不能报“没有”，照实写情况说明。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY

_NIL = {"零报告", "无此情形"}
_NOTHING = re.compile(r"未|无|没|零|空白|(?<![\d.])0\s*[条个件项篇起次]?(?![\d.])")


def find(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    """Yield each search or lookup that does not say it found nothing, where nothing is claimed."""
    if entry.state != "已提交" or not _says_none(entry, catalogue):
        return
    for looked in (*entry.shown.searches, *entry.shown.lookups):
        if not _NOTHING.search(unicodedata.normalize("NFKC", looked.result)):
            message = f"报的是没有，结果写“{looked.result}”"
            hint = "没有的写明 未检索到；无关的写明 与本单位无关；确有其事的，不能报没有"
            yield Found(looked.place, message, hint)


def _says_none(entry: Entry, catalogue: Catalogue) -> bool:
    keys = {catalogue.material(claim.material).partition("-")[0] for claim in entry.claims}
    rows = [catalogue.rows[key] for key in keys if key in catalogue.rows]
    return entry.kind in _NIL or any(row.indicator.category == "减分" for row in rows)
