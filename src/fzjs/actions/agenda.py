"""`fzjs calendar done|event|ended`: what was carried out, and what starts and ends a limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from fzjs.actions import newfile
from fzjs.actions.desk import Desk, words
from fzjs.assess.calendar.known import Known, known
from fzjs.assess.calendar.limits import Limit, limits, reversed_, run
from fzjs.assess.measure import HOUR, limit
from fzjs.diagnostic import FzjsError, Location, RefusedError
from fzjs.facts import Date, Event, Moment, fold
from fzjs.models.agenda import Agenda, Term, When
from fzjs.nearest import nearest
from fzjs.reports.named import office_folder, office_named
from fzjs.repository import Document, Role
from fzjs.source.emit import Value
from fzjs.store import Change, append, set_value

_NONE = "没有改动。"
_NEXT = "接下来：提交（git commit）；fzjs calendar 看还有哪些。"
_TERM: TypeAdapter[str] = TypeAdapter(Term)
_WHEN: TypeAdapter[tuple[Date, object]] = TypeAdapter(When)
_NOWHERE = Location("")
Typed = TypeVar("Typed")


class Carried(NamedTuple):
    """A 办理 as typed."""

    duty: str
    term: str = ""
    day: str = ""
    note: str = ""
    proof: str = ""
    office: str = ""


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


def done(desk: Desk, said: Carried) -> list[str]:
    """Write that a duty was carried out for a period. Returns what to print.

    Raises FzjsError for names, periods and dates; RefusedError where it is recorded otherwise, or
    elsewhere.
    """
    duty = _duty(desk, said.duty)
    day = desk.day(said.day, "--date")
    term = _term(desk, duty, said.term, day)
    office = _office(desk, said.office)
    if (
        duty.offices
        and office
        and office not in map(desk.assessment.catalogue.office, duty.offices)
    ):
        raise RefusedError(f"“{duty.name}”由{'、'.join(duty.offices)}办，不是{office}。{_NONE}")
    label = f"{duty.name} {term}".strip()
    for each in desk.assessment.repository.agenda.done:
        if (each.duty, each.term, each.office) == (duty.name, term, _folder(desk, office)):
            if each.date == day:
                return [f"{label} 已经记过了，{each.date} 办（{each.place.file}），{_NONE}"]
            raise RefusedError(
                f"{label} 已经记过，写的是 {each.date} 办（{each.place}）。"
                f"日期写错的，在那里改。{_NONE}"
            )
    item = _kept({
        "任务": duty.name, "期": term, "日期": day.isoformat(), "说明": _line(said.note),
        "凭据": _line(said.proof),
    })  # fmt: skip
    change = _added(desk, office, day, "办理", item)
    return [f"已记 {change.file}：{label}，{day} 办", *desk.carry_out([change], [_NEXT])]


def event(desk: Desk, said: Started) -> list[str]:
    """Write an event that starts a limit. Returns what to print: when the limit runs out.

    Raises FzjsError for names, times and limits; RefusedError where the same stands there.
    """
    name = words(said.name, "事项", "某办法合法性审核")
    if not said.start:
        raise FzjsError(f"写明哪天起算：--start 2021-03-01。{_NONE}")
    office = _office(desk, said.office)
    start = _moment(desk, said.start, "--start")
    end = _moment(desk, said.end, "--end") if said.end else None
    indicator, item = _item(desk, said)
    made = Event(
        name, fold(indicator), item, said.limit.strip(), _line(said.source), start, end,
        _folder(desk, office), _NOWHERE, _NOWHERE, _NOWHERE,
    )  # fmt: skip
    found = _limits(desk, made)
    _refuse_times(found, start, end)
    for each in desk.assessment.repository.agenda.events:
        if (each.name, each.start.day, each.office) == (name, start.day, made.office):
            raise RefusedError(f"“{name}”{start.day} 起的已经记过（{each.place}）。{_NONE}")
    data = _kept({
        "事项": name, "指标": indicator, "项目": item, "限": made.limit, "出处": made.source,
        "起": str(start), "止": str(end) if end else "",
    })  # fmt: skip
    change = _added(desk, office, start.day, "事件", data)
    said_of = [_told(each, start, end) for each in found]
    return [f"已记 {change.file}：{name}", *said_of, *desk.carry_out([change], [_NEXT])]


def ended(desk: Desk, typed: str, end: str, office: str) -> list[str]:
    """Write the day on which an event ended. Returns what to print: whether the limit was kept.

    Raises FzjsError for names and times; RefusedError where it has ended already.
    """
    full = _folder(desk, _office(desk, office))
    document, i = _running(desk, typed, full if office else None)
    record: Agenda = document.record
    one = record.events[i]
    if one.end:
        raise RefusedError(
            f"“{one.name}”已经记了 {one.end} 办结（{document.file}）。写错的，在那里改。{_NONE}"
        )
    moment = _moment(desk, end or desk.today.isoformat(), "--end")
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
    return [said, *told, *desk.carry_out([change], [_NEXT])]


def _duty(desk: Desk, typed: str) -> Known:
    """Return the duty of a name. Raises FzjsError, where it is recorded elsewhere too."""
    every, name = known(desk.assessment), " ".join(typed.split())
    found = every.get(name)
    if found and found.elsewhere:
        raise FzjsError(f"{found.elsewhere}。{_NONE}")
    if found:
        return found
    choices = [each.name for each in every.values() if not each.elsewhere]
    guess = nearest(name, choices)
    hint = f"是不是“{guess}”？" if guess else ""
    listed = f"\n可以写：{'、'.join(choices)}" if choices else "fzjs.yaml 里没有周期任务和期限。"
    raise FzjsError(f"没有“{typed}”这个任务。{hint}{_NONE}{listed}")


def _term(desk: Desk, duty: Known, typed: str, day: Date) -> str:
    """Return a 期 of the duty. Raises FzjsError: which period is meant is never guessed."""
    if not duty.cycles:
        if typed:
            raise FzjsError(f"“{duty.name}”只有一个日子，不写 --period。{_NONE}")
        return ""
    anchor = desk.assessment.catalogue.campaign.window[0]
    wanted = duty.wrong_term("", day, anchor)
    if not typed:
        raise FzjsError(f"写明办的是哪一期：--period，{day} 所在的一期写 {wanted}。{_NONE}")
    term = _typed(_TERM, typed, "--period")
    if duty.wrong_term(term, day, anchor):
        raise FzjsError(
            f"“{duty.name}”是{'、'.join(duty.cycles)}的，期写成 {wanted} 的样子，"
            f"不是“{typed}”。{_NONE}"
        )
    return term


def _typed(adapter: TypeAdapter[Typed], typed: str, option: str) -> Typed:
    try:
        return adapter.validate_python(typed)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        said = f"{context.get('message', '写法不对')}。{context.get('hint', '')}"
        raise FzjsError(f"{option}：{said}。{_NONE}") from error


def _moment(desk: Desk, typed: str, option: str) -> Moment:
    """Return a time up to today. Raises FzjsError with what to type instead."""
    found = Moment(*_typed(_WHEN, " ".join(typed.split()), option))  # type: ignore[arg-type]  # a pair
    if found.day > desk.today:
        raise FzjsError(f"{option}：{found.day} 还没有到，今天是 {desk.today}。{_NONE}")
    return found


def _office(desk: Desk, typed: str) -> str:
    return office_named(desk.assessment, typed) if typed else ""


def _folder(desk: Desk, office: str) -> str:
    return office_folder(desk.assessment, office) if office else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _kept(data: Mapping[str, str]) -> dict[str, Value]:
    return {key: value for key, value in data.items() if value}


def _item(desk: Desk, said: Started) -> tuple[str, str]:
    """Return the 编号 and the item whose limit is meant, "" where it is typed. Raises FzjsError."""
    if said.limit:
        if said.indicator or said.item:
            raise FzjsError(f"--limit 和 --indicator、--item 只写一种。{_NONE}")
        if not limit(said.limit.strip()):
            raise FzjsError(f"--limit：“{said.limit}”写成 ≤15工作日、≤30日、≤5小时 这样。{_NONE}")
        if not said.source.strip():
            raise FzjsError(f"写明 --limit 出自哪份文件哪句话：--source。{_NONE}")
        return "", ""
    if not said.indicator:
        raise FzjsError(
            "写明限多久：--indicator 31（限写在指标里的），或 --limit ≤5小时 --source 出处。"
            f"{_NONE}"
        )
    row = desk.assessment.catalogue.rows.get(fold(said.indicator))
    if row is None:
        raise FzjsError(f"没有“{said.indicator}”这项指标。{_NONE}")
    number = row.indicator.number
    items = list(dict.fromkeys(t.item for t in row.indicator.targets if limit(t.demand)))
    if not items:
        raise FzjsError(f"指标 {number} 没有时限的量化要求；用 --limit 和 --source 写。{_NONE}")
    if said.item in items or (not said.item and len(items) == 1):
        return number, said.item or items[0]
    guess = nearest(said.item, items) if said.item else ""
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(
        f"--item 写指标 {number} 的哪一项时限。{hint}可以写：{'、'.join(items)}。{_NONE}"
    )


def _limits(desk: Desk, made: Event) -> tuple[Limit, ...]:
    found = limits(made, desk.assessment.catalogue)
    if not found:
        raise FzjsError(f"限太长，算不出哪天到期。{_NONE}")
    return found


def _refuse_times(found: Sequence[Limit], start: Moment, end: Moment | None) -> None:
    """Raise FzjsError where hours lack a time, or the end is before the beginning."""
    hours = any(each.measure.unit == HOUR for each in found)
    for option, moment in (("--start", start), ("--end", end)):
        if hours and moment and not moment.time:
            raise FzjsError(
                f'{option}：限按小时算，要写几点几分，如 "{moment.day} 09:30"（连引号）。{_NONE}'
            )
    if reversed_(start, end):
        raise FzjsError(f"--end：{end} 早于起算的 {start}。{_NONE}")


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


def _running(desk: Desk, typed: str, folder: str | None) -> tuple[Document, int]:
    """Return the file and place of the event that is meant. Raises FzjsError with the names."""
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
    running = [each for each in found if not each[2].end] or found
    if len(running) == 1:
        desk.refuse_broken(running[0][0].file)
        return running[0][:2]
    if running:
        named = "；".join(f"{one.name}（{one.start} 起，{d.file}）" for d, _, one in running)
        raise FzjsError(f"“{typed}”不止一件：{named}。把事项写全，或写 --office。{_NONE}")
    open_ = [one.name for _, _, one in every if not one.end]
    guess = nearest(name, open_)
    hint = f"是不是“{guess}”？" if guess else ""
    listed = f"没有办结的：{'、'.join(open_)}。" if open_ else "没有等办结的事件。"
    raise FzjsError(f"没有“{typed}”这件事。{hint}{listed}{_NONE}")


def _added(desk: Desk, office: str, day: Date, key: str, item: dict[str, Value]) -> Change:
    """Return the change that adds a record to the year's file of 日程, which is made if missing."""
    folder = _folder(desk, office)
    file = f"evidence/{folder}/日程/{day.year}.yaml" if folder else f"evidence/日程/{day.year}.yaml"
    if not (desk.tree.root / file).exists():
        sample = desk.assessment.repository.campaign.sample
        data: dict[str, Value] = {key: [item]}
        return Change(file, None, newfile.text(desk.tree, file, "agenda", data, sample=sample))
    desk.refuse_broken(file)
    raw = desk.raw(file)
    return Change(file, raw, append(raw, file, (key,), item))
