"""A foreign file as it was read: paragraphs and tables in order, each with its place.

Readers make it, shapes and settings take it; nothing here knows a file format or a plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """Where a paragraph stands: `order` counts all of a document's paragraphs from 0.

    `label` is what a person looks up: `第204行`, `第12段`, `表2第3行第4格`, `分工表!C7`.
    """

    order: int
    label: str


class Doubt(NamedTuple):
    """Something that a person must look at: where, the source's words, what was assumed, why.

    `about` is the 编号 as printed, a setting's key, or "" for the document. `ruling` where it is a
    question of how to read the plan: it becomes an open 口径 too.
    """

    place: Place
    kind: str
    words: str
    assumed: str
    why: str
    about: str = ""
    ruling: bool = False


class Paragraph(NamedTuple):
    """One paragraph or line as text, automatic numbers included; a hard break is LF inside.

    `tabbed` where a text file's line began with a tab (one cell of a flattened table).
    """

    text: str
    place: Place
    tabbed: bool = False


class Cell(NamedTuple):
    """One cell of a grid; a merged one covers `rows` × `columns` positions from its top left."""

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...]
    rows: int = 1
    columns: int = 1
    place: Place = Place(0, "")

    @property
    def text(self) -> str:
        """The cell's words, paragraphs joined by line breaks."""
        first, *others = self.paragraphs or (Paragraph("", self.place),)
        if not others:
            return first.text.strip()
        return "\n".join([paragraph.text for paragraph in self.paragraphs]).strip()


class Table(NamedTuple):
    """A table: cells by top-left position, in reading order; `width` and `height` of the grid."""

    cells: tuple[Cell, ...]
    width: int
    height: int

    def grid(self) -> list[list[Cell | None]]:
        """Return the cell that covers each position; None where the row has no cell there."""
        found: list[list[Cell | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self.height)):
                for column in range(cell.column, min(cell.column + cell.columns, self.width)):
                    found[row][column] = cell
        return found


class Document(NamedTuple):
    """A file that was read: its name, its blocks in order, and what reading left in doubt."""

    name: str
    blocks: tuple[Paragraph | Table, ...]
    doubts: tuple[Doubt, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, those in cells too, in the order of their places."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.paragraphs

    def prose(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs outside tables that have words."""
        return tuple(b for b in self.blocks if isinstance(b, Paragraph) and b.text.strip())

    def tables(self) -> tuple[Table, ...]:
        """Return the tables."""
        return tuple(b for b in self.blocks if isinstance(b, Table))
