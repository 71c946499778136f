"""`fzjs problem apply`: an office says how it mended a problem, and applies for 销号 with proof."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.desk import Desk, words
from fzjs.actions.names import NONE
from fzjs.actions.problem.meant import not_before, problem_meant
from fzjs.assess import Followed, Standing
from fzjs.assess.followed import proof_fault, unchanged
from fzjs.assess.ownership import owner_offices
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Rectification
from fzjs.reports.named import document, office_folder, office_named
from fzjs.source.emit import Value
from fzjs.store import Change, set_value
from fzjs.visible import in_shell


class Answer(NamedTuple):
    """A 整改 as typed; without proof only the measure is reported."""

    measure: str = ""
    proof: tuple[str, ...] = ()
    office: str = ""
    day: str = ""


def apply(desk: Desk, typed: str, said: Answer) -> list[str]:
    """Write an office's 整改 file: its measure, and with proof the application for 销号.

    附件2 （13）: “逐项整改销号”. Raises FzjsError for names and dates; RefusedError where the
    problem is closed, and where the proof does not stand.
    """
    each = problem_meant(desk, typed)
    name = each.problem.id
    if not each.is_open:
        raise RefusedError(
            f"问题 {name} 已经销号，用不着申请；又出现了的，由督导组登记反弹：\n"
            f"fzjs problem reopen {in_shell(name)} --by 谁 --reason 为什么\n{NONE}"
        )
    office = _office(desk, each, said.office)
    there = _there(desk, each, office)
    if not said.measure and not there:
        raise FzjsError(f"写明怎么改的：--measure 措施。{NONE}")
    if not said.measure and not said.proof:
        raise FzjsError(f"写 --measure 措施，或 --proof 条目（申请销号）。{NONE}")
    measure = words(said.measure, "--measure", "已补盖印章") if said.measure else ""
    standings = desk.entries(said.proof)
    _refuse_weak(name, standings)
    day = _day(desk, each, said) if standings else None
    change = _change(desk, each, there, office, _data(measure, standings, day))
    if change.before == change.after:
        return [f"{change.file} 已经这样写了。{NONE}"]
    verb = "已改" if change.before else "新建"
    what = f"申请销号（{day}）" if day else "报整改措施，还没有申请销号"
    doubts = [
        f"  注意：{s.entry.id} 检查以前就审核通过，以后没有改过，督导组可能退回"
        for s in standings
        if unchanged(s, each, desk.assessment.catalogue)
    ]
    said_before = desk.data(change.file).get("措施", "")
    reworded = [f"  措施：{said_before} → {measure}"] if measure not in {"", said_before} else []
    shown = reworded if said_before else []
    lines = [f"{verb} {change.file}：{office}对问题 {name} {what}", *shown, *doubts]
    return [*lines, *desk.carry_out([change], [_next(name, applied=day is not None)])]


def _next(name: str, *, applied: bool) -> str:
    if applied:
        return (
            "接下来：提交（git commit），开合并请求；合并以后由督导组验收（fzjs problem close）。"
        )
    command = f"fzjs problem apply {in_shell(name)} --proof 条目"
    return f"接下来：提交（git commit）；改好了再申请：{command}"


def _office(desk: Desk, each: Followed, typed: str) -> str:
    """Return the office that answers, which must be the one that has to mend. Raises FzjsError."""
    owners = sorted(owner_offices(each.problem, desk.assessment.catalogue))
    if not typed and len(owners) > 1:
        raise FzjsError(f"用 --office 写明哪个科室：{'、'.join(owners)}。{NONE}")
    office = office_named(desk.assessment, typed or owners[0])
    if office not in owners:
        raise RefusedError(
            f"问题 {each.problem.id} 由{'、'.join(owners)}整改，不是{office}。{NONE}"
        )
    return office


def _there(desk: Desk, each: Followed, office: str) -> Rectification | None:
    known = desk.assessment.catalogue.folder_office
    return next((a for a in each.answers if known(a.office) == office), None)


def _refuse_weak(name: str, standings: Sequence[Standing]) -> None:
    """Raise RefusedError with all that proves nothing."""
    weak = [f"  {s.entry.id}：{fault}" for s in standings if (fault := proof_fault(s))]
    if weak:
        said = "\n".join(weak)
        raise RefusedError(
            f"佐证站不住，问题 {name} 还不能申请销号：\n{said}\n先改好、提交。{NONE}"
        )


def _day(desk: Desk, each: Followed, said: Answer) -> datetime.date:
    """Return the day of 申请销号: after the inspection, and after what was returned since."""
    day = desk.day(said.day, "--date")
    not_before(day, each.problem.found, "检查")
    if day <= each.since:
        raise RefusedError(
            f"{each.since} 刚退回（或反弹），再申请要晚于这一天，现在写的是 {day}。{NONE}"
        )
    return day


def _data(
    measure: str, standings: Sequence[Standing], day: datetime.date | None
) -> dict[str, Value]:
    data: dict[str, Value] = {"措施": measure} if measure else {}
    if day:
        data |= {"佐证": [s.entry.id for s in standings], "申请销号": day.isoformat()}
    return data


def _change(
    desk: Desk, each: Followed, there: Rectification | None, office: str, data: dict[str, Value]
) -> Change:
    if there:
        file = there.place.file
        desk.refuse_broken(file)
        raw = after = desk.raw(file)
        for key, value in () if _stands(desk, each, there, data) else data.items():
            after = set_value(after, file, (key,), value)
        return Change(file, raw, after)
    name = each.problem.id.replace("/", "-")
    folder = f"evidence/{office_folder(desk.assessment, office)}/整改"
    file = f"{folder}/{name}.yaml"
    if document(desk.assessment, file):
        raise RefusedError(f"{file} 在，写的却是别的问题，或者有误。先看 fzjs check。{NONE}")
    sample = desk.assessment.repository.campaign.sample
    whole = {"问题": each.problem.id, **data}
    text = newfile.text(desk.tree, file, "rectification", whole, sample=sample)
    return Change(file, None, text)


def _stands(desk: Desk, each: Followed, there: Rectification, data: Mapping[str, Value]) -> bool:
    """Tell whether the same application stands already: saying it again moves no date."""
    written = desk.data(there.place.file)
    same = all(written.get(key) == value for key, value in data.items() if key != "申请销号")
    return same and there.applied is not None and there.applied > each.since
