"""Items that end in who answers: `……。（A牵头，B、C配合）`, `……。由A负责，B参与`."""

from __future__ import annotations

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import assigned, itemrows
from fzjs.importers.shapes.item import Item

NAME = "bracketed"
TITLE = "条目末尾括注责任单位（A牵头，B、C配合）"


def matches(document: Document) -> int:
    """Return how many items end in who answers; 0 where fewer than two, or most, do not."""
    return len(_items(document))


def records(document: Document) -> Draft:
    """Return the items as rows: the text without the bracket, the bracket among the offices."""
    return itemrows.draft(_items(document), document, titled=True)


def _items(document: Document) -> list[Item]:
    found = assigned.of(document)
    return found.items if found.shape == NAME else []
