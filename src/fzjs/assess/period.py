"""Periods: what a material is owed for, and what a claim's 年度 covers.

The rhythms and their keys are those of docs/format.md: `/2020`, `/2020上`, `/2016-2017`, `/汇总`,
`/时点`, `/现行`, `/有则报`, `/1…n`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from fzjs.facts import Years

SUMMARY, AT_TIME, IN_FORCE, IF_ANY = "汇总", "时点", "现行", "有则报"
EVERY_TWO, BY_PIECE = "每2年", "逐件"
MOST_PIECES = 2000
"""More pieces than any list names; a number beyond it is a slip (a date, a 文号)."""
BY_YEAR = frozenset({"每年", "逐年可合并", "上年度"})
_MANY = 1024
"""Different 年度 that are kept in mind: every claim is asked several times, by many rules."""
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?[上下]?$")
_RANGE = re.compile(r"\d{4}-\d{4}")
_YEAR = re.compile(r"\d{4}")
_DEFAULTS = {
    "制度文件": IN_FORCE,
    "文件": IN_FORCE,
    "目录": SUMMARY,
    "清单": SUMMARY,
    "汇总表": SUMMARY,
}


class Span(NamedTuple):
    """A period that something is owed for; `years` are those it stands for, in order."""

    label: str
    years: tuple[int, ...]


def rhythm_of(rhythm: str, kind: str) -> str:
    """Return a material's rhythm; where the words are silent it follows from the kind.

    docs/format.md, section 5: 制度文件 and 文件 are 现行, 目录, 清单 and 汇总表 are 汇总, all
    else is 逐年可合并.
    """
    return rhythm or _DEFAULTS.get(kind, "逐年可合并")


@lru_cache(_MANY)
def spans(rhythm: str, window: Years, cutoff: datetime.date, pieces: int = 1) -> tuple[Span, ...]:
    """Return the periods owed for in a window.

    A period that begins after the cutoff is not owed; 上年度 is reported the year after, so the
    last report owed is the one that can be written before the cutoff.
    """
    first, last = window[0], min(window[1], cutoff.year)
    years = tuple(range(first, last + 1))
    if not years:
        return ()
    if rhythm in {"每年", "逐年可合并"}:
        return tuple(Span(str(year), (year,)) for year in years)
    if rhythm == "上年度":
        return tuple(Span(str(year), (year,)) for year in years if year < cutoff.year)
    if rhythm == EVERY_TWO:
        return tuple(_pair(year, last) for year in years[::2])
    if rhythm == "每半年":
        halves = ((f"{y}{half}", y, month) for y in years for half, month in (("上", 1), ("下", 7)))
        return tuple(Span(n, (y,)) for n, y, m in halves if datetime.date(y, m, 1) <= cutoff)
    if rhythm == BY_PIECE:
        # A list of none still owes one: the nil report that says so (docs/states.md).
        count = max(1, min(pieces, MOST_PIECES))
        return tuple(Span(str(number), years[-1:]) for number in range(1, count + 1))
    if rhythm in {SUMMARY, IF_ANY}:
        return (Span(rhythm, years),)
    return (Span(rhythm, years[-1:]),)


def _pair(year: int, last: int) -> Span:
    end = min(year + 1, last)
    return Span(str(year) if year == end else f"{year}-{end}", tuple(range(year, end + 1)))


@lru_cache(_MANY)
def claimed_years(period: str, window: Years) -> frozenset[int]:
    """Return the years that a claim's 年度 covers.

    汇总 and 有则报 cover the whole window; 现行 and 时点 stand in its last year (docs/format.md,
    section 5, on what names no year); a piece (逐件) covers none.
    """
    found = _YEARS.match(period)
    if found:
        return frozenset(range(int(found[1]), int(found[2] or found[1]) + 1))
    if period.isdigit():
        return frozenset()
    first = window[0] if period in {SUMMARY, IF_ANY} else window[1]
    return frozenset(range(first, window[1] + 1))


_RUN = 3


def listed(years: Iterable[int]) -> str:
    """Return years as a screen lists them: 2016-2019、2021; two in a row stay 2016、2017."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = ([f"{r[0]}-{r[-1]}"] if len(r) >= _RUN else list(map(str, r)) for r in runs)
    return "、".join(part for each in parts for part in each)


@lru_cache(_MANY)
def is_range(period: str) -> bool:
    """Tell whether a 年度 names several years."""
    return _RANGE.fullmatch(period) is not None


@lru_cache(_MANY)
def has_year(period: str) -> bool:
    """Tell whether a 年度 names a year at all."""
    return _YEAR.match(period) is not None


@lru_cache(_MANY)
def fits(rhythm: str, period: str) -> bool:
    """Tell whether a claim may name this period for a material of this rhythm.

    docs/format.md, section 5, first table: 每年 takes one year an entry, 逐年可合并 a range,
    汇总 is met by 汇总 or by years that cover the window.
    """
    if rhythm in {"每年", "上年度"}:
        return has_year(period) and not is_range(period) and period[-1] not in "上下"
    if rhythm == "逐年可合并":
        return has_year(period) and period[-1] not in "上下"
    if rhythm == "每半年":
        return period[-1] in "上下"
    if rhythm == EVERY_TWO:
        return has_year(period) and period[-1] not in "上下"
    if rhythm == BY_PIECE:
        return period.isdigit() and not has_year(period)
    if rhythm in {SUMMARY, IF_ANY}:
        return period == rhythm or (has_year(period) and period[-1] not in "上下")
    return period == rhythm
