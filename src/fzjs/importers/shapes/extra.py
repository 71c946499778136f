"""A plan table's columns that no part of a row takes (完成时限, 备注): told, never dropped."""

from __future__ import annotations

from collections.abc import Sequence

from fzjs.importers.document import Cell, Doubt, Table
from fzjs.importers.shapes.body import Grid, cells_of
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.headings import TAKEN, plain
from fzjs.importers.shapes.lines import joined, orders, place_of, printed


def doubts(table: Table, grid: Grid, columns: Columns, rows: range) -> list[Doubt]:
    """Return a doubt for each such column that has words, at its heading."""
    found = []
    for column in range(table.width):
        if columns.roles.get(column) in TAKEN:
            continue
        body = cells_of(grid[rows.start : rows.stop], column)
        cells = [cell for cell in body if cell.text and cell.columns == 1]
        head = _heading(grid, columns, column)
        if cells and head is not None:
            within = _one_line(grid, cells[0])
            found.append(_quoted(head, cells) if within else _told(head))
    return found


def _one_line(grid: Grid, cell: Cell) -> bool:
    """Tell whether a row's cells are one line of text: then no cell can be left over alone."""
    others = [other for other in grid[cell.row] if other and other is not cell]
    return any(orders((cell,)) & orders((other,)) for other in others)


def _quoted(head: Cell, cells: Sequence[Cell]) -> Doubt:
    """Return the doubt that quotes every cell of the column with its line."""
    told = "；".join(f"{cell.place.label} {joined(printed(cell.paragraphs))}" for cell in cells)
    words = f"{joined(printed(head.paragraphs))}：{told}"
    why = "格式里没有和这一栏对应的键；这一栏的字逐格列在上面，要用的请自己补"
    return Doubt(place_of((head,)), "残留文字", words, "这一栏没有进指标", why)


def _heading(grid: Grid, columns: Columns, column: int) -> Cell | None:
    """Return the lowest heading over a column; None where none has words."""
    for row in reversed(range(columns.start, columns.start + columns.height)):
        cell = grid[row][column]
        if cell is not None and plain(cell.text):
            return cell
    return None


def _told(head: Cell) -> Doubt:
    words = joined(printed(head.paragraphs))
    why = "格式里没有和这一栏对应的键；这一栏有字的格逐格列在“没有进指标的原文”，要用的请自己补"
    return Doubt(place_of((head,)), "残留文字", words, "这一栏没有进指标", why)
