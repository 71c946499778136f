"""When an entry was returned: what came after a ledger was filled in is not the ledger's fault."""

from __future__ import annotations

from collections.abc import Mapping

from fzjs.assess import Assessment, Standing
from fzjs.assess.standing import returned
from fzjs.facts import Date


def reopened(assessment: Assessment) -> dict[str, Date]:
    """Return the day on which an open problem was found, by its entry."""
    found: dict[str, Date] = {}
    for problem in assessment.repository.problems:
        if problem.found and not problem.closed:
            day = found.setdefault(problem.subject, problem.found)
            found[problem.subject] = min(day, problem.found)
    return found


def returned_on(standing: Standing, problems: Mapping[str, Date]) -> Date | None:
    """Return the day on which an entry that is 已退回 was returned, or a problem reopened it."""
    if standing.state != "已退回":
        return None
    review = standing.review if returned(standing) else None
    return review.date if review else problems.get(standing.entry.id)
