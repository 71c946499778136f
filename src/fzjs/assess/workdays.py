"""How long something took, in 工作日 by the official calendar or in days as they come.

民法典 第二百零一条: “按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。” So the day of
the event is not counted and the last day is. The calendar is the State Council's yearly notice on
holidays, the working days that make up for them included, as the library `chinesecalendar` has it.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

Date = datetime.date
_DAYS, _SATURDAY = 7, 5


class _Calendar(NamedTuple):
    """Days off that fall on Monday to Friday, working days that fall on a weekend, years known."""

    off: tuple[Date, ...]
    on: tuple[Date, ...]
    first: int
    last: int


def between(start: Date, end: Date) -> tuple[int, bool]:
    """Return the 工作日 after `start`, `end` included, and whether the calendar knows their years.

    In a year that it does not know, every Monday to Friday is a 工作日. Nothing lies between a day
    and an earlier one.
    """
    if end <= start:
        return 0, True
    known = _calendar()
    first = start + datetime.timedelta(days=1)
    days = _weekdays(end) - _weekdays(start)
    days += _within(known.on, start, end) - _within(known.off, start, end)
    return days, knows(first.year) and knows(end.year)


def knows(year: int) -> bool:
    """Tell whether the calendar has a year; chinesecalendar 1.11 has 2004 to 2026."""
    return _calendar().first <= year <= _calendar().last


def last_by(day: Date) -> tuple[Date, bool]:
    """Return the last 工作日 up to a day, itself included, and whether the calendar knows it.

    In a year that the calendar does not know, every Monday to Friday is a 工作日.
    """
    known, start = _calendar(), day
    while not (day.weekday() < _SATURDAY and not _in(known.off, day)) and not _in(known.on, day):
        day -= datetime.timedelta(days=1)
    return day, knows(start.year) and knows(day.year)


def _in(days: tuple[Date, ...], day: Date) -> bool:
    return _within(days, day - datetime.timedelta(days=1), day) > 0


def _weekdays(day: Date) -> int:
    """Return how many Mondays to Fridays there were up to a day, since the calendar began."""
    weeks, rest = divmod(day.toordinal(), _DAYS)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def _within(days: tuple[Date, ...], start: Date, end: Date) -> int:
    return bisect_right(days, end) - bisect_right(days, start)


@cache
def _calendar() -> _Calendar:
    # Imported here: only a limit in days needs it, and every command would pay for it.
    from chinese_calendar import holidays, workdays  # type: ignore[import-untyped]  # noqa: PLC0415  # it ships no types

    off = (day for day in holidays if day.weekday() < _SATURDAY and day not in workdays)
    on = (day for day in workdays if day.weekday() >= _SATURDAY)
    return _Calendar(tuple(sorted(off)), tuple(sorted(on)), min(holidays).year, max(holidays).year)
