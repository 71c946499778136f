"""`fzjs todo`: what is owed, which piece, which year, due in how many days, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fzjs.assess import Assessment, Followed, Met
from fzjs.assess.ledgers import missing
from fzjs.reports import gaps, problems
from fzjs.reports.named import office_named
from fzjs.reports.needs import open_groups
from fzjs.reports.wording import distance


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return, for one office or every office that owes, its open 应报件, earliest first."""
    full = office_named(assessment, office) if office else ""
    campaign = assessment.repository.campaign
    lists = [
        (name, _of_office(assessment, name)) for name in ([full] if full else _all(assessment))
    ]
    return {
        "单位": campaign.unit,
        "日期": assessment.today.isoformat(),
        "示例": campaign.sample,
        "截止待定": "截止" in campaign.assumed,
        "指标数": len(assessment.indicators),
        "合计": _counts(assessment, assessment.met),
        "科室": [
            {"科室": name, **owed}
            for name, owed in lists
            if full or any(owed[key] for key in ("欠件", "未交台账", "问题"))
        ],
    }


def _all(assessment: Assessment) -> list[str]:
    """Return every office in the campaign's order, then whoever else owes (the coordinator)."""
    listed = [office.name for office in assessment.repository.campaign.offices]
    return list(dict.fromkeys([*listed, *(o for met in assessment.met for o in met.due.owners)]))


def _of_office(assessment: Assessment, office: str) -> dict[str, Any]:
    mine = [met for met in assessment.met if office in met.due.owners]
    found = gaps.gather(assessment, mine)
    owed = [gaps.plain(gap, assessment) for gap in found]
    is_open = office in open_groups(assessment)
    returned = [
        name
        for name, standing in assessment.standings.items()
        if standing.state == "已退回"
        and assessment.catalogue.office(standing.entry.office) == office
    ]
    counts = _counts(assessment, mine)
    unmended = [_problem(each, assessment) for each in problems.open_of(assessment, office)]
    return {
        **counts,
        "成员待定": is_open,
        "欠件": owed,
        "已退回": returned,
        "未交台账": _ledgers(assessment, office),
        "问题": unmended,
    }


def _ledgers(assessment: Assessment, office: str) -> list[dict[str, Any]]:
    """Return the months of 工作台账 that an office has not handed in, oldest first."""
    return [
        {
            "月份": each.month,
            "期限": each.due.isoformat(),
            "剩余": distance(each.due, assessment.today),
            "放假安排已知": each.known,
        }
        for each in missing(assessment, office)
        if each.due
    ]


def _problem(each: Followed, assessment: Assessment) -> dict[str, Any]:
    data = problems.plain(each, assessment)
    names = ("编号", "针对", "问题", "时限", "时限简写", "剩余", "状态", "逾期")
    return {name: data[name] for name in names}


def _counts(assessment: Assessment, met: Sequence[Met]) -> dict[str, int]:
    return {
        "应报": sum(not each.due.excused for each in met),
        "欠": sum(map(gaps.is_open, met)),
        "逾期": sum(map(assessment.overdue, met)),
    }
