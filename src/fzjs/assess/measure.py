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
_NEVER = {"小时", "分钟", "周", "月", "字"}
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
    found = _DEMAND.fullmatch(demand)
    if found is None:
        return None
    unit = found["unit"].removeprefix("个").removeprefix("自然")
    if unit in _NEVER or (unit == WORKDAY and found["per"]):
        return None
    return Measure(found["sign"], Fraction(found["limit"]), unit, found["per"] or "")


def form_of(figure: Figure) -> str:
    """Return the form in which a figure is written."""
    if figure.days:
        return SPAN
    return RATIO if figure.amount is None else COUNT
