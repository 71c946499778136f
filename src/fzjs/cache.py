"""Where what was computed before is kept, and which program computed it.

The folder is the user's own, never the repository's: what lies there is believed, and a repository
that comes in an archive must not bring what is to be believed. Whoever has no such folder, or one
that others may write to, keeps nothing; no answer depends on it.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from functools import cache

from fzjs import __version__

VARIABLE = "FZJS_CACHE"
"""Names another folder; `off` keeps nothing."""
_OTHERS = 0o022
"""The permission to write of those who are not the owner."""
_SHORT = 24
"""Characters of a hash that name a file."""
_OURS = re.compile(rf"[0-9a-f]{{{_SHORT}}}")
_LONG = 90 * 24 * 3600
"""Seconds after which what is kept of a repository goes, when another one is begun."""


def folder_of(root: str) -> str:
    """Return the folder that holds what is kept of the repository at a path, "" for none.

    It is made where it is missing, as the user's alone.
    """
    base = _base()
    if not base or _is_inside(base, root):
        return ""
    place = os.path.join(base, digest(os.path.realpath(root).encode("utf-8", "surrogateescape")))
    try:
        if not os.path.isdir(place):
            os.makedirs(place, mode=0o700)
            _clear(base)
        found = os.lstat(place)  # in a folder for all, another user may have left a link
    except (OSError, ValueError, RecursionError):  # a path may have a thousand parts
        return ""
    own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    shut = stat.S_ISDIR(found.st_mode) and not (os.name == "posix" and found.st_mode & _OTHERS)
    return place if own and shut else ""


def _is_inside(base: str, root: str) -> bool:
    """Tell whether a folder lies in the repository, git's around it too: it may have brought it."""
    base = os.path.realpath(base)
    top = next(repositories(root), os.path.realpath(root))
    return base == top or base.startswith(top.rstrip(os.sep) + os.sep)


def upward(folder: str) -> Iterator[str]:
    """Yield a folder and all above it."""
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        yield above
        folder = above


def repositories(folder: str) -> Iterator[str]:
    """Yield the folders upward that hold `.git`, whatever git thinks of it."""
    for each in upward(os.path.realpath(folder)):
        if os.path.lexists(os.path.join(each, ".git")):
            yield each


def _clear(base: str) -> None:
    """Let go what is kept of repositories that nobody has looked at for a long time."""
    import shutil  # noqa: PLC0415  # as `write`

    with os.scandir(base) as entries:
        for entry in entries:
            ours = _OURS.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            if ours and entry.stat().st_mtime < time.time() - _LONG:
                shutil.rmtree(entry.path, ignore_errors=True)


def _base() -> str:
    """Return the folder for all repositories, as the system at hand wants it; "" for none."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return "" if named.lower() == "off" else os.path.abspath(os.path.expanduser(named))
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.join(home, ".cache")
    return os.path.join(base, "fzjs") if os.path.isabs(base) else ""


def digest(*parts: bytes) -> str:
    """Return a short name for some bytes; parts are told apart."""
    total = hashlib.sha256()
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.hexdigest()[:_SHORT]


@cache
def program() -> str:
    """Return what tells this program from every other that might compute something else.

    Version, interpreter, the installed packages, and the own files: of an installed wheel by its
    list of hashes, of a checkout by size and time.
    """
    home = os.path.dirname(os.path.abspath(__file__))
    library = os.path.dirname(home)
    record = _bytes(os.path.join(library, f"fzjs-{__version__}.dist-info", "RECORD"))
    facts = [__version__, sys.version, sys.prefix, *_packages()]
    try:
        facts += _files(home, timed=not record)
    except OSError:  # packed, or a file went while one looked: equal to no other run
        facts.append(str(time.time_ns()))
    return digest(record, "\0".join(facts).encode("utf-8", "surrogateescape"))


def _packages() -> list[str]:
    """Return the names and versions of what is installed beside it, as the folders say them."""
    found = []
    for place in sys.path:
        if place.endswith(("site-packages", "dist-packages")):
            try:
                found += sorted(n for n in os.listdir(place) if n.endswith(("-info", ".pth")))
            except OSError:
                continue
    return found


def _files(folder: str, *, timed: bool) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    found += _files(entry.path, timed=timed)
                continue
            state = entry.stat()
            found.append(f"{entry.path} {state.st_size} {state.st_mtime_ns if timed else ''}")
    return found


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError:
        return b""


def write(path: str, content: bytes) -> None:
    """Write a file of the cache whole or not at all; that it cannot be written harms nobody."""
    import tempfile  # noqa: PLC0415  # an answer that is remembered writes nothing

    try:
        handle, part = tempfile.mkstemp(dir=os.path.dirname(path))
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            os.replace(part, path)
        except OSError:
            os.unlink(part)
    except OSError:
        return
