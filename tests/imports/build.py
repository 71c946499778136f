"""Real .docx, .xlsx and .html files from a list of paragraphs and merged grids, for tests."""

from __future__ import annotations

import html as escaping
import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Spot(NamedTuple):
    """A cell: its top-left position, how many positions it covers, its paragraphs."""

    row: int
    column: int
    rows: int
    columns: int
    paragraphs: Sequence[str]


class Grid(NamedTuple):
    """A table: cells as `Spot`s or equal tuples; a position that none covers has no cell."""

    cells: Sequence[tuple[int, int, int, int, Sequence[str]]]
    width: int
    height: int


Blocks = Sequence[str | Grid]


def grid(rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Grid:
    """Return the grid of `rows`; `merges` are (row, column, rows, columns) areas of one cell.

    A cell's `\\n\\n`-free lines are its paragraphs; what a merged area hides must be "".
    """
    sizes = {(row, column): (deep, wide) for row, column, deep, wide in merges}
    hidden = {
        (row + down, column + right)
        for row, column, deep, wide in merges
        for down in range(deep)
        for right in range(wide)
    } - set(sizes)
    cells = [
        Spot(r, c, *sizes.get((r, c), (1, 1)), text.split("\n"))
        for r, line in enumerate(rows)
        for c, text in enumerate(line)
        if (r, c) not in hidden
    ]
    return Grid(cells, max(map(len, rows)), len(rows))


def docx_table(
    rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """Return a Word file that holds one table."""
    return docx([grid(rows, merges)])


def xlsx_table(
    rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """Return an Excel file that holds one table."""
    return xlsx([grid(rows, merges)])


def html_table(
    rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """Return a web page that holds one table."""
    return html([grid(rows, merges)])


# --- Word -----------------------------------------------------------------------------------


def docx(blocks: Blocks) -> bytes:
    """Return a Word file of these paragraphs and tables, merged cells truly merged.

    As Word wants it, an empty paragraph follows a table at the end.
    """
    body = "".join(_word_block(block) for block in blocks)
    ends_in_table = bool(blocks) and isinstance(blocks[-1], Grid)
    return docx_raw(body + ("<w:p/>" if ends_in_table else ""))


def docx_raw(body: str, parts: dict[str, str] | None = None) -> bytes:
    """Return a Word file with this XML inside `w:body` and these further parts.

    `parts` maps a name under `word/` (`numbering.xml`) to its whole XML; each gets a
    relationship of the type that its name says.
    """
    extra = parts or {}
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    kinds = {name: name.removesuffix(".xml").rstrip("0123456789") for name in extra}
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for index, (name, kind) in enumerate(kinds.items(), 1)
    )
    return package(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
            f"{types}</Types>",
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f"{HEAD}<Relationships"
            f' xmlns="{PACKAGE}/relationships">{links}</Relationships>',
            "word/document.xml": document,
            **{f"word/{name}": text for name, text in extra.items()},
        }
    )


def package(parts: dict[str, str]) -> bytes:
    """Return a zip of these texts with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)),
                text.encode(),
                compress_type=zipfile.ZIP_DEFLATED,
            )
    return buffer.getvalue()


def _word_block(block: str | Grid) -> str:
    return word_paragraph(block) if isinstance(block, str) else word_table(block)


def word_paragraph(text: str) -> str:
    """Return a `w:p`; a line break in `text` becomes `w:br`, a tab `w:tab`."""
    runs = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    runs = f"<w:t>{runs}</w:t>".replace("<w:t>", '<w:t xml:space="preserve">')
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def word_table(table: Grid) -> str:
    """Return a `w:tbl`: gridSpan, vMerge, and gridBefore/gridAfter where a row has no cell."""
    owner = {
        (spot.row + down, spot.column + right): spot
        for spot in (Spot(*cell) for cell in table.cells)
        for down in range(spot.rows)
        for right in range(spot.columns)
    }
    columns = '<w:gridCol w:w="1200"/>' * table.width
    rows = "".join(_word_row(table.width, row, owner) for row in range(table.height))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _word_row(width: int, row: int, owner: dict[tuple[int, int], Spot]) -> str:
    filled = [column for column in range(width) if (row, column) in owner]
    first, last = (filled[0], filled[-1]) if filled else (0, width - 1)
    before = f'<w:gridBefore w:val="{first}"/>' if first else ""
    after = f'<w:gridAfter w:val="{width - 1 - last}"/>' if last < width - 1 else ""
    cells, column = [], first
    while column <= last:
        spot = owner.get((row, column), Spot(row, column, 1, 1, [""]))
        cells.append(_word_cell(spot, row))
        column += spot.columns
    return f"<w:tr><w:trPr>{before}{after}</w:trPr>{''.join(cells)}</w:tr>"


def _word_cell(spot: Spot, row: int) -> str:
    span = f'<w:gridSpan w:val="{spot.columns}"/>' if spot.columns > 1 else ""
    top = row == spot.row
    start = ' w:val="restart"' if top else ""
    merge = f"<w:vMerge{start}/>" if spot.rows > 1 else ""
    words = "".join(map(word_paragraph, spot.paragraphs)) if top else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{words or '<w:p/>'}</w:tc>"


# --- Excel ----------------------------------------------------------------------------------


def xlsx(blocks: Blocks) -> bytes:
    """Return a workbook: neighbouring paragraphs a one-column sheet, each grid a sheet."""
    book = Workbook()
    first = book.active
    prose: Worksheet | None = None
    line = 0
    for block in blocks:
        if isinstance(block, str):
            line = line + 1 if prose else 1
            prose = prose or book.create_sheet(f"正文{len(book.sheetnames)}")
            _put(prose, line, 1, block)
        else:
            prose = None
            _sheet(book.create_sheet(f"表{len(book.sheetnames)}"), block)
    if first is not None and len(book.sheetnames) > 1:
        book.remove(first)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the workbook's bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet(sheet: Worksheet, table: Grid) -> None:
    for spot in (Spot(*cell) for cell in table.cells):
        _put(sheet, spot.row + 1, spot.column + 1, "\n".join(spot.paragraphs))
        if spot.rows > 1 or spot.columns > 1:
            sheet.merge_cells(
                start_row=spot.row + 1,
                start_column=spot.column + 1,
                end_row=spot.row + spot.rows,
                end_column=spot.column + spot.columns,
            )


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"  # words, even where they open with an equals sign


# --- web page -------------------------------------------------------------------------------


def html(blocks: Blocks) -> bytes:
    """Return a UTF-8 web page; a cell's paragraphs are `p`, a line break is `br`."""
    body = "\n".join(
        html_paragraph(block) if isinstance(block, str) else _web_table(block) for block in blocks
    )
    page = (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>方案</title></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )
    return page.encode()


def html_paragraph(text: str) -> str:
    """Return a `p` that keeps `text` character by character."""
    words = escaping.escape(text).replace("\n", "<br>").replace("\t", "&#9;")
    return f'<p style="white-space: pre-wrap">{words}</p>'


def _web_table(table: Grid) -> str:
    spots = [Spot(*cell) for cell in table.cells]
    covered = {
        (spot.row + down, spot.column + right)
        for spot in spots
        for down in range(spot.rows)
        for right in range(spot.columns)
    }
    lines = []
    for row in range(table.height):
        here = {spot.column: _web_cell(spot) for spot in spots if spot.row == row}
        end = max((column for line, column in covered if line == row), default=-1)
        gaps = {c: "<td></td>" for c in range(end) if (row, c) not in covered}
        line = "".join(cell for _, cell in sorted((gaps | here).items()))
        lines.append(f"<tr>{line}</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _web_cell(spot: Spot) -> str:
    down = f' rowspan="{spot.rows}"' if spot.rows > 1 else ""
    right = f' colspan="{spot.columns}"' if spot.columns > 1 else ""
    return f"<td{down}{right}>{''.join(map(html_paragraph, spot.paragraphs))}</td>"
