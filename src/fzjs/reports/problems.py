"""问题清单: what inspections found, how far each problem is, and how many stay open by month.

督导检查组职责: “日常督导，及时反馈发现问题，监督问题整改落实”; 附件2 （13）: “建立整改工作方案和
台账，对标对表，逐项整改销号”. The same data serves the screen and documents.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Followed
from fzjs.assess.followed import APPLIED, CLOSED, STATES, weak_proof
from fzjs.assess.ownership import owner_offices
from fzjs.assess.reopened import reopens
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Problem, Step
from fzjs.nearest import nearest
from fzjs.reports.named import office_named
from fzjs.reports.wording import distance, short_date
from fzjs.repository.layout import nfc

FOUND, CAME_BACK, CLOSING = "发现", "反弹", "销号"
_MONTHS = 12
_SHOWN = 5
"""Numbers that a message shows to choose from."""


def build(
    assessment: Assessment, office: str = "", state: str = "", *, everything: bool = False
) -> dict[str, Any]:
    """Return the problems, open ones first and the overdue before all, and the trend by month.

    `office` and `state` narrow the list; closed ones are left out of it unless asked for
    (`everything`, or by their state). Counts and trend are of all problems of the office. Raises
    FzjsError for an office or a state that there is not.
    """
    full = office_named(assessment, office) if office else ""
    _refuse_unknown(state)
    of_office = [each for each in assessment.followed if not full or of(each, full, assessment)]
    shown = [
        each for each in of_office if (each.state == state if state else everything or each.is_open)
    ]
    campaign = assessment.repository.campaign
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "科室": full,
        "状态": state,
        "合计": counts(of_office),
        "问题": [plain(each, assessment) for each in ordered(shown)],
        "趋势": trend(of_office, assessment.today),
    }


def _refuse_unknown(state: str) -> None:
    if state and state not in STATES:
        guess = nearest(state, STATES)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"--state 没有“{state}”这个状态。{hint}可以写：{'、'.join(STATES)}")


def of(each: Followed, office: str, assessment: Assessment) -> bool:
    """Tell whether an office has to mend a problem, by itself or as a member of a group noun."""
    return office in owner_offices(each.problem, assessment.catalogue)


def open_of(assessment: Assessment, office: str) -> list[Followed]:
    """Return the open problems that an office has to mend, in the order of the list."""
    return ordered(e for e in assessment.followed if e.is_open and of(e, office, assessment))


def ordered(found: Iterable[Followed]) -> list[Followed]:
    """Return open ones first, of these the overdue, each by its deadline."""
    return sorted(found, key=lambda e: (not e.is_open, not e.overdue, e.problem.due, e.problem.id))


def counts(found: Sequence[Followed]) -> dict[str, int]:
    """Return how many there are, and how many in each state; 逾期 is a mark beside it."""
    states = Counter(each.state for each in found)
    return {
        "问题": len(found),
        "未销号": sum(each.is_open for each in found),
        "逾期": sum(each.overdue for each in found),
        **{state: states[state] for state in STATES},
    }


def plain(each: Followed, assessment: Assessment) -> dict[str, Any]:
    """Return one problem as data: what, who, by when, how far, and what it reopens."""
    problem, today, catalogue = each.problem, assessment.today, assessment.catalogue
    closed = each.steps[-1] if each.state == CLOSED else None
    return {
        "编号": problem.id,
        "类型": problem.kind,
        "来源": problem.source or problem.kind,
        "发现": problem.found.isoformat(),
        "条目": problem.entry,
        "资料": catalogue.label(problem.material),
        "指标": catalogue.label(problem.indicator),
        "针对": subject(problem, assessment),
        "问题": problem.text,
        "要求": problem.asked,
        "责任科室": catalogue.folder_office(problem.office),
        "责任人": _person(problem, assessment),
        "时限": problem.due.isoformat(),
        "原时限": problem.first_due.isoformat(),
        "时限简写": short_date(problem.due, today),
        "天数": None if closed else (problem.due - today).days,
        "剩余": _left(each, today),
        "状态": each.state,
        "逾期": each.overdue,
        **_answer(each, assessment),
        "处理": [_step(step) for step in problem.steps],
        "销号": closed.date.isoformat() if closed else "",
        "验收人": closed.inspector if closed else "",
        "重新打开": _reopened(each, assessment),
        "位置": f"{problem.place.file}:{problem.place.line}",
    }


def _left(each: Followed, today: datetime.date) -> str:
    """Say how long the office still has; what waits for 验收 is not the office's delay."""
    if each.state == CLOSED:
        return ""
    return "待验收" if each.state == APPLIED else distance(each.problem.due, today)


def _answer(each: Followed, assessment: Assessment) -> dict[str, Any]:
    """Return what the office reported last: 措施, proof with what it lacks, 申请销号."""
    answer = each.answers[0] if each.answers else None
    weak = dict(weak_proof(answer, assessment.standings)) if answer else {}
    return {
        "措施": answer.measure if answer else "",
        "佐证": [
            {"条目": name, "不足": weak.get(name, "")}
            for name in (answer.evidence if answer else ())
        ],
        "申请销号": answer.applied.isoformat() if answer and answer.applied else "",
    }


def _step(step: Step) -> dict[str, str]:
    return {
        "日期": step.date.isoformat(),
        "结果": step.result,
        "验收人": step.inspector,
        "科室": step.office,
        "至": step.until.isoformat() if step.until else "",
        "说明": step.note,
    }


def subject(problem: Problem, assessment: Assessment) -> str:
    """Return all that a problem is about, as people name it."""
    label = assessment.catalogue.label
    indicator = f"第{label(problem.indicator)}项" if problem.indicator else ""
    return "、".join(filter(None, (problem.entry, label(problem.material), indicator)))


def _person(problem: Problem, assessment: Assessment) -> str:
    """Return the 责任人 that the indicator names for the office, else the office's own."""
    office = assessment.catalogue.folder_office(problem.office)
    head = (problem.material or problem.indicator).partition("/")[0].partition("-")[0]
    row = assessment.catalogue.rows.get(head)
    for each in row.responsible if row else ():
        if each.office == office and each.person:
            return each.person
    offices = assessment.repository.campaign.offices
    return next((each.person for each in offices if each.name == office), "")


def _reopened(each: Followed, assessment: Assessment) -> list[str]:
    """Return the 应报件 that count as 退回 while a problem with their material is open."""
    if not each.is_open:
        return []
    owed = [met.due for met in assessment.met if met.gap.startswith("问题未销号")]
    return [due.label for due in reopens(each.problem, owed, assessment.catalogue)]


def trend(found: Iterable[Followed], today: datetime.date) -> list[dict[str, Any]]:
    """Return for each month how many were found, came back and were closed, and stayed open.

    From the month of the first inspection to this one, and to later ones where a date is yet to
    come; what stays open is what was before, and 发现 and 反弹 more, and 销号 less.
    """
    events = Counter((_month(day), name) for each in found for day, name in events_of(each))
    if not events:
        return []
    months = [month for month, _ in events]
    rows, left = [], 0
    for month in _months(min(months), max(*months, _month(today))):
        row = {name: events[month, name] for name in (FOUND, CAME_BACK, CLOSING)}
        left += row[FOUND] + row[CAME_BACK] - row[CLOSING]
        rows.append({"月份": month, **row, "月末未销": left})
    return rows


def events_of(each: Followed) -> Iterator[tuple[datetime.date, str]]:
    """Yield the days on which a problem was found, closed and came back."""
    yield each.problem.found, FOUND
    is_closed = False
    for step in each.steps:
        if (step.result == "验收") != is_closed:
            is_closed = not is_closed
            yield max(step.date, each.problem.found), CLOSING if is_closed else CAME_BACK


def _month(day: datetime.date) -> str:
    return f"{day:%Y-%m}"


def _months(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < _MONTHS else (year + 1, 1)


def problem_named(assessment: Assessment, typed: str, closing: str = "") -> Followed:
    """Return a problem by its number, as `2021-02-双月检查/1`, or `1` where no other has it.

    The stroke may be full-width or a dash, the name may be the file's. Raises FzjsError with the
    nearest; RefusedError where two have the number. `closing` ends what they say.
    """
    text = plain_name(typed)
    followed = assessment.followed
    found = [e for e in followed if text in {e.problem.id, e.problem.id.replace("/", "-")}]
    found = found or [e for e in followed if e.problem.id.rpartition("/")[2] == text]
    if not found:
        raise FzjsError(f"没有“{typed}”这个问题。{_hint(text, followed)}{closing}")
    if len({each.problem.id for each in found}) > 1:
        names = "、".join(each.problem.id for each in found[:_SHOWN])
        raise FzjsError(f"“{typed}”不止一个：{names}。写全。{closing}")
    if len(found) > 1:
        raise RefusedError(f"编号 {found[0].problem.id} 重复，先改好（fzjs check）。{closing}")
    return found[0]


def plain_name(typed: str) -> str:
    """Return an inspection's or a problem's name without the folders and the suffix of its file."""
    text = nfc(typed).strip().replace("\\", "/").replace("／", "/").replace(".yaml", "")
    return text.removeprefix("./").removeprefix("evidence/").removeprefix("督导/")


def _hint(text: str, followed: Sequence[Followed]) -> str:
    names = [each.problem.id for each in ordered(followed)]
    guess = nearest(text, names, 60)
    if guess:
        return f"是不是“{guess}”？"
    listed = "、".join(names[:_SHOWN]) + ("等" if len(names) > _SHOWN else "")
    return f"写成 检查文件名/编号；现有：{listed}。" if names else "还没有检查出问题。"


def waiting(found: Iterable[Followed]) -> int:
    """Count the problems that wait for the inspectors' 验收."""
    return sum(each.state == APPLIED for each in found)
