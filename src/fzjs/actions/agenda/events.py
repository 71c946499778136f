"""`fzjs calendar event|ended`: what starts a limit, and when it came to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fzjs.actions.agenda.shared import NEXT, added, folder_of, kept, line, moment_of, office_of
from fzjs.actions.desk import Desk, words
from fzjs.actions.names import NONE
from fzjs.assess.calendar.limits import Limit, limits, reversed_, run
from fzjs.assess.measure import HOUR, limit
from fzjs.diagnostic import FzjsError, Location, RefusedError
from fzjs.facts import Event, Moment, fold
from fzjs.models.agenda import Agenda
from fzjs.models.agenda import Event as RecordedEvent
from fzjs.nearest import nearest
from fzjs.repository import Document, Role
from fzjs.store import Change, set_value

_NOWHERE = Location("")


class Started(NamedTuple):
    """A 事件 as typed."""

    name: str
    start: str
    indicator: str = ""
    item: str = ""
    limit: str = ""
    source: str = ""
    end: str = ""
    office: str = ""


def event(desk: Desk, said: Started) -> list[str]:
    """Write an event that starts a limit. Returns what to print: when the limit runs out.

    Raises FzjsError for names, times and limits; RefusedError where the same stands there.
    """
    name = words(said.name, "事项", "某办法合法性审核")
    if not said.start:
        raise FzjsError(f"写明哪天起算：--start 2021-03-01。{NONE}")
    office = office_of(desk, said.office)
    start = moment_of(desk, said.start, "--start")
    end = moment_of(desk, said.end, "--end") if said.end else None
    indicator, item = _item(desk, said)
    made = Event(
        name, fold(indicator), item, said.limit.strip(), line(said.source), start, end,
        folder_of(desk, office), _NOWHERE, _NOWHERE, _NOWHERE,
    )  # fmt: skip
    found = _limits(desk, made)
    _refuse_times(found, start, end)
    for each in desk.assessment.repository.agenda.events:
        if (each.name, each.start.day, each.office) == (name, start.day, made.office):
            raise RefusedError(f"“{name}”{start.day} 起的已经记过（{each.place}）。{NONE}")
    data = kept({
        "事项": name, "指标": indicator, "项目": item, "限": made.limit, "出处": made.source,
        "起": str(start), "止": str(end) if end else "",
    })  # fmt: skip
    change = added(desk, office, start.day, "事件", data)
    said_of = [_told(each, start, end) for each in found]
    return [f"已记 {change.file}：{name}", *said_of, *desk.carry_out([change], [NEXT])]


def ended(desk: Desk, typed: str, end: str, office: str) -> list[str]:
    """Write the day on which an event ended. Returns what to print: whether the limit was kept.

    Raises FzjsError for names and times; RefusedError where it has ended already.
    """
    full = folder_of(desk, office_of(desk, office))
    moment = moment_of(desk, end or desk.today.isoformat(), "--end")
    document, i = _running(desk, typed, full if office else None, str(moment))
    record: Agenda = document.record
    one = record.events[i]
    if one.end:
        said = f"“{one.name}”已经记了 {one.end} 办结（{document.file}）"
        if not end or _end(one) == str(moment):
            return [f"{said}。{NONE}"]
        raise RefusedError(f"{said}，不是 {moment}。写错的，在那里改。{NONE}")
    start = Moment(one.start.day, one.start.time)
    fact = Event(
        one.name, fold(one.indicator or ""), one.item or "", one.limit or "", one.source or "",
        start, moment, "", _NOWHERE, _NOWHERE, _NOWHERE,
    )  # fmt: skip
    found = limits(fact, desk.assessment.catalogue)
    _refuse_times(found, start, moment)
    raw = desk.raw(document.file)
    keys = ("事件", i, "止")
    change = Change(document.file, raw, set_value(raw, document.file, keys, str(moment), "起"))
    told = [_told(each, start, moment) for each in found]
    said = f"已记 {document.file}：{one.name}，{moment} 办结"
    return [said, *told, *desk.carry_out([change], [NEXT])]


def _item(desk: Desk, said: Started) -> tuple[str, str]:
    """Return the 编号 and the item whose limit is meant, "" where it is typed. Raises FzjsError."""
    if said.limit:
        if said.indicator or said.item:
            raise FzjsError(f"--limit 和 --indicator、--item 只写一种。{NONE}")
        if not limit(said.limit.strip()):
            raise FzjsError(f"--limit：“{said.limit}”写成 ≤15工作日、≤30日、≤5小时 这样。{NONE}")
        if not said.source.strip():
            raise FzjsError(f"写明 --limit 出自哪份文件哪句话：--source。{NONE}")
        return "", ""
    if not said.indicator:
        raise FzjsError(
            f"写明限多久：--indicator 31（限写在指标里的），或 --limit ≤5小时 --source 出处。{NONE}"
        )
    row = desk.assessment.catalogue.rows.get(fold(said.indicator))
    if row is None:
        raise FzjsError(f"没有“{said.indicator}”这项指标。{NONE}")
    number = row.indicator.number
    items = list(dict.fromkeys(t.item for t in row.indicator.targets if limit(t.demand)))
    if not items:
        raise FzjsError(f"指标 {number} 没有时限的量化要求；用 --limit 和 --source 写。{NONE}")
    if said.item in items or (not said.item and len(items) == 1):
        return number, said.item or items[0]
    guess = nearest(said.item, items) if said.item else ""
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(
        f"--item 写指标 {number} 的哪一项时限。{hint}可以写：{'、'.join(items)}。{NONE}"
    )


def _limits(desk: Desk, made: Event) -> tuple[Limit, ...]:
    found = limits(made, desk.assessment.catalogue)
    if not found:
        raise FzjsError(f"限太长，算不出哪天到期。{NONE}")
    return found


def _refuse_times(found: Sequence[Limit], start: Moment, end: Moment | None) -> None:
    """Raise FzjsError where hours lack a time, or the end is before the beginning."""
    hours = any(each.measure.unit == HOUR for each in found)
    for option, moment in (("--start", start), ("--end", end)):
        if hours and moment and not moment.time:
            raise FzjsError(
                f'{option}：限按小时算，要写几点几分，如 "{moment.day} 09:30"（连引号）。{NONE}'
            )
    if reversed_(start, end):
        raise FzjsError(f"--end：{end} 早于起算的 {start}。{NONE}")


def _told(each: Limit, start: Moment, end: Moment | None) -> str:
    """Say when a limit runs out, or whether it was kept."""
    found = run(each, start, end)
    if found is None:
        return f"  {each.demand}：要写几点几分"
    guessed = "" if found.known else "（节假日表没有那一年，按周一至周五算）"
    if found.kept is None:
        what = "最晚" if each.measure.sign == "≤" else "最早"
        return f"  {each.demand}：{what} {found.due} 办结{guessed}"
    kept = "合限" if found.kept else "不合限"
    return f"  {each.demand}：用了{found.took}，{kept}{guessed}"


def _end(one: RecordedEvent) -> str:
    return str(Moment(one.end.day, one.end.time)) if one.end else ""


def _running(desk: Desk, typed: str, folder: str | None, end: str) -> tuple[Document, int]:
    """Return the file and place of the event that is meant: one that runs, else one of that end.

    Raises FzjsError with the names.
    """
    name = " ".join(typed.split())
    every = [
        (document, i, one)
        for document in desk.assessment.repository.documents
        if document.role is Role.AGENDA and document.record
        for i, one in enumerate(document.record.events)
        if folder is None or document.file.startswith(f"evidence/{folder}/" if folder else "")
    ]
    exact = [each for each in every if each[2].name == name]
    found = exact or [each for each in every if name and name in each[2].name]
    running = [each for each in found if not each[2].end]
    running = running or [each for each in found if _end(each[2]) == end] or found
    if len(running) == 1:
        desk.refuse_broken(running[0][0].file)
        return running[0][:2]
    if running:
        named = "；".join(f"{one.name}（{one.start} 起，{d.file}）" for d, _, one in running)
        raise FzjsError(f"“{typed}”不止一件：{named}。把事项写全，或写 --office。{NONE}")
    open_ = [one.name for _, _, one in every if not one.end]
    guess = nearest(name, open_)
    hint = f"是不是“{guess}”？" if guess else ""
    listed = f"没有办结的：{'、'.join(open_)}。" if open_ else "没有等办结的事件。"
    raise FzjsError(f"没有“{typed}”这件事。{hint}{listed}{NONE}")
