"""检索的日子早于所报的年度

**查什么**　种类是网络检索的条目，“公开”的检索日期、“网络检索”的日期，都在所对应的最后一个年度开始
之前。只有反面的检索（查了而没有）、对应写汇总的，算窗口的最后一年。

**为什么**　2017 年打开的网页，证明不了 2020 年公开了什么；2017 年没有检索到，也不等于 2020 年没有。
（附件2：“以上同时提供网络检索佐证材料”）写在别的种类上的“公开”同样不算那一年的网络检索，
`fzjs todo` 写“检索早于所报年度”，条目本身照算。

**错**

```yaml
种类: 网络检索
对应: [{资料: 31-网络检索, 年度: 2020}]
公开: [{网址: https://www.example.gov.cn/1, 检索日期: 2017-03-02}]
```

**对**

```yaml
种类: 网络检索
对应: [{资料: 31-网络检索, 年度: 2020}]
公开: [{网址: https://www.example.gov.cn/1, 检索日期: 2021-02-15}]
```

**怎么改**　再打开看一次（再检索一次），写上那天；年份打错的改正。
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
    """Yield web evidence of a year in which nobody had looked yet."""
    if not broken("web-looked-early", entry, catalogue):
        return ()
    year = sound.last_year(entry, catalogue, whole=not entry.web)
    message = f"报的是 {year} 年，检索都在 {year} 年以前"
    hint = f"{year} 年或以后再检索一次，写上那天；年份写错的改正"
    return [Found(at(entry, "公开", "网络检索"), message, hint)]
