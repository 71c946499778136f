"""Headed items: `第1项指标：……`, then `工作任务：`, `责任科室：` and other labelled fields."""

from __future__ import annotations

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.shapes import assigned, itemrows
from fzjs.importers.shapes.item import Item

NAME = "headed"
TITLE = "带标题的条目（第N项指标：……工作任务：……责任科室：……）"


def matches(document: Document) -> int:
    """Return how many headed items there are; 0 where items are numbered tasks with owners only."""
    return len(_items(document))


def records(document: Document) -> Draft:
    """Return the document's items as rows, with their tasks, methods, materials and owners."""
    return itemrows.draft(_items(document), document)


def _items(document: Document) -> list[Item]:
    found = assigned.of(document)
    return found.items if found.shape == NAME else []
