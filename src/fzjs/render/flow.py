"""How the end of the text and the signature share a page, reckoned line by line.

Pages are to be filled (GB/T 9704-2012, 5.2), and a signature must not stand on a page without
text. `keepNext` on the last paragraph asks for just that: "at least partly rendered on the same
page" (ECMA-376, 17.3.1.15). LibreOffice, though, takes the whole paragraph along and leaves a gap;
so the mark is taken off where the text by itself runs over to the signature's page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from fzjs.norm.fonts import width
from fzjs.render.layout import LINE, Styles
from fzjs.render.xml import make, qualified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_SHORT, _WHOLE = 2, 3
"""Lines that go with the signature anyway; lines that widow control would never part."""

_DEFAULT_SIZE = 32
_TIGHT = 5
_PIECES = re.compile("[!-~]+|.", re.DOTALL)
_HANGS = frozenset("，。、；：？！”’）》〕,.;:?!)")
_BASED = 9
"""Styles that may stand on one another before we stop looking."""
_Setting = tuple[str, str]
"""Where a setting stands in a paragraph or a style: lxml's path and the attribute's name."""


def _setting(path: str, name: str) -> _Setting:
    return "/".join(map(qualified, path.split("/"))), qualified(name)


_SETTINGS = {
    _setting("w:rPr/w:sz", "w:val"): _DEFAULT_SIZE,
    _setting("w:pPr/w:spacing", "w:before"): 0,
    _setting("w:pPr/w:spacing", "w:after"): 0,
    _setting("w:pPr/w:pBdr/w:top", "w:space"): 0,
    _setting("w:pPr/w:pBdr/w:bottom", "w:space"): 0,
    _setting("w:pPr/w:spacing", "w:line"): LINE,
    _setting("w:pPr/w:ind", "w:firstLineChars"): 0,
}
"""What a paragraph's face is made of, with what holds where nothing is said."""


class Page(NamedTuple):
    """The type area in twentieths of a point; `first` is what the letterhead takes of page 1."""

    width: int
    height: int
    first: int = 0


class Face(NamedTuple):
    """How a paragraph is set, in twentieths of a point; `indent` in characters."""

    advance: int
    line: int
    around: int
    indent: float


def settle(body: Iterable[Element], styles: Styles, root: Element, page: Page) -> None:
    """Free the last paragraph before a signature where it runs on to the signature's page.

    Three lines are never parted by widow control, so that is off for them. `body` are the
    document's blocks in order, `root` is styles.xml.
    """
    faces = _Faces(root)
    used = page.first
    before: tuple[Element, int, int] | None = None
    for block in body:
        if block.tag == qualified("w:tbl"):
            used = _after_table(block, faces, page, used)
            before = None
        elif block.tag == qualified("w:p"):
            if before and style_of(block) == styles["署名"]:
                _part(*before)
            face = _face(block, faces)
            if block.find(f"{qualified('w:pPr')}/{qualified('w:pageBreakBefore')}") is not None:
                used = 0
            lines = wrapped(_text(block), page.width / face.advance, face.indent)
            room = max(0, page.height - used) // face.line
            before = block, lines, room
            used = _after(face, lines, page, used)


def wrapped(text: str, room: float, indent: float = 0) -> int:
    """Count the lines that a text fills, `room` characters wide, the first indented.

    Numbers and Latin words are not parted; a closing mark may hang beyond the edge, as it does in
    Word's own setting.
    """
    lines = 0
    for part in text.split("\n"):
        lines += 1
        place = indent if lines == 1 else 0.0
        for piece in _PIECES.findall(part):
            size = width(piece)
            if place + size > room and piece not in _HANGS:
                lines += 1
                place = 0.0
            place += size
    return lines


def _part(paragraph: Element, lines: int, room: int) -> None:
    """Let a paragraph break over two pages, its end with the signature."""
    properties = paragraph.find(qualified("w:pPr"))
    kept = properties.find(qualified("w:keepNext")) if properties is not None else None
    if properties is None or kept is None or lines <= _SHORT:
        return
    if lines == _WHOLE:
        turn = properties.find(qualified("w:pageBreakBefore"))
        (kept if turn is None else turn).addnext(make("widowControl", val=0))
    least = 1 if lines == _WHOLE else _SHORT
    if least <= room < lines:
        properties.remove(kept)


def _after(face: Face, lines: int, page: Page, used: int) -> int:
    """Give the height used of the last page once a paragraph stands on it."""
    used += face.around
    for _ in range(lines):
        used = used + face.line if used + face.line <= page.height else face.line
    return used


def _after_table(table: Element, faces: _Faces, page: Page, used: int) -> int:
    for row in table.iter(qualified("w:tr")):
        tall = 0
        for cell in row.iter(qualified("w:tc")):
            size = cell.find(f"{qualified('w:tcPr')}/{qualified('w:tcW')}")
            room = int(size.get(qualified("w:w"), "0")) if size is not None else page.width
            for each in cell.iter(qualified("w:p")):
                face = _face(each, faces)
                lines = wrapped(_text(each), max(1, room - 170) / face.advance)
                tall = max(tall, face.around + lines * face.line)
        used = used + tall if used + tall <= page.height else tall
    return used


def height(paragraphs: Iterable[Element], root: Element) -> int:
    """Add up one-line paragraphs, as a header has them."""
    faces = _Faces(root)
    found = (_face(each, faces) for each in paragraphs)
    return sum(face.around + face.line for face in found)


def style_of(paragraph: Element) -> str:
    """Give the id of a paragraph's style."""
    found = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
    return "" if found is None else found.get(qualified("w:val"), "")


def _text(paragraph: Element) -> str:
    breaks, text = qualified("w:br"), qualified("w:t")
    return "".join(
        "\n" if each.tag == breaks else each.text or "" for each in paragraph.iter(breaks, text)
    )


def _face(paragraph: Element, styles: _Faces) -> Face:
    """Read how a paragraph is set: from itself, its style, and what that is based on."""
    said = {**styles.said(style_of(paragraph)), **_said(paragraph)}
    size, before, after, top, bottom, line, first = (
        int(said.get(setting, other)) for setting, other in _SETTINGS.items()
    )
    around = before + after + 20 * (top + bottom)
    return Face(size * 10 - _TIGHT, max(1, line), around, first / 100)


def _said(element: Element) -> dict[_Setting, str]:
    """Read the settings that a paragraph or a style has itself."""
    found = {}
    for setting in _SETTINGS:
        path, name = setting
        value = None if (holder := element.find(path)) is None else holder.get(name)
        if value is not None:
            found[setting] = value
    return found


class _Faces:
    """The settings of a document's styles, each read once with what it is based on."""

    def __init__(self, root: Element) -> None:
        """Take the styles of styles.xml."""
        styles = root.iter(qualified("w:style"))
        self._styles = {each.get(qualified("w:styleId"), ""): each for each in styles}
        self._known: dict[str, dict[_Setting, str]] = {}

    def said(self, style: str) -> dict[_Setting, str]:
        """Give what holds in a style; nothing for one that is not there."""
        if style not in self._known:
            chain: list[Element] = []
            found = self._styles.get(style)
            while found is not None and len(chain) < _BASED - 1:
                chain.append(found)
                base = found.find(qualified("w:basedOn"))
                found = None if base is None else self._styles.get(base.get(qualified("w:val"), ""))
            self._known[style] = {k: v for each in reversed(chain) for k, v in _said(each).items()}
        return self._known[style]
