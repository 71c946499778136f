"""情况说明 as data: from a ledger entry, or for an indicator's material and a year."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from fzjs.assess import Assessment, Standing, sound
from fzjs.assess.period import claimed_years
from fzjs.diagnostic import FzjsError
from fzjs.facts import Entry, fold_reference
from fzjs.models import Evidence
from fzjs.reports import show
from fzjs.reports.named import entry_meant
from fzjs.reports.wording import long_date, periods
from fzjs.repository import Document
from fzjs.repository.layout import name_of
from fzjs.visible import in_shell

GAP = "（待填）"
_REFUSED = ("evidence-title-form", "evidence-too-long", "evidence-dated-late")
"""What no statement is written with; seal and date can still be added on paper."""


def build(
    assessment: Assessment, subject: str, year: int | None = None, here: Path | None = None
) -> dict[str, Any]:
    """Return a statement's data; `subject` is an entry, an indicator or a material.

    附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》，落款需注明提供单位规范名称和日期”.
    `文件名` names the file; `关键词` are the materials it is for, which no formal paper shows.
    Raises FzjsError where there is no such entry, it breaks the unit's rules, or it is handed in
    already with its text in an attachment.
    """
    file = entry_meant(assessment, here or assessment.repository.tree.root, subject)
    if file and name_of(file) not in assessment.standings:
        raise FzjsError(f"{file} 有误，先按 fzjs check {in_shell(file)} 的提示改好。")
    if file:
        return from_entry(assessment, assessment.standings[name_of(file)])
    standing = _find(assessment, subject, year)
    if standing is None:
        return _blank(assessment, subject, year)
    return from_entry(assessment, standing)


def _find(assessment: Assessment, subject: str, year: int | None) -> Standing | None:
    """Return the one statement that speaks of an indicator or material in a year."""
    if year is None:
        raise FzjsError("按指标写情况说明要指明年度，如 fzjs report statement 31 --year 2020")
    key = fold_reference(subject)
    if "-" not in key:
        show.find(assessment, subject)
    window = assessment.repository.campaign.window
    found = [
        standing
        for standing in assessment.standings.values()
        if standing.entry.kind == sound.STATEMENT
        and standing.state != "撤回"
        and any(
            key in {(name := assessment.catalogue.material(c.material)), name.partition("-")[0]}
            and year in claimed_years(c.period, window)
            for c in standing.entry.claims
        )
    ]
    if len(found) > 1:
        names = "\n".join(f"  evidence/{s.entry.id}.yaml" for s in found)
        raise FzjsError(
            f"第{subject}项{year}年度有{len(found)}份情况说明，请写明是哪一份：\n{names}"
        )
    return found[0] if found else None


def why_not(assessment: Assessment, entry: Entry) -> str:
    """Say why no statement is written from an entry, "" where it is.

    附件1 三.2 of the Puyang plan is the unit's rule for title, length and day.
    """
    if entry.secret or entry.kind != sound.STATEMENT:
        return f"是“{'涉密登记' if entry.secret else entry.kind}”，不是情况说明，不能出文"
    broken = [
        condition.label
        for condition in sound.CONDITIONS
        if condition.rule in _REFUSED and condition.broken(entry, assessment.catalogue)
    ]
    if broken:
        limit, words = assessment.repository.campaign.words_limit, entry.body_words
        over = f"（正文{words}字，上限{limit}字）" if limit and words and words > limit else ""
        return f"不合本单位的格式：{'、'.join(broken)}{over}，改好再出"
    if entry.attachments and entry.state == "已提交" and not body_of(assessment, entry):
        return "正文在附件里，不另出文；要由 fzjs 出文，就在条目里写“正文”"
    return ""


def from_entry(assessment: Assessment, standing: Standing) -> dict[str, Any]:
    """Return the statement's data of an entry. Raises FzjsError where `why_not` says why."""
    entry, catalogue = standing.entry, assessment.catalogue
    if why := why_not(assessment, entry):
        held = "、".join(attachment.path for attachment in entry.attachments)
        files = f"\n附件：{held}" if held else ""
        raise FzjsError(f"{entry.file}（{standing.state}）{why}。{files}")
    body = body_of(assessment, entry)
    gaps = [
        name for name, missing in (("正文", not body), ("落款日期", not entry.dated)) if missing
    ]
    return {
        **_frame(assessment, sound.title_of(entry, catalogue).strip("《》"), gaps),
        "关键词": "、".join(f"{catalogue.label(c.material)}/{c.period}" for c in entry.claims),
        "事由": entry.subject,
        "正文": body,
        "附件": [
            {"名称": PurePosixPath(a.path).stem}
            for a in entry.attachments
            if PurePosixPath(a.path).stem != PurePosixPath(entry.id).name and a.words is None
        ],
        "落款日期": long_date(entry.dated) if entry.dated else GAP,
        "盖章": entry.sealed is not False,
        "示例": entry.sample or assessment.repository.campaign.sample,
        "指标": _subjects(assessment, entry),
    }


def _frame(assessment: Assessment, title: str, gaps: list[str]) -> dict[str, Any]:
    campaign = assessment.repository.campaign
    unit = campaign.unit
    return {
        "单位": unit,
        "红头": campaign.letterhead,
        "落款单位": unit,
        "标题": title,
        "文件名": title,
        "待填": gaps,
    }


def body_of(assessment: Assessment, entry: Entry) -> list[str]:
    """Return the paragraphs that an entry's author wrote."""
    record = assessment.once(_documents)[entry.file].record
    text = record.body if isinstance(record, Evidence) else None
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _documents(assessment: Assessment) -> dict[str, Document]:
    return {document.file: document for document in assessment.repository.documents}


def _subjects(assessment: Assessment, entry: Entry) -> list[dict[str, str]]:
    catalogue = assessment.catalogue
    found: dict[str, list[str]] = {}
    for claim in entry.claims:
        found.setdefault(claim.material, []).append(claim.period)
    rows = []
    for key, labels in found.items():
        material = catalogue.materials.get(key)
        number, _, code = catalogue.label(key).partition("-")
        text = material.text if material else ""
        rows.append({"编号": number, "代号": code, "内容": text, "年度": periods(labels, "—")})
    return rows


def _blank(assessment: Assessment, subject: str, year: int | None) -> dict[str, Any]:
    """Return the frame of a statement that nobody has written: every gap marked."""
    key = fold_reference(subject)
    catalogue, campaign = assessment.catalogue, assessment.repository.campaign
    owed = {
        met.due.material: met.due
        for met in assessment.met
        if key in {met.due.material, met.due.indicator}
        and met.due.kind == sound.STATEMENT
        and year in met.due.span.years
    }
    if len(owed) != 1:
        names = "、".join(catalogue.label(material) for material in owed)
        what = f"有几项情况说明，请写明代号：{names}" if owed else "没有要报的情况说明"
        raise FzjsError(f"第{subject}项{year}年度{what}。")
    due = next(iter(owed.values()))
    label = catalogue.label(due.material)
    number, _, code = label.partition("-")
    title = campaign.title_form.replace("{单位}", campaign.unit).replace("{事由}", GAP)
    return {
        **_frame(assessment, title, ["事由", "正文", "落款日期"]),
        # Titles that wait for their 事由 are all alike, the files are not.
        "文件名": f"{title}（{label}-{year}）",
        "关键词": f"{label}/{year}",
        "事由": GAP,
        "正文": [],
        "附件": [],
        "落款日期": GAP,
        "盖章": True,
        "示例": campaign.sample,
        "指标": [{"编号": number, "代号": code, "内容": due.text, "年度": str(year)}],
    }
