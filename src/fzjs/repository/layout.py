"""Which file is what: the folders of a data repository (DESIGN section 3)."""

from __future__ import annotations

import functools
import unicodedata
from enum import StrEnum
from pathlib import PurePosixPath


class Role(StrEnum):
    """What a file below `evidence/` holds."""

    ENTRY = "条目"
    REVIEW = "审核"
    INSPECTION = "督导"
    REMINDER = "催办"
    DECLARATION = "申报"
    LEDGER = "台账"
    RECTIFICATION = "整改"
    APPLICATION = "申请"
    AGENDA = "日程"
    ATTACHMENT = "附件"
    STRAY = ""


RESERVED = frozenset({"审核", "督导", "催办", "申报", "附件", "台账", "整改", "申请", "日程"})
"""Folder names that hold no entries and are no office names."""

_TOP = {
    "审核": Role.REVIEW,
    "督导": Role.INSPECTION,
    "催办": Role.REMINDER,
    "申报": Role.DECLARATION,
    "日程": Role.AGENDA,
}
_IN_OFFICE = {
    "台账": Role.LEDGER,
    "整改": Role.RECTIFICATION,
    "申请": Role.APPLICATION,
    "日程": Role.AGENDA,
}


def role_of(file: str) -> Role:
    """Return what a path below `evidence/` holds; STRAY for a file that nothing reads."""
    folder, _, name = file.rpartition("/")
    return _role_in(folder, is_record=name.endswith(".yaml") and name != ".yaml")


@functools.lru_cache(1 << 12)  # files share their folders
def _role_in(folder: str, *, is_record: bool) -> Role:
    """Return what a file of a folder holds; `is_record` tells whether it is YAML."""
    parts = PurePosixPath(folder).parts[1:]
    if "附件" in parts[1:]:
        return Role.ATTACHMENT
    if not is_record or not parts:
        return Role.STRAY
    if parts[0] in _TOP:
        return _TOP[parts[0]]
    if parts[0] in RESERVED or any(part in RESERVED for part in parts[2:]):
        return Role.STRAY
    return _IN_OFFICE.get(parts[1], Role.ENTRY) if len(parts) > 1 else Role.ENTRY


def name_of(file: str) -> str:
    """Return a file's path without `evidence/` and suffix, in NFC: for an entry, its id."""
    return nfc(file.removeprefix("evidence/").removesuffix(".yaml"))


def nfc(name: str | None) -> str:
    """Return a name as it is typed: macOS may give the same letters apart (NFD)."""
    return unicodedata.normalize("NFC", name or "")
