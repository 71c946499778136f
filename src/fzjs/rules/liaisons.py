"""Which offices have not named a 联络人, and by when they were to."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.catalogue import OWING_ROLES
from fzjs.models import Campaign
from fzjs.rules.written import campaign_document

LIAISON = "联络"


class Missing(NamedTuple):
    """The offices that have not named a 联络人, and by when they were to."""

    offices: tuple[str, ...]
    due: datetime.date | None


def missing(assessment: Assessment) -> Missing:
    """Return the answering offices without a 联络人.

    平顶山市教育局 2021: “各责任科室对本科室示范创建工作负总责……并明确一名联络人……于4月11日前将
    联络人信息报政策法规科”. The day is the 期限 whose name speaks of 联络; where there is none,
    nothing is late.
    """
    record = record_of(assessment)
    due = next((d.date for d in record.deadlines if LIAISON in d.name), None)
    rows = assessment.catalogue.rows.values()
    owing = {r.office for row in rows for r in row.responsible if r.role in OWING_ROLES}
    return Missing(
        tuple(
            office.name
            for office in record.offices
            if office.members is None and not office.liaison and (office.name in owing or not owing)
        ),
        due,
    )


def record_of(assessment: Assessment) -> Campaign:
    """Return `fzjs.yaml` as it is written; an assessment exists only where it could be read."""
    record = campaign_document(assessment).record
    assert isinstance(record, Campaign)  # noqa: S101  # what `campaign_document` looks for
    return record
