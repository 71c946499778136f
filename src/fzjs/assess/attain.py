"""自评达标: whether the figures that were handed in meet an indicator's 量化要求.

A fully papered indicator can be failed; a figure that is missing is 未评 and never 达标
(DESIGN section 4).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from fzjs.assess.state import Progress
from fzjs.facts import Campaign, Figure, Target

_DEMAND = re.compile(
    r"(?P<sign>[≥≤])(?P<limit>\d+(?:\.\d+)?)(?P<unit>%|[^\d/%\s]*?)(?:/(?P<per>年|半年|2年))?"
)
_A_YEAR = {"年": 1.0, "半年": 2.0, "2年": 0.5}
"""How often a year a count "per …" is asked for."""
_Value = tuple[float, float]
"""A number and what it is of: 分子 and 分母, or 数 and 1."""
_TIMED = {"日", "天", "工作日", "小时", "分钟", "周", "月", "个月", "字"}
_MONTHS = 12
UNJUDGED = "程序不判断"
"""Of a target that asks for 工作日, hours or words, or counts from an event: a person judges it."""


class Attainment(StrEnum):
    """The self-assessment of one indicator."""

    MET = "达标"
    FAILED = "不达标"
    UNKNOWN = "未评"


class Judgement(NamedTuple):
    """A 量化要求 and what the figures say of it: 达标, 不达标, or why that is not known."""

    target: Target
    met: bool | None
    reason: str


def attain(state: Progress, judgements: Sequence[Judgement], *, open_problem: bool) -> Attainment:
    """Return 达标 when 齐备, every target is met in every owed year, and no problem is open."""
    verdicts = [judgement.met for judgement in judgements]
    if False in verdicts:
        return Attainment.FAILED
    if state is Progress.COMPLETE and None not in verdicts and not open_problem:
        return Attainment.MET
    return Attainment.UNKNOWN


def judge(
    target: Target, stated: Sequence[Sequence[Figure]], years: Iterable[int], campaign: Campaign
) -> Judgement:
    """Hold the figures of every owed year against a target; a missing figure is never 达标.

    `stated` has the figures of each entry by itself: entries that state the same number are one
    statement, never a sum, and where they differ nobody knows which holds (docs/states.md).
    """
    demand = _DEMAND.fullmatch(target.demand)
    if demand is None or demand["unit"] in _TIMED or target.start:
        return Judgement(target, None, UNJUDGED)
    owed = sorted(set(years))
    values = {year: _values(stated, target.item, year, demand) for year in owed}
    differing = [str(year) for year in owed if len(values[year]) > 1]
    known = {year: next(iter(found)) for year, found in values.items() if len(found) == 1}
    failed: list[str] = []
    missing: list[str] = []
    for span in _spans(owed, demand, campaign):
        met = _verdict(demand, known, span, campaign.cutoff)
        if met is False:
            failed.append(_label(span))
        elif met is None and not set(map(str, span)) & set(differing):
            missing.append(_label(span))
    if failed:
        return Judgement(target, met=False, reason="不达标：" + "、".join(failed))
    doubts = (("数字不一", differing), ("缺数", missing))
    reason = "；".join(f"{what}：" + "、".join(found) for what, found in doubts if found)
    return Judgement(target, None if reason else True, reason or "达标")


def _values(
    stated: Sequence[Sequence[Figure]], item: str, year: int, demand: re.Match[str]
) -> set[_Value]:
    """Return the different values that entries state; the lines of one entry are added up."""
    values: set[_Value] = set()
    for figures in stated:
        found = [f for f in figures if f.item == item and f.year == year]
        amounts = [f.amount for f in found if f.amount is not None]
        if demand["unit"] == "%":
            lower = sum(f.denominator or 0 for f in found)
            if lower:
                values.add((sum(f.numerator or 0 for f in found), lower))
        elif amounts:
            values.add((sum(amounts), 1))
    return values


def _spans(
    owed: Sequence[int], demand: re.Match[str], campaign: Campaign
) -> tuple[tuple[int, ...], ...]:
    """Return what a target is judged over: each year, or 每2年 each pair of the window's years."""
    size = 2 if demand["per"] == "2年" else 1
    groups: dict[int, list[int]] = {}
    for year in owed:
        groups.setdefault((year - campaign.window[0]) // size, []).append(year)
    return tuple(tuple(group) for group in groups.values())


def _verdict(
    demand: re.Match[str],
    known: Mapping[int, _Value],
    span: tuple[int, ...],
    cutoff: datetime.date,
) -> bool | None:
    """Return whether a target is met over a span; None where the figures do not say."""
    found = [known[year] for year in span if year in known]
    if not found:
        return None
    limit = float(demand["limit"])
    if demand["unit"] == "%":
        upper, lower = found[0]
        return _compare(demand["sign"], upper * 100, limit * lower)
    if demand["per"]:
        limit *= _A_YEAR[demand["per"]] * sum(_weight(year, cutoff) for year in span)
    met = _compare(demand["sign"], sum(amount for amount, _ in found), limit)
    # What is still missing can only add: it mends no 不超过, and spoils no 不少于.
    settled = len(found) == len(span) or met is (demand["sign"] == "≥")
    return met if settled else None


def _weight(year: int, cutoff: datetime.date) -> float:
    """A part year counts in proportion (DESIGN section 4)."""
    return cutoff.month / _MONTHS if year == cutoff.year else 1


def _label(span: tuple[int, ...]) -> str:
    return "-".join(str(year) for year in dict.fromkeys((span[0], span[-1])))


def _compare(sign: str, value: float, limit: float) -> bool:
    return value >= limit if sign == "≥" else value <= limit
