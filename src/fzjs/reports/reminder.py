"""催办单 as data: what an office has overdue or returned, the how-manieth time, a slip to return.

A 催办单 as its readers want it: “关于催报示范创建材料的通知（第2次）……请于3月9日前报送；确无情形的
报零报告，不得空缺。回执：□按期 □申请延期至 □申请不适用 负责人签字”. It records nothing: what was
sent is recorded by `fzjs remind`, and what is recorded is printed again with its number.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Met, Standing, State
from fzjs.assess.awaited import reminded
from fzjs.diagnostic import FzjsError
from fzjs.facts import Reminder
from fzjs.reports import gaps, plan_settings, printed
from fzjs.reports.assignments import annex
from fzjs.reports.dated import day_asked
from fzjs.reports.framing import doubts, frame
from fzjs.reports.gaps import Gap, is_open
from fzjs.reports.named import office_named
from fzjs.reports.remind import next_times, sent, speaks_of, usual
from fzjs.reports.statements import Unwritten
from fzjs.reports.summary import piece_names, short
from fzjs.reports.wording import long_date, tally

_NAME = 18
"""Characters of a material's text that stand for it."""


def build(
    assessment: Assessment, office: str, times: int = 0, due: str = "", left_out: int = 0
) -> dict[str, Any]:
    """Return an office's 催办单: the next one, or the one recorded today or as number `times`.

    `due` is the day by which to answer, as typed; （待填） where none is. Raises FzjsError for
    names and dates, and where there is nothing to send.
    """
    full = office_named(assessment, office)
    before = sent(assessment, full)
    past = _recorded(assessment, before, full, times)
    asked = _asked(assessment, full, past)
    met = [each for each in asked if is_open(each)]
    if not met:
        left = _left(assessment, full)
        rest = f"；没到期的还有{left}件：fzjs todo {full}" if left else ""
        raise FzjsError(f"{full}{_nothing(past)}{rest}。")
    number, day = (past.times, past.date) if past else (next_times(before), assessment.today)
    until = day_asked(due, "--due") if due else None
    if until and until <= day:
        raise FzjsError(f"--due：{until} 不晚于催办的 {day}，来不及报送。")
    return {
        **frame(assessment, "关于催报示范创建材料的通知"),
        "文件名": f"催办单（{full}第{number}次）",
        "不完整": doubts(assessment, left_out),
        "科室": full,
        "次": number,
        "催报日期": long_date(day),
        "重印": past is not None,
        "催报": len(asked),
        "已报": piece_names(assessment, (each for each in asked if not is_open(each))),
        **_counts(assessment, full, met),
        "外单位": [] if past else list(_outside(assessment, full, met)),
        "附件": annex(printed.campaign(assessment.repository)),
        "限": long_date(until) if until else plan_settings.GAP,
        "落款单位": _signs(assessment),
        "欠件": _rows(assessment, full, met),
        "接下来": "" if past else f"发出后记一次：fzjs remind {full}",
    }


def build_all(
    assessment: Assessment, due: str = "", left_out: int = 0
) -> Iterator[dict[str, Any] | Unwritten]:
    """Yield the 催办单 of every office that has something overdue or returned; why not, of others.

    What was recorded today is printed as it was recorded.
    """
    for office in assessment.repository.campaign.offices:
        if office.members:
            yield Unwritten(office.name, f"集合名词，催它的成员：{'、'.join(office.members)}")
            continue
        past = _recorded(assessment, sent(assessment, office.name), office.name, 0)
        if any(map(is_open, _asked(assessment, office.name, past))):
            made = build(assessment, office.name, 0, due, left_out)
            yield {**made, "接下来": made["接下来"] and "发出后各记一次：fzjs remind 科室"}
        else:
            left = _left(assessment, office.name)
            what = f"{office.name}（没到期{left}件）" if left else office.name
            yield Unwritten(what, _nothing(past))


def _recorded(
    assessment: Assessment, before: Sequence[Reminder], office: str, times: int
) -> Reminder | None:
    """Return the recorded reminder that is meant, None for the next one. Raises FzjsError."""
    if not times:
        return before[-1] if before and before[-1].date == assessment.today else None
    found = [each for each in before if each.times == times]
    if not found and times != next_times(before):
        past = (
            f"记过第{'、'.join(str(each.times) for each in before)}次" if before else "还没有催过"
        )
        following = next_times(before)
        raise FzjsError(
            f"--times：{office}{past}，不能写第{times}次；不写 --times 就是第{following}次。"
        )
    return found[-1] if found else None


def _asked(assessment: Assessment, office: str, past: Reminder | None) -> list[Met]:
    """Return what a reminder is about: as recorded, else all that is overdue or returned."""
    if past is None:
        return usual(assessment, office, assessment.today)
    mine = (met for met in assessment.met if office in met.due.owners)
    return [met for met in mine if any(speaks_of(each, met) for each in past.subjects)]


def _nothing(past: Reminder | None) -> str:
    """Say why an office is not reminded."""
    return f"第{past.times}次催的都已经报了，不用再催" if past else "没有逾期或退回的，用不着催"


def _left(assessment: Assessment, office: str) -> int:
    """Count what an office has open all the same."""
    return sum(is_open(met) for met in assessment.met if office in met.due.owners)


def _counts(assessment: Assessment, office: str, met: Sequence[Met]) -> dict[str, int]:
    """Return the office's figures as `status --office` has them, and how many are both."""
    mine = tally(assessment, (each for each in assessment.met if office in each.due.owners))
    both = sum(each.state is State.RETURNED and assessment.overdue(each) for each in met)
    return {**mine, "又退又逾": both, "件数": len(met)}


def _outside(assessment: Assessment, office: str, told: Sequence[Met]) -> Iterator[str]:
    """Name what others have yet to issue and is not overdue: the office chases it meanwhile."""
    keys = {each.due.key for each in told}
    waiting = [
        met
        for met in assessment.met
        if met.state is State.OUTSIDE and is_open(met) and office in met.due.owners
        and met.due.key not in keys
    ]  # fmt: skip
    found: dict[str, list[Met]] = {}
    for met in waiting:
        found.setdefault(_waits(assessment, met), []).append(met)
    for said, pieces in found.items():
        yield f"{piece_names(assessment, pieces)}：{said}"


def _signs(assessment: Assessment) -> str:
    """Return who reminds: the 创建办 where an office is named as such, else the unit."""
    campaign = assessment.repository.campaign
    return assessment.catalogue.office(campaign.coordinator) or campaign.unit


def _rows(assessment: Assessment, office: str, met: Sequence[Met]) -> list[dict[str, str]]:
    """Return a row of the table for each material and what it lacks; newlines break the cell."""
    return [_row(assessment, office, gap) for gap in gaps.gather(assessment, met)]


def _row(assessment: Assessment, office: str, gap: Gap) -> dict[str, str]:
    due, today = gap.met[0].due, assessment.today
    others = [each for each in due.owners if each != office]
    shared = f"（与{'、'.join(others)}共同负责）" if others else ""
    left = f"逾{(today - gap.due).days}天" if gap.due < today else "未到期"
    return {
        "资料": gap.label,
        "内容": short(gap.text, _NAME) + shared,
        "年度": gap.periods.replace("-", "—"),
        "缺什么": _lacks(assessment, gap),
        "期限": "待定" if gap.provisional else f"{_day(gap.due, today)}\n{left}",
        "来源": _source(assessment, gap),
    }


def _day(day: datetime.date, today: datetime.date) -> str:
    """Return 2月1日, with the year where it is not this one."""
    text = f"{day.month}月{day.day}日"
    return text if day.year == today.year else f"{day.year}年{text}"


def _lacks(assessment: Assessment, gap: Gap) -> str:
    met = gap.met[0]
    return _waits(assessment, met) if met.state is State.OUTSIDE else gap.what


def _waits(assessment: Assessment, met: Met) -> str:
    """Say for whom a piece waits, since when, and what the office is to do: 请电催."""
    standing, today = _standing(met), assessment.today
    if standing is None:
        return met.gap
    entry = standing.entry
    if not entry.asked or entry.asked > today:
        return f"{entry.waits_for}未出具，尚未发函，请发函"
    if entry.answered and entry.answered <= today:
        return f"{entry.waits_for}已答复，请取回"
    last = reminded(entry, today)
    again = f"，{long_date(last)}催函" if last else ""
    return f"{entry.waits_for}未出具，{long_date(entry.asked)}发函{again}，至今未复，请电催"


def _source(assessment: Assessment, gap: Gap) -> str:
    """Say where it comes from: the plan's row, and the review or problem that returned it."""
    number = assessment.catalogue.rows[gap.met[0].due.indicator].indicator.number
    said = f"第{number}项" if number.isdigit() else number
    met = gap.met[0]
    if met.state is not State.RETURNED:
        return said
    found = _standing(met)  # none where a problem with the material, not an entry, returned it
    review = found.review if found else None
    if review is None or review.passed:
        return f"{said}\n检查问题"
    return f"{said}\n{_day(review.date, assessment.today)}审核"


def _standing(met: Met) -> Standing | None:
    """Return the entry that gives a piece its state, None where none does."""
    return next((proof.standing for proof in met.proofs if proof.state is met.state), None)
