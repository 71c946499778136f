"""`fzjs export --json`: everything as one object (docs/json.md)."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.facts import Entry, fold
from fzjs.models import Evidence, IndicatorFile
from fzjs.repository import Role
from fzjs.repository.fingerprint import of_words
from fzjs.repository.layout import name_of


def build(assessment: Assessment) -> dict[str, Any]:
    """Return {创建活动, 指标, 佐证, 应报件}; the last three are lists in plan order."""
    documents = assessment.repository.documents
    campaign = next(d.record for d in documents if d.file == "fzjs.yaml")
    return {
        "创建活动": {**campaign.plain(), "日期": assessment.today.isoformat()},
        "指标": _indicators(assessment),
        "佐证": _entries(assessment),
        "应报件": _dues(assessment),
    }


def _indicators(assessment: Assessment) -> list[dict[str, Any]]:
    files = [
        d.record
        for d in assessment.repository.documents
        if d.role is None and isinstance(d.record, IndicatorFile)
    ]
    rows: list[dict[str, Any]] = []
    for block in (block for file in files for block in file.root):
        for item in block.indicators:
            judged = assessment.indicators[fold(item.number, item.category)]
            rows.append(
                {
                    "键": judged.row.indicator.key,
                    "一级指标": block.level1,
                    "二级指标": block.level2 or "",
                    **item.plain(),
                    "状态": str(judged.progress),
                    "自评": str(judged.attainment),
                    "逾期": judged.overdue,
                }
            )
    return rows


def _entries(assessment: Assessment) -> list[dict[str, Any]]:
    order = {name: position for position, name in enumerate(assessment.catalogue.claimable)}
    last = len(order)
    found: list[tuple[int, str, dict[str, Any]]] = []
    for document in assessment.repository.documents:
        if document.role is Role.ENTRY and isinstance(document.record, Evidence):
            standing = assessment.standings[name_of(document.file)]
            entry = standing.entry
            row = {
                "条目": entry.id,
                "科室": assessment.catalogue.folder_office(entry.office),
                **document.record.plain(),
                "现状": standing.state,
                "缺陷": list(standing.faults),
                "退回理由": list(standing.reasons),
                "审核指纹": fingerprints(assessment, entry),
            }
            place = min((order.get(claim.material, last) for claim in entry.claims), default=last)
            found.append((place, entry.id, row))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def fingerprints(assessment: Assessment, entry: Entry) -> dict[str, Any]:
    """Return what a review of the entry as it stands must record (docs/format.md, section 7)."""
    catalogue = assessment.catalogue
    claims = []
    for claim in entry.claims:
        material = catalogue.materials.get(catalogue.material(claim.material))
        claims.append(
            {
                "资料": catalogue.label(claim.material),
                "年度": claim.period,
                "修订": material.revision if material else 1,
                "指纹": claim.fingerprint,
                **({"文字": of_words(material.text)} if material else {}),
            }
        )
    return {"指纹": entry.fingerprint, "对应": claims}


def _dues(assessment: Assessment) -> list[dict[str, Any]]:
    catalogue = assessment.catalogue
    return [
        {
            "应报件": met.due.label,
            "指标": catalogue.label(met.due.indicator),
            "资料": catalogue.label(met.due.material),
            "年度": met.due.span.label,
            "种类": met.due.kind,
            "内容": met.due.text,
            "科室": list(met.due.owners),
            "期限": met.due.due.isoformat(),
            "批次": met.due.batch,
            "状态": "不适用" if met.due.excused else str(met.state),
            "逾期": assessment.overdue(met),
            "缺什么": met.due.excused or met.gap,
            "条目": list(dict.fromkeys(proof.standing.entry.id for proof in met.proofs)),
        }
        for met in assessment.met
    ]
