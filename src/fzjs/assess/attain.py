"""自评达标: whether the figures that were handed in meet an indicator's 量化要求.

A fully papered indicator can be failed; a figure that is missing is 未评 and never 达标
(DESIGN section 4).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from fzjs.assess import occurrences
from fzjs.assess.measure import RATIO, SPAN, Measure, form_of, parse
from fzjs.assess.period import listed
from fzjs.assess.state import Progress
from fzjs.facts import Campaign, Figure, Target

_A_YEAR = {"年": Fraction(1), "半年": Fraction(2), "2年": Fraction(1, 2)}
"""How often a year a count "per …" is asked for."""
_Value = tuple[Fraction, Fraction]
"""A number and what it is of: 分子 and 分母, or 数 and 1. Fractions, as 7/12 of 12 is 7."""
_MONTHS = 12
UNJUDGED = "程序不判断"
"""Of a target in words, hours or characters, or of a count from an event: a person judges it."""


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
    target: Target,
    stated: Sequence[Sequence[Figure]],
    years: Iterable[int],
    campaign: Campaign,
    nil: Collection[int] = (),
) -> Judgement:
    """Hold the figures of every owed year against a target; a missing figure is never 达标.

    `stated` has the figures of each entry by itself: entries that state the same number are one
    statement, never a sum, and where they differ nobody knows which holds (docs/states.md). `nil`
    are the years in which nil reports say that nothing happened.
    """
    measure = parse(target.demand)
    if measure is None or (target.start and measure.form != SPAN):
        return Judgement(target, None, UNJUDGED)
    owed = sorted(set(years))
    if not owed:
        return Judgement(target, None, "没有应报的年度")
    own = [[f for f in figures if f.item == target.item] for figures in stated]
    others = {f.year for figures in own for f in figures if form_of(f) != measure.form and f.year}
    if measure.form == SPAN:
        spans = [f.days for figures in own for f in figures if f.days]
        return Judgement(target, *occurrences.judge(measure, spans, owed, nil, others))
    values = {year: _values(own, year, measure) for year in owed}
    return Judgement(target, *_numbers(measure, values, campaign, nil, others))


def _numbers(
    measure: Measure,
    values: Mapping[int, set[_Value]],
    campaign: Campaign,
    nil: Collection[int],
    others: Collection[int],
) -> tuple[bool | None, str]:
    """Return whether rates or counts meet a target in every owed year, and why."""
    known = {year: next(iter(found)) for year, found in values.items() if len(found) == 1}
    doubts = _doubts(measure, values, known, nil, others)
    doubtful = {year for found in doubts.values() for year in found}
    quiet = [year for year, value in known.items() if not any(value) and year in nil]
    usable = {year: value for year, value in known.items() if year not in doubtful}
    failed: list[str] = []
    missing: list[int] = []
    part: list[int] = []
    for span in _spans([year for year in values if year not in quiet], measure, campaign):
        met = _verdict(measure, usable, span, campaign.cutoff)
        if met is False:
            failed.append(_label(span))
        elif met is None and doubtful.isdisjoint(span):
            missing += span
        elif met and not _verdict(measure, usable, span, campaign.cutoff.replace(month=12, day=31)):
            part += [year for year in span if year == campaign.cutoff.year]
    if failed:
        return False, "不达标：" + "、".join(failed)
    said = doubts | {"缺数": missing}
    reason = "；".join(f"{what}：{listed(found)}" for what, found in said.items() if found)
    if reason:
        return None, reason
    notes = [f"{listed(part)}按截止折算"] if part else []
    notes += [f"{listed(quiet)}零报告"] if quiet else []
    return True, f"达标（{'，'.join(notes)}）" if notes else "达标"


def _doubts(
    measure: Measure,
    values: Mapping[int, set[_Value]],
    known: Mapping[int, _Value],
    nil: Collection[int],
    others: Collection[int],
) -> dict[str, list[int]]:
    """Return the years whose figures say nothing, by what is wrong with them.

    Of none (0/0) a rate says nothing; that nothing happened is for a nil report to say.
    """
    rates = known.items() if measure.form == RATIO else ()
    return {
        "数字不一": [year for year, found in values.items() if len(found) > 1],
        "分母为0": [y for y, (up, low) in rates if not low and not (up == 0 and y in nil)],
        "分子大于分母": [y for y, (up, low) in rates if up > low > 0],
        f"没有写{measure.form}": [y for y, found in values.items() if not found and y in others],
    }


def _values(stated: Sequence[Sequence[Figure]], year: int, measure: Measure) -> set[_Value]:
    """Return the different values that entries state; the lines of one entry are added up."""
    return {
        value
        for figures in stated
        if (value := value_of([f for f in figures if f.year == year], measure.form))
    }


def value_of(figures: Iterable[Figure], form: str) -> _Value | None:
    """Return what lines of one entry state together in a form; None where none is in that form."""
    found = [f for f in figures if form_of(f) == form]
    if not found:
        return None
    if form == RATIO:
        upper = sum(f.numerator or 0 for f in found)
        lower = sum(f.denominator or 0 for f in found)
        return Fraction(upper), Fraction(lower)
    return sum((Fraction(str(f.amount)) for f in found), Fraction()), Fraction(1)


def _spans(
    owed: Sequence[int], measure: Measure, campaign: Campaign
) -> tuple[tuple[int, ...], ...]:
    """Return what a target is judged over: each year, or 每2年 each pair of the window's years."""
    size = 2 if measure.per == "2年" else 1
    groups: dict[int, list[int]] = {}
    for year in owed:
        groups.setdefault((year - campaign.window[0]) // size, []).append(year)
    return tuple(tuple(group) for group in groups.values())


def _verdict(
    measure: Measure,
    known: Mapping[int, _Value],
    span: tuple[int, ...],
    cutoff: datetime.date,
) -> bool | None:
    """Return whether a target is met over a span; None where the figures do not say."""
    found = [known[year] for year in span if year in known]
    if not found:
        return None
    if measure.form == RATIO:
        upper, lower = found[0]
        return measure.keeps(upper * 100 / lower)
    limit = asked_by(measure, span, cutoff) if measure.per else measure.limit
    met = measure._replace(limit=limit).keeps(sum((amount for amount, _ in found), Fraction()))
    # What is still missing can only add: it mends no 不超过, and spoils no 不少于.
    settled = len(found) == len(span) or met is (measure.sign == "≥")
    return met if settled else None


def asked_by(measure: Measure, span: Iterable[int], cutoff: datetime.date) -> Fraction:
    """Return how many a target asks for by the cutoff; a part year counts in proportion."""
    return measure.limit * _A_YEAR[measure.per] * sum(_weight(year, cutoff) for year in span)


def _weight(year: int, cutoff: datetime.date) -> Fraction:
    """A part year counts in proportion (DESIGN section 4)."""
    return Fraction(cutoff.month if year == cutoff.year else _MONTHS, _MONTHS)


def _label(span: tuple[int, ...]) -> str:
    return "-".join(str(year) for year in dict.fromkeys((span[0], span[-1])))
