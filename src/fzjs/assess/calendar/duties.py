"""周期任务 and yearly duties of the indicators, period by period, with what is recorded of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.assessment import Assessment
from fzjs.assess.calendar.item import UNRECORDED, Date, Item
from fzjs.assess.calendar.records import done_for, without
from fzjs.assess.calendar.yearly import duty_of, yearly
from fzjs.assess.cycle import Term, on_day, terms
from fzjs.assess.duration import begins, ends, mostly_before
from fzjs.assess.handing import Handing, handing, is_ledger, moved, turn
from fzjs.assess.ledgers import first_month, handed, months, offices
from fzjs.facts import Duty

_BY_YEARS = {"每年", "每2年"}


def duties(assessment: Assessment, horizon: Date, office: str) -> Iterator[Item]:
    """Yield each period of each 周期任务 that is due from the campaign's beginning to a day.

    What comes more often than yearly ends with the campaign; `office` narrows to one.
    """
    campaign = assessment.catalogue.campaign
    first = begins(campaign, assessment.today)[0]
    last = min(horizon, ends(campaign))
    for duty in campaign.duties:
        if is_ledger(duty):
            for when in _handings(assessment, last):
                if when.due and first <= when.due <= horizon:
                    yield from _ledger(assessment, duty, when, office)
            continue
        yearly_ = duty.cycle in _BY_YEARS
        for term in terms(duty, first, horizon if yearly_ else last, campaign.window[0]):
            if yearly_ or not mostly_before(term.first, term.last, first):
                yield _plain(assessment, duty, term)


def _plain(assessment: Assessment, duty: Duty, term: Term) -> Item:
    owners = _owners(assessment, duty.offices)
    records = done_for(assessment, duty.name, term.label)
    held = [
        each.date
        for each in assessment.repository.held
        if each.kind == duty.name and term.first <= each.date <= min(term.last, assessment.today)
    ]
    days = [*held, *(each.date for each in records)]
    lacking = () if held else without(assessment, owners, records)
    done = bool(days) and not lacking
    state = _recorded(min(days), term.due) if done else UNRECORDED
    if lacking and days:
        state = f"{'、'.join(lacking)}{UNRECORDED}"
    return Item(
        "周期任务",
        duty.name,
        term.label,
        term.due,
        state,
        duty.source,
        lacking or owners,
        done=done,
    )


def _recorded(day: Date, due: Date) -> str:
    late = f"，迟{(day - due).days}天" if day > due else ""
    return f"{day}办{late}"


def _owners(assessment: Assessment, names: Iterable[str]) -> tuple[str, ...]:
    catalogue = assessment.catalogue
    return tuple(dict.fromkeys(each for name in names for each in catalogue.members(name) if each))


def _handings(assessment: Assessment, until: Date) -> Iterator[Handing]:
    """Yield the months of 工作台账 that have been due, as `status` and `todo` count them, and next.

    What is to come ends with the campaign: `until`.
    """
    campaign, today = assessment.catalogue.campaign, assessment.today
    past = months(assessment)
    yield from past
    when = turn(campaign, today)
    while when.due and when.due <= until:
        if when not in past and when.month >= first_month(campaign, today):
            yield when
        when = handing(campaign, moved(when.month, 1))


def _handed(assessment: Assessment, office: str, when: Handing) -> bool:
    return when.month in {each.month for each in handed(assessment, office)}


def _ledger(assessment: Assessment, duty: Duty, when: Handing, office: str) -> Iterator[Item]:
    """Yield a month's 工作台账: by when, and who has not handed it in."""
    asked = tuple(name for name in offices(assessment) if office in {"", name})
    lacking = tuple(name for name in asked if not _handed(assessment, name, when))
    nothing = office and not asked and not _handed(assessment, office, when)
    if when.due is None or nothing:
        return
    plain = on_day(int(when.month[:4]), int(when.month[5:]), duty.day)
    moved_ = ""
    if when.due < plain:
        moved_ = f"{plain.month}-{plain.day:02}休息，提前到最后一个工作日"
    state = f"{len(lacking)}个科室没有交" if lacking else "都交了"
    if office:
        state = "没有交" if lacking else "交了"
    yield Item(
        "工作台账", duty.name, when.month, when.due, state, duty.source, lacking or asked,
        note=moved_, done=not lacking, certain=True, known=when.known,
    )  # fmt: skip


def implied(assessment: Assessment, horizon: Date) -> Iterator[Item]:
    """Yield the yearly duties that indicators imply and no 周期任务 speaks of."""
    catalogue = assessment.catalogue
    campaign = catalogue.campaign
    first = begins(campaign, assessment.today)[0]
    for found in yearly(catalogue):
        if duty_of(found, campaign, catalogue):
            continue
        for year in range(first.year, horizon.year + 1):
            due = on_day(year, found.month, found.day)
            if not first <= due <= horizon:
                continue
            item, owners = found.target.item, tuple(dict.fromkeys(found.row.owners))
            records = done_for(assessment, item, str(year))
            lacking = without(assessment, owners, records) if records else owners
            # One office's record does: the indicator is owed once, whoever of them reports.
            done = bool(records)
            state = _recorded(min(r.date for r in records), due) if done else UNRECORDED
            yield Item(
                "量化要求", item, str(year), due, state, found.source,
                owners if done else lacking, done=done,
            )  # fmt: skip
