"""Many units side by side: exports written, found, read and ranked."""

from fzjs.units.find import Place, Unread, find
from fzjs.units.flat import flat
from fzjs.units.rank import SORTS, STALE, build
from fzjs.units.read import Unit, read, read_all
from fzjs.units.take import tables_of
from fzjs.units.write import write, write_csv, write_workbook

__all__ = [
    "SORTS",
    "STALE",
    "Place",
    "Unit",
    "Unread",
    "build",
    "find",
    "flat",
    "read",
    "read_all",
    "tables_of",
    "write",
    "write_csv",
    "write_workbook",
]
