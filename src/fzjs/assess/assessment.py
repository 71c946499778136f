"""Everything that is computed of one repository on one day, in one place.

Every screen, document and rule takes its numbers from here, so that they agree.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from fzjs.assess import catalogue as catalogues
from fzjs.assess.attain import Attainment, attain
from fzjs.assess.catalogue import Catalogue, Row
from fzjs.assess.owe import dues, excuse
from fzjs.assess.satisfy import Index, Met, Standing, State, index, meet, stand
from fzjs.assess.state import Progress, Rate, progress, rates
from fzjs.facts import Entry, Figure, Problem
from fzjs.repository import Repository


class Judged(NamedTuple):
    """An indicator with what speaks of it: its own 应报件, or those of the row it shares."""

    row: Row
    owed: tuple[Met, ...]
    progress: Progress
    attainment: Attainment
    overdue: bool


class Assessment(NamedTuple):
    """The whole answer; `met` has every 应报件 once, in plan order."""

    repository: Repository
    today: datetime.date
    catalogue: Catalogue
    standings: Mapping[str, Standing]
    met: tuple[Met, ...]
    indicators: Mapping[str, Judged]
    completeness: tuple[Rate, ...]
    attainment: tuple[Rate, ...]

    @property
    def counted(self) -> tuple[Met, ...]:
        """The 应报件 that count: all but 不适用."""
        return tuple(met for met in self.met if not met.due.excused)

    def overdue(self, met: Met) -> bool:
        """Tell whether an 应报件 is past its date and not handed in soundly."""
        return is_overdue(met, self.today)


def is_overdue(met: Met, today: datetime.date) -> bool:
    """Every limit includes its day; what waits for review is not the office's delay."""
    handed_in = met.state in {State.PASSED, State.PENDING}
    return met.due.due < today and not handed_in and not met.due.excused


def assess(repository: Repository, today: datetime.date) -> Assessment:
    """Compute everything from the facts and the date."""
    catalogue = catalogues.build(repository.campaign, repository.indicators)
    about = _problems_by_entry(repository.problems)
    standings = {
        entry.id: stand(entry, catalogue, repository.reviews.get(entry.id), about[entry.id])
        for entry in repository.entries.values()
    }
    found = index(standings.values(), catalogue)
    pieces = _pieces(repository.entries.values(), catalogue)
    met = tuple(meet(due, found, catalogue) for due in dues(catalogue, pieces))
    indicators = _judge(repository, catalogue, standings, found, met, today)
    return Assessment(
        repository=repository,
        today=today,
        catalogue=catalogue,
        standings=standings,
        met=met,
        indicators=indicators,
        completeness=_rates(indicators, lambda each: each.progress is Progress.COMPLETE),
        attainment=_rates(indicators, lambda each: each.attainment is Attainment.MET),
    )


def _problems_by_entry(problems: Iterable[Problem]) -> defaultdict[str, list[Problem]]:
    about: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        about[problem.subject].append(problem)
    return about


def _pieces(entries: Iterable[Entry], catalogue: Catalogue) -> dict[str, int]:
    """Return how many pieces the entries of a material list (逐件: `件数`)."""
    found: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.listed is not None and entry.state == "已提交":
            for key in {catalogue.material(claim.material) for claim in entry.claims}:
                found[key] += entry.listed
    return found


def _judge(
    repository: Repository, catalogue: Catalogue, standings: Mapping[str, Standing],
    found: Index, met: tuple[Met, ...], today: datetime.date,
) -> dict[str, Judged]:  # fmt: skip
    by_indicator: defaultdict[str, list[Met]] = defaultdict(list)
    for each in met:
        by_indicator[each.due.indicator].append(each)
    figures = _figures(standings.values(), catalogue)
    open_on = _open_subjects(repository.problems, repository.entries, catalogue)
    result: dict[str, Judged] = {}
    for key, row in catalogue.rows.items():
        owed = tuple(by_indicator[key]) or _shared(row, by_indicator, found, catalogue)
        state = progress(owed)
        years = {year for each in owed for year in each.due.span.years if not each.due.excused}
        result[key] = Judged(
            row=row,
            owed=owed,
            progress=state,
            attainment=attain(
                state, row.indicator.targets,
                [f for each in {**figures[key], **figures[row.shares]}.values() for f in each],
                years, repository.campaign.cutoff, open_problem=key in open_on,
            ),
            overdue=any(is_overdue(each, today) for each in owed),
        )  # fmt: skip
    return result


def _shared(
    row: Row, by_indicator: Mapping[str, list[Met]], found: Index, catalogue: Catalogue
) -> tuple[Met, ...]:
    """Return the 应报件 of the row above that speak of a sharing row (应点到 narrows them).

    不适用 of the sharing row by itself excuses them here, and not in the row that owes them.
    """
    key = row.indicator.key
    owed = by_indicator.get(row.shares, [])
    if row.indicator.named_in:
        named = {catalogue.material(reference) for reference in row.indicator.named_in}
        speaking = [each.due for each in owed if each.due.material in named]
        owed = [meet(due, found, catalogue, named=key) for due in speaking]
    return tuple(
        each._replace(due=each.due._replace(excused=each.due.excused or reason))
        for each in owed
        for reason in (excuse(catalogue, each.due, key),)
    )


def _figures(
    standings: Iterable[Standing], catalogue: Catalogue
) -> defaultdict[str, dict[str, tuple[Figure, ...]]]:
    """Return the figures of sound entries by the indicators that they speak of, then by entry."""
    found: defaultdict[str, dict[str, tuple[Figure, ...]]] = defaultdict(dict)
    for standing in standings:
        if standing.faults or standing.state not in {"已通过", "待审核", "待复核"}:
            continue
        claims = standing.entry.claims
        keys = {catalogue.material(claim.material).partition("-")[0] for claim in claims}
        for key in keys | {name for claim in claims for name in claim.names}:
            found[key][standing.entry.id] = standing.entry.figures
    return found


def _open_subjects(
    problems: Iterable[Problem], entries: Mapping[str, Entry], catalogue: Catalogue
) -> set[str]:
    """Return the indicators that an open problem is about, by itself, a material or an entry."""
    found: set[str] = set()
    for problem in problems:
        entry = entries.get(problem.subject)
        claimed = [catalogue.material(c.material) for c in entry.claims] if entry else []
        if not problem.closed:
            found |= {key.partition("-")[0] for key in (*claimed, problem.subject)}
    return found


def _rates(indicators: Mapping[str, Judged], met: Callable[[Judged], bool]) -> tuple[Rate, ...]:
    """Return the rate of each tier; 不适用 leaves both denominators."""
    return rates(
        {
            key: (
                judged.row.indicator,
                None if judged.progress is Progress.NOT_APPLICABLE else met(judged),
            )
            for key, judged in indicators.items()
        }
    )
