"""A template and its data as a Word document, styled by a reference document.

Template → `jinja` → `markdown` → `layout`, `letter` → `package`. The same input gives the same
bytes; data is never read as markup; a fault in the template has its line.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from fzjs.norm.fonts import width
from fzjs.render import flow, front, grid, jinja, markdown, package, pages, seal
from fzjs.render.layout import (
    LINE,
    Shape,
    Styles,
    lead_to_table,
    lower,
    on_new_page,
    paragraph,
    table,
)
from fzjs.render.letter import Placed, place
from fzjs.render.markdown import Block, Directive, Paragraph, Spans, Table
from fzjs.render.measure import TITLE_WIDTH
from fzjs.render.model import DataFault, Properties, ReferenceFault, Template, TemplateFault
from fzjs.render.values import plain, rare
from fzjs.render.xml import make, qualified

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

_UPRIGHT = 8845
"""The 156 mm of an upright page's line, in twentieths of a point."""

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
    if settings.landscape:
        pages.turn(document.sections[-1])
    tables = _fill(document, markdown.parse(filled, template), template.name, context)
    _describe(document, properties)
    document.core_properties.category = settings.kind[:_LONGEST]
    document.core_properties.keywords = str(context.get("关键词", ""))[:_LONGEST]
    parts = package.saved(document)
    if tables:
        body = document.part.partname.lstrip("/")
        parts[body] = grid.fill(parts[body], tables)
    return package.pack(seal.sealed(parts))


class _Writer:
    """Puts blocks into the body, one after the other, and keeps what the next one must know.

    `tables` are the large ones, which stand in the body as holes until it is saved.
    """

    def __init__(self, document: Word, name: str, context: Mapping[str, Any]) -> None:
        self.document, self.name, self.context = document, name, context
        self.styles = Styles(document.styles.element)
        self.end = pages.emptied(document)
        self.tables: list[bytes] = []
        self.last: Element | None = None
        self.turn = self.letter = False

    def write(self, block: Block) -> None:
        """Turn one block into elements and add them at the end."""
        placed = self._placed(block)
        if placed.letterhead:
            _head(self.document, self.styles, placed.letterhead)
            self.letter = True
        if self.letter and isinstance(block, Directive) and block.name == "标题":
            lower(placed.body[0], 2 * LINE)  # GB/T 9704-2012 10.1: two lines below what is above
        for element in placed.body:
            if self.turn:
                on_new_page(element)
            self.turn = False
            self.end.addprevious(element)
            self.last = element
        self.turn = self.turn or placed.turn

    def _placed(self, block: Block) -> Placed:
        if isinstance(block, Table):
            room = pages.area(self.document.sections[-1])
            return self._below(table(block, self.styles, *room))
        if isinstance(block, Paragraph):
            # What ends in a colon announces what follows, and stands on its page.
            leads = block.spans and block.spans[-1].text.endswith("：")
            shape = Shape(keep=True) if leads else None
            return Placed((paragraph(self.styles, block.style, block.spans, shape),))
        if block.name == "分工表":
            return self._below(self._hole(block))
        if block.name == "横向":
            pages.lie_down(self.document, self.styles, self.last)
            return Placed()
        wide, _ = pages.area(self.document.sections[-1])
        line = max(TITLE_WIDTH, TITLE_WIDTH * wide / _UPRIGHT)
        return place(block, self.styles, self.name, self.last, line)

    def _below(self, built: Element) -> Placed:
        """Add a table to what announces it, and a paragraph after it, as Word needs at the end."""
        empty = paragraph(self.styles, "表格文字", ())
        if self.turn and not len(built):  # a hole has nothing that could begin a page
            return Placed((paragraph(self.styles, "表格文字", ()), built, empty))
        if self.last is not None and flow.style_of(self.last) != self.styles["标题"]:
            lead_to_table(self.last)  # a title keeps its own distance
        return Placed((built, empty))

    def _hole(self, block: Directive) -> Element:
        if block.name not in self.context:
            raise TemplateFault(self.name, block.line, f"数据里没有“{block.name}”", "删去这一块")
        data, name = self.context[block.name], block.name
        if isinstance(data, list):
            # Several tables in one document: each block takes the next.
            if len(self.tables) >= len(data):
                raise TemplateFault(
                    self.name, block.line, f"“{name}”只有{len(data)}张表", "删去这一块"
                )
            data, name = data[len(self.tables)], f"{name}[{len(self.tables)}]"
        found = grid.read(data, name)
        room = pages.area(self.document.sections[-1])
        self.tables.append(grid.write(found, self.styles, *room))
        return make("tbl")


def _fill(
    document: Word, blocks: Iterator[Block], name: str, context: Mapping[str, Any]
) -> list[bytes]:
    """Put the blocks where the reference document's own text was; give the tables left out."""
    writer = _Writer(document, name, context)
    for block in blocks:
        writer.write(block)
    root = document.styles.element
    flow.settle(document.element.body, writer.styles, root, _page(document))
    return writer.tables


def _page(document: Word) -> flow.Page:
    """Give the first pages' type area, and what a letterhead takes of the very first."""
    section = document.sections[0]
    wide, tall = pages.area(section)
    taken = 0
    if section.different_first_page_header_footer:
        header = section.first_page_header._element  # noqa: SLF001  # as in `_replace`
        height = flow.height(header.iter(qualified("w:p")), document.styles.element)
        start, top = section.header_distance, section.top_margin
        taken = max(0, (start.twips if start else 0) + height - (top.twips if top else 0))
    return flow.Page(wide, tall, taken)


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
    said = [f"数据截至 {properties.created.isoformat()}"]
    said += [f"提交 {properties.commit}"] if properties.commit else []
    said += [f"材料齐备率 {properties.completeness}"] if properties.completeness else []
    core.comments = "，".join(said)[:_LONGEST]
    core.version = properties.commit[:_LONGEST]
    core.identifier = seal.BLANK
