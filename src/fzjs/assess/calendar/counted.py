"""Duties by the number a year (学法≥4次/年): how many the figures of the entries say."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.attain import asked_by, value_of
from fzjs.assess.calendar.item import Date
from fzjs.assess.catalogue import Row
from fzjs.assess.measure import COUNT, Measure, parse
from fzjs.assess.satisfy import GOOD, prove
from fzjs.facts import Figure, Target


class Counted(NamedTuple):
    """A count that is asked for by a day, what is recorded of it, and what is still missing.

    `doubtful` where entries state different numbers: then nobody knows how many there were.
    """

    row: Row
    target: Target
    term: str
    due: Date
    needed: Fraction
    recorded: Fraction
    doubtful: bool
    prorated: Fraction

    @property
    def enough_by_cutoff(self) -> bool:
        """Whether 自评 is content, which asks only for the part of the year up to the 截止."""
        return not self.doubtful and bool(self.missing) and self.recorded >= self.prorated

    @property
    def lacks(self) -> str:
        """What stands before the number that is missing; 自评 is told apart from the whole year."""
        if not self.enough_by_cutoff:
            return "还差"
        return f"按截止折算已够，{'全年' if self.term.isdecimal() else '到期'}还差"

    @property
    def missing(self) -> Fraction:
        """How many are still to be held or recorded."""
        return max(self.needed - self.recorded, Fraction())

    @property
    def source(self) -> str:
        """Which words it is from."""
        said = self.target.quote or f"{self.target.item}{self.target.demand}"
        return f"指标{self.row.indicator.number}“{said}”"


def counted(assessment: Assessment) -> Iterator[Counted]:
    """Yield the counts that run on today: of this year, of both its halves, of its two years.

    Counted are the figures of entries that are passed or wait for review; a draft says nothing.
    """
    for row in assessment.catalogue.rows.values():
        for target in row.indicator.targets:
            measure = parse(target.demand)
            if measure and measure.per and measure.sign == "≥" and not target.start:
                yield from _of(assessment, row, target, measure)


def _of(assessment: Assessment, row: Row, target: Target, measure: Measure) -> Iterator[Counted]:
    year, cutoff = assessment.today.year, assessment.catalogue.campaign.cutoff
    if measure.per == "半年":
        # Figures name the year, not the half: the first is met by one, both by two.
        for label, day, times in (("上", Date(year, 6, 30), 1), ("下", Date(year, 12, 31), 2)):
            known = _recorded(assessment, row, target, (year,))
            by_cutoff = asked_by(measure, (year,), cutoff)
            needed = measure.limit * times
            yield Counted(row, target, f"{year}{label}", day, needed, *known, by_cutoff)
        return
    years: tuple[int, ...] = (year,)
    if measure.per == "2年":
        first = year - (year - assessment.catalogue.campaign.window[0]) % 2
        years = (first, first + 1)
    label = "-".join(map(str, years))
    known = _recorded(assessment, row, target, years)
    last, by_cutoff = Date(years[-1], 12, 31), asked_by(measure, years, cutoff)
    yield Counted(row, target, label, last, measure.limit, *known, by_cutoff)


def _recorded(
    assessment: Assessment, row: Row, target: Target, years: tuple[int, ...]
) -> tuple[Fraction, bool]:
    """Return the sum of the years' numbers, and whether entries differ on one of them.

    Entries that state the same number of a year are one statement (docs/states.md); where they
    differ none is taken.
    """
    entries = list(_figures(assessment, row))
    total, doubtful = Fraction(), False
    for year in years:
        own = [[f for f in each if f.year == year and f.item == target.item] for each in entries]
        values = {value for figures in own if (value := value_of(figures, COUNT))}
        doubtful = doubtful or len(values) > 1
        total += next(iter(values))[0] if len(values) == 1 else 0
    return total, doubtful


def _figures(assessment: Assessment, row: Row) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures of each entry that a row, or the row it shares, may count."""
    rows = {row.indicator.key, row.shares} - {""}
    for standing in assessment.standings.values():
        for claim in standing.entry.claims:
            key = assessment.catalogue.material(claim.material).partition("-")[0]
            if rows & {key, *claim.names} and prove(standing, claim) in GOOD:
                yield standing.entry.figures
                break


def number(value: Fraction) -> str:
    """Return a number as people write it: 4, 1.5."""
    return str(value.numerator) if value.denominator == 1 else f"{math.floor(value * 10) / 10:g}"
