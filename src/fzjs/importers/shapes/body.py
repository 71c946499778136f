"""What a table's columns hold below the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from fzjs.importers.document import Cell
from fzjs.importers.shapes.headings import is_number, plain

Grid = list[list[Cell | None]]
Body = Sequence[Sequence[Cell | None]]

_TOTAL = re.compile(r"(?:小|合|总|共)计(?:[（(].*)?|总分(?:[（(].*)?|(?:小|合|总|共)计[：:].*")
_NOTE = re.compile(
    r"[（(]?(?:注|备注|说明|填表说明|备注说明|附注)[：:]|填表(?:人|时间|单位|日期)|注\d?[：:.、]"
)


def cells_of(body: Body, column: int) -> list[Cell]:
    """Return the cells of a column, a merged one once."""
    found: dict[tuple[int, int], Cell] = {}
    for line in body:
        cell = line[column] if column < len(line) else None
        if cell is not None:
            found[cell.row, cell.column] = cell
    return list(found.values())


def texts_of(body: Body, column: int) -> list[str]:
    """Return the words of a column's filled cells, a merged one once."""
    return [words for cell in cells_of(body, column) if (words := cell.text)]


def number_share(body: Body, column: int) -> float:
    """Return which share of a column's filled cells are numbers."""
    texts = texts_of(body, column)
    return sum(map(is_number, texts)) / len(texts) if texts else 0.0


def filled(cells: Iterable[Cell | None]) -> list[Cell]:
    """Return the cells that have words, a merged one once."""
    found: list[Cell] = []
    for cell in cells:
        if cell is not None and cell.text and cell not in found[-1:]:
            found.append(cell)
    return found


def aside(here: Sequence[Cell]) -> bool:
    """Tell whether the filled cells of a row are a total's or a note's."""
    openings = [plain(cell.text[:20]) for cell in here[:3]]
    return any(map(_TOTAL.fullmatch, openings)) or bool(here and _NOTE.match(openings[0]))


def items(rows: Grid, start: int) -> Body:
    """Return the rows below a header that are no totals or notes; `start` is the first's place."""
    return [
        row
        for at, row in enumerate(rows, start)
        if not aside(list(islice((c for c in row if c and c.row == at and c.text), 3)))
    ]
