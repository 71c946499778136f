"""What goes into a document, and the faults that stop one; light, so that anyone may import it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from fzjs.diagnostic import FzjsError, KeyPath

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

GAP = "（待填）"
"""Marks what a person has still to write; nothing is invented to fill a gap (DESIGN section 6)."""

_ALIKE = 0.5
"""From this likeness (0 to 1) a name is worth suggesting; two-character names score low."""


class Template(NamedTuple):
    """A text template: `name` in messages ('templates/statement.md.j2'), its whole text."""

    name: str
    text: str


class Properties(NamedTuple):
    """What the file's properties say of it: who, when, and from which commit its figures come."""

    title: str
    author: str
    created: date
    commit: str = ""
    completeness: str = ""


class TemplateFault(FzjsError):  # noqa: N818  # a fault is what the data calls it
    """A template's mistake: 'templates/statement.md.j2:12:5: …'.

    `line` and `column` count from 1, in characters as an editor shows them.
    """

    def __init__(
        self, name: str, line: int, message: str, hint: str = "", *, column: int = 1
    ) -> None:
        """Keep the place and put it, the message and the hint into one line."""
        super().__init__(f"{name}:{line}:{column}: {message}" + (f"（{hint}）" if hint else ""))
        self.name, self.line, self.message, self.hint = name, line, message, hint
        self.column = column


class DataFault(FzjsError):  # noqa: N818  # a fault is what the data calls it
    """A value that no document can hold; `path` is its place in the data."""

    def __init__(self, path: KeyPath, message: str) -> None:
        """Keep the path, so that the caller can name the file and line it was read from."""
        super().__init__(f"{spell(path)}：{message}")
        self.path, self.message = path, message


class ReferenceFault(FzjsError):  # noqa: N818  # a fault is what the data calls it
    """A reference.docx that is broken, lacks a style or carries what must not be in it."""


def spell(path: KeyPath) -> str:
    """Write a key path as a template would: ('附件', 0, '名称') is `附件[0].名称`."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text or "数据"


def nearest(name: str, names: Iterable[str]) -> str:
    """Give '是不是“…”？' with the most alike of the names, or '' when none is near.

    Alike by the characters shared and by where they stand: 标提 is nearer to 标题 than to 提示.
    """
    best, score = "", 0.0
    for other in sorted(names):
        shared = fuzz.ratio(name, other) / 100
        placed = JaroWinkler.similarity(name, other)
        if max(shared, placed) >= _ALIKE and shared + placed > score:
            best, score = other, shared + placed
    return f"是不是“{best}”？" if best else ""
