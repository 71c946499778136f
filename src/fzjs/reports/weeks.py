"""Weeks from Monday to Sunday, each with the last commit that was there by its end."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

from fzjs.tree import Line, Step

LONGEST = 4
"""Weeks without a commit that are shown one by one; of more, only the last."""
_WEEK = datetime.timedelta(days=7)


class Week(NamedTuple):
    """A week by its Sunday; `empty` weeks without a commit before it are not shown.

    `commits` counts those made in it: where there are none, `step` is of an earlier one.
    """

    last: datetime.date
    step: Step
    commits: int
    empty: int = 0


def sunday(day: datetime.date) -> datetime.date:
    """Return the last day of a day's week (ISO 8601: weeks begin on Monday)."""
    return day + datetime.timedelta(days=6 - day.weekday())


def weeks_of(
    line: Line,
    today: datetime.date | None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> list[Week]:
    """Return the weeks from the first commit to the last, or to `today` where one is given.

    `since` and `until` leave out the weeks before and after theirs. A commit whose week has a
    later one, in the order of the line, is not the week's last.
    """
    made: defaultdict[datetime.date, list[Step]] = defaultdict(list)
    for step in line.steps:
        made[sunday(step.day)].append(step)
    last = max((*made, sunday(today))) if today else max(made)
    if until:
        last = min(last, sunday(until))
    found: list[Week] = []
    quiet: list[Week] = []
    end, step = min(made), line.steps[0]
    while end <= last:
        here = made.get(end, [])
        step = here[-1] if here else step
        if since is None or end >= since:
            if here:
                found += _thinned(quiet)
                quiet = []
            (found if here else quiet).append(Week(end, step, len(here)))
        end += _WEEK
    return found + _thinned(quiet)


def _thinned(quiet: list[Week]) -> list[Week]:
    """Return what is shown of the weeks between two commits."""
    if len(quiet) <= LONGEST:
        return quiet
    return [quiet[-1]._replace(empty=len(quiet) - 1)]
