"""What a 量化要求 asks for as far as a program can judge it, and how its 数据 is to be written."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from fzjs.facts import Figure

RATIO, COUNT, SPAN = "分子、分母", "数", "起、止"
"""The three forms of 数据 (docs/format.md, section 4)."""
WORKDAY = "工作日"
_DAYS = {WORKDAY, "日", "天"}
HOUR = "小时"
_NEVER = {HOUR, "分钟", "周", "月", "字"}
"""Units that no form of 数据 can answer: a person judges them."""
_DEMAND = re.compile(
    r"(?P<sign>[≥≤])(?P<limit>\d+(?:\.\d+)?)(?P<unit>%|[^\d/%\s]*?)(?:/(?P<per>年|半年|2年))?"
)


class Measure(NamedTuple):
    """A demand in its parts: `≤7工作日` is ≤, 7, 工作日, ""; `≥4次/年` is ≥, 4, 次, 年."""

    sign: str
    limit: Fraction
    unit: str
    per: str

    @property
    def form(self) -> str:
        """The form of 数据 that answers it; days a year (学法≥7天/年) are counted, not measured."""
        if self.unit == "%":
            return RATIO
        return SPAN if self.unit in _DAYS and not self.per else COUNT

    def keeps(self, value: Fraction) -> bool:
        """Tell whether a value is within the limit."""
        return value >= self.limit if self.sign == "≥" else value <= self.limit


def parse(demand: str) -> Measure | None:
    """Return a demand in its parts; None where it is words, or in hours, weeks or characters."""
    found = _parts(demand)
    if found is None or found.unit in _NEVER or (found.unit == WORKDAY and found.per):
        return None
    return found


def limit(demand: str) -> Measure | None:
    """Return a limit in 工作日, days or hours that an event starts; None where it is none.

    数据 have no time of day, so hours are judged only of an event of 日程, which has one
    (附件2 82: “最迟在事件发生后5小时内发布权威信息，在24小时内举行新闻发布会”).
    """
    found = _parts(demand)
    if found is None or found.per or found.unit not in {*_DAYS, HOUR} or not found.limit:
        return None
    # A part of a day has no last day.
    return found if found.unit == HOUR or found.limit.denominator == 1 else None


def _parts(demand: str) -> Measure | None:
    found = _DEMAND.fullmatch(demand)
    if found is None:
        return None
    unit = found["unit"].removeprefix("个").removeprefix("自然")
    return Measure(found["sign"], Fraction(found["limit"]), unit, found["per"] or "")


def form_of(figure: Figure) -> str:
    """Return the form in which a figure is written."""
    if figure.days:
        return SPAN
    return RATIO if figure.amount is None else COUNT
