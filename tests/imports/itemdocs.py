"""Documents of the item shapes written for the tests, and how a text becomes a document."""

from __future__ import annotations

import re
from pathlib import Path

from fzjs.importers.document import Document, Paragraph, Place
from fzjs.importers.draft import Draft, Row
from fzjs.importers.shapes import fields

SOURCES = Path(__file__).parent / "sources"


def document(text: str) -> Document:
    """Return a text's lines as a document, as a reader of text would."""
    lines = text.splitlines()
    return Document(
        "试.txt",
        tuple(
            Paragraph(line, Place(at, f"第{at + 1}行"), line.startswith("\t"))
            for at, line in enumerate(lines)
        ),
    )


def source(name: str) -> Document:
    """Return one of the shipped sources."""
    return document((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))


def kinds(draft: Draft) -> list[str]:
    """Return the kinds of a draft's doubts in order."""
    return [doubt.kind for doubt in draft.doubts]


def roles(row: Row) -> list[str]:
    """Return a row's owners as `办公室 牵头`."""
    return [f"{owner.office} {owner.role}" for owner in row.owners]


def left(text: Document, draft: Draft) -> list[str]:
    """Return the lines that no row took."""
    used = draft.used.union(*(row.used for row in draft.rows))
    return [one.text for one in text.prose() if one.place.order not in used]


def lost(text: Document, draft: Draft) -> list[str]:
    """Return runs of words that stand in lines taken, and in no field of any row."""
    kept = "\n".join(
        "\n".join(
            [
                *(row.number, row.title, row.text, row.level1, row.level2, row.note),
                *(row.methods + row.materials + row.offices + row.persons + row.support),
                *(f"{task.method}\n{task.text}" for task in row.tasks),
                *(row.points, row.scoring),
            ]
        )
        for row in draft.rows
    )
    told = "\n".join(doubt.words for doubt in draft.doubts)
    above = set(draft.used)
    taken = [
        one.text
        for row in draft.rows
        for one in text.prose()
        if one.place.order in row.used and one.place.order not in above
    ]
    runs = {run for line in taken for run in re.findall(r"[\u4e00-\u9fff]{2,}", line)}
    return sorted(
        run for run in runs if run not in kept and run not in told and not fields.kind_of(run)
    )
