"""`fzjs ledger new` and `submit`: a month's 工作台账, prefilled, then handed in.

附件3: “工作台账随同上报材料每月1日前一并提交”. What is prefilled is a draft: nothing counts as
handed in before the office has looked at it.
"""

from __future__ import annotations

import datetime

from fzjs.actions import prefill
from fzjs.actions.desk import Desk
from fzjs.actions.handing import in_the_way
from fzjs.actions.names import NONE
from fzjs.actions.since import Past
from fzjs.assess.handing import Handing, handing, is_month, latest, turn
from fzjs.assess.ledgers import handed, offices
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.reports.dated import month_hint
from fzjs.reports.named import office_named
from fzjs.reports.wording import distance, long_date, short_date
from fzjs.repository import Document, Role
from fzjs.repository.layout import name_of
from fzjs.store import Change, set_value

_MOST = 5


def new(desk: Desk, typed: str, office: str) -> list[str]:
    """Write a month's draft for one office, or for each that has none. Returns what to print.

    Raises FzjsError for names and months; RefusedError where none can be written. That all are
    there already is no refusal.
    """
    month = _month(typed)
    when = _refuse_month(desk, month)
    asked = [office_named(desk.assessment, office)] if office else offices(desk.assessment)
    if not asked:
        raise RefusedError(f"没有科室欠材料，不用交台账。{NONE}")
    there = [each for each in asked if _file(desk, each, month)]
    why = {each: _in_the_way(desk, each, month) for each in asked if each not in there}
    left = [f"没有写 {each}：{reason}" for each, reason in why.items() if reason]
    if there:
        file = f"{_file(desk, there[0], month)} " if len(there) == 1 else f"{month} 的台账"
        left.append(f"{file}已经有了，没有动：{'、'.join(there)}")
    past = Past(desk)
    found = [prefill.made(desk, each, month, past) for each, reason in why.items() if not reason]
    if not found:
        again = "要改的直接改文件；要重新预填的，先删去它再来（提交过的，git 里还查得到）。"
        if there and not any(why.values()):
            return [*left, again + NONE]
        raise RefusedError("\n".join([*left, (again if there else "") + NONE]))
    said = [line for each in found for line in _said(each)]
    return [*said, *left, *desk.carry_out([each.change for each in found], _closing(desk, when))]


def _month(typed: str) -> str:
    """Return a month as the file is named. Raises FzjsError with the month that may be meant."""
    if is_month(typed):
        return typed
    raise FzjsError(f"月份不能写“{typed}”。{month_hint(typed)}{NONE}")


def _refuse_month(desk: Desk, month: str) -> Handing:
    """Return the month's day. Raises RefusedError where it is not its turn.

    The lines say how things stand now: of a month long past, or yet to come, they would be untrue.
    """
    campaign, today = desk.assessment.catalogue.campaign, desk.today
    now, last = turn(campaign, today), latest(campaign, today)
    allowed = list(dict.fromkeys(each.month for each in (last, now) if each))
    if not last:
        allowed.insert(0, f"{today:%Y-%m}")
    if month > now.month:
        raise RefusedError(
            f"{month} 还没有轮到：今天是 {today}，能预填的是 {'、'.join(allowed)}。{NONE}"
        )
    if month not in allowed:
        raise RefusedError(
            f"{month} 早过了：预填写的是现在的情况，只能预填 {'、'.join(allowed)}；"
            f"补以前的，照当时的情况自己写。{NONE}"
        )
    return handing(campaign, month)


def _in_the_way(desk: Desk, office: str, month: str) -> str:
    """Say why an office's ledger cannot be prefilled, "" where it can."""
    if office not in offices(desk.assessment):
        return f"{office}没有要报的材料，不用交台账"
    written = handed(desk.assessment, office)
    if written and written[-1].month > month:
        return f"{office}已经交了 {written[-1].month} 的，补不了更早的；照当时的情况自己写"
    broken = [each.file for each in _documents(desk, office) if each.record is None]
    return f"{max(broken)} 有误，先按 fzjs check 的提示改好" if broken else ""


def _file(desk: Desk, office: str, month: str) -> str:
    """Return an office's ledger of a month, in whichever of its folders; "" where there is none."""
    names = (each.file for each in _documents(desk, office))
    return next((each for each in names if name_of(each).endswith(f"/台账/{month}")), "")


def _documents(desk: Desk, office: str) -> list[Document]:
    known = desk.assessment.catalogue.folder_office
    return [
        each
        for each in desk.assessment.repository.documents
        if each.role is Role.LEDGER and known(name_of(each.file).partition("/")[0]) == office
    ]


def _said(made: prefill.Made) -> list[str]:
    head = f"新建 {made.change.file}：{made.rows}行"
    if made.before is None:
        return [f"{head}，以前没有交过，全部按现在的材料预填"]
    if made.why:
        return [f"{head}，全部按现在的材料预填", f"  变了什么没有比：{made.why}"]
    same = made.rows - made.look
    return [f"{head}，{same}行照 {made.before.month} 的，{made.look}行标了“{prefill.MARK}”"]


def _closing(desk: Desk, when: Handing) -> list[str]:
    said = []
    if when.due and when.due < desk.today:
        said.append(f"注意：{when.month} 的应在 {when.due} 以前交，已经晚了；照实写今天的日期。")
    if when.due and not when.known:
        said.append(f"注意：{when.due.year}年的放假安排未知，期限按周一至周五算，以通知为准。")
    until = ""
    if when.due and when.due >= desk.today:
        until = f"，{short_date(when.due, desk.today)}以前（{distance(when.due, desk.today)}）"
    month = when.month
    said.append(
        f"接下来：各科室核对、改好{until}用 fzjs ledger submit {month} --office 科室 提交。"
    )
    return said


def submit(desk: Desk, typed: str, office: str, day: str, *, as_is: bool = False) -> list[str]:
    """Hand in an office's draft: 状态 and 填表日期 are written. Returns what to print.

    Raises FzjsError for names, months and dates; RefusedError with all that is wrong with it, and
    where all that was to be looked at stands as it was prefilled, unless `as_is` says it was.
    """
    month = _month(typed)
    full = office_named(desk.assessment, office)
    file = _file(desk, full, month)
    if not file:
        command = f"fzjs ledger new {month} --office {full}"
        raise FzjsError(f"{full}没有 {month} 的台账。先预填：{command}。{NONE}")
    desk.refuse_broken(file)
    if desk.data(file).get("状态", "已提交") == "已提交":
        return [f"{file} 已经提交过了（{desk.data(file)['填表日期']} 填），{NONE}"]
    filled = desk.day(day, "--date")
    made = desk.data(file)["填表日期"]
    if filled.isoformat() < made:
        raise FzjsError(f"填表日期 {filled} 早于草稿自己的填表日期 {made}。{NONE}")
    raw = desk.raw(file)
    after = _signed(prefill.unmarked(raw, file), file, filled)
    change = Change(file, raw, after)
    # With the marks left in, the lines are those that its reader has open.
    _refuse_wrong(desk, Change(file, raw, _signed(raw, file, filled)))
    looked = _looked(desk, full, month, file, as_is=as_is)
    due = handing(desk.assessment.catalogue.campaign, month).due
    late = f"，晚于期限 {due}" if due and filled > due else ""
    said = [f"已改 {file}：状态 草稿 → 已提交，{long_date(filled)}填{late}"]
    return [*said, *looked, *desk.carry_out([change], ["接下来：提交（git commit），开合并请求。"])]


def _signed(raw: bytes, file: str, filled: datetime.date) -> bytes:
    after = set_value(raw, file, ("状态",), "已提交")
    return set_value(after, file, ("填表日期",), filled.isoformat())


def _looked(desk: Desk, office: str, month: str, file: str, *, as_is: bool) -> list[str]:
    """Say how many lines that were to be looked at stand word for word as they were prefilled.

    附件3: “上月具体完成情况”, “正在推进情况”: only the office knows these. Raises RefusedError
    where it changed none of them, and does not say (`as_is`) that it has looked.
    """
    lines = prefill.to_look_at(desk, office, month, file)
    same = [f"{year}年第{number}项" for (year, number), untouched in lines.items() if untouched]
    if not same:
        return []
    named = "、".join(same[:_MOST]) + ("等" if len(same) > _MOST else "")
    if len(same) == len(lines) and not as_is:
        raise RefusedError(
            f"{file} 要核对的{len(lines)}行都和预填的一字不差（{named}），像是没有看过。\n"
            f"打开文件逐行看，“情况”改成自己的话；看过了、确实不用改的，加 --as-is。{NONE}"
        )
    return [f"  要核对的{len(lines)}行，{len(same)}行照预填的没有改：{named}"]


def _refuse_wrong(desk: Desk, change: Change) -> None:
    """Raise RefusedError with what `check` will say of the ledger once it is handed in."""
    found = in_the_way([change], desk.tree, desk.today)[change.file]
    if not found:
        return
    lines, told = [f"{change.file} 还不能提交，共{len(found)}处："], set[str]()
    for each in found:
        lines.append(f"  {each.location}: {each.message} [{each.rule}]")
        if each.hint not in told:
            lines.append(f"      改法：{each.hint}")
        told.add(each.hint)
    raise RefusedError("\n".join((*lines, f"改好再提交。{NONE}")))
