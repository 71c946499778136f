"""What the 数据 of an entry can answer: the 量化要求 of the indicators that it claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Entry, Indicator, Target

Asked = Mapping[str, tuple["Question", ...]]
"""What is asked under each 项目."""


class Question(NamedTuple):
    """A 量化要求 and the indicator that it stands in."""

    target: Target
    indicator: Indicator


def figured(assessment: Assessment) -> Iterator[tuple[Entry, Asked]]:
    """Yield each entry that states figures and is not withdrawn, with what it is asked."""
    for entry in assessment.repository.entries.values():
        if entry.figures and entry.state != "撤回":
            yield entry, asked(entry, assessment.catalogue)


def asked(entry: Entry, catalogue: Catalogue) -> Asked:
    """Return what is asked of the figures of an entry."""
    return _asked(indicators_of(entry, catalogue), catalogue.once(_readers))


def indicators_of(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the keys of the indicators that an entry claims or names (点到)."""
    keys = [
        key
        for claim in entry.claims
        for key in (catalogue.material(claim.material).partition("-")[0], *claim.names)
    ]
    return tuple(dict.fromkeys(keys))


def _readers(catalogue: Catalogue) -> Mapping[str, list[Indicator]]:
    """Return the indicators that read the figures of a row: itself, and the rows that share it."""
    found: defaultdict[str, list[Indicator]] = defaultdict(list)
    for key, row in catalogue.rows.items():
        found[key].append(row.indicator)
        if row.shares:
            found[row.shares].append(row.indicator)
    return found


def _asked(keys: tuple[str, ...], readers: Mapping[str, list[Indicator]]) -> Asked:
    found: defaultdict[str, dict[Question, None]] = defaultdict(dict)
    for key in keys:
        for indicator in readers.get(key, ()):
            for target in indicator.targets:
                found[target.item][Question(target, indicator)] = None
    return {item: tuple(questions) for item, questions in found.items()}
