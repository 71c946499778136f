"""What all conditions of soundness share: what one is, and what the campaign's plan asks for."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Location
from fzjs.facts import Demand, Entry, Material

STATEMENT = "情况说明"
Places = tuple[Location, ...]
"""Where an entry breaks a condition; none: it does not."""


class Condition(NamedTuple):
    """A requirement; `label` is how a chaser says that it is broken.

    `broken` gives what is true where the entry breaks it: True, or the places at fault. One that
    is of what is `shown` holds of every entry that shows nothing (`Entry.shown`).
    """

    rule: str
    label: str
    broken: Callable[[Entry, Catalogue], object]
    shown: bool = False


def materials_of(entry: Entry, catalogue: Catalogue) -> tuple[Material, ...]:
    """Return the known materials that an entry claims."""
    claims = entry.claims
    if len(claims) == 1:
        return catalogue.once(_known, claims[0].material)
    keys = dict.fromkeys(catalogue.material(claim.material) for claim in claims)
    return tuple(catalogue.materials[key] for key in keys if key in catalogue.materials)


def _known(reference: str, catalogue: Catalogue) -> tuple[Material, ...]:
    found = catalogue.materials.get(catalogue.material(reference))
    return (found,) if found else ()


def demand(name: str, entry: Entry, catalogue: Catalogue) -> Demand | None:
    """Return the 要求 of that name that this plan makes of an entry, None where it makes none.

    DESIGN section 4: "as far as *this* plan asks for it". A demand with 对象 holds only for entries
    that claim one of those indicators or materials.
    """
    for each, subjects in catalogue.once(_demands).get(name, ()):
        if not subjects or not subjects.isdisjoint(_claimed(entry, catalogue)):
            return each
    return None


def _demands(catalogue: Catalogue) -> dict[str, list[tuple[Demand, frozenset[str]]]]:
    """Return the plan's demands by name, each with the keys of its 对象."""
    found: dict[str, list[tuple[Demand, frozenset[str]]]] = {}
    for each in catalogue.campaign.demands:
        subjects = frozenset(map(catalogue.material, each.subjects))
        found.setdefault(each.name, []).append((each, subjects))
    return found


def _claimed(entry: Entry, catalogue: Catalogue) -> set[str]:
    """Return the keys of the materials that an entry claims, and of their indicators."""
    keys = {catalogue.material(claim.material) for claim in entry.claims}
    return keys | {key.partition("-")[0] for key in keys}


def below(part: int, whole: int, share: float) -> bool:
    """Tell whether a part is less than a share (in percent); of nothing, every part is."""
    return not whole or part * 100 < Decimal(str(share)) * whole


def least(whole: int, share: float) -> int:
    """Return the fewest that are not `below` a share of a whole."""
    return math.ceil(Decimal(str(share)) * whole / 100)
