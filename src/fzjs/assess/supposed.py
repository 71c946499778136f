"""What if: the assessment as it would be, were some entries or 应报件 passed.

A supposition is computed as everything else is, from facts: a supposed review stands for the one
that is not there yet, so that what is unsound, or has an open problem, does not count here either.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from fzjs.assess.assessment import Assessment, Supposed, assess
from fzjs.assess.standing import reviewer_of
from fzjs.facts import Entry, Review, Reviewed


def suppose(assessment: Assessment, entries: Iterable[str] = (), owed: Supposed = ()) -> Assessment:
    """Return the assessment in which entries are handed in and passed; nothing is written.

    `owed` are 应报件 taken as 已通过 whatever is there, each for an indicator; they bring no
    figures.
    """
    repository = assessment.repository
    changed = {name: _handed_in(repository.entries[name], assessment.today) for name in entries}
    reviews = {name: _review(entry, assessment) for name, entry in changed.items()}
    supposed = repository._replace(
        entries={**repository.entries, **changed}, reviews={**repository.reviews, **reviews}
    )
    day, clock = assessment.today, assessment.clock
    return assess(supposed, day, clock, frozenset(owed), assessment.catalogue)


def _handed_in(entry: Entry, today: datetime.date) -> Entry:
    """Return an entry handed in, and obtained where another body is to issue it."""
    if entry.waits_for:
        entry = entry._replace(waits_for="", received=today)
    return entry if entry.state == "已提交" else entry._replace(state="已提交")


def _review(entry: Entry, assessment: Assessment) -> Review:
    """Return the review that would pass an entry as it stands today."""
    return Review(
        entry=entry.id,
        file="",
        date=assessment.today,
        office=reviewer_of(entry.office, assessment.catalogue),
        passed=True,
        reasons=(),
        fingerprint=entry.fingerprint,
        claims=tuple(Reviewed(c.material, c.period, 0, c.fingerprint, "") for c in entry.claims),
        place=entry.places[""],
    )
