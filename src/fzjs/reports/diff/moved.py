"""应报件 that moved between two sides, gathered to a line a material, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from fzjs.assess import GOOD, Assessment, Met, Move, Moves, State, compare
from fzjs.personal import mask
from fzjs.reports.diff.sides import Sides
from fzjs.reports.wording import periods

LISTS = ("新满足", "设置满足", "新通过", "又缺", "退回", "待复核", "不再欠", "新欠", "到期", "到日")
"""The lists of 应报件, in the order of the screen."""


class _Source(NamedTuple):
    entry: str
    file: str
    commit: str
    note: str


def build(sides: Sides, renamed: Mapping[str, str], office: str) -> dict[str, list[dict[str, Any]]]:
    """Return the lists; `renamed` gives the offices' names of today by those they had.

    新满足 to 新欠 are what was done, on one day for both sides, in the gate's words; 到期 and 到日
    what only the days between did. What went from good to 退回 is not in 又缺 too.
    """
    before, after = _under_new_names(sides.before.at, renamed), sides.after.at
    moves = compare(before, after)
    brought = _brought(moves.met, sides)
    found: dict[str, Iterable[Move]] = {
        "新满足": [move for move in moves.met if move.met.due.key in brought],
        "设置满足": [move for move in moves.met if move.met.due.key not in brought],
        "新通过": moves.passed,
        "又缺": [move for move in moves.opened if move.met.state is not State.RETURNED],
        "退回": [move for move in _both(before, after) if _is_returned(move)],
        "待复核": moves.again,
        "不再欠": moves.gone,
        "新欠": moves.new,
        "到期": _late_by_time(before, after, _under_new_names(sides.before.own, renamed)),
        "到日": _by_date(compare(sides.before.own, sides.before.at)),
    }
    return {
        name: _rows([m for m in found[name] if not office or office in m.met.due.owners], sides)
        for name in LISTS
    }


def _under_new_names(assessment: Assessment, renamed: Mapping[str, str]) -> Assessment:
    """Return what was owed under the offices' names of today: a new name moves nothing."""
    if not renamed:
        return assessment

    def now(met: Met) -> Met:
        due = met.due
        owners = tuple(renamed.get(name, name) for name in due.owners)
        office = renamed.get(due.office, due.office)
        key = due.key.removesuffix(f"/{due.office}") + f"/{office}" if due.office else due.key
        label = assessment.catalogue.label(key)
        return met._replace(due=due._replace(key=key, label=label, owners=owners, office=office))

    return assessment._replace(given=tuple(map(now, assessment.met)))


def _both(before: Assessment, after: Assessment) -> list[Move]:
    old = {met.due.key: met for met in before.met}
    return [Move(old[met.due.key], met) for met in after.counted if met.due.key in old]


def _is_returned(move: Move) -> bool:
    was = move.before
    return move.met.state is State.RETURNED and was is not None and was.state is not State.RETURNED


def _brought(moves: Iterable[Move], sides: Sides) -> set[str]:
    """Return what someone handed in: what only new settings make count is no progress.

    As in the gate: an entry, its review, an attachment or a problem's file has changed, and by the
    settings before it would count too.
    """
    held = {met.due.key: met.state in GOOD for met in sides.held.met}
    changed = {name for edit in sides.edits for name in (edit.file, edit.was)}
    return {
        key
        for move in moves
        if held.get(key := move.met.due.key, True) and changed.intersection(_files(move.met, sides))
    }


def _files(met: Met, sides: Sides) -> list[str]:
    """Return the files that make a piece what it is: of its proofs, the best first."""
    found = []
    problems = sides.after.at.repository.problems
    for proof in met.proofs:
        entry = proof.standing.entry
        found += [entry.file, f"evidence/审核/{entry.id}.yaml"]
        found += [each.file for each in entry.attachments]
        found += [each.place.file for each in problems if each.subject == entry.id]
    return found


def _late_by_time(before: Assessment, after: Assessment, own: Assessment) -> list[Move]:
    """Return what stayed open and is overdue now only because days have passed."""
    then = {met.due.key for met in own.met if own.overdue(met)}
    was = {met.due.key: met for met in before.met if before.overdue(met)}
    found = [met for met in after.met if after.overdue(met) and met.due.key in was]
    return [Move(was[met.due.key], met) for met in found if met.due.key not in then]


def _by_date(moves: Moves) -> list[Move]:
    """Return what moved with the day alone: an approval or a review that bore a later date."""
    every = (moves.met, moves.passed, moves.again, moves.opened, moves.gone, moves.new)
    return [move for each in every for move in each]


def _rows(moves: Iterable[Move], sides: Sides) -> list[dict[str, Any]]:
    grouped: dict[tuple[object, ...], list[tuple[Move, _Source]]] = {}
    for move in moves:
        due, source = move.met.due, _source(move, sides)
        states = (_state(move.before), _state(move.after))
        # Where the state is the same, it is the date that is told.
        late = due.due if states[0] == states[1] else None
        key = (due.material, due.office, states, late, source)
        grouped.setdefault(key, []).append((move, source))
    return [_row(each, sides) for each in grouped.values()]


def _row(found: list[tuple[Move, _Source]], sides: Sides) -> dict[str, Any]:
    move, source = found[0]
    dues = [each.met.due for each, _ in found]
    side = sides.after.at if move.after else sides.before.at
    return {
        "资料": side.catalogue.label(dues[0].material),
        "年度": periods([due.span.label for due in dues]),
        "应报件": [due.label for due in dues],
        "件数": len(dues),
        "内容": dues[0].text,
        "科室": list(dues[0].owners),
        "原来": _state(move.before),
        "现在": _state(move.after),
        "期限": dues[0].due.isoformat(),
        "说明": source.note,
        "条目": source.entry,
        "文件": source.file,
        "提交": source.commit,
    }


def _state(met: Met | None) -> str:
    if met is None:
        return "不欠"
    return "不适用" if met.due.excused else str(met.state)


def _source(move: Move, sides: Sides) -> _Source:
    """Return what made a piece move: an entry with its file, or what the plan or settings say."""
    now = move.after
    proved = next((met for met in (now, move.before) if met and met.proofs), None)
    if now is None or now.due.excused or proved is None:
        note = f"不适用：{now.due.excused}" if now and now.due.excused else ""
        note = note or (now.gap if now else "指标、资料或年度删去了")
        file = "fzjs.yaml" if now and now.due.excused else _planned(move, sides)
        return _Source("", file, sides.source(file), mask(note))
    entry = proved.proofs[0].standing.entry
    commit = sides.source(*_files(proved, sides))
    return _Source(entry.id, entry.file, commit, mask(now.gap))


def _planned(move: Move, sides: Sides) -> str:
    """Return the file of the plan that a piece comes from."""
    side = sides.after.at if move.after else sides.before.at
    due = move.met.due
    material = side.catalogue.materials.get(due.material)
    return (material or side.catalogue.rows[due.indicator].indicator).place.file
