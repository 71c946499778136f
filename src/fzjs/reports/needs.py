"""需我办: what waits for the coordinator, and the marks that an office carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Progress, Standing
from fzjs.assess.attain import UNJUDGED, Attainment
from fzjs.assess.awaited import reminded, silence
from fzjs.assess.catalogue import OWING_ROLES
from fzjs.assess.handing import Handing
from fzjs.assess.handover import lacking
from fzjs.assess.ledgers import handed, latest_due, missing, offices
from fzjs.assess.ledgers import lacking as unsent
from fzjs.diagnostic import Fault
from fzjs.facts import is_former
from fzjs.reports import declare, organisation, problems, remind

AGAIN = "待复核"
_NAMED = 7
"""Numbers of indicators that a line of 需我办 names."""


class Need(NamedTuple):
    """One thing that waits: what kind, what to say of it, and all that it is about."""

    name: str
    text: str
    subjects: Sequence[str] = ()


def build(assessment: Assessment, faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Return what needs the coordinator, most pressing first; empty ones are left out.

    说明 names the first few; 对象 has them all.
    """
    needs = (
        _unread(faults),
        _to_review(assessment),
        _outside(assessment),
        *_applications(assessment),
        _problems(assessment),
        _ledgers(assessment),
        Need(*remind.waiting(assessment)),
        Need(*declare.waiting(assessment)),
        Need(*organisation.waiting(assessment)),
        _papers(assessment),
        _rulings(assessment),
        _assumed(assessment),
        _groups(assessment),
        _unlisted(assessment),
    )
    return [
        {"事项": need.name, "说明": need.text, "对象": list(need.subjects)}
        for need in needs
        if need.text
    ]


def _some(names: Sequence[str], most: int, unit: str) -> str:
    """Name the first few, and how many there are where that is not all."""
    text = "、".join(names[:most])
    return f"{text}等{len(names)}{unit}" if len(names) > most else text


def _unread(faults: Sequence[Fault]) -> Need:
    files = sorted({fault.location.file for fault in faults})
    text = f"{len(files)}个文件有误、未计入，运行 fzjs check"
    return Need("读不了", text if files else "", files)


def handed_in(assessment: Assessment) -> list[Standing]:
    """Return the entries that wait for a review; those with faults cannot pass it."""
    return [s for s in assessment.standings.values() if s.state in {"待审核", AGAIN}]


def _to_review(assessment: Assessment) -> Need:
    found = [standing for standing in handed_in(assessment) if not standing.faults]
    again = sum(standing.state == AGAIN for standing in found)
    text = f"待审条目{len(found)}个" + (f"（含改后待复核{again}）" if again else "")
    text += "，用 fzjs review 列出"
    if assessment.repository.campaign.review_protected != "有":
        text += "，审核未受保护"
    return Need("待审", text if found else "", [s.entry.id for s in found])


def _outside(assessment: Assessment) -> Need:
    """Name the bodies whose papers are not here yet, longest waiting first."""
    today, waiting = assessment.today, defaultdict[tuple[int, str, str], list[str]](list)
    for standing in assessment.standings.values():
        entry = standing.entry
        if standing.state == "待外单位":
            days = (today - entry.asked).days if entry.asked else -1
            since = "尚未发函"
            if entry.asked:
                since = silence(entry.asked, reminded(entry, today), today)
                since = f"发函{days}天已答复、未取得" if entry.answered else since
            waiting[days, entry.waits_for, since] += [
                assessment.catalogue.label(claim.material) for claim in entry.claims
            ]
    parts = []
    for (_, issuer, since), names in sorted(
        waiting.items(), key=lambda each: (-each[0][0], each[0])
    ):
        parts.append(f"{issuer}{'、'.join(dict.fromkeys(names))}{since}")
    return Need("待外单位", f"{_some(parts, 2, '家')}，电催" if parts else "", parts)


def _applications(assessment: Assessment) -> list[Need]:
    campaign = assessment.repository.campaign
    done = {waiver.subject for waiver in (*campaign.exemptions, *campaign.extensions)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in assessment.repository.applications:
        if each.subject not in done:
            found[each.kind].append(assessment.catalogue.label(each.subject))
    return [
        Need("待批", f"{kind}待批{len(names)}：{_some(names, 3, '件')}", names)
        for kind, names in found.items()
    ]


def _problems(assessment: Assessment) -> Need:
    """Count what is not closed; name whose is overdue, and say what waits for 验收."""
    found = problems.ordered(each for each in assessment.followed if each.is_open)
    late = [each.problem.office for each in found if each.overdue]
    applied = problems.waiting(found)
    text = f"问题{len(found)}未销号"
    text += f"，{len(late)}逾期（{_some(list(dict.fromkeys(late)), 2, '个科室')}）" if late else ""
    text += f"，{applied}待验收" if applied else ""
    return Need("问题", text if found else "", [each.problem.id for each in found])


def _ledgers(assessment: Assessment) -> Need:
    """Name who has not handed in the latest 工作台账, after its day.

    附件3: “工作台账随同上报材料每月1日前一并提交”.
    """
    last = latest_due(assessment)
    late = [each for each in offices(assessment) if last and last in missing(assessment, each)]
    if not last or not late:
        return Need("台账", "")
    doubt = "" if last.known else "，期限按周一至周五算"
    text = f"{int(last.month[5:])}月台账{len(late)}个科室未交：{_some(late, 3, '个')}{doubt}"
    return Need("台账", text, late)


def _papers(assessment: Assessment) -> Need:
    """Passed, and the paper copies not handed over: shown apart, never a reason for incompleteness.

    附件1 一.1: “各种创建材料均一式三份”; 三.1: “一律提供原件”.
    """
    late = {
        standing.entry.id: lack
        for standing in assessment.standings.values()
        if standing.state == "已通过" and (lack := lacking(standing.entry, assessment.catalogue))
    }
    copied = sum("原件" in lack for lack in late.values())
    only = f"（含只缺原件{copied}）" if copied else ""
    return Need("交件", f"纸质欠交{len(late)}个{only}" if late else "", list(late))


def _rulings(assessment: Assessment) -> Need:
    found = [r for r in assessment.catalogue.campaign.rulings if r.is_open]
    names = list(
        dict.fromkeys(
            assessment.catalogue.label(s)
            for ruling in found
            for s in ruling.subjects
            if not is_former(s)
        )
    )
    text = f"口径未定{len(found)}条，涉及{_some(names, 7, '处')}"
    return Need("口径", text if found else "", names)


def _assumed(assessment: Assessment) -> Need:
    found = assessment.repository.campaign.assumed
    text = f"设置待定{len(found)}项：{_some(found, 5, '项')}，查明后改 fzjs.yaml"
    return Need("待定", text if found else "", found)


def _groups(assessment: Assessment) -> Need:
    found = [o.name for o in assessment.repository.campaign.offices if o.is_open]
    text = f"集合名词成员未定{len(found)}个：{_some(found, 3, '个')}"
    return Need("成员", text if found else "", found)


def _unlisted(assessment: Assessment) -> Need:
    """Name the indicators that owe nothing because neither material nor method is listed."""
    found = [j.row.indicator.number for j in assessment.indicators.values() if not j.owed]
    named = "、".join(found[:_NAMED]) + ("等" if len(found) > _NAMED else "")
    text = f"没有列出资料和方法的指标{len(found)}项：{named}"
    return Need("未列资料", text if found else "", found)


def failed(assessment: Assessment) -> list[str]:
    """Return the 编号 whose own figures fail a 量化要求."""
    return [
        judged.row.indicator.number
        for judged in assessment.indicators.values()
        if judged.attainment is Attainment.FAILED
    ]


def unknown(assessment: Assessment) -> dict[str, int]:
    """Count the 基础 indicators that are 未评, and those with a target no program can judge."""
    found = [
        judged
        for judged in assessment.indicators.values()
        if judged.row.indicator.category == "基础" and judged.attainment is Attainment.UNKNOWN
    ]
    never = sum(any(each.reason == UNJUDGED for each in judged.judgements) for judged in found)
    return {"项数": len(found), UNJUDGED: never}


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


def office_marks(assessment: Assessment, office: str) -> dict[str, Any]:
    """Return whether an office handed in its latest 工作台账, its reminders, its open problems."""
    last = latest_due(assessment)
    reminded = remind.sent(assessment, office)
    open_ = problems.open_of(assessment, office)
    return {
        "问题": len(open_),
        "问题逾期": sum(each.overdue for each in open_),
        "台账期": last.due.isoformat() if last and last.due else "",
        "台账": _ledger(assessment, office, last) if last else "",
        "催办": max((each.times for each in reminded), default=0),
        "催办未答复": remind.silent(assessment, office) is not None,
    }


def _ledger(assessment: Assessment, office: str, last: Handing) -> str:
    """Say whether an office handed in a month; its day itself is still in time."""
    if last.month in {each.month for each in handed(assessment, office)}:
        return "已交"
    if last in missing(assessment, office):
        return "未交"
    return "今天到期" if last in unsent(assessment, office) else ""


def office_share(assessment: Assessment, office: str) -> dict[str, Any]:
    """Return how many indicators an office answers for or supports, and whether it is 待定.

    Of a plan that lists no material this is all that can be said of an office.
    """
    catalogue = assessment.catalogue
    roles = [
        {r.role for r in row.responsible if r.office == office} for row in catalogue.rows.values()
    ]
    return {
        "负责指标": sum(bool(role & OWING_ROLES) for role in roles),
        "配合指标": sum(role == {"配合"} for role in roles),
        "成员待定": office in open_groups(assessment),
    }


def open_groups(assessment: Assessment) -> frozenset[str]:
    """Return the group nouns whose members nobody has named."""
    return frozenset(o.name for o in assessment.repository.campaign.offices if o.is_open)
