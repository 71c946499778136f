"""Finds a document's items: which numbering opens them, and which lines and fields each holds.

The item's numbering is not known beforehand. It is the highest one that opens between one field of
responsibility and the next; what stands above it are headings, what stands below is inner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from fzjs.importers.document import Document, Paragraph, Place
from fzjs.importers.shapes import digits, fields, outside, together
from fzjs.importers.shapes.fields import Field, Line
from fzjs.importers.shapes.item import EXPLICIT, EXTRA, RANKS, SECTION, Item, Part, family, rank
from fzjs.importers.shapes.walk import Walk
from fzjs.importers.words import groups
from fzjs.importers.words.numbering import Lead

ABOVE = re.compile(r"^[（(]?(?:以上|上述|前述)|[（(]以上")
"""以上任务由A负责: said of the items above."""

_NEARLY = 0.9
"""In a long plan some numbers are misprinted or left out."""


def lines(document: Document, read: Callable[[str, Place], Line] = fields.read) -> tuple[Line, ...]:
    """Return the lines of a document outside its tables, those of a one-column table included."""
    found = [
        line
        for words, places in together.whole(_paragraphs(document))
        for line in together.apart(words, places, read)
    ]
    return tuple(digits.opened(found, read))


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif block.width == 1:
            for cell in block.cells:
                yield from cell.paragraphs


def anchor(found: Iterable[Line]) -> str:
    """Return the kind of field that ends or marks each item: 责任, else the commonest rich one."""
    counts = Counter(field.kind for line in found for field in line.fields if _counts(field))
    if counts[fields.OFFICES] >= max([1, *counts.values()]) / 2:
        return fields.OFFICES
    return counts.most_common(1)[0][0] if counts else ""


def _counts(field: Field) -> bool:
    """Tell whether a field marks an item: an office is named, or it is a field of another kind."""
    if field.kind == fields.OFFICES:
        first = re.split(r"[、，,；;。\s]|（牵头）|牵头|负责", field.words)[0]
        return not field.words or groups.is_office(first) or len(field.words) > len("（公章）")
    return field.kind in fields.RICH


def style_of(found: tuple[Line, ...], kind: str) -> str:
    """Return the style that opens the items: the highest that stands in (nearly) every stretch.

    A stretch goes from one field of the kind to the next; headings stand in some, the items' own
    numbering in all.
    """
    above = [line for line in found if any(is_above(field) for field in line.fields)]
    if above and 2 * len(above) > sum(any(f.kind == kind for f in line.fields) for line in found):
        return _lowest(found)
    direct = _direct(found, kind)
    if direct:
        return direct
    votes: Counter[str] = Counter()
    starred = 0
    heights: dict[str, int] = {}
    here: set[str] = set()
    for line in found:
        lead = line.lead
        labelled = bool(line.fields) and not line.before
        if lead and not (labelled and rank(lead) > SECTION):
            here.add(family(lead))
            heights[family(lead)] = _order(lead)
        if any(field.kind == kind for field in line.fields):
            votes.update(here)
            starred += bool(here & {"★1", "1."})
            here = set()
    most = max(votes.values(), default=0)
    every = [style for style, count in votes.items() if count >= _NEARLY * most]
    style = min(every, key=lambda style: (heights[style], -votes[style]), default="")
    return "1." if "★1" in every and starred > votes["★1"] else style


def part_of(field: Field) -> Part:
    """Return a field of a line as one of an item."""
    return Part(field.kind, field.label, [field.words])


def _direct(found: tuple[Line, ...], kind: str) -> str:
    """Return the style of the lines that most fields stand on themselves, "" where most do not.

    Not where the line ends a list (`（3）……（A负责）`): then the item may be the list's host.
    """
    styles: Counter[str] = Counter()
    heights: dict[str, int] = {}
    here: Counter[str] = Counter()
    for line in found:
        style = "1." if line.lead and line.lead.style == "★1" else line.lead and family(line.lead)
        here.update([style] if style else [])
        if any(field.kind == kind for field in line.fields):
            single = style and line.lead and line.before and here[style] == 1
            styles[style if style and single else ""] += 1
            heights[style or ""] = _order(line.lead) if line.lead else 0
            here.clear()
    most = max(styles.values(), default=0)
    if 2 * styles[""] >= styles.total() or "★1" in styles:
        return ""
    return min((s for s in styles if styles[s] == most), key=lambda s: heights[s])


def is_above(field: Field) -> bool:
    """Tell whether a field says who answers for all items above it."""
    return field.kind == fields.OFFICES and bool(ABOVE.search(field.words))


def _lowest(found: tuple[Line, ...]) -> str:
    """Return the style that stands last before most of the lines that speak of all above them."""
    styles: Counter[str] = Counter()
    last = ""
    for line in found:
        last = family(line.lead) if line.lead else last
        if last and any(is_above(field) for field in line.fields):
            styles[last] += 1
    return styles.most_common(1)[0][0] if styles else ""


def _order(lead: Lead) -> int:
    """An opening that names itself goes before all others: 第1项指标 over （一）网络检索."""
    return -1 if rank(lead) == EXPLICIT else rank(lead)


def items(found: tuple[Line, ...]) -> list[Item]:
    """Return the items of a document's lines in order; linear in their number."""
    kind = anchor(found)
    style = style_of(found, kind) if kind else _named_style(found)
    if not style:
        return []
    height = RANKS.get(style, EXPLICIT)
    walk = Walk(style, kind, height, _own(found, style, height))
    for line in outside.marked(found, style):
        walk.take(line)
    return walk.result()


def _own(found: tuple[Line, ...], style: str, height: int) -> frozenset[int]:
    """Return the places of headings that name offices and have no items below: items themselves."""
    led: list[Line] = []
    owned: set[int] = set()
    for line in found:
        if line.lead:
            led.append(line)
        if led and any(field.kind == fields.OFFICES and field.words for field in line.fields):
            owned.add(len(led) - 1)
    return frozenset(
        line.place.order
        for at, line in enumerate(led)
        if at in owned and line.lead and SECTION < rank(line.lead) < height and line.before
        if at + 1 == len(led) or not (below := led[at + 1].lead) or family(below) != style
    )


def _named_style(found: tuple[Line, ...]) -> str:
    """Return the style of heads that say 指标 themselves, for a plan without any labelled field."""
    leads = [line.lead for line in found if line.lead and "指标" in line.lead.printed]
    styles = Counter(lead.style for lead in leads if lead.style not in EXTRA)
    style, count = styles.most_common(1)[0] if styles else ("", 0)
    return style if count > 1 else ""
