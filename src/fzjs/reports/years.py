"""A year that somebody types for a document, and the sentence for one that makes no sense."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError

_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度?)?", re.ASCII)


def year_of(typed: str) -> int:
    """Return the year that `2020`, `2020年` or `２０２０年度` names. Raises FzjsError."""
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    if not found:
        raise FzjsError(f"“{typed}”不是年份。写成 --year 2020。")
    return int(found[1])


def reported(assessment: Assessment, typed: str) -> int:
    """Return the year of a report: one of the window that has begun. Raises FzjsError."""
    year, today = year_of(typed), assessment.today
    first, last = assessment.repository.campaign.window
    if year > today.year:
        hint = f"可以写 --year {min(last, today.year)}。" if first <= today.year else ""
        raise FzjsError(f"{year}年还没有开始，今天是{today}，没有可报告的。{hint}")
    _refuse_outside(year, range(first, last + 1), f"创建的年度（窗口）是{_span(first, last)}")
    return year


def planned(assessment: Assessment, typed: str) -> int:
    """Return the year of a plan: one of the window, or with a date of the campaign in it.

    Raises FzjsError.
    """
    year, campaign = year_of(typed), assessment.repository.campaign
    first, last = campaign.window
    days = [campaign.cutoff, *(d for s in campaign.stages for d in (s.start, s.end) if d)]
    known = sorted({*range(first, last + 1), *(day.year for day in days)})
    _refuse_outside(year, known, f"创建的安排在{_span(known[0], known[-1])}")
    return year


def _span(first: int, last: int) -> str:
    return f"{first}年" if first == last else f"{first}-{last}年"


def _refuse_outside(year: int, known: Collection[int], said: str) -> None:
    if year not in known:
        nearest = min(known, key=lambda each: abs(each - year))
        raise FzjsError(f"{year}年不在里面：{said}。可以写 --year {nearest}。")
