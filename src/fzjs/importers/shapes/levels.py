"""The headings in force over a table's rows: carried down, folded, and gone back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.document import Cell, Doubt, Place
from fzjs.importers.shapes.headings import plain
from fzjs.importers.shapes.lines import DITTO, EMPTY, OWN, Line, Part, orders, place_of
from fzjs.importers.words import numbering

_GOING_ON = re.compile(r"[（(]?(?:接?上[页表]|续上?[页表]?)[）)]?$")
"""What a heading printed again after a page break ends with."""


class Run(NamedTuple):
    """A heading carried down over empty cells: from the first such row to the last."""

    name: str
    heading: str
    start: Place
    end: Place


class Levels:
    """一级 and 二级 in force; `merged` names the columns whose headings are truly merged.

    An empty cell takes the heading above only in a column without merged cells; a heading printed
    again at a page break changes nothing. `used` are the orders of the headings' paragraphs.
    """

    def __init__(self) -> None:
        """Start without headings."""
        self.first = ""
        self.second = ""
        self.section = ""
        self.used: set[int] = set()
        self.doubts: list[Doubt] = []
        self._runs: list[Run] = []
        self._closed: list[Run] = []
        self._heads: dict[str, frozenset[int]] = {}
        self._last: dict[str, dict[str, int]] = {}

    def open(self, cells: Sequence[Cell], *, paper: bool = False) -> None:
        """Take a heading that stands over rows: 一级 or, under 一、, a （一） is 二级.

        Of a number and a title in two cells the heading has both. A `paper`'s own title is not
        accounted for by rows alone: it says the plan's name and year too.
        """
        words = ""
        for cell in cells:
            more = fold(Part(OWN, (cell,)).words)
            words += f" {more}" if words and words[-1] not in "、.．）)" else more
        taken = frozenset[int]() if paper else orders(cells)
        if _depth(words) > _depth(self.section) > 0:
            self._heads[words] = taken
            self.second = words
        else:
            self._heads = {words: taken}
            self.first = self.section = words
            self.second = ""

    def take(self, line: Line, merged: frozenset[str]) -> None:
        """Take a row's headings into force."""
        place = place_of(line.cells)
        before = self.first
        if "level1" in line.parts:
            self._set("level1", line, place, carry="level1" not in merged)
        if "level2" in line.parts:
            changed = plain(self.first) != plain(before)
            if changed:
                self.second = ""
            self._set("level2", line, place, carry="level2" not in merged)
        for words, heads in self._heads.items():
            self.used |= heads if words in {self.first, self.second} else frozenset()
        self._heads = {}

    def _set(self, role: str, line: Line, place: Place, *, carry: bool) -> None:
        part = line.part(role)
        if part.state == OWN:
            self.used |= orders(part.cells)
            self._print(role, fold(part.words), line, place)
        elif part.state == DITTO or (part.state == EMPTY and carry):
            self._carry(role, place)
        elif part.state == EMPTY:
            self._put(role, "")
            if role == "level1":
                self._doubt(place, "没有写明", "", "一级指标留空", "这一格没有字，也不在合并范围内")

    def _print(self, role: str, words: str, line: Line, place: Place) -> None:
        held = self.first if role == "level1" else self.second
        if plain(held) == plain(_GOING_ON.sub("", words)):
            return
        if role == "level2" and line.part("level1").state == EMPTY:
            self._return(words, place)
        self._put(role, words)
        lead = numbering.lead(words)
        if role == "level2" and lead:
            self._last.setdefault(self.first, {})[lead.style] = lead.value

    def _put(self, role: str, words: str) -> None:
        if role == "level1":
            self.first = words
        else:
            self.second = words

    def _return(self, words: str, place: Place) -> None:
        """Go back under an earlier 一级 whose numbering this 二级 goes on with.

        A province's group （二） with （1）… may stand within 五: its end shows by `4.` after `3.`.
        """
        lead, now = numbering.lead(words), numbering.lead(self.first)
        if not lead or not now or lead.style in self._last.get(self.first, {}):
            return
        for earlier in reversed(self._last):
            above = numbering.lead(earlier)
            if above and above.style != now.style:
                if self._last[earlier].get(lead.style) == lead.value - 1:
                    why = f"“{self.first}”下不用这种序号，接着“{earlier}”的序号往下排"
                    self._doubt(place, "合并下填", words, f"归入“{earlier}”", why)
                    self.first = earlier
                    self._runs = [run for run in self._runs if not _open(run, "level1")]
                return

    def _carry(self, role: str, place: Place) -> None:
        heading = self.first if role == "level1" else self.second
        if not heading:
            return
        for index, run in enumerate(self._runs):
            if _open(run, role) and run.heading == heading:
                self._runs[index] = run._replace(end=place)
                return
        self._close(role)
        self._runs.append(Run(role, heading, place, place))

    def _close(self, role: str) -> None:
        for run in [run for run in self._runs if _open(run, role)]:
            self._runs.remove(run)
            self._closed.append(run)

    def finish(self) -> tuple[Doubt, ...]:
        """Return what carrying left in doubt: one for each column, with all its runs of rows."""
        found = list(self.doubts)
        for role in ("level1", "level2"):
            self._close(role)
            runs = [run for run in self._closed if _open(run, role)]
            found += [_told(role, runs)] if runs else []
        return tuple(found)

    def _doubt(self, place: Place, kind: str, words: str, assumed: str, why: str) -> None:
        self.doubts.append(Doubt(place, kind, words, assumed, why))


_DEPTH = ("章", "一、", "（一）", "1.", "（1）", "1）", "①")


def _depth(words: str) -> int:
    """Return how deep a heading's numbering lies (GB/T 9704); 0 without a number."""
    lead = numbering.lead(words)
    return _DEPTH.index(lead.style) + 1 if lead and lead.style in _DEPTH else 0


def _open(run: Run, role: str) -> bool:
    return run.name == role


def _told(role: str, runs: list[Run]) -> Doubt:
    """Return one doubt for a column's runs, in the rows' order."""
    name = "一级指标" if role == "level1" else "二级指标"
    ordered = sorted(runs, key=lambda run: run.start.order)
    words = "；".join(f"{_rows(run)} “{run.heading}”" for run in ordered)
    why = f"这些行的{name}格是空的，共{len(ordered)}段，按上面最近的标题下填"
    return Doubt(ordered[0].start, "合并下填", words, f"各段的{name}归入所列的标题", why)


def _rows(run: Run) -> str:
    return run.start.label if run.start == run.end else f"{run.start.label}至{run.end.label}"


def fold(words: str) -> str:
    """Return a heading once where the cell prints it several times over (page breaks)."""
    for times in range(6, 1, -1):
        size, rest = divmod(len(words), times)
        if not rest and size > 1 and words == words[:size] * times:
            return words[:size]
    return words
