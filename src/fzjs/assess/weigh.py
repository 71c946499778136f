"""自评（按权重）: a share by the points that the campaign's own file gives, and no others.

requirements 7.3: 门槛按“指标数达标比例”算, 没有分值; so weights move no 达标线.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from fzjs.assess.assessment import Assessment, Judged
from fzjs.assess.attain import Attainment
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.state import Progress
from fzjs.facts import Campaign, Weight, is_former
from fzjs.nearest import nearest


class Weighed(NamedTuple):
    """Points of the indicators that are 达标, 齐备, and of all that count.

    `unweighed` counts the 基础 indicators that no weight speaks of; 不适用 leaves its points out.
    """

    met: Fraction
    complete: Fraction
    total: Fraction
    unweighed: int
    by_heading: bool


class Doubt(NamedTuple):
    """A weight that cannot be used, what is wrong with it, and what to type instead."""

    weight: Weight
    what: str
    hint: str


def weigh(assessment: Assessment) -> Weighed | None:
    """Return the weighted sums; None where no weight is given, or one of them is in doubt.

    A heading's points are spread evenly over those of its indicators that count. What a 换版 marked
    as the former edition's weighs nothing.
    """
    weights = [w for w in assessment.repository.campaign.weights if not former(w)]
    if not weights or any(doubts(assessment.repository.campaign, assessment.catalogue)):
        return None
    counted = [j for j in assessment.indicators.values() if _counts(j)]
    sizes = Counter(judged.row.indicator.level1 for judged in counted)
    own = {w.indicator: Fraction(str(w.points)) for w in weights if w.indicator}
    shared = {
        w.level1: Fraction(str(w.points)) / sizes[w.level1]
        for w in weights
        if w.level1 and sizes[w.level1]
    }
    met = complete = total = Fraction()
    unweighed = 0
    for judged in counted:
        item = judged.row.indicator
        points = own.get(item.key, shared.get(item.level1))
        if points is None:
            unweighed += 1
            continue
        total += points
        met += points * (judged.attainment is Attainment.MET)
        complete += points * (judged.progress is Progress.COMPLETE)
    return Weighed(met, complete, total, unweighed, bool(shared))


def former(weight: Weight) -> bool:
    """Tell whether a weight was given to what only the edition before a 换版 had."""
    return is_former(weight.level1 or weight.indicator)


def _counts(judged: Judged) -> bool:
    return (
        judged.row.indicator.category == "基础" and judged.progress is not Progress.NOT_APPLICABLE
    )


def doubts(campaign: Campaign, catalogue: Catalogue) -> Iterator[Doubt]:
    """Yield each weight that names nothing that counts, or would count twice."""
    earlier: list[Weight] = []
    for weight in campaign.weights:
        if former(weight):
            continue
        found = _unknown(weight, catalogue) or _twice(weight, earlier, catalogue)
        if found:
            yield Doubt(weight, *found)
        earlier.append(weight)


def _unknown(weight: Weight, catalogue: Catalogue) -> tuple[str, str] | None:
    if weight.level1:
        levels = dict.fromkeys(
            row.indicator.level1
            for row in catalogue.rows.values()
            if row.indicator.category == "基础"
        )
        if weight.level1 in levels:
            return None
        guess = nearest(weight.level1, levels)
        hint = f"是不是“{guess}”？" if guess else f"可以写：{'、'.join(levels)}"
        return f"没有“{weight.level1}”这个一级指标", hint
    row = catalogue.rows.get(weight.indicator)
    if row is None:
        guess = nearest(weight.indicator, catalogue.rows)
        hint = f"是不是“{catalogue.label(guess)}”？" if guess else "写编号，如 31、（5）、★1"
        return f"指标体系里没有“{weight.indicator}”", hint
    if row.indicator.category == "基础":
        return None
    number = row.indicator.number
    return f"“{number}”是附加项，加分、减分单列，不进任何比率", "把这一条删去"


def _twice(
    weight: Weight, earlier: Iterable[Weight], catalogue: Catalogue
) -> tuple[str, str] | None:
    level = _level(weight, catalogue)
    for other in earlier:
        if (other.level1, other.indicator) == (weight.level1, weight.indicator):
            what = weight.level1 or catalogue.label(weight.indicator)
            return f"“{what}”的权重写了两次", "只留一条"
        if bool(other.level1) != bool(weight.level1) and _level(other, catalogue) == level:
            said = f"“{level}”和它下面的指标都写了权重，会算两次"
            return said, "只留一级指标的，或只留各项指标的"
    return None


def _level(weight: Weight, catalogue: Catalogue) -> str:
    row = catalogue.rows.get(weight.indicator)
    return row.indicator.level1 if row else weight.level1
