"""CODEOWNERS: who must approve a file. The last line that matches wins.

The patterns are those of GitHub: gitignore's without `!` and `[…]`; `docs/*` speaks of the files
in `docs`, not of those in folders below it. GitLab's sections are not told apart.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import NamedTuple

PLACES = (
    ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS",
    ".gitee/CODEOWNERS",
)  # fmt: skip
"""Where forges look for it; the first that is there holds."""

_SECTION = re.compile(r"\^?\[")
_WORD = re.compile(r"(?:\\.|[^\s\\]|\\$)+")
_DEEP = 40
"""Folders of a pattern that is still tried."""


class Line(NamedTuple):
    """A pattern and its owners; none where the line takes a file away from all."""

    pattern: str
    owners: tuple[str, ...]


class CodeOwners(NamedTuple):
    """The lines of a file; `sections` where GitLab's sections were read as plain lines."""

    lines: tuple[Line, ...]
    sections: bool

    def of(self, path: str) -> tuple[str, ...]:
        """Return the owners of a path from the root of git's repository."""
        found = next((line for line in reversed(self.lines) if matches(line.pattern, path)), None)
        return found.owners if found else ()


def parse(text: str) -> CodeOwners:
    """Return the lines of a CODEOWNERS file."""
    lines: list[Line] = []
    sections = False
    for row in text.lstrip("\ufeff").splitlines():
        line = row.strip()
        if _SECTION.match(line):
            sections = True
        elif line and not line.startswith("#"):
            pattern, *words = _WORD.findall(line)
            ends = next((i for i, word in enumerate(words) if word.startswith("#")), len(words))
            lines.append(Line(pattern, tuple(words[:ends])))
    return CodeOwners(tuple(lines), sections)


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern speaks of a file."""
    segments = pattern.strip("/").split("/")
    if len(segments) > _DEEP:
        return False
    anchored = pattern.startswith("/") or len(segments) > 1
    if not anchored:
        segments = ["**", *segments]
    bare = segments[-1] == "*"
    if pattern.endswith("/"):
        segments += ["**", "*"]
    elif segments[-1] == "**":
        segments.append("*")
    return _match(tuple(map(_glob, segments)), path.split("/"), whole=bare)


def _match(segments: tuple[str, ...], parts: list[str], *, whole: bool) -> bool:
    """Match folder by folder; `reached` are the places in the pattern that a prefix may lead to.

    A pattern that names a folder speaks of all below it, unless its end is a bare `*`.
    """
    reached = _past_deep({0}, segments)
    for i, part in enumerate(parts):
        after: set[int] = set()
        for at in reached:
            if at < len(segments) and segments[at] == "**":
                after.add(at)
            elif at < len(segments) and fnmatchcase(part, segments[at]):
                after.add(at + 1)
        reached = _past_deep(after, segments)
        if len(segments) in reached and (not whole or i == len(parts) - 1):
            return True
    return False


def _past_deep(places: set[int], segments: tuple[str, ...]) -> set[int]:
    """Add the places behind a `**`: it stands for no folder too."""
    found = set(places)
    for at in sorted(places):
        step = at
        while step < len(segments) - 1 and segments[step] == "**":
            step += 1
            found.add(step)
    return found


def _glob(segment: str) -> str:
    """Return a segment for fnmatch: brackets and escaped marks stand for themselves."""
    if segment == "**":
        return segment
    pieces = re.findall(r"\\.|.", segment)
    return "".join(
        f"[{piece[-1]}]" if piece[0] == "\\" and len(piece) > 1 else {"[": "[[]"}.get(piece, piece)
        for piece in pieces
    )
