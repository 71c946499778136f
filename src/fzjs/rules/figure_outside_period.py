"""数据的年度不是所报的年度

**查什么**　“数据”的年度不在这个条目“对应”的年度里；时限的“起”在“止”以后，或“止”在今天以后。

**为什么**　数是按年度取的：年度打错，这一年就缺数，别的年度却多出一个数。起止写颠倒的、
还没有办完的不算。

**错**

```yaml
对应: [{资料: 31-2甲, 年度: 2020}]
数据: [{项目: 合法性审核率, 年度: 2019, 分子: 12, 分母: 12}]
```

**对**

```yaml
对应: [{资料: 31-2甲, 年度: 2020}]
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**怎么改**　改正数据的年度或起、止；材料确实也讲到那一年的，在“对应”里加上那一年。
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fzjs.assess import Assessment
from fzjs.assess.period import AT_TIME, IN_FORCE, claimed_years, has_year, listed
from fzjs.diagnostic import Severity
from fzjs.facts import Entry, Figure, Years
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a figure of a year that its entry does not claim, and dates that cannot be."""
    window = assessment.catalogue.campaign.window
    for entry in assessment.repository.entries.values():
        if not entry.figures or entry.state == "撤回":
            continue
        years = _years(entry, window)
        for figure in entry.figures:
            told = _dates(figure, assessment) or _year(figure, years)
            if told:
                yield Found(figure.place, *told)


def _years(entry: Entry, window: Years) -> frozenset[int]:
    """Return the years that an entry claims; none where a claim names no year (现行, 逐件)."""
    periods = [claim.period for claim in entry.claims]
    if any(p in {AT_TIME, IN_FORCE} or (p.isdigit() and not has_year(p)) for p in periods):
        return frozenset()
    return frozenset().union(*(claimed_years(period, window) for period in periods))


def _dates(figure: Figure, assessment: Assessment) -> tuple[str, str] | None:
    if figure.days is None:
        return None
    start, end = figure.days
    if start > end:
        return f"“{figure.item}”的起 {start} 在止 {end} 以后", "写颠倒的对调，写错的改正"
    if end > assessment.today:
        message = f"“{figure.item}”的止 {end} 在今天（{assessment.today}）以后"
        return message, "改正日期；还没有办完的先不写"
    return None


def _year(figure: Figure, years: Collection[int]) -> tuple[str, str] | None:
    """Of an occurrence over New Year either year will do."""
    own = {day.year for day in figure.days} if figure.days else {figure.year}
    if not years or not own.isdisjoint(years):
        return None
    year = figure.days[0].year if figure.days else figure.year
    message = f"“{figure.item}”的数据是{year}年的，这个条目报的是 {listed(years)}"
    return message, "改正年度；材料也讲到那一年的，在“对应”里加上那一年"
