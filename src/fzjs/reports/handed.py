"""What an office's person hands over: all that is open, by what it is."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment, Standing
from fzjs.reports import gaps, needs
from fzjs.reports.problems import open_of
from fzjs.reports.remind import silent


def build(assessment: Assessment, office: str, person: str = "") -> dict[str, Any]:
    """Return what an office has open today; `person` is whom the indicators may still name.

    平顶山市教育局 2021: “各责任科室对本科室示范创建工作负总责，建立专人负责制”: who takes over
    takes all of it.
    """
    catalogue = assessment.catalogue
    mine = [met for met in assessment.met if office in met.due.owners]
    own = [
        standing
        for standing in assessment.standings.values()
        if catalogue.office(standing.entry.office) == office
    ]
    problems = [each.problem for each in open_of(assessment, office)]
    found = gaps.gather(assessment, mine)
    last = silent(assessment, office)
    return {
        "科室": office,
        "合计": {
            "欠件": sum(map(gaps.is_open, mine)),
            "逾期": sum(map(assessment.overdue, mine)),
            "退回": len(_in(own, "已退回")),
            "草稿": len(_in(own, "草稿")),
            "待外单位": len(_in(own, "待外单位")),
            "问题": len(problems),
        },
        "欠件": [_gap(gap, assessment) for gap in found],
        "退回": [{"条目": s.entry.id, "为什么": "；".join(s.reasons)} for s in _in(own, "已退回")],
        "草稿": [s.entry.id for s in _in(own, "草稿")],
        "待外单位": [
            {
                "条目": s.entry.id,
                "出具": s.entry.waits_for,
                "发函": s.entry.asked.isoformat() if s.entry.asked else "",
            }
            for s in _in(own, "待外单位")
        ],
        "问题": [{"编号": p.id, "问题": p.text, "时限": p.due.isoformat()} for p in problems],
        "申请": _applications(assessment, office),
        "台账": _ledger(assessment, office),
        "催办未答复": f"第{last.times}次（{last.date}）" if last else "",
        "指标另写": _named(assessment, office, person) if person else [],
    }


def _in(standings: list[Standing], state: str) -> list[Standing]:
    return [standing for standing in standings if standing.state == state]


def _gap(gap: gaps.Gap, assessment: Assessment) -> dict[str, Any]:
    plain = gaps.plain(gap, assessment)
    kept = ("期限", "天数", "资料", "年度", "件数", "状态", "缺什么")
    return {key: plain[key] for key in kept}


def _applications(assessment: Assessment, office: str) -> list[dict[str, str]]:
    campaign, catalogue = assessment.repository.campaign, assessment.catalogue
    done = {waiver.subject for waiver in (*campaign.exemptions, *campaign.extensions)}
    return [
        {"类别": each.kind, "对象": catalogue.label(each.subject), "日期": each.date.isoformat()}
        for each in assessment.repository.applications
        if each.subject not in done and catalogue.office(each.office) == office
    ]


def _ledger(assessment: Assessment, office: str) -> str:
    marks = needs.office_marks(assessment, office)
    return f"{marks['台账期']} {marks['台账']}" if marks["台账期"] else ""


def _named(assessment: Assessment, office: str, person: str) -> list[str]:
    """Return the indicators whose own row names the person: they are changed one by one."""
    return [
        row.indicator.number
        for row in assessment.catalogue.rows.values()
        if any(r.office == office and r.person == person for r in row.indicator.responsible)
    ]
