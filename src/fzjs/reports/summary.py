"""完成情况总结 as data: the numbers of `status`, by 一级指标, problems and next step."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from fzjs.assess import Assessment, Met, Progress, State
from fzjs.reports import gaps, needs
from fzjs.reports.todo import office_named
from fzjs.reports.wording import heading, long_date, periods, rate_rows, tally


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return the summary of the whole unit, or of one office.

    Figures and structure come from the assessment; the unit's own words are left （待填）.
    """
    full = office_named(assessment, office) if office else ""
    campaign = assessment.repository.campaign
    met = [m for m in assessment.met if not full or full in m.due.owners]
    counts = tally(assessment, met)
    left = counts["应报"] - counts["已通过"]
    commit = assessment.repository.commit
    return {
        "单位": full or campaign.unit,
        "标题": f"{campaign.unit}{full}关于示范创建工作的完成情况总结",
        "基准日": long_date(assessment.today),
        "示例": campaign.sample,
        "总体": {
            **counts,
            "齐备": [] if full else rate_rows(assessment.completeness, "齐备"),
            "自评": "" if full else _attainment(assessment),
        },
        "分项": _levels(assessment, met),
        "科室": [] if full else _offices(assessment),
        "问题": _problems(assessment, met, full),
        "下一步": _next(assessment, met),
        "不完整": f"应报{counts['应报']}件中还有{left}件没有通过审核，本件不得作为完成的证明。"
        if left
        else "",
        "数据来源": f"数字截至{long_date(assessment.today)}"
        + (f"，数据版本 {commit}" if commit else ""),
    }


def _attainment(assessment: Assessment) -> str:
    parts = [f"{rate.tier}{rate.met}/{rate.total}项" for rate in assessment.attainment]
    failed = needs.failed(assessment)
    text = "，".join(parts)
    return text + (f"；不达标{len(failed)}项：{'、'.join(failed)}" if failed else "") + "。"


def _levels(assessment: Assessment, met: list[Met]) -> list[dict[str, Any]]:
    by_level: defaultdict[str, list[Met]] = defaultdict(list)
    mine: defaultdict[str, set[str]] = defaultdict(set)
    for each in met:
        level = assessment.catalogue.rows[each.due.indicator].indicator.level1
        by_level[level].append(each)
        mine[level].add(each.due.indicator)
    for key, judged in assessment.indicators.items():
        if judged.row.shares in mine[judged.row.indicator.level1]:
            mine[judged.row.indicator.level1].add(key)
    return [
        {
            "标题": heading(number, level),
            "一级指标": level,
            "指标数": len(mine[level]),
            "齐备": sum(
                assessment.indicators[key].progress is Progress.COMPLETE for key in mine[level]
            ),
            **tally(assessment, each),
        }
        for number, (level, each) in enumerate(by_level.items(), 1)
    ]


def _offices(assessment: Assessment) -> list[dict[str, Any]]:
    rows = []
    for office in assessment.repository.campaign.offices:
        mine = [met for met in assessment.met if office.name in met.due.owners]
        if mine:
            rows.append({"科室": office.name, **tally(assessment, mine)})
    return rows


def _problems(assessment: Assessment, met: list[Met], office: str) -> list[str]:
    """Say in figures what is overdue, returned, waited for and not rectified."""
    counts = tally(assessment, met)
    late = Counter(o for m in met if assessment.overdue(m) for o in m.due.owners)
    worst = "、".join(f"{name}{count}件" for name, count in late.most_common(3))
    open_ = [
        p
        for p in assessment.repository.problems
        if not p.closed and (not office or assessment.catalogue.office(p.office) == office)
    ]
    outside = periods(list(dict.fromkeys(m.due.label for m in met if m.state is State.OUTSIDE)))
    lines = [
        (
            counts["逾期"],
            f"逾期未报或未补正{counts['逾期']}件"
            + ("" if office else f"，较多的是：{worst}")
            + "。",
        ),
        (counts["退回"], f"审核退回尚未补正{counts['退回']}件。"),
        (counts["待外单位"], f"待外单位出具{counts['待外单位']}件：{outside}。"),
        (
            len(open_),
            f"检查发现的问题还有{len(open_)}个没有销号：" + "；".join(p.text for p in open_) + "。",
        ),
    ]
    return [text for count, text in lines if count]


def _next(assessment: Assessment, met: list[Met]) -> list[str]:
    """Say what is due until the cutoff; what will be done about it is for the unit to write."""
    open_ = [m for m in met if gaps.is_open(m)]
    days = Counter(m.due.due for m in open_ if m.due.due >= assessment.today)
    return [f"{long_date(day)}前报送材料{days[day]}件。" for day in sorted(days)]
