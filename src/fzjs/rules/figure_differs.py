"""两份材料报的数不一样

**查什么**　两个条目（撤回的不算）对应同一项指标，报了同一项目、同一年度的数，两个数不一样。同一个
条目里写了几行的，加起来再比。

**为什么**　评估的人两份都会看到，不知道哪个对；程序也不替人选，那一年是“数字不一”，未评。（减分项：
“故意编造、虚构有关数据、资料、文件等”）

**错**

```yaml
# 2020-合法性审核.yaml
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
# 2020-年度报告.yaml
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 11, 分母: 12}]
```

**对**

```yaml
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**怎么改**　查原件，错的改正；一样的数登记一次就够，另一个条目的可以删去。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from fzjs.assess import Assessment
from fzjs.assess.attain import value_of
from fzjs.assess.measure import COUNT, RATIO, SPAN, form_of
from fzjs.diagnostic import Severity
from fzjs.facts import Entry, Figure
from fzjs.rules.base import Found, Scope
from fzjs.rules.figured import figured, indicators_of

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_Key = tuple[str, int, str]
"""项目, 年度 and the form of the figure."""


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a figure where an earlier entry on the same indicator states another."""
    first: dict[tuple[str, _Key], tuple[Entry, Figure, str]] = {}
    for entry, _ in figured(assessment):
        stated = _stated(entry)
        told: set[_Key] = set()
        for indicator in indicators_of(entry, assessment.catalogue):
            for key, (figure, value) in stated.items():
                other, where, before = first.setdefault((indicator, key), (entry, figure, value))
                if before != value and key not in told:
                    told.add(key)
                    message = (
                        f"“{figure.item}”{figure.year}年这里是 {value}，“{other.id}”是 {before}"
                    )
                    related = ((where.place, f"另一个数 {before} 在这里"),)
                    yield Found(figure.place, message, "查原件，错的一处改正", related)


def _stated(entry: Entry) -> Mapping[_Key, tuple[Figure, str]]:
    """Return each figure of an entry, its lines added up, with the first of them."""
    lines: dict[_Key, list[Figure]] = {}
    for figure in entry.figures:
        if figure.year and (form := form_of(figure)) != SPAN:
            lines.setdefault((figure.item, figure.year, form), []).append(figure)
    return {key: (found[0], _text(found, key[2])) for key, found in lines.items()}


def _text(found: list[Figure], form: str) -> str:
    if form == COUNT and len(found) == 1 and found[0].amount is not None:  # nothing to add up
        return _short(found[0].amount)
    upper, lower = value_of(found, form) or (Fraction(), Fraction())
    return f"{upper}/{lower}" if form == RATIO else _short(float(upper))


def _short(amount: float) -> str:
    return f"{amount:.6f}".rstrip("0").rstrip(".")
