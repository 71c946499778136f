"""自评达标: whether the figures that were handed in meet an indicator's 量化要求.

A fully papered indicator can be failed; a figure that is missing is 未评 and never 达标
(DESIGN section 4).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from fzjs.assess.state import Progress
from fzjs.facts import Figure, Target

_DEMAND = re.compile(r"([≥≤])(\d+(?:\.\d+)?)(%|[^\d/%\s]*?)(/年)?")
_TIMED = {"日", "工作日", "小时"}
_MONTHS = 12


class Attainment(StrEnum):
    """The self-assessment of one indicator."""

    MET = "达标"
    FAILED = "不达标"
    UNKNOWN = "未评"


def attain(
    state: Progress,
    targets: Sequence[Target],
    figures: Sequence[Figure],
    years: Iterable[int],
    cutoff: datetime.date,
    *,
    open_problem: bool,
) -> Attainment:
    """Return 达标 when 齐备, every target is met in every owed year, and no problem is open."""
    owed = sorted(years)
    verdicts = [_verdict(target, figures, year, cutoff) for target in targets for year in owed]
    if False in verdicts:
        return Attainment.FAILED
    if state is Progress.COMPLETE and None not in verdicts and not open_problem:
        return Attainment.MET
    return Attainment.UNKNOWN


def _verdict(
    target: Target, figures: Sequence[Figure], year: int, cutoff: datetime.date
) -> bool | None:
    """Return whether a target is met in a year; None where the figures or the words do not say."""
    demand = _DEMAND.fullmatch(target.demand)
    found = [f for f in figures if f.item == target.item and f.year == year]
    if demand is None or demand[3] in _TIMED or not found:
        return None
    limit = float(demand[2])
    if demand[3] == "%":
        upper = sum(f.numerator or 0 for f in found) * 100
        lower = sum(f.denominator or 0 for f in found)
        return _compare(demand[1], upper, limit * lower) if lower else None
    if any(f.amount is None for f in found):
        return None
    if demand[4] and year == cutoff.year:
        # A part year counts in proportion (DESIGN section 4).
        limit *= cutoff.month / _MONTHS
    return _compare(demand[1], sum(f.amount or 0 for f in found), limit)


def _compare(sign: str, value: float, limit: float) -> bool:
    return value >= limit if sign == "≥" else value <= limit
