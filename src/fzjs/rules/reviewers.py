"""Which entries there are, the unreadable ones too."""

from __future__ import annotations

from fzjs.assess import Assessment
from fzjs.repository import Role
from fzjs.repository.layout import name_of


def entry_names(assessment: Assessment) -> tuple[str, ...]:
    """Return the ids of all entries, those that could not be read too; see `Assessment.once`."""
    known = {entry.file: entry.id for entry in assessment.repository.entries.values()}
    return tuple(
        known.get(document.file) or name_of(document.file)
        for document in assessment.repository.documents
        if document.role is Role.ENTRY
    )
