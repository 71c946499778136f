"""What `check --base` found of a change: plain data for every output."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.diagnostic import Report, Severity


class Totals(NamedTuple):
    """How many 应报件 there are, and in which state."""

    owed: int
    passed: int
    pending: int
    overdue: int


class Share(NamedTuple):
    """材料齐备 of a tier: 齐备 and 总数, before and after; None where the tier is not there."""

    label: str
    before: tuple[int, int] | None
    after: tuple[int, int] | None


class Piece(NamedTuple):
    """An 应报件 that moved: states in words, and why, as far as it is known."""

    label: str
    text: str
    owners: tuple[str, ...]
    before: str
    after: str
    note: str


class TouchedFile(NamedTuple):
    """A file of the change: `how` is 新增, 改动, 删除 or 改名 (from `was`).

    `office` is whose folder it is, `accounts` are its owners by CODEOWNERS; `lost_by` is the office
    that it is taken from, "" where that is the same.
    """

    file: str
    how: str
    was: str
    kind: str
    office: str
    accounts: tuple[str, ...]
    lost_by: str = ""
    lost_accounts: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """The whole answer; `before` and `after` are None where the numbers cannot be computed.

    `by_settings` would count as newly met, but nothing was handed in: the plan or the settings
    changed. `late` where overdue pieces count as a failure (`--deadline`) and there are some.
    """

    revision: str
    base: str
    today: datetime.date
    notes: tuple[str, ...]
    before: Totals | None
    after: Totals | None
    shares: tuple[Share, ...]
    met: tuple[Piece, ...]
    by_settings: tuple[Piece, ...]
    passed: tuple[Piece, ...]
    again: tuple[Piece, ...]
    opened: tuple[Piece, ...]
    gone: tuple[Piece, ...]
    new: tuple[Piece, ...]
    files: tuple[TouchedFile, ...]
    report: Report
    late: bool

    @property
    def accepted(self) -> bool:
        """Tell whether the change may land."""
        return not self.late and not self.report.count(Severity.ERROR)
