"""周期: the periods of a periodic duty, and the day by which each is due."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.facts import Duty

Date = datetime.date
_DAY = datetime.timedelta(days=1)
_MONTHS = {"每月": 1, "每两月": 2, "每季度": 3, "每半年": 6, "每年": 12, "每2年": 24}
_YEAR = 12
_LATEST = Date.max.year - 4


class Term(NamedTuple):
    """One period of a duty: its 期, both its days, and the day by which it is due."""

    label: str
    first: Date
    last: Date
    due: Date


def terms(duty: Duty, since: Date, until: Date, anchor: int) -> Iterator[Term]:
    """Yield the periods that are due from one day to another, both included.

    Two months, quarters and halves are those of the calendar year (1-2月, 3-4月, …), pairs of years
    begin with `anchor`, the window's first. Where the plan names no day, the last of the period is
    meant; a day past the end of a month is its last.
    """
    months = _MONTHS[duty.cycle]
    year = since.year - 2
    year -= (year - anchor) % 2 if months > _YEAR else 0
    while year <= min(until.year, _LATEST):
        for month in range(1, _YEAR + 1, months):
            found = _term(duty, year, month)
            if since <= found.due <= until:
                yield found
        year += max(months // _YEAR, 1)


def term_on(cycle: str, day: Date, anchor: int) -> str:
    """Return the 期 that a day falls into."""
    months, year = _MONTHS[cycle], day.year
    if months > _YEAR:
        return _label(cycle, year - (year - anchor) % 2, 1)
    return _label(cycle, year, (day.month - 1) // months * months + 1)


def example(cycle: str, day: Date, anchor: int, term: str) -> str:
    """Return how a 期 of a cycle is written, "" where `term` is one."""
    months = _MONTHS[cycle]
    if term[:4].isdigit():
        year = int(term[:4])
        known = {_label(cycle, year, month) for month in range(1, _YEAR + 1, min(months, _YEAR))}
        if term in known and (months <= _YEAR or (year - anchor) % 2 == 0):
            return ""
    return term_on(cycle, day, anchor)


def is_later(cycle: str, term: str, day: Date, anchor: int) -> bool:
    """Tell whether a 期 comes after the one that a day falls into, within sixty years."""
    after = (_after(day.replace(day=1), months) for months in range(1, 60 * _YEAR))
    return term != term_on(cycle, day, anchor) and any(
        term_on(cycle, each, anchor) == term for each in after
    )


def _term(duty: Duty, year: int, month: int) -> Term:
    months = _MONTHS[duty.cycle]
    first = Date(year, month, 1)
    last = _after(first, months) - _DAY
    if months >= _YEAR and duty.month:
        due = on_day(last.year, duty.month, duty.day)
    else:
        due = on_day(last.year, last.month, duty.day)
    return Term(_label(duty.cycle, year, month), first, last, due)


def _after(first: Date, months: int) -> Date:
    years, month = divmod(first.month - 1 + months, _YEAR)
    return Date(first.year + years, month + 1, 1)


def on_day(year: int, month: int, day: int | None) -> Date:
    """Return a day of a month, its last where the month is shorter or no day is named."""
    last = calendar.monthrange(year, month)[1]
    return Date(year, month, min(day or last, last))


def _label(cycle: str, year: int, month: int) -> str:
    return {
        "每月": f"{year}-{month:02}",
        "每两月": f"{year}-{month}-{month + 1}月",
        "每季度": f"{year}-{(month + 2) // 3}季度",
        "每半年": f"{year}{'上' if month == 1 else '下'}",
        "每年": f"{year}",
        "每2年": f"{year}-{year + 1}",
    }[cycle]
