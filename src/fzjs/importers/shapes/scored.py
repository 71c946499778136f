"""Scored plans: tables with points, and items in prose that say their points; no arithmetic."""

from __future__ import annotations

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import columns as heads
from fzjs.importers.shapes import flat, scoredlines, table
from fzjs.importers.shapes.finish import draft
from fzjs.importers.shapes.rows import Reader

NAME = "scored"
TITLE = "计分表（分值、评分标准），或条目后写着分值的文本"


def matches(document: Document) -> int:
    """Return how many scored rows there are: of tables, else of flattened ones, else of prose."""
    if table.scored(document):
        return len(table.records(document).rows)
    reader = _flattened(document)
    return len(reader.rows) if reader else scoredlines.count(document)


def records(document: Document) -> Draft:
    """Return the scored rows in order, points and scoring in the source's words; never raises."""
    if table.scored(document):
        return table.records(document)
    reader = _flattened(document)
    return draft(reader or scoredlines.read(document), document)


def _flattened(document: Document) -> Reader | None:
    """Return a reader of the flattened tables, if one of them gives points and has rows."""
    tables, doubts = flat.rebuilt(document)
    if not any(heads.scored(each) for each in tables):
        return None
    reader = Reader()
    for each in tables:
        reader.take(each)
    reader.doubts += doubts
    return reader if reader.rows else None
