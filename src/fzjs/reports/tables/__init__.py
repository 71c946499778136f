"""The data as flat tables, for programs that read many units at once (docs/export.md)."""

from fzjs.reports.tables.columns import COMMON, FORMAT, TABLES, Column, columns_of
from fzjs.reports.tables.rows import Cell, Row, build
from fzjs.reports.tables.shape import schema_of_all, wrong

__all__ = [
    "COMMON",
    "FORMAT",
    "TABLES",
    "Cell",
    "Column",
    "Row",
    "build",
    "columns_of",
    "schema_of_all",
    "wrong",
]
