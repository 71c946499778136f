"""What two sides have, thing by thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from fzjs.assess import Assessment
from fzjs.reports.diff.sides import Sides

Item = TypeVar("Item")


class Both(NamedTuple):
    """One thing before and after; None where it is not there."""

    before: Any
    after: Any


def renamed(before: Assessment, after: Assessment) -> dict[str, str]:
    """Return the offices' names of today by those they had: a new name keeps the old as 别名."""
    had = {office.name for office in before.repository.campaign.offices}
    has = {office.name for office in after.repository.campaign.offices}
    return {name: full for name in had - has if (full := after.catalogue.office(name))}


def both(
    sides: Sides, of: Callable[[Assessment], Iterable[Item]], key: Callable[[Item], object]
) -> Iterator[Both]:
    """Yield what either side has, each once: in the order of today, then what is gone."""
    old = {key(each): each for each in of(sides.before.at)}
    new = {key(each): each for each in of(sides.after.at)}
    for name in dict.fromkeys([*new, *old]):
        yield Both(old.get(name), new.get(name))
