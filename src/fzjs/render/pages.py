"""The page: its type area, turned on its side, and a section of its own for what lies so."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from fzjs.render.layout import Styles, paragraph
from fzjs.render.model import ReferenceFault
from fzjs.render.xml import qualified

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.section import Section
    from lxml.etree import _Element as Element


_LEAST_FOOTER = Mm(5)
"""What printers leave unprinted at an edge."""


def emptied(document: Word) -> Element:
    """Take the reference document's own text out; give what stands at the body's end."""
    body = document.element.body
    for child in list(body):
        if child.tag != qualified("w:sectPr"):
            body.remove(child)
    end: Element | None = body.find(qualified("w:sectPr"))
    if end is None:
        raise ReferenceFault("reference.docx 没有页面设置")
    area(document.sections[-1])
    return end


def area(section: Section) -> tuple[int, int]:
    """Give the type area's width and height, in twentieths of a point. Raises ReferenceFault."""
    lengths = (
        *(section.page_width, section.left_margin, section.right_margin),
        *(section.page_height, section.top_margin, section.bottom_margin),
    )
    wide, left, right, tall, top, bottom = (
        length.twips if length is not None else 0 for length in lengths
    )
    if wide - left - right <= 0:
        raise ReferenceFault("reference.docx 的页面宽度不对")
    return wide - left - right, tall - top - bottom


def turn(section: Section) -> None:
    """Turn the page on its side, margins with it; one that lies already stays as it is."""
    width, height = section.page_width, section.page_height
    if width is None or height is None or width > height:
        return
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = height, width
    top, bottom = section.top_margin, section.bottom_margin
    section.top_margin, section.bottom_margin = section.left_margin, section.right_margin
    section.left_margin, section.right_margin = bottom, top
    if bottom and section.bottom_margin and section.footer_distance:
        # The page number keeps its distance from the text, not from the edge.
        higher = section.footer_distance + section.bottom_margin - bottom
        section.footer_distance = max(higher, _LEAST_FOOTER)


def lie_down(document: Word, styles: Styles, last: Element | None) -> None:
    """Begin a section whose pages lie on their side; what is above keeps the page as it was.

    A section's set-up stands in its last paragraph (ECMA-376, 17.6.18); after a table that is an
    empty one. The letterhead is the first section's alone.
    """
    end = document.element.body.find(qualified("w:sectPr"))
    if last is None or last.tag != qualified("w:p"):
        last = paragraph(styles, "表格文字", ())
        end.addprevious(last)
    properties = last.find(qualified("w:pPr"))
    if properties is not None:
        properties.append(deepcopy(end))
    section = document.sections[-1]
    section.different_first_page_header_footer = False
    turn(section)
