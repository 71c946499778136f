"""When something was taken back: what came after a ledger was filled in is not its fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fzjs.assess import Assessment, Followed, Standing
from fzjs.assess.reopened import reopens
from fzjs.assess.standing import returned
from fzjs.facts import Date


def reopened(assessment: Assessment) -> dict[str, Date]:
    """Return the day on which an open problem reopened it, by entry; the first of several."""
    return _first((each.problem.entry, day) for each, day in _opened(assessment))


def pieces_reopened(assessment: Assessment) -> dict[str, Date]:
    """Return the day on which a problem about its material reopened it, by the key of an 应报件."""
    return _first(
        (due.key, day)
        for each, day in _opened(assessment)
        for due in reopens(each.problem, (m.due for m in assessment.met), assessment.catalogue)
    )


def _opened(assessment: Assessment) -> Iterator[tuple[Followed, Date]]:
    """Yield each open problem with the day since which it is: of the last 反弹, if there is one."""
    for each in assessment.followed:
        if each.is_open:
            again = [step.date for step in each.steps if step.result == "反弹"]
            yield each, max(again, default=each.problem.found)


def _first(found: Iterator[tuple[str, Date]]) -> dict[str, Date]:
    days: dict[str, Date] = {}
    for key, day in found:
        days[key] = min(day, days.get(key, day))
    return days


def returned_on(standing: Standing, problems: Mapping[str, Date]) -> Date | None:
    """Return the day on which an entry that is 已退回 was returned, or a problem reopened it."""
    if standing.state != "已退回":
        return None
    review = standing.review if returned(standing) else None
    return review.date if review else problems.get(standing.entry.id)
