"""Load, run every rule, set severities, silence, sort."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial

from fzjs import now
from fzjs.assess import Assessment, assess, sound
from fzjs.beside import shared
from fzjs.diagnostic import Diagnostic, Fault, Regrade, Report, Severity
from fzjs.personal import mask, secret, withhold
from fzjs.repository import Loaded, Memory, load
from fzjs.rules import Rule, Scope, having, rules, run
from fzjs.rules.changing import Change
from fzjs.rules.single import Single
from fzjs.tree import AnyTree

_MANY = 3000
"""Entries from which another process is worth its beginning."""
_ORDER = {severity: order for order, severity in enumerate(Severity)}


def check(
    tree: AnyTree,
    today: datetime.date | None = None,
    *,
    private: bool = False,
    memo: Memory | None = None,
) -> Report:
    """Return every finding, on the campaign's 基准日, else the clock's day, which may be given.

    What lies in `private/` is looked at only where asked: without it the same everywhere. `memo`
    has what files of the same bytes gave before.
    """
    clock = today or now.today()
    single = Single(memo, clock)
    loaded = load(tree, single.memo, single)
    single.complete(loaded.documents)
    assessment = None
    if loaded.repository is not None:
        day = loaded.repository.campaign.today or clock
        assessment = assess(loaded.repository, day, clock, catalogue=single.catalogue)
    found = findings(loaded, assessment, single=single, private=private)
    return report_of(loaded, found, _levels(loaded))


def findings(
    loaded: Loaded,
    assessment: Assessment | None,
    *,
    levels: Mapping[str, str] | None = None,
    change: Change | None = None,
    private: bool = False,
    single: Single | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what every rule finds, sorted by place.

    Severities are the campaign's own, or `levels`; the rules of a change need one. `single` has
    what was found in files of the same bytes before.
    """
    if single is None:
        single = Single()
        if assessment is not None:
            single.hold(assessment.catalogue, assessment.repository.indicators)
        single.complete(loaded.documents)
    faults = [*loaded.faults, *single.of_documents(loaded.documents)]
    if assessment is not None:
        faults += single.of_entries(assessment)
        faults += _of_facts(assessment, private=private)
    if change is not None:
        faults += (fault for rule in having(Scope.CHANGE) for fault in run(rule, change))
    kept = _silence(faults)
    set_to = _levels(loaded) if levels is None else levels
    usual = {rule.name: rule.severity for rule in rules()}
    graded = (_grade(fault, set_to.get(fault.rule, usual[fault.rule])) for fault in kept)
    found = {diagnostic for diagnostic in graded if diagnostic}
    return tuple(sorted(found, key=_place))


def unsound(
    assessment: Assessment, files: Container[str], levels: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return why entries in some files do not count, as the rules of soundness say it."""
    names = {condition.rule for condition in sound.CONDITIONS}
    asked = [rule for rule in having(Scope.ENTRY) if rule.name in names]
    entries = [e for e in assessment.repository.entries.values() if e.file in files]
    faults = [f for rule in asked for e in entries for f in run(rule, e, assessment.catalogue)]
    usual = {rule.name: rule.severity for rule in asked}
    graded = (_grade(f, levels.get(f.rule, usual[f.rule])) for f in _silence(faults))
    return tuple(sorted({one for one in graded if one}, key=_place))


def errors(tree: AnyTree, today: datetime.date | None = None) -> int:
    """Return how many errors `check` would find; what is less, or `private/`, is not looked for."""
    loaded = load(tree)
    levels = _levels(loaded)
    grave = {r.name for r in rules() if levels.get(r.name, r.severity) == Severity.ERROR}
    asked = grave.union(*(rule.silenced_by for rule in rules() if rule.name in grave))
    by_scope = {each: [r for r in having(each) if r.name in asked] for each in Scope}
    faults = list(loaded.faults)
    faults += (f for d in loaded.documents for r in by_scope[Scope.DOCUMENT] for f in run(r, d))
    if loaded.repository is not None:
        clock = today or now.today()
        assessment = assess(loaded.repository, loaded.repository.campaign.today or clock, clock)
        for rule in by_scope[Scope.ENTRY]:
            for entry in loaded.repository.entries.values():
                faults += run(rule, entry, assessment.catalogue)
        for rule in by_scope[Scope.PAPERS]:
            for entry in loaded.repository.entries.values():
                faults += run(rule, entry, assessment.catalogue, tree)
        for rule in by_scope[Scope.CAMPAIGN]:
            faults += run(rule, assessment)
    found = (_grade(each, "错误") for each in _silence(faults) if each.rule in grave)
    return len({each for each in found if each})


def report_of(loaded: Loaded, found: Iterable[Diagnostic], levels: Mapping[str, str]) -> Report:
    """Return findings with what printing them needs; `levels` are those that were applied.

    Neither words nor excerpts show a number of a person, or what a 涉密 entry says.
    """
    found = list(found)
    files = {each.location.file for each in found}
    texts = {d.file: d.text for d in loaded.documents if d.file in files}
    hidden = {file for file, text in texts.items() if secret(text)}  # a file once, not a finding
    guarded = tuple(_guarded(each, hidden) for each in found)
    usual = {rule.name: str(rule.severity) for rule in rules()}
    changed = sorted((name, now) for name, now in levels.items() if usual.get(name, now) != now)
    regraded = tuple(Regrade(name, usual[name], now) for name, now in changed)
    excerpts = {file: text for file, text in texts.items() if file not in hidden}
    return Report(guarded, len(loaded.documents), excerpts, regraded)


def _guarded(found: Diagnostic, hidden: Container[str]) -> Diagnostic:
    """Return a finding that quotes no number of a person, and nothing of a 涉密 entry.

    附件1 一.4: “涉密的材料不在示范创建系统上提供”; a fault in one is told without its words.
    """
    secret_file = found.location.file in hidden
    clean = (lambda words: mask(withhold(words))) if secret_file else mask
    related = tuple((place, clean(word)) for place, word in found.related)
    return found._replace(message=clean(found.message), hint=clean(found.hint), related=related)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, int, str, str]:
    place = diagnostic.location
    order = _ORDER[diagnostic.severity]
    return place.file, place.line, place.column, order, diagnostic.rule, diagnostic.message


def _levels(loaded: Loaded) -> dict[str, str]:
    return dict(loaded.repository.campaign.levels) if loaded.repository else {}


def _of_facts(assessment: Assessment, *, private: bool) -> list[Fault]:
    """Return what the rules of the whole find; of many entries the processors share them."""
    asked = (*having(Scope.CAMPAIGN), *(having(Scope.PRIVATE) if private else ()))
    works = [partial(_found, rule, assessment) for rule in asked]
    if len(assessment.repository.entries) < _MANY:
        return [fault for work in works for fault in work()]
    _ = assessment.met, assessment.indicators  # once, not in each process
    return [fault for found in shared(works) for fault in found]


def _found(rule: Rule, assessment: Assessment) -> list[Fault]:
    return list(run(rule, assessment))


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
