"""What tells the bytes of one file from all others: git's id of them, and how many they are."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path  # each answer that is remembered would wait for it

LARGE = 1_000_000
"""Bytes from which a file that git does not vouch for is known by the disk's word, if settled."""
_SETTLED = 3.0
"""Seconds after which a change would show in a file's times."""
GONE = "gone"
"""What stands for a file that is not there."""
_SHA1 = 40
"""Characters of an id in a repository that counts with SHA-1."""


def identity(root: Path | str, name: str, large: int = LARGE) -> str:
    """Return what tells a file's bytes from all others: git's id of them and the size.

    One that is larger is known by what the disk says of it, once that can be believed. `gone` where
    there is none; "" for what is no file, or cannot be read.
    """
    path = os.path.join(root, name)
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            return ""
        times = found.st_mtime, found.st_ctime
        if found.st_size > large and max(times) < time.time() - _SETTLED:
            return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"
        with open(path, "rb") as stream:
            return id_of(stream.read())
    except FileNotFoundError:
        return GONE
    except OSError:
        return ""


def id_of(raw: bytes, kind: str = "sha1") -> str:
    """Return the identity of bytes: git's id of them (`kind` is what git counts with) and size."""
    total = hashlib.new(kind, b"blob %d\0" % len(raw), usedforsecurity=False)
    total.update(raw)
    return f"{total.hexdigest()}:{len(raw)}"


def tells(known: str, root: Path | str, name: str, raw: bytes | None) -> bool:
    """Tell whether an identity is that of some bytes of a file, or of the file as it is now."""
    id_, _, size = known.partition(":")
    if not id_ or ":" in size:  # the disk's word
        return bool(id_) and identity(root, name, large=-1) == known
    if raw is None:
        try:
            with open(os.path.join(root, name), "rb") as stream:
                raw = stream.read()
        except OSError:
            return False
    kind = "sha1" if len(id_) == _SHA1 else "sha256"
    return len(raw) == int(size) and any(
        id_of(form, kind).partition(":")[0] == id_ for form in _committed(raw)
    )


def _committed(raw: bytes) -> Iterator[bytes]:
    """Yield what git may have of a file that holds some bytes: the same, or with plain line ends.

    The bytes follow from the plain form and their number where each line has another end here.
    """
    yield raw
    plain = raw.replace(b"\r\n", b"\n")
    if plain != raw and plain.replace(b"\n", b"\r\n") == raw:
        yield plain
