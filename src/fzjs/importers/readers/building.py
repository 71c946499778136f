"""A document in the making: lines and frames in reading order, numbered when all is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fzjs.importers.document import Cell, Document, Doubt, Paragraph, Place, Table

_LAYOUT = 0.5
"""A table of whose words more than this share lies in tables within it only lays out a page."""

_TITLE = 2
"""More line breaks than this in one paragraph are no title's."""
_OPENS = re.compile(
    r"[ \t\u00a0\u3000]{2}|\u3000"
    r"|\s*(?:第[一二三四五六七八九十百\d]+|[（(][一二三四五六七八九十\d]+[）)]"
    r"|[一二三四五六七八九十]+[、.．]|\d+[、.．)）]|[①-⑳★])"
)
"""How a line opens that is a paragraph of its own: an indent or a number."""


class Line:
    """One paragraph before its place is numbered."""

    __slots__ = ("label", "place", "tabbed", "text")

    def __init__(self, text: str, label: str, *, tabbed: bool = False) -> None:
        """Hold a text and the label under which a person finds it."""
        self.text = text
        self.label = label
        self.tabbed = tabbed
        self.place: Place | None = None


class Box:
    """One cell: its top left, how far it reaches, and what it holds in reading order."""

    __slots__ = ("column", "columns", "items", "label", "row", "rows")

    def __init__(self, row: int, column: int, items: Sequence[Line | Frame], label: str) -> None:
        """Hold the contents of a cell that covers one position for now."""
        self.row = row
        self.column = column
        self.rows = 1
        self.columns = 1
        self.items = list(items)
        self.label = label


class Frame:
    """One table: its cells in reading order."""

    __slots__ = ("boxes", "label")

    def __init__(self, label: str) -> None:
        """Start a table without cells."""
        self.label = label
        self.boxes: list[Box] = []

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((box.column + box.columns for box in self.boxes), default=0)

    @property
    def height(self) -> int:
        """The number of rows."""
        return max((box.row + box.rows for box in self.boxes), default=0)


Item = Line | Frame


class Building:
    """Collects what a reader finds; `document` numbers the places."""

    def __init__(self) -> None:
        """Start empty."""
        self.items: list[Item] = []
        self._doubts: list[tuple[Line | None, Doubt]] = []

    def doubt(self, kind: str, words: str, assumed: str, why: str, at: Line | str) -> None:
        """Note something that a person must look at: at a line, or at a place of this label."""
        label = at if isinstance(at, str) else at.label
        line = None if isinstance(at, str) else at
        self._doubts.append((line, Doubt(Place(0, label), kind, words.strip(), assumed, why)))

    def document(self, name: str, *, recount: bool = False) -> Document:
        """Return the document; tables that only lay out a page become what they hold.

        `recount` names what was in such tables by its own count of paragraphs and tables.
        """
        blocks: list[Paragraph | Table] = []
        order = 0
        laid = list(self._laid(self.items))
        if recount:
            _recount(laid)
        for item in laid:
            if isinstance(item, Line):
                parts = [_paragraph(each, order + at) for at, each in enumerate(_split(item))]
                blocks.extend(parts)
                order += len(parts)
            else:
                table = self._table(item, order)
                order += sum(len(cell.paragraphs) for cell in table.cells)
                blocks.append(table)
        return Document(name, tuple(blocks), tuple(self._placed()))

    def _placed(self) -> Iterator[Doubt]:
        ends = [
            doubt._replace(place=line.place) if line is not None and line.place else doubt
            for line, doubt in self._doubts
        ]
        return iter(sorted(ends, key=lambda doubt: doubt.place.order))

    def _laid(self, items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            if isinstance(item, Line):
                yield item
            elif _only_layout(item):
                for box in item.boxes:
                    yield from self._laid(box.items)
            elif item.boxes:
                yield item

    def _table(self, frame: Frame, order: int) -> Table:
        cells = []
        for box in frame.boxes:
            lines = list(self._flat(box)) or [Line("", box.label)]
            paragraphs = tuple(_paragraph(line, order + at) for at, line in enumerate(lines))
            place = Place(order, box.label)
            cells.append(Cell(box.row, box.column, paragraphs, box.rows, box.columns, place))
            order += len(lines)
        return Table(tuple(cells), frame.width, frame.height)

    def _flat(self, box: Box) -> Iterator[Line]:
        for item in box.items:
            if isinstance(item, Line):
                yield item
                continue
            inner = [line for nested in item.boxes for line in self._flat(nested)]
            worded = [line for line in inner if line.text.strip()]
            if worded:
                words = "\n".join(line.text for line in worded)
                self.doubt(
                    "嵌套表格",
                    words,
                    "表中表的各格按阅读顺序并入这一格",
                    "这一格里还套着一张表",
                    worded[0],
                )
            yield from worded


def _recount(items: Sequence[Item]) -> None:
    """Name the paragraphs and tables of a page by their count, as a person goes through it."""
    lines = tables = 0
    for item in items:
        if isinstance(item, Line):
            lines += 1
            item.label = f"第{lines}段"
        else:
            tables += 1
            for box in item.boxes:
                _rename(box, f"表{tables}第{box.row + 1}行第{box.column + 1}格")


def _rename(box: Box, label: str) -> None:
    box.label = label
    for item in box.items:
        if isinstance(item, Line):
            item.label = label
        else:
            for inner in item.boxes:
                _rename(inner, label)


def _split(line: Line) -> Iterator[Line]:
    """Yield a paragraph of the body; one that was typed with line breaks for paragraphs, split.

    A title broken into two or three lines stays one paragraph.
    """
    first, *others = line.text.split("\n")
    if others and (len(others) > _TITLE or any(map(_OPENS.match, others))):
        line.text = first
        yield line
        yield from (Line(each, line.label) for each in others)
    else:
        yield line


def _paragraph(line: Line, order: int) -> Paragraph:
    line.place = Place(order, line.label)
    return Paragraph(line.text, line.place, line.tabbed)


def _only_layout(frame: Frame) -> bool:
    """Tell whether a table is no grid of data: one column, or a page around other tables."""
    if frame.width <= 1:
        return True
    inner = [item for box in frame.boxes for item in box.items if isinstance(item, Frame)]
    data = [table for table in inner if table.width > 1 and table.height > 1]
    return bool(data) and sum(map(_words, inner)) > _LAYOUT * _words(frame)


def _words(item: Item) -> int:
    if isinstance(item, Line):
        return len(item.text)
    return sum(_words(part) for box in item.boxes for part in box.items)
