"""Numbers that no other row has: an indicator's 编号 is what everything else refers to it by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fzjs.facts import fold
from fzjs.importers.document import Doubt
from fzjs.importers.draft import Draft, Row
from fzjs.importers.words import numbering

_APART = re.compile(r"\s*[-－‐‑‒–—/／]+\s*")
"""What references put between 编号, 代号 and 年度, so that no 编号 may hold it."""
_SHOWN = 40
"""Changed numbers that one doubt lists; the indicators' files have the others."""


class _Change(NamedTuple):
    """A row, its number before and after."""

    row: Row
    new: str


def renumber(draft: Draft) -> tuple[list[Row], tuple[Doubt, ...]]:
    """Return the rows with unique numbers, and the draft's doubts under these numbers.

    A number that recurs takes its heading's before it (`（二）1`); where that recurs too, `之2`. A
    row without one takes its position. Each of the two is one more doubt, with what was changed.
    """
    taken: set[str] = set()
    rows: list[Row] = []
    changes: list[_Change] = []
    for place, row in enumerate(draft.rows, 1):
        number = next(n for n in _numbers(row, place) if fold(n, row.category) not in taken)
        taken.add(fold(number, row.category))
        rows.append(row._replace(number=number))
        if number != row.number:
            changes.append(_Change(row, number))
    new = {(change.row.place.order, change.row.number): change.new for change in changes}
    told = (d._replace(about=new.get((d.place.order, d.about), d.about)) for d in draft.doubts)
    return rows, (*told, *_said(changes))


def _numbers(row: Row, place: int) -> Iterator[str]:
    own = _APART.sub(".", row.number).strip(" .") if _has_word(row.number) else ""
    own = own or str(place)
    yield own
    heading = numbering.lead(row.level2) or numbering.lead(row.level1)
    if heading:
        yield f"{heading.printed}{own}"
    yield from (f"{own}之{again}" for again in range(2, 100_000))


def _has_word(number: str) -> bool:
    """Tell whether a printed number names anything: `-` and `——` in a column of numbers do not."""
    return bool(fold(number)) and bool(re.search(r"[^\W_]|[★☆◆▲]", number))


def _said(changes: Sequence[_Change]) -> Iterator[Doubt]:
    bare = [change for change in changes if not _has_word(change.row.number)]
    rest = [change for change in changes if change not in bare]
    apart = [change for change in rest if _APART.search(change.row.number)]
    again = [change for change in rest if change not in apart]
    if bare:
        words = _some([change.row.text[:12] for change in bare])
        assumed = f"按位置编作{_some([change.new for change in bare])}"
        why = f"原文有{len(bare)}行没有编号，不编号就没法对应材料"
        yield Doubt(bare[0].row.place, "编号缺漏", words, assumed, why, about=bare[0].new)
    if apart:
        words = _some([change.row.number for change in apart])
        assumed = f"记作{_some([change.new for change in apart])}"
        why = "“-”和“/”在引用里分开编号、代号和年度（31-2甲/2020），编号里不能有"
        yield Doubt(apart[0].row.place, "编号改写", words, assumed, why, about=apart[0].new)
    if again:
        words = _some([change.row.number for change in again])
        assumed = f"依次记作{_some([change.new for change in again])}"
        why = f"有{len(again)}个编号前面已经有了；一个体系里不能重复，否则分不清说的是哪一项"
        yield Doubt(again[0].row.place, "编号重复", words, assumed, why, about=again[0].new)


def _some(words: Sequence[str]) -> str:
    more = f"等{len(words)}个" if len(words) > _SHOWN else ""
    return "、".join(f"“{word}”" for word in words[:_SHOWN]) + more
