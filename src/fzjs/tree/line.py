"""The commits of the current branch, one after the other, with the days on which they were made."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs import git
from fzjs.diagnostic import FzjsError
from fzjs.tree.revision import commit_of

_TIMEOUT = 60
_PARTS = 3
"""What a line of the answer holds; before each stands one that only names the commit."""
_FIRST = datetime.date(2005, 4, 7)
"""git's own first commit; a clock that has lost its battery says 1970."""
_DAY = datetime.timedelta(days=1)


class Step(NamedTuple):
    """A commit, and its day; `said` is what its clock said where that cannot have been."""

    name: str
    day: datetime.date
    said: str = ""


class Line(NamedTuple):
    """The steps, oldest first; `shallow` where earlier ones were not brought by the clone.

    `broken` says why git could not go further back, "" where it came to the beginning.
    """

    steps: tuple[Step, ...]
    shallow: bool
    broken: str

    def at(self, day: datetime.date) -> Step | None:
        """Return the last step made by the end of a day, None where there is none yet."""
        return next((step for step in reversed(self.steps) if step.day <= day), None)


def line(root: Path, today: datetime.date) -> Line:
    """Return the first parents of HEAD: what a branch looked like after each merge.

    `rev-list`, not `log`: that one runs a program where the repository asks for signatures.
    Raises FzjsError where there is no git, or no commit yet.
    """
    inside = git.run(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        raise FzjsError(
            f"{root}：{git.refusal(inside)}。看不了历史；别的命令照常用。\n"
            "要留下历史，先 git init，再 git add . 和 git commit。"
        )
    if not commit_of(root, "HEAD"):
        raise FzjsError("这个仓库还没有一次提交，没有历史可看。先提交，再来看。")
    words = ("rev-list", "--first-parent", "--date=short", "--format=%H %ct %cd", "HEAD")
    listed = git.run(root, *words, timeout=_TIMEOUT)
    parts = [text.split(" ") for text in reversed(git.text(listed.stdout).splitlines())]
    made = [
        (name, int(seconds) if seconds.isdigit() else 0, day)
        for name, seconds, day in (part for part in parts if len(part) == _PARTS)
    ]
    if not made:
        raise FzjsError(f"读不了 git 的历史：{git.refusal(listed)}。")
    return Line(
        steps=dated(made, today),
        shallow=git.ask(root, "rev-parse", "--is-shallow-repository") == "true",
        broken=git.refusal(listed) if listed.returncode else "",
    )


def dated(made: Sequence[tuple[str, int, str]], today: datetime.date) -> tuple[Step, ...]:
    """Return commits with the days that can have been, from names, seconds and days as said.

    Nothing is made before git was, after today, or before what it follows. Of clocks that
    contradict each other the fewest are disbelieved; such a commit counts as made when the one
    before it was.
    """
    days = [_day(said) for _, _, said in made]
    last = today + _DAY  # further east it is tomorrow already
    able = [i for i, day in enumerate(days) if day is not None and _FIRST <= day <= last]
    believed = set(_rising([made[i][1] for i in able], able))
    known = next((day for i, day in enumerate(days) if i in believed), None) or today
    steps = []
    for i, (name, _, said) in enumerate(made):
        day = days[i]
        if i in believed and day is not None:
            known = day
        steps.append(Step(name, known, "" if i in believed else said or "看不懂的时间"))
    return tuple(steps)


def _day(said: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(said)
    except ValueError:
        return None


def _rising(values: Sequence[int], keys: Sequence[int]) -> list[int]:
    """Return the keys of the longest run of values that never falls."""
    ends: list[int] = []  # the smallest value that ends a run of each length
    places: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        at = bisect_right(ends, value)
        before.append(places[at - 1] if at else -1)
        ends[at : at + 1] = [value]
        places[at : at + 1] = [i]
    found = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(keys[at])
        at = before[at]
    return found
