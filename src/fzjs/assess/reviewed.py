"""What papers say that a review has passed: figures, and the years in which nothing happened."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import AT_TIME, BY_PIECE, IN_FORCE, claimed_years
from fzjs.assess.satisfy import Met, State, prove
from fzjs.assess.standing import Standing
from fzjs.facts import Campaign, Figure

_NIL = {"零报告", "无此情形"}
_YEARLESS = {IN_FORCE, AT_TIME, BY_PIECE}


def nil_years(owed: Iterable[Met], years: Iterable[int], campaign: Campaign) -> set[int]:
    """Return the years in which passed nil reports, and nothing else, answer an indicator.

    What names no year (现行, 时点, 逐件) and web evidence say nothing of what happened in one.
    """
    kinds: defaultdict[int, set[str]] = defaultdict(set)
    open_years: set[int] = set()
    for met in owed:
        if met.due.excused or met.due.web or met.due.rhythm in _YEARLESS:
            continue
        if not _is_shown(met):
            open_years.update(met.due.span.years)
        for proof in met.proofs:
            if proof.state is State.PASSED:
                for year in claimed_years(proof.claim.period, campaign.window):
                    kinds[year].add(proof.standing.entry.kind)
    return {year for year in years if kinds[year] and kinds[year] <= _NIL} - open_years


def _is_shown(met: Met) -> bool:
    """Tell whether papers say that an 应报件 is passed: a supposed one says nothing of a year."""
    return met.state is State.PASSED and any(p.state is State.PASSED for p in met.proofs)


def passed_figures(
    standings: Iterable[Standing], catalogue: Catalogue, today: datetime.date
) -> defaultdict[str, dict[str, tuple[Figure, ...]]]:
    """Return the figures that a review has passed, by the indicators they speak of, then by entry.

    As a claim passes by itself, so its indicator has the figures. What ends before it begins, or
    after today, has not happened so (figure-outside-period).
    """
    found: defaultdict[str, dict[str, tuple[Figure, ...]]] = defaultdict(dict)
    for standing in standings:
        figures = tuple(
            f for f in standing.entry.figures if not f.days or f.days[0] <= f.days[1] <= today
        )
        for claim in standing.entry.claims if figures else ():
            if prove(standing, claim) is State.PASSED:
                key = catalogue.material(claim.material).partition("-")[0]
                for name in (key, *claim.names):
                    found[name][standing.entry.id] = figures
    return found
