"""Dates as plans write them: 2021年4月8日, 二〇二一年四月八日, 4月11日前, 5月底前, 2021-05-31."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.importers.settings.folded import fold, numeral

_YEAR = (
    r"(?:(?P<year>(?:19|20) ?\d ?\d|[〇零○一二三四五六七八九]{4}) ?年度? ?"
    r"|(?P<this>今年|本年|当年) ?)"
)
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月份?"
_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日号]"
)
_PART = r"(?P<part>月?底|月?末|初|上旬|中旬|下旬)"
_BEFORE = r"(?P<before> ?(?:之前|以前|前(?!后)))?"
_WRITTEN = re.compile(rf"{_YEAR}?{_MONTH} ?(?:{_DAY}|{_PART})?{_BEFORE}")
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<dash>[-./])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)(?!\d)"
    + _BEFORE
)
_SPAN = re.compile(
    rf"{_YEAR}?(?:第?(?P<quarter>[一二三四1-4]) ?季度|(?P<half>[上下])半年"
    rf"|(?P<close>年?底|年末)){_BEFORE}"
)
_ANY = re.compile(r"月|季度|半年|[底末]|\d[-./]\d")
_TENS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_MONTHS = 12


class Found(NamedTuple):
    """A date in a text: its place in it, its words, what they say (None where they do not).

    `first` and `last` are the months and days it spans; `before` where 前 stands behind it.
    """

    start: int
    end: int
    quote: str
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    before: bool
    exact: bool

    def opens(self, year: int | None) -> datetime.date | None:
        """Return the first day; `year` where the words give none, None if there is no such day."""
        return _day(self.year or year, self.first)

    def closes(self, year: int | None) -> datetime.date | None:
        """Return the last day, the last of the month for 月底 or a bare month."""
        return _day(self.year or year, self.last)


def find(text: str) -> tuple[Found, ...]:
    """Return the dates of `text` in order, none within another; impossible ones are no dates."""
    flat = fold(text)
    if not _ANY.search(flat):
        return ()
    found = sorted(_all(text, flat), key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def year_before(text: str, offset: int) -> int | None:
    """Return the last year that `text` names before `offset` (2021年3月1日—4月30日)."""
    years = re.findall(r"((?:19|20)\d\d) ?年", fold(text)[:offset])
    return int(years[-1]) if years else None


def printed(day: datetime.date) -> str:
    """Return a day as a Chinese text prints it."""
    return f"{day.year}年{day.month}月{day.day}日"


def _all(text: str, flat: str) -> Iterator[Found]:
    for pattern in (_WRITTEN, _ISO, _SPAN):
        for match in pattern.finditer(flat):
            spans = _spans(match)
            if spans:
                yield _found(text, match, spans)


def _found(
    text: str, match: re.Match[str], spans: tuple[tuple[int, int], tuple[int, int]]
) -> Found:
    parts = match.groupdict()
    year = numeral((parts.get("year") or "").replace(" ", ""))
    quote = text[match.start() : match.end()].strip()
    return Found(
        match.start(),
        match.end(),
        quote,
        year,
        *spans,
        bool(parts.get("before")),
        bool(parts.get("day")),
    )


def _spans(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return (month, day) of the first and of the last day; day 31 is cut to the month's."""
    parts = match.groupdict()
    if parts.get("quarter"):
        quarter = numeral(parts["quarter"]) or 1
        return (quarter * 3 - 2, 1), (quarter * 3, 31)
    if parts.get("half"):
        return ((1, 1), (6, 30)) if parts["half"] == "上" else ((7, 1), (12, 31))
    if parts.get("close"):
        return ((12, 31), (12, 31)) if parts.get("year") or parts.get("this") else None
    month = numeral(parts["month"])
    if not month or month > _MONTHS:
        return None
    if parts.get("day"):
        day = numeral(parts["day"]) or 0
        return ((month, day), (month, day)) if 0 < day <= _longest(month) else None
    first, last = _TENS.get((parts.get("part") or "").strip(), (1, 31))
    return (month, first), (month, last)


def _longest(month: int) -> int:
    return calendar.monthrange(2020, month)[1]


def _day(year: int | None, when: tuple[int, int]) -> datetime.date | None:
    if not year:
        return None
    month, day = when
    if day > _longest(month):
        day = calendar.monthrange(year, month)[1]
    try:
        return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))
    except ValueError:
        return None
