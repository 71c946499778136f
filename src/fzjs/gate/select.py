"""Which findings are the change's: those in its files, and those that it brings elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fzjs.diagnostic import Diagnostic, Severity
from fzjs.gate.sides import Sides
from fzjs.rules import Scope, rules
from fzjs.tree import Edit

OVERDUE = "due-overdue"
_OF_TWO = {"evidence-duplicate", "evidence-alike"}
"""Rules that say the same of both entries, at the later by name."""


def select(
    found: Iterable[Diagnostic],
    earlier: Iterable[Diagnostic],
    edits: Iterable[Edit],
    both: Sides,
    *,
    deadline: bool,
) -> Iterator[Diagnostic]:
    """Yield what the change answers for, in order.

    What others owe is not its doing: 逾期 is left out, unless `deadline` asks for all of it. A
    finding elsewhere is new where rule, file and message were not there as often; lines move. Of
    `fzjs.yaml` the open 口径 and other notes that stood before are no one's to mend here.
    """
    touched = {edit.file for edit in edits}
    known = Counter(map(_same, earlier))
    comparable = _comparable(both)
    for one in found:
        if one.rule == OVERDUE:
            if deadline:
                yield one
            continue
        is_known = known[_same(one)] > 0
        known[_same(one)] -= 1
        is_new = not is_known and one.rule in comparable
        stood = is_known and one.location.file == "fzjs.yaml" and not _is_error(one)
        if (one.location.file in touched and not stood) or is_new or _blocks(one, both):
            yield _at_home(one, touched)


def _is_error(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR


def _at_home(one: Diagnostic, touched: set[str]) -> Diagnostic:
    """Return a finding of two entries at the one that the change touches: it is no one else's."""
    if one.rule not in _OF_TWO or one.location.file in touched or not one.related:
        return one
    (place, word), *others = one.related
    if place.file not in touched:
        return one
    return one._replace(location=place, related=((one.location, word), *others))


def _same(one: Diagnostic) -> tuple[str, str, str]:
    return one.rule, one.location.file, one.message


def _comparable(both: Sides) -> set[str]:
    """Return the rules that could speak before: without an assessment only those of one file."""
    alone = {Scope.READING, Scope.DOCUMENT, Scope.CHANGE}
    everything = both.is_first or both.base.assessment is not None
    return {rule.name for rule in rules() if everything or rule.scope in alone}


def _blocks(one: Diagnostic, both: Sides) -> bool:
    """Tell whether an error is why nothing can be computed: what cannot be judged is refused."""
    return (
        both.head.assessment is None
        and _is_error(one)
        and not one.location.file.startswith("evidence/")
    )
