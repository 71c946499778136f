"""A table's rows by part: what each cell prints here, goes on from above, or leaves empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from fzjs.importers.document import Cell, Paragraph, Place, Table
from fzjs.importers.shapes.body import Grid, aside, filled
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.headings import TAKEN, is_number, plain

OWN, MERGED, EMPTY, NONE, DITTO = "own", "merged", "empty", "none", "ditto"

_ENDS = "。；;！!？?：:…"
_DITTO = re.compile(r"[(]?(?:同上(?:行|项|条|一行|一项)?|〃|″|\"|同前(?:项)?)[)]?")
_SIGN = 12
"""No 同上 is longer."""


class Part(NamedTuple):
    """One part of one row: its cells that begin here, and the state.

    `own` has words here, `ditto` prints 同上, `merged` goes on with a cell from above (`cells` is
    that cell), `empty` has a cell without words, `none` has no cell or is covered from the side.
    """

    state: str = NONE
    cells: tuple[Cell, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The printed lines, without the empty ones."""
        return tuple(line for cell in self.cells for line in printed(cell.paragraphs))

    @property
    def words(self) -> str:
        """The lines as one text."""
        return joined(self.paragraphs)

    @property
    def said(self) -> str:
        """The lines as one text; what follows a whole sentence stays on a line of its own."""
        text = ""
        for line in self.paragraphs:
            whole = text and ended(text)
            text = f"{text}\n{line}" if whole else joined((text, line))
        return text


_NO_PART = Part()


class Line(NamedTuple):
    """One row of a plan's table: its parts, all its cells, a heading that spans it (or None)."""

    parts: dict[str, Part]
    cells: tuple[Cell, ...]
    section: Cell | None = None

    def part(self, role: str) -> Part:
        """Return a part; one of state `none` where the table has no such column."""
        return self.parts.get(role, _NO_PART)

    def own(self, role: str) -> bool:
        """Tell whether a part has words of its own here."""
        return self.part(role).state == OWN


def printed(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the lines of paragraphs, spaces around them and empty lines taken off."""
    lines = (line.strip() for paragraph in paragraphs for line in paragraph.text.split("\n"))
    return tuple(line for line in lines if line)


def joined(lines: Iterable[str]) -> str:
    """Return lines as one text; a space only between Latin words."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii()
        text += (" " if latin and line[:1].isalnum() else "") + line
    return text


def ended(text: str) -> bool:
    """Tell whether a text ends with a mark that ends a sentence or an item."""
    return text.rstrip(" 　”’\"'）)】").endswith(tuple(_ENDS))


def place_of(cells: Iterable[Cell]) -> Place:
    """Return the place of the first cell that has paragraphs."""
    for cell in cells:
        if cell.paragraphs:
            return cell.paragraphs[0].place
    return next((cell.place for cell in cells), Place(0, ""))


def orders(cells: Iterable[Cell]) -> frozenset[int]:
    """Return the orders of all paragraphs of these cells."""
    return frozenset(p.place.order for cell in cells for p in cell.paragraphs)


Layout = list[tuple[str, tuple[int, ...]]]


def layout(columns: Columns) -> Layout:
    """Return the parts that a row has, each with its columns."""
    return [(role, columns.of(role)) for role in TAKEN if columns.has(role)]


def read(table: Table, grid: Grid, columns: Columns, row: int, taken: Layout) -> Line | None:
    """Return one row; None for a total, a note under the table, or a row of empty cells."""
    here = filled(cell for cell in grid[row] if cell and cell.row == row)
    if not here or aside(here):
        return None
    parts = {role: _part(grid, row, columns, role, found) for role, found in taken}
    section = here[0] if len(here) == 1 and _spans(here[0], columns, table.width) else None
    return Line(parts, tuple(here), section)


def _part(grid: Grid, row: int, columns: Columns, role: str, standing: tuple[int, ...]) -> Part:
    cells: list[Cell] = []
    for column in standing:
        cell = grid[row][column]
        if cell is not None and not any(cell is other for other in cells):
            cells += [cell] if _claims(cell, columns, role) else []
    if not cells:
        return _NO_PART
    own = tuple([cell for cell in cells if cell.row == row and cell.text])
    if own:
        return Part(DITTO if all(map(_is_ditto, own)) else OWN, own)
    above = tuple(cell for cell in cells if cell.row < row)
    if above:
        return Part(MERGED, above)
    return Part(EMPTY)


def _is_ditto(cell: Cell) -> bool:
    words = cell.text
    return len(words) <= _SIGN and bool(_DITTO.fullmatch(plain(words)))


def _claims(cell: Cell, columns: Columns, role: str) -> bool:
    """Tell whether a cell over several columns is this part's: the text's, else the left's."""
    if cell.columns == 1:
        return True
    reach = range(cell.column, cell.column + cell.columns)
    roles = [columns.roles[column] for column in reach if column in columns.roles]
    return role == ("text" if "text" in roles else roles[0] if roles else "")


def _spans(cell: Cell, columns: Columns, width: int) -> bool:
    """Tell whether the only filled cell of a row is a heading over it, no row's own words."""
    if width > 2 and 2 * cell.columns > width:  # noqa: PLR2004  # a heading spans most columns
        return True
    return columns.roles.get(cell.column) == "number" and not is_number(cell.text)
