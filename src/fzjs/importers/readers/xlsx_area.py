"""A worksheet's texts laid out: titles above, the grid with its merged cells, notes below."""

from __future__ import annotations

import re

from fzjs.diagnostic import FzjsError
from fzjs.importers.readers.building import Box, Building, Frame, Line
from fzjs.importers.readers.xlsx_sheet import Area, Sheet, letters

_SPARSE = 300_000
"""More positions than this, mostly empty: rows and columns without words are left out."""

_LABELLED = re.compile(
    r"[\u4e00-\u9fff（()）]{2,12}\s*[：:]|(?:19|20)\d\d年|附\s*[件表]\s*\d{0,2}\s*[：:]?$"
)
"""What stands above a table in a cell of its own: 填报单位：…, a date, 附件1."""

_MOST = 5_000_000
"""No plan has so many positions."""


class _Layout:
    """The rows and columns that are kept, and the merged areas that lie in them."""

    def __init__(self, name: str, sheet: Sheet) -> None:
        self.name = name
        self.sheet = sheet
        self.lines: dict[str, Line] = {}
        rows = {row for row, _ in sheet.texts}
        columns = {column for _, column in sheet.texts}
        bottom, right = max(rows), max(columns)
        dense = bottom * right <= max(_SPARSE, 20 * len(sheet.texts))
        self.rows = list(range(min(rows), bottom + 1)) if dense else sorted(rows)
        self.columns = list(range(min(columns), right + 1)) if dense else sorted(columns)
        if len(self.rows) * len(self.columns) > _MOST:
            raise FzjsError(
                f"工作表“{name}”里的字太散（{len(self.rows)} 行 × {len(self.columns)} 列）。"
                "请把方案那张表单独复制到新的工作簿里再导入"
            )
        self.areas = self._areas(bottom, right)
        self.anchors = {(area.top, area.left): area for area in self.areas}

    def _areas(self, bottom: int, right: int) -> list[Area]:
        """Return the merged areas cut to the used part; of two that overlap the first."""
        rows, columns = set(self.rows), set(self.columns)
        found: list[Area] = []
        taken: set[tuple[int, int]] = set()
        for area in self.sheet.merged:
            cut = Area(area.top, area.left, min(area.bottom, bottom), min(area.right, right))
            if (cut.top, cut.left) in taken or cut.top not in rows or cut.left not in columns:
                continue
            places = {
                (row, column)
                for row in range(cut.top, cut.bottom + 1)
                if row in rows
                for column in range(cut.left, cut.right + 1)
                if column in columns
            }
            if taken.isdisjoint(places):
                taken |= places
                found.append(cut)
        return found

    def line(self, row: int, column: int, text: str) -> list[Line]:
        """Return a cell's lines, remembered under its place."""
        place = f"{letters(column)}{row}"
        lines = [Line(each, f"{self.name}!{place}") for each in text.split("\n")]
        self.lines.setdefault(place, lines[0])
        return lines


def put(name: str, sheet: Sheet, building: Building) -> dict[str, Line]:
    """Add a worksheet to the document; return the first line of each cell by its place."""
    if not sheet.texts:
        return {}
    layout = _Layout(name, sheet)
    first, last = _table_rows(layout)
    for row in layout.rows[:first]:
        building.items.extend(_prose(layout, row))
    if first < last:
        building.items.append(_frame(layout, layout.rows[first:last], building))
    for row in layout.rows[last:]:
        building.items.extend(_prose(layout, row))
    for row, column, formula in sheet.uncomputed:
        place = f"{letters(column)}{row}"
        building.doubt(
            "没有写明",
            f"={formula}" if formula else place,
            "当作空格",
            "公式没有存下结果，请在 Excel 或 WPS 里打开并保存一次再导入",
            layout.lines.get(place) or f"{name}!{place}",
        )
    return layout.lines


def _table_rows(layout: _Layout) -> tuple[int, int]:
    """Return where the table starts and ends among the rows: titles and notes lie outside.

    A row belongs to it from the first with two filled cells on; rows at the end that one cell
    covers from side to side do not.
    """
    filled: dict[int, list[int]] = {}
    for row, column in layout.sheet.texts:
        filled.setdefault(row, []).append(column)
    starts = [at for at, row in enumerate(layout.rows) if len(filled.get(row, ())) > 1]
    if not starts:
        return len(layout.rows), len(layout.rows)
    first = next(at for at in starts if not _above(layout, layout.rows[at], filled))
    reaching = [area.top for area in layout.areas if area.bottom >= layout.rows[first]]
    while first and any(
        top <= layout.rows[first - 1] for top in reaching if top < layout.rows[first]
    ):
        first -= 1
    last = len(layout.rows)
    while last > first + 1 and _whole_row(layout, layout.rows[last - 1], filled):
        last -= 1
    return first, last


def _above(layout: _Layout, row: int, filled: dict[int, list[int]]) -> bool:
    """Tell whether a row stands above the table: 填报单位：… | 日期：…, in few of many cells.

    The next row has more than twice as many filled cells, and nothing reaches down into it.
    """
    if any(area.top <= row <= area.bottom for area in layout.areas if area.bottom > area.top):
        return False
    here = [layout.sheet.texts[row, column] for column in filled[row]]
    below = next((filled[r] for r in layout.rows if r > row and r in filled), [])
    return len(below) > 2 * len(here) and all(_LABELLED.match(text.strip()) for text in here)


def _whole_row(layout: _Layout, row: int, filled: dict[int, list[int]]) -> bool:
    """Tell whether one cell covers a row from side to side, or nothing stands in it."""
    columns = filled.get(row, [])
    if not columns:
        return not any(area.top < row <= area.bottom for area in layout.areas)
    area = layout.anchors.get((row, columns[0]))
    return (
        len(columns) == 1
        and area is not None
        and area.top == area.bottom
        and area.left <= layout.columns[0]
        and area.right >= layout.columns[-1]
    )


def _prose(layout: _Layout, row: int) -> list[Line]:
    """Return a row outside the table as lines; an empty one as an empty line."""
    lines = [
        line
        for column in layout.columns
        if (row, column) in layout.sheet.texts
        for line in layout.line(row, column, layout.sheet.texts[row, column])
    ]
    return lines or [Line("", f"{layout.name}!{letters(layout.columns[0])}{row}")]


def _frame(layout: _Layout, rows: list[int], building: Building) -> Frame:
    """Return the table: every position has a cell, a merged one covers its area."""
    frame = Frame(layout.name)
    row_at = {row: at for at, row in enumerate(rows)}
    column_at = {column: at for at, column in enumerate(layout.columns)}
    covered: dict[tuple[int, int], Box] = {}
    for row in rows:
        for column in layout.columns:
            text = layout.sheet.texts.get((row, column), "")
            if (row, column) in covered:
                if text:
                    _hidden(layout, covered[row, column], (row, column, text), building)
                continue
            lines = layout.line(row, column, text)
            box = Box(row_at[row], column_at[column], lines, lines[0].label)
            frame.boxes.append(box)
            area = layout.anchors.get((row, column))
            if area is not None:
                _spread(box, area, row_at, column_at, covered)
    return frame


def _spread(
    box: Box,
    area: Area,
    row_at: dict[int, int],
    column_at: dict[int, int],
    covered: dict[tuple[int, int], Box],
) -> None:
    rows = [row for row in range(area.top, area.bottom + 1) if row in row_at]
    columns = [column for column in range(area.left, area.right + 1) if column in column_at]
    box.rows, box.columns = len(rows), len(columns)
    covered.update({(row, column): box for row in rows for column in columns})


def _hidden(layout: _Layout, box: Box, cell: tuple[int, int, str], building: Building) -> None:
    row, column, text = cell
    lines = layout.line(row, column, text)
    box.items.extend(lines)
    building.doubt(
        "合并下填",
        text,
        "并入合并格，排在原有文字之后",
        "合并格盖住的格子里另有文字，表里看不见",
        lines[0],
    )
