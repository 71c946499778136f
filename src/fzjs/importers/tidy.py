"""Characters that nobody sees, and that YAML would refuse: taken out of a document, and said."""

from __future__ import annotations

import re
from operator import is_

from fzjs.importers.document import Cell, Document, Doubt, Paragraph, Place, Table
from fzjs.source.decode import unseen

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SHOWN = 5


def tidy(document: Document) -> Document:
    """Return the document without unseen characters, all breaks as LF, and one doubt on it."""
    touched: list[Place] = []
    blocks = tuple(
        _paragraph(block, touched) if isinstance(block, Paragraph) else _table(block, touched)
        for block in document.blocks
    )
    return document._replace(blocks=blocks, doubts=(*document.doubts, *_said(touched)))


def _table(table: Table, touched: list[Place]) -> Table:
    return table._replace(cells=tuple(_cell(cell, touched) for cell in table.cells))


def _cell(cell: Cell, touched: list[Place]) -> Cell:
    paragraphs = tuple([_paragraph(p, touched) for p in cell.paragraphs])
    same = all(map(is_, paragraphs, cell.paragraphs))
    return cell if same else cell._replace(paragraphs=paragraphs)


def _paragraph(paragraph: Paragraph, touched: list[Place]) -> Paragraph:
    if paragraph.text.isprintable() and not unseen(paragraph.text):
        return paragraph
    text = _BREAKS.sub("\n", paragraph.text)
    if unseen(text):
        text = "".join(character for character in text if not unseen(character))
        touched.append(paragraph.place)
    return paragraph if text == paragraph.text else paragraph._replace(text=text)


def _said(touched: list[Place]) -> tuple[Doubt, ...]:
    if not touched:
        return ()
    where = "、".join(place.label for place in touched[:_SHOWN])
    more = "等" if len(touched) > _SHOWN else ""
    words = f"{where}{more}共{len(touched)}处有看不见的字符"
    why = "零宽空格、方向符一类的字符看不见，也不属于原话"
    return (Doubt(touched[0], "占位", words, "删去这些字符，其余照录", why),)
