"""What an open problem reopens: the 应报件 of a material, and what cannot be 达标 meanwhile.

An open problem on an entry reopens the entry itself (standing.stand). One about an indicator says
that the work falls short, not a paper: it leaves 齐备 and blocks 达标 alone (docs/states.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from fzjs.assess.catalogue import Catalogue, covers
from fzjs.assess.followed import materials_of
from fzjs.assess.owe import Due
from fzjs.assess.ownership import owner_offices
from fzjs.assess.satisfy import GOOD, Met, State
from fzjs.facts import Entry, Problem, fold_reference

UNCLOSED = "问题未销号："


def reopens(problem: Problem, owed: Iterable[Due], catalogue: Catalogue) -> list[Due]:
    """Return the 应报件 that a problem about a material speaks of.

    Where each office gives its own (分别提供), that of the office that has to mend; of all where
    it owes none of them.
    """
    if not problem.material:
        return []
    known = materials_of(problem.material, catalogue)
    found = [d for d in owed if d.material in known and _speaks(problem.material, d)]
    offices = owner_offices(problem, catalogue)
    return [due for due in found if not due.office or due.office in offices] or found


def _speaks(reference: str, due: Due) -> bool:
    """Tell whether a reference to an 应报件's material, its period too if any, means it."""
    _, slash, period = reference.partition("/")
    known, span = f"{due.material}{slash}{period}", due.span
    return fold_reference(due.key) == known or covers(
        known, due.material, due.material, span.label, span.years
    )


def reopening(
    problems: Iterable[Problem], owed: Iterable[Due], catalogue: Catalogue
) -> Mapping[str, list[str]]:
    """Return the words of the open problems about materials, by the keys of the 应报件."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    owed = tuple(owed)
    for problem in problems:
        if not problem.closed:
            for due in reopens(problem, owed, catalogue):
                found[due.key].append(problem.text)
    return found


def reopened(met: Met, texts: Mapping[str, list[str]]) -> Met:
    """Return an 应报件 as 退回 where a problem with its material is open.

    What is not handed in soundly stays as it is: there is nothing to send back.
    """
    said = texts.get(met.due.key)
    if not said or met.state not in GOOD or met.due.excused:
        return met
    return met._replace(state=State.RETURNED, gap=UNCLOSED + "；".join(said))


def open_subjects(
    problems: Iterable[Problem], entries: Mapping[str, Entry], catalogue: Catalogue
) -> set[str]:
    """Return the indicators and materials that an open problem is about, or about an entry of."""
    return {
        key
        for problem in problems
        if not problem.closed
        for key in touched(problem, entries, catalogue)
    }


def touched(problem: Problem, entries: Mapping[str, Entry], catalogue: Catalogue) -> set[str]:
    """Return the indicators and materials that a problem is about, or about an entry of."""
    entry = entries.get(problem.entry)
    about = [claim.material for claim in entry.claims] if entry else []
    materials = {catalogue.material(reference) for reference in about}
    materials |= set(materials_of(problem.material, catalogue))
    indicator = problem.indicator.partition("/")[0]
    return (materials | {key.partition("-")[0] for key in materials} | {indicator}) - {""}
