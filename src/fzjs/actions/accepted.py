"""Nothing is written that `fzjs check` would then call an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess import Assessment
from fzjs.diagnostic import RefusedError, Severity
from fzjs.rules import Found, Scope, rules
from fzjs.store import Change


def refuse_rejected(desk: Desk, changes: Sequence[Change]) -> None:
    """Raise RefusedError where changed files would have an error that they have not now."""
    files = {change.file for change in changes}
    had = {found.message for found in _errors(desk.assessment, files)}
    new = [f for f in _errors(desk.preview(changes), files) if f.message not in had]
    if new:
        raise RefusedError("\n".join((*(f"{f.message}。{f.hint}。" for f in new), NONE)))


def _errors(assessment: Assessment, files: set[str]) -> Iterator[Found]:
    levels = assessment.repository.campaign.levels
    for rule in rules():
        level = levels.get(rule.name, rule.severity)
        if rule.find and rule.scope is Scope.CAMPAIGN and level == Severity.ERROR:
            yield from (f for f in rule.find(assessment) if f.location.file in files)
