"""A large table with merged cells, written as text: thousands of rows in about a second.

lxml's elements for 5,000 rows of seven columns take over 100 MB (`reference/word.md`, Speed), so
that the body holds an empty `w:tbl` in the table's place until it is saved; then `fill` puts the
text there. No other table is empty, and data is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from fzjs.render.layout import Styles
from fzjs.render.model import GAP, DataFault
from fzjs.render.widths import Face, Width, plan
from fzjs.render.xml import AMBIGUOUS, W

Cell = Sequence[str] | None
"""A cell's paragraphs; None where it is one with the cell above."""

_HOLE = re.compile(rb'<\w+:tbl(?: xmlns:\w+="[^"]*")?/>')
_PIECES = re.compile(f"(\n|\t|{GAP})")


class Grid(NamedTuple):
    """A table's headings (equal neighbours make one cell) and its rows, all of one length.

    `least` are widths, in characters, that columns are to have at least, by their headings; `left`
    are headings of columns whose texts never stand in the middle.
    """

    headings: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]
    least: Mapping[str, float] = MappingProxyType({})
    left: frozenset[str] = frozenset()


class _Look(NamedTuple):
    """What every cell of a column has alike: its properties with and without a merge, its style."""

    plain: str
    starts: str
    continues: str
    paragraph: str


def read(data: object, name: str) -> Grid:
    """Take a grid out of a template's data: {列: headings, 行: rows of cells, 至少宽, 靠左}.

    Raises DataFault where it is none, or a row has more or fewer cells than there are headings.
    """
    if not isinstance(data, Mapping) or not {"列", "行"} <= data.keys() or not data["列"]:
        raise DataFault((name,), "不是一张表：要有“列”和“行”")
    for place, row in enumerate(data["行"]):
        if len(row) != len(data["列"]):
            raise DataFault((name, "行", place), f"有{len(row)}格，应有{len(data['列'])}格")
    left = frozenset(data.get("靠左", ()))
    return Grid(tuple(data["列"]), tuple(data["行"]), data.get("至少宽", {}), left)


def write(grid: Grid, styles: Styles, room: int, height: int) -> bytes:
    """Write the table in XML, as wide as `room`; rows go whole onto a page of this `height`.

    The heading repeats; a row that no page could hold may split, so that nothing is cut off.
    """
    widths, face, split = plan(grid, room, height)
    looks = [_look(size, face, styles) for size in widths]
    pieces = [
        _opening([size.width for size in widths], styles),
        _heading(grid, widths, face, styles),
    ]
    runs = _runs(face, styles.gap)
    following = [*grid.rows[1:], None]
    for place, (row, below) in enumerate(zip(grid.rows, following, strict=True)):
        pieces.append("<w:tr>" if place in split else "<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for column, (cell, look) in enumerate(zip(row, looks, strict=True)):
            if cell is None:
                pieces.append(f"<w:tc>{look.continues}{look.paragraph}</w:p></w:tc>")
                continue
            starts = below is not None and below[column] is None
            words = "</w:p>".join(look.paragraph + runs(text) for text in cell or ("",))
            kept = look.starts if starts else look.plain
            pieces.append(f"<w:tc>{kept}{words}</w:p></w:tc>")
        pieces.append("</w:tr>")
    pieces.append("</w:tbl>")
    return "".join(pieces).encode()


def fill(document: bytes, tables: Sequence[bytes]) -> bytes:
    """Put the tables where the body's empty ones are, in order."""
    parts = _HOLE.split(document)
    if len(parts) != len(tables) + 1:
        raise AssertionError("the body has another number of tables")
    whole = [parts[0]]
    for table, rest in zip(tables, parts[1:], strict=True):
        whole += [table, rest]
    return b"".join(whole)


def _opening(widths: Sequence[int], styles: Styles) -> str:
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblStyle w:val="{styles["公文表格"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _heading(grid: Grid, widths: Sequence[Width], face: Face, styles: Styles) -> str:
    """Write the heading row; equal headings side by side are one cell over their columns."""
    made = ["<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"]
    runs = _runs(face, styles.gap)
    start = 0
    for name, group in groupby(grid.headings):
        count = len(list(group))
        size = sum(each.width for each in widths[start : start + count])
        span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
            f"</w:tcPr>{_paragraph(styles['表头'], face)}{runs(name)}</w:p></w:tc>"
        )
        start += count
    return "".join(made) + "</w:tr>"


def _look(size: Width, face: Face, styles: Styles) -> _Look:
    opened = f'<w:tcPr><w:tcW w:w="{size.width}" w:type="dxa"/>'
    # At the top: a merged cell that runs over pages shows its words where it begins.
    closed = '<w:vAlign w:val="top"/></w:tcPr>'
    return _Look(
        opened + closed,
        f'{opened}<w:vMerge w:val="restart"/>{closed}',
        f"{opened}<w:vMerge/>{closed}",
        _paragraph(styles["表格文字"], face, centred=size.centred),
    )


def _paragraph(style: str, face: Face, *, centred: bool = False) -> str:
    align = '<w:jc w:val="center"/>' if centred else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:spacing w:line="{face.line}" w:lineRule="exact"/>{align}</w:pPr>'
    )


def _runs(face: Face, gap: str) -> Callable[[str], str]:
    """Return what turns a paragraph's text into its runs."""
    size = f'<w:sz w:val="{face.size}"/><w:szCs w:val="{face.size}"/>'
    plain = f"<w:r><w:rPr>{size}</w:rPr>"
    # Quotes, dashes and ★ would else be taken from the Latin font.
    hinted = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{size}</w:rPr>'
    marked = f'<w:r><w:rPr><w:rStyle w:val="{gap}"/>{size}</w:rPr>' if gap else plain

    def one(text: str) -> str:
        opened = marked if text == GAP else hinted if AMBIGUOUS.search(text) else plain
        if text in "\n\t":
            return opened + ("<w:br/></w:r>" if text == "\n" else "<w:tab/></w:r>")
        return f'{opened}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'

    def made(text: str) -> str:
        if "\r" in text:
            text = re.sub("\r\n?", "\n", text)
        if "\n" in text or "\t" in text or GAP in text:
            return "".join(one(part) for part in _PIECES.split(text) if part)
        return one(text) if text else ""

    return made
