"""The way of one question: two sides, the rules, the findings that are the change's, the answer.

The head is the working tree, as in `check`: an office can ask before it commits, and in CI the
working tree is the merge that would land.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from fzjs import codeowners
from fzjs.assess import Moves
from fzjs.check import findings, report_of, unsound
from fzjs.codeowners import CodeOwners
from fzjs.diagnostic import Diagnostic, Report
from fzjs.facts.change import Outcome
from fzjs.gate import migration, outcome
from fzjs.gate.select import OVERDUE, select
from fzjs.gate.sides import Sides, change_of, notes, sides
from fzjs.repository import load
from fzjs.rules.changing import Change
from fzjs.tree import Commit, Edit, Tree, base_of, edits, moved_on, pointers, whole


def gate(
    tree: Tree, revision: str, today: datetime.date | None = None, *, deadline: bool = False
) -> Outcome:
    """Compare the working tree with where it left `revision`. Raises FzjsError without a base.

    docs/format.md, section 7, and DESIGN section 4: what a review passed changes only by a
    declaration; nobody reviews what is its own. Severities are the base's: no change excuses
    itself.
    """
    commit = whole(Commit(tree.root, base_of(tree.root, revision)))
    changed = edits(tree, commit)
    # A link is a file too: it cannot be read, and that is no reason to compare nothing.
    is_first = "fzjs.yaml" not in commit.all_files()
    both = sides(load(commit), load(tree), today, is_first=is_first)
    change = change_of(both, changed, pointers(tree, changed))
    head, base = both.head, both.base
    found = findings(head.loaded, head.assessment, levels=both.levels, change=change)
    earlier = () if is_first else findings(base.loaded, base.assessment, levels=both.levels)
    found = (*found, *_by_earlier_demands(both, changed, found))
    kept = tuple(select(found, earlier, changed, both, deadline=deadline))
    report = report_of(head.loaded, kept, both.levels)
    late = deadline and any(one.rule == OVERDUE for one in found)
    made = _outcome(both, change, changed, (revision, commit), report)
    migrated = migration.notes(commit, tree, changed)
    return made._replace(late=late, notes=(*made.notes, *migrated))


def _by_earlier_demands(
    both: Sides, changed: tuple[Edit, ...], found: tuple[Diagnostic, ...]
) -> Iterator[Diagnostic]:
    """Yield what the touched entries break of what was asked before: no change asks itself less."""
    if both.held is None:
        return
    known = {(one.rule, one.location) for one in found}
    for one in unsound(both.held, {edit.file for edit in changed}, both.levels):
        if (one.rule, one.location) not in known:
            hint = f"{one.hint}；要求真改了的，先单独合并 fzjs.yaml，再交条目"
            yield one._replace(message=f"按改动之前的要求：{one.message}", hint=hint)


def _outcome(
    both: Sides,
    change: Change | None,
    changed: tuple[Edit, ...],
    base: tuple[str, Commit],
    report: Report,
) -> Outcome:
    revision, commit = base
    before, after = both.base.assessment, both.head.assessment
    owners, said = _owners(commit)
    moves = change.moves if change else Moves()
    ahead = moved_on(commit.root, revision, commit.name)
    met, by_settings = outcome.split_met(change, both.held) if change else ((), ())
    known = before or after
    settings = known.catalogue if known else None
    listed = outcome.joined(changed, change)
    return Outcome(
        revision=revision,
        base=commit.commit(),
        today=both.today,
        notes=(*_behind(revision, ahead), *notes(both, changed), *said),
        before=outcome.totals(before),
        after=outcome.totals(after),
        shares=tuple(outcome.shares(before, after)),
        met=met,
        by_settings=by_settings,
        passed=outcome.pieces(moves.passed),
        again=outcome.pieces(moves.again),
        opened=outcome.opened(change) if change else (),
        gone=outcome.gone(moves.gone),
        new=outcome.pieces(moves.new),
        files=tuple(outcome.files(listed, settings, commit.prefix, owners)),
        report=report,
        late=False,
    )


def _behind(revision: str, ahead: int) -> Iterator[str]:
    if ahead:
        yield (
            f"{revision} 已经前进了{ahead}次提交，这里没有：没有和它合起来查。"
            f"先合并或变基（git merge {revision}），再查一遍"
        )


def _owners(commit: Commit) -> tuple[CodeOwners, tuple[str, ...]]:
    """Return the base's CODEOWNERS, and what to say of it."""
    for place in codeowners.PLACES:
        raw = commit.read_top(place)
        if raw is not None:
            found = codeowners.parse(raw.decode("utf-8", "replace"))
            said = f"{place} 有 GitLab 的分节，这里不分节，按最后对上的一行列"
            return found, (said,) if found.sections else ()
    return CodeOwners((), sections=False), ()
