"""How the elements of a page flow: blocks into lines, inline words together, lists counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from fzjs.importers.readers.building import Box, Building, Frame, Item, Line
from fzjs.importers.readers.html_grid import Grid, spans
from fzjs.importers.readers.html_unshown import Unread, hidden, struck
from fzjs.ooxml.counting import printed
from fzjs.ooxml.parts import whole

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "rb", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input", "img", "o:p",
    "nobr", "html:span", "st1:chsdate",
})  # fmt: skip
_SIGNS = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u2014-\u2026]")
_KEPT = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.IGNORECASE)
_LISTS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "cjk-decimal": "ideographDigital", "none": "none",
}  # fmt: skip
_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_IDEOGRAPHIC = ("chineseCountingThousand", "ideographDigital")


class Count(NamedTuple):
    """Where an ordered list stands."""

    style: str
    value: int
    step: int


class Flow:
    """Walks a page; keeps the line that is open and the cell that it stands in."""

    def __init__(self, building: Building) -> None:
        """Start at the top of a page."""
        self._building = building
        self._items: list[Item] = building.items
        self._label = ""
        self._parts: list[str] = []
        self._kept = False
        self._paragraphs = 0
        self._tables = 0
        self._mark = ""
        self.unread = Unread(building)

    def block(self, node: etree._Element, *, kept: bool = False) -> None:
        """Read an element that begins and ends a line."""
        style = node.get("style") or ""
        kept = kept or node.tag == "pre" or bool(_KEPT.search(style))
        self.end()
        before = len(self._items)
        self._kept = kept
        self._content(node, kept=kept)
        self.end(empty=node.tag == "p" and len(self._items) == before)

    def end(self, *, empty: bool = False) -> None:
        """Close the open line; without words it counts only where `empty` ones do."""
        text = "".join(self._parts)
        self._parts.clear()
        text = text.replace("\v", "\n") if self._kept else _tidy(text)
        self._kept = False
        if self.unread.struck and self._mark and text.strip() == self._mark:
            text, empty = "", True
        self._mark = ""
        if text.strip() or empty:
            line = Line(text, self._place())
            self._items.append(line)
            self.unread.tell(line)

    def close(self) -> None:
        """End the page."""
        self.end()
        self.unread.tell(f"第{self._paragraphs}段")

    def _place(self) -> str:
        if self._label:
            return self._label
        self._paragraphs += 1
        return f"第{self._paragraphs}段"

    def _content(self, node: etree._Element, *, kept: bool) -> None:
        self._words(node.text, kept=kept)
        count: Count | None = _counted(node)
        for child in node:
            if self.unread.shows(child):
                if child.tag == "li":
                    count = self._entry(child, count, kept=kept)
                else:
                    self._child(child, kept=kept)
            elif child.tag == "li" and count is not None and not hidden(child):
                count = _next(child, count)
            self._words(child.tail, kept=kept)

    def _child(self, child: etree._Element, *, kept: bool) -> None:
        tag = child.tag
        if tag == "br":
            self._parts.append("\v")
        elif tag == "table":
            self._table(child)
        elif tag in {"input", "textarea"}:
            self._words(child.get("value") if child.get("type") == "text" else "", kept=True)
        elif tag == "sup":
            raised = self.unread.raised(child, "".join(self._parts[-3:]))
            self._content(child, kept=kept) if raised is None else self._parts.append(raised)
        elif tag in _INLINE:
            self._content(child, kept=kept)
        else:
            self.block(child, kept=kept)
            self._kept = kept

    def _words(self, text: str | None, *, kept: bool) -> None:
        if text:
            self._parts.append(text.replace("\r\n", "\n") if kept else _folded(text))

    def _entry(self, item: etree._Element, count: Count | None, *, kept: bool) -> Count | None:
        """Read a `li`, the number before its words."""
        self.end()
        if count is not None:
            style = _LISTS.get(item.get("type") or "", count.style)
            self._mark = _mark(_number(item.get("value"), count.value), style)
            self._parts.append(self._mark)
            count = _next(item, count)
        before = len(self._items)
        opened = len(self._parts)
        first = next(iter(item), None)
        alone = first is not None and first.tag in {"p", "div"} and not (item.text or "").strip()
        if alone and first is not None and not hidden(first) and not struck(first):
            self._content(first, kept=kept)
            self.end()
            self._after(item, first, kept=kept)
        else:
            self._content(item, kept=kept)
        self.end(empty=bool(opened) and len(self._items) == before)
        return count

    def _after(self, item: etree._Element, first: etree._Element, *, kept: bool) -> None:
        self._words(first.tail, kept=kept)
        for child in list(item)[1:]:
            if self.unread.shows(child):
                self._child(child, kept=kept)
            self._words(child.tail, kept=kept)

    def _table(self, node: etree._Element) -> None:
        """Read a table into a frame; each cell is a small page of its own."""
        self.end()
        outer, label = self._items, self._label
        if not label:
            self._tables += 1
        frame = Frame(label or f"表{self._tables}")
        grid = Grid()
        for row in _rows(node, self):
            column = 0
            for cell in self._cells(row):
                column = self._cell(cell, frame, grid, column, named=not label)
            grid.next_row()
        grid.close()
        self._items, self._label = outer, label
        self._items.append(frame)

    def _cell(
        self, cell: etree._Element, frame: Frame, grid: Grid, column: int, *, named: bool
    ) -> int:
        column = grid.free(column)
        row = grid.row
        label = f"{frame.label}第{row + 1}行第{column + 1}格" if named else frame.label
        box = Box(row, column, [], label)
        box.columns, down = spans(cell, column)
        grid.place(box, down)
        self._items, self._label = box.items, label
        if self.unread.shows(cell):
            self.block(cell, kept=bool(_KEPT.search(cell.get("style") or "")))
        if self.unread:
            line = Line("", label)
            box.items.append(line)
            self.unread.tell(line)
        frame.boxes.append(box)
        return column + box.columns

    def _cells(self, row: etree._Element) -> list[etree._Element]:
        """Return a row's cells as shown; a struck one stays, without its words."""
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        return [cell for cell in cells if not hidden(cell) or self.unread.shows(cell)]

    def caption(self, node: etree._Element) -> None:
        """Read a table's caption as a line before it."""
        self.block(node)


def _rows(table: etree._Element, flow: Flow) -> list[etree._Element]:
    """Return a table's own rows as shown: head, bodies, foot."""
    parts: dict[str, list[etree._Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        if not flow.unread.shows(child):
            continue
        if child.tag == "caption":
            flow.caption(child)
        elif child.tag == "tr":
            parts["tbody"].append(child)
        elif child.tag in parts:
            place = "tbody" if child.tag == "thead" and parts["tbody"] else str(child.tag)
            parts[place].extend(r for r in child if r.tag == "tr" and flow.unread.shows(r))
    return [*parts["thead"], *parts["tbody"], *parts["tfoot"]]


def _counted(node: etree._Element) -> Count | None:
    """Return where an `ol` starts; nothing for other elements."""
    if node.tag != "ol":
        return None
    said = _STYLE_TYPE.search(node.get("style") or "")
    style = _LISTS.get(said[1].lower() if said else node.get("type") or "1", "decimal")
    down = node.get("reversed") is not None
    first = len(node.findall("li")) if down else 1
    return Count(style, _number(node.get("start"), first), -1 if down else 1)


def _next(item: etree._Element, count: Count) -> Count:
    """Return where a list stands after an entry."""
    return count._replace(value=_number(item.get("value"), count.value) + count.step)


def _number(text: str | None, default: int) -> int:
    return whole(text.strip(), default) if text else default


def _mark(value: int, style: str) -> str:
    shown = printed(value, style)
    if not shown:
        return ""
    return f"{shown}、" if style in _IDEOGRAPHIC else f"{shown}."


def _folded(text: str) -> str:
    """Fold white space as a browser does; a source line break between wide signs is none."""

    def fold(space: re.Match[str]) -> str:
        if "\n" not in space[0] and "\r" not in space[0]:
            return " "
        start, end = space.span()
        before, after = text[max(start - 1, 0) : start], text[end : end + 1]
        return "" if _WIDE.match(before) and _WIDE.match(after) else " "

    return _SIGNS.sub(fold, text)


def _tidy(text: str) -> str:
    """Drop the spaces at a line's ends and the second of two; a `br` becomes a line break."""
    text = re.sub(" +", " ", text)
    return "\n".join(line.strip(" ") for line in text.split("\v"))
