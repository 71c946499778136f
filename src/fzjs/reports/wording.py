"""How dates, periods and counts are said, the same in every screen and document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from fzjs.assess import Assessment, Met, Rate, State

WEEKDAYS = "一二三四五六日"
STATES = tuple(str(state) for state in State)


_DIGITS = "零一二三四五六七八九十"
_NUMBERED = re.compile("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")


def heading(number: int, text: str) -> str:
    """Return a second-level heading （一）…, with the text's own number and full stop removed.

    GB/T 9704-2012, 7.3.3: 一、（一）1.（1）. Numbers up to 99.
    """
    return f"（{numeral(number)}）{_NUMBERED.sub('', text).rstrip('。')}"


def numeral(number: int) -> str:
    """Return 三 or 二十五, as 一式三份 and headings have it; up to 99."""
    tens, ones = divmod(number, 10)
    text = (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "")
    return text + (_DIGITS[ones] if ones or not tens else "")


def long_date(day: datetime.date) -> str:
    """Return 2021年3月2日: Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: datetime.date, today: datetime.date) -> str:
    """Return 3-02, with the year where it is not this one."""
    text = f"{day.month}-{day.day:02}"
    return text if day.year == today.year else f"{day.year}-{text}"


def distance(day: datetime.date, today: datetime.date, *, provisional: bool = False) -> str:
    """Return 逾29天, 今天到期 or 剩13天; 待定 where the day was only assumed."""
    if provisional:
        return "待定"
    days = (day - today).days
    return f"逾{-days}天" if days < 0 else f"剩{days}天" if days else "今天到期"


def periods(labels: Sequence[str], dash: str = "-") -> str:
    """Join periods, consecutive years as a range: 2016-2018、2020、汇总; 2016—2018 in documents."""
    parts: list[str] = []
    run: list[int] = []
    for label in [*labels, ""]:
        if label.isdigit() and len(label) == 4 and (not run or int(label) == run[-1] + 1):  # noqa: PLR2004  # a year
            run.append(int(label))
            continue
        if run:
            parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}")
        run = []
        if label.isdigit() and len(label) == 4:  # noqa: PLR2004  # a year
            run = [int(label)]
        elif label:
            parts.append(label.replace("-", dash))
    return "、".join(parts)


def percent(rate: Rate) -> str:
    """Return a share with one decimal, or — where nothing is counted."""
    return "—" if rate.share is None else f"{rate.share:.1f}%"


def tier_name(rate: Rate) -> str:
    """Return 国家, 国家和省 or 国家、省和市: a tier counts the ones above it too."""
    *before, last = (source or "未写来源的" for source in rate.sources)
    return f"{'、'.join(before)}和{last}" if before else last


def rate_rows(rates: Iterable[Rate], word: str) -> list[dict[str, object]]:
    """Return rates as rows of a table; `word` names what is counted (齐备, 达标)."""
    return [
        {"层级": rate.label, word: rate.met, "总数": rate.total, "比率": percent(rate)}
        for rate in rates
    ]


def tally(assessment: Assessment, met: Iterable[Met]) -> dict[str, int]:
    """Count 应报件 by state; 不适用 apart, as it is in no denominator."""
    counts = dict.fromkeys(("应报", *STATES, "逾期", "不适用"), 0)
    for each in met:
        if each.due.excused:
            counts["不适用"] += 1
            continue
        counts["应报"] += 1
        counts[str(each.state)] += 1
        counts["逾期"] += assessment.overdue(each)
    return counts
