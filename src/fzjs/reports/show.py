"""`fzjs show 31`: one indicator, its text, materials, who, evidence and gaps."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment, Judged, Met
from fzjs.assess.handover import lacking
from fzjs.assess.reopened import open_subjects
from fzjs.diagnostic import FzjsError
from fzjs.facts import fold_reference
from fzjs.nearest import nearest
from fzjs.reports import problems
from fzjs.reports.listed import listed
from fzjs.reports.needs import open_groups
from fzjs.reports.wording import long_date, tally


def find(assessment: Assessment, number: str) -> tuple[Judged, tuple[str, ...]]:
    """Return the indicator that a reference belongs to, and the materials that it names.

    `31` names no material, `31-2甲` one, the ambiguous `31-2` each that it may mean. Raises
    FzjsError with the nearest.
    """
    reference = fold_reference(number).partition("/")[0]
    key, dash, _ = reference.partition("-")
    judged, catalogue = assessment.indicators.get(key), assessment.catalogue
    if judged is None:
        guess = nearest(key, assessment.indicators)
        hint = f"是不是“{catalogue.label(guess)}”？" if guess else ""
        raise FzjsError(f"没有第“{number}”项指标。{hint}编号照方案写，如 31、（5）、★1、加分1。")
    if not dash:
        return judged, ()
    meant = catalogue.repeated.get(reference, (catalogue.material(reference),))
    if not all(map(catalogue.owes, meant)):
        names = [catalogue.label(n) for n in catalogue.claimable if n.partition("-")[0] == key]
        listed = "、".join(names) or "没有列出资料"
        raise FzjsError(f"没有“{number}”这项资料。第{catalogue.label(key)}项有：{listed}")
    return judged, meant


def build(assessment: Assessment, number: str) -> dict[str, Any]:
    """Return an indicator with what it owes, what is there, and what is in doubt."""
    judged, named = find(assessment, number)
    item = judged.row.indicator
    owed = [met for met in judged.owed if not named or met.due.material in named]
    return {
        "编号": item.number,
        "来源": item.tier,
        "类别": item.category,
        "一级指标": item.level1,
        "二级指标": item.level2,
        "标题": item.title,
        "内容": item.text,
        "工作任务": [{"方法": method, "内容": text} for method, text in item.tasks],
        "测评方法": list(judged.row.methods),
        "责任": _responsible(assessment, judged),
        "责任说明": item.duty_note,
        "沿用": _inherited(assessment, judged),
        "应点到": [assessment.catalogue.label(reference) for reference in item.named_in],
        "不需上报": item.no_report,
        "量化要求": [
            {
                "项目": each.target.item,
                "要求": each.target.demand,
                "起算": each.target.start,
                "结果": each.reason,
            }
            for each in judged.judgements
        ],
        "分值": item.points,
        "评分办法": item.scoring,
        "出处": item.origin,
        "状态": str(judged.progress),
        "自评": str(judged.attainment),
        "合计": tally(assessment, owed),
        "截止待定": "截止" in assessment.repository.campaign.assumed,
        "资料": _materials(assessment, judged, named),
        "应报件": [_due(assessment, met) for met in owed],
        "口径": _rulings(assessment, item.key),
        "问题": _problems(assessment, judged),
        "位置": f"{item.place.file}:{item.place.line}",
    }


def _responsible(assessment: Assessment, judged: Judged) -> list[dict[str, Any]]:
    waiting = open_groups(assessment)
    return [
        {
            "科室": r.office,
            "角色": r.role,
            "责任人": r.person or _person(assessment, r.office),
            "集合名词": r.group or (r.office if r.office in waiting else ""),
            "成员待定": r.office in waiting,
        }
        for r in judged.row.responsible
    ]


def _inherited(assessment: Assessment, judged: Judged) -> dict[str, str]:
    item = judged.row.indicator
    origins = (
        ("方法", item.methods_from),
        ("资料", item.materials_from),
        ("责任", item.responsible_from),
    )
    return {name: assessment.catalogue.label(origin) for name, origin in origins if origin}


def _rulings(assessment: Assessment, key: str) -> list[dict[str, Any]]:
    return [
        {"编号": ruling.number, "问题": ruling.question, "已定": ruling.settled}
        for ruling in assessment.catalogue.campaign.rulings
        if any(s.partition("/")[0].partition("-")[0] == key for s in ruling.subjects)
    ]


def _problems(assessment: Assessment, judged: Judged) -> list[dict[str, str]]:
    """Return the open problems with the indicator, its materials, or an entry that claims them."""
    about = {judged.row.indicator.key} | {met.due.material for met in judged.owed}
    repository, catalogue = assessment.repository, assessment.catalogue
    return [
        {
            "编号": each.problem.id,
            "问题": each.problem.text,
            "责任科室": each.problem.office,
            "时限": each.problem.due.isoformat(),
            "状态": each.state,
        }
        for each in problems.ordered(assessment.followed)
        if about & open_subjects([each.problem], repository.entries, catalogue)
    ]


def _person(assessment: Assessment, office: str) -> str:
    offices = assessment.repository.campaign.offices
    return next((o.person for o in offices if o.name == office), "")


def _materials(
    assessment: Assessment, judged: Judged, named: tuple[str, ...]
) -> list[dict[str, Any]]:
    catalogue = assessment.catalogue
    shown = judged.row.indicator.materials
    if judged.row.shares:
        shown = catalogue.rows[judged.row.shares].indicator.materials
    return [
        {
            "资料": catalogue.label(m.key),
            "内容": m.text,
            "种类": m.kind,
            "年度": catalogue.rhythm(m),
            "方法": catalogue.method(m.method) if m.method else "",
            "依据": list(m.basis),
            "同": catalogue.label(m.same_as),
            "出具": m.issuer,
            **listed(assessment, m.key),
            "字数上限": m.words_limit,
        }
        for m in shown
        if not named or m.key in named
    ]


def _due(assessment: Assessment, met: Met) -> dict[str, Any]:
    due = met.due
    return {
        "应报件": due.label,
        "资料": assessment.catalogue.label(due.material),
        "年度": due.span.label,
        "状态": "不适用" if due.excused else str(met.state),
        "期限": due.due.isoformat(),
        "逾期": assessment.overdue(met),
        "缺什么": due.excused or met.gap,
        "条目": [_proof(assessment, met, position) for position in range(len(met.proofs))],
    }


def _proof(assessment: Assessment, met: Met, position: int) -> dict[str, Any]:
    proof = met.proofs[position]
    entry = proof.standing.entry
    here = met.due.indicator
    others = {c.material: assessment.catalogue.label(c.material) for c in entry.claims}
    return {
        "条目": entry.id,
        "事由": entry.subject or ("涉密，见登记" if entry.secret else ""),
        "状态": proof.standing.state,
        "交件": lacking(entry, assessment.catalogue) if proof.standing.state == "已通过" else "",
        "落款日期": long_date(entry.dated) if entry.dated else "",
        "问题": list(proof.standing.faults + proof.standing.reasons),
        "撤回理由": entry.withdrawal if proof.standing.state == "撤回" else "",
        "更正": entry.corrections,
        "还用于": [label for key, label in others.items() if key.partition("-")[0] != here],
    }
