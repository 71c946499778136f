"""Items without a number: a short line as the title, its text, and `责任科室：` below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import FURNITURE, Item, Part
from fzjs.importers.words.numbering import Lead

_HEADING = 30
"""A heading of an item is no longer than this."""
_STOPPED = re.compile("[。；;，,、：:！？]$")
_PAPER = re.compile(
    r"(?:通知|方案|清单|分工|要点|安排|意见|细则|办法|计划|分解|分解表|任务书|一览表|文件)(?:[（(][^）)]*[）)])?$|"
    r"^[（(]?[\d〇零一二三四五六七八九十]{4}年|〔\d{4}〕|^[（(].*[）)]$"
)


def items(found: Sequence[Line]) -> list[Item]:
    """Return the items that end in fields of owners; what stands before the first title is none."""
    done: list[Item] = []
    words: list[Line] = []
    answers: list[Line] = []
    for line in found:
        closing = not line.before and any(f.kind != fields.CONTACT for f in line.fields)
        if answers and not closing:
            done += _item(words, answers, first=not done)
            words, answers = [], []
        if closing:
            answers.append(line)
        elif not FURNITURE.match(line.text):
            words.append(line)
    done += _item(words, answers, first=not done) if answers else []
    return done if len(done) > 1 else []


def _item(words: Sequence[Line], answers: Sequence[Line], *, first: bool) -> list[Item]:
    """Return the item of a stretch of words and the fields below it; none where it has no words."""
    own = [line for line in words if not (first and _PAPER.search(line.text))]
    if first and len(own) > 1 and own[0] is words[0]:
        own = own[1:]  # a document's first line is its title
    start = next((at for at in range(len(own) - 1, -1, -1) if _heads(own, at)), None)
    if start is None:
        start = len(own) - 1 if first else 0
    said = [field for line in answers for field in line.fields if field.kind == fields.OFFICES]
    if not own or not any(field.words for field in said):
        return []
    above: list[Line] = []
    while start - len(above) > 0 and _heads(own, start - len(above) - 1):
        above.append(own[start - len(above) - 1])
    taken = [*own[start:], *answers]
    head, *body = [line.text for line in own[start:]]
    parts = [Part("", "", [head])]
    parts += [Part(fields.TEXT, "", body)] if body else []
    parts += [Part(f.kind, f.label, [f.words]) for line in answers for f in line.fields]
    used = {line.place.order for line in taken}
    return [Item(Lead("", 0, "", head), own[start].place, tuple(reversed(above)), parts, used, {})]


def _heads(own: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a heading: short, without a stop, and with words below it."""
    text = own[at].text
    last = at == len(own) - 1
    return len(text) <= _HEADING and not _STOPPED.search(text) and (not last or len(own) == 1)
