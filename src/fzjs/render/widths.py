"""How wide a large table's columns are, in which size it is set, and which rows must split.

The long texts share the room so that rows come out low; short ones get what they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fzjs.render.grid import Cell, Grid

_PADDING = 190
"""What a cell's edges take of its width (85 on each side, and the line), in 1/20 pt."""
_AROUND = 80
"""What stands above and below a paragraph of a table (the style's 2 pt each)."""
_SHORT, _LEAST, _MOST_SHORT = 12, 2, 5
"""A column of texts up to 12 characters is short: it gets 2 to 5 characters' width."""
_SLACK = 0.6
"""What a bracket or a year's digits may take more than they should, in a font that stands in."""
_HEADING = 4.3
"""The least width, in characters, of a column whose texts are longer."""
_CENTRED = 20
_MARKS = "，；："
"""What sentences have and names do not: sentences are read from the left, however short."""
_USUAL = 0.95
"""The share of a column's paragraphs that its width is made for; a rare long one wraps."""


class Face(NamedTuple):
    """A size of letters in half points, and the line's height in 1/20 pt."""

    size: int
    line: int


class Width(NamedTuple):
    """A column's width in 1/20 pt; whether its texts stand in the middle."""

    width: int
    centred: bool


_FACES = (Face(21, 280), Face(18, 240))
"""五号, else 小五 where a row would not fit on a page."""


class _Column(NamedTuple):
    usual: float
    longest: float
    mean: float
    least: float
    prose: bool


def plan(grid: Grid, room: int, height: int) -> tuple[list[Width], Face, frozenset[int]]:
    """Return the columns' widths, the face, and the rows that even alone overfill a page."""
    columns = [_measured(grid, place) for place in range(len(grid.headings))]
    for face in _FACES:
        widths = _shared(columns, room, face)
        head = face.line * 2 + _AROUND
        tall = _tall(grid, widths, face, height - head)
        if not tall:
            break
    return widths, face, tall


def wide(text: str) -> float:
    """Measure a text in Chinese characters, quickly: half-width ones count one half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _measured(grid: Grid, place: int) -> _Column:
    cells = [row[place] for row in grid.rows]
    sizes = sorted(wide(text) for cell in cells for text in cell or ())
    totals = [sum(wide(text) for text in cell) for cell in cells if cell]
    usual = sizes[min(len(sizes) - 1, int(len(sizes) * _USUAL))] if sizes else 0
    mean = sum(totals) / len(totals) if totals else 0
    sentences = sum(any(mark in text for text in cell for mark in _MARKS) for cell in cells if cell)
    least = grid.least.get(grid.headings[place], 0)
    prose = sentences * 2 > len(totals) or grid.headings[place] in grid.left
    return _Column(usual, max(sizes, default=0), mean, least, prose)


def _shared(columns: Sequence[_Column], room: int, face: Face) -> list[Width]:
    """Give short columns what they need, the others the rest by how much they hold."""
    unit = face.size * 10
    fixed: dict[int, float] = {
        place: max(column.least, min(_MOST_SHORT, max(column.longest, _LEAST)) + _SLACK)
        for place, column in enumerate(columns)
        if column.usual <= _SHORT
    }
    while True:
        rest = room - sum(size * unit + _PADDING for size in fixed.values())
        open_ = {p: c.mean for p, c in enumerate(columns) if p not in fixed}
        weight = sum(open_.values())
        needed = {p: max(columns[p].least, _HEADING) for p in open_}
        small = [p for p, m in open_.items() if rest * m / weight < needed[p] * unit + _PADDING]
        if not small or len(small) == len(open_):
            break
        fixed |= {p: needed[p] for p in small}
    sizes = [
        int(fixed[p] * unit + _PADDING) if p in fixed else int(rest * open_[p] / weight)
        for p in range(len(columns))
    ]
    sizes = [size * room // sum(sizes) for size in sizes]
    widest = max(range(len(sizes)), key=sizes.__getitem__)
    sizes[widest] += room - sum(sizes)
    centred = [column.mean <= _CENTRED and not column.prose for column in columns]
    return [Width(*each) for each in zip(sizes, centred, strict=True)]


def _tall(grid: Grid, widths: Sequence[Width], face: Face, height: int) -> frozenset[int]:
    """Find the rows that are higher than a page."""
    rooms = [max(1.0, (each.width - _PADDING) / (face.size * 10) - 0.5) for each in widths]
    return frozenset(
        place
        for place, row in enumerate(grid.rows)
        if max(_high(cell, room, face) for cell, room in zip(row, rooms, strict=True)) > height
    )


def _high(cell: Cell, room: float, face: Face) -> int:
    if not cell:
        return 0
    lines = sum(int(wide(text) / room) + 1 for text in cell)
    return lines * face.line + len(cell) * _AROUND
