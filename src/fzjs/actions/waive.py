"""`fzjs apply` and `fzjs approve`: 不适用, 延期 and 补报, asked for by an office, then approved.

An application changes nothing until the approval stands in `fzjs.yaml` (docs/format.md).
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.add.naming import safe
from fzjs.actions.desk import Desk, date, words
from fzjs.assess import Due
from fzjs.assess.catalogue import covers
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import fold_reference
from fzjs.models import Application
from fzjs.nearest import nearest
from fzjs.reports.named import office_folder, office_named
from fzjs.repository import Document, Role
from fzjs.repository.layout import name_of
from fzjs.rules.campaign_unknown_subject import wrong
from fzjs.source.emit import Value
from fzjs.store import Change, append

KINDS = ("不适用", "延期", "补报")
_NONE = "没有改动。"
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

    Raises FzjsError for names, subjects and dates; RefusedError where the office does not owe it.
    """
    kind = _kind(asked.kind)
    subject, owed = _subject(desk, asked.subject)
    office = _applicant(desk, asked.office, owed)
    reason = words(asked.reason, "--reason", "当年没有这类事项")
    until = _until(desk, kind, asked.until, owed)
    day = desk.day(asked.day, "--date")
    label = desk.assessment.catalogue.label(subject)
    settled = _approved(desk, kind, subject) or _pending(desk, kind, subject)
    if settled:
        return [f"{label} 的{kind}{settled}，{_NONE}"]
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


def _kind(typed: str) -> str:
    if typed in KINDS:
        return typed
    guess = nearest(typed, KINDS)
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(f"申请只有 {'、'.join(KINDS)}，没有“{typed}”。{hint}{_NONE}")


def _subject(desk: Desk, typed: str) -> tuple[str, list[Due]]:
    """Return the folded subject and the 应报件 that it speaks of. Raises FzjsError."""
    subject = fold_reference(typed.strip())
    fault = wrong(subject, desk.assessment)
    if fault:
        raise FzjsError(f"“{typed}”：{fault[0]}。{_ended(fault[1])}{_NONE}")
    owed = [
        met.due
        for met in desk.assessment.met
        if met.due.key == subject
        or covers(
            subject, met.due.material, met.due.indicator, met.due.span.label, met.due.span.years
        )
    ]
    return subject, owed


def _ended(hint: str) -> str:
    return hint if hint.endswith("？") else f"{hint}。"


def _applicant(desk: Desk, typed: str, owed: list[Due]) -> str:
    """Return the office that asks: it must owe the subject, as others have nothing to ask for."""
    owners = list(dict.fromkeys(office for due in owed for office in due.owners))
    if not typed:
        if len(owners) == 1:
            return owners[0]
        raise FzjsError(f"用 --office 写明哪个科室申请：{'、'.join(owners)}。{_NONE}")
    office = office_named(desk.assessment, typed)
    if owners and office not in owners:
        raise RefusedError(f"{office}不欠这一件，由{'、'.join(owners)}申请。{_NONE}")
    return office


def _until(desk: Desk, kind: str, typed: str, owed: list[Due]) -> datetime.date | None:
    """Return the day asked for; 延期 and 补报 need one, later than the present one."""
    if kind == "不适用":
        if typed:
            raise FzjsError(f"不适用不写 --until；想推迟的，申请延期。{_NONE}")
        return None
    if not typed:
        raise FzjsError(f"{kind}要写推迟到哪天：--until 2021-06-20。{_NONE}")
    until = date(typed, "--until")
    now = max([desk.today, *(due.due for due in owed)])
    if until <= now:
        what = "今天" if now == desk.today else "现在的期限"
        raise FzjsError(f"--until：{until} 不晚于{what} {now}，用不着申请。{_NONE}")
    return until


def _approved(desk: Desk, kind: str, subject: str) -> str:
    campaign = desk.assessment.repository.campaign
    if kind == "不适用":
        done = any(fold_reference(each.subject) == subject for each in campaign.exemptions)
        return "已经批准" if done else ""
    days = [w.until for w in campaign.extensions if fold_reference(w.subject) == subject]
    return f"已经批到 {days[0]}，要再延请创建办改 fzjs.yaml" if days else ""


def _pending(desk: Desk, kind: str, subject: str) -> str:
    for each in desk.assessment.repository.applications:
        if (each.kind, each.subject) == (kind, subject):
            return f"已经申请过了（{each.place.file}），等批准"
    return ""


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
        raise FzjsError(f"--date：批准 {day} 早于申请 {record.date}。{_NONE}")
    settled = _approved(desk, record.kind, subject)
    if settled:
        return [f"{record.subject} 的{record.kind}{settled}，{_NONE}"]
    fault = wrong(subject, desk.assessment)
    if fault:
        said = f"“{record.subject}”{fault[0]}。{_ended(fault[1])}"
        raise RefusedError(f"{document.file}：{said}{_NONE}")
    key, item = _approval(document, by, day)
    raw = desk.raw(_CAMPAIGN)
    change = Change(_CAMPAIGN, raw, append(raw, _CAMPAIGN, (key,), item))
    office = name_of(document.file).partition("/")[0]
    said = f"已改 {_CAMPAIGN}：{key} 加上 {record.subject}，{by} {day} 批准"
    closing = f"接下来：提交（git commit）fzjs.yaml；{document.file} 留着，不再算待批。"
    return [said, *_doubt(desk, office, by), *desk.carry_out([change], [closing])]


def _approval(document: Document, by: str, day: datetime.date) -> tuple[str, dict[str, Value]]:
    """Return the list of `fzjs.yaml` and what is added to it. Raises RefusedError without 至."""
    record: Application = document.record
    approval: dict[str, Value] = {"人": by, "日期": day.isoformat()}
    said: dict[str, Value] = {"理由": record.reason, "批准": approval}
    if record.kind == "不适用":
        return "不适用", {"对象": record.subject, **said}
    if not record.until:
        raise RefusedError(f"{document.file} 没有写“至”哪天，请科室补上再批。{_NONE}")
    return "延期", {"对象": record.subject, "至": record.until.isoformat(), **said}


def _doubt(desk: Desk, office: str, by: str) -> list[str]:
    """Say so where who approves answers for the office that asked: the program cannot judge it."""
    full = desk.assessment.catalogue.office(office) or office
    offices = desk.assessment.repository.campaign.offices
    own = any(each.name == full and each.person == by for each in offices)
    return [f"  注意：{by}是申请科室{full}的责任人，自己批自己的请另找人批"] if own else []


def _application(desk: Desk, typed: str) -> Document:
    """Return an application by its file's path or name, or by its subject. Raises FzjsError."""
    documents = [d for d in desk.assessment.repository.documents if d.role is Role.APPLICATION]
    text = typed.strip().replace("\\", "/")
    name = name_of(text.removeprefix("./"))
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
    raise FzjsError(f"没有“{typed}”这个申请。{hint}现有的申请：{waiting}。{_NONE}")
