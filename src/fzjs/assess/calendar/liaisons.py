"""Who has not reported a 联络人: a name in `fzjs.yaml` is a report, and so is a 办理 of the 期限.

平顶山市教育局 2021: “明确一名联络人……于4月11日前将联络人信息报政策法规科”.
"""

from __future__ import annotations

from fzjs.assess.assessment import Assessment
from fzjs.assess.calendar.records import done_for, without
from fzjs.assess.catalogue import OWING_ROLES
from fzjs.facts import Deadline

LIAISON = "联络"


def deadline(assessment: Assessment) -> Deadline | None:
    """Return the 期限 whose name speaks of 联络; where there is none, nothing is late."""
    found = assessment.catalogue.campaign.deadlines
    return next((each for each in found if LIAISON in each.name), None)


def answering(assessment: Assessment) -> tuple[str, ...]:
    """Return the offices that have a 联络人 to report: those that answer for an indicator."""
    rows = assessment.catalogue.rows.values()
    owing = {r.office for row in rows for r in row.responsible if r.role in OWING_ROLES}
    known = assessment.repository.campaign.offices
    return tuple(o.name for o in known if o.members is None and (o.name in owing or not owing))


def unreported(assessment: Assessment) -> tuple[str, ...]:
    """Return the answering offices without a 联络人, of which no 办理 is recorded either."""
    known = assessment.repository.campaign.offices
    named = {office.name for office in known if office.liaison}
    lacking = [name for name in answering(assessment) if name not in named]
    until = deadline(assessment)
    records = done_for(assessment, until.name) if until else []
    return without(assessment, lacking, records)
