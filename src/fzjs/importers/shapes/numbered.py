"""Numbered tasks with lines of owners: `1.……`, then `责任单位：……`, `配合单位：……`."""

from __future__ import annotations

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import assigned, itemrows
from fzjs.importers.shapes.item import Item

NAME = "numbered"
TITLE = "编号的任务，下面写责任单位、配合单位"


def matches(document: Document) -> int:
    """Return how many numbered tasks there are; 0 where the items have richer fields."""
    return len(_items(document))


def records(document: Document) -> Draft:
    """Return the document's tasks as rows; a short first sentence is the task's title."""
    return itemrows.draft(_items(document), document, titled=True)


def _items(document: Document) -> list[Item]:
    found = assigned.of(document)
    return found.items if found.shape == NAME else []
