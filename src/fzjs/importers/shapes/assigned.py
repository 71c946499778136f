"""Reads a document's items once for the three shapes of prose, and tells which of them it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.document import Document
from fzjs.importers.shapes import blocks, brackets, fields, unnumbered
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import EXPLICIT, Item, rank

HEADED, NUMBERED, BRACKETED = "headed", "numbered", "bracketed"
_LEAST = 2
"""One line that names offices makes no list of tasks."""

_REPORT = re.compile(
    r"(?:总结|報告|报告|汇报|述职|小结|(?:工作|建设|进展|落实|完成)情况)(?:[（(][^）)]*[）)])?$"
)
_HEAD = 10
_TITLE = 60
_OWNED = 4
"""A list where fewer than one item in so many names an office assigns nothing."""


class Assigned(NamedTuple):
    """The shape's name, "" where the document assigns nothing, and its items."""

    shape: str
    items: list[Item]


@lru_cache(maxsize=1)
def of(document: Document) -> Assigned:
    """Return the items of a document by their labelled fields, else by what ends them.

    The three shapes ask for the same document in turn: it is read once.
    """
    plain = blocks.lines(document)
    labelled = blocks.items(plain)
    both = blocks.lines(document, brackets.read)
    marked = [field for line in both for field in line.fields if field.kind == fields.OFFICES]
    own = sum(1 for field in marked if field.label)
    if rich(labelled) and (own or len(marked) <= len(labelled)):
        return Assigned(HEADED, [_closed(item) for item in labelled])
    if not own and _reporting(both):
        return Assigned("", [])
    shape = NUMBERED if 2 * own > len(marked) else BRACKETED
    items = [_closed(item) for item in (labelled if shape == NUMBERED else blocks.items(both))]
    if not items and own >= _LEAST:
        items = unnumbered.items(plain)
        return Assigned(HEADED if rich(items) else NUMBERED, items) if items else Assigned("", [])
    owned = sum(1 for item in items if item.has(fields.OFFICES))
    enough = owned >= _LEAST and _OWNED * owned >= len(items)
    return Assigned(shape, items) if enough else Assigned("", [])


def rich(items: Sequence[Item]) -> bool:
    """Tell whether items name themselves (指标1, 任务一), or most have fields besides owners."""
    named = sum(1 for item in items if rank(item.lead) == EXPLICIT)
    full = sum(1 for item in items if any(item.has(kind) for kind in (*fields.RICH, fields.TEXT)))
    return 2 * max(named, full) > len(items)


def _reporting(found: Sequence[Line]) -> bool:
    """Tell whether the first lines call the document a report on what was done."""
    return any(
        len(line.text) <= _TITLE and _REPORT.search(line.text) and not line.lead
        for line in found[:_HEAD]
    )


def _closed(item: Item) -> Item:
    """Cut what ends an item without owners: `……。由A牵头，B配合`."""
    if item.has(fields.OFFICES):
        return item
    for at, part in enumerate(item.parts):
        if part.kind not in {"", fields.TEXT, fields.TASKS} or not part.lines:
            continue
        words, found = brackets.parted(part.lines[-1])
        if found:
            part.lines[-1] = words
            more = [blocks.part_of(field) for field in found]
            return item._replace(parts=[*item.parts[: at + 1], *more, *item.parts[at + 1 :]])
    return item
