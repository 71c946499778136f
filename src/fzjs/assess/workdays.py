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
_DAY = datetime.timedelta(days=1)


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


def is_workday(day: Date) -> bool:
    """Tell whether a day is a 工作日; where the calendar has no such year, Monday to Friday."""
    return between(day - _DAY, day)[0] == 1


def last_workday(day: Date) -> tuple[Date, bool]:
    """Return the last 工作日 on or before a day, and whether the calendar knows both years.

    附件3: “工作台账随同上报材料每月1日前一并提交”: what is due on a holiday is handed in before it.
    """
    found = day
    while not is_workday(found):
        found -= _DAY
    return found, knows(found.year) and knows(day.year)


def next_workday(day: Date) -> tuple[Date, bool]:
    """Return the first 工作日 on or after a day, and whether the calendar knows both years.

    民法典 第二百零三条: “期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。”
    """
    found = day
    while not is_workday(found):
        found += _DAY
    return found, knows(found.year) and knows(day.year)


def after(start: Date, count: int) -> tuple[Date, bool]:
    """Return the day on which the `count`th 工作日 after a day falls, and whether it is known.

    It is the inverse of `between`: the day itself is not counted.
    """
    day, known = start, True
    for _ in range(count):
        day, sure = next_workday(day + _DAY)
        known = known and sure
    return day, known


def knows(year: int) -> bool:
    """Tell whether the calendar has a year; chinesecalendar 1.11 has 2004 to 2026."""
    return _calendar().first <= year <= _calendar().last


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
