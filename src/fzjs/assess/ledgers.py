"""What the lines of a 工作台账 stand for, and which months each office has handed in.

A line is an indicator and a year. docs/format.md, section 6: what names no year (汇总, 时点, 现行,
有则报, 逐件) stands in the window's last; two years (2016-2017) stand in the later, half a year in
its own. So every 应报件 of an office stands in one line, and the lines add up to what it owes. A
row that shares another's material owes nothing of its own: it has no line, and may have one.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator

from fzjs.assess.assessment import Assessment, Judged
from fzjs.assess.duration import begins, ends, mostly_before
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
    """Return the months that have been due, oldest first; none where the campaign sets no day.

    They begin with the first that anybody handed in in its own time, not before the campaign
    (`first_month`); where nobody has, there is only the latest. They end with the campaign
    (`duration.ends`); after that a month is due only where an office handed it in: an evaluation
    goes on after the 截止, and nobody says for how long.
    """
    campaign, today = assessment.catalogue.campaign, assessment.today
    last, closing = latest(campaign, today), latest(campaign, ends(campaign))
    if last is None or closing is None:
        return []
    floor = first_month(campaign, today)
    timely = {month for month in _timely(assessment) if floor <= month <= last.month}
    until = min(last.month, closing.month)
    month, found = min(timely, default=until), []
    while floor <= month <= last.month:
        if month <= until or month in timely:
            found.append(handing(campaign, month))
        month = moved(month, 1)
    return found


def latest_due(assessment: Assessment) -> Handing | None:
    """Return the last month that has been due; None where none has."""
    return next(reversed(months(assessment)), None)


def first_month(campaign: Campaign, today: datetime.date) -> str:
    """Return the first month that can be due, "" where no 阶段 says when the campaign begins.

    A month's 工作台账 speaks of the month before; one that was mostly over when the campaign
    began is not asked for, as with every 周期任务.
    """
    start, stated = begins(campaign, today)
    if not stated:
        return ""
    end = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    by = 2 if mostly_before(start.replace(day=1), end, start) else 1
    return moved(f"{start:%Y-%m}", by)


def _timely(assessment: Assessment) -> Iterator[str]:
    """Yield the months of which a 工作台账 was filled in in the month itself or that before it.

    A file that bears a wrong month, or is written years later, tells nothing of when it began.
    """
    names = dict.fromkeys(each.office for each in assessment.repository.ledgers)
    for office in dict.fromkeys(filter(None, map(assessment.catalogue.office, names))):
        for each in handed(assessment, office):
            if f"{each.filled:%Y-%m}" in {each.month, moved(each.month, -1)}:
                yield each.month


def missing(assessment: Assessment, office: str) -> list[Handing]:
    """Return the months whose day has passed and which an office has not handed in."""
    today = assessment.today
    return [each for each in lacking(assessment, office) if each.due and each.due < today]


def lacking(assessment: Assessment, office: str) -> list[Handing]:
    """Return the months that an office has not handed in; one due today is still in time.

    What was due by the day of a 换版 was owed under the edition before: an office that handed in
    nothing then may not have been there yet, and is not accused.
    """
    if office not in offices(assessment):
        return []
    mine, migrated = handed(assessment, office), assessment.repository.campaign.migrated
    there = {each.month for each in mine}
    gone = [each for each in months(assessment) if each.month not in there]
    if migrated is None or any(each.filled <= migrated for each in mine):
        return gone
    return [each for each in gone if each.due and each.due > migrated]
