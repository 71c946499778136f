"""Which empty cells of a row go with the row above (共用上行), and which are simply empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.document import Doubt
from fzjs.importers.shapes.lines import DITTO, EMPTY, MERGED, OWN
from fzjs.importers.shapes.repeated import gathered
from fzjs.importers.shapes.rows import Raw

PARTS = (("方法", ("method",)), ("资料", ("materials",)), ("责任", ("office", "lead")))

_MANY = 8
"""Of more neighbours than these the first and the last are named."""


def shared(
    raws: Sequence[Raw], kinds: Sequence[str]
) -> tuple[list[tuple[str, ...]], tuple[Doubt, ...]]:
    """Return for each row the cells that it shares with the row above, and the doubts.

    A cell merged with one above is shared. An empty one is, in a table without merged cells
    (a flattened one), unless the class changes (基础 to 加分), or the row names an office of its
    own and no papers: then nothing was written (requirements 2.9; never copied).
    """
    found: list[tuple[str, ...]] = []
    doubts: list[Doubt] = []
    for index, raw in enumerate(raws):
        begins = index == 0 or kinds[index] != kinds[index - 1]
        goes = [name for name, roles in PARTS if _goes(raw, roles, begins=begins)]
        if "资料" in goes and _answers(raw) and raw.states.get("materials") == EMPTY:
            goes.remove("资料")
        found.append(tuple(goes))
        doubts += _unwritten(raw, goes)
    return found, (*gathered(doubts, len(raws)), *_points(raws), *_runs(raws, found))


def _goes(raw: Raw, roles: tuple[str, ...], *, begins: bool) -> bool:
    states = {raw.states[role] for role in roles if role in raw.states}
    if OWN in states or not states:
        return False
    if DITTO in states:
        return True
    if MERGED in states:
        return not begins or raw.merged
    return EMPTY in states and not begins and not raw.merged


def _answers(raw: Raw) -> bool:
    """Tell whether a row names who answers for it in a cell of its own."""
    return OWN in {raw.states.get("office"), raw.states.get("lead")}


def _unwritten(raw: Raw, goes: Sequence[str]) -> list[Doubt]:
    """Return a doubt for each empty cell that shares nothing."""
    made = []
    for name, roles in PARTS:
        states = {raw.states[role] for role in roles if role in raw.states}
        if name not in goes and states and states <= {EMPTY, "none"}:
            why = f"{name}格是空的，不在合并范围内，也看不出与上一行共用"
            words = raw.text[:30]
            made.append(Doubt(raw.place, "没有写明", words, f"{name}空着", why, about=raw.number))
    return made


def _points(raws: Sequence[Raw]) -> list[Doubt]:
    """Return a doubt where points or scoring are merged with the row above: whose are they?"""
    found = [raw for raw in raws if MERGED in {raw.states.get("points"), raw.states.get("scoring")}]
    if not found:
        return []
    why = "分值或评分标准与上一行是同一格，各占多少没有写明"
    first, assumed = found[0], f"{_names(found)}的只记在第一行，不另抄"
    return [Doubt(first.place, "共用上行", first.text[:30], assumed, why, about=first.number)]


class Run(NamedTuple):
    """Neighbouring rows that share the same cells with the row above them."""

    above: Raw
    rows: tuple[Raw, ...]
    cells: tuple[str, ...]
    merged: bool


def _runs(raws: Sequence[Raw], found: Sequence[tuple[str, ...]]) -> list[Doubt]:
    """Return one doubt for all rows that share the same cells for the same reason."""
    groups: dict[tuple[tuple[str, ...], bool], list[Run]] = {}
    start = 0
    while start < len(raws):
        end = start
        while end + 1 < len(raws) and found[end + 1] == found[start]:
            end += 1
        rows = tuple(raws[start : end + 1])
        run = Run(raws[max(start - 1, 0)], rows, found[start], _merged(rows))
        if run.cells:
            groups.setdefault((run.cells, run.merged), []).append(run)
        start = end + 1
    return [_told(runs) for runs in groups.values()]


def _merged(rows: Sequence[Raw]) -> bool:
    return any(
        row.states.get(role) == MERGED for row in rows for _, roles in PARTS for role in roles
    )


def _told(runs: Sequence[Run]) -> Doubt:
    first = runs[0].rows[0]
    which = "；".join(
        f"{_names(run.rows)}（同{run.above.number or run.above.text[:8]}）" for run in runs
    )
    cells = "、".join(runs[0].cells)
    why = "原表合并单元格" if runs[0].merged else "这些格是空的或写着同上，前面一行有字"
    assumed = f"这些行的{cells}与括号里的那一行共用，不另抄一份：{which}"
    return Doubt(first.place, "共用上行", first.text[:30], assumed, why, about=first.number)


def _names(rows: Sequence[Raw]) -> str:
    """Return rows' numbers, `5至9` for many in a row."""
    names = [row.number or row.text[:8] for row in rows]
    return "、".join(names) if len(names) <= _MANY else f"{names[0]}至{names[-1]}"
