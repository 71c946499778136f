"""Which offices have not named a 联络人, and by when they were to."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.calendar import liaisons
from fzjs.models import Campaign
from fzjs.rules.written import campaign_document


class Missing(NamedTuple):
    """The offices that have not named a 联络人, and by when they were to."""

    offices: tuple[str, ...]
    due: datetime.date | None


def missing(assessment: Assessment) -> Missing:
    """Return the answering offices without a 联络人, as the calendar counts them."""
    until = liaisons.deadline(assessment)
    return Missing(liaisons.unreported(assessment), until.date if until else None)


def record_of(assessment: Assessment) -> Campaign:
    """Return `fzjs.yaml` as it is written; an assessment exists only where it could be read."""
    record = campaign_document(assessment).record
    assert isinstance(record, Campaign)  # noqa: S101  # what `campaign_document` looks for
    return record
