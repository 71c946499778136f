"""Columns that stay straight with Chinese text: every width is counted in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

_WORDS = re.compile(
    r"[（(]?[\w★.%/+≥≤-]*[0-9A-Za-z%][）)]?[-0-9甲乙丙丁]*[、，；。：）”》]*|.[、，；。：）”》]*",
    re.ASCII,
)
"""What a line is not broken inside: a number or reference, and a mark that ends a phrase."""

NARROWEST = 10
"""Cells that a column keeps when it gives way."""


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
    rows: Sequence[Sequence[str]], right: str = "", width: int = 80, flexible: Sequence[int] = ()
) -> list[str]:
    """Return rows as lines of aligned columns.

    `right` has an r for each column that is set flush right; such columns stand one cell apart,
    others two. The `flexible` columns give way, one after the other, when the whole is wider
    than `width`.
    """
    if not rows:
        return []
    widths = [max(cell_len(row[i]) for row in rows) for i in range(len(rows[0]))]
    flags = right.ljust(len(widths))
    gaps = ["", *(" " if pair == "rr" else "  " for pair in map("".join, pairwise(flags)))]
    spare = width - sum(widths) - sum(map(len, gaps))
    for column in flexible:
        if spare < 0:
            kept = max(widths[column] + spare, min(NARROWEST, widths[column]))
            spare += widths[column] - kept
            widths[column] = kept
    return [
        "".join(
            gap + pad(fit(cell, size), size, right=flag == "r")
            for gap, cell, size, flag in zip(gaps, row, widths, flags, strict=True)
        ).rstrip()
        for row in rows
    ]


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of a width in cells, each after the first with the indent."""
    found, line = [], ""
    for word in _WORDS.findall(text):
        for piece in (word,) if cell_len(indent + word) <= width else word:
            if cell_len(line + piece) > width:
                found.append(line.rstrip())
                line = indent
            line += piece
    return [*found, line]


def folded(parts: Iterable[str], width: int) -> Iterator[str]:
    """Yield parts on as few lines as hold them, two spaces between; empty ones are left out."""
    line = ""
    for part in filter(None, parts):
        joined = f"{line}  {part}" if line else part
        if cell_len(joined) > width and line:
            yield fit(line, width)
            joined = part
        line = joined
    if line:
        yield fit(line, width)
