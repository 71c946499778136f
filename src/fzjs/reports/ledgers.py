"""`fzjs ledger list`: months × offices, who has handed the 工作台账 in and when."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.assess.handing import Handing, turn
from fzjs.assess.ledgers import months, offices, written
from fzjs.facts import LedgerMonth
from fzjs.reports.named import office_named
from fzjs.reports.wording import distance

HANDED, LATE, DRAFT, MISSING, TO_COME = "已交", "迟交", "草稿", "未交", "未到期"


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return the months from the first that anybody wrote to the one whose turn it is.

    Each office has one cell a month: 已交 or 迟交 with the 填表日期, 草稿, 未交, or 未到期.
    """
    full = office_named(assessment, office) if office else ""
    campaign = assessment.repository.campaign
    found = _months(assessment)
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "月份": [
            {
                "月份": each.month,
                "期限": each.due.isoformat() if each.due else "",
                "剩余": distance(each.due, assessment.today) if each.due else "",
                "放假安排已知": each.known,
            }
            for each in found
        ],
        "科室": [
            {"科室": name, "各月": _cells(assessment, name, found)}
            for name in ([full] if full else _offices(assessment))
        ],
    }


def _months(assessment: Assessment) -> list[Handing]:
    found = months(assessment)
    now = turn(assessment.catalogue.campaign, assessment.today)
    if now.month in {each.month for each in found}:
        return found
    names = {each.month for each in found}
    early = sorted({each.month for each in assessment.repository.ledgers} - names)
    undated = [Handing(each, None) for each in early if not found and each < now.month]
    return [*undated, *found, now]


def _offices(assessment: Assessment) -> list[str]:
    """Return who has to hand in, then whoever did although nothing is owed."""
    known = assessment.catalogue.folder_office
    wrote = sorted({known(each.office) for each in assessment.repository.ledgers})
    return list(dict.fromkeys([*offices(assessment), *wrote]))


def _cells(assessment: Assessment, office: str, found: list[Handing]) -> list[dict[str, Any]]:
    there = {each.month: each for each in written(assessment, office)}
    owes = office in offices(assessment)
    return [_cell(assessment, each, there.get(each.month), owes=owes) for each in found]


def _cell(
    assessment: Assessment, when: Handing, ledger: LedgerMonth | None, *, owes: bool
) -> dict[str, Any]:
    done = sum(line.done for line in ledger.lines) if ledger else 0
    return {
        "月份": when.month,
        "状态": state(assessment, when, ledger) if owes or ledger else "",
        "填表日期": ledger.filled.isoformat() if ledger else "",
        "行数": len(ledger.lines) if ledger else 0,
        "已完成": done,
        "未完成": len(ledger.lines) - done if ledger else 0,
        "文件": ledger.place.file if ledger else "",
    }


def state(assessment: Assessment, when: Handing, ledger: LedgerMonth | None) -> str:
    """Return how an office stands with a month; its day itself is in time."""
    if ledger is None:
        past = when.due is not None and when.due < assessment.today
        return MISSING if past else TO_COME
    if ledger.draft:
        return DRAFT
    return LATE if when.due and ledger.filled > when.due else HANDED
