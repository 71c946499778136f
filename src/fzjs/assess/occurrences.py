"""Limits in days: each occurrence (起, 止) by itself against ≤7工作日 or ≥30日.

docs/states.md, 时限: the year of an occurrence is that of 起, every owed year needs one, and how
many there should be nobody can know; so the answer says how many there were.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from fzjs.assess import workdays
from fzjs.assess.measure import WORKDAY, Measure
from fzjs.assess.period import listed

Date = datetime.date
_DAY = datetime.timedelta(days=1)


class Taken(NamedTuple):
    """An occurrence: how many days it took; `known` where the calendar has all of its years."""

    start: Date
    end: Date
    days: int
    kept: bool
    known: bool


def judge(
    measure: Measure,
    spans: Iterable[tuple[Date, Date]],
    owed: Sequence[int],
    nil: Collection[int],
    otherwise: Collection[int],
) -> tuple[bool | None, str]:
    """Return whether every occurrence keeps a limit, and why.

    The same occurrence stated by two entries is one. A year without any is unknown, unless its
    reports are nil reports (`nil`); `otherwise` has the years with 数据 of another form.
    """
    by_year: defaultdict[int, list[Taken]] = defaultdict(list)
    for start, end in sorted(set(spans)):
        by_year[start.year].append(take(start, end, measure))
    found = [each for year in owed for each in by_year.get(year, ())]
    failed = [_worst(measure, year, by_year[year]) for year in owed if year in by_year]
    note = _note(found)
    if any(failed):
        return False, "不达标：" + "、".join(filter(None, failed)) + note
    open_years = [year for year in owed if year not in by_year and year not in nil]
    wrong = [year for year in open_years if year in otherwise]
    missing = [year for year in open_years if year not in otherwise]
    doubts = (("没有写起、止", wrong), ("缺起止日期", missing))
    reason = "；".join(f"{what}：{listed(years)}" for what, years in doubts if years)
    if reason:
        return None, reason + note
    quiet = [year for year in owed if year not in by_year]
    return True, f"达标（{'，'.join(_summed(measure, found, quiet))}）{note}"


def take(start: Date, end: Date, measure: Measure) -> Taken:
    """Return how long an occurrence took, and whether that keeps a limit in days or 工作日."""
    if measure.unit == WORKDAY:
        days, known = workdays.between(start, end)
        return Taken(start, end, days, measure.keeps(Fraction(days)), known)
    days = (end - start).days
    if measure.keeps(Fraction(days)) or measure.sign == "≥":
        return Taken(start, end, days, measure.keeps(Fraction(days)), known=True)
    # 民法典 第二百零三条: “期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。”
    last = start + int(measure.limit) * _DAY
    late, known = workdays.between(last - _DAY, end - _DAY)
    return Taken(start, end, days, late == 0, known)


def _worst(measure: Measure, year: int, taken: Iterable[Taken]) -> str:
    """Name the occurrence of a year that breaks the limit most, "" where none does."""
    broken = [each for each in taken if not each.kept]
    if not broken:
        return ""
    each = _extreme(measure, broken)
    more = f"，等{len(broken)}件" if broken[1:] else ""
    return f"{year}（{each.start}至{each.end}，{_days(measure, each.days)}{more}）"


def _extreme(measure: Measure, taken: Iterable[Taken]) -> Taken:
    best = max if measure.sign == "≤" else min
    return best(taken, key=lambda each: each.days)


def _summed(measure: Measure, found: Sequence[Taken], quiet: Sequence[int]) -> list[str]:
    parts = []
    if found:
        word = "最长" if measure.sign == "≤" else "最短"
        days = _days(measure, _extreme(measure, found).days)
        parts.append(f"共{len(found)}段，{word}{days}")
    if any(not measure.keeps(Fraction(each.days)) for each in found):
        parts.append("末日遇休息日顺延")
    if quiet:
        parts.append(listed(quiet) + "零报告")
    return parts


def _days(measure: Measure, days: int) -> str:
    return f"{days}个工作日" if measure.unit == WORKDAY else f"{days}日"


def _note(found: Iterable[Taken]) -> str:
    """Say of which spans the calendar does not know the years."""
    spans = ((t.start.year, t.end.year) for t in found if not t.known)
    unknown = {year for span in spans for year in span if not workdays.knows(year)}
    return f"；{listed(unknown)}年按周一至周五计，节假日表没有这一年" if unknown else ""
