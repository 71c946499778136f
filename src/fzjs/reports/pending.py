"""`fzjs review` without an entry: what waits for review, by the office that is to review it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from fzjs.assess import Assessment, Met, Standing, State
from fzjs.assess.standing import reviewer_of
from fzjs.reports.named import office_named
from fzjs.reports.needs import AGAIN, handed_in
from fzjs.reports.wording import distance, periods, short_date

NOBODY = "任一科室（没有写由谁审核）"
OTHERS = "任一别的科室（没有写代审）"


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return what waits for review; `office` narrows to what that office is to review.

    Every reviewing office has its own list, the substitute too: 附件1 四.1 “所报相关资料报规范性
    文件管理科审核”, its own entries going to 代审. What is past its date comes first.
    """
    full = office_named(assessment, office) if office else ""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    meets = _meets(assessment)
    faulty = [each for each in handed_in(assessment) if each.faults]
    for each in handed_in(assessment):
        if not each.faults:
            row = _row(assessment, each, meets[each.entry.id])
            found[_by(assessment, each)].append(row)
    if full:
        found = defaultdict(list, {full: found[full]})
    campaign = assessment.repository.campaign
    reviewing = assessment.catalogue.office(campaign.reviewing)
    order = sorted(found, key=lambda name: (name != reviewing, name))
    return {
        "单位": campaign.unit,
        "日期": assessment.today.isoformat(),
        "示例": campaign.sample,
        "审核保护": campaign.review_protected == "有",
        "审核安排": {
            "科室": reviewing,
            "代审": assessment.catalogue.office(campaign.review_substitute),
        },
        "审核科室": [{"科室": name, **_counted(found[name])} for name in order],
        "有缺陷": [s.entry.id for s in faulty if not full or _by(assessment, s) == full],
    }


def _by(assessment: Assessment, standing: Standing) -> str:
    catalogue = assessment.catalogue
    named = reviewer_of(standing.entry.office, catalogue)
    return named or (OTHERS if catalogue.office(catalogue.campaign.reviewing) else NOBODY)


def _meets(assessment: Assessment) -> defaultdict[str, list[Met]]:
    """Return, by entry, the 应报件 that are open without it or wait for its review."""
    found: defaultdict[str, list[Met]] = defaultdict(list)
    for met in assessment.met:
        if met.due.excused or met.state is State.PASSED:
            continue
        for name in dict.fromkeys(p.standing.entry.id for p in met.proofs):
            if any(p.state is State.PENDING and p.standing.entry.id == name for p in met.proofs):
                found[name].append(met)
    return found


def _row(assessment: Assessment, standing: Standing, met: list[Met]) -> dict[str, Any]:
    entry, today = standing.entry, assessment.today
    first = min((each.due for each in met), key=lambda due: due.due, default=None)
    return {
        "条目": entry.id,
        "文件": entry.file,
        "科室": assessment.catalogue.office(entry.office) or entry.office,
        "事由": "" if entry.secret else entry.subject,
        "种类": entry.kind,
        "涉密": entry.secret,
        "状态": standing.state,
        "期限": first.due.isoformat() if first else "",
        "天数": (first.due - today).days if first else None,
        "期限简写": short_date(first.due, today) if first else "",
        "剩余": distance(first.due, today, provisional=first.provisional) if first else "",
        "可抵": _gathered(assessment, met),
        "应报件": [each.due.label for each in met],
        "命令": f"fzjs review {_quoted(entry.id)} --pass --by 审核人",
    }


def _gathered(assessment: Assessment, met: Iterable[Met]) -> list[dict[str, str]]:
    """Return the materials with their periods, consecutive years as a range."""
    spans: defaultdict[str, list[str]] = defaultdict(list)
    for each in met:
        spans[assessment.catalogue.label(each.due.material)].append(each.due.span.label)
    return [{"资料": label, "年度": periods(named)} for label, named in spans.items()]


def _quoted(name: str) -> str:
    return f'"{name}"' if set(" ()&'") & set(name) else name


def _counted(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "待审核": sum(row["状态"] != AGAIN for row in rows),
        AGAIN: sum(row["状态"] == AGAIN for row in rows),
        "逾期": sum(_late(row) for row in rows),
        "条目": sorted(rows, key=lambda row: (row["期限"] or "9", row["条目"])),
    }


def _late(row: dict[str, Any]) -> bool:
    return str(row["剩余"]).startswith("逾")
