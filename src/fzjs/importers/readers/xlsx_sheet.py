"""One worksheet's XML as texts by position, merged areas, and what is hidden or uncomputed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from fzjs.importers.readers.xlsx_format import Formats
from fzjs.ooxml.guard import MEGABYTE, damaged, usual
from fzjs.ooxml.parts import whole

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_BLANK = re.compile(rb"<(?:\w+:)?c [^<>]*/>")
_BLANK_ROW = re.compile(rb"<(?:\w+:)?row [^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
_LARGE = 2 * MEGABYTE
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"1": "TRUE", "0": "FALSE"}
_LISTED = 20
_SPACE = 0x20


class Area(NamedTuple):
    """A rectangle of cells; rows and columns count from 1, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """What a worksheet holds: texts by (row, column) from 1, and what a person may not see."""

    texts: dict[tuple[int, int], str]
    merged: tuple[Area, ...]
    hidden_rows: tuple[str, ...]
    hidden_columns: tuple[str, ...]
    uncomputed: tuple[tuple[int, int, str], ...]


def letters(column: int) -> str:
    """Return a column's name: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def position(place: str) -> tuple[int, int] | None:
    """Return row and column of `C7`; None where this names no cell."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row, column) if row <= MAX_ROWS and column <= MAX_COLUMNS else None


def rich(node: etree._Element) -> str:
    """Return a string item's words, without the phonetic runs above them."""
    words = (
        text.text or ""
        for text in node.iter(f"{S}t")
        if (parent := text.getparent()) is not None and parent.tag != f"{S}rPh"
    )
    return _ESCAPED.sub(lambda mark: _character(mark[1]), "".join(words)).replace("\r\n", "\n")


def _character(code: str) -> str:
    value = int(code, 16)
    return chr(value) if value >= _SPACE or value in {9, 10, 13} else ""


class _Reading:
    """Collects a sheet while its XML goes by."""

    def __init__(self, formats: Formats, strings: list[str]) -> None:
        self.formats = formats
        self.strings = strings
        self.texts: dict[tuple[int, int], str] = {}
        self.merged: list[Area] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.uncomputed: list[tuple[int, int, str]] = []
        self.row = 0

    def take_row(self, node: etree._Element) -> None:
        """Read a row's cells; a cell without a place follows the one before it."""
        self.row = whole(node.get("r"), self.row + 1, MAX_ROWS)
        column = 0
        for cell in node.iterfind(f"{S}c"):
            place = position(cell.get("r", ""))
            column = place[1] if place else column + 1
            self._cell(cell, column)
        if node.get("hidden") in {"1", "true"}:
            self.hidden_rows.append(self.row)

    def _cell(self, cell: etree._Element, column: int) -> None:
        kind = cell.get("t", "n")
        value = cell.find(f"{S}v")
        text = "" if value is None else value.text or ""
        if kind == "inlineStr":
            shown = rich(cell)
        elif kind == "s":
            at = whole(text, -1, 100_000_000) if text else -1
            shown = self.strings[at] if 0 <= at < len(self.strings) else ""
        elif kind == "b":
            shown = _TRUTH.get(text, text)
        elif kind in {"str", "e", "d"}:
            shown = text
        else:
            shown = self.formats.shown(text, whole(cell.get("s"))) if text else ""
        if shown:
            self.texts[self.row, column] = shown
        formula = cell.find(f"{S}f")
        if formula is not None and (not text and kind != "str"):
            self.uncomputed.append((self.row, column, formula.text or ""))

    def take_merge(self, node: etree._Element) -> None:
        """Read a merged area."""
        first, _, last = node.get("ref", "").partition(":")
        start, end = position(first), position(last)
        if start and end:
            self.merged.append(Area(*start, *end))

    def take_column(self, node: etree._Element) -> None:
        """Remember hidden columns."""
        if node.get("hidden") in {"1", "true"}:
            first = whole(node.get("min"), 1, MAX_COLUMNS)
            self.hidden_columns.append((first, whole(node.get("max"), first, MAX_COLUMNS)))

    def sheet(self) -> Sheet:
        """Return what was found; hidden rows and columns only where they hold words."""
        rows = {row for row, _ in self.texts}
        columns = {column for _, column in self.texts}
        hidden = [
            letters(c) for c in sorted(columns) if any(a <= c <= b for a, b in self.hidden_columns)
        ]
        unseen = [f"第{row}行" for row in self.hidden_rows if row in rows]
        if len(unseen) > _LISTED:
            unseen = [*unseen[:_LISTED], f"等{len(unseen)}行"]
        return Sheet(
            self.texts, tuple(self.merged), tuple(unseen), tuple(hidden), tuple(self.uncomputed)
        )


def read_sheet(data: bytes, part: str, formats: Formats, strings: list[str]) -> Sheet:
    """Return a worksheet's texts; cells that are formatted and empty cost next to nothing."""
    if len(data) > _LARGE:
        data = _BLANK_ROW.sub(b"", _BLANK.sub(b"", data))
    reading = _Reading(formats, strings)
    takers: dict[str, Callable[[etree._Element], None]] = {
        f"{S}row": reading.take_row,
        f"{S}mergeCell": reading.take_merge,
        f"{S}col": reading.take_column,
    }
    events = etree.iterparse(
        io.BytesIO(usual(data)),
        events=("end",),
        tag=tuple(takers),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        for _, node in events:
            takers[str(node.tag)](node)
            node.clear(keep_tail=True)
            _drop_before(node)
    except etree.XMLSyntaxError:
        raise damaged(f"部件 {part} 不是合格的 XML") from None
    return reading.sheet()


def _drop_before(node: etree._Element) -> None:
    parent = node.getparent()
    while parent is not None and parent[0] is not node:
        del parent[0]
