"""落款日期 against the cutoff and the 延期 that move it."""

from __future__ import annotations

import datetime

from fzjs.assess.catalogue import Catalogue, covers
from fzjs.assess.period import SUMMARY, claimed_years, is_range
from fzjs.facts import Entry


def dated_late(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “落款时间应为2021年5月31日之前”; the day itself is included.

    An approved 延期 of everything that the entry proves moves the date as well.
    """
    if entry.dated is None or entry.dated <= catalogue.once(_earliest):
        return False
    return entry.dated > last_day(entry, catalogue)


def _earliest(catalogue: Catalogue) -> datetime.date:
    """Return the day up to which no entry is late, whatever it proves."""
    campaign = catalogue.campaign
    return min([campaign.cutoff, *(each.until for each in campaign.extensions if each.until)])


def last_day(entry: Entry, catalogue: Catalogue) -> datetime.date:
    """Return the last day an entry may be dated: the earliest that holds for one of its claims."""
    limits = [catalogue.once(_limit, (claim.material, claim.period)) for claim in entry.claims]
    return min((day for day in limits if day), default=catalogue.campaign.cutoff)


def _limit(claimed: tuple[str, str], catalogue: Catalogue) -> datetime.date | None:
    """Return the last day for a material and its 年度, None where nothing of that name is owed."""
    reference, whole = claimed
    if not catalogue.owes(reference):
        return None
    key = catalogue.material(reference)
    return min((_limit_of(key, period, catalogue) for period in _apart(whole)), default=None)


def _apart(period: str) -> tuple[str, ...]:
    """Return a range of years as one claim a year (docs/format.md, section 5)."""
    if not is_range(period):
        return (period,)
    first, _, last = period.partition("-")
    return tuple(str(year) for year in range(int(first), int(last) + 1))


def _limit_of(key: str, period: str, catalogue: Catalogue) -> datetime.date:
    """Return the cutoff, or the day to which a 延期 of this claim moved it."""
    campaign = catalogue.campaign
    material = catalogue.materials.get(key)
    whole = material is not None and catalogue.rhythm(material) == SUMMARY
    owed = SUMMARY if whole else period
    years = claimed_years(owed, campaign.window)
    indicator = key.partition("-")[0]
    moved = (
        waiver.until
        for waiver in campaign.extensions
        if waiver.until and covers(waiver.subject, key, indicator, owed, years)
    )
    return max(moved, default=campaign.cutoff)
