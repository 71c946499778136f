"""From when to when a campaign asks for what it asks for month by month."""

from __future__ import annotations

import datetime

from fzjs.facts import Campaign

Date = datetime.date


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


def mostly_before(first: Date, last: Date, start: Date) -> bool:
    """Tell whether the campaign had not begun for most of a period."""
    return first + (last - first) / 2 < start
