"""The files among offices' attachments that no entry names."""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.repository import RESERVED, Role
from fzjs.repository.layout import role_of


def files(assessment: Assessment) -> tuple[str, ...]:
    """Return every file below `evidence/`; through `assessment.once`, as the folders are many."""
    return tuple(assessment.repository.tree.files("evidence"))


def unlisted(assessment: Assessment) -> Iterator[str]:
    """Yield their paths; none of an office of which an entry could not be read."""
    repository = assessment.repository
    # Named ones are left out before their roles are asked: that takes a path apart.
    found = [file for file in assessment.once(files) if f"/{Role.ATTACHMENT}/" in file]
    if not found:
        return
    named = {a.file for entry in repository.entries.values() for a in entry.attachments}
    unread = {
        d.file.split("/")[1]
        for d in repository.documents
        if d.role is Role.ENTRY and not d.is_whole
    }
    for file in found:
        if file in named or role_of(file) is not Role.ATTACHMENT:
            continue
        if file.split("/")[1] not in unread | RESERVED:
            yield file
