"""A template and its data as a Word document, styled by a reference document.

Template → `jinja` → `markdown` → `layout`, `letter` → `package`. The same input gives the same
bytes; data is never read as markup; a fault in the template has its line.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT

from fzjs.render import flow, front, jinja, markdown, package
from fzjs.render.layout import LINE, Styles, lead_to_table, lower, on_new_page, paragraph, table
from fzjs.render.letter import Placed, place
from fzjs.render.markdown import Block, Directive, Paragraph, Spans, Table
from fzjs.render.measure import width
from fzjs.render.model import DataFault, Properties, ReferenceFault, Template, TemplateFault
from fzjs.render.values import plain, rare
from fzjs.render.xml import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as Word
    from docx.section import _Footer, _Header
    from lxml.etree import _Element as Element

__all__ = [
    "DataFault",
    "Properties",
    "ReferenceFault",
    "Template",
    "TemplateFault",
    "rare",
    "render",
]

_MARK_SIZE = 72
"""The letterhead's size in half points, as its style has it (小初)."""

_MARK_ROOM = 884
"""What a line of 156 mm holds, in half points."""

_LONGEST = 255
"""Characters that a core property may have."""


def render(
    template: Template, context: Mapping[str, Any], reference: bytes, properties: Properties
) -> bytes:
    """Make a .docx of a template, its data and the reference document's styles.

    `context` holds only dict, list, str, int, bool and None; its `关键词`, if any, go into the
    file's properties, and not onto the paper. Raises TemplateFault (with the
    template's line), DataFault (with the value's path) or ReferenceFault.
    """
    template = Template(template.name, re.sub("\r\n?", "\n", template.text))
    settings = front.read(template)
    filled = jinja.fill(template, context, settings.lines)
    document = package.open_reference(reference)
    _turn(document, landscape=settings.landscape)
    _fill(document, markdown.parse(filled, template.name), template.name)
    _describe(document, properties)
    document.core_properties.category = settings.kind[:_LONGEST]
    document.core_properties.keywords = str(context.get("关键词", ""))[:_LONGEST]
    buffer = BytesIO()
    document.save(buffer)
    return package.pack(package.parts(buffer.getvalue()))


def _turn(document: Word, *, landscape: bool) -> None:
    """Turn the page on its side, margins with it."""
    section = document.sections[-1]
    width_, height = section.page_width, section.page_height
    if not landscape or width_ is None or height is None or width_ > height:
        return
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = height, width_
    top, bottom = section.top_margin, section.bottom_margin
    section.top_margin, section.bottom_margin = section.left_margin, section.right_margin
    section.left_margin, section.right_margin = bottom, top


def _fill(document: Word, blocks: Iterator[Block], name: str) -> None:
    """Put the blocks where the reference document's own text was."""
    styles = Styles(document.styles.element)
    body = document.element.body
    for child in list(body):
        if child.tag != qualified("w:sectPr"):
            body.remove(child)
    end = body.find(qualified("w:sectPr"))
    if end is None:
        raise ReferenceFault("reference.docx 没有页面设置")
    room = _room(document)
    last: Element | None = None
    turn = letter = False
    for block in blocks:
        placed = _placed(block, styles, name, room, last)
        if placed.letterhead:
            _head(document, styles, placed.letterhead)
            letter = True
        if letter and isinstance(block, Directive) and block.name == "标题":
            lower(placed.body[0], 2 * LINE)  # GB/T 9704-2012 10.1: two lines below what is above
        for element in placed.body:
            if turn:
                on_new_page(element)
            turn = False
            end.addprevious(element)
            last = element
        turn = turn or placed.turn
    flow.settle(body, styles, document.styles.element, _page(document, room))


def _placed(block: Block, styles: Styles, name: str, room: int, last: Element | None) -> Placed:
    """Turn one block into elements; after a table stands a paragraph, as Word needs at the end."""
    if isinstance(block, Table):
        if last is not None:
            lead_to_table(last)
        return Placed((table(block, styles, room), paragraph(styles, "表格文字", ())))
    if isinstance(block, Paragraph):
        return Placed((paragraph(styles, block.style, block.spans),))
    return place(block, styles, name, last)


def _room(document: Word) -> int:
    """Give the type area's width, in twentieths of a point."""
    section = document.sections[-1]
    lengths = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (length.twips if length is not None else 0 for length in lengths)
    if page - left - right <= 0:
        raise ReferenceFault("reference.docx 的页面宽度不对")
    return page - left - right


def _page(document: Word, room: int) -> flow.Page:
    """Give the type area, and what a letterhead takes of its first page."""
    section = document.sections[-1]
    lengths = (
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.header_distance,
    )
    page, top, bottom, start = (length.twips if length is not None else 0 for length in lengths)
    taken = 0
    if section.different_first_page_header_footer:
        header = section.first_page_header._element  # noqa: SLF001  # as in `_replace`
        tall = flow.height(header.iter(qualified("w:p")), document.styles.element)
        taken = max(0, start + tall - top)
    return flow.Page(room, page - top - bottom, taken)


def _head(document: Word, styles: Styles, spans: Spans) -> None:
    """Set the letter form's first page: the mark over a red double rule, one more at the foot.

    GB/T 9704-2012 10.1: the first page carries no number, the following ones do.
    """
    section = document.sections[-1]
    section.different_first_page_header_footer = True
    marked = width("".join(span.text for span in spans))
    size = 0 if marked * _MARK_SIZE <= _MARK_ROOM else int(_MARK_ROOM / marked)
    mark = paragraph(styles, "发文机关标志", spans, size=size)
    _replace(section.first_page_header, mark, paragraph(styles, "首页上双线", ()))
    _replace(section.first_page_footer, paragraph(styles, "首页下双线", ()))


def _replace(part: _Header | _Footer, *content: Element) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001  # python-docx has no public way to its XML
    for child in list(element):
        element.remove(child)
    element.extend(content)


def _describe(document: Word, properties: Properties) -> None:
    """Write who, when and from which commit into the file's properties."""
    plain({"标题": properties.title, "作者": properties.author, "提交": properties.commit})
    core = document.core_properties
    made = datetime.combine(properties.created, time(), UTC)
    core.title = properties.title[:_LONGEST]
    core.author = core.last_modified_by = properties.author[:_LONGEST]
    core.created = core.modified = made
    core.revision = 1
    core.language = "zh-CN"
    dated = f"数据截至 {properties.created.isoformat()}"
    core.comments = f"{dated}，提交 {properties.commit}"[:_LONGEST] if properties.commit else dated
    core.version = properties.commit[:_LONGEST]
