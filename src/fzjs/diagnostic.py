"""Faults in the data as values: where, how bad, what is wrong, what to type instead."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""A place inside one YAML file: keys and list positions from the root, e.g. ('对应', 0, '资料')."""


class Severity(StrEnum):
    """How bad a finding is, in the words that `fzjs.yaml` uses."""

    ERROR = "错误"
    WARNING = "警告"
    NOTE = "提示"


class Location(NamedTuple):
    """A place in a file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return the form that editors jump to: file:line:column."""
        # A file's name may hold line ends, and a message is read line by line.
        return f"{' '.join(self.file.splitlines())}:{self.line}:{self.column}"


_COLUMNS = 1 << 20
"""More than a line has."""


def spot(line: int, column: int) -> int:
    """Return the number that stands for a place in `Spots`."""
    return line * _COLUMNS + column


class Spots(Mapping[str, Location]):
    """Places in one file by name, each held as a number: entries have a hundred thousand."""

    __slots__ = ("_at", "_file")

    def __init__(self, file: str, at: Mapping[str, int]) -> None:
        """Take a file and its places as `spot` makes them."""
        self._file, self._at = file, at

    def __getitem__(self, name: str) -> Location:
        """Return a place. Raises KeyError."""
        return Location(self._file, *divmod(self._at[name], _COLUMNS))

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._at)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._at)

    def __contains__(self, name: object) -> bool:
        """Tell whether a place has this name."""
        return name in self._at

    def __repr__(self) -> str:
        """Show the places."""
        return repr(dict(self))


Related = tuple[tuple[Location, str], ...]
"""Other places that a finding is about, each with a word on why."""


class Fault(NamedTuple):
    """A finding that knows its rule and not yet its severity: the campaign may set that."""

    rule: str
    message: str
    location: Location
    hint: str = ""
    related: Related = ()


class Diagnostic(NamedTuple):
    """One finding, ready to print: `rule` is its kebab-case name, `related` other places."""

    rule: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    related: Related = ()


class Regrade(NamedTuple):
    """A rule whose level the campaign has changed; `now` may be 关闭."""

    rule: str
    usual: str
    now: str


class Report(NamedTuple):
    """What a check found, sorted by place, and how many files it read.

    `texts` holds the text of files with findings, for excerpts: none of what must not be shown.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    texts: Mapping[str, str] = MappingProxyType({})
    regraded: tuple[Regrade, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(found.severity is severity for found in self.diagnostics)

    def within(self, path: str) -> Report:
        """Return what was found in one file, or below one folder; `.` is the whole."""
        if path == ".":
            return self
        found = tuple(
            each
            for each in self.diagnostics
            if each.location.file == path or each.location.file.startswith(f"{path}/")
        )
        return self._replace(diagnostics=found)

    def below(self, folder: str) -> Report:
        """Return the findings with their files named from a folder above: "" for none."""
        if not folder:
            return self

        def moved(place: Location) -> Location:
            return place._replace(file=f"{folder}/{place.file}")

        found = (
            each._replace(
                location=moved(each.location),
                related=tuple((moved(place), word) for place, word in each.related),
            )
            for each in self.diagnostics
        )
        texts = {f"{folder}/{file}": text for file, text in self.texts.items()}
        return self._replace(diagnostics=tuple(found), texts=texts)

    def worst_first(self) -> list[Diagnostic]:
        """Return the findings by severity, then by place: for readers that stop after some."""
        order = list(Severity)
        return sorted(self.diagnostics, key=lambda each: order.index(each.severity))

    def line(self, place: Location) -> str:
        """Return the source line of a place, "" where it may not or cannot be shown."""
        lines = self.texts.get(place.file, "").split("\n")
        return lines[place.line - 1] if place.line <= len(lines) else ""


def os_reason(error: OSError) -> str:
    """Return why the system refused, in Chinese; a reason of our own stands as it is."""
    if error.strerror and not error.strerror.isascii():
        return error.strerror
    known = {
        errno.EACCES: "没有权限",
        errno.EPERM: "系统不许（没有权限，或文件设了只读、锁定）",
        errno.EBUSY: "正被别的程序占用",
        errno.EROFS: "磁盘是只读的",
        errno.ENOSPC: "磁盘满了",
        errno.EIO: "磁盘读写出错",
        errno.ENOENT: "文件或文件夹不在",
        errno.EISDIR: "那是一个文件夹",
        errno.ENOTDIR: "路径中间有一段不是文件夹",
        errno.EEXIST: "同名的已经有了",
        errno.ENAMETOOLONG: "名字太长",
        errno.ELOOP: "链接绕成了圈",
    }
    return known.get(error.errno or 0, error.strerror or str(error))


class FzjsError(Exception):
    """No result is possible (no repository, wrong usage); caught once, in `cli`.

    The text is shown to the user as it stands, in Chinese, with what to type instead.
    """

    code = 2
    """The exit code: 2 wrong usage, or nothing to work on."""


class RefusedError(FzjsError):
    """What was asked is well typed, and the data does not allow it; nothing was written."""

    code = 1
