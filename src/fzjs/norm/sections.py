"""Sections: paper, margins, grid; headers and footers, taken from the section before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from fzjs.norm.document import Footer, Section
from fzjs.norm.styles import Look, Styles, whole_or_none
from fzjs.ooxml.guard import Archive, parse
from fzjs.ooxml.parts import Link
from fzjs.ooxml.text import VAL, W, plain

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_RED = re.compile("[fFcCeEdDbB][0-9a-fA-F][0-2][0-9a-fA-F][0-2][0-9a-fA-F]")
_SHOWN = ("default", "first", "even")
_A4 = (11906, 16838)


class Margins:
    """The headers and footers of a document, by relationship."""

    def __init__(self, archive: Archive, found: tuple[Link, ...], styles: Styles) -> None:
        """Read them all; a part that is missing counts as empty."""
        self._styles = styles
        self._footers: dict[str, Footer] = {}
        self._marks: dict[str, bool] = {}
        self._parts = {
            link.id: parse(archive.read(link.target), link.target)
            for link in found
            if link.kind in {"header", "footer"} and archive.find(link.target)
        }

    def words(self) -> Iterator[str]:
        """Yield what each says."""
        return (plain(part) for part in self._parts.values())

    def footer(self, name: str) -> Footer:
        """Return a footer by its relationship; hundreds of sections may share one."""
        if name not in self._footers:
            self._footers[name] = self._footer(name)
        return self._footers[name]

    def _footer(self, name: str) -> Footer:
        part = self._parts.get(name)
        if part is None:
            return Footer("", "", numbered=False)
        for each in part.iter(f"{W}p"):
            if _has_page(each):
                return Footer(_marked(each), self._side(each, part), numbered=True)
        return Footer(plain(part), "", numbered=False)

    def _side(self, paragraph: etree._Element, part: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        framed = properties is not None and properties.find(f"{W}framePr") is not None
        tabbed = any(True for _ in paragraph.iter(f"{W}tab", f"{W}ptab"))
        boxed = any(True for _ in part.iter(f"{_DRAWN}anchor", f"{W}pict"))
        if framed or boxed or tabbed:
            return ""
        side = self._styles.paragraph(properties).get("jc/val", "left")
        return {"start": "left", "both": "left", "end": "right"}.get(side, side)

    def is_marked(self, name: str) -> bool:
        """Tell whether a header has red words, as the letter form's first page."""
        if name not in self._marks:
            self._marks[name] = self._is_marked(name)
        return self._marks[name]

    def _is_marked(self, name: str) -> bool:
        part = self._parts.get(name)
        if part is None or not plain(part).strip():
            return False
        return any(_RED.fullmatch(self._look(each).get("color", "")) for each in part.iter(f"{W}r"))

    def _look(self, run: etree._Element) -> Look:
        above = run.getparent()
        properties = None if above is None else above.find(f"{W}pPr")
        return self._styles.run(self._styles.paragraph(properties), run.find(f"{W}rPr"))


def _has_page(paragraph: etree._Element) -> bool:
    codes = "".join(each.text or "" for each in paragraph.iter(f"{W}instrText"))
    simple = (each.get(f"{W}instr", "") for each in paragraph.iter(f"{W}fldSimple"))
    return bool(_PAGE.match(codes)) or any(_PAGE.match(code) for code in simple)


def _marked(paragraph: etree._Element) -> str:
    """Return a footer's words, its field as `#`: what stands for the number is left out."""
    words, depth, result = "", 0, False
    for each in paragraph.iter(f"{W}t", f"{W}fldChar", f"{W}fldSimple"):
        if each.tag == f"{W}fldSimple":
            words += "#"
        elif each.tag == f"{W}fldChar":
            kind = each.get(f"{W}fldCharType")
            words += "#" if kind == "begin" and not depth else ""
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        else:
            result = depth > 0 or _in_simple(each)
            words += "" if result else each.text or ""
    return words


def _in_simple(node: etree._Element) -> bool:
    return any(above.tag == f"{W}fldSimple" for above in node.iterancestors(f"{W}fldSimple"))


def section(node: etree._Element, margins: Margins, before: Section | None) -> Section:
    """Return a section; what it does not say of headers and footers is as in the one before."""
    size, edge, grid = (node.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
    inherited = dict(before.footers) if before else {}
    own = {
        each.get(f"{W}type", "default"): margins.footer(each.get(_ID, ""))
        for each in node.iter(f"{W}footerReference")
        if each.get(f"{W}type", "default") in _SHOWN
    }
    marked = [margins.is_marked(each.get(_ID, "")) for each in node.iter(f"{W}headerReference")]
    return Section(
        width=_number(size, "w", _A4[0]),
        height=_number(size, "h", _A4[1]),
        top=abs(_number(edge, "top")),
        right=_number(edge, "right"),
        bottom=abs(_number(edge, "bottom")),
        left=_number(edge, "left"),
        gutter=_number(edge, "gutter"),
        grid="" if grid is None else grid.get(f"{W}type", ""),
        pitch=_number(grid, "linePitch"),
        char_space=_signed(_number(grid, "charSpace")),
        title_page=_on(node.find(f"{W}titlePg")),
        footers=MappingProxyType(inherited | own),
        marked=any(marked),
    )


def _signed(value: int) -> int:
    """Return a number as signed: LibreOffice writes -1025 as 4294966271."""
    return value - (1 << 32) if value >= 1 << 31 else value


def _number(node: etree._Element | None, name: str, default: int = 0) -> int:
    found = None if node is None else whole_or_none(node.get(f"{W}{name}"))
    return default if found is None else found


def _on(node: etree._Element | None) -> bool:
    return node is not None and node.get(VAL, "1") not in {"0", "false", "off"}
