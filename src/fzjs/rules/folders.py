"""Whose folder a file lies in: who answers for it (DESIGN section 3: "a matter of folders")."""

from __future__ import annotations

from fzjs.assess import Catalogue
from fzjs.assess.standing import reviewer_of

_IN_OFFICE = 2
"""Folders above what an office or a reviewer writes: `evidence` and one of its own."""


def same_office(old: str, new: str, before: Catalogue, after: Catalogue) -> bool:
    """Tell whether two names are one office's, by the names before a change.

    A name that was nobody's is the office's own where the change gives it to that office alone:
    an office that is renamed. A name that was another's is lent, whatever the change calls it.
    """
    was = before.office(old) or old
    if was == (before.office(new) or new):
        return True
    full = after.office(new)
    if before.office(new) or not full:
        return False
    return {before.office(name) for name, each in after.offices.items() if each == full} - {""} == {
        was
    }


def owner_of(file: str, catalogue: Catalogue) -> str:
    """Return the office that answers for a file: its own folder, else by what the folder is for."""
    coordinator = catalogue.office(catalogue.campaign.coordinator) or "创建办"
    parts = file.split("/")
    if parts[0] != "evidence" or len(parts) <= _IN_OFFICE:
        return coordinator
    if parts[1] == "审核":
        return reviewer_of(parts[2], catalogue) or "审核科室"
    if parts[1] == "督导":
        return "督导检查组"
    ours = parts[1] in {"催办", "日程", "申报"}
    return coordinator if ours else catalogue.folder_office(parts[1])
