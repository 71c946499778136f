"""Plans that are tables: Word, Excel and web tables with headings of the usual names."""

from __future__ import annotations

from functools import lru_cache

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import above
from fzjs.importers.shapes import columns as heads
from fzjs.importers.shapes.finish import draft
from fzjs.importers.shapes.rows import Reader

NAME = "table"
TITLE = "指标分工表（Word、Excel、网页里的表格）"


def matches(document: Document) -> int:
    """Return how many rows the document's tables have; 0 where they are scored ones."""
    return 0 if scored(document) else len(records(document).rows)


def records(document: Document) -> Draft:
    """Return the rows of all of the document's plan tables, in order; never raises on content."""
    return _records(document)


@lru_cache(maxsize=1)
def _records(document: Document) -> Draft:
    return draft(read(document), document)


def read(document: Document) -> Reader:
    """Return a reader that has read the document's tables."""
    reader = Reader()
    titles = above.titles(document)
    for at, table in enumerate(document.tables()):
        reader.take(table, titles.get(at, ()))
    return reader


@lru_cache(maxsize=1)
def scored(document: Document) -> bool:
    """Tell whether a plan table of the document gives points."""
    return any(heads.scored(table) for table in document.tables())
