"""Which problem a text means, and where it is written."""

from __future__ import annotations

import datetime

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess import Followed
from fzjs.diagnostic import FzjsError, KeyPath
from fzjs.reports.named import document
from fzjs.reports.problems import problem_named


def problem_meant(desk: Desk, typed: str) -> Followed:
    """Return a problem by its number, as `2021-02-双月检查/1`, or `1` where no other has it.

    Raises as `problem_named`, and RefusedError where its file has faults.
    """
    found = problem_named(desk.assessment, typed, NONE)
    desk.refuse_broken(found.problem.place.file)
    return found


def place_of(desk: Desk, each: Followed) -> tuple[str, KeyPath]:
    """Return the file and the key path of a problem."""
    file, number = each.problem.place.file, each.problem.id.rpartition("/")[2]
    found = document(desk.assessment, file)
    problems = found.record.problems if found and found.record else ()
    at = next(i for i, item in enumerate(problems) if str(item.number) == number)
    return file, ("问题", at)


def not_before(day: datetime.date, first: datetime.date, what: str, option: str = "--date") -> None:
    """Raise FzjsError for a day before the one that it follows."""
    if day < first:
        raise FzjsError(f"{option}：{day} 早于{what} {first}。{NONE}")
