"""The parts of the answer: totals, shares, 应报件 that moved, files with who must review them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import GOOD, Assessment, Catalogue, Met, Move, Rate, State
from fzjs.assess.reopened import reopens
from fzjs.codeowners import CodeOwners
from fzjs.facts.change import Piece, Share, Totals, TouchedFile
from fzjs.personal import mask
from fzjs.repository.layout import role_of
from fzjs.rules.changing import Change
from fzjs.rules.folders import owner_of
from fzjs.tree import Edit


def totals(assessment: Assessment | None) -> Totals | None:
    """Count the 应报件, as `fzjs status` does."""
    if assessment is None:
        return None
    counted = assessment.counted
    return Totals(
        owed=len(counted),
        passed=sum(met.state is State.PASSED for met in counted),
        pending=sum(met.state is State.PENDING for met in counted),
        overdue=sum(assessment.overdue(met) for met in assessment.met),
    )


def shares(before: Assessment | None, after: Assessment | None) -> Iterator[Share]:
    """Yield 材料齐备 of each tier that either side has."""
    old, new = _rates(before), _rates(after)
    for label in dict.fromkeys([*new, *old]):
        yield Share(label, _part(old.get(label)), _part(new.get(label)))


def _rates(assessment: Assessment | None) -> dict[str, Rate]:
    return {rate.label: rate for rate in assessment.completeness} if assessment else {}


def _part(rate: Rate | None) -> tuple[int, int] | None:
    return (rate.met, rate.total) if rate else None


def pieces(moves: Iterable[Move]) -> tuple[Piece, ...]:
    """Return 应报件 that moved, each with its entry, or with what is missing now."""
    return tuple(_piece(move, _note(move.met)) for move in moves)


def opened(change: Change) -> tuple[Piece, ...]:
    """Return what is missing again; of an entry that cannot be read any more, that."""
    broken = {
        name
        for pair in change.entries
        if pair.after and not pair.after.is_whole
        for name in pair.names
    }
    return tuple(
        _piece(move, "条目写错了，没有算" if _proved_by(move.before) & broken else move.met.gap)
        for move in change.moves.opened
    )


def _proved_by(met: Met | None) -> set[str]:
    return {p.standing.entry.id for p in met.proofs if p.state in GOOD} if met else set()


def gone(moves: Iterable[Move]) -> tuple[Piece, ...]:
    """Return what is no longer owed, with why: 不适用 and its reason, or that it was taken out."""
    return tuple(
        _piece(
            move, f"不适用：{move.after.due.excused}" if move.after else "指标、资料或年度删去了"
        )
        for move in moves
    )


def split_met(
    change: Change, held: Assessment | None
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Part what was handed in from what counts only because plan or settings changed.

    `held` is what is there now by the settings before: what is not met there is no progress.
    Progress is what an entry, its review, its attachments or an inspection of this change brings.
    """
    touched = {name for edit in change.edits for name in (edit.file, edit.was)}
    accepted = _accepted(change)
    good = {met.due.key for met in held.met if met.state in GOOD} if held else None
    found = [
        (move, (good is None or move.met.due.key in good) and _brought(move.met, touched, accepted))
        for move in change.moves.met
    ]
    brought, rest = (
        [move for move, handed_in in found if handed_in is wanted] for wanted in (True, False)
    )
    return pieces(brought), pieces(rest)


def _accepted(change: Change) -> set[str]:
    """Return the entries and 应报件 of which this change's inspections accept a problem.

    Deleting is not accepting.
    """
    was_open = (
        {each.problem.id for each in change.base.followed if each.is_open} if change.base else ()
    )
    head, owed = change.head, [met.due for met in change.head.met]
    closed = [each.problem for each in head.followed if not each.is_open]
    problems = [problem for problem in closed if problem.id in was_open]
    pieces_ = {due.key for p in problems for due in reopens(p, owed, head.catalogue)}
    return {p.entry for p in problems} | pieces_


def _brought(met: Met, touched: set[str], accepted: set[str]) -> bool:
    for proof in met.proofs:
        entry = proof.standing.entry
        files = (entry.file, f"evidence/审核/{entry.id}.yaml", *(a.file for a in entry.attachments))
        named = {entry.id, met.due.key} & accepted
        if proof.state in GOOD and (named or touched.intersection(files)):
            return True
    return False


def _piece(move: Move, note: str) -> Piece:
    due = move.met.due
    return Piece(
        due.label, due.text, due.owners, _state(move.before), _state(move.after), mask(note)
    )


def _state(met: Met | None) -> str:
    if met is None:
        return ""
    return "不适用" if met.due.excused else str(met.state)


def _note(met: Met) -> str:
    if met.state in GOOD:
        good = (proof.standing.entry.id for proof in met.proofs if proof.state in GOOD)
        return "、".join(dict.fromkeys(good))
    return met.gap


def files(
    edits: Iterable[Edit], settings: Catalogue | None, prefix: str, owners: CodeOwners
) -> Iterator[TouchedFile]:
    """Yield the touched files; `prefix` is where the data repository lies in git's."""
    for edit in edits:
        office, lost_by = (
            owner_of(file, settings) if file and settings else "" for file in (edit.file, edit.was)
        )
        made = TouchedFile(
            edit.file, edit.how, edit.was, _kind(edit.file), office,
            owners.of(f"{prefix}{edit.file}"),
        )  # fmt: skip
        if lost_by and lost_by != office:
            made = made._replace(lost_by=lost_by, lost_accounts=owners.of(f"{prefix}{edit.was}"))
        yield made


def _kind(file: str) -> str:
    if file == "fzjs.yaml":
        return "设置"
    folder = file.partition("/")[0]
    if folder == "evidence":
        return role_of(file) or "其他"
    return {"indicators": "指标", "templates": "模板"}.get(folder, "其他")


def joined(edits: Iterable[Edit], change: Change | None) -> tuple[Edit, ...]:
    """Return the edits with an entry under a new name as one 改名, though its bytes differ."""
    pairs = (*change.entries, *change.reviews) if change else ()
    was = {p.after.file: p.before.file for p in pairs if p.moved and p.after and p.before}
    lost = set(was.values())
    return tuple(
        Edit(edit.file, "改名", was[edit.file]) if edit.file in was else edit
        for edit in edits
        if edit.file not in lost or edit.file in was
    )
