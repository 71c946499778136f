"""Every 情况说明 that can be written at once, and what cannot be, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Met, Standing, sound
from fzjs.assess.period import claimed_years
from fzjs.reports import statement
from fzjs.reports.gaps import gather
from fzjs.reports.wording import distance


class Unwritten(NamedTuple):
    """A document that is not written, and why not."""

    what: str
    why: str


def build(assessment: Assessment, year: int | None = None) -> Iterator[dict[str, Any] | Unwritten]:
    """Yield the data of every statement that has a text, then what is owed and has none.

    With `year` only those that speak of it. Entries that were withdrawn are none.
    """
    found = [each for each in assessment.standings.values() if _counts(assessment, each, year)]
    for each in found:
        why = "由外单位出具" if each.entry.waits_for else statement.why_not(assessment, each.entry)
        if not why and not statement.body_of(assessment, each.entry):
            why = "条目里没有写“正文”"
        if why:
            yield Unwritten(each.entry.file, why)
        else:
            yield statement.from_entry(assessment, each)
    for gap in gather(assessment, (met for met in assessment.met if _lacks(met, year))):
        who = "、".join(gap.met[0].due.owners)
        left = distance(gap.due, assessment.today, provisional=gap.provisional)
        yield Unwritten(f"{gap.label} {gap.periods}（{who}，{left}）", "还没有登记条目")


def _counts(assessment: Assessment, standing: Standing, year: int | None) -> bool:
    entry, window = standing.entry, assessment.repository.campaign.window
    if entry.kind != sound.STATEMENT or entry.secret or standing.state == "撤回":
        return False
    years = {each for claim in entry.claims for each in claimed_years(claim.period, window)}
    return year is None or year in years


def _lacks(met: Met, year: int | None) -> bool:
    """Tell whether a statement is owed for which nothing was entered."""
    if met.due.kind != sound.STATEMENT or met.proofs:
        return False
    return year is None or year in met.due.span.years
