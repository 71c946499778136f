"""Load, run every rule, set severities, silence, sort."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from fzjs.assess import Assessment, assess
from fzjs.diagnostic import Diagnostic, Fault, Report, Severity
from fzjs.repository import Document, Loaded, load
from fzjs.rules import Rule, Scope, rules
from fzjs.rules.changing import Change
from fzjs.tree import AnyTree

_ORDER = {severity: order for order, severity in enumerate(Severity)}


def check(tree: AnyTree, today: datetime.date | None = None) -> Report:
    """Return every finding, on the campaign's 基准日, else the day given, else the clock's."""
    loaded = load(tree)
    assessment = None
    if loaded.repository is not None:
        day = loaded.repository.campaign.today or today or datetime.date.today()  # noqa: DTZ011
        assessment = assess(loaded.repository, day)
    return Report(findings(loaded, assessment), len(loaded.documents))


def findings(
    loaded: Loaded,
    assessment: Assessment | None,
    *,
    levels: Mapping[str, str] | None = None,
    change: Change | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what every rule finds, sorted by place.

    Severities are the campaign's own, or `levels`; the rules of a change need one.
    """
    faults = [*loaded.faults, *_of_documents(loaded.documents)]
    if assessment is not None:
        faults += _of_facts(assessment)
    if change is not None:
        faults += (fault for rule in _with(Scope.CHANGE) for fault in _run(rule, change))
    kept = _silence(faults)
    set_to = _levels(loaded) if levels is None else levels
    usual = {rule.name: rule.severity for rule in rules()}
    graded = (_grade(fault, set_to.get(fault.rule, usual[fault.rule])) for fault in kept)
    found = {diagnostic for diagnostic in graded if diagnostic}
    return tuple(sorted(found, key=_place))


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, int, str, str]:
    place = diagnostic.location
    order = _ORDER[diagnostic.severity]
    return place.file, place.line, place.column, order, diagnostic.rule, diagnostic.message


def _levels(loaded: Loaded) -> dict[str, str]:
    return dict(loaded.repository.campaign.levels) if loaded.repository else {}


def _of_documents(documents: Iterable[Document]) -> Iterator[Fault]:
    for document in documents:
        for rule in _with(Scope.DOCUMENT):
            yield from _run(rule, document)


def _of_facts(assessment: Assessment) -> Iterator[Fault]:
    for rule in _with(Scope.ENTRY):
        for entry in assessment.repository.entries.values():
            yield from _run(rule, entry, assessment.catalogue)
    for rule in _with(Scope.CAMPAIGN):
        yield from _run(rule, assessment)


def _with(scope: Scope) -> Iterator[Rule]:
    return (rule for rule in rules() if rule.scope is scope)


def _run(rule: Rule, *arguments: object) -> Iterator[Fault]:
    if rule.find is not None:
        for found in rule.find(*arguments):
            yield Fault(rule.name, found.message, found.location, found.hint, found.related)


def _silence(faults: list[Fault]) -> Iterator[Fault]:
    """A narrower finding silences the broader one at the same place."""
    quiet = {rule.name: rule.silenced_by for rule in rules() if rule.silenced_by}
    spoken = {(fault.rule, fault.location) for fault in faults}
    for fault in faults:
        narrower = quiet.get(fault.rule, ())
        if not any((name, fault.location) in spoken for name in narrower):
            yield fault


def _grade(fault: Fault, level: str) -> Diagnostic | None:
    """Return a finding with the severity that holds for its rule; None where it is 关闭."""
    if level == "关闭":
        return None
    return Diagnostic(
        fault.rule, Severity(level), fault.message, fault.location, fault.hint, fault.related
    )
