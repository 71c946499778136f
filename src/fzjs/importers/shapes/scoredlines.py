"""Scored items in prose: `1.……（5分）`, `……得3分，每少一次扣1分`, with labelled lines below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fzjs.importers.document import Document, Paragraph
from fzjs.importers.shapes import brackets, fields
from fzjs.importers.shapes.headings import role_of
from fzjs.importers.shapes.levels import Levels
from fzjs.importers.shapes.lines import OWN, ended, joined
from fzjs.importers.shapes.rowkinds import LISTS
from fzjs.importers.shapes.rows import Raw, Reader
from fzjs.importers.words import numbering
from fzjs.importers.words.numbering import Lead

_NUM = r"(?:\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3})"
_POINTS = re.compile(
    rf"[（(\[【]\s*(?:(?:本项)?(?:满分|总分|分值|标准分|共|计|占|权重|最高)[为：:]?\s*)?"
    rf"(?P<points>[+\-±]?\s*{_NUM}\s*分)\s*[）)\]】]"
)
_SCORING = re.compile(
    rf"(?:得|扣|加|减|计|记|给|倒扣|加计|酌情扣|最高(?:得|扣|加|计)?|不超过)\s*{_NUM}"
    rf"(?:\s*[-—~～至]\s*{_NUM})?\s*分|不得分|不计分|得满分|扣完为止|记0分|得0分|每[^。；，]{{1,16}}分"
)
_LABEL = re.compile(
    r"[【\[（(]?\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*+[】\]）)]?\s*+[：:]\s*(?P<rest>.*)", re.DOTALL
)
_OPENING = "（([【〔［〈"
_DEPTH = ("章", "节", "部分", "一、", "（一）", "1.", "1", "1.1", "★1", "（1）", "1）", "①", "⑴")
_LONGEST = 60
"""A heading is no longer than this."""


@dataclass
class Entry:
    """One numbered paragraph and the ones below it."""

    paragraph: Paragraph
    lead: Lead
    below: list[Paragraph] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How deep its numbering lies; unknown styles deepest."""
        return _DEPTH.index(self.lead.style) if self.lead.style in _DEPTH else len(_DEPTH)

    @property
    def scored(self) -> bool:
        """Whether it or a line below it says points."""
        texts = [self.paragraph.text, *(line.text for line in self.below)]
        return any(_POINTS.search(text) or _SCORING.search(text) for text in texts)


def count(document: Document) -> int:
    """Return how many scored items the prose has; 0 where two may be chance.

    Two that both print points in brackets and how they are given are none.
    """
    items = _items(_entries(document))
    sure = len(items) > 1 and all(_printed(item.paragraph.text) for item in items)
    return len(items) if sure or len(items) > 2 else 0  # noqa: PLR2004  # three are a list


def _printed(text: str) -> bool:
    return bool(_POINTS.search(text) and _SCORING.search(text))


def read(document: Document) -> Reader:
    """Return a reader with the prose's scored items as rows."""
    reader = Reader()
    entries = _entries(document)
    items = {id(item) for item in _items(entries)}
    path: list[Entry] = []
    for entry in entries:
        while path and path[-1].depth >= entry.depth:
            path.pop()
        if id(entry) in items:
            reader.rows.append(_raw(entry, path[-2:], reader.levels))
        else:
            path.append(entry)
    return reader


def _entries(document: Document) -> list[Entry]:
    """Return the numbered paragraphs, each with the unnumbered ones below it."""
    entries: list[Entry] = []
    for paragraph in document.prose():
        for line in paragraph.text.split("\n"):
            lead = numbering.lead(line)
            part = paragraph._replace(text=line.strip())
            label = entries and lead and _part_of(lead.rest)
            if lead and not label:
                entries.append(Entry(part, lead))
            elif entries and part.text:
                entries[-1].below.append(part)
    return entries


def _items(entries: list[Entry]) -> list[Entry]:
    """Return the scored entries that no deeper scored entry follows: those are headings."""
    found = []
    for at, entry in enumerate(entries):
        following = entries[at + 1] if at + 1 < len(entries) else None
        head = (
            following is not None
            and following.depth > entry.depth
            and _subordinate(entry, at, entries)
        )
        if entry.scored and entry.lead.rest and not head:
            found.append(entry)
    return found


def _subordinate(entry: Entry, at: int, entries: list[Entry]) -> bool:
    """Tell whether scored entries stand below this one, which is no more than a heading."""
    for other in entries[at + 1 :]:
        if other.depth <= entry.depth:
            return False
        if other.scored:
            return len(entry.paragraph.text) <= _LONGEST and not entry.below
    return False


def _raw(entry: Entry, path: list[Entry], levels: Levels) -> Raw:
    headings = [above.paragraph.text.strip() for above in path]
    levels.used |= {above.paragraph.place.order for above in path}
    words, offices, persons = _answered(entry.lead.rest)
    text, points, scoring = _parted(words)
    row = Raw(
        number=entry.lead.number,
        text=text,
        place=entry.paragraph.place,
        level1=headings[0] if headings else "",
        level2=headings[1] if len(headings) > 1 else "",
        title="",
        parts={role: [] for role in LISTS},
        states={"number": OWN, "text": OWN},
        used={entry.paragraph.place.order},
    )
    row.parts["points"] += points
    row.parts["scoring"] += scoring
    _answers(row, offices, persons)
    for line in entry.below:
        _below(row, line)
    return row


def _answered(words: str) -> tuple[str, list[str], list[str]]:
    """Return words without who answers at their end (`〔法制科〕`), the offices and the persons.

    Without brackets a sentence that gives points (由办公室扣分) names nobody.
    """
    left, found = brackets.parted(words)
    offices = [field.words for field in found if field.kind in {fields.OFFICES, fields.SUPPORT}]
    bare = any(office[0] not in _OPENING for office in offices)
    if not offices or (bare and _SCORING.search(words)):
        return words, [], []
    return left, offices, [field.words for field in found if field.kind == fields.PERSONS]


def _answers(row: Raw, offices: list[str], persons: list[str]) -> None:
    row.parts["office"] += offices
    row.parts["person"] += persons
    row.states |= {"office": OWN} if offices else {}


def _parted(words: str) -> tuple[str, list[str], list[str]]:
    """Return an item's text, its points, and the sentences that say how points are given.

    `（5分）` goes out of the text to the points; what says how stays as it is printed, and where it
    is all that is printed, it is the text too.
    """
    found = _POINTS.search(words)
    points = [found["points"].strip()] if found else []
    rest = (words[: found.start()] + words[found.end() :]) if found else words
    pieces = [piece for piece in re.split(r"(?<=[。；;])", rest) if piece.strip()]
    scoring = [piece.strip() for piece in pieces if _SCORING.search(piece)]
    text = "".join(piece for piece in pieces if not _SCORING.search(piece)).strip()
    text = text.rstrip("；;，,") if scoring else text
    text = text or "".join(pieces).strip() or words.strip()
    return text.rstrip("：:"), points, ["".join(scoring)] if scoring else []


def _part_of(line: str) -> str:
    """Return the part that a labelled line gives (`评分标准：……`), "" where it has no label."""
    label = _LABEL.match(line)
    role = role_of(label["label"]) if label else ""
    return role if role in LISTS else ""


def _below(row: Raw, line: Paragraph) -> None:
    """Take a line below an item: by its label, as scoring, or as the rest of the text."""
    lead = numbering.lead(line.text)
    words = lead.rest if lead and _part_of(lead.rest) else line.text
    role, label = _part_of(words), _LABEL.match(words)
    wrapped = words[:1] in tuple(_OPENING)
    left, offices, persons = _answered(words) if wrapped or not role else (words, [], [])
    _answers(row, offices, persons)
    if offices and not left:
        pass
    elif role and label:
        row.parts[role] += [label["rest"].strip()] if label["rest"].strip() else []
        row.states[role] = OWN
    elif _SCORING.search(left):
        row.parts["scoring"].append(left)
    elif not ended(row.text) and not row.parts["scoring"]:
        row.text = joined((row.text, left))
    elif not offices:
        return
    row.used.add(line.place.order)
