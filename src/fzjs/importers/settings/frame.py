"""What a setting's module takes and gives: the text as read, and a part of `fzjs.yaml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from fzjs.importers.document import Document, Doubt, Paragraph, Place
from fzjs.importers.draft import Draft, Row
from fzjs.importers.settings.folded import HAN, fold, tight
from fzjs.personal import mask

_LEADS = (
    (1, re.compile(r" *第[一二三四五六七八九十]+(?:章|部分|编)[ :、]*")),
    (1, re.compile(r" *[一二三四五六七八九十]{1,3} ?[、.][ ]*")),
    (2, re.compile(r" *第[一二三四五六七八九十]+(?:节|阶段|步)[ :、,]*")),
    (2, re.compile(r" *\( ?[一二三四五六七八九十]{1,3} ?\)[ 、.]*")),
    (3, re.compile(r" *\d{1,2} ?[.、](?!\d)[ ]*")),
    (4, re.compile(r" *\( ?\d{1,2} ?\)[ 、.]*|[①-⑳] *")),
)
NUMBER = re.compile(
    rf"[{HAN}]{{2,12}} ?[〔\[［【(〈] ?(?:19|20)\d\d ?[〕\]］】)〉] ?(?:第 ?)?\d{{1,4}} ?号"
)
"""A document number (文号), as it is printed alone or cited."""
_DAY = re.compile(
    r"\(?(?:[\d〇零○一二三四五六七八九]{4}年[\d月日一二三四五六七八九十号]{1,8}"
    r"|(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2})\)?"
)
_NOTE = re.compile(r"[（(]?(?:备?注|说明|附注|填[报表写]?说明)\s?\d{0,2}[:：.、)）]")
_SAYS = re.compile(r"[。；;：:，,]")
ARTICLE = re.compile(r" *(第[一二三四五六七八九十百]+条)(?:之[一二三])?[ :、]*")
"""How an article of rules opens; its words are no heading."""
_LONGEST_HEADING = 45
_LONGEST_SENTENCE = 1500
_LONGEST_QUOTE = 60
_LEVELS = 9
_TOP_CELLS = 3


class Settings(NamedTuple):
    """`fzjs.yaml` as far as the text says it, doubts, and the orders of paragraphs it took."""

    data: dict[str, object]
    doubts: tuple[Doubt, ...]
    used: frozenset[int]


class Part(NamedTuple):
    """One module's share of `Settings`; `assumed` names the keys that the text does not give."""

    data: Mapping[str, object] = MappingProxyType({})
    doubts: tuple[Doubt, ...] = ()
    used: frozenset[int] = frozenset()
    assumed: tuple[str, ...] = ()


class Line(NamedTuple):
    """A paragraph outside tables and rows: its words, the same folded, and its heading.

    `level` is 1 (一、) to 4 (（1）), 9 without a number; `name` the heading's words without number,
    "" where the paragraph opens with no heading; `body` starts the words behind the heading.
    """

    text: str
    flat: str
    place: Place
    level: int = _LEVELS
    name: str = ""
    body: int = 0


class Sentence(NamedTuple):
    """A sentence with its line's index (None for a row's) and the words to cite it by."""

    text: str
    flat: str
    place: Place
    line: int | None
    head: str

    @property
    def source(self) -> str:
        """Return 出处: the heading, if any, and the words."""
        return mask(f"{self.head}“{self.text}”")

    def cite(self, start: int, end: int) -> str:
        """Return 出处: the heading and the clauses around `start` to `end`, as printed.

        A short sentence stands whole; of a long one as many whole clauses as there is room for.
        """
        return mask(f"{self.head}“{_clauses(self.text, start, end)}”")


class Source(NamedTuple):
    """The prose, the rows, and what several modules need: the year that the text speaks in.

    `ground` says in Chinese which year that is; it is told wherever a day leans on it.
    """

    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    year: int | None
    start: Place
    before: tuple[Line, ...]
    prose: tuple[Sentence, ...] = ()
    items: tuple[Sentence, ...] = ()
    ground: str = "印发的那一年"

    def section(self, index: int, level: int = 1) -> Line | None:
        """Return the heading of `level` that line `index` stands under, if any."""
        for line in reversed(self.lines[: index + 1]):
            if line.level == level:
                return line
        return None

    def under(self, index: int) -> list[tuple[int, Line]]:
        """Return the lines that stand under the heading at `index`."""
        found: list[tuple[int, Line]] = []
        for at in range(index + 1, len(self.lines)):
            if self.lines[at].level <= self.lines[index].level:
                break
            found.append((at, self.lines[at]))
        return found


def is_date(words: str) -> bool:
    """Tell whether tight words are a day and nothing else: 2021年4月8日, 二〇二一年四月八日."""
    return bool(_DAY.fullmatch(words))


def is_number(words: str) -> bool:
    """Tell whether tight words are a document number and nothing else."""
    return bool(NUMBER.fullmatch(words.strip("()")))


def line_of(paragraph: Paragraph) -> Line:
    """Return a paragraph with its heading read."""
    text, flat = paragraph.text, fold(paragraph.text)
    for level, pattern in _LEADS:
        lead = pattern.match(flat)
        if lead:
            stop = re.compile(r"[。\n]|:(?!\d)").search(flat, lead.end())
            end = stop.start() if stop else len(flat)
            short = end - lead.end() <= _LONGEST_HEADING
            name = text[lead.end() : end].strip() if short else ""
            body = (stop.end() if stop else len(flat)) if name else lead.end()
            return Line(text, flat, paragraph.place, level, name, body)
    return Line(text, flat, paragraph.place)


def source_of(document: Document, draft: Draft, skip: frozenset[int] = frozenset()) -> Source:
    """Return what the modules read: prose that no row, no flattened cell and no `skip` took."""
    taken = draft.used.union(skip, *(row.used for row in draft.rows))
    free = [p for p in document.prose() if not p.tabbed and p.place.order not in taken]
    first = min((row.place.order for row in draft.rows), default=None)
    free += [p for p in _banners(document) if first is None or p.place.order < first]
    known = {p.place.order for p in free} | taken
    free += [p for p in _notes(document) if p.place.order not in known]
    lines = tuple(line_of(p) for p in sorted(free, key=lambda p: p.place.order))
    before = tuple(x for x in lines if first is None or x.place.order < first)
    start = lines[0].place if lines else Place(0, "全文")
    source = Source(lines, draft.rows, None, start, before)
    return source._replace(prose=tuple(_prose(source)), items=tuple(_items(source)))


def _banners(document: Document) -> Iterator[Paragraph]:
    """Yield what stands across the whole width on top of a table: its title, 编制单位：…."""
    for table in document.tables():
        for cell in table.cells[:_TOP_CELLS]:
            if cell.columns != table.width or table.width == 1:
                break
            yield from (p for p in cell.paragraphs if p.text.strip())


def _notes(document: Document) -> Iterator[Paragraph]:
    """Yield what stands below a table's rows, alone in its row: 注：佐证材料于……前送……."""
    for table in document.tables():
        filled = Counter(cell.row for cell in table.cells if cell.text)
        last = max((row for row, count in filled.items() if count > 1), default=-1)
        for cell in table.cells:
            alone = filled[cell.row] == 1 and (cell.row > last or _NOTE.match(cell.text))
            if alone and last >= 0 and _SAYS.search(cell.text):
                yield from (p for p in cell.paragraphs if p.text.strip())


def sentences(source: Source, *, rows: bool = False) -> tuple[Sentence, ...]:
    """Return the sentences of the prose; with `rows` those of the rows' own words too."""
    return source.prose + source.items if rows else source.prose


def _prose(source: Source) -> Iterator[Sentence]:
    head = ""
    for index, line in enumerate(source.lines):
        top = line.level == 1
        article = ARTICLE.match(line.flat)
        if article:
            head = article[1]
        words = line.text[article.end() :] if article else line.text
        yield from (_sentence(t, line.place, index, "" if top else head) for t in _cut(words))
        if top:
            head = line.text.strip() if line.name else ""
            head = head if len(head) <= _LONGEST_HEADING else ""


def _items(source: Source) -> Iterator[Sentence]:
    for row in source.rows:
        head = row_name(row)
        for text in dict.fromkeys([row.text, *(task.text for task in row.tasks)]):
            yield from (_sentence(t, row.place, None, head) for t in _cut(text))


def _sentence(text: str, place: Place, line: int | None, head: str) -> Sentence:
    return Sentence(text, fold(text), place, line, head)


def row_name(row: Row) -> str:
    """Return what a person calls a row: its printed number, told to be a row's."""
    kind = "" if re.search(r"[第项★]", row.number) else "指标"
    return f"{kind}{row.number}"


def join(parts: Iterable[Part]) -> Part:
    """Return several parts as one; later keys win, which they never have to."""
    data: dict[str, object] = {}
    doubts: list[Doubt] = []
    used: frozenset[int] = frozenset()
    assumed: list[str] = []
    for part in parts:
        data |= part.data
        doubts += part.doubts
        used |= part.used
        assumed += part.assumed
    return Part(data, tuple(doubts), used, tuple(assumed))


def same(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for width and blanks."""
    return tight(one) == tight(other)


def _cut(text: str) -> list[str]:
    return [piece for t in re.split(r"(?<=[。；;\n])", text) for piece in _pieces(t.strip())]


def _pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence; one longer than any that a person writes is cut, at a comma if it has one.

    Each is searched once for every date and every 每年 in it.
    """
    while len(sentence) > _LONGEST_SENTENCE:
        comma = max(sentence.rfind(sign, 0, _LONGEST_SENTENCE) for sign in "，,、") + 1
        yield sentence[: comma or _LONGEST_SENTENCE]
        sentence = sentence[comma or _LONGEST_SENTENCE :]
    if sentence:
        yield sentence


def _clauses(text: str, start: int, end: int) -> str:
    """Return the piece of `text` around two offsets, cut only behind marks, about 60 long."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    marks = [0, *(m.end() for m in re.finditer(r"[，,；;。：:]", text)), len(text)]
    first = max((m for m in marks if m <= start), default=0)
    last = min((m for m in marks if m >= end), default=len(text))
    for mark in marks:
        last = mark if last < mark <= first + _LONGEST_QUOTE else last
    for mark in reversed(marks):
        first = mark if last - _LONGEST_QUOTE <= mark < first else first
    return text[first:last].strip()
