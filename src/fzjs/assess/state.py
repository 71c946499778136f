"""指标状态 and the rates over them: derived, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from fzjs.assess.satisfy import GOOD, Met, State
from fzjs.facts import Indicator


class Progress(StrEnum):
    """The state of an indicator (decision table in docs/states.md)."""

    NOT_APPLICABLE = "不适用"
    COMPLETE = "齐备"
    TO_MEND = "待补正"
    IN_REVIEW = "待审核"
    NOT_STARTED = "未启动"
    UNDER_WAY = "正在推进"


TIERS: dict[str, tuple[str, ...]] = {
    "国家": ("国家",),
    "加省": ("国家", "省"),
    "加市": ("国家", "省", "市"),
    "加本单位": ("国家", "省", "市", "本单位"),
    "全部": ("国家", "省", "市", "本单位", ""),
}
"""Which 来源 each cumulative tier counts (requirements 1.6: brackets are 省, ★ is 市).

全部 counts also what says no 来源.
"""


def progress(owed: Sequence[Met]) -> Progress:
    """Return an indicator's state from the 应报件 that speak of it; the first match holds."""
    counted = [met for met in owed if not met.due.excused]
    states = {met.state for met in counted}
    if not counted:
        # 不适用 is approved, never the outcome of owing nothing.
        return Progress.NOT_APPLICABLE if owed else Progress.NOT_STARTED
    if states == {State.PASSED}:
        return Progress.COMPLETE
    if State.RETURNED in states:
        return Progress.TO_MEND
    if states <= GOOD:
        return Progress.IN_REVIEW
    if not any(proof.standing.state != "撤回" for met in counted for proof in met.proofs):
        return Progress.NOT_STARTED
    return Progress.UNDER_WAY


class Rate(NamedTuple):
    """So many of so many indicators; 不适用 is in neither.

    `sources` are the 来源 in it that the plan has, `tier` is a key of TIERS.
    """

    tier: str
    met: int
    total: int
    sources: tuple[str, ...]

    @property
    def label(self) -> str:
        """What a screen calls the tier: 加市, or 市 where it is added to nothing."""
        alone = len(self.sources) == 1 and self.sources[0]
        return alone or self.tier

    @property
    def share(self) -> float | None:
        """The share in percent; None where nothing is counted."""
        return 100 * self.met / self.total if self.total else None


def rates(states: dict[str, tuple[Indicator, bool | None]]) -> tuple[Rate, ...]:
    """Return the rate of each tier; `states` gives by key whether the indicator is met.

    None leaves an indicator out (不适用). Only 类别 基础 counts; a tier that adds no indicator to
    the one before it is left out.
    """
    basic = [(i.tier, met) for i, met in states.values() if i.category == "基础"]
    present = {source for source, _ in basic}
    result: list[Rate] = []
    for tier, sources in TIERS.items():
        if sources[-1] in present:
            counted = [met for source, met in basic if source in sources and met is not None]
            has = tuple(source for source in sources if source in present)
            result.append(Rate(tier, sum(counted), len(counted), has))
    return tuple(result)


def rate_at(found: Sequence[Rate], tier: str) -> Rate | None:
    """Return the rate that holds at a tier: one that adds no indicator stands as the one before."""
    order = list(TIERS)
    reached = [rate for rate in found if order.index(rate.tier) <= order.index(tier)]
    return reached[-1] if reached else None
