"""Several numbered items in one paragraph: `1.……（A负责）。2.……（B负责）`, cut at their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from fzjs.importers.document import Paragraph, Place
from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.words import numbering
from fzjs.importers.words.script import plain

_PLACE = re.compile(r"(?<=[。；;）)\]】〕］])\s*(?=[\d０-９（(一二三四五六七八九十①-⑳第])")
_AHEAD = 12
_LONGEST = 120
"""No bracket that was broken is longer."""

_SPAN = 2


def whole(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, list[Place]]]:
    """Yield each line that has words and its places; one broken within a bracket is put together.

    Text out of a PDF breaks where the page ended: `（县` / `司法局牵头）`.
    """
    words, places = "", list[Place]()
    for paragraph in paragraphs:
        for line in filter(str.strip, paragraph.text.splitlines()):
            more = _open(words) and _closes(line)
            if words and not more:
                yield words, places
                words, places = "", []
            words += line.strip() if more else line
            places.append(paragraph.place)
    if words:
        yield words, places


def _open(words: str) -> bool:
    """Tell whether a bracket stands open near a line's end."""
    tail = words[-_LONGEST:]
    return max(map(tail.rfind, "（([【〔［")) > max(map(tail.rfind, "）)]】〕］"))


def _closes(line: str) -> bool:
    """Tell whether a line closes a bracket that it does not open, and says there who answers."""
    inside = re.split(r"[）)\]】〕］]", line, maxsplit=1)
    return (
        len(inside) > 1
        and not re.search(r"[（(\[【〔［]", inside[0])
        and bool(
            re.search(r"牵头|负责|配合|落实|参与|[局委办科室股部]$", plain(inside[0]))
            or re.match(r"负责|牵头|配合|单位", plain(inside[0]))
        )
    )


def apart(
    words: str, places: Sequence[Place], read: Callable[[str, Place], Line]
) -> Iterator[Line]:
    """Yield a paragraph's lines: itself, or its items where each but a heading says who answers."""
    place, orders = places[0], tuple(more.order for more in places[1:])
    starts = list(_starts(words))
    if not starts:
        yield read(words, place)._replace(orders=orders)
        return
    pieces = [words[a:b] for a, b in zip([0, *starts], [*starts, len(words)], strict=True)]
    found = [read(piece.strip(), place) for piece in pieces if piece.strip()]
    one = len(found) < _SPAN or not _items(found)
    for line in [read(words, place)] if one else found:
        yield line._replace(orders=orders)


def _starts(words: str) -> Iterator[int]:
    """Yield where a number stands that follows on the one before it in the paragraph."""
    counted: dict[str, int] = {}
    opening = numbering.lead(words)
    if opening:
        counted[opening.style] = opening.value
    for mark in _PLACE.finditer(words):
        ahead = words[mark.end() : mark.end() + _AHEAD]
        lead = numbering.lead(ahead) or numbering.expected(ahead, counted.get("1.", 0) + 1)
        if lead and lead.rest and lead.value == counted.get(lead.style, 0) + 1:
            counted[lead.style] = lead.value
            yield mark.end()


def _items(found: list[Line]) -> bool:
    """Tell whether the pieces are items: all that have a number, but a heading, name offices."""
    numbered = found[1:] if found[0].lead is None or not _answers(found[0]) else found
    return len(numbered) >= _SPAN and all(_answers(line) for line in numbered)


def _answers(line: Line) -> bool:
    return any(field.kind == fields.OFFICES for field in line.fields)
