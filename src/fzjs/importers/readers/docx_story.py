"""The blocks of a Word file in reading order: paragraphs with numbers, tables with merges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from fzjs.importers.readers.building import Box, Building, Frame, Item, Line
from fzjs.ooxml.numbers import VAL, Numbers
from fzjs.ooxml.parts import whole
from fzjs.ooxml.text import MC, Read, W, mark_deleted, read

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_WORDS = tuple(f"{W}{name}" for name in ("t", "sym", "delText", "noBreakHyphen"))
_PROPERTIES = f"{W}pPr"
_CELL_PROPERTIES = f"{W}tcPr"
_SPAN, _DOWN, _RIGHT = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_WIDEST = 200
"""More columns than any page holds: a wider span is damage (Word itself stops at 63)."""


class Story:
    """Turns `w:p` and `w:tbl` into lines and frames; knows what was counted and carried over."""

    def __init__(
        self, building: Building, numbers: Numbers, notes: dict[tuple[str, str], str]
    ) -> None:
        """Start at the top of a document."""
        self.building = building
        self._numbers = numbers
        self._notes = notes
        self._told: set[tuple[str, str]] = set()
        self._paragraphs = 0
        self._tables = 0
        self._carried = ""
        self._deleted: list[str] = []
        self._inserted: list[str] = []

    def new_table(self) -> Frame:
        """Return the frame of the document's next table."""
        self._tables += 1
        return Frame(f"表{self._tables}")

    def paragraph(self, node: etree._Element) -> Iterator[Item]:
        """Yield a paragraph of the body, and the text boxes that hang on it."""
        self._paragraphs += 1
        return self.lines(node, f"第{self._paragraphs}段")

    def lines(self, node: etree._Element, label: str, *, counted: bool = True) -> Iterator[Item]:
        """Yield a paragraph; none where its end was deleted, its words then open the next one."""
        found = read(node)
        self._deleted.extend(filter(str.strip, found.deleted))
        self._inserted.extend(filter(str.strip, found.inserted))
        properties = node[0] if len(node) and node[0].tag == _PROPERTIES else None
        if properties is not None and mark_deleted(properties):
            self._carried += found.text
            line = Line(self._carried, label)
        else:
            number = self._numbers.before(properties) if counted else ""
            words = self._carried + found.text
            bare = any(map(str.strip, found.struck)) and not words.strip()
            line = Line(words if bare else number + words, label)
            self._carried = ""
            if self._deleted or self._inserted:
                self._revised(line)
            yield line
        self._report(found, line)
        for box in found.boxes:
            yield from self.blocks(box, f"{label}文本框")

    def rest(self, label: str = "") -> Iterator[Line]:
        """Yield what deleted paragraph ends have left at the end of a cell or of the body."""
        if self._carried:
            line = Line(self._carried, label or f"第{self._paragraphs}段")
            self._carried = ""
            self._revised(line)
            yield line
        self._revised(label or f"第{self._paragraphs}段")

    def blocks(self, node: etree._Element, label: str, *, counted: bool = True) -> Iterator[Item]:
        """Yield the paragraphs and tables of a cell or a text box."""
        for child in node:
            if child.tag == _PARAGRAPH:
                yield from self.lines(child, label, counted=counted)
            elif child.tag == _TABLE:
                rows = Rows(self, Frame(label), inner=True)
                for row in _inner(child, f"{W}tr"):
                    rows.add(row)
                yield rows.frame
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, label, counted=counted)
            elif child.tag == f"{MC}AlternateContent":
                version = child.find(f"{MC}Choice")
                if version is not None:
                    yield from self.blocks(version, label, counted=counted)

    def _revised(self, at: Line | str) -> None:
        """Report what the paragraph's tracked changes took away and put in."""
        said = [
            f"{word}：{'｜'.join(words)}"
            for word, words in (("删去", self._deleted), ("插入", self._inserted))
            if words
        ]
        if said:
            self.building.doubt(
                "修订痕迹",
                "；".join(said),
                "按接受全部修订读取：删去的不读，插入的读入",
                "文件里有没有接受或拒绝的修订",
                at,
            )
        self._deleted.clear()
        self._inserted.clear()

    def _report(self, found: Read, line: Line) -> None:
        doubt = self.building.doubt
        if not (found.struck or found.hidden or found.odd or found.phonetic or found.notes):
            return
        if any(map(str.strip, found.struck)):
            words = "".join(found.struck)
            doubt("修订痕迹", words, "不读", "这些字加了删除线，像是已经删去的", line)
        if any(map(str.strip, found.hidden)):
            words = "".join(found.hidden)
            doubt("残留文字", words, "照正文读入", "这些字设成了隐藏文字，屏幕上看不见", line)
        if found.odd:
            why = "符号字体里的字符，换了字体就显示不出来"
            doubt("占位", "、".join(found.odd), "字符原样保留", why, line)
        if found.phonetic:
            words = "".join(found.phonetic)
            doubt("残留文字", words, "只读正文，不读注音", "这是文字上方的注音", line)
        for kind, number in found.notes:
            self._told.add((kind, number))
            words = self._notes.get((kind, number), "")
            if words:
                doubt(kind, words, f"{kind}没有并入正文", f"正文这一处有{kind}", line)

    def unanchored(self) -> None:
        """Report the notes and comments that no paragraph points to."""
        for (kind, number), words in self._notes.items():
            if (kind, number) not in self._told:
                self.building.doubt(
                    kind, words, f"{kind}没有并入正文", f"这一条{kind}在正文里找不到位置", kind
                )


class _Facts(NamedTuple):
    """A cell's span, and its vertical and horizontal merge: "", restart or continue."""

    span: int
    down: str
    right: str


class Rows:
    """One table, row by row: spans, vertical and horizontal merges, rows that start late."""

    def __init__(self, story: Story, frame: Frame, *, inner: bool = False) -> None:
        """Start a table; the cells of an `inner` one are all named by the cell around it."""
        self.frame = frame
        self._story = story
        self._inner = inner
        self._row = 0
        self._told = False
        self._open: dict[int, Box] = {}

    def add(self, row: etree._Element) -> None:
        """Read one `w:tr`; one that tracked changes delete is reported, not read."""
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self._deleted(row)
            return
        column = _count(properties, "gridBefore", 0)
        before: Box | None = None
        for cell in _inner(row, f"{W}tc"):
            facts = _facts(cell)
            if column >= _WIDEST:
                break
            before = self._cell(cell, column, facts, before)
            column += facts.span
        self._row += 1

    def _cell(self, cell: etree._Element, column: int, facts: _Facts, before: Box | None) -> Box:
        """Read one `w:tc` at its column; return the box that it belongs to."""
        span = min(facts.span, _WIDEST - column)
        above = self._open.get(column)
        label = self._label(column)
        if facts.right == "continue" and before is not None and before.column < column:
            before.columns = max(before.columns, column + span - before.column)
            self._hidden(cell, before, label)
            return before
        goes_on = above is not None and above.row + above.rows == self._row
        if facts.down == "continue" and above is not None and goes_on and above.columns == span:
            above.rows += 1
            self._hidden(cell, above, label)
            return above
        box = Box(self._row, column, list(self._story.blocks(cell, label)), label)
        box.items.extend(self._story.rest(label))
        box.columns = span
        self.frame.boxes.append(box)
        for at in range(column, column + span):
            self._open.pop(at, None)
        if facts.down:
            self._open[column] = box
        return box

    def _hidden(self, cell: etree._Element, box: Box, label: str) -> None:
        """Keep the words that a merge covers: Word does not show them, but they are there."""
        if next(cell.iter(*_WORDS), None) is None:
            self._uncounted(cell, label)
            return
        items = [*self._story.blocks(cell, label, counted=False), *self._story.rest(label)]
        kept = [i for i in items if not isinstance(i, Line) or i.text.strip()]
        box.items.extend(kept)
        lines = [i for i in kept if isinstance(i, Line)]
        if lines:
            self._story.building.doubt(
                "合并下填",
                "\n".join(line.text for line in lines),
                "并入合并格，排在原有文字之后",
                "合并格盖住的格子里另有文字，Word 里看不见",
                lines[0],
            )

    def _uncounted(self, cell: etree._Element, label: str) -> None:
        """Say once a table that an automatic number under a merge, which nobody sees, is none."""
        if not self._told and next(cell.iter(f"{W}numPr"), None) is not None:
            self._told = True
            self._story.building.doubt(
                "编号缺漏",
                "（空段落上的自动编号）",
                "不计数，后面的编号接着前面的",
                "合并格盖住的空段落带有自动编号，Word 里看不见；请核对表里的编号有没有错位",
                label,
            )

    def _deleted(self, row: etree._Element) -> None:
        words = [part.text or "" for part in row.iter(f"{W}t", f"{W}delText")]
        self._story.building.doubt(
            "修订痕迹",
            f"删去整行：{'｜'.join(filter(str.strip, words))}",
            "这一行没有读入",
            "文件里有没有接受或拒绝的修订，这一行已标为删除",
            f"{self.frame.label}第{self._row + 1}行前",
        )

    def _label(self, column: int) -> str:
        if self._inner:
            return self.frame.label
        return f"{self.frame.label}第{self._row + 1}行第{column + 1}格"


def _inner(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inner(child, tag)


def _count(facts: etree._Element | None, name: str, default: int) -> int:
    found = None if facts is None else facts.find(f"{W}{name}")
    return default if found is None else whole(found.get(VAL), default, _WIDEST)


def _facts(cell: etree._Element) -> _Facts:
    """Return what a cell's properties say; a merge without a value continues."""
    span, down, right = 1, "", ""
    properties = cell[0] if len(cell) and cell[0].tag == _CELL_PROPERTIES else ()
    for each in properties:
        if each.tag == _SPAN:
            span = max(1, whole(each.get(VAL), 1, _WIDEST))
        elif each.tag == _DOWN:
            down = "restart" if each.get(VAL) == "restart" else "continue"
        elif each.tag == _RIGHT:
            right = "restart" if each.get(VAL) == "restart" else "continue"
    return _Facts(span, down, right)
