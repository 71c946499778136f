"""`fzjs apply` and `fzjs approve`: 不适用, 延期 and 补报, asked for by an office, then approved.

An application changes nothing until the approval stands in `fzjs.yaml` (docs/format.md).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.add.naming import safe
from fzjs.actions.desk import Desk, date, words
from fzjs.actions.names import NONE
from fzjs.assess import Due, Met, State
from fzjs.assess.catalogue import covers
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import fold_reference
from fzjs.models import Application
from fzjs.nearest import nearest
from fzjs.reports import named
from fzjs.reports.named import office_folder, office_named
from fzjs.repository import Document, Role
from fzjs.repository.layout import name_of
from fzjs.rules.campaign_unknown_subject import wrong
from fzjs.source.emit import Value
from fzjs.store import Change, append, delete
from fzjs.visible import in_shell

KINDS = ("不适用", "延期", "补报")
_CAMPAIGN = "fzjs.yaml"


class Asked(NamedTuple):
    """An application as typed."""

    kind: str
    subject: str
    office: str = ""
    reason: str = ""
    until: str = ""
    day: str = ""


def apply(desk: Desk, asked: Asked) -> list[str]:
    """Write an office's application into its 申请/. Returns what to print.

    Raises FzjsError for names, subjects and dates; RefusedError where the office does not owe it,
    where it is proven or excused, and where another application asks for something else.
    """
    kind = _kind(asked.kind)
    subject, owed = _subject(desk, asked.subject)
    office = _applicant(desk, asked.office, owed)
    if not asked.reason:
        raise FzjsError(f"写明为什么：--reason 理由。{NONE}")
    reason = words(asked.reason, "--reason", "当年没有这类事项")
    label = desk.assessment.catalogue.label(subject)
    settled = _approved(desk, kind, subject)
    if settled:
        return [f"{label} 的{kind}{settled}，{NONE}"]
    _refuse_needless(kind, label, owed)
    until = _until(desk, kind, asked.until, owed)
    day = desk.day(asked.day, "--date")
    before = _pending(desk, kind, subject)
    if before:
        return [_again(before, label, reason, until)]
    name = safe(f"{day:%Y-%m}-{kind}-{label}")
    file = f"evidence/{office_folder(desk.assessment, office)}/申请/{name}.yaml"
    data: dict[str, Value] = {
        "类别": kind,
        "对象": label,
        **({"至": until.isoformat()} if until else {}),
        "理由": reason,
        "日期": day.isoformat(),
    }
    sample = desk.assessment.repository.campaign.sample
    change = Change(file, None, newfile.text(desk.tree, file, "application", data, sample=sample))
    closing = "接下来：提交（git commit），开合并请求；批准以前照旧欠着，批准用 fzjs approve。"
    return [f"新建 {file}：{office}申请{label}{kind}", *desk.carry_out([change], [closing])]


def _again(document: Document, label: str, reason: str, until: datetime.date | None) -> str:
    """Return that the same stands there. Raises RefusedError where it asks for something else."""
    record: Application = document.record
    said = [] if record.until == until else [f"至 {record.until}"]
    said += [] if record.reason == reason else [f"理由 {record.reason}"]
    if not said:
        return f"{label} 的{record.kind}已经申请过了（{document.file}），等批准，{NONE}"
    take_back = f"fzjs apply {record.kind} {in_shell(label)} --withdraw"
    raise RefusedError(
        f"{document.file} 已经申请过，写的是：{'，'.join(said)}。{NONE}\n"
        f"要改的，先撤回再申请：{take_back}"
    )


def withdraw(desk: Desk, asked: Asked) -> list[str]:
    """Take an application back that is not approved: its file goes. Returns what to print.

    Raises FzjsError where there is none; RefusedError where it is approved.
    """
    kind = _kind(asked.kind)
    subject, _ = _subject(desk, asked.subject)
    label = desk.assessment.catalogue.label(subject)
    if asked.reason or asked.until:
        raise FzjsError(f"--withdraw 不和 --reason、--until 一起写。{NONE}")
    if _approved(desk, kind, subject):
        raise RefusedError(f"{label} 的{kind}已经批准，要收回请创建办改 fzjs.yaml。{NONE}")
    document = _pending(desk, kind, subject)
    if not document:
        raise FzjsError(f"没有 {label} 的{kind}申请，不用撤回。{NONE}")
    delete(desk.tree, document.file, desk.raw(document.file))
    return [
        f"已删 {document.file}：撤回 {label} 的{kind}申请；提交过的，git 里还查得到",
        "接下来：提交（git commit）；要重新申请的，再用 fzjs apply。",
    ]


def _refuse_needless(kind: str, label: str, owed: Sequence[Met]) -> None:
    """Raise RefusedError where all is excused already, or what would be excused is proven.

    A date is of no use only where everything is proven.
    """
    live = [met for met in owed if not met.due.excused]
    if owed and not live:
        raise RefusedError(f"{label} 已经不适用（{owed[0].due.excused}），用不着{kind}。{NONE}")
    passed = [met for met in live if met.state is State.PASSED]
    if passed and (kind == "不适用" or len(passed) == len(live)):
        due, entry = passed[0].due, passed[0].proofs[0].standing.entry.id
        others = "；其余的写明年度再申请" if len(passed) < len(live) else ""
        raise RefusedError(
            f"{due.label} 已通过，由 {entry} 证明，用不着{kind}{others}。{NONE}\n"
            f"看条目：fzjs show {in_shell(entry)}"
        )


def _kind(typed: str) -> str:
    if typed in KINDS:
        return typed
    guess = nearest(typed, KINDS)
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(f"申请只有 {'、'.join(KINDS)}，没有“{typed}”。{hint}{NONE}")


def _subject(desk: Desk, typed: str) -> tuple[str, list[Met]]:
    """Return the folded subject and the 应报件 that it speaks of. Raises FzjsError."""
    subject = fold_reference(typed.strip())
    fault = wrong(subject, desk.assessment)
    if fault:
        raise FzjsError(f"“{typed}”：{fault[0]}。{_ended(fault[1])}{NONE}")
    return subject, _owed(desk, subject)


def _owed(desk: Desk, subject: str) -> list[Met]:
    return [met for met in desk.assessment.met if _speaks_of(subject, met.due)]


def _speaks_of(subject: str, due: Due) -> bool:
    span = due.span
    return due.key == subject or covers(
        subject, due.material, due.indicator, span.label, span.years
    )


def _ended(hint: str) -> str:
    return hint if hint.endswith("？") else f"{hint}。"


def _applicant(desk: Desk, typed: str, owed: Sequence[Met]) -> str:
    """Return the office that asks: it must owe the subject, as others have nothing to ask for."""
    owners = list(dict.fromkeys(office for met in owed for office in met.due.owners))
    if not typed:
        if len(owners) == 1:
            return owners[0]
        raise FzjsError(f"用 --office 写明哪个科室申请：{'、'.join(owners)}。{NONE}")
    office = office_named(desk.assessment, typed)
    if owners and office not in owners:
        raise RefusedError(f"{office}不欠这一件，由{'、'.join(owners)}申请。{NONE}")
    return office


def _until(desk: Desk, kind: str, typed: str, owed: Sequence[Met]) -> datetime.date | None:
    """Return the day asked for; 延期 and 补报 need one, later than the present one."""
    if kind == "不适用":
        if typed:
            raise FzjsError(f"不适用不写 --until；想推迟的，申请延期。{NONE}")
        return None
    if not typed:
        raise FzjsError(f"{kind}要写推迟到哪天：--until 2021-06-20。{NONE}")
    until = date(typed, "--until")
    now = max([desk.today, *(met.due.due for met in owed)])
    if until <= now:
        what = "今天" if now == desk.today else "现在的期限"
        raise FzjsError(f"--until：{until} 不晚于{what} {now}，用不着申请。{NONE}")
    return until


def _approved(desk: Desk, kind: str, subject: str) -> str:
    campaign = desk.assessment.repository.campaign
    if kind == "不适用":
        done = any(fold_reference(each.subject) == subject for each in campaign.exemptions)
        return "已经批准" if done else ""
    days = [w.until for w in campaign.extensions if fold_reference(w.subject) == subject]
    return f"已经批到 {days[0]}，要再延请创建办改 fzjs.yaml" if days else ""


def _pending(desk: Desk, kind: str, subject: str) -> Document | None:
    for each in desk.assessment.repository.applications:
        if (each.kind, each.subject) == (kind, subject):
            return named.document(desk.assessment, each.place.file)
    return None


def approve(desk: Desk, typed: str, by: str, day_typed: str) -> list[str]:
    """Write the approval of an application into `fzjs.yaml`. Returns what to print.

    补报 is approved as 延期: both move a due date. Raises FzjsError for names and dates.
    """
    by = words(by, "--by", "张某")
    document = _application(desk, typed)
    record: Application = document.record
    subject = fold_reference(record.subject)
    day = desk.day(day_typed, "--date")
    if day < record.date:
        raise FzjsError(f"--date：批准 {day} 早于申请 {record.date}。{NONE}")
    settled = _approved(desk, record.kind, subject)
    if settled:
        return [f"{record.subject} 的{record.kind}{settled}，{NONE}"]
    fault = wrong(subject, desk.assessment)
    if fault:
        said = f"“{record.subject}”{fault[0]}。{_ended(fault[1])}"
        raise RefusedError(f"{document.file}：{said}{NONE}")
    owed = _owed(desk, subject)
    _refuse_needless(record.kind, record.subject, owed)
    _refuse_early(document, owed)
    key, item = _approval(document, by, day)
    raw = desk.raw(_CAMPAIGN)
    change = Change(_CAMPAIGN, raw, append(raw, _CAMPAIGN, (key,), item))
    office = name_of(document.file).partition("/")[0]
    said = f"已改 {_CAMPAIGN}：{key} 加上 {record.subject}，{by} {day} 批准"
    closing = f"接下来：提交（git commit）fzjs.yaml；{document.file} 留着，不再算待批。"
    return [said, *_doubt(desk, office, by), *desk.carry_out([change], [closing])]


def _refuse_early(document: Document, owed: Sequence[Met]) -> None:
    """Raise RefusedError where the due date has moved meanwhile, and not before what is asked."""
    until = document.record.until
    now = max((met.due.due for met in owed), default=None)
    if until and now and until <= now:
        raise RefusedError(
            f"{document.file} 申请推迟到 {until}，现在的期限已经是 {now}，用不着批。{NONE}"
        )


def _approval(document: Document, by: str, day: datetime.date) -> tuple[str, dict[str, Value]]:
    """Return the list of `fzjs.yaml` and what is added to it. Raises RefusedError without 至."""
    record: Application = document.record
    approval: dict[str, Value] = {"人": by, "日期": day.isoformat()}
    said: dict[str, Value] = {"理由": record.reason, "批准": approval}
    if record.kind == "不适用":
        return "不适用", {"对象": record.subject, **said}
    if not record.until:
        raise RefusedError(f"{document.file} 没有写“至”哪天，请科室补上再批。{NONE}")
    return "延期", {"对象": record.subject, "至": record.until.isoformat(), **said}


def _doubt(desk: Desk, office: str, by: str) -> list[str]:
    """Say so where who approves answers for the office that asked: the program cannot judge it."""
    full = desk.assessment.catalogue.folder_office(office)
    offices = desk.assessment.repository.campaign.offices
    own = any(each.name == full and each.person == by for each in offices)
    return [f"  注意：{by}是申请科室{full}的责任人，自己批自己的请另找人批"] if own else []


def _application(desk: Desk, typed: str) -> Document:
    """Return an application by its file's path or name, or by its subject. Raises FzjsError."""
    documents = [d for d in desk.assessment.repository.documents if d.role is Role.APPLICATION]
    text = typed.strip().replace("\\", "/")
    file = named.file_named(desk.tree.root, desk.here, typed)
    name = name_of(file or text.removeprefix("./"))
    found = [d for d in documents if name in {name_of(d.file), name_of(d.file).rpartition("/")[2]}]
    if not found:
        subject = fold_reference(text)
        found = [d for d in documents if d.record and fold_reference(d.record.subject) == subject]
    if len(found) == 1:
        desk.refuse_broken(found[0].file)
        return found[0]
    if found:
        raise FzjsError(f"“{typed}”不止一个申请：{'、'.join(d.file for d in found)}。写文件路径。")
    waiting = "、".join(name_of(d.file) for d in documents) or "一个也没有"
    guess = nearest(name, [name_of(d.file) for d in documents], 60)
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(f"没有“{typed}”这个申请。{hint}现有的申请：{waiting}。{NONE}")
