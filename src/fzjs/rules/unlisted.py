"""The files among offices' attachments that no entry names."""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.repository import RESERVED, Role
from fzjs.repository.layout import role_of


def unlisted(assessment: Assessment) -> Iterator[str]:
    """Yield their paths; none of an office of which an entry could not be read."""
    repository = assessment.repository
    named = {a.file for entry in repository.entries.values() for a in entry.attachments}
    unread = {
        d.file.split("/")[1]
        for d in repository.documents
        if d.role is Role.ENTRY and not d.is_whole
    }
    for file in repository.tree.files("evidence"):
        if role_of(file) is not Role.ATTACHMENT or file in named:
            continue
        if file.split("/")[1] not in unread | RESERVED:
            yield file
