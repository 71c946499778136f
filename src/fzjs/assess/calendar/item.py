"""One line of the calendar."""

from __future__ import annotations

import datetime
from typing import NamedTuple

Date = datetime.date
UNRECORDED = "没有办理记录"
"""All that the program can say of a duty that nobody has recorded: it may have been done."""


class Item(NamedTuple):
    """Something that is due on a day.

    `done` where a record says so. `broken` where a record says that a limit was not kept.
    `certain` where what is missing is known (应报件 that are owed), not only unrecorded. `offices`
    is () where the plan names none: then every office sees it. `known` where the holiday
    table has the years that were counted.
    """

    kind: str
    name: str
    term: str
    due: Date
    state: str
    source: str
    offices: tuple[str, ...] = ()
    time: str = ""
    note: str = ""
    done: bool = False
    broken: bool = False
    certain: bool = False
    known: bool = True

    @property
    def key(self) -> str:
        """What it is, whatever day it is moved to."""
        return f"{self.kind}|{self.name}|{self.term}"
