"""`fzjs problem close|return|extend|reopen`: what the inspectors decide about a problem."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.actions.desk import Desk, date, words
from fzjs.actions.names import NONE
from fzjs.actions.problem.meant import not_before, place_of, problem_meant
from fzjs.assess import Followed
from fzjs.assess.followed import APPLIED, unchanged
from fzjs.assess.ownership import NAMELESS, own_person
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.reports.named import office_named
from fzjs.rules.problem_unknown_office import teams
from fzjs.source.emit import Value
from fzjs.store import Change, append
from fzjs.visible import without_blanks

_NEXT = "接下来：提交（git commit）；督导的合并请求单独交，不和科室的条目、整改放在一起。"


_EXAMPLE = "2021-03-20"


class Said(NamedTuple):
    """What an inspector typed; `office` is the inspector's own."""

    by: str
    note: str = ""
    until: str = ""
    day: str = ""
    office: str = ""


def close(desk: Desk, typed: str, said: Said) -> list[str]:
    """Accept (验收): the problem is closed. Refused without an application with sound proof.

    督导检查组职责: “监督问题整改落实”. Raises FzjsError for names and dates; RefusedError where
    there is nothing to accept, and where the owner would accept its own mending.
    """
    each = problem_meant(desk, typed)
    if not each.is_open:
        return [f"问题 {each.problem.id} 已经销号。{NONE}"]
    _refuse_own(desk, each, said)
    if each.state != APPLIED:
        raise RefusedError(f"问题 {each.problem.id} 不能验收：{_lacks(each)}。{NONE}")
    item = _item(desk, each, "验收", said)
    applied = max(a.applied for a in each.answers if a.applied)
    not_before(datetime.date.fromisoformat(str(item["日期"])), applied, "申请销号")
    known = desk.assessment.standings
    doubts = [
        f"  注意：佐证 {name} 检查以前就审核通过，以后没有改过"
        for name in each.answers[0].evidence
        if name in known and unchanged(known[name], each, desk.assessment.catalogue)
    ]
    return _written(desk, each, item, doubts)


def _lacks(each: Followed) -> str:
    if not each.answers:
        return f"{each.problem.office}还没有报整改"
    if each.weak:
        named = "、".join(f"{name}{fault}" for name, fault in each.weak)
        return f"佐证站不住（{named}）"
    applied = each.answers[0].applied
    if applied and applied <= each.since:
        return f"{each.since} 退回（或反弹）以后，责任科室没有再申请销号"
    if applied and not each.answers[0].evidence:
        return "申请销号没有写佐证"
    return "责任科室还没有申请销号（fzjs problem apply … --proof 条目）"


def send_back(desk: Desk, typed: str, said: Said) -> list[str]:
    """Return (退回) an application: the office must apply again. Raises as `close`."""
    each = problem_meant(desk, typed)
    if not each.is_open:
        raise RefusedError(f"问题 {each.problem.id} 已经销号；又出现了的用 reopen。{NONE}")
    applied = [a.applied for a in each.answers if a.applied and a.applied > each.since]
    if not applied:
        raise RefusedError(f"问题 {each.problem.id} 没有等着验收的申请，没有可退的。{NONE}")
    item = _item(desk, each, "退回", said)
    not_before(datetime.date.fromisoformat(str(item["日期"])), max(applied), "申请销号")
    return _written(desk, each, item)


def extend(desk: Desk, typed: str, said: Said) -> list[str]:
    """Put the deadline off (延期). Raises as `close`."""
    each = problem_meant(desk, typed)
    if not each.is_open:
        raise RefusedError(f"问题 {each.problem.id} 已经销号，用不着延期。{NONE}")
    _refuse_own(desk, each, said)
    return _written(desk, each, _item(desk, each, "延期", said))


def reopen(desk: Desk, typed: str, said: Said) -> list[str]:
    """Record that a closed problem is there again (反弹). Raises as `close`.

    Where the deadline is past a new one is asked for: nobody is late on the day itself.
    """
    each = problem_meant(desk, typed)
    if each.is_open:
        raise RefusedError(
            f"问题 {each.problem.id} 没有销号（{each.state}），不是反弹；没改好的用 return。{NONE}"
        )
    item = _item(desk, each, "反弹", said)
    if not said.until and each.problem.due < datetime.date.fromisoformat(str(item["日期"])):
        raise FzjsError(
            f"时限 {each.problem.due} 已经过了，写新的时限：--until {_EXAMPLE}；"
            f"不写，科室当天就算逾期。{NONE}"
        )
    return _written(desk, each, item)


def _refuse_own(desk: Desk, each: Followed, said: Said) -> None:
    """Raise RefusedError where the owner would decide about its own mending."""
    office = _office(desk, said)
    day = desk.day(said.day, "--date")
    own = own_person(said.by, office, each.problem, day, desk.assessment.catalogue)
    if own == NAMELESS:
        raise FzjsError(f"--by：{own}（写的是“{said.by}”），写督导检查组那个人的姓名。{NONE}")
    if own:
        raise RefusedError(f"{own}，不能自己给自己的问题验收、延期：请督导组别的人来。{NONE}")


def _office(desk: Desk, said: Said) -> str:
    """Return the inspector's office, "" where none is typed, or a 专班, which is no office.

    The inspectors are a 专班 of 组织 in most plans (督导检查组). Raises FzjsError for others.
    """
    typed = said.office.strip()
    if not typed or (
        typed in teams(desk.assessment) and not desk.assessment.catalogue.office(typed)
    ):
        return ""
    return office_named(desk.assessment, typed)


def _item(desk: Desk, each: Followed, result: str, said: Said) -> dict[str, Value]:
    """Return a 处理 as it will be written. Raises FzjsError for names and dates."""
    by = "".join(without_blanks(said.by).split())
    if not by:
        raise FzjsError(f"写明谁处理的：--by 某某。{NONE}")
    day = desk.day(said.day, "--date")
    not_before(day, each.problem.found, "检查")
    if each.problem.steps:
        not_before(day, each.problem.steps[-1].date, "上一次处理")
    item: dict[str, Value] = {"日期": day.isoformat(), "结果": result}
    if said.until:
        item["至"] = _until(each, result, day, said.until).isoformat()
    item["验收人"] = by
    if office := _office(desk, said):
        item["科室"] = office
    if said.note:
        item["说明"] = words(said.note, "--reason", "缺第2页")
    return item


def _until(each: Followed, result: str, day: datetime.date, typed: str) -> datetime.date:
    """Return the new deadline: a 延期 puts it off, after 退回 and 反弹 it may be earlier too."""
    until = date(typed, "--until")
    if result != "延期":
        not_before(until, day, result, "--until")
    elif until <= each.problem.due:
        raise FzjsError(f"--until：{until} 不晚于现在的时限 {each.problem.due}。{NONE}")
    return until


def _written(
    desk: Desk, each: Followed, item: dict[str, Value], doubts: list[str] | None = None
) -> list[str]:
    file, keys = place_of(desk, each)
    raw = desk.raw(file)
    after = append(raw, file, (*keys, "处理"), item, "时限")
    until = f"，至 {item['至']}" if "至" in item else ""
    why = f"：{item['说明']}" if "说明" in item else ""
    what = f"{item['结果']}（{item['验收人']}，{item['日期']}{until}）{why}"
    said = f"已改 {file}：问题 {each.problem.id} {what}"
    return [said, *(doubts or ()), *desk.carry_out([Change(file, raw, after)], [_NEXT])]
