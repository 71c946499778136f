"""Columns that stay straight with Chinese text: every width is counted in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

GAP = "  "


def fit(text: str, width: int) -> str:
    """Cut a text to a width in cells, with .. where something is left out.

    Not with …: a Chinese terminal may show that one in two cells, and columns would shift.
    """
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 2, 0)).rstrip() + ".."


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill a text with spaces to a width in cells."""
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space


def lines(
    rows: Sequence[Sequence[str]], right: str = "", width: int = 80, flexible: int = -1
) -> list[str]:
    """Return rows as lines of aligned columns.

    `right` has an r for each column that is set flush right; the `flexible` column gives way
    when the whole is wider than `width`.
    """
    if not rows:
        return []
    widths = [max(cell_len(row[i]) for row in rows) for i in range(len(rows[0]))]
    spare = width - sum(widths) - cell_len(GAP) * (len(widths) - 1)
    if flexible >= 0 and spare < 0:
        widths[flexible] = max(widths[flexible] + spare, 8)
    flags = right.ljust(len(widths))
    return [
        GAP.join(
            pad(fit(cell, size), size, right=flag == "r")
            for cell, size, flag in zip(row, widths, flags, strict=True)
        ).rstrip()
        for row in rows
    ]


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of a width in cells, each after the first with the indent."""
    found, line = [], ""
    for word in re.findall(r"[^、，；。： ]*[、，；。： ]?", text):
        for piece in (word,) if cell_len(indent + word) <= width else word:
            if cell_len(line + piece) > width:
                found.append(line.rstrip())
                line = indent
            line += piece
    return [*found, line]
