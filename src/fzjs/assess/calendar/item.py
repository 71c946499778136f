"""One line of the calendar, and from when on the campaign counts its duties."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.facts import Campaign

Date = datetime.date
UNRECORDED = "没有办理记录"
"""All that the program can say of a duty that nobody has recorded: it may have been done."""


class Item(NamedTuple):
    """Something that is due on a day.

    `done` where a record says so. `broken` where a record says that a limit was not kept.
    `certain` where what is missing is known (应报件 that are owed), not only unrecorded. `offices`
    is () where the plan names none: then every office sees it. `known` where the holiday
    table has the years that were counted.
    """

    kind: str
    name: str
    term: str
    due: Date
    state: str
    source: str
    offices: tuple[str, ...] = ()
    time: str = ""
    note: str = ""
    done: bool = False
    broken: bool = False
    certain: bool = False
    known: bool = True

    @property
    def key(self) -> str:
        """What it is, whatever day it is moved to."""
        return f"{self.kind}|{self.name}|{self.term}"


def begins(campaign: Campaign, today: Date) -> tuple[Date, bool]:
    """Return from when on duties are counted, and whether a 阶段 says so.

    Nobody is asked for the 工作台账 of a month before the campaign; where no 阶段 has a 起, nothing
    before this year is counted, and the screen says so.
    """
    starts = [stage.start for stage in campaign.stages if stage.start]
    return (min(starts), True) if starts else (Date(today.year, 1, 1), False)


def ends(campaign: Campaign) -> Date:
    """Return the last day of which the campaign speaks; monthly duties end with it."""
    days = [stage.end for stage in campaign.stages if stage.end]
    days += [waiver.until for waiver in campaign.extensions if waiver.until]
    days += [deadline.date for deadline in campaign.deadlines]
    return max([campaign.cutoff, *days])
