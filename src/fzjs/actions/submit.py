"""`fzjs submit`: hand in, withdraw, reopen. Only 状态, 撤回理由 and 更正 are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fzjs.actions.desk import Desk, words
from fzjs.actions.handing import in_the_way
from fzjs.assess import Standing
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import RefusedError
from fzjs.store import Change, append, remove, set_value
from fzjs.visible import in_shell

_STATE = ("状态",)
_REASON = ("撤回理由",)
_ALREADY = re.compile("；[^；]*状态改回 草稿$")
"""What a rule's hint says of an entry that is handed in, and this one is a draft yet."""


def submit(desk: Desk, typed: Iterable[str]) -> list[str]:
    """Hand in drafts, all or none. Returns what to print.

    Raises RefusedError with all that is missing of each; of what is withdrawn.
    """
    said, changes = [], []
    for standing in desk.entries(typed):
        entry = standing.entry
        if entry.state == "已提交":
            said.append(f"{entry.id} 已经提交过了（现在是{standing.state}），没有改动。")
            continue
        if entry.state == "撤回":
            raise RefusedError(
                f"{entry.id} 是撤回的（{entry.withdrawal or '没有写理由'}）。没有改动。\n"
                f"要重新用：fzjs submit {in_shell(entry.id)} --reopen 理由"
            )
        raw = desk.raw(entry.file)
        changes.append(Change(entry.file, raw, set_value(raw, entry.file, _STATE, "已提交")))
        said.append(f"已改 {entry.file}：状态 草稿 → 已提交")
    _refuse_unsound(desk, changes)
    offices = {change.file.split("/")[1] for change in changes}
    return [*said, *desk.carry_out(changes, [_next(desk, offices)])]


def _next(desk: Desk, offices: Iterable[str]) -> str:
    by = {reviewer_of(office, desk.assessment.catalogue) for office in offices}
    reviewers = "、".join(sorted(filter(None, by))) or "审核科室"
    return f"接下来：提交（git commit），开合并请求；合并以后由{reviewers}审核。"


def _refuse_unsound(desk: Desk, changes: Sequence[Change]) -> None:
    """Raise RefusedError where an entry, handed in, would break the format or not count."""
    if not changes:
        return
    lines: list[str] = []
    for file, found in in_the_way(changes, desk.tree, desk.today).items():
        labels = lacking(desk, file)
        if found or labels:
            named = "、".join(labels) or f"{len(found)}处有误"
            lines.append(f"{file} 还不能提交：{named}")
        for each in found:
            lines.append(f"  {each.location}: {each.message} [{each.rule}]")
            hint = _ALREADY.sub("", each.hint)
            lines += [f"      改法：{hint}"] if hint else []
    if lines:
        raise RefusedError("\n".join((*lines, "改好再提交。没有改动。")))


def lacking(desk: Desk, file: str) -> tuple[str, ...]:
    """Return what an entry lacks to count, in the words of `todo`; none while others must issue."""
    standings = desk.assessment.standings.values()
    standing = next(each for each in standings if each.entry.file == file)
    return () if standing.entry.waits_for else standing.faults


def withdraw(desk: Desk, typed: Iterable[str], reason: str) -> list[str]:
    """Withdraw entries with a reason. Returns what to print.

    A 涉密 entry says nothing but its register; its reason belongs there.
    """
    reason = words(reason, "--withdraw", "与某科的条目重复")
    said, changes = [], []
    for standing in desk.entries(typed):
        entry, file = standing.entry, standing.entry.file
        before = raw = desk.raw(file)
        raw = set_value(raw, file, _STATE, "撤回")
        if not entry.secret:
            raw = set_value(raw, file, _REASON, reason, "状态")
        if raw == before:
            said.append(f"{entry.id} 已经撤回，没有改动。")
            continue
        changes.append(Change(file, before, raw))
        what = [] if entry.state == "撤回" else [f"状态 {entry.state} → 撤回"]
        what += ["涉密，理由记在登记簿里"] if entry.secret else [f"撤回理由：{reason}"]
        said.append(f"已改 {file}：{'；'.join(what)}")
    return [*said, *desk.carry_out(changes, ["接下来：提交（git commit），开合并请求。"])]


def reopen(desk: Desk, typed: Iterable[str], reason: str) -> list[str]:
    """Declare a correction; take what was withdrawn back as a draft. Returns what to print.

    DESIGN section 4: "Corrections are declared (`fzjs submit --reopen` writes 更正), so that
    honest work is never blocked." Why an entry was withdrawn moves into the 更正 and stays said.
    """
    reason = words(reason, "--reopen", "人数写错，应为12")
    said, changes = [], []
    standings = desk.entries(typed)
    for standing in standings:
        before = desk.raw(standing.entry.file)
        after, what = _reopened(desk, standing, before, reason)
        if after == before:
            said.append(f"{standing.entry.id} {what}，没有改动。")
            continue
        changes.append(Change(standing.entry.file, before, after))
        said.append(f"已改 {standing.entry.file}：{what}")
    closing = ["接下来：改好再提交（git commit）。改了内容、附件、数据的，整个条目待复核；"]
    closing.append("只改了“对应”里一条的，其余各条仍算通过。")
    if any(standing.entry.state == "撤回" for standing in standings):
        closing = ["接下来：改好内容，用 fzjs submit 再提交。"]
    return [*said, *desk.carry_out(changes, closing)]


def _reopened(desk: Desk, standing: Standing, raw: bytes, reason: str) -> tuple[bytes, str]:
    """Return the new bytes and what was done, or the same bytes and why nothing is to be done."""
    entry, file = standing.entry, standing.entry.file
    if entry.state == "草稿":
        return raw, "是草稿，直接改就行"
    if entry.secret:
        if entry.state == "已提交":
            return raw, "是涉密条目，更正记在登记簿里"
        return set_value(raw, file, _STATE, "草稿"), "状态 撤回 → 草稿；涉密，更正记在登记簿里"
    done = f"更正 {desk.today} {reason}"
    if entry.state == "撤回":
        raw = set_value(raw, file, _STATE, "草稿")
        reason += f"（曾撤回：{entry.withdrawal or '没有写理由'}）"
        raw = remove(raw, file, _REASON)
        done = f"状态 撤回 → 草稿；更正 {desk.today} {reason}"
    item = {"日期": desk.today.isoformat(), "理由": reason}
    if item in desk.data(file).get("更正", ()):
        return raw, "今天的更正已经写了"
    return append(raw, file, ("更正",), item, "状态"), done
