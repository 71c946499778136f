"""`fzjs ledger list`: months × offices, who has handed the 工作台账 in and when."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.assess.duration import ends
from fzjs.assess.handing import Handing, handing, is_month, turn
from fzjs.assess.ledgers import handed, lacking, months, offices, written
from fzjs.facts import LedgerMonth
from fzjs.reports.named import office_named
from fzjs.reports.wording import distance

HANDED, LATE, DRAFT, MISSING = "已交", "迟交", "草稿", "未交"
TODAY, TO_COME = "今天到期", "未到期"


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return the months from the first that anybody wrote to the one whose turn it is.

    Each office has one cell a month: 已交 or 迟交 with the 填表日期, 草稿, 未交, 今天到期, 未到期.
    What is filled in on a day to come is not handed in, as everywhere.
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
    """Return what has been due, what else anybody wrote, and what is next while anybody is asked.

    Of a month ahead its rule says all there is to say.
    """
    campaign, today = assessment.catalogue.campaign, assessment.today
    now = turn(campaign, today)
    names = {each.month for each in assessment.repository.ledgers if is_month(each.month)}
    names |= {each.month for each in months(assessment)}
    if now.due is None or now.due <= ends(campaign):
        names.add(now.month)
    return [handing(campaign, each) for each in sorted(names) if each <= now.month]


def _offices(assessment: Assessment) -> list[str]:
    """Return who has to hand in, then whoever did although nothing is owed."""
    known = assessment.catalogue.folder_office
    wrote = sorted({known(each.office) for each in assessment.repository.ledgers})
    return list(dict.fromkeys([*offices(assessment), *wrote]))


def _cells(assessment: Assessment, office: str, found: list[Handing]) -> list[dict[str, Any]]:
    there = {each.month: each for each in written(assessment, office)}
    counted = {each.month for each in handed(assessment, office)}
    due = {each.month for each in lacking(assessment, office)}
    now = turn(assessment.catalogue.campaign, assessment.today).month
    cells = []
    for when in found:
        ledger = there.get(when.month)
        if ledger and (ledger.draft or when.month in counted):
            state = _written(when, ledger)
        elif when.month in due:
            state = MISSING if when.due and when.due < assessment.today else TODAY
        else:
            state = TO_COME if when.month == now and office in offices(assessment) else ""
        cells.append(_cell(when, ledger, state))
    return cells


def _cell(when: Handing, ledger: LedgerMonth | None, state: str) -> dict[str, Any]:
    done = sum(line.done for line in ledger.lines) if ledger else 0
    return {
        "月份": when.month,
        "状态": state,
        "填表日期": ledger.filled.isoformat() if ledger else "",
        "行数": len(ledger.lines) if ledger else 0,
        "已完成": done,
        "未完成": len(ledger.lines) - done if ledger else 0,
        "文件": ledger.place.file if ledger else "",
    }


def _written(when: Handing, ledger: LedgerMonth) -> str:
    """Return how a ledger that is there stands; its day itself is in time."""
    if ledger.draft:
        return DRAFT
    return LATE if when.due and ledger.filled > when.due else HANDED
