"""What the lines of a 工作台账 stand for, and which months each office has handed in.

A line is an indicator and a year. docs/format.md, section 6: what names no year (汇总, 时点, 现行,
有则报, 逐件) stands in the window's last; two years (2016-2017) stand in the later, half a year in
its own. So every 应报件 of an office stands in one line, and the lines add up to what it owes. A
row that shares another's material owes nothing of its own: it has no line, and may have one.
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.assessment import Assessment, Judged
from fzjs.assess.handing import Handing, handing, is_month, latest, moved, turn
from fzjs.assess.owe import Due
from fzjs.assess.period import has_year
from fzjs.assess.satisfy import Met
from fzjs.facts import Campaign, LedgerMonth

Key = tuple[int, str]
"""Year and folded number of a line."""


def year_of(due: Due, campaign: Campaign) -> int:
    """Return the year in whose line an 应报件 stands."""
    return due.span.years[-1] if has_year(due.span.label) else campaign.window[1]


def lines(assessment: Assessment, office: str) -> dict[Key, tuple[Met, ...]]:
    """Return an office's lines, by year and then in plan order, each with what is owed in it.

    What is 不适用 is not owed.
    """
    found: dict[Key, list[Met]] = {}
    for met in assessment.counted:
        if office in met.due.owners:
            key = (year_of(met.due, assessment.catalogue.campaign), met.due.indicator)
            found.setdefault(key, []).append(met)
    return {key: tuple(found[key]) for key in sorted(found, key=lambda each: each[0])}


def spoken_of(assessment: Assessment, judged: Judged, office: str, year: int) -> tuple[Met, ...]:
    """Return what a line that an office wrote speaks of: of a sharing row, what is shared."""
    campaign = assessment.catalogue.campaign
    return tuple(
        met
        for met in judged.owed
        if not met.due.excused
        and (judged.row.shares or office in met.due.owners)
        and year_of(met.due, campaign) == year
    )


def offices(assessment: Assessment) -> list[str]:
    """Return the offices that have a 工作台账 to hand in: those that owe, in the campaign's order.

    A group noun whose members nobody has named cannot hand anything in.
    """
    owing = {office for met in assessment.counted for office in met.due.owners}
    known = assessment.repository.campaign.offices
    return [each.name for each in known if each.name in owing and not each.is_open]


def written(assessment: Assessment, office: str) -> list[LedgerMonth]:
    """Return an office's ledgers, drafts too, under whichever of its names they lie; by month."""
    catalogue = assessment.catalogue
    mine = (
        each
        for each in assessment.repository.ledgers
        if is_month(each.month) and catalogue.folder_office(each.office) == office
    )
    return sorted(mine, key=lambda each: each.month)


def handed(assessment: Assessment, office: str) -> list[LedgerMonth]:
    """Return the ledgers that an office has handed in, by month.

    None of a month ahead, and none that says it was filled in on a day to come.
    """
    today = assessment.today
    last = turn(assessment.catalogue.campaign, today).month
    return [
        each
        for each in written(assessment, office)
        if not each.draft and each.month <= last and (each.filled or today) <= today
    ]


def newest(assessment: Assessment) -> Iterator[tuple[str, LedgerMonth]]:
    """Yield each office with the ledger that it handed in last.

    docs/format.md, section 6: only the newest month is held against the evidence. Of a folder that
    is no office's, evidence-unknown-office says all there is to say. One filled in by the day of a
    换版 was true of the edition before, and is not held against what the new one asks.
    """
    migrated = assessment.repository.campaign.migrated
    named = (assessment.catalogue.office(each.office) for each in assessment.repository.ledgers)
    for office in filter(None, dict.fromkeys(named)):
        for ledger in handed(assessment, office)[-1:]:
            if migrated is None or ledger.filled > migrated:
                yield office, ledger


def months(assessment: Assessment) -> list[Handing]:
    """Return the months that have been due, from the first that anybody wrote, oldest first.

    Where nobody has written any, the latest; none where the campaign sets no day.
    """
    campaign, today = assessment.catalogue.campaign, assessment.today
    last = latest(campaign, today)
    if last is None:
        return []
    names = [each.month for each in assessment.repository.ledgers if is_month(each.month)]
    month, found = min([*names, last.month]), [last]
    while found[0].month > month:
        found.insert(0, handing(campaign, moved(found[0].month, -1)))
    return found


def missing(assessment: Assessment, office: str) -> list[Handing]:
    """Return the months whose day has passed and which an office has not handed in."""
    if office not in offices(assessment):
        return []
    there = {each.month for each in handed(assessment, office)}
    today = assessment.today
    past = (each for each in months(assessment) if each.due and each.due < today)
    return [each for each in past if each.month not in there]
