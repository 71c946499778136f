"""What every command that changes records works on: the day's assessment, names, one way to write.

Every command first works out all new texts, looks at the repository as it would be, and only then
writes; so what it prints of the consequences is what `status` will say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from fzjs.actions.names import NONE
from fzjs.assess import Assessment, Followed, Met, Standing, assess
from fzjs.diagnostic import Fault, FzjsError, RefusedError, os_reason
from fzjs.models.base import Date
from fzjs.reports import named
from fzjs.reports.wording import periods
from fzjs.repository import HARMLESS, Memory, load_sound
from fzjs.repository.layout import name_of
from fzjs.rules import text_personal_data
from fzjs.store import Change, Move, Staged, apply
from fzjs.tree import Tree

_DATE: TypeAdapter[datetime.date] = TypeAdapter(Date)


class Desk(NamedTuple):
    """The campaign on its day; `here` is the folder from which relative paths are typed.

    `memo` has what files of the same bytes gave.
    """

    assessment: Assessment
    faults: tuple[Fault, ...]
    here: Path
    memo: Memory | None = None

    @property
    def tree(self) -> Tree:
        """The worktree that is changed."""
        return self.assessment.repository.worktree

    @property
    def today(self) -> datetime.date:
        """The campaign's day."""
        return self.assessment.today

    def raw(self, file: str) -> bytes:
        """Return a file's bytes. Raises FzjsError."""
        try:
            return self.tree.read(file)
        except OSError as error:
            raise FzjsError(f"打不开 {file}：{os_reason(error)}。没有改动。") from error

    def refuse_broken(self, file: str) -> None:
        """Raise RefusedError with the faults of a file that must be mended before it is changed."""
        named.refuse_broken(self.faults, file, NONE)

    def data(self, file: str) -> dict[str, Any]:
        """Return what a file of records says, as text; {} where there is no such file."""
        found = named.document(self.assessment, file)
        data = found.source.data if found and found.record else None
        return data if isinstance(data, dict) else {}

    def entry(self, typed: str) -> Standing:
        """Return an entry by any of its names. Raises as `entry_named` and `refuse_broken`."""
        file = named.entry_named(self.assessment, self.here, typed).file
        self.refuse_broken(file)
        return self.assessment.standings[name_of(file)]

    def entries(self, typed: Iterable[str]) -> list[Standing]:
        """Return entries, each once, in the order typed. Raises as `entry`."""
        found = [self.entry(each) for each in typed]
        return list({standing.entry.id: standing for standing in found}.values())

    def preview(self, changes: Sequence[Change], moves: Sequence[Move] = ()) -> Assessment:
        """Return what will be computed once the changes are written."""
        ids = self.tree.seen().ids if self.tree.ids else {}  # others may have written meanwhile
        staged = Staged.over(self.tree.root, changes, moves=moves, ids=ids)
        repository, faults = load_sound(staged, self.memo)
        files = {change.file for change in changes}
        for fault in faults:
            if fault.location.file in files and fault.rule not in HARMLESS:
                raise RefusedError(f"{fault.message}。{fault.hint}。没有改动。")
        return assess(repository, self.today)

    def carry_out(
        self, changes: Sequence[Change], closing: Sequence[str], moves: Sequence[Move] = ()
    ) -> list[str]:
        """Write the changes; return what becomes of entries and 应报件, then the closing words."""
        changes = [change for change in changes if change.before != change.after]
        if not changes and not moves:
            return []
        later = self.preview(changes, moves)
        _refuse_faulty(changes, self.assessment, later)
        apply(self.tree, changes, moves)
        return [*consequences(self.assessment, later, moves), *closing]

    def day(self, typed: str, option: str) -> datetime.date:
        """Return a date in the one form, today where none is typed; no day that is yet to come.

        Raises FzjsError with what to type instead, as the format does.
        """
        if not typed:
            return self.today
        found = date(typed, option)
        if found > self.today:
            raise FzjsError(f"{option}：{found} 还没有到，今天是 {self.today}。没有改动。")
        return found


def _refuse_faulty(changes: Iterable[Change], before: Assessment, after: Assessment) -> None:
    """Raise RefusedError where a number of a person would come into a file."""
    files = {change.file for change in changes}
    had, has = (
        [
            found.message
            for document in assessment.repository.documents
            if document.file in files
            for found in text_personal_data.find(document)
        ]
        for assessment in (before, after)
    )
    if len(has) > len(had):
        new = next((message for message in has if message not in had), has[-1])
        raise RefusedError(f"{new}。去掉号码再来一遍。没有改动。")


def date(typed: str, option: str) -> datetime.date:
    """Return a date in the one form. Raises FzjsError with the hint that the format gives."""
    try:
        return _DATE.validate_python(typed)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        message, hint = context.get("message", "日期不对"), context.get("hint", "")
        raise FzjsError(f"{option}：{message}。{hint}。没有改动。") from error


def words(typed: str, option: str, example: str) -> str:
    """Return words that must not be blank. Raises FzjsError."""
    text = " ".join(typed.split())
    if not text:
        raise FzjsError(f"{option} 后面是空的，写上话，如 {option} {example}。没有改动。")
    return text


def consequences(before: Assessment, after: Assessment, moves: Sequence[Move] = ()) -> list[str]:
    """Return a line for each entry, and each material's periods, that changed state or date.

    An entry that moved is followed to its new name.
    """
    lines = []
    staged = Staged.over(before.repository.tree.root, (), moves=moves)
    were = {name_of(staged.now(s.entry.file)): s for s in before.standings.values()}
    for name, standing in after.standings.items():
        old = were.get(name)
        if old and old.state != standing.state:
            lines.append(f"  条目 {name}：{old.state} → {standing.state}")
    old_states = {met.due.key: _state(before, met) for met in before.met}
    grouped: dict[tuple[str, str, str, str], list[str]] = {}
    for met in after.met:
        was, now = old_states.get(met.due.key, "（新增）"), _state(after, met)
        if was != now:
            key = (after.catalogue.label(met.due.material), met.due.office, was, now)
            grouped.setdefault(key, []).append(met.due.span.label)
    for (material, office, was, now), spans in grouped.items():
        whose = f"/{office}" if office else ""
        lines.append(f"  应报件 {material}/{periods(spans)}{whose}：{was} → {now}")
    return [*lines, *_problems(before, after)]


def _problems(before: Assessment, after: Assessment) -> Iterator[str]:
    """Yield the problems that changed state or date, and the indicators that are 达标 or not so."""
    had = {each.problem.id: _standing(each) for each in before.followed}
    has = {each.problem.id: _standing(each) for each in after.followed}
    for name, now in has.items():
        if had.get(name) != now:
            yield f"  问题 {name}：{had.get(name, '（新增）')} → {now}"
    for key, judged in after.indicators.items() if had != has else ():
        old = before.indicators.get(key)
        if old and old.attainment is not judged.attainment:
            number = judged.row.indicator.number
            yield f"  指标 {number} 自评：{old.attainment} → {judged.attainment}"


def _standing(each: Followed) -> str:
    late = "，逾期" if each.overdue else ""
    due = f"，时限{each.problem.due}" if each.is_open else ""
    return f"{each.state}{due}{late}"


def _state(assessment: Assessment, met: Met) -> str:
    if met.due.excused:
        return "不适用"
    late = "，逾期" if assessment.overdue(met) else ""
    extended = f"，延期至{met.due.due}" if met.due.batch == "延期" else ""
    return f"{met.state}{extended}{late}"
