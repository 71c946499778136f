"""Where the cells of an HTML table stand once rowspan and colspan push them aside."""

from __future__ import annotations

from lxml import etree

from fzjs.importers.readers.building import Box
from fzjs.ooxml.parts import whole

_WIDEST = 1000
_TO_THE_END = 65_535


class Grid:
    """The columns that cells of earlier rows still cover."""

    def __init__(self) -> None:
        """Start above the first row."""
        self.row = 0
        self._until: dict[int, int] = {}
        self._long: list[tuple[Box, int]] = []

    def free(self, column: int) -> int:
        """Return the first column from this one on that no cell from above covers."""
        while self._until.get(column, 0) > self.row:
            column += 1
        return column

    def place(self, box: Box, down: int) -> None:
        """Take the cell's columns for `down` rows; a cell that would overlap becomes narrower."""
        wide = 1
        while wide < box.columns and self._until.get(box.column + wide, 0) <= self.row:
            wide += 1
        box.columns = wide
        for column in range(box.column, box.column + wide):
            self._until[column] = self.row + down
        if down > 1:
            self._long.append((box, down))

    def next_row(self) -> None:
        """Go to the next row."""
        self.row += 1

    def close(self) -> None:
        """Cut the cells that reach below the last row."""
        for box, down in self._long:
            box.rows = max(1, min(down, self.row - box.row))


def spans(cell: etree._Element, column: int) -> tuple[int, int]:
    """Return a cell's columns and rows; rowspan 0 reaches the table's end."""
    wide = whole((cell.get("colspan") or "1").strip(), 1, _WIDEST)
    down = whole((cell.get("rowspan") or "1").strip(), 1, _TO_THE_END)
    return max(1, min(wide, _WIDEST - column)), down or _TO_THE_END
