"""Tells a document that is as this program wrote it from one that a person has changed.

A document names in its properties the hash of all its other parts. The commit and the day stand
there too, so that a newer one may replace it unasked, and nothing that a person wrote is lost.
"""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812  # zlib spells its exception in lower case

if TYPE_CHECKING:
    from collections.abc import Mapping

CORE = "docProps/core.xml"
_NAME = "fzjs-sha256-"
BLANK = _NAME + "0" * 64
"""What stands in the properties until the other parts are known."""
_HELD = re.compile(_NAME.encode() + b"[0-9a-f]{64}")
_LARGEST = 200_000_000


def sealed(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a package's parts with their hash in the properties, where BLANK stood."""
    return {**parts, CORE: parts[CORE].replace(BLANK.encode(), _name(parts))}


def is_untouched(document: bytes) -> bool:
    """Tell whether a file is a document of ours that nobody has saved since."""
    try:
        with ZipFile(BytesIO(document)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                return False
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, DeflateError, EOFError, OSError, RuntimeError, ValueError):
        return False
    return _name(parts) in _HELD.findall(parts.get(CORE, b""))


def _name(parts: Mapping[str, bytes]) -> bytes:
    total = hashlib.sha256()
    for name in sorted(set(parts) - {CORE}):
        total.update(f"{name} {len(parts[name])}\n".encode())
        total.update(parts[name])
    return f"{_NAME}{total.hexdigest()}".encode()
