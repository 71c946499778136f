"""Paragraphs and tables of the document's body, written directly as XML.

python-docx's tables take minutes where this takes a moment (`reference/word.md`, Speed).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fzjs.norm.fonts import width
from fzjs.render.model import ReferenceFault
from fzjs.render.xml import Look, make, qualified, runs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from fzjs.render.markdown import Cell, Spans, Table

EM = 315
"""A body character's advance: 16 pt less a quarter, in twentieths of a point."""

LINE = 579
"""A body line: 22 of them fill 225 mm, in twentieths of a point."""

_BUILT_IN = {"正文": "Normal", "标题": "Title"}
"""What Word and WPS show in Chinese but keep under an English name in the file."""

_WIDEST, _NARROWEST = 24.0, 3.0
_HEADING, _ROOMY = 4, 1500
"""Characters of a heading that no column breaks; what a column that gives way keeps, in twentieths
of a point."""
_SPACE = 120
_LETTER, _CELL_LINE, _PADDING, _HEAD = 240, 320, 190, 800
"""表格文字: a character's and a line's size, a cell's edges; room for the heading above a row."""
_BEFORE_SPACING = frozenset((qualified("w:pStyle"), qualified("w:keepNext")))


class Styles:
    """The reference document's styles: names as a clerk sees them, to the ids that XML uses."""

    def __init__(self, root: Element) -> None:
        """Read the names from the root of styles.xml."""
        self.ids: dict[str, str] = {}
        for style in root.iter(qualified("w:style")):
            name = style.find(qualified("w:name"))
            if name is not None:
                self.ids[name.get(qualified("w:val"), "")] = style.get(qualified("w:styleId"), "")
        self.gap = self.ids.get("待填", "")

    def has(self, name: str) -> bool:
        """Tell whether the reference document has a style."""
        return _BUILT_IN.get(name, name) in self.ids

    def __getitem__(self, name: str) -> str:
        """Give a style's id. Raises ReferenceFault when the reference document lacks it."""
        found = self.ids.get(_BUILT_IN.get(name, name))
        if found is None:
            raise ReferenceFault(f"reference.docx 里没有“{name}”这个样式，请补上或改回随带的那一份")
        return found


class Shape(NamedTuple):
    """What a paragraph adds to its style; lengths in twentieths of a point."""

    keep: bool = False
    before: int | None = None
    left: int | None = None
    hanging: int | None = None
    right: int | None = None
    align: str = ""


def paragraph(
    styles: Styles, style: str, spans: Spans, shape: Shape | None = None, size: int = 0
) -> Element:
    """Make a paragraph in a style (its name), with the shape's few additions in schema order."""
    properties = make("pPr", (make("pStyle", val=styles[style]),))
    if shape:
        properties.extend(_shaped(shape))
    return make("p", (properties, *runs(spans, Look(size, styles.gap))))


def _shaped(shape: Shape) -> list[Element]:
    made = []
    if shape.keep:
        made.append(make("keepNext"))
    if shape.before is not None:
        made.append(make("spacing", before=shape.before))
    indents = {"left": shape.left, "right": shape.right, "hanging": shape.hanging}
    given = {name: value for name, value in indents.items() if value is not None}
    if given:
        made.append(make("ind", (), **given))
    if shape.align:
        made.append(make("jc", val=shape.align))
    return made


def keep_with_next(element: Element) -> None:
    """Hold a paragraph on the page of what follows, so that no signature stands alone."""
    properties = element.find(qualified("w:pPr"))
    if properties is not None and properties.find(qualified("w:keepNext")) is None:
        properties.insert(1, make("keepNext"))


def lower(element: Element, before: int) -> None:
    """Set a paragraph lower than its style does, in twentieths of a point."""
    properties = next(element.iter(qualified("w:pPr")))
    spacing = properties.find(qualified("w:spacing"))
    if spacing is None:
        properties.append(make("spacing", before=before))
    else:
        spacing.set(qualified("w:before"), str(before))


def on_new_page(element: Element) -> None:
    """Start a paragraph or table on a new page: an empty paragraph would cost that page a line."""
    properties = next(element.iter(qualified("w:pPr")))
    kept = properties.find(qualified("w:keepNext")) is not None
    properties.insert(2 if kept else 1, make("pageBreakBefore"))


def lead_to_table(element: Element) -> None:
    """Hold the paragraph that announces a table on its page, a little above it."""
    keep_with_next(element)
    properties = element.find(qualified("w:pPr"))
    if properties is not None and properties[-1].tag in _BEFORE_SPACING:
        properties.append(make("spacing", after=_SPACE))


def table(content: Table, styles: Styles, room: int, height: int) -> Element:
    """Make a table as wide as `room`: its heading repeats, its rows do not split.

    A row that may not fit on a page of this `height` does split, so that nothing is cut off.

    Column widths stand in the grid and in each cell (WPS reads the grid first); a cell that
    continues the one above carries a bare `vMerge`.
    """
    widths = _widths(content, room)
    grid = make("tblGrid", tuple(make("gridCol", w=each) for each in widths))
    properties = make(
        "tblPr",
        (
            make("tblStyle", val=styles["公文表格"]),
            make("tblW", w=sum(widths), type="dxa"),
            make("jc", val="center"),
            make("tblLayout", type="fixed"),
        ),
    )
    built = make("tbl", (properties, grid))
    following = [*content.rows[1:], ()]
    for row, below in zip(content.rows, following, strict=True):
        heading = row is content.rows[0]
        tall = not heading and _height(row, widths) > height - _HEAD
        made = make("tr", (_row(heading=heading, whole=not tall),))
        for place, cell in enumerate(row):
            starts = place < len(below) and below[place].above
            words = _words(cell, styles, heading=heading)
            made.append(make("tc", (_cell(cell, widths[place], starts=starts), words)))
        built.append(made)
    return built


def _row(*, heading: bool, whole: bool) -> Element:
    kept = (make("cantSplit"),) if whole else ()
    return make("trPr", (*kept, *((make("tblHeader"),) if heading else ())))


def _height(row: tuple[Cell, ...], widths: list[int]) -> int:
    """Measure a row, rather too high than too low: 表格文字 in lines of its usual height."""
    rooms = [max(1, (size - _PADDING) // _LETTER - 1) for size in widths]
    lines = max(
        sum(
            int(width(line) // room) + 1
            for line in "".join(span.text for span in cell.spans).split("\n")
        )
        for cell, room in zip(row, rooms, strict=True)
    )
    return lines * _CELL_LINE


def _cell(cell: Cell, size: int, *, starts: bool) -> Element:
    properties = make("tcPr", (make("tcW", w=size, type="dxa"),))
    if cell.above:
        properties.append(make("vMerge"))
    elif starts:
        properties.append(make("vMerge", val="restart"))
    properties.append(make("vAlign", val="center"))
    return properties


def _words(cell: Cell, styles: Styles, *, heading: bool) -> Element:
    """Write a cell's text; headings are centred by their style, whatever their column."""
    if heading:
        return paragraph(styles, "表头", cell.spans)
    shape = None if cell.align == "left" else Shape(align=cell.align)
    return paragraph(styles, "表格文字", cell.spans, shape)


def _widths(content: Table, room: int) -> list[int]:
    """Share the room out by the template's dashes, else by the longest text of each column."""
    shares = [float(share) for share in content.shares] or [
        max(_NARROWEST, min(_WIDEST, max(_longest(cell) for cell in column) + 1))
        for column in zip(*content.rows, strict=True)
    ]
    widths = [int(room * share / sum(shares)) for share in shares]
    widths[-1] += room - sum(widths)
    for place, cell in enumerate(content.rows[0]):
        # 序号, 材料齐备 stay in one line: what the column lacks, the widest gives if it can.
        lacks = round(min(_longest(cell), _HEADING) * _LETTER) + _PADDING - widths[place]
        most = max(widths)
        if lacks > 0 and most - lacks > _ROOMY:
            widths[widths.index(most)] -= lacks
            widths[place] += lacks
    return widths


def _longest(cell: Cell) -> float:
    text = "".join(span.text for span in cell.spans)
    return max((width(line) for line in text.split("\n")), default=0)
