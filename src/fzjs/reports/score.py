"""`fzjs score`: where the 自评 stands, what each 达标线 lacks, and the cheapest next steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from fzjs.assess import GOOD, Assessment, Met, Progress, State
from fzjs.assess.attain import Attainment
from fzjs.assess.reach import Line, Missing, Step, by_kind, lines, missing, open_of, steps
from fzjs.assess.standing import reviewer_of
from fzjs.assess.state import TIERS
from fzjs.assess.supposed import suppose
from fzjs.assess.weigh import former, weigh
from fzjs.reports import needs
from fzjs.reports.wording import WEEKDAYS, distance, percent, rate_rows, short_date

COMPARED = "自评达标率"
NO_REVIEWER = "没有定审核科室"


def build(
    assessment: Assessment, supposed: dict[str, Any] | None = None, left_out: int = 0
) -> dict[str, Any]:
    """Return the score of a campaign; `supposed` is what --what-if found, `left_out` files."""
    campaign = assessment.repository.campaign
    held = lines(assessment)
    plans = {tier: _plan(assessment, tier) for tier in _tiers(assessment, held)}
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "星期": "周" + WEEKDAYS[assessment.today.weekday()],
        "数据": assessment.repository.commit,
        "指标数": len(assessment.indicators),
        "齐备": rate_rows(assessment.completeness, "齐备"),
        "达标": rate_rows(assessment.attainment, "达标"),
        "一级指标": _levels(assessment),
        "附加项": _extras(assessment),
        "不达标": needs.failed(assessment),
        "未评": needs.unknown(assessment),
        "达标线": [_line(line, plans) for line in held],
        "待审全过": _all_reviewed(assessment),
        "办法": [_way(assessment, tier, plan) for tier, (plan, _) in plans.items()],
        "另需": _beyond(plans),
        "权重": _weighed(assessment),
        "存疑": list(_doubts(assessment, left_out)),
        "假设": supposed or {},
    }


_Plan = tuple[tuple[Step, ...], tuple[Missing, ...]]


def _tiers(assessment: Assessment, held: Iterable[Line]) -> list[str]:
    """Return the tiers for which a plan is made: those of the 达标线, else the widest there is."""
    named = [line.attained.tier for line in held if line.attained]
    widest = [rate.tier for rate in assessment.attainment[-1:]]
    return list(dict.fromkeys(named or widest))


def _plan(assessment: Assessment, tier: str) -> _Plan:
    found = missing(assessment, tier)
    return steps(found), found


def _line(line: Line, plans: dict[str, _Plan]) -> dict[str, Any]:
    """Return a 达标线: what it asks, what is there, and how far papers alone carry."""
    threshold, rate, complete = line.threshold, line.attained, line.complete
    met, whole = (rate.met, complete.met) if rate and complete else (0, 0)
    plan, found = plans[rate.tier] if rate else ((), ())
    needed = _needed(plan, line.needed - met)
    reachable = met + sum(len(step.indicators) for step in plan)
    return {
        "名称": threshold.name,
        "层级": threshold.tier,
        "比例": f"{threshold.share:g}%",
        "出处": threshold.source,
        "比的是": COMPARED,
        "总数": rate.total if rate else 0,
        "要达到": line.needed,
        "达标": met,
        "现在": percent(rate) if rate else "—",
        "达到": line.reached,
        "还差": max(0, line.needed - met),
        "齐备": whole,
        "齐备率": percent(complete) if complete else "—",
        "齐备还差": max(0, line.needed - whole),
        "只靠材料最多": reachable,
        "再补数据最多": reachable + sum(each.mendable for each in found if each.obstacles),
        "步数": len(needed) if reachable >= line.needed else None,
        "件数": sum(len(step.pieces) for step in needed) if reachable >= line.needed else None,
    }


def _needed(plan: Sequence[Step], lack: int) -> Sequence[Step]:
    """Return the steps of a plan, from the first, that bring as many indicators as are lacking."""
    done = 0
    for position, step in enumerate(plan):
        if done >= lack:
            return plan[:position]
        done += len(step.indicators)
    return plan


def _levels(assessment: Assessment) -> list[dict[str, Any]]:
    """Return each 一级指标 with both rates by tier, in plan order."""
    names = dict.fromkeys(
        judged.row.indicator.level1
        for judged in assessment.indicators.values()
        if judged.row.indicator.category == "基础"
    )
    return [{"名称": name, "层级": _of_level(assessment, name)} for name in names]


def _of_level(assessment: Assessment, name: str) -> list[dict[str, Any]]:
    mine = [
        judged
        for judged in assessment.indicators.values()
        if judged.row.indicator.level1 == name
        and judged.row.indicator.category == "基础"
        and judged.progress is not Progress.NOT_APPLICABLE
    ]
    rows = []
    for rate in assessment.attainment:
        here = [judged for judged in mine if judged.row.indicator.tier in TIERS[rate.tier]]
        complete = sum(judged.progress is Progress.COMPLETE for judged in here)
        met = sum(judged.attainment is Attainment.MET for judged in here)
        rows.append(
            {
                "层级": rate.label,
                "总数": len(here),
                "齐备": complete,
                "齐备率": percent(rate._replace(met=complete, total=len(here))),
                "达标": met,
                "达标率": percent(rate._replace(met=met, total=len(here))),
            }
        )
    return rows


def _extras(assessment: Assessment) -> list[dict[str, Any]]:
    """Return 加分 and 减分 as status has them, with how many 应报件 are not passed yet."""
    open_ = {
        judged.row.indicator.number: len(open_of(judged))
        for judged in assessment.indicators.values()
    }
    return [{**extra, "未通过": open_[extra["编号"]]} for extra in needs.extras(assessment)]


def _all_reviewed(assessment: Assessment) -> dict[str, Any]:
    """Return the rates as they would be, were every sound entry that waits for review passed."""
    found = [s.entry.id for s in needs.handed_in(assessment) if not s.faults]
    after = suppose(assessment, found) if found else assessment
    return {
        "条目": len(found),
        "齐备": rate_rows(after.completeness, "齐备"),
        "达标": rate_rows(after.attainment, "达标"),
    }


def _way(assessment: Assessment, tier: str, plan: Sequence[Step]) -> dict[str, Any]:
    rate = next(rate for rate in assessment.attainment if rate.tier == tier)
    total, rows = rate.met, []
    for number, step in enumerate(plan, 1):
        total += len(step.indicators)
        rows.append(_step(assessment, number, step, total))
    return {"层级": rate.label, "起": rate.met, "总数": rate.total, "步骤": rows}


def _step(assessment: Assessment, number: int, step: Step, total: int) -> dict[str, Any]:
    named = _to_name(assessment, step)
    return {
        "序": number,
        "指标": [judged.row.indicator.number for judged in step.indicators],
        "件数": len(step.pieces),
        "待审": sum(met.state is State.PENDING for met in step.pieces),
        "应报件": [_piece(assessment, met, named.get(met.due.key, ())) for met in step.pieces],
        "累计达标": total,
    }


def _to_name(assessment: Assessment, step: Step) -> dict[str, list[str]]:
    """Return, by 应报件, the rows that a paper which is there for the row above has to name too.

    应点到: the paper need not be made again.
    """
    there = {met.due.key for met in assessment.met if met.state in GOOD}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for judged in step.indicators:
        for met in open_of(judged):
            if judged.row.indicator.named_in and met.state not in GOOD and met.due.key in there:
                found[met.due.key].append(judged.row.indicator.number)
    return found


def _piece(assessment: Assessment, met: Met, named: Sequence[str]) -> dict[str, Any]:
    due = met.due
    waiting = [p.standing.entry for p in met.proofs if p.state is State.PENDING]
    review = met.state is State.PENDING
    reviewers = [reviewer_of(e.office, assessment.catalogue) or NO_REVIEWER for e in waiting]
    gap = f"材料已有，还要点到{'、'.join(named)}" if named else met.gap
    return {
        "应报件": due.label,
        "资料": assessment.catalogue.label(due.material),
        "年度": due.span.label,
        "状态": str(met.state),
        "缺什么": "等审核" if review else gap,
        "谁办": list(dict.fromkeys(reviewers)) if review else list(due.owners),
        "期限": due.due.isoformat(),
        "期限简写": short_date(due.due, assessment.today),
        "剩余": distance(due.due, assessment.today, provisional=due.provisional),
        "逾期": assessment.overdue(met),
        "条目": list(dict.fromkeys(e.id for e in waiting)) if review else [],
    }


def _beyond(plans: dict[str, _Plan]) -> list[dict[str, Any]]:
    """Return the indicators that papers alone do not bring to 达标, and why; nearest first."""
    widest = max(plans.values(), key=lambda plan: len(plan[1]), default=((), ()))[1]
    found = sorted((each for each in widest if each.obstacles), key=lambda each: len(each.owed))
    return [
        {
            "编号": each.judged.row.indicator.number,
            "来源": each.judged.row.indicator.tier,
            "齐备": each.judged.progress is Progress.COMPLETE,
            "未通过": len(each.owed),
            "其中待审": sum(met.state is State.PENDING for met in each.owed),
            "原因": [{"种类": kind, "说明": text} for kind, text in each.obstacles],
            "合起来说": "；".join(by_kind(each)),
        }
        for each in found
    ]


def _weighed(assessment: Assessment) -> dict[str, Any]:
    """Return the share by the campaign's own weights; {} where none can be used."""
    found = weigh(assessment)
    if found is None or not found.total:
        return {}
    return {
        "名称": "自评（按本单位方案的权重）",
        "总分": float(found.total),
        "达标分": round(float(found.met), 2),
        "达标率": f"{float(100 * found.met / found.total):.1f}%",
        "齐备分": round(float(found.complete), 2),
        "齐备率": f"{float(100 * found.complete / found.total):.1f}%",
        "没有权重": found.unweighed,
        "平均": found.by_heading,
        "出处": list(
            dict.fromkeys(
                weight.source
                for weight in assessment.repository.campaign.weights
                if not former(weight)
            )
        ),
    }


def _doubts(assessment: Assessment, left_out: int) -> Iterable[str]:
    """Yield what may move these numbers and is not in them."""
    campaign = assessment.repository.campaign
    if left_out:
        yield f"{left_out}个文件有误、没有计入，运行 fzjs check"
    if campaign.assumed:
        yield f"设置待定：{'、'.join(campaign.assumed)}，是先假定的，数字据此算出"
    touched = _open_rulings(assessment)
    if touched:
        yield f"口径未定，定下来数会变：{'、'.join(touched)}；现在按欠得多的一种算"
    old = sum(map(former, campaign.weights))
    if old:
        yield f"权重{old}条是旧体系的，没有算：照新方案改写 fzjs.yaml 的 权重，或删去"
    if len(campaign.weights) > old and weigh(assessment) is None:
        yield "权重有的不能用，加权的比例没有算，运行 fzjs check"
    if campaign.review_protected != "有":
        yield "审核未受保护：谁审的，程序证明不了"


def _open_rulings(assessment: Assessment) -> list[str]:
    """Return the 基础 indicators that an open 口径 speaks of: only these are in a rate."""
    heads = {
        subject.partition("/")[0].partition("-")[0]
        for ruling in assessment.catalogue.campaign.rulings
        if ruling.is_open
        for subject in ruling.subjects
    }
    return [
        judged.row.indicator.number
        for key, judged in assessment.indicators.items()
        if key in heads and judged.row.indicator.category == "基础"
    ]
