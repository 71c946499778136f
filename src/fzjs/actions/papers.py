"""`fzjs outside` and `fzjs handover`: how the asking of others goes; paper handed over."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess import Standing
from fzjs.assess.handover import copies
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.store import Change, append, set_value
from fzjs.visible import in_shell

_STEPS = {"发函": "--asked", "应答": "--answered", "取得": "--received"}


class Steps(NamedTuple):
    """How the asking goes, as typed; "" and () where nothing was said."""

    issuer: str = ""
    asked: str = ""
    reminded: tuple[str, ...] = ()
    answered: str = ""
    received: str = ""


class Handed(NamedTuple):
    """Paper handed over, as typed."""

    copies: int
    original: bool = False
    day: str = ""
    signed: str = ""


def outside(desk: Desk, typed: str, steps: Steps) -> list[str]:
    """Keep 外单位 of an entry. Returns what to print.

    Raises FzjsError for dates, and where nothing was said; RefusedError for a 涉密 entry, for an
    answer before the question, and for what was passed and is not declared corrected.
    """
    if not any(steps):
        raise FzjsError(f"没有写办到哪一步：--issuer、--asked、--reminded 等至少写一个。{NONE}")
    standing = desk.entry(typed)
    _refuse_secret(standing, "外单位")
    before = raw = desk.raw(standing.entry.file)
    old = desk.data(standing.entry.file).get("外单位", {})
    new = _settings(desk, steps)
    reminded = [desk.day(each, "--reminded").isoformat() for each in steps.reminded]
    _refuse_disorder({**old, **new}, reminded)
    for key, value in new.items():
        raw = set_value(raw, standing.entry.file, ("外单位", key), value)
    listed = [each for each in dict.fromkeys(reminded) if each not in old.get("催函", [])]
    for each in listed:
        raw = append(raw, standing.entry.file, ("外单位", "催函"), each, "发函")
    if raw == before:
        return [f"{standing.entry.id} 的外单位已经是这样，{NONE}"]
    _refuse_undeclared(standing, fresh=not old)
    done = [*_said(old, new), *(f"催函 {each}" for each in listed)]
    lines = [f"已改 {standing.entry.file}：外单位 {'，'.join(done)}"]
    change = Change(standing.entry.file, before, raw)
    if standing.entry.attachments and not old and not steps.received:
        lines.append("  注意：已经有附件；附件就是要的那份材料的，用 --received 写哪天取得")
    return [*lines, *desk.carry_out([change], _rest(desk, change, received=bool(steps.received)))]


def _refuse_undeclared(standing: Standing, *, fresh: bool) -> None:
    """Raise RefusedError where what counts would stop counting, and no correction says so.

    外单位 is part of what was reviewed; a `fresh` one also makes what was handed in wait again.
    """
    entry, review = standing.entry, standing.review
    handed_in = fresh and entry.state == "已提交" and bool(entry.attachments)
    if standing.state != "已通过" and not handed_in:
        return
    if entry.corrected and (not review or entry.corrected >= review.date):
        return
    why = "已通过" if standing.state == "已通过" else "已经提交，也有附件"
    raise RefusedError(
        f"{entry.id} {why}，记下外单位它就不再算数。{NONE}\n"
        f"确实要改的，先声明更正：fzjs submit {in_shell(entry.id)} --reopen 理由"
    )


def _settings(desk: Desk, steps: Steps) -> dict[str, str]:
    """Return what is to stand under 外单位, in the order of the format."""
    typed = {"发函": steps.asked, "应答": steps.answered, "取得": steps.received}
    dates = {key: desk.day(text, _STEPS[key]).isoformat() for key, text in typed.items() if text}
    issuer = steps.issuer.strip()
    return {**({"出具": issuer} if issuer else {}), **dates}


def _refuse_disorder(all_of_it: Mapping[str, Any], reminded: Sequence[str]) -> None:
    """Raise RefusedError where it is not said who is asked, or a step is before the asking."""
    if "出具" not in all_of_it:
        raise FzjsError(f"还没有写由谁出具，加上 --issuer 单位全称。{NONE}")
    asked = all_of_it.get("发函", "")
    later = {"催函": reminded, "应答": [all_of_it.get("应答")], "取得": [all_of_it.get("取得")]}
    for name, days in later.items():
        for day in filter(None, days):
            if day < asked:
                raise RefusedError(f"{name} {day} 早于发函 {asked}，查一下日期。{NONE}")
    if reminded and not asked:
        raise RefusedError(f"还没有写哪天发函，先写 --asked。{NONE}")


def _said(old: Mapping[str, Any], new: Mapping[str, str]) -> list[str]:
    return [
        f"{key} {old[key]} → {value}" if key in old else f"{key} {value}"
        for key, value in new.items()
        if old.get(key) != value
    ]


def _rest(desk: Desk, change: Change, *, received: bool) -> list[str]:
    """Say what to do next; of a paper that came, what it still lacks."""
    if not received:
        return ["接下来：提交（git commit）。催一次记一次：--reminded；拿到了：--received。"]
    standings = desk.preview([change]).standings.values()
    standing = next(each for each in standings if each.entry.file == change.file)
    if not standing.faults:
        return ["接下来：提交（git commit），开合并请求，等审核。"]
    return [
        f"  还缺：{'、'.join(standing.faults)}",
        f"接下来：补上，再用 fzjs check {in_shell(change.file)} 看一遍。",
    ]


def handover(desk: Desk, typed: str, handed: Handed) -> list[str]:
    """Keep 交件 of an entry: paper handed over, by whom received. Returns what to print.

    附件1 一.1: “各种创建材料均一式三份”; it is shown apart and opens no review again.
    """
    standing = desk.entry(typed)
    entry = standing.entry
    _refuse_secret(standing, "交件")
    before = raw = desk.raw(entry.file)
    old = desk.data(entry.file).get("交件", {})
    new = {
        "日期": _day(desk, handed, old).isoformat(),
        "份数": str(handed.copies),
        **({"原件": "是"} if handed.original else {}),
        **({"签收": handed.signed.strip()} if handed.signed.strip() else {}),
    }
    if old:
        for key, value in new.items():
            raw = set_value(raw, entry.file, ("交件", key), value)
    else:
        raw = set_value(raw, entry.file, ("交件",), new)
    if raw == before:
        return [f"{entry.id} 的交件已经是这样，{NONE}"]
    lines = [f"已改 {entry.file}：交件 {'，'.join(_said(old, new))}"]
    owed = copies(entry, desk.assessment.catalogue)
    short = owed - handed.copies
    closing = [f"  要求一式{owed}份，还差{short}份"] if short > 0 else []
    closing.append("接下来：提交（git commit）。交件不影响审核，也不算改动。")
    return [*lines, *desk.carry_out([Change(entry.file, before, raw)], closing)]


def _day(desk: Desk, handed: Handed, old: Mapping[str, Any]) -> datetime.date:
    """Return the day typed; where none is, the one that stands there, else today."""
    return desk.day(handed.day or str(old.get("日期", "")), "--date")


def _refuse_secret(standing: Standing, key: str) -> None:
    if standing.entry.secret:
        raise RefusedError(f"{standing.entry.id} 是涉密条目，不写“{key}”，记在涉密登记簿里。{NONE}")
