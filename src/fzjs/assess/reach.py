"""What is missing to reach a 达标线, and the 应报件 that bring indicators there with least work.

鹤法办发〔2019〕9号 二（一）: “符合……指标体系80%以上指标”. A 达标线 counts indicators that are met,
so it is held against 自评达标率; 材料齐备率 stands beside it. It has no points (requirements 7.3).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from fzjs.assess.assessment import Assessment, Judged
from fzjs.assess.attain import UNJUDGED, Attainment
from fzjs.assess.reopened import touched
from fzjs.assess.satisfy import Met, State
from fzjs.assess.state import TIERS, Progress, Rate, rate_at
from fzjs.facts import Threshold

FAILED, LACKING, BY_PERSON = "自评不达标", "缺数据", "程序不判断"
PROBLEM, UNLISTED = "问题未销号", "没有列出资料"
OBSTACLES = (FAILED, LACKING, BY_PERSON, PROBLEM, UNLISTED)
"""Why papers alone bring no 达标, in the order in which they are said."""


class Line(NamedTuple):
    """A 达标线 with the two rates that hold at its tier; None where it counts no indicator."""

    threshold: Threshold
    attained: Rate | None
    complete: Rate | None

    @property
    def needed(self) -> int:
        """How many indicators the share asks for: what is not whole is rounded up."""
        if self.attained is None:
            return 0
        return math.ceil(Fraction(str(self.threshold.share)) * self.attained.total / 100)

    @property
    def reached(self) -> bool:
        """Whether 自评达标率 is at the share."""
        return bool(self.attained and self.attained.total and self.attained.met >= self.needed)


class Missing(NamedTuple):
    """A 基础 indicator that is not 达标: what is open, and what papers alone do not mend."""

    judged: Judged
    owed: tuple[Met, ...]
    obstacles: tuple[tuple[str, str], ...]

    @property
    def mendable(self) -> bool:
        """Whether figures and 销号, with the papers, can bring it to 达标."""
        return {kind for kind, _ in self.obstacles} <= {LACKING, PROBLEM}


class Step(NamedTuple):
    """应报件 that are done together, and the indicators that are 达标 by them."""

    indicators: tuple[Judged, ...]
    pieces: tuple[Met, ...]


def lines(assessment: Assessment) -> tuple[Line, ...]:
    """Return each 达标线 of the campaign with where it stands."""
    return tuple(
        Line(
            line,
            rate_at(assessment.attainment, line.tier),
            rate_at(assessment.completeness, line.tier),
        )
        for line in assessment.repository.campaign.thresholds
    )


def missing(assessment: Assessment, tier: str) -> tuple[Missing, ...]:
    """Return what is missing of a tier's 基础 indicators that are not 达标, in plan order."""
    about = _problems(assessment)
    return tuple(
        Missing(judged, open_of(judged), tuple(_obstacles(judged, about)))
        for judged in assessment.indicators.values()
        if judged.row.indicator.category == "基础"
        and judged.row.indicator.tier in TIERS[tier]
        and judged.attainment is not Attainment.MET
        and judged.progress is not Progress.NOT_APPLICABLE
    )


def open_of(judged: Judged) -> tuple[Met, ...]:
    """Return the 应报件 of an indicator that are not 已通过."""
    return tuple(m for m in judged.owed if m.state is not State.PASSED and not m.due.excused)


def _problems(assessment: Assessment) -> dict[str, list[str]]:
    repository = assessment.repository
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in assessment.followed:
        if each.is_open:
            for key in touched(each.problem, repository.entries, assessment.catalogue):
                found[key].append(each.problem.id)
    return found


def _obstacles(judged: Judged, problems: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield why an indicator is not 达标 even where every 应报件 is passed."""
    for each in judged.judgements:
        asked = f"{each.target.item}{each.target.demand}"
        if each.reason == UNJUDGED:
            yield BY_PERSON, asked
        elif not each.met and judged.owed:
            said = each.reason.removeprefix("不达标：")
            yield LACKING if each.met is None else FAILED, f"{asked}（{said}）"
    about = {judged.row.indicator.key} | {met.due.material for met in judged.owed}
    found = [name for key in sorted(about) for name in problems.get(key, ())]
    if found:
        yield PROBLEM, "、".join(dict.fromkeys(found))
    if not judged.owed:
        yield UNLISTED, "方案没有列出资料和方法"


def by_kind(missing: Missing) -> Iterator[str]:
    """Yield the obstacles of an indicator, those of a kind together: 缺数据：甲（…）、乙（…）."""
    for name in OBSTACLES:
        texts = [text for kind, text in missing.obstacles if kind == name]
        if texts:
            yield f"{name}：{'、'.join(texts)}"


def steps(found: Iterable[Missing]) -> tuple[Step, ...]:
    """Return the 应报件 that bring indicators to 达标, the least work for each first.

    Only what papers alone can bring. Greedy, so not always the least in all (docs/score.md): next
    comes what costs least for each indicator that it completes; of equals, the plan's first.
    Indicators share 应报件 only where they share a row's.
    """
    groups: defaultdict[str, list[Missing]] = defaultdict(list)
    for each in found:
        if each.owed and not each.obstacles:
            groups[each.owed[0].due.indicator].append(each)
    waiting = {origin: _in_order(group) for origin, group in groups.items()}
    result: list[Step] = []
    while waiting:
        origin = min(waiting, key=lambda name: _cost(waiting[name][0]))
        step, *rest = waiting[origin]
        result.append(step)
        waiting[origin] = rest
        if not rest:
            del waiting[origin]
    return tuple(result)


def _in_order(group: list[Missing]) -> list[Step]:
    """Return the steps of indicators that share 应报件, each cheapest after the ones before."""
    done: set[str] = set()
    left, result = group, []
    while left:
        made = [_step(each, left, done) for each in left]
        best = min(made, key=_cost)
        result.append(best)
        done |= {met.due.key for met in best.pieces}
        completed = {judged.row.indicator.key for judged in best.indicators}
        left = [each for each in left if each.judged.row.indicator.key not in completed]
    return result


def _step(chosen: Missing, group: Iterable[Missing], done: set[str]) -> Step:
    """Return what completes an indicator, and which others of its group it completes as well."""
    pieces = {met.due.key: met for met in chosen.owed if met.due.key not in done}
    there = done | pieces.keys()
    completed = tuple(each.judged for each in group if there >= {met.due.key for met in each.owed})
    return Step(completed, tuple(pieces.values()))


def _cost(step: Step) -> tuple[Fraction, Fraction, Fraction]:
    """Say what a step costs for each indicator that it completes.

    First the papers that are not there, then how many of them others must issue, then those that
    only have to be reviewed.
    """
    states = [met.state for met in step.pieces]
    pending, outside = states.count(State.PENDING), states.count(State.OUTSIDE)
    gain = len(step.indicators)
    return (
        Fraction(len(states) - pending, gain),
        Fraction(outside, gain),
        Fraction(pending, gain),
    )
