"""Nothing is written that `fzjs check` would then call an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess import Assessment
from fzjs.diagnostic import RefusedError, Severity
from fzjs.rules import Found, Scope, rules
from fzjs.store import Change


def refuse_rejected(desk: Desk, changes: Sequence[Change], *, everywhere: bool = False) -> None:
    """Raise RefusedError where changed files would have an error that they have not now.

    Where what is written decides about other files, `everywhere` looks at these too.
    """
    files = None if everywhere else {change.file for change in changes}
    had = {found.message for found in _errors(desk.assessment, files)}
    new = [f for f in _errors(desk.preview(changes), files) if f.message not in had]
    if new:
        said = [f"{f.message}（{f.location}）" if everywhere else f.message for f in new]
        lines = [f"{text}。{f.hint}。" for text, f in zip(said, new, strict=True)]
        raise RefusedError("\n".join((*lines, NONE)))


def _errors(assessment: Assessment, files: set[str] | None) -> Iterator[Found]:
    levels = assessment.repository.campaign.levels
    for rule in rules():
        level = levels.get(rule.name, rule.severity)
        if rule.find and rule.scope is Scope.CAMPAIGN and level == Severity.ERROR:
            found = rule.find(assessment)
            yield from (f for f in found if files is None or f.location.file in files)
