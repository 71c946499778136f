"""Rebuilds tables from text with one cell a line, a tab before each (附件2, requirements 10.7).

A row is parted from the next by an empty line, but a cell may hold empty lines too: the number of
columns decides which of them part rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from fzjs.importers.document import Cell, Doubt, Paragraph, Place, Table
from fzjs.importers.shapes.body import cells_of, number_share
from fzjs.importers.shapes.columns import is_header
from fzjs.importers.shapes.headings import is_number, role_of

_PROSE = re.compile(
    r"附\s*件|附\s*[表录图]|[（(]?(?:备?注|说明|填表说明|联系人)[：:\d]|第[一二三四五六七八九十]+[章节部]"
)
_SHORT = 12
"""A line after the last cell is still the cell's where it is no longer than a name."""

_MORE = 2
"""A row has at most so many cells more than the header: a heading may stand over several."""


@dataclass
class Piece:
    """One cell: its lines, and whether an empty line stands before it."""

    lines: list[Paragraph]
    parted: bool
    words: str = field(init=False, default="")

    def close(self) -> None:
        """Drop the empty lines at the end and keep the text."""
        while len(self.lines) > 1 and not self.lines[-1].text.strip():
            self.lines.pop()
        self.words = "\n".join(line.text.strip() for line in self.lines).strip()


Chunk = list[Piece]


def tables(lines: Sequence[Paragraph]) -> tuple[tuple[Table, ...], tuple[Doubt, ...]]:
    """Return a table for each header among the lines, and doubts for rows that lack cells."""
    chunks = _chunks(lines)
    found: list[Table] = []
    doubts: list[Doubt] = []
    starts = [index for index, chunk in enumerate(chunks) if _header(chunk)]
    for start, end in zip(starts, [*starts[1:], len(chunks)][: len(starts)], strict=True):
        head = _header(chunks[start])
        rest = chunks[start][head:]
        body = ([rest] if rest else []) + chunks[start + 1 : end]
        _trim(body)
        if body:
            found.append(_table(chunks[start][:head], body, doubts))
    return tuple(found), tuple(doubts)


def _chunks(lines: Sequence[Paragraph]) -> list[Chunk]:
    """Cut the lines into cells, and these into chunks at the empty lines before a tab."""
    chunks: list[Chunk] = []
    piece: Piece | None = None
    blank = True
    for line in lines:
        if line.tabbed or line.text.startswith("\t"):
            piece = Piece([line._replace(text=line.text.removeprefix("\t"))], blank)
            if blank or not chunks:
                chunks.append([])
            chunks[-1].append(piece)
        elif piece is not None:
            piece.lines.append(line)
        blank = not line.tabbed and not line.text.strip()
    for chunk in chunks:
        for each in chunk:
            each.close()
    return [part for chunk in chunks for part in _at_headers(chunk)]


def _at_headers(chunk: Chunk) -> list[Chunk]:
    """Cut a chunk where, after lines without a tab, another table's header begins."""
    for at in range(1, len(chunk)):
        if len(chunk[at - 1].lines) > 1 and _header(chunk[at:]):
            return [chunk[:at], *_at_headers(chunk[at:])]
    return [chunk]


def _header(chunk: Chunk) -> int:
    """Return how many cells at a chunk's start are a header's; 0 where it has none."""
    names = [(Cell(0, at, tuple(p.lines)), role_of(p.words)) for at, p in enumerate(chunk)]
    known = 0
    while known < len(names) and (names[known][1] or _between(names, known)):
        known += 1
    enough = known > 2 and is_header(names[:known])  # noqa: PLR2004  # two words may be chance
    return known if enough else 0


def _between(names: Sequence[tuple[Cell, str]], at: int) -> bool:
    """Tell whether an unknown short word stands between two headings."""
    here = 0 < len(names[at][0].text) <= _SHORT and not is_number(names[at][0].text)
    return here and at > 0 and at + 1 < len(names) and bool(names[at + 1][1])


def _trim(body: list[Chunk]) -> None:
    """Give back the prose after the last cell: it is the document's, not the cell's.

    A line of the cell follows at once, or is as short as a name; nothing of an empty cell goes on
    after an empty line.
    """
    if not body:
        return
    piece = body[-1][-1]
    kept = piece.lines[:1]
    for line in piece.lines[1:]:
        text = line.text.strip()
        gap = not kept[-1].text.strip()
        if gap and text and (len(text) > _SHORT or not kept[0].text.strip()):
            break
        if _PROSE.match(text):
            break
        kept.append(line)
    piece.lines[:] = kept
    piece.close()


def _table(header: Chunk, body: list[Chunk], doubts: list[Doubt]) -> Table:
    width = _width(len(header), body)
    whole = [chunk for chunk in body if len(chunk) == width]
    number, double = _number_column(header, whole, width)
    if width > len(header) and double < 0:
        doubts.append(_wide(header, width))
    rows = _rows(body, width, number)
    cells = _head_cells(header, double)
    for at, row in enumerate(rows, 1):
        shift = _shift(row, width, number)
        cells += [_cell(piece, at, column) for column, piece in enumerate(row, shift)]
        if len(row) < width and any(piece.words for piece in row):
            doubts.append(_lacks(row, width))
    return Table(tuple(cells), width, len(rows) + 1)


def _head_cells(header: Chunk, double: int) -> list[Cell]:
    """Return the header's cells; the one at `double` stands over two columns."""
    cells = []
    for at, piece in enumerate(header):
        column = at + (0 <= double < at)
        wide = 2 if at == double else 1
        cells.append(_cell(piece, 0, column)._replace(columns=wide))
    return cells


def _cell(piece: Piece, row: int, column: int) -> Cell:
    return Cell(row, column, tuple(piece.lines), place=piece.lines[0].place)


def _width(headings: int, body: list[Chunk]) -> int:
    """Return how many cells a row has: the commonest number not below that of the headings."""
    sizes = Counter(len(chunk) for chunk in body)
    near = [size for size in range(headings, headings + _MORE + 1) if sizes[size]]
    if near:
        return max(near, key=lambda size: sizes[size])
    cells = [piece for chunk in body for piece in chunk]
    fits = [size for size in range(headings, headings + _MORE + 1) if len(cells) % size == 0]
    return max(fits or [headings], key=lambda size: _regular(cells, size))


def _regular(cells: Chunk, size: int) -> float:
    """Return how regularly numbers recur at every `size`th cell."""
    shares = []
    for column in range(min(size, 4)):
        texts = [piece.words for piece in cells[column::size] if piece.words]
        shares.append(sum(map(is_number, texts)) / len(texts) if texts else 0)
    return max(shares)


def _number_column(header: Chunk, rows: list[Chunk], width: int) -> tuple[int, int]:
    """Return the column of numbers (-1: none) and which heading stands over one column more.

    The heading of the text does where its left half holds numbers; else one on whose left they
    stand.
    """
    roles = [role_of(piece.words) for piece in header]
    if width == len(header):
        return (roles.index("number") if "number" in roles else -1), -1
    grid = [[_cell(piece, at, c) for c, piece in enumerate(row)] for at, row in enumerate(rows)]
    shares = [
        number_share(grid, column) if cells_of(grid, column) else 0 for column in range(width)
    ]
    texts = [at for at, role in enumerate(roles) if role == "text"]
    at = max((*texts, *range(len(header))), key=lambda column: shares[column])
    if shares[at] > 0.5:  # noqa: PLR2004  # most of them
        return at, at
    return -1, -1


def _rows(body: list[Chunk], width: int, number: int) -> list[Chunk]:
    """Join chunks to rows so that as many as can be have `width` cells and a number in its place.

    Shortest path over the chunks: an empty line within a cell cuts a row in two.
    """
    pieces = [part for chunk in body for part in _split(chunk, width)]
    best: list[tuple[int, int]] = [(0, 0)] * (len(pieces) + 1)
    for start in range(len(pieces) - 1, -1, -1):
        size, options = 0, []
        for end in range(start + 1, len(pieces) + 1):
            size += len(pieces[end - 1])
            if size > width and end > start + 1:
                break
            row = [piece for chunk in pieces[start:end] for piece in chunk]
            options.append((_cost(row, width, number) + best[end][0], end))
        best[start] = min(options)
    rows: list[Chunk] = []
    at = 0
    while at < len(pieces):
        rows.append([piece for chunk in pieces[at : best[at][1]] for piece in chunk])
        at = best[at][1]
    return rows


def _split(chunk: Chunk, width: int) -> list[Chunk]:
    """Cut a chunk of several rows' cells, where no empty line parts the rows."""
    return [chunk[at : at + width] for at in range(0, len(chunk), width)]


def _cost(row: Chunk, width: int, number: int) -> int:
    misplaced = 0 <= number < len(row) and row[number].words and not is_number(row[number].words)
    return 2 * (len(row) != width) + bool(misplaced)


def _shift(row: Chunk, width: int, number: int) -> int:
    """Return how many cells a short row lacks on its left: its number tells."""
    for missing in range(width - len(row) + 1):
        at = number - missing
        if 0 <= at < len(row) and is_number(row[at].words):
            return missing
    return 0


def _wide(header: Chunk, width: int) -> Doubt:
    words = " | ".join(piece.words for piece in header)
    why = f"表头有{len(header)}格，下面的行有{width}格"
    return Doubt(header[0].lines[0].place, "切分存疑", words, "从左起对齐", why)


def _lacks(row: Chunk, width: int) -> Doubt:
    place: Place = row[0].lines[0].place
    words = " | ".join(piece.words.replace("\n", "")[:16] for piece in row)
    why = f"这一行有{len(row)}格，表有{width}栏"
    return Doubt(place, "切分存疑", words, "从左起对齐，右边缺的栏作空", why)
