"""`fzjs ledger new` and `submit`: a month's 工作台账, prefilled, then handed in.

附件3: “工作台账随同上报材料每月1日前一并提交”. What is prefilled is a draft: nothing counts as
handed in before the office has looked at it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.desk import Desk
from fzjs.actions.handing import in_the_way
from fzjs.actions.since import Past, Since
from fzjs.assess import Met
from fzjs.assess.handing import Handing, handing, is_month, latest, turn
from fzjs.assess.ledgers import Key, handed, lines, offices
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import LedgerLine, LedgerMonth
from fzjs.reports.named import office_folder, office_named
from fzjs.reports.progress import fact, is_done
from fzjs.reports.wording import distance, long_date, short_date
from fzjs.repository import Document, Role
from fzjs.repository.layout import name_of
from fzjs.rules.ledger_line_hollow import is_hollow
from fzjs.source.emit import Value, flow
from fzjs.store import Change, set_value

_NONE = "没有改动。"
MARK = "请核对"
"""The comment behind a line that was not carried over as it was."""
_MOST = 5


class Made(NamedTuple):
    """An office's prefilled ledger: how many lines, how many of them to look at, and from what."""

    office: str
    change: Change
    count: int
    look: int
    before: LedgerMonth | None
    why: str


def new(desk: Desk, typed: str, office: str) -> list[str]:
    """Write a month's draft for one office, or for each that has none. Returns what to print.

    Raises FzjsError for names and months; RefusedError where there is nothing left to write.
    """
    month = _month(typed)
    ahead = _refuse_month(desk, month)
    asked = [office_named(desk.assessment, office)] if office else offices(desk.assessment)
    made, left = [], []
    past = Past(desk)
    for each in asked:
        why = _in_the_way(desk, each, month)
        if why and office:
            raise RefusedError(f"{why}。{_NONE}")
        if why:
            left.append(f"没有写 {each}：{why}")
        else:
            made.append(_made(desk, each, month, past))
    if not made:
        raise RefusedError("\n".join([*left, f"各科室 {month} 的台账都有了。{_NONE}"]))
    said = [line for each in made for line in _said(each, month)]
    return [*said, *left, *desk.carry_out([each.change for each in made], _closing(desk, ahead))]


def _month(typed: str) -> str:
    """Return a month as the file is named. Raises FzjsError with the month that may be meant."""
    if is_month(typed):
        return typed
    plain = unicodedata.normalize("NFKC", typed)
    found = re.fullmatch(r"\D*(20\d\d)\D*?(\d{1,2})\D*", plain, re.ASCII)
    guess = f"{found[1]}-{int(found[2]):02}" if found else ""
    hint = f"是不是 {guess}？" if is_month(guess) else "写成 四位年-两位月，如 2021-03。"
    raise FzjsError(f"月份不能写“{typed}”。{hint}{_NONE}")


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
            f"{month} 还没有轮到：今天是 {today}，能预填的是 {'、'.join(allowed)}。{_NONE}"
        )
    if month not in allowed:
        raise RefusedError(
            f"{month} 早过了：预填写的是现在的情况，只能预填 {'、'.join(allowed)}；"
            f"补以前的，照当时的情况自己写。{_NONE}"
        )
    return handing(campaign, month)


def _in_the_way(desk: Desk, office: str, month: str) -> str:
    """Say why an office's ledger cannot be prefilled, "" where it can."""
    there = _documents(desk, office)
    for document in there:
        if name_of(document.file).endswith(f"/台账/{month}"):
            return (
                f"{document.file} 已经有了，不覆盖；要改的直接改，"
                "要重新预填的，先删去它（提交过的，git 里还查得到）再来"
            )
    if office not in offices(desk.assessment):
        return f"{office}没有要报的材料，不用交台账"
    written = handed(desk.assessment, office)
    if written and written[-1].month > month:
        return f"{office}已经交了 {written[-1].month} 的，补不了更早的；照当时的情况自己写"
    broken = [document.file for document in there if document.record is None]
    return f"{max(broken)} 有误，先按 fzjs check 的提示改好" if broken else ""


def _documents(desk: Desk, office: str) -> list[Document]:
    known = desk.assessment.catalogue.folder_office
    return [
        each
        for each in desk.assessment.repository.documents
        if each.role is Role.LEDGER and known(name_of(each.file).partition("/")[0]) == office
    ]


def _made(desk: Desk, office: str, month: str, past: Past) -> Made:
    before = next(reversed(handed(desk.assessment, office)), None)
    since = past.since(before) if before else Since({}, {}, "以前没有交过台账")
    said = {(line.year, line.indicator): line for line in before.lines} if before else {}
    rows, look = [], 0
    for key, met in lines(desk.assessment, office).items():
        line, carried = _line(desk, key, met, said.get(key), since)
        mark = "" if carried or since.why else f"  # {MARK}"
        look += not carried
        rows.append(f"- {flow(line)}{mark}\n")
    file = f"evidence/{office_folder(desk.assessment, office)}/台账/{month}.yaml"
    text = _head(desk, file, month, since) + "行:\n" + "".join(rows)
    return Made(office, Change(file, None, text.encode()), len(rows), look, before, since.why)


def _line(
    desk: Desk, key: Key, met: tuple[Met, ...], last: LedgerLine | None, since: Since
) -> tuple[dict[str, Value], bool]:
    """Return a line, and whether it is the last month's as it was.

    It is carried over where nothing about it has changed since it was written, and where it does
    not contradict the records; else the records alone speak.
    """
    year, indicator = key
    number = desk.assessment.catalogue.rows[indicator].indicator.number
    done, note = is_done(met), ""
    carried = last is not None and since.is_same(met) and _stands(last, done=done)
    if last is not None and carried:
        done, note = last.done, last.note
    note = note or fact(desk.assessment, met, since.moves)
    word = "已完成" if done else "未完成"
    return {"年度": str(year), "指标": number, "完成": word, "情况": note}, carried


def _stands(line: LedgerLine, *, done: bool) -> bool:
    return not is_hollow(line.note) and (done or not line.done)


def _head(desk: Desk, file: str, month: str, since: Since) -> str:
    sample = desk.assessment.repository.campaign.sample
    data = {"填表日期": desk.today.isoformat(), "状态": "草稿"}
    text = newfile.text(desk.tree, file, "ledger", data, sample=sample).decode()
    how = (
        "各行按现在的材料预填，逐行核对"
        if since.why
        else f"行尾标“{MARK}”的，是上次填表以来有变化的，按现在的材料预填；其余照上一份"
    )
    note = f"# {month} 的台账，预填于 {desk.today}。{how}。\n"
    note += "# 已完成的写上月具体做了什么，未完成的写正在怎么推进；改好用 fzjs ledger submit 提交。\n"
    first, newline, rest = text.partition("\n")
    schema = first.startswith("#")
    return f"{first}{newline}{note}{rest}" if schema else note + text


def _said(made: Made, month: str) -> list[str]:
    head = f"新建 {made.change.file}：{made.count}行"
    if made.before is None:
        return [f"{head}，以前没有交过，全部按现在的材料预填"]
    if made.why:
        return [f"{head}，全部按现在的材料预填", f"  变了什么没有比：{made.why}"]
    same = made.count - made.look
    return [f"{head}，{same}行照 {made.before.month} 的，{made.look}行有变化、标了“{MARK}”"]


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
    said.append(f"接下来：各科室核对、改好{until}用 fzjs ledger submit {month} --office 科室 提交。")
    return said


def submit(desk: Desk, typed: str, office: str, day: str) -> list[str]:
    """Hand in an office's draft: 状态 and 填表日期 are written. Returns what to print.

    Raises FzjsError for names, months and dates; RefusedError with all that is wrong with it.
    """
    month = _month(typed)
    full = office_named(desk.assessment, office)
    found = [d for d in _documents(desk, full) if name_of(d.file).endswith(f"/台账/{month}")]
    if not found:
        command = f"fzjs ledger new {month} --office {full}"
        raise FzjsError(f"{full}没有 {month} 的台账。先预填：{command}。{_NONE}")
    file = found[-1].file
    desk.refuse_broken(file)
    if found[-1].record.state == "已提交":
        return [f"{file} 已经提交过了（{found[-1].record.filled} 填），{_NONE}"]
    filled = desk.day(day, "--date")
    raw = desk.raw(file)
    after = set_value(set_value(raw, file, ("状态",), "已提交"), file, ("填表日期",), f"{filled}")
    change = Change(file, raw, after)
    _refuse_wrong(desk, change)
    due = handing(desk.assessment.catalogue.campaign, month).due
    late = f"，晚于期限 {due}" if due and filled > due else ""
    said = [f"已改 {file}：状态 草稿 → 已提交，{long_date(filled)}填{late}"]
    return [*said, *desk.carry_out([change], ["接下来：提交（git commit），开合并请求。"])]


def _refuse_wrong(desk: Desk, change: Change) -> None:
    """Raise RefusedError with what `check` will say of the ledger once it is handed in."""
    found = in_the_way([change], desk.tree, desk.today)[change.file]
    if not found:
        return
    shown: Iterable[str] = (
        f"  {each.location}: {each.message} [{each.rule}]\n      改法：{each.hint}"
        for each in found[:_MOST]
    )
    more: Sequence[str] = (f"  ……共{len(found)}处",) if len(found) > _MOST else ()
    raise RefusedError(
        "\n".join((f"{change.file} 还不能提交：", *shown, *more, f"改好再提交。{_NONE}"))
    )
