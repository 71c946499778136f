"""查证的日子早于所报的年度

**查什么**　零报告、无此情形的“查证”“网络检索”都在所对应的最后一个年度开始之前。对应写汇总、有则
报的，算窗口的最后一年。

**为什么**　2019 年查的登记簿，证明不了 2020 年没有。零报告要说明在哪里查、哪天查、查到没有。

**错**

```yaml
种类: 零报告
对应: [{资料: 31-2乙, 年度: 2020}]
查证: [{查阅: 收文登记簿, 日期: 2019-12-30, 结果: 未发现}]
```

**对**

```yaml
种类: 零报告
对应: [{资料: 31-2乙, 年度: 2020}]
查证: [{查阅: 收文登记簿, 日期: 2021-01-05, 结果: 未发现}]
```

**怎么改**　那一年（最好在年后）再查一次，写上日期；年份打错的改正。
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
    """Yield a nil report of a year for which nobody had looked yet."""
    if not broken("nil-looked-early", entry, catalogue):
        return ()
    year = sound.last_year(entry, catalogue)
    message = f"报的是 {year} 年没有，查证（检索）都在 {year} 年以前"
    hint = f"{year} 年或以后再查一次，加上那天的查证；年份写错的改正"
    return [Found(at(entry, "查证", "网络检索"), message, hint)]
