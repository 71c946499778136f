"""季度点评通报 as data: the numbers of `status`, offices by figures, problems and 销号, next step.

督导检查组的职责: “双月检查的组织实施……汇总检查情况，起草季度点评通报材料”. What a person has to
say, praise above all, is left （待填）.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Followed, Met, State
from fzjs.assess.followed import APPLIED, BACK, RETURNED, as_of
from fzjs.assess.handing import Handing, spoken
from fzjs.assess.ledgers import handed, missing, offices
from fzjs.facts import Problem
from fzjs.personal import mask
from fzjs.reports.framing import BASIS, doubts, frame
from fzjs.reports.needs import office_marks
from fzjs.reports.problems import CAME_BACK, CLOSING, FOUND, events_of, of, waiting
from fzjs.reports.quarter import Quarter, ledgers_due, quarter, refuse_outside
from fzjs.reports.summary import attainment_said, ground, next_steps, short, spans_of, tier_rates
from fzjs.reports.wording import long_date, periods, tally

_NAME = 18
"""Characters of a material's text that stand for it."""
FEWEST = 10
"""应报件 below which an office is not ranked: one piece would move it too far."""

_BASIS = BASIS | {"周期任务"}


def build(assessment: Assessment, typed: str, left_out: int = 0) -> dict[str, Any]:
    """Return the circular of a quarter as `quarter.quarter` reads it. Raises FzjsError."""
    over = quarter(assessment, typed)
    refuse_outside(assessment, over, _recorded(assessment))
    campaign = assessment.repository.campaign
    due = ledgers_due(assessment, over)
    found = [_office(assessment, over, due, name) for name in _names(assessment)]
    title = f"关于{over.label}示范创建工作进展情况的通报"
    return {
        **frame(assessment, title),
        "文件名": f"{campaign.unit}{title}",
        "季度": over.label,
        "已结束": over.over,
        "季度截至": long_date(over.until),
        "不完整": _incomplete(assessment, over, left_out),
        "总体": {
            **tally(assessment, assessment.met),
            "齐备": tier_rates(assessment),
            "自评": attainment_said(assessment),
            **ground(assessment, assessment.met),
            **_moved(assessment, over),
        },
        "台账期": [_day(each) for each in due],
        "较好": [office for office in found if office["较好"]],
        "问题": _ranked([office for office in found if office["有问题"]]),
        "不足": FEWEST,
        "检查": _inspections(assessment, over),
        "下步": [*next_steps(assessment, list(assessment.met)), *_then(assessment)],
    }


def _recorded(assessment: Assessment) -> Iterator[datetime.date]:
    """Yield the days on which somebody reviewed, reminded, found, closed or filled in."""
    repository = assessment.repository
    yield from (review.date for review in repository.reviews.values())
    yield from (reminder.date for reminder in repository.reminders)
    yield from (day for each in assessment.followed for day, _ in events_of(each))
    yield from (ledger.filled for ledger in repository.ledgers if ledger.filled)


def _incomplete(assessment: Assessment, over: Quarter, left_out: int) -> str:
    """Say on the first page which day the figures are of, and what they do not hold."""
    today = long_date(assessment.today)
    text = f"本季度还没有结束，本件截至{today}。" if not over.over else ""
    if over.end < assessment.today:
        text = f"本季度已于{long_date(over.end)}结束，材料和科室的数字是截至{today}的。"
    return text + doubts(assessment, left_out, _BASIS)


def _moved(assessment: Assessment, over: Quarter) -> dict[str, int]:
    """Count what was done in the quarter; of an entry's reviews the last one is known."""
    repository = assessment.repository
    done = [r for r in repository.reviews.values() if over.holds(r.date)]
    return {
        "本季审核": len(done),
        "本季通过": sum(review.passed for review in done),
        "本季退回": sum(not review.passed for review in done),
        "本季催办": sum(over.holds(reminder.date) for reminder in repository.reminders),
    }


def _names(assessment: Assessment) -> list[str]:
    """Return the offices that owe by themselves: no group noun is praised or blamed."""
    return [o.name for o in assessment.repository.campaign.offices if o.members is None]


def _office(
    assessment: Assessment, over: Quarter, due: Sequence[Handing], name: str
) -> dict[str, Any]:
    """Return what the figures say of an office, and whether that is good, or a problem.

    Good: something is past its date and all of that is handed in, some of it passed, nothing is
    returned, every 台账 of the quarter was filled in by its day, and no problem was overdue then,
    or is today. That a review takes long is not the office's fault; but who has only been waiting
    is not praised yet.
    """
    mine = [met for met in assessment.met if name in met.due.owners]
    counts = tally(assessment, mine)
    gone = [m for m in mine if m.due.due <= assessment.today and not m.due.excused]
    passed = sum(met.state is State.PASSED for met in gone)
    late = [met for met in mine if assessment.overdue(met)]
    returned = [m for m in mine if m.state is State.RETURNED and not m.due.excused]
    due = due if name in offices(assessment) else ()
    filled = {ledger.month: ledger.filled for ledger in handed(assessment, name)}
    unsent = [each for each in missing(assessment, name) if each in due]
    due = [each for each in due if each.month in filled or each in unsent]  # not: due today
    timely = [each for each in due if _timely(filled.get(each.month), each)]
    tardy = [each for each in due if each not in unsent and each not in timely]
    unmended = [each for each in assessment.followed if of(each, name, assessment)]
    overdue = [e for e in unmended if as_of(e, assessment.standings, over.until).overdue]
    said = (*_pieces(assessment, late, returned), *_unmended(overdue), *_ledgers(unsent, tardy))
    return {
        "科室": name,
        **counts,
        "到期": len(gone),
        "到期通过": passed,
        "逾期占比": f"{100 * counts['逾期'] / counts['应报']:.1f}%" if counts["应报"] else "—",
        "台账应交": len(due),
        "台账按时": len(timely),
        "未交台账": [_day(each) for each in unsent],
        "催办": office_marks(assessment, name)["催办"],
        "问题逾期": len(overdue),
        "说明": "；".join(said),
        "不排名": counts["应报"] < FEWEST,
        "较好": passed > 0 and not said and not any(each.overdue for each in unmended),
        "有问题": bool(said),
    }


def _timely(filled: datetime.date | None, due: Handing) -> bool:
    """Tell whether a 台账 was filled in by its day; without a date nobody knows."""
    return filled is not None and due.due is not None and filled <= due.due


def _day(due: Handing) -> str:
    """Return a month's day; marked where the holiday calendar does not know its year."""
    return (long_date(due.due) if due.due else "") + ("" if due.known else "（按周一至周五算）")


def _pieces(assessment: Assessment, late: Sequence[Met], returned: Sequence[Met]) -> Iterator[str]:
    """Name what is overdue and what was returned, as people do."""
    for word, found in (("逾期", late), ("退回", returned)):
        if found:
            yield f"{word}{len(found)}件：{_references(assessment, found)}"


def _references(assessment: Assessment, met: Iterable[Met]) -> str:
    """Name pieces by the reference that every screen prints, what they are, and their periods."""
    names = []
    for key, labels in spans_of(met).items():
        material = assessment.catalogue.materials.get(key)
        what = f"“{short(material.text, _NAME)}”" if material else ""
        names.append(f"{assessment.catalogue.label(key)}{what}（{periods(labels, '—')}）")
    return "、".join(names)


def _unmended(overdue: Sequence[Followed]) -> Iterator[str]:
    if overdue:
        said = (
            f"“{mask(p.text).rstrip('。')}”（{_checked(p)}，时限{long_date(p.due)}）"
            for p in (each.problem for each in overdue)
        )
        yield f"检查问题超过时限{len(overdue)}个：{'、'.join(said)}"


def _checked(problem: Problem) -> str:
    """Name an inspection as people do: 2021年2月双月检查."""
    return f"{problem.found.year}年{problem.found.month}月{problem.kind}"


def _ledgers(missing: Sequence[Handing], tardy: Sequence[Handing]) -> Iterator[str]:
    """Say which 工作台账 are not there, and which were filled in after their day."""
    if missing:
        yield f"未交{'、'.join(map(_day, missing))}应交的工作台账"
    if tardy:
        yield f"{'、'.join(map(_day, tardy))}应交的工作台账填报晚于期限"


def _ranked(offices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return offices with most overdue first, equals alike; the small ones after, in plan order."""
    large = [office for office in offices if not office["不排名"]]
    large.sort(key=_weight, reverse=True)
    weights = [_weight(office) for office in large]
    ranked = [{"序": str(weights.index(_weight(o)) + 1), **o} for o in large]
    return [*ranked, *({"序": "—", **office} for office in offices if office["不排名"])]


def _weight(office: dict[str, Any]) -> tuple[int, int, int]:
    return office["逾期"], office["退回"], len(office["未交台账"])


def _inspections(assessment: Assessment, over: Quarter) -> dict[str, Any]:
    """Return the problems of the quarter, as they stood at its end.

    Those found in it, or open when it began, or closed or back in it.
    """
    found = [each for each in assessment.followed if _is_of(each, over)]
    then = [as_of(each, assessment.standings, over.until) for each in found]
    names = list(dict.fromkeys(_inspection_of(each) for each in found))
    known = all("双月检查" in name for name in names)
    events = Counter(name for each in found for day, name in events_of(each) if over.holds(day))
    return {
        "标题": "双月检查问题及销号" if known else "检查发现的问题及销号",
        "次": [_inspection(name, then) for name in names],
        "发现": events[FOUND],
        "销号": events[CLOSING],
        "反弹": events[CAME_BACK],
        "未销号": sum(each.is_open for each in then),
        "问题": [_problem(assessment, each, over) for each in then],
    }


def _is_of(each: Followed, over: Quarter) -> bool:
    days = [day for day, _ in events_of(each)]
    before = sum(day < over.start for day in days)
    # Found, closed, back, closed: after an odd number of these a problem is open.
    return any(map(over.holds, days)) or (each.problem.found < over.start and before % 2 == 1)


def _inspection_of(each: Followed) -> str:
    return each.problem.id.rpartition("/")[0]


def _inspection(name: str, found: Iterable[Followed]) -> dict[str, Any]:
    mine = [each for each in found if _inspection_of(each) == name]
    still = [each for each in mine if each.is_open]
    return {
        "检查": _checked(mine[0].problem),
        "日期": long_date(mine[0].problem.found),
        "问题": len(mine),
        "销号": len(mine) - len(still),
        "未销号": len(still),
        "超时限": sum(each.overdue for each in still),
    }


def _problem(assessment: Assessment, each: Followed, over: Quarter) -> dict[str, Any]:
    """Return a problem and how it stood at the end of the quarter."""
    problem = each.problem
    return {
        "编号": problem.id,
        "问题": problem.text,
        "科室": assessment.catalogue.folder_office(problem.office),
        "时限": long_date(problem.due),
        "情况": "，".join(_stood(each, over)),
    }


def _stood(each: Followed, over: Quarter) -> Iterator[str]:
    """Say how a problem stood; what waits for 验收 is not the office's delay."""
    if not each.is_open:
        yield f"{long_date(each.steps[-1].date)}验收销号"
        return
    yield "未销号"
    if each.state in {BACK, RETURNED}:
        yield f"{long_date(each.since)}{each.state}"
    if each.state == APPLIED:
        yield "已申请销号"
    if each.overdue:
        yield f"超过时限{(over.until - each.problem.due).days}天"


def _then(assessment: Assessment) -> list[str]:
    """Say by when open problems are to be rectified, and the 台账 handed in."""
    open_ = [each for each in assessment.followed if each.is_open]
    late, applied = sum(each.overdue for each in open_), waiting(open_)
    lines = [f"超过时限没有销号的问题{late}个，补办整改、申请销号。"] if late else []
    lines += [f"已申请销号的问题{applied}个，由督导检查组验收。"] if applied else []
    days = Counter(e.problem.due for e in open_ if not e.overdue and e.state != APPLIED)
    lines += [f"{long_date(day)}前完成问题整改{days[day]}个。" for day in sorted(days)]
    when = spoken(assessment.catalogue.campaign)
    return [*lines, f"{when}报送工作台账。"] if when else lines
