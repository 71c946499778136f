"""What is recorded of a duty, in 日程 and in 申报."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.assessment import Assessment
from fzjs.assess.declared import annual_duty, revisit_duty
from fzjs.facts import Done


def done_for(assessment: Assessment, duty: str, term: str = "") -> list[Done]:
    """Return what is recorded of a duty's period up to today; a day to come is no record.

    What 申报 says of an annual report or a 回访 is a record too: nobody writes it down twice.
    """
    return [
        each
        for each in (*assessment.repository.agenda.done, *_declared(assessment))
        if each.duty == duty and each.term == term and each.date <= assessment.today
    ]


def without(
    assessment: Assessment, owners: Iterable[str], records: Iterable[Done]
) -> tuple[str, ...]:
    """Return the offices of which nothing is recorded; the coordinator's record is of all."""
    offices = {
        assessment.catalogue.folder_office(each.office) if each.office else "" for each in records
    }
    return () if "" in offices else tuple(name for name in owners if name not in offices)


def _declared(assessment: Assessment) -> Iterator[Done]:
    """Yield the annual reports and 回访 of 申报 as records; a report on 2020 is due in 2021."""
    campaign = assessment.catalogue.campaign
    annual, revisit = annual_duty(campaign), revisit_duty(campaign)
    for each in assessment.repository.declarations:
        for duty, said, later in ((annual, each.annual, 1), (revisit, each.revisits, 0)):
            for one in said if duty else ():
                if duty and one.subject.isdecimal():
                    term = str(int(one.subject) + later)
                    yield Done(duty.name, term, one.date, "", one.place)
