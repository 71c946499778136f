"""合计与各行相加不符

**查什么**　“合计”里的一项与本条目“数据”里同一项目各行相加不相等，或者“数据”里没有这个项目。

**为什么**　汇总表的合计就是各行之和；对不上，专家第一眼就看出来。（减分项2：“故意编造、虚构有关数
据”）

**错**

```yaml
数据:
- {项目: 应诉案件, 年度: 2019, 数: 12}
- {项目: 应诉案件, 年度: 2020, 数: 8}
合计: [{项目: 应诉案件, 数: 21}]
```

**对**

```yaml
数据:
- {项目: 应诉案件, 年度: 2019, 数: 12}
- {项目: 应诉案件, 年度: 2020, 数: 8}
合计: [{项目: 应诉案件, 数: 20}]
```

**怎么改**　照汇总表核对各行和合计，哪个错改哪个；项目名两处写成一样。
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry, Total
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each total that is not the sum of its lines, with the sum."""
    if not broken("total-differs", entry, catalogue):
        return ()
    wrong = sound.totals_differ(entry, catalogue)
    totals = (total for total in entry.shown.totals if total.place in wrong)
    return [Found(total.place, *_said(total, entry)) for total in totals]


def _said(total: Total, entry: Entry) -> tuple[str, str]:
    form = "数" if total.amount is not None else "分子、分母"
    added = sound.summed(total, entry)
    if not added:
        message = f"“数据”里没有“{total.item}”的{form}，合计没有根据"
        return message, f"项目名两处写成一样；在“数据”里补上各年度的{form}"
    given, right = ("、".join(map(_plain, each)) for each in (sound.printed(total), added))
    message = f"“{total.item}”合计{form}是 {given}，各行相加是 {right}"
    return message, f"各行没有错的，合计改为 {right}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
