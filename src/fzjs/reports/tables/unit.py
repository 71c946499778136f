"""The one line of a unit: all that is summed over many of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fzjs.assess import Assessment, Progress
from fzjs.assess.attain import Attainment
from fzjs.assess.ledgers import latest_due
from fzjs.assess.state import rate_at
from fzjs.diagnostic import Fault
from fzjs.models import Campaign
from fzjs.reports import needs
from fzjs.reports.tables.columns import REACH

_Row = dict[str, Any]


def unit_row(
    assessment: Assessment,
    screen: Mapping[str, Any],
    faults: Sequence[Fault],
    found: Mapping[str, int],
    version: str,
) -> _Row:
    """Return the unit's line without the common columns; `screen` is what `status` shows."""
    campaign = assessment.repository.campaign
    settings = _settings(assessment)
    return {
        "版本": version,
        "体系": settings.system.name,
        "文号": settings.system.doc_no or "",
        "窗口起": campaign.window[0],
        "窗口止": campaign.window[1],
        "截止": campaign.cutoff.isoformat(),
        "待定": list(campaign.assumed),
        "指标数": len(assessment.indicators),
        **screen["合计"],
        "最久逾期天数": max(
            ((assessment.today - m.due.due).days for m in assessment.met if assessment.overdue(m)),
            default=0,
        ),
        "即将到期": sum(day["件数"] for day in screen["即将到期"]),
        **_rates(assessment),
        "不达标指标": len(screen["不达标"]),
        "加分有": sum(each["结果"] == "有" for each in screen["附加项"]),
        "减分未发生": sum(each["结果"] == "未发生" for each in screen["附加项"]),
        "达标线": len(screen["达标线"]),
        "够达标线": sum(line["达到"] for line in screen["达标线"]),
        **_ledgers(assessment, screen),
        **_waiting(assessment),
        "审核保护": campaign.review_protected == "有",
        "未计入文件": len({fault.location.file for fault in faults}),
        **{f"检查{level}": found[level] for level in ("错误", "警告", "提示")},
    }


def _settings(assessment: Assessment) -> Campaign:
    record = next(d.record for d in assessment.repository.documents if d.file == "fzjs.yaml")
    if not isinstance(record, Campaign):  # without it nothing is assessed
        raise TypeError(record)
    return record


def _rates(assessment: Assessment) -> _Row:
    """Return how many 基础 indicators there are, complete and met, in all and up to each tier.

    附件1's 93, 117 and 121: brackets are 省, ★ is 市. A tier that adds nothing stands as the one
    before it, so that the columns of several units can be added up.
    """
    judged = assessment.indicators.values()
    basic = [j for j in judged if j.row.indicator.category == "基础"]
    counted = [j for j in basic if j.progress is not Progress.NOT_APPLICABLE]
    row: _Row = {
        "基础指标": len(counted),
        "齐备指标": sum(j.progress is Progress.COMPLETE for j in counted),
        "达标指标": sum(j.attainment is Attainment.MET for j in counted),
    }
    for tier in REACH:
        complete = rate_at(assessment.completeness, tier)
        met = rate_at(assessment.attainment, tier)
        row |= {
            f"{tier}总数": complete.total if complete else None,
            f"{tier}齐备": complete.met if complete else None,
            f"{tier}达标": met.met if met else None,
        }
    return row


def _ledgers(assessment: Assessment, screen: Mapping[str, Any]) -> _Row:
    """Return how many offices owed the latest 工作台账 and how many have not handed it in.

    附件3: “工作台账随同上报材料每月1日前一并提交”; an office that answers for nothing owes none.
    """
    last = latest_due(assessment)
    due = last.due if last else None
    owing = [row["台账"] for row in screen["分组"] if due and row["台账"]]
    return {
        "台账期": due.isoformat() if due else None,
        "应交台账": len(owing),
        "未交台账": owing.count("未交"),
    }


def _waiting(assessment: Assessment) -> _Row:
    repository = assessment.repository
    found = assessment.followed
    handed = [standing for standing in needs.handed_in(assessment) if not standing.faults]
    campaign = repository.campaign
    done = {waiver.subject for waiver in (*campaign.exemptions, *campaign.extensions)}
    return {
        "问题": len(found),
        "未销号问题": sum(each.is_open for each in found),
        "逾期问题": sum(each.overdue for each in found),
        "条目": len(repository.entries),
        "待审条目": len(handed),
        "待批": sum(each.subject not in done for each in repository.applications),
        "口径未定": sum(ruling.is_open for ruling in assessment.catalogue.campaign.rulings),
    }
