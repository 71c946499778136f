"""`fzjs problem add`: a problem that an inspection found, in the inspectors' own folder."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.add.naming import safe
from fzjs.actions.desk import Desk, date, words
from fzjs.actions.names import NONE
from fzjs.actions.problem.meant import not_before
from fzjs.diagnostic import FzjsError
from fzjs.facts import fold_reference
from fzjs.models import Inspection
from fzjs.models.followup import Problem
from fzjs.reports.named import entry_meant, office_named
from fzjs.repository import Document, Role
from fzjs.repository.layout import name_of, nfc
from fzjs.rules.campaign_unknown_subject import wrong
from fzjs.source.emit import Value
from fzjs.store import Change, append

_NEXT = (
    "接下来：提交（git commit）；督导的合并请求单独交。科室看 fzjs todo 科室，改好了用 "
    "fzjs problem apply 申请销号。"
)


class Found(NamedTuple):
    """A problem as typed."""

    about: str
    text: str
    kind: str
    due: str
    office: str = ""
    day: str = ""
    source: str = ""
    asked: str = ""


def add(desk: Desk, found: Found) -> list[str]:
    """Write a problem into the inspection of its day and kind, made where there is none.

    Raises FzjsError for names, subjects and dates; RefusedError for a file with faults.
    """
    day = desk.day(found.day, "--date")
    kind = words(found.kind, "--type", "双月检查")
    text = words(found.text, "--text", "缺章")
    due = date(found.due, "--due")
    not_before(due, day, "检查", "--due")
    key, about, owners = _subject(desk, found.about)
    office = _office(desk, found.office, owners)
    item: dict[str, Value] = {
        key: about,
        "问题": text,
        **_more(found, kind),
        "责任科室": office,
        "时限": due.isoformat(),
    }
    there = _inspection(desk, kind, day)
    if there:
        return _appended(desk, there, item)
    file = _free(desk, kind, day)
    data: dict[str, Value] = {
        "类型": kind,
        "日期": day.isoformat(),
        "问题": [{"编号": "1", **item}],
    }
    sample = desk.assessment.repository.campaign.sample
    content = newfile.text(desk.tree, file, "inspection", data, sample=sample)
    name = name_of(file).removeprefix("督导/")
    said = f"新建 {file}：问题 {name}/1，{office} {due} 前改好"
    return [said, *desk.carry_out([Change(file, None, content)], [_NEXT])]


def _more(found: Found, kind: str) -> dict[str, Value]:
    said = {"来源": " ".join(found.source.split()), "要求": " ".join(found.asked.split())}
    return {name: text for name, text in said.items() if text and text != kind}


def _appended(desk: Desk, there: Document, item: dict[str, Value]) -> list[str]:
    record: Inspection = there.record
    desk.refuse_broken(there.file)
    name = name_of(there.file).removeprefix("督导/")
    same = next((each for each in record.problems if _says(each, item)), None)
    if same:
        return [f"问题 {name}/{same.number} 已经这样登记过。{NONE}"]
    number = max((each.number for each in record.problems), default=0) + 1
    raw = desk.raw(there.file)
    after = append(raw, there.file, ("问题",), {"编号": str(number), **item})
    said = f"已改 {there.file}：加上问题 {name}/{number}，{item['责任科室']} {item['时限']} 前改好"
    return [said, *desk.carry_out([Change(there.file, raw, after)], [_NEXT])]


def _says(problem: Problem, item: dict[str, Value]) -> bool:
    said = problem.plain()
    return all(said.get(key) == value for key, value in item.items())


def _subject(desk: Desk, typed: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the key, the name and the owners of what a problem is about. Raises FzjsError."""
    assessment, catalogue = desk.assessment, desk.assessment.catalogue
    file = entry_meant(assessment, desk.here, typed.strip())
    if file:
        standing = desk.entry(file)
        return "条目", standing.entry.id, (catalogue.folder_office(standing.entry.office),)
    reference = fold_reference(typed)
    fault = wrong(reference, assessment)
    if fault:
        hint = fault[1] if fault[1].endswith("？") else f"{fault[1]}。"
        raise FzjsError(f"“{typed}”：{fault[0]}。{hint}{NONE}")
    head = reference.partition("/")[0]
    key = "资料" if "-" in head else "指标"
    row = catalogue.rows[head.partition("-")[0]]
    return key, catalogue.label(reference), row.owners


def _office(desk: Desk, typed: str, owners: tuple[str, ...]) -> str:
    if typed:
        return office_named(desk.assessment, typed)
    if len(owners) == 1:
        return owners[0]
    named = "、".join(owners) or "没有写责任科室"
    raise FzjsError(f"用 --office 写明由谁改：{named}。{NONE}")


def _inspection(desk: Desk, kind: str, day: datetime.date) -> Document | None:
    """Return the inspection of this kind and day, where there is one."""
    return next(
        (
            each
            for each in desk.assessment.repository.documents
            if isinstance(each.record, Inspection)
            and (each.record.kind, each.record.date) == (kind, day)
        ),
        None,
    )


def _free(desk: Desk, kind: str, day: datetime.date) -> str:
    """Return the new file's name: ‹month›-‹kind›, with the day where the month has one already."""
    files = {
        nfc(PurePosixPath(each.file).stem)
        for each in desk.assessment.repository.documents
        if each.role is Role.INSPECTION
    }
    month, whole = safe(f"{day:%Y-%m}-{kind}"), safe(f"{day:%Y-%m-%d}-{kind}")
    return f"evidence/督导/{whole if month in files else month}.yaml"
