"""Tables as text: one cell a line (a tab before it, or bare), or one row a line with separators."""

from __future__ import annotations

from functools import lru_cache

from fzjs.importers.document import Document, Doubt, Paragraph, Table
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import columns as heads
from fzjs.importers.shapes import flatbare, flatcells, flatlines
from fzjs.importers.shapes.finish import draft
from fzjs.importers.shapes.rows import Reader

NAME = "flat"
TITLE = "摊平的表格（一格一行、行首制表符；或一行一条、用制表符、竖线、空格分栏的文本）"


def matches(document: Document) -> int:
    """Return how many rows the flattened tables have; 0 where they are scored ones."""
    tables, _ = rebuilt(document)
    scored = any(heads.scored(table) for table in tables)
    return 0 if scored or not tables else len(records(document).rows)


def records(document: Document) -> Draft:
    """Return the rows of the document's flattened tables; never raises on content."""
    return _records(document)


@lru_cache(maxsize=1)
def _records(document: Document) -> Draft:
    tables, doubts = rebuilt(document)
    made = draft(_read(tables), document)
    inside = made.used.union(*(row.used for row in made.rows))
    kept = tuple(doubt for doubt in doubts if doubt.place.order in inside)
    return made._replace(doubts=tuple(sorted((*made.doubts, *kept), key=_order)))


@lru_cache(maxsize=1)
def rebuilt(document: Document) -> tuple[tuple[Table, ...], tuple[Doubt, ...]]:
    """Return the tables that the document's lines were, and what rebuilding left in doubt."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    if any(line.tabbed or line.text.startswith("\t") for line in lines):
        tables, doubts = flatcells.tables(lines)
        if tables:
            return tables, doubts
    tables, doubts = flatlines.tables(lines)
    return (tables, doubts) if tables else flatbare.tables(lines)


def _read(tables: tuple[Table, ...]) -> Reader:
    reader = Reader()
    for table in tables:
        reader.take(table)
    return reader


def _order(doubt: Doubt) -> int:
    return doubt.place.order
