"""What the readers' tests share: bytes to a document, and short forms to compare."""

from __future__ import annotations

from pathlib import Path

from fzjs.importers import readers
from fzjs.importers.document import Document, Paragraph, Table

Short = tuple[int, int, int, int, str]


def opened(folder: Path, data: bytes, name: str) -> Document:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(data)
    return readers.read(path)


def lines(document: Document) -> list[str]:
    """Return the texts outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(table: Table) -> list[Short]:
    """Return row, column, rows, columns and text of each cell."""
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in table.cells]


def kinds(document: Document) -> list[str]:
    """Return what the doubts are of, in their order."""
    return [doubt.kind for doubt in document.doubts]


def places_hold(document: Document) -> bool:
    """Tell whether the orders count all paragraphs from 0, without a gap."""
    orders = [paragraph.place.order for paragraph in document.paragraphs()]
    return orders == list(range(len(orders)))
