"""What a data repository holds at this moment, told without reading what git vouches for.

git keeps for each committed file the id of its bytes and what the disk said of it; a file of which
the disk still says the same is not read. All others are: changed, new, ignored, and those that git
was told not to look at. Outside git every file is.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from fzjs import git
from fzjs.cache import digest
from fzjs.diagnostic import FzjsError

if TYPE_CHECKING:
    from pathlib import Path  # each answer that is remembered would wait for it

RECORDS = ("fzjs.yaml", "indicators", "evidence", "private")
"""What the commands that only look read; all of it lies below the root."""
LARGE = 1_000_000
"""Bytes from which a file that git does not vouch for is known by the disk's word, if settled."""
_SETTLED = 3.0
"""Seconds after which a change would show in a file's times."""
_TIMEOUT = 120
_STRICT = {
    "core.trustctime": "true",
    "core.checkstat": "default",
    "core.ignorestat": "false",
    "core.quotepath": "false",
}
"""Settings under which git believes the disk only where it says everything the same."""
_INDEX = ("ls-files", "--stage", "-v", "--debug", "-z", "--", *RECORDS)
_OTHERS = ("ls-files", "--others", "-z", "--", *RECORDS)
_CHANGED = (
    *("diff-files", "--name-only", "-z", "--relative", "--no-renames"),
    *("--ignore-submodules=all", "--", *RECORDS),
)
_HEAD = ("rev-parse", "--short=7", "HEAD")
_STATUS = (
    *("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all"),
    *("--", "."),
)
_FILE = (b"H 100644 ", b"H 100755 ")
"""How `_INDEX` begins a file like any other: one version of it, which git looks at, no link."""
_SAID = 5
"""Lines of `_INDEX` on what the disk said of a file, before the next begins."""


class State(NamedTuple):
    """What there is: git's word for most files, and the names of those that have to be read.

    `listed` is git's list as it stands, with what the disk said of each file; `head` the short id
    of the commit, "" outside git; `changed` whether anything below the root differs from it, None
    where git did not say. `plain` tells whether all are files in this repository: a link may lead
    to bytes that nothing here speaks of.
    """

    root: Path | str
    head: str
    listed: bytes
    loose: tuple[str, ...]
    plain: bool
    changed: bool | None = None

    def whole(self) -> str:
        """Return a name for all of it, equal only for the same; "" where none can be given."""
        if not self.plain:
            return ""
        told = [f"{self.head} {self.changed}".encode(), self.listed]
        for name in self.loose:
            found = identity(self.root, name)
            if not found:
                return ""
            told += [os.fsencode(name), found.encode()]
        return digest(*told)

    def ids(self) -> Mapping[str, str]:
        """Return by path what tells a file's bytes from all others; no link has one.

        The form is git's id and the size on the disk: git may give lines another end there.
        """
        found = {name: identity(self.root, name) for name in self.loose}
        # Of a file that git vouches for, the disk says the size that it said then.
        for name, id_, size in _vouched(self.listed):
            found.setdefault(os.fsdecode(name), f"{id_.decode()}:{size.decode()}")
        return {name: known for name, known in found.items() if known and known != _GONE}


_LFS = "https://git-lfs.github.com/spec/v1"
_GONE = "gone"
_SHA1 = 40
"""Characters of an id in a repository that counts with SHA-1."""


def look(root: Path | str) -> State:
    """Return what a data repository holds."""
    try:
        return _by_git(root) or _by_walk(root)
    except FzjsError:
        return _by_walk(root)


def _by_git(root: Path | str) -> State | None:
    """Return what git knows of it; None where it is in no repository, or git cannot say."""
    names = (git.FILTERS, _INDEX, _OTHERS, _HEAD)
    asked = [git.Asked(root, *words, settings=_STRICT) for words in names]
    off: dict[str, str] = {}
    try:
        off = git.switched_off(asked[0].answer())
        settings = {**off, **_STRICT}
        asked += [git.Asked(root, *words, settings=settings) for words in (_STATUS, _CHANGED)]
    finally:
        done = [each.answer(_TIMEOUT) for each in asked[1:]]
    index, others, head, status, changed = done
    if any(each.returncode or each.stderr for each in (index, others, status, changed)):
        return None
    loose = {os.fsdecode(n) for each in (others, changed) for n in each.stdout.split(b"\0") if n}
    odd = [head for head in _heads(index.stdout) if not head.startswith(_FILE)]
    loose |= {os.fsdecode(head.partition(b"\t")[2]) for head in odd if head[:1] != b"H"}
    said = git.names(status.stdout)
    # Without its filter a fetched LFS file differs from the pointer that git has of it.
    unsure = bool(said) and bool(off) and all(each.startswith(" M") for each in said)
    return State(
        root=root,
        head=git.text(head.stdout).strip() if head.returncode == 0 else "",
        listed=index.stdout,
        loose=tuple(sorted(loose)),
        plain=not unsure and not any(each.startswith((b"12", b"16"), 2) for each in odd),
        changed=None if unsure else bool(said),
    )


def _heads(listed: bytes) -> list[bytes]:
    """Return of each file in git's list: mark, mode, id, stage, tab and name."""
    first, *rest = listed.split(b"\0")
    return [first, *(part.split(b"\n", _SAID)[_SAID] for part in rest[:-1])] if rest else []


def _vouched(listed: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, id and size of each file in git's list that is like any other."""
    first, *rest = listed.split(b"\0")
    head = first
    for part in rest:
        *said, following = part.split(b"\n", _SAID)
        if head.startswith(_FILE):
            about, _, name = head.partition(b"\t")
            yield name, about.split(b" ")[2], said[-1].split(b"\t")[0][8:]
        head = following


def _by_walk(root: Path | str) -> State:
    names: list[str] = []
    plain = all(_walk(root, name, names) for name in RECORDS)
    return State(root, "", b"", tuple(sorted(names)), plain)


def _walk(root: Path | str, name: str, names: list[str]) -> bool:
    """Gather the files below a folder; tell whether there is nothing but files and folders."""
    path = os.path.join(root, name)
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISDIR(mode):
            names.append(name)
            return stat.S_ISREG(mode)
        inner = sorted(os.listdir(path))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    found = [_walk(root, f"{name}/{each}", names) for each in inner]
    return ".git" not in inner and all(found)


def identity(root: Path | str, name: str) -> str:
    """Return what tells a file's bytes from all others: git's id of them and the size.

    A large file is known by what the disk says of it, once that can be believed. `gone` where
    there is none; "" for what is no file, or cannot be read.
    """
    path = os.path.join(root, name)
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            return ""
        times = found.st_mtime, found.st_ctime
        if found.st_size > LARGE and max(times) < time.time() - _SETTLED:
            return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"
        with open(path, "rb") as stream:
            return id_of(stream.read())
    except FileNotFoundError:
        return _GONE
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
    if not id_ or ":" in size:
        return bool(id_) and identity(root, name) == known
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
    """Yield what git may have of a file that holds some bytes.

    The same; where each line has another end here, the plain form; where Git LFS keeps the file,
    its pointer. Each of these follows from the bytes, and the bytes from it and their number.
    """
    yield raw
    plain = raw.replace(b"\r\n", b"\n")
    if plain != raw and plain.replace(b"\n", b"\r\n") == raw:
        yield plain
    content = hashlib.sha256(raw).hexdigest()
    yield f"version {_LFS}\noid sha256:{content}\nsize {len(raw)}\n".encode("ascii")
