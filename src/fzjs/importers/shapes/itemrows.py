"""From items as lines to rows: their fields, who answers, and the doubts of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Document, Doubt
from fzjs.importers.draft import Draft, Row
from fzjs.importers.shapes import answers, enclosing, fields, tiers
from fzjs.importers.shapes.finish import methods
from fzjs.importers.shapes.item import TITLE, Item, Part, family, words_of
from fzjs.importers.shapes.tasklines import tasks
from fzjs.importers.words import numbering

_CATEGORY = {"加分1": "加分", "减分1": "减分"}


def draft(items: Sequence[Item], document: Document, *, titled: bool = False) -> Draft:
    """Return the draft of a document's items; `titled` where a short first sentence is a title."""
    levels = enclosing.levels(items)
    numbers, repeats = enclosing.numbers(items)
    items = [item._replace(number=number) for item, number in zip(items, numbers, strict=True)]
    who = answers.answers(items, document)
    rows = []
    for item, (level1, level2), answer in zip(items, levels.each, who.each, strict=True):
        row = _row(item, titled=titled)._replace(level1=level1, level2=level2)
        rows.append(_owned(row, answer))
    rows, unsure = _tiers(rows, document)
    made = enclosing.plainly(items, numbers)
    told = numbering.gaps(
        tiers.one_run(made), [row.place for row in rows], [row.category for row in rows]
    )
    values = sorted(item.lead.value for item in items)
    elsewhere = _elsewhere(items, document)
    gaps = [
        doubt
        for doubt in told
        if doubt.kind != "编号重复" and not (elsewhere and doubt.place == rows[0].place)
        if values != list(range(1, len(items) + 1))
    ]
    contacts = [doubt for item in items for doubt in _contacts(item)]
    doubts = [*levels.doubts, *repeats, *who.doubts, *unsure, *gaps, *contacts]
    doubts.sort(key=lambda doubt: doubt.place.order)
    return Draft(tuple(rows), tuple(doubts), levels.used | who.used)


def _contacts(item: Item) -> list[Doubt]:
    """Return a doubt for whom to ask, printed on an item's own line: it is no one's duty."""
    words = "；".join(line for part in _parts(item, fields.CONTACT) for line in words_of(part))
    why = "联系方式不是责任单位和责任人"
    return [Doubt(item.place, "残留文字", words, "没有录入", why, item.number)] * bool(words)


def _elsewhere(items: Sequence[Item], document: Document) -> bool:
    """Tell whether the numbers before the first item's stand above it, on what is no item."""
    if not items or items[0].lead.value == 1:
        return False
    first = items[0].lead
    above = [numbering.lead(p.text) for p in document.prose() if p.place < items[0].place]
    values = {lead.value for lead in above if lead and family(lead) == family(first)}
    return values >= set(range(1, first.value))


def _row(item: Item, *, titled: bool) -> Row:
    """Return a row of an item's own words; text is what stands under no label of another field."""
    title = _joined(item, fields.TITLE)
    text = _joined(item, "", fields.TEXT)
    head, body = _joined(item, ""), _joined(item, fields.TEXT)
    said = [part for part in item.parts if part.kind in fields.SAID]
    if not body and not title and 0 < len(head) <= TITLE:
        body = _joined(item._replace(parts=[part for part in said if _demands(part)]), fields.REST)
        said = [part for part in said if not body or not _demands(part)]
    if not title and body and 0 < len(head) <= TITLE:
        title, text = head.rstrip("。"), body
    done = tasks(_lines(item, fields.TASKS))
    if any(task.method for task in done):
        text = "\n".join([text, *(task.text for task in done if not task.method)]).strip()
        done = tuple(task for task in done if task.method)
    elif done:
        (title, text), done = _undivided(item, title, text), ()
    if not text and title:
        title, text = "", title
    if titled and not title and not done:
        title, text = _titled(item, text)
    rest = [line for part in said for line in words_of(part)]
    return Row(
        number=item.number,
        text="\n".join([text, *rest]).strip(),
        place=item.place,
        title=title,
        category=_CATEGORY.get(item.lead.style) or tiers.category(_headings(item)),
        methods=methods(_lines(item, fields.METHODS)),
        tasks=done,
        materials=_lines(item, fields.MATERIALS),
        points=_joined(item, fields.POINTS),
        scoring=_joined(item, fields.SCORING),
        used=frozenset(item.used),
    )


def _undivided(item: Item, title: str, text: str) -> tuple[str, str]:
    """Return title and text where the tasks name no method: they are the text of a short head."""
    if not title and 0 < len(text) <= TITLE:
        return text.rstrip("。"), _joined(item, fields.TASKS)
    if not text:
        return title, _joined(item, fields.TASKS)
    lines = [line for part in _parts(item, fields.TASKS) for line in words_of(part)]
    return title, "\n".join([text, *lines])


def _demands(part: Part) -> bool:
    """Tell whether a field says what the item asks, where nothing else does: 工作要求, 目标."""
    return part.kind == fields.REST and bool(re.search("要求|目标|标准", part.label))


def _owned(row: Row, answer: answers.Answer) -> Row:
    return row._replace(
        offices=answer.offices,
        persons=answer.persons,
        support=answer.support,
        owners=answer.owners,
        note=answer.note,
    )


def _titled(item: Item, text: str) -> tuple[str, str]:
    """Return title and text: the first sentence, or the first line, where it is short and not all.

    `1.规范审查行为。健全……` (GB/T 9704 sets such a sentence in another type, lost in plain text).
    """
    head = item.parts[0].lines
    line = head[0] if head else ""
    if len(head) > 1 and len(line) <= TITLE and not re.search("[。；;：:，,].", line):
        return line.rstrip("。"), text[len(line) :].strip()
    first, stop, rest = text.partition("。")
    if (
        stop
        and rest.strip()
        and rest.strip()[0] not in "（([【〔［〈"
        and len(first) <= TITLE
        and "\n" not in first
    ):
        return first, rest.strip()
    return "", text


def _tiers(rows: list[Row], document: Document) -> tuple[list[Row], tuple[Doubt, ...]]:
    """Give rows the level that put them on the list, where numbers are marked (★1, （1）)."""
    numbers = [row.number if row.category == "基础" else "" for row in rows]
    marked = [number if re.match(r"[★☆*＊]", number) else "" for number in numbers]
    if not any(marked):
        return rows, ()
    found, unsure = tiers.tiers(marked, [row.place for row in rows], tiers.legend(document))
    return [
        row._replace(tier=tier if row.category == "基础" else "")
        for row, tier in zip(rows, found, strict=True)
    ], unsure


def _headings(item: Item) -> list[str]:
    return [*item.levels.values(), *(line.text for line in reversed(item.over))]


def _parts(item: Item, *kinds: str) -> list[Part]:
    return [part for part in item.parts if part.kind in kinds]


def _lines(item: Item, kind: str) -> tuple[str, ...]:
    return tuple(line for part in _parts(item, kind) for line in part.lines if line)


def _joined(item: Item, *kinds: str) -> str:
    return "\n".join(line for part in _parts(item, *kinds) for line in part.lines if line)
