"""A source line and a caret under one place of it, as a terminal of 80 columns shows them."""

from __future__ import annotations

from rich.cells import cell_len

from fzjs.personal import starred
from fzjs.visible import one_line

_WIDTH = 79
"""Cells of a line with its indentation: a terminal of 80 columns never breaks it."""
_TAB = "    "
_CUT = "…"


def excerpt(line: str, column: int, indent: int) -> tuple[str, ...]:
    """Return a line and the caret below `column` (characters, from 1); () where nothing shows.

    A line that is too wide becomes a window around the place. Numbers of persons are starred.
    """
    if not line.strip() or any("\ud800" <= mark <= "\udfff" for mark in line):
        return ()
    safe = starred(line)
    width = _WIDTH - indent
    before, after = _shown(safe[: column - 1]), _shown(safe[column - 1 :])
    if cell_len(before) + max(cell_len(after), 1) > width:
        room = max(width // 2, width - max(cell_len(after), 1))  # the caret needs a cell
        before = _end(before, room)
        after = _start(after, width - cell_len(before))
    return before + after, " " * cell_len(before) + "^"


def _shown(text: str) -> str:
    return one_line(text.replace("\t", _TAB))


def _start(text: str, cells: int) -> str:
    """Return as much of the beginning as fits, with the mark of a cut."""
    if cell_len(text) <= cells:
        return text
    kept, used = 0, cell_len(_CUT)
    while used + cell_len(text[kept]) <= cells:
        used += cell_len(text[kept])
        kept += 1
    return text[:kept] + _CUT


def _end(text: str, cells: int) -> str:
    """Return as much of the end as fits, with the mark of a cut."""
    if cell_len(text) <= cells:
        return text
    kept, used = len(text), cell_len(_CUT)
    while used + cell_len(text[kept - 1]) <= cells:
        kept -= 1
        used += cell_len(text[kept])
    return _CUT + text[kept:]
