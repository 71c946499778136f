"""Yearly duties that the words of an indicator imply: 每年第一季度, 每年1月31日前."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue, Row
from fzjs.facts import Campaign, Duty, Target, fold

_MONTH = r"(?P<month>1[0-2]|0?[1-9])月"
_DEMAND = re.compile(
    rf"每年(?:度)?(?:{_MONTH}(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|底|末)?(?:之?前|以前)?"
    r"|第?(?P<quarter>[一二三四])季度(?:内|底|末|之?前)?|(?P<half>[上下])半年(?:内|底|末|之?前)?)"
)
_CITED = re.compile(r"第?([^第“”，,。]+?)项指标|指标([^“”，,。]+?)(?=[“，,。]|$)")
_LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Yearly(NamedTuple):
    """A 量化要求 that names a day of every year; `day` 31 is the last of any month."""

    row: Row
    target: Target
    month: int
    day: int

    @property
    def source(self) -> str:
        """Which words it is from."""
        return f"指标{self.row.indicator.number}“{self.target.quote or self.target.demand}”"


def yearly(catalogue: Catalogue) -> Iterator[Yearly]:
    """Yield each target whose words name a day; words that name none are nobody's date."""
    for row in catalogue.rows.values():
        for target in row.indicator.targets:
            day = day_of(target.demand)
            if day:
                yield Yearly(row, target, *day)


def day_of(demand: str) -> tuple[int, int] | None:
    """Return month and day of `每年第一季度` (3, 31) or `每年1月31日前`; None for other words."""
    found = _DEMAND.fullmatch(demand.replace(" ", ""))
    if not found:
        return None
    if found["month"]:
        # 每年3月, without a day, is the whole month: its last day is meant.
        return whole(int(found["month"]), int(found["day"] or 31))
    if found["quarter"]:
        return ("一二三四".index(found["quarter"]) + 1) * 3, 31
    return (6 if found["half"] == "上" else 12), 31


def whole(month: int, day: int | None) -> tuple[int, int]:
    """Return a day of the year, 31 where it is the last of its month: 2-28 and 2月底 are one."""
    return month, 31 if day is None or day >= _LONGEST[month - 1] else day


def duty_of(found: Yearly, campaign: Campaign, catalogue: Catalogue) -> Duty | None:
    """Return the 周期任务 that is the same duty as a target, as far as that is safe to say.

    Either it bears the item's name; or its 出处 names the indicator and it is due on the same
    day; or it alone does, and the indicator has no other dated target, so that nothing else can be
    meant. All else is a doubt that nobody settles here.
    """
    duties = [duty for duty in campaign.duties if duty.cycle == "每年"]
    same = next((duty for duty in duties if duty.name == found.target.item), None)
    if same:
        return same
    dated = [t for t in found.row.indicator.targets if day_of(t.demand)]
    cited = [duty for duty in duties if cites(duty, found.row.indicator.key, catalogue)]
    alike = [d for d in cited if d.month and whole(d.month, d.day) == (found.month, found.day)]
    alone = cited if len(dated) == 1 and len(cited) == 1 else []
    return next(iter([*alike, *alone]), None)


def cites(duty: Duty, key: str, catalogue: Catalogue) -> bool:
    """Tell whether a duty's 出处 begins with an indicator: 第84项指标“…”, 指标7“…”."""
    found = _CITED.match(duty.source)
    named = fold((found[1] or found[2]).strip()) if found else ""
    return named == key and named in catalogue.rows
