"""What a data repository holds at this moment, told without reading what git vouches for.

git keeps for each committed file the id of its bytes and what the disk said of it; a file of which
the disk still says the same is not read. All others are: changed, new, ignored, and those that git
was told not to look at. Outside git every file is.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fzjs import git
from fzjs.cache import digest
from fzjs.diagnostic import FzjsError
from fzjs.identity import GONE, LARGE, identity

if TYPE_CHECKING:
    from pathlib import Path  # each answer that is remembered would wait for it

RECORDS = ("fzjs.yaml", "indicators", "evidence", "private")
"""What the commands that only look read; all of it lies below the root."""
_TIMEOUT = 120
_STRICT = {
    "core.trustctime": "true",
    "core.checkstat": "default",
    "core.ignorestat": "false",
    "core.quotepath": "false",
}
"""Settings under which git believes the disk only where it says everything the same."""
_INDEX = ("ls-files", "--stage", "-v", "--debug", "-z", "--", *RECORDS)
_CHANGED = (
    *("diff-files", "--name-only", "-z", "--relative", "--no-renames"),
    *("--ignore-submodules=all", "--", *RECORDS),
)
_HEAD = ("rev-parse", "--short=7", "HEAD")
_CONVERTED = (
    *("ls-files", "-z", "--", *RECORDS),
    ":(exclude,attr:!filter !working-tree-encoding)",
)
"""Files that are changed on their way to git: its id is that of other bytes, maybe as many."""
_FILE = (b"H 100644 ", b"H 100755 ")
"""How `_INDEX` begins a file like any other: one version of it, which git looks at, no link."""
_NEEDED = 4
"""Answers of git, besides the commit, without which nothing is known by it."""
_SAID = 5
"""Lines of `_INDEX` on what the disk said of a file, before the next begins."""


_FOLLOWING = re.compile(rb"\tflags: [0-9a-f]+\n([^\0]+)\0")
"""What follows the last of these lines. To split each part at its lines took thrice the time."""


class _Told(NamedTuple):
    root: Path | str
    head: str
    listed: bytes
    loose: tuple[str, ...]
    plain: bool
    changed: bool | None = None
    folders: tuple[bytes, ...] = ()
    converted: frozenset[str] = frozenset()


class State(_Told):
    """What there is: git's word for most files, and the names of those that have to be read.

    `listed` is git's list as it stands, with what the disk said of each file; `head` the short id
    of the commit, "" outside git; `changed` whether anything below the root differs from it, None
    where git did not say. `plain` tells whether all are files and folders of this repository, and
    git said all there is to say: a link may lead to bytes that nothing here speaks of. Of
    `converted` files git's id is not that of the bytes on the disk.
    """

    @cached_property
    def _read(self) -> Mapping[str, str]:
        """What tells the bytes of the files that git says nothing of: each is read once."""
        return {name: self._identity(name) for name in self.loose}

    def whole(self) -> str:
        """Return a name for all of it, equal only for the same; "" where none can be given.

        To git's list belongs what the disk said of each file: it is not looked into.
        """
        if not (self.plain and all(self._read.values())):
            return ""
        told = [f"{self.head} {self.changed}".encode(), self.listed, b"\0".join(self.folders)]
        for name, found in self._read.items():
            told += [os.fsencode(name), found.encode()]
        return digest(*told)

    def bytes_alone(self, *, committed: bool) -> str:
        """Return a name for the bytes of all files and the folders, whatever git and the disk say.

        `committed` adds the commit and whether anything differs from it. Only where `whole` has a
        name too, and `is_doubtful` has no doubt.
        """
        about = f"{self.head} {self.changed}" if committed else ""
        files = "\0".join(f"{name}\0{id_}" for name, id_ in sorted(self.ids.items()))
        return digest(about.encode(), b"\0".join(self.folders), os.fsencode(files))

    def is_doubtful(self, since: float) -> bool:
        """Tell whether a file written since may hold other bytes under the same id and size.

        A text with line ends of both kinds may be as long as another of which git has the same
        form. That form is never longer: where it is as long as the file, it is the file. In seconds
        since 1970, by the clock of the disk.
        """
        written = {(id_, size) for _, id_, size in _vouched(self.listed, since)}
        sizes = git.sizes(self.root, {id_ for id_, _ in written}) if written else {}
        return sizes is None or any(sizes.get(id_) != size for id_, size in written)

    @cached_property
    def ids(self) -> dict[str, str]:
        """By path what tells a file's bytes from all others; no link has one.

        The form is git's id and the size on the disk: git may give lines another end there.
        """
        found = dict(self._read)
        # Of a file that git vouches for, the disk says the size that it said then.
        for name, id_, size in _vouched(self.listed):
            found.setdefault(os.fsdecode(name), f"{id_.decode()}:{size.decode()}")
        return {name: known for name, known in found.items() if known and known != GONE}

    def _identity(self, name: str) -> str:
        """Return what tells a file's bytes; all scans may be converted, and are not all read."""
        return identity(self.root, name, large=-1 if name in self.converted else LARGE)


class _Disk(NamedTuple):
    """What lies below the root; `plain` tells whether it is nothing but files and folders.

    git tells of no pipe, no empty folder and no `.git` below another, and where it was told that
    `a` and `A` are the same, not of a second file.
    """

    files: set[bytes]
    folders: list[bytes]
    plain: bool = True


def look(root: Path | str, meanwhile: Callable[[], object] = lambda: None) -> State:
    """Return what a data repository holds; `meanwhile` is done while git looks for itself."""
    asked: list[git.Asked] = []
    off: dict[str, str] = {}
    with contextlib.suppress(FzjsError):
        filters = git.Asked(root, *git.FILTERS, settings=_STRICT)
        asked += (git.Asked(root, *words, settings=_STRICT) for words in (_HEAD, _INDEX))
        off = git.switched_off(filters.answer())
        settings = {**off, **_STRICT}
        more = (*git.STATUS, "."), _CHANGED, _CONVERTED
        asked += (git.Asked(root, *words, settings=settings) for words in more)
    disk = _walk(root)
    meanwhile()
    answers = [_heard(each) for each in asked]
    head = git.text(answers[0].stdout).strip() if answers and not answers[0].returncode else ""
    said = [each for each in answers[1:] if not (each.returncode or each.stderr)]
    if len(said) < _NEEDED:
        loose = tuple(sorted(os.fsdecode(name) for name in disk.files))
        # What git cannot say now, but knows, another question may be answered by.
        plain = disk.plain and not head
        return State(root, "", b"", loose, plain, folders=tuple(sorted(disk.folders)))
    return _told(root, head, disk, [each.stdout for each in said], filters=bool(off))


def _heard(asked: git.Asked) -> git.Done:
    """Return what git did; that it took too long is a failure like others."""
    try:
        return asked.answer(_TIMEOUT)
    except FzjsError:
        return git.Done((), 1, b"", b"")


def _told(
    root: Path | str, head: str, disk: _Disk, said: Sequence[bytes], *, filters: bool
) -> State:
    """Return what git knows of a repository, and what lies there besides."""
    index, status, changed, other = said
    loose = {*changed.split(b"\0")} - {b""}
    converted = {*other.split(b"\0")} - {b""}
    listed = _heads(index)
    odd = [each for each in listed if not each.startswith(_FILE)]
    loose |= {each.partition(b"\t")[2] for each in odd if each[:1] != b"H"}
    loose |= disk.files.difference(each.partition(b"\t")[2] for each in listed) | converted
    differs = git.names(status)
    # Without its filter a fetched LFS file differs from the pointer that git has of it.
    unsure = filters and bool(differs) and all(each.startswith(" M") for each in differs)
    linked = any(each.startswith((b"12", b"16"), 2) for each in odd)
    return State(
        root=root,
        head=head,
        listed=index,
        loose=tuple(sorted(os.fsdecode(name) for name in loose)),
        plain=disk.plain and not unsure and not linked,
        changed=None if unsure else bool(differs),
        folders=tuple(sorted(disk.folders)),
        converted=frozenset(os.fsdecode(name) for name in converted),
    )


def _heads(listed: bytes) -> list[bytes]:
    """Return of each file in git's list: mark, mode, id, stage, tab and name."""
    first, there, _ = listed.partition(b"\0")
    # From behind the first name on: a name may hold what stands before others.
    return [first, *_FOLLOWING.findall(listed, len(first) + 1)] if there else []


def _vouched(listed: bytes, since: float = 0) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, id and size of each file in git's list that is like any other.

    Of those alone that were written since, where asked.
    """
    first, *rest = listed.split(b"\0")
    head = first
    for part in rest:
        *said, following = part.split(b"\n", _SAID)
        if head.startswith(_FILE) and not (since and max(map(_time, said[:2])) < since):
            about, _, name = head.partition(b"\t")
            yield name, about.split(b" ")[2], said[-1].split(b"\t")[0][8:]
        head = following


def _time(said: bytes) -> int:
    """Return the seconds of a line such as `  ctime: 1609459200:5`."""
    return int(said.split(b":")[1])


def _walk(root: Path | str) -> _Disk:
    """Return what the disk holds of the records."""
    top = os.fsencode(root)
    disk = _Disk(set(), [])
    odd = [record for record in RECORDS if not _gather(top, record.encode(), disk)]
    return disk._replace(plain=not odd)


def _gather(top: bytes, record: bytes, disk: _Disk) -> bool:
    """Note what lies at a path and below; tell whether it is nothing but files and folders."""
    try:
        mode = os.lstat(os.path.join(top, record)).st_mode
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    if not stat.S_ISDIR(mode):
        disk.files.add(record)
        return stat.S_ISREG(mode)
    waiting, plain = [record], True
    try:
        while waiting:
            here = waiting.pop()
            disk.folders.append(here)
            with os.scandir(os.path.join(top, here)) as entries:
                for entry in entries:
                    name = here + b"/" + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(name)
                    else:
                        disk.files.add(name)
                        plain = plain and entry.is_file(follow_symlinks=False)
                    plain = plain and entry.name != b".git"
    except OSError:  # also of what is going while one looks
        return False
    return plain
