"""Two assessments of one day side by side: which 应报件 moved, and which are merely gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.satisfy import GOOD, Met, State


class Move(NamedTuple):
    """An 应报件 before and after; None where it was not, or is no longer, owed."""

    before: Met | None
    after: Met | None

    @property
    def met(self) -> Met:
        """The later of the two that is there."""
        found = self.after or self.before
        assert found  # noqa: S101  # a move has one side at least
        return found


class Moves(NamedTuple):
    """What moved, each in plan order.

    `met` was open and is 待审 or better, `passed` went on to 已通过, `again` has to be reviewed
    again, `opened` was 待审 or better and is open; all of these are owed in both. `gone` is owed
    no longer (deleted, or 不适用): that is never progress. `new` was not owed before.
    """

    met: tuple[Move, ...] = ()
    passed: tuple[Move, ...] = ()
    again: tuple[Move, ...] = ()
    opened: tuple[Move, ...] = ()
    gone: tuple[Move, ...] = ()
    new: tuple[Move, ...] = ()


def compare(before: Assessment, after: Assessment) -> Moves:
    """Return how the 应报件 moved.

    docs/states.md: what is 不适用 is not owed; the gate's "newly meets" counts 待审 or better.
    """
    old = {met.due.key: met for met in before.met}
    new = {met.due.key: met for met in after.met}
    both = [Move(old[key], met) for key, met in new.items() if key in old]
    same = [move for move in both if not _excused(move.before) and not _excused(move.after)]
    return Moves(
        met=tuple(m for m in same if not _good(m.before) and _good(m.after)),
        passed=_between(same, State.PENDING, State.PASSED),
        again=_between(same, State.PASSED, State.PENDING),
        opened=tuple(m for m in same if _good(m.before) and not _good(m.after)),
        gone=tuple(
            Move(met, new.get(key))
            for key, met in old.items()
            if not met.due.excused and _unowed(key, new)
        ),
        new=tuple(
            Move(old.get(key), met)
            for key, met in new.items()
            if not met.due.excused and _unowed(key, old)
        ),
    )


def _between(moves: list[Move], before: State, after: State) -> tuple[Move, ...]:
    return tuple(
        move
        for move in moves
        if move.before and move.before.state is before and move.met.state is after
    )


def _good(met: Met | None) -> bool:
    return met is not None and met.state in GOOD


def _excused(met: Met | None) -> bool:
    return met is not None and bool(met.due.excused)


def _unowed(key: str, owed: Mapping[str, Met]) -> bool:
    return key not in owed or bool(owed[key].due.excused)
