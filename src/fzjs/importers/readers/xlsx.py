"""Excel workbooks, from their XML: every sheet, values as they are shown, notes and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from fzjs.importers.document import Document
from fzjs.importers.readers.building import Building, Line
from fzjs.importers.readers.xlsx_area import put
from fzjs.importers.readers.xlsx_format import Formats
from fzjs.importers.readers.xlsx_sheet import S, Sheet, read_sheet, rich
from fzjs.ooxml.guard import Archive, damaged, parse
from fzjs.ooxml.parts import Link, links, main_part, optional

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class _Tab(NamedTuple):
    name: str
    hidden: bool
    part: str


def read(archive: Archive, name: str) -> Document:
    """Return each sheet as a table, one of prose as paragraphs; FzjsError where damaged."""
    part = main_part(archive, "xl/workbook.xml")
    workbook = parse(archive.read(part), part)
    found = links(archive, part)
    formats = Formats(optional(archive, found, "styles"), dates_1904=_dates_1904(workbook))
    strings = _strings(optional(archive, found, "sharedStrings"))
    building = Building()
    tabs = [tab for tab in _tabs(workbook, found) if archive.find(tab.part)]
    if not tabs:
        raise damaged("里面没有工作表")
    for tab in tabs:
        sheet = read_sheet(archive.read(tab.part), tab.part, formats, strings)
        _whole_sheet(tab, sheet, building)
        lines = put(tab.name, sheet, building)
        _beside(archive, tab, building, lines)
    return building.document(name)


def _tabs(workbook: etree._Element, found: tuple[Link, ...]) -> Iterator[_Tab]:
    targets = {link.id: link.target for link in found if link.kind == "worksheet"}
    for sheet in workbook.iter(f"{S}sheet"):
        part = targets.get(sheet.get(f"{R}id", ""), "")
        if part:
            hidden = sheet.get("state") in {"hidden", "veryHidden"}
            yield _Tab(sheet.get("name", ""), hidden, part)


def _dates_1904(workbook: etree._Element) -> bool:
    facts = workbook.find(f"{S}workbookPr")
    return facts is not None and facts.get("date1904") in {"1", "true"}


def _strings(root: etree._Element | None) -> list[str]:
    return [] if root is None else [rich(entry) for entry in root.iter(f"{S}si")]


def _whole_sheet(tab: _Tab, sheet: Sheet, building: Building) -> None:
    """Report what a person who opens the workbook does not see."""
    if not sheet.texts:
        return
    if tab.hidden:
        building.doubt("残留文字", tab.name, "照样读入", "这张工作表是隐藏的", tab.name)
    for names, what in ((sheet.hidden_rows, "行"), (sheet.hidden_columns, "列")):
        if names:
            building.doubt(
                "残留文字",
                "、".join(names),
                "照样读入",
                f"工作表里有隐藏的{what}",
                f"{tab.name}!{names[0]}",
            )


def _beside(archive: Archive, tab: _Tab, building: Building, lines: dict[str, Line]) -> None:
    """Report comments and the words in drawn boxes: they stand in no cell."""
    for link in links(archive, tab.part):
        if not archive.find(link.target):
            continue
        if link.kind in {"comments", "threadedComment"}:
            root = parse(archive.read(link.target), link.target)
            for place, words in _comments(root):
                at = lines.get(place) or f"{tab.name}!{place}"
                building.doubt("批注", words, "批注没有并入正文", "这一格有批注", at)
        elif link.kind == "drawing":
            root = parse(archive.read(link.target), link.target)
            words = "".join(text.text or "" for text in root.iter(f"{_A}t"))
            if words.strip():
                why = "这是画在表上的文本框或图形里的文字"
                building.doubt("残留文字", words, "没有并入正文", why, tab.name)


def _comments(root: etree._Element) -> Iterator[tuple[str, str]]:
    for comment in root.iter("{*}comment", "{*}threadedComment"):
        words = "".join(text.text or "" for text in comment.iter("{*}t", "{*}text"))
        if words.strip():
            yield comment.get("ref", ""), words
