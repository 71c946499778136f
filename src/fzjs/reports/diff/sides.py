"""The two sides of `fzjs diff`: which commits are meant, on which day each is looked at."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from fzjs.assess import Assessment, assess
from fzjs.diagnostic import Fault, FzjsError
from fzjs.reports.dated import day_typed
from fzjs.repository import Memo, Repository, load_sound
from fzjs.tree import (
    AnyTree,
    Commit,
    Edit,
    Line,
    Objects,
    Tree,
    commit_of,
    edits,
    is_before,
    line,
    made_on,
    touched,
    unknown,
    whole,
)

NOW = "现在"
NOT_COMMITTED = "未提交"
_LIKE_DATE = re.compile(r"[12]\d{3}\D.*")
"""What is meant as a day, right or wrong; eight digits may be a commit."""


class Side(NamedTuple):
    """One side: `said` is what was typed, `day` the one whose end it stands for.

    `own` is what `fzjs status` said on that day; `at` is the same files on the day of both.
    """

    said: str
    tree: AnyTree
    made: str
    day: datetime.date
    faults: tuple[Fault, ...]
    own: Assessment
    at: Assessment


class Sides(NamedTuple):
    """Before and after, on one `day`; `held` is what is there after by the settings before.

    `edits` are the files that differ, `touched` says which commit did; the newest has rank 0.
    """

    before: Side
    after: Side
    day: datetime.date
    held: Assessment
    edits: tuple[Edit, ...]
    touched: dict[str, tuple[int, str]]
    notes: tuple[str, ...]

    def source(self, *files: str) -> str:
        """Return the commit that touched one of some files last, "" where none did."""
        known = [self.touched[file] for file in files if file in self.touched]
        return min(known, default=(0, ""))[1]


class _Meant(NamedTuple):
    """A side before it is read; `name` is "" for the working tree."""

    said: str
    name: str
    day: datetime.date
    made: str


def sides(tree: Tree, first: str | datetime.date, second: str, today: datetime.date) -> Sides:
    """Read both and assess them on one day, the later of theirs.

    One day for both, as the gate has it: else lateness would be taken for what someone did. A
    side's day is its 基准日, else the day typed, else that of its commit; of the working tree it is
    today. `second` is "" for the working tree. Raises FzjsError.
    """
    known = line(tree.root, today)
    if isinstance(first, str) and not second:
        first, _, second = first.partition("..")  # as git has it: A..B
    first = first or "HEAD"  # as git has it: ..B
    old, new = (_meant(tree, each, known, today) for each in (first, second))
    objects, memo = Objects(tree.root), Memo()
    trees = [
        whole(Commit(tree.root, each.name, objects)) if each.name else tree for each in (old, new)
    ]
    read = [_read(each, one, memo) for each, one in zip((old, new), trees, strict=True)]
    days = [
        repository.campaign.today or each.day
        for each, (repository, _) in zip((old, new), read, strict=True)
    ]
    day = max(days)
    before, after = (
        _side(each, one, found, own, day)
        for each, one, found, own in zip((old, new), trees, read, days, strict=True)
    )
    base = trees[0]
    assert isinstance(base, Commit)  # noqa: S101  # `first` is never the working tree
    asked = before.own.repository.campaign._replace(offices=after.own.repository.campaign.offices)
    held = assess(after.own.repository._replace(campaign=asked), day)
    return Sides(
        before=before,
        after=after,
        day=day,
        held=held,
        edits=edits(after.tree, base),
        touched=_touched(tree, old, new, objects),
        notes=tuple(_notes(tree, old, new, (known, before, after))),
    )


def _meant(tree: Tree, typed: str | datetime.date, known: Line, today: datetime.date) -> _Meant:
    """Return the commit that a branch, tag, id or day stands for. Raises FzjsError."""
    if isinstance(typed, datetime.date):
        return _on(typed.isoformat(), typed, known, today)
    if not typed:
        return _Meant(NOW, "", today, "")
    day, name = day_typed(typed), commit_of(tree.root, typed)
    if name and _LIKE_DATE.fullmatch(typed):
        raise FzjsError(
            f"“{typed}”是日期，git 里又有叫这个名字的。要日期的，写 --since {typed}；"
            f"要分支或标签的，写全名，如 refs/heads/{typed}。"
        )
    if day and not name:
        return _on(typed, day, known, today)
    found = _named(tree, typed, name, known)
    return found._replace(day=min(found.day, today))


def _on(typed: str, day: datetime.date, known: Line, today: datetime.date) -> _Meant:
    if day > today:
        raise FzjsError(f"{typed} 还没有到，今天是 {today}。")
    step = known.at(day)
    if step is None:
        first = known.steps[0]
        more = "（这里是浅克隆：git fetch --unshallow 取全）" if known.shallow else ""
        raise FzjsError(
            f"到 {day} 为止还没有提交，第一次是 {first.day}（{first.name[:7]}）{more}。"
        )
    return _Meant(day.isoformat(), step.name, day, step.day.isoformat())


def _named(tree: Tree, typed: str, name: str, known: Line) -> _Meant:
    if not name:
        if _LIKE_DATE.fullmatch(typed):
            raise FzjsError(f"没有“{typed}”这一天。日期写成如 2021-02-01。")
        said = f"{unknown(tree.root, typed)}\n按日期比的，写成如 fzjs diff 2021-02-01。"
        raise FzjsError(said)
    step = next((each for each in known.steps if each.name == name), None)
    made = step.day if step else made_on(tree.root, name) or known.steps[-1].day
    return _Meant(typed, name, made, made.isoformat())


def _read(meant: _Meant, tree: AnyTree, memo: Memo) -> tuple[Repository, tuple[Fault, ...]]:
    try:
        return load_sound(tree, memo)
    except FzjsError as error:
        if not meant.name:
            raise
        reason = str(error).splitlines()[0]
        raise FzjsError(
            f"{meant.said}（提交 {meant.name[:7]}）的数据读不了：{reason}\n换一次提交再比；"
            "哪几周的读得了，看 fzjs history。"
        ) from error


def _side(
    meant: _Meant,
    tree: AnyTree,
    found: tuple[Repository, tuple[Fault, ...]],
    own: datetime.date,
    day: datetime.date,
) -> Side:
    repository, faults = found
    seen = assess(repository, own)
    at = seen if own == day else assess(repository, day)
    return Side(meant.said, tree, meant.made, own, faults, seen, at)


def _touched(tree: Tree, old: _Meant, new: _Meant, objects: Objects) -> dict[str, tuple[int, str]]:
    """Return by file what touched it last; what is not committed yet comes first."""
    head = new.name or commit_of(tree.root, "HEAD")
    found = touched(tree.root, old.name, head)
    ranks = {name: i for i, name in enumerate(dict.fromkeys(found.values()), 1)}
    ranked = {file: (ranks[name], name[:7]) for file, name in found.items()}
    if not new.name:
        for edit in edits(tree, Commit(tree.root, head, objects)):
            ranked |= {file: (0, NOT_COMMITTED) for file in (edit.file, edit.was) if file}
    return ranked


def _notes(tree: Tree, old: _Meant, new: _Meant, read: tuple[Line, Side, Side]) -> list[str]:
    """Say what the comparison does not show."""
    known, before, after = read
    found = []
    head = new.name or commit_of(tree.root, "HEAD")
    if old.name != head and not is_before(tree.root, old.name, head):
        turned = is_before(tree.root, head, old.name)
        found.append(
            "先写的比后写的晚，变化是倒着列的：两个调换一下"
            if turned
            else "两边不在一条线上，直接比两边的文件；来源只列后一边的提交"
        )
    for side in (before, after):
        files = {fault.location.file for fault in side.faults}
        if files:
            found.append(f"{side.said}有{len(files)}个文件写错、没有计入，如 {min(files)}")
    odd = {step.name: step.said for step in known.steps if step.said}
    found += [
        f"提交 {each.name[:7]} 写的时间 {odd[each.name]} 不会是真的，当作 {each.made}"
        for each in (old, new)
        if each.name in odd
    ]
    return found
