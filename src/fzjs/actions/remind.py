"""`fzjs remind 科室`: a reminder that was sent is recorded, and later how the office answered."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.accepted import refuse_rejected
from fzjs.actions.add.naming import safe
from fzjs.actions.desk import Desk, words
from fzjs.actions.names import NONE
from fzjs.assess import Met
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Reminder, fold_reference
from fzjs.reports.gaps import is_open
from fzjs.reports.named import office_named
from fzjs.reports.remind import next_times, sent, speaks_of, usual
from fzjs.reports.wording import periods
from fzjs.rules.campaign_unknown_subject import wrong
from fzjs.source.emit import Value
from fzjs.store import Change, set_value

_SHOWN = 5
"""Materials that are named in what is printed."""


class Typed(NamedTuple):
    """A reminder or an answer as typed."""

    office: str
    subjects: Sequence[str] = ()
    day: str = ""
    reply: str = ""


def remind(desk: Desk, typed: Typed) -> list[str]:
    """Record that an office was reminded, the how-manieth time. Returns what to print.

    Without subjects, of all that it has overdue or returned. Raises FzjsError for names and
    dates, RefusedError for what the office does not owe.
    """
    if typed.reply:
        raise FzjsError(f"--reply 和 --answered 一起写。{NONE}")
    office = office_named(desk.assessment, typed.office)
    day = desk.day(typed.day, "--date")
    met = (
        _given(desk, office, typed.subjects)
        if typed.subjects
        else usual(desk.assessment, office, day)
    )
    if not met:
        return [f"{office}到 {day} 没有逾期或退回的，用不着催，{NONE}"]
    before = sent(desk.assessment, office)
    labels = [each.due.label for each in met]
    if before and before[-1].date > day:
        last = before[-1]
        raise FzjsError(f"--date：{day} 早于第{last.times}次催办的 {last.date}。{NONE}")
    if before and before[-1].date == day and set(before[-1].subjects) == _folded(labels):
        return [f"{office}这一天已经记过第{before[-1].times}次，催的也是这几件，{NONE}"]
    times = next_times(before)
    file = f"evidence/催办/{safe(f'{day:%Y-%m}-{office}-{times}')}.yaml"
    data: dict[str, Value] = {
        "科室": office,
        "次": str(times),
        "日期": day.isoformat(),
        "对象": labels,
    }
    sample = desk.assessment.repository.campaign.sample
    change = Change(file, None, newfile.text(desk.tree, file, "reminder", data, sample=sample))
    refuse_rejected(desk, [change])
    said = f"新建 {file}：第{times}次催{office}，{len(met)}件"
    return [said, f"  {_named(desk, met)}", *desk.carry_out([change], [_next(office)])]


def _next(office: str) -> str:
    return (
        f"接下来：提交（git commit）；科室答复了，用 fzjs remind {office} --answered --reply 按期"
    )


def _folded(labels: Iterable[str]) -> set[str]:
    return set(map(fold_reference, labels))


def _given(desk: Desk, office: str, subjects: Iterable[str]) -> list[Met]:
    """Return the open 应报件 of the office that are meant, in plan order."""
    found: dict[str, Met] = {}
    for typed in subjects:
        subject = fold_reference(typed.strip())
        fault = wrong(subject, desk.assessment)
        if fault:
            hint = fault[1] if fault[1].endswith("？") else f"{fault[1]}。"
            raise FzjsError(f"“{typed}”：{fault[0]}。{hint}{NONE}")
        meant = [met for met in desk.assessment.met if speaks_of(subject, met)]
        mine = [met for met in meant if office in met.due.owners]
        if not mine:
            owners = dict.fromkeys(o for met in meant for o in met.due.owners)
            who = f"，由{'、'.join(owners)}报" if owners else ""
            raise RefusedError(f"{office}不欠 {typed}{who}。{NONE}")
        still = {met.due.key: met for met in mine if is_open(met)}
        if not still:
            state = "不适用" if mine[0].due.excused else mine[0].state
            raise RefusedError(f"{typed} 已经是“{state}”，不用催。{NONE}")
        found |= still
    return [met for met in desk.assessment.met if met.due.key in found]


def _named(desk: Desk, met: Sequence[Met]) -> str:
    """Name the first materials with their periods, and how many there are."""
    grouped: dict[str, list[str]] = {}
    for each in met:
        label = desk.assessment.catalogue.label(each.due.material)
        grouped.setdefault(label, []).append(each.due.span.label)
    names = [f"{label} {periods(spans)}" for label, spans in grouped.items()]
    rest = f" 等{len(names)}项" if len(names) > _SHOWN else ""
    return "；".join(names[:_SHOWN]) + rest


def answered(desk: Desk, typed: Typed) -> list[str]:
    """Record the office's answer to its last reminder. Returns what to print.

    Raises RefusedError where none was sent, or it has been answered.
    """
    if typed.subjects:
        raise FzjsError(f"--answered 不写 --subject：答复的是最近一次催办。{NONE}")
    office = office_named(desk.assessment, typed.office)
    before = sent(desk.assessment, office)
    if not before:
        raise RefusedError(f"没有催过{office}，没有可答复的。{NONE}")
    last = before[-1]
    day = desk.day(typed.day, "--date")
    _refuse_answered(last, office, day, typed.reply)
    desk.refuse_broken(last.file)
    answer: dict[str, Value] = {"日期": day.isoformat()}
    if typed.reply:
        answer["意见"] = words(typed.reply, "--reply", "按期")
    raw = desk.raw(last.file)
    change = Change(last.file, raw, set_value(raw, last.file, ("答复",), answer))
    refuse_rejected(desk, [change])
    said = f"已改 {last.file}：{office} {day} 答复第{last.times}次催办"
    reply = f"（{typed.reply}）" if typed.reply else ""
    return [f"{said}{reply}", *desk.carry_out([change], ["接下来：提交（git commit）。"])]


def _refuse_answered(last: Reminder, office: str, day: datetime.date, reply: str) -> None:
    if last.answered:
        was = f"{last.answered}{' ' + last.reply if last.reply else ''}"
        raise RefusedError(f"{office}已经答复过第{last.times}次催办（{was}）。{NONE}")
    if day < last.date:
        raise FzjsError(f"--date：答复 {day} 早于第{last.times}次催办的 {last.date}。{NONE}")
    if not reply:
        raise FzjsError(f"写明怎么答复的：--reply 按期、申请延期、申请不适用 或别的话。{NONE}")
