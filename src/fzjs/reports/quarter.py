"""A quarter of a campaign: its name, its days, and the 工作台账 that were due in it."""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.handing import Handing
from fzjs.assess.ledgers import months
from fzjs.diagnostic import FzjsError

_FORM = re.compile(r"(\d{4})(?:年|-|/|\.| )*(?:第|Q|q)?([1-4一二三四])(?:季度)?", re.ASCII)
_APART = re.compile(r"\d{5}", re.ASCII)
_NUMERALS = "一二三四"
_MONTHS = 3


class Quarter(NamedTuple):
    """A quarter; `until` is its last day, or today while it runs."""

    start: datetime.date
    end: datetime.date
    until: datetime.date

    @property
    def label(self) -> str:
        """2021年第一季度."""
        return f"{self.start.year}年第{_NUMERALS[self.start.month // _MONTHS]}季度"

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.until == self.end

    def holds(self, day: datetime.date | None) -> bool:
        """Tell whether something happened in it, up to `until`."""
        return day is not None and self.start <= day <= self.until


def quarter(assessment: Assessment, typed: str) -> Quarter:
    """Return the quarter that `2021-1`, `2021年第一季度` or `2021Q1` names.

    Raises FzjsError where it names none, one that has not begun, or one before the campaign.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    found = None if _APART.match(text) else _FORM.fullmatch(text)
    if not found:
        raise FzjsError(f"“{typed}”不是季度。写成 2021-1，就是2021年第一季度；季度是 1 至 4。")
    year, number = int(found[1]), (_NUMERALS.find(found[2]) + 1) or int(found[2])
    start = datetime.date(year, _MONTHS * number - 2, 1)
    last = start.month + 2
    end = start.replace(month=last, day=calendar.monthrange(year, last)[1])
    today = assessment.today
    if start > today:
        now = f"{today.year}-{(today.month + 2) // _MONTHS}"
        raise FzjsError(f"“{typed}”还没有开始，今天是{today}。最近的是 --quarter {now}")
    begun = began(assessment)
    if begun and end < begun:
        raise FzjsError(f"“{typed}”在创建开始（{begun}）以前，没有可通报的。")
    return Quarter(start, end, min(end, today))


def began(assessment: Assessment) -> datetime.date | None:
    """Return the first day of the campaign's 阶段; None where no day is given."""
    starts = [stage.start for stage in assessment.repository.campaign.stages if stage.start]
    return min(starts, default=None)


def refuse_outside(
    assessment: Assessment, over: Quarter, recorded: Iterable[datetime.date]
) -> None:
    """Raise FzjsError for a quarter wholly outside the campaign in which nothing was due or done.

    What is overdue long after the last day is work still, but no quarter's.
    """
    campaign = assessment.repository.campaign
    ends = [stage.end for stage in campaign.stages if stage.end]
    first = began(assessment) or datetime.date(campaign.window[0], 1, 1)
    last = max(campaign.cutoff, datetime.date(campaign.window[1], 12, 31), *ends)
    days = (*recorded, *(met.due.due for met in assessment.met))
    if (over.end >= first and over.start <= last) or any(map(over.holds, days)):
        return
    mark = "，待定" if {"窗口", "截止"} & set(campaign.assumed) else ""
    raise FzjsError(
        f"{over.label}不在创建的时间里（{first}至{last}{mark}），没有到期的材料，也没有记录，没有可通报的。"
    )


def ledgers_due(assessment: Assessment, over: Quarter) -> list[Handing]:
    """Return the months whose 工作台账 was due in a quarter, up to `until`.

    附件3: “工作台账随同上报材料每月1日前一并提交”. They count from the first month that anybody
    wrote: the plan does not say which month begins.
    """
    return [each for each in months(assessment) if each.due and over.holds(each.due)]
