"""Where a table's parts stand: one header row or two, headings over several columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.document import Cell, Table
from fzjs.importers.shapes.body import Body, Grid, filled, items, number_share, texts_of
from fzjs.importers.shapes.headings import (
    PROOF,
    gives_points,
    is_number,
    is_people,
    plain,
    role_of,
)
from fzjs.importers.shapes.oftext import settle
from fzjs.importers.shapes.tasklines import tasks


class Columns(NamedTuple):
    """Where a table's parts stand: column → part; `height` header rows from row `start`.

    `cells` are the header's cells; `guessed` where no heading said it.
    """

    roles: dict[int, str]
    start: int
    height: int
    cells: tuple[Cell, ...] = ()
    guessed: bool = False

    def of(self, role: str) -> tuple[int, ...]:
        """Return the columns of a part, left to right."""
        return tuple(sorted(column for column, name in self.roles.items() if name == role))

    def has(self, *roles: str) -> bool:
        """Tell whether any of these parts has a column."""
        return any(role in self.roles.values() for role in roles)


@lru_cache(maxsize=8)
def laid(table: Table) -> tuple[Grid, tuple[Columns, ...]]:
    """Return a table's grid and headers; asked for by more than one shape, worked out once."""
    grid = table.grid()
    return grid, tuple(headers(table, grid))


def headers(table: Table, grid: Grid) -> list[Columns]:
    """Return every header that the table's own headings name, a repeated one once.

    A sheet may hold several tables, one under the other, each with its header.
    """
    found: list[Columns] = []
    row = 0
    while row < table.height:
        cells = _starting(grid, row)
        names = [(cell, role_of(cell.text)) for cell in cells] if all(map(_short, cells)) else []
        if is_header(names) and not (found and repeats(words_of(found[-1]), grid, row)):
            found.append(_columns(table, grid, row))
            row += found[-1].height
        else:
            row += 1
    return found


def _short(cell: Cell) -> bool:
    """Tell whether a cell is short enough for a heading."""
    return sum(len(paragraph.text) for paragraph in cell.paragraphs) <= 40  # noqa: PLR2004


def is_header(names: Sequence[tuple[Cell, str]]) -> bool:
    """Tell whether a row's cells are headings: two or more known, most of them known."""
    filled = [(cell, role) for cell, role in names if cell.text]
    known = {plain(cell.text) for cell, role in filled if role}
    short = all(len(plain(cell.text)) <= 20 for cell, _ in filled)  # noqa: PLR2004  # a heading
    return len(known) > 1 and short and 2 * len(known) >= len(filled)


def words_of(header: Columns) -> frozenset[str]:
    """Return a header's names, for comparing."""
    return frozenset(plain(cell.text) for cell in header.cells if cell.text)


def repeats(known: frozenset[str], grid: Grid, row: int) -> bool:
    """Tell whether a row prints the header of these names again, as at a page break."""
    first = next((cell for cell in grid[row] if cell and cell.row == row and cell.text), None)
    if first is None or not _short(first) or plain(first.text) not in known:
        return False
    here = filled(_starting(grid, row))
    return len(here) > 1 and all(_short(cell) and plain(cell.text) in known for cell in here)


def accept(columns: Columns) -> bool:
    """Tell whether these columns are a plan's: a text, and somebody or something to answer it.

    None are lists of people (姓名; telephones without numbers), stages and dates, yearly ledgers.
    """
    roles = set(columns.roles.values())
    if "text" not in roles or "ban" in roles or {"year", "progress"} <= roles:
        return False
    if not roles & PROOF:
        return "level1" in roles and any("三级指标" in plain(cell.text) for cell in columns.cells)
    if roles & PROOF - {"office", "lead", "support"}:
        return True
    people = "phone" in roles and "number" not in roles
    dates = any(column < columns.of("text")[0] for column in columns.of("deadline"))
    return not people and not dates


def _starting(grid: Grid, row: int) -> list[Cell]:
    """Return the cells whose top is this row, each once."""
    found: list[Cell] = []
    for cell in grid[row]:
        if cell is not None and cell.row == row and (not found or found[-1] is not cell):
            found.append(cell)
    return found


def _columns(table: Table, grid: Grid, start: int) -> Columns:
    height = 1
    while start + height < table.height and _below(grid, start, start + height):
        height += 1
    tops: dict[int, Cell] = {}
    roles: dict[int, str] = {}
    cells: list[Cell] = []
    for row in range(start, start + height):
        cells += _starting(grid, row)
        for column, cell in enumerate(grid[row]):
            role = role_of(cell.text) if cell else ""
            if cell and (role or column not in tops):
                tops[column] = cell
                roles[column] = role
    body = items(grid[start + height :], start + height)
    _tell_numbers(roles, tops, body)
    _tell_others(roles, tops, body)
    _tell_tasks(roles, body)
    settle(roles, body)
    return Columns({c: r for c, r in roles.items() if r}, start, height, tuple(cells))


def _below(grid: Grid, start: int, row: int) -> bool:
    """Tell whether `row` goes on with the header above: all headings, under a spread or beside it.

    A second row of a header is under a heading that spreads over columns, or its neighbours reach
    down into it.
    """
    reach = any(cell and cell.row < row for cell in grid[row])
    spread = any(cell and cell.columns > 1 for cell in grid[row - 1])
    names = [(cell, role_of(cell.text)) for cell in _starting(grid, row) if cell.text]
    if not names:
        return reach and all(cell and cell.row <= start for cell in grid[row])
    known = all(role or len(plain(cell.text)) <= 8 for cell, role in names)  # noqa: PLR2004
    numbers = any(is_number(cell.text) for cell, _ in names)
    return (reach or spread) and known and not numbers and any(role for _, role in names)


def _tell_numbers(roles: dict[int, str], tops: dict[int, Cell], body: Body) -> None:
    """Find the column of numbers under a heading that spreads over it (附件2: 三级指标)."""
    if "number" in roles.values():
        return
    spread = [c for c in roles if tops[c].columns > 1 or not roles[c]]
    for column in sorted(spread):
        if number_share(body, column) > 0.6:  # noqa: PLR2004  # most, not all: some cells are empty
            roles[column] = "number"
            return


def _tell_others(roles: dict[int, str], tops: dict[int, Cell], body: Body) -> None:
    """Tell persons beside offices under one heading, and how points are given from methods."""
    for column, role in list(roles.items()):
        if role == "office" and column > tops[column].column:
            texts = texts_of(body, column)
            roles[column] = "person" if texts and all(map(is_people, texts)) else role
        if role == "method" or (not role and "scoring" not in roles.values()):
            texts = texts_of(body, column)
            roles[column] = "scoring" if 2 * sum(map(gives_points, texts)) > len(texts) else role


def _tell_tasks(roles: dict[int, str], body: Body) -> None:
    """Tell the tasks of an item (`（1）网络检索：……`) from its text, which stands left of them."""
    texts = sorted(column for column, role in roles.items() if role == "text")
    for column in texts[1:]:
        cells = texts_of(body, column)
        if 2 * sum(all(t.method for t in tasks(cell.split("\n"))) for cell in cells) > len(cells):
            roles[column] = "tasks"


def scored(table: Table) -> bool:
    """Tell whether a table has a plan's header with points or how they are given."""
    _, found = laid(table)
    return any(columns.has("points", "scoring") for columns in found if accept(columns))
