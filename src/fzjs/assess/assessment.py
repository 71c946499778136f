"""Everything that is computed of one repository on one day, in one place.

Every screen, document and rule takes its numbers from here, so that they agree.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import NamedTuple

from fzjs import facts
from fzjs.assess import catalogue as catalogues
from fzjs.assess.attain import Attainment, Judgement, attain, judge
from fzjs.assess.catalogue import Catalogue, Row
from fzjs.assess.decided import decided
from fzjs.assess.followed import Followed, follow, settle
from fzjs.assess.once import Once
from fzjs.assess.owe import Due, dues, spare
from fzjs.assess.reopened import open_subjects, reopened, reopening
from fzjs.assess.reviewed import nil_years, passed_figures
from fzjs.assess.satisfy import GOOD, Index, Met, State, accepts, index, meet
from fzjs.assess.standing import Standing, sent_back, stand
from fzjs.assess.state import Progress, Rate, progress, rates
from fzjs.facts import Problem
from fzjs.repository import Repository

Supposed = Collection[tuple[str, str]]
"""应报件 and the indicators for which they are taken as 已通过, both by key."""


class Judged(NamedTuple):
    """An indicator with what speaks of it: its own 应报件, or those of the row it shares."""

    row: Row
    owed: tuple[Met, ...]
    progress: Progress
    judgements: tuple[Judgement, ...]
    attainment: Attainment
    overdue: bool


class _Fields(NamedTuple):
    repository: Repository
    today: datetime.date
    catalogue: Catalogue
    standings: Mapping[str, Standing]
    pieces: Mapping[str, int]
    proofs: Index
    clock: datetime.date
    followed: tuple[Followed, ...]
    supposed: Supposed = ()
    given: tuple[Met, ...] | None = None


class Assessment(_Fields, Once):
    """The whole answer; what is owed is worked out when somebody asks for it.

    `pieces` says how many a sound list names, by the list's key (逐件). `today` is 基准日 where the
    campaign has one, `clock` the day on which it is looked at all the same. `followed` has every
    problem with its state: whoever asks whether one is open, overdue or due reads it there.
    `given` stands for `met` where a comparison has it under other names.
    """

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """Every 应报件 once, in plan order."""
        if self.given is not None:
            return self.given
        met = (meet(due, self.proofs, self.catalogue) for due in self._owed)
        return tuple(self.stands(each, each.due.indicator) for each in met)

    @cached_property
    def _owed(self) -> tuple[Due, ...]:
        return dues(self.catalogue, self.pieces)

    @cached_property
    def _reopening(self) -> Mapping[str, list[str]]:
        return reopening(self.repository.problems, self._owed, self.catalogue)

    def stands(self, met: Met, indicator: str) -> Met:
        """Return an 应报件 as it stands for an indicator: supposed passed, or reopened."""
        if self.supposed and (met.due.key, indicator) in self.supposed:
            met = met._replace(state=State.PASSED, gap="")
        return reopened(met, self._reopening)

    @cached_property
    def indicators(self) -> Mapping[str, Judged]:
        """Every indicator as it is judged, by key, in plan order."""
        return _judge(self)

    @cached_property
    def completeness(self) -> tuple[Rate, ...]:
        """How many indicators are 齐备, for each tier."""
        return _rates(self.indicators, lambda each: each.progress is Progress.COMPLETE)

    @cached_property
    def attainment(self) -> tuple[Rate, ...]:
        """How many indicators are 达标, for each tier."""
        return _rates(self.indicators, lambda each: each.attainment is Attainment.MET)

    @property
    def counted(self) -> tuple[Met, ...]:
        """The 应报件 that count: all but 不适用."""
        return tuple(met for met in self.met if not met.due.excused)

    def overdue(self, met: Met) -> bool:
        """Tell whether an 应报件 is past its date and not handed in soundly."""
        return is_overdue(met, self.today)


def is_overdue(met: Met, today: datetime.date) -> bool:
    """Every limit includes its day; what waits for review is not the office's delay.

    Nobody is late by a date that was only assumed (截止 in 待定).
    """
    due = met.due
    return due.due < today and not (met.state in GOOD or due.excused or due.provisional)


def catalogue_on(repository: Repository, today: datetime.date) -> Catalogue:
    """Return the indicator system with the settings that hold on a day."""
    return catalogue_of(repository.campaign, repository.indicators, today)


def catalogue_of(
    campaign: facts.Campaign, indicators: tuple[facts.Indicator, ...], today: datetime.date
) -> Catalogue:
    """Return the same of what is read before the evidence."""
    return catalogues.build(decided(campaign, today), indicators)


def assess(
    repository: Repository,
    today: datetime.date,
    clock: datetime.date | None = None,
    supposed: Supposed = (),
    catalogue: Catalogue | None = None,
) -> Assessment:
    """Compute everything from the facts and the date; what is decided later does not count yet.

    `clock` is the same day unless given. `catalogue.campaign` holds the settings of the day,
    `repository.campaign` all that is written; whoever has the `catalogue_on` that day gives it, and
    what it knows of entries holds on. `supposed` is for assess.supposed alone.
    """
    catalogue = catalogue or catalogue_on(repository, today)
    alone = {
        entry.id: stand(entry, catalogue, repository.reviews.get(entry.id), today)
        for entry in repository.entries.values()
    }
    followed = follow(repository.problems, repository.rectifications, alone, catalogue, today)
    repository = repository._replace(problems=tuple(each.problem for each in followed))
    about: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in repository.problems:
        about[problem.entry].append(problem)
    standings = {name: sent_back(each, about.get(name, ())) for name, each in alone.items()}
    proofs = index(standings.values(), catalogue)
    return Assessment(
        repository=repository,
        today=today,
        catalogue=catalogue,
        standings=standings,
        pieces=_pieces(proofs, catalogue),
        proofs=proofs,
        clock=clock or today,
        followed=settle(followed, standings, today),
        supposed=supposed,
    )


def _pieces(found: Index, catalogue: Catalogue) -> dict[str, int]:
    """Return how many pieces the sound lists of a material name (逐件: `件数`), where known."""
    result: dict[str, int] = {}
    for key, material in catalogue.materials.items():
        listed = {
            proof.standing.entry.id: proof.standing.entry.listed
            for proof in found.by_material.get(key, ())
            if proof.standing.entry.listed is not None
            and proof.state in GOOD
            and accepts(material.kind, catalogue.rhythm(material), proof.standing.entry)
        }
        counts = [count for count in listed.values() if count is not None]
        if counts:
            result[key] = sum(counts)
    return result


def _judge(assessment: Assessment) -> dict[str, Judged]:
    catalogue, repository, today = assessment.catalogue, assessment.repository, assessment.today
    by_indicator: defaultdict[str, list[Met]] = defaultdict(list)
    for each in assessment.met:
        by_indicator[each.due.indicator].append(each)
    figures = passed_figures(assessment.standings.values(), catalogue, today)
    open_on = open_subjects(repository.problems, repository.entries, catalogue)
    result: dict[str, Judged] = {}
    for key, row in catalogue.rows.items():
        owed = tuple(by_indicator[key])
        if not owed:
            shared = _shared(row, by_indicator, assessment.proofs, catalogue)
            owed = tuple(assessment.stands(each, key) for each in shared)
        state = progress(owed)
        about = {key} | {each.due.material for each in owed} if open_on else set()
        judgements: tuple[Judgement, ...] = ()
        if row.indicator.targets:
            years = {year for each in owed for year in each.due.span.years if not each.due.excused}
            known = list({**figures[key], **figures[row.shares]}.values())
            nil = nil_years(owed, years, repository.campaign)
            judgements = tuple(
                judge(target, known, years, repository.campaign, nil)
                for target in row.indicator.targets
            )
        result[key] = Judged(
            row=row,
            owed=owed,
            progress=state,
            judgements=judgements,
            attainment=attain(state, judgements, open_problem=bool(about & open_on)),
            overdue=any(is_overdue(each, today) for each in owed),
        )
    return result


def _shared(
    row: Row, by_indicator: Mapping[str, list[Met]], found: Index, catalogue: Catalogue
) -> tuple[Met, ...]:
    """Return the 应报件 of the row above that speak of a sharing row (应点到 narrows them).

    不适用 that names the sharing row, or the material, excuses them here; what excuses the row that
    owes them says nothing of this one.
    """
    key = row.indicator.key
    owed = by_indicator.get(row.shares, [])
    if row.indicator.named_in:
        named = {catalogue.material(reference) for reference in row.indicator.named_in}
        speaking = [each.due for each in owed if each.due.material in named]
        owed = [meet(due, found, catalogue, named=key) for due in speaking]
    spared = spare(catalogue, [each.due for each in owed], key)
    return tuple(
        each if due is each.due else each._replace(due=due)
        for each, due in zip(owed, spared, strict=True)
    )


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
