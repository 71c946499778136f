"""需我办: what waits for the coordinator, and the marks that an office carries."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from fzjs.assess import Assessment, Progress
from fzjs.assess.attain import Attainment
from fzjs.diagnostic import Fault

LEDGER = "工作台账"


def build(assessment: Assessment, faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Return what needs the coordinator, most pressing first; empty ones are left out."""
    items = [
        _unread(faults),
        _to_review(assessment),
        *_outside(assessment),
        _applications(assessment),
        _problems(assessment),
        _rulings(assessment),
    ]
    return [{"事项": name, "说明": text} for name, text in items if text]


def _unread(faults: Sequence[Fault]) -> tuple[str, str]:
    files = {fault.location.file for fault in faults}
    return "读不了", f"{len(files)}个文件有误、未计入，运行 fzjs check" if files else ""


def _to_review(assessment: Assessment) -> tuple[str, str]:
    states = [standing.state for standing in assessment.standings.values()]
    again = states.count("待复核")
    count = states.count("待审核") + again
    text = f"待审{count}条" + (f"（含改后待复核{again}）" if again else "")
    campaign = assessment.repository.campaign
    if count and campaign.review_protected != "有":
        text += "，审核未受保护"
    return "待审", text if count else ""


def _outside(assessment: Assessment) -> list[tuple[str, str]]:
    """One line for each body that was asked, longest waiting first."""
    waiting: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for standing in assessment.standings.values():
        entry = standing.entry
        if standing.state == "待外单位":
            days = (assessment.today - entry.asked).days if entry.asked else -1
            names = dict.fromkeys(assessment.catalogue.label(c.material) for c in entry.claims)
            waiting[entry.waits_for] += [(days, name) for name in names]
    lines = []
    for issuer, found in sorted(waiting.items(), key=lambda item: (-max(item[1])[0], item[0])):
        listed = "、".join(name for _, name in found)
        days = max(found)[0]
        since = f"发函{days}天未回，电催" if days >= 0 else "尚未发函"
        lines.append(("待外单位", f"{issuer}{listed}{since}"))
    return lines


def _applications(assessment: Assessment) -> tuple[str, str]:
    campaign = assessment.repository.campaign
    done = {waiver.subject for waiver in (*campaign.exemptions, *campaign.extensions)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in assessment.repository.applications:
        if each.subject not in done:
            found[each.kind].append(assessment.catalogue.label(each.subject))
    text = "，".join(f"{kind}待批{len(names)}：{'、'.join(names)}" for kind, names in found.items())
    return "待批", text


def _problems(assessment: Assessment) -> tuple[str, str]:
    found = [problem for problem in assessment.repository.problems if not problem.closed]
    late = sum(problem.due < assessment.today for problem in found)
    text = f"问题{len(found)}未销号" + (f"，{late}逾期" if late else "")
    return "问题", text if found else ""


def _rulings(assessment: Assessment) -> tuple[str, str]:
    found = [r for r in assessment.repository.campaign.rulings if not r.settled]
    names = "、".join(
        dict.fromkeys(assessment.catalogue.label(s) for ruling in found for s in ruling.subjects)
    )
    return "口径", f"口径未定{len(found)}：{names}" if found else ""


def failed(assessment: Assessment) -> list[str]:
    """Return the 编号 whose own figures fail a 量化要求."""
    return [
        judged.row.indicator.number
        for judged in assessment.indicators.values()
        if judged.attainment is Attainment.FAILED
    ]


def extras(assessment: Assessment) -> list[dict[str, str]]:
    """Return 加分 as 有/无 and 减分 as 未发生/发生, apart from every rate.

    Only what is passed says 有 or 未发生; before that it is 待定. 发生 is never concluded by the
    program.
    """
    words = {"加分": "有", "减分": "未发生"}
    return [
        {
            "编号": judged.row.indicator.number,
            "类别": judged.row.indicator.category,
            "结果": words[judged.row.indicator.category]
            if judged.progress is Progress.COMPLETE
            else "待定",
        }
        for judged in assessment.indicators.values()
        if judged.row.indicator.category in words
    ]


def ledger_due(assessment: Assessment) -> datetime.date | None:
    """Return the latest day on which a 工作台账 was due; None where the campaign has none.

    附件3: “工作台账随同上报材料每月1日前一并提交”; the month is that of handing in.
    """
    duty = next((d for d in assessment.repository.campaign.duties if d.name == LEDGER), None)
    if duty is None or duty.day is None:
        return None
    today = assessment.today
    if today.day >= duty.day:
        return today.replace(day=duty.day)
    return (today.replace(day=1) - datetime.timedelta(days=1)).replace(day=duty.day)


def office_marks(assessment: Assessment, office: str) -> dict[str, Any]:
    """Return whether an office handed in its latest 工作台账, and how often it was reminded."""
    repository, catalogue = assessment.repository, assessment.catalogue
    due = ledger_due(assessment)
    months = {led.month for led in repository.ledgers if catalogue.office(led.office) == office}
    reminded = [r.times for r in repository.reminders if catalogue.office(r.office) == office]
    return {
        "台账期": due.isoformat() if due else "",
        "台账": ("已交" if f"{due:%Y-%m}" in months else "未交") if due else "",
        "催办": max(reminded, default=0),
    }
