"""问题清单和整改台账 as data: from the records alone, as they stand today.

督导检查组职责: “监督问题整改落实”; 附件2 （13）: “建立整改工作方案和台账，对标对表，逐项整改销号”;
平顶山 三（三）: “建立任务台账和问题清单”.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from fzjs.assess import Assessment, Followed
from fzjs.assess.followed import CLOSED, STATES, weak_proof
from fzjs.diagnostic import FzjsError
from fzjs.facts import Problem, Rectification, Step
from fzjs.nearest import nearest
from fzjs.reports import problems
from fzjs.reports.framing import doubts, frame
from fzjs.reports.named import office_named
from fzjs.reports.plan_settings import GAP
from fzjs.reports.wording import long_date

_NAMED = 4
"""Indicators of an entry that a cell names."""


def build(
    assessment: Assessment, inspection: str = "", office: str = "", left_out: int = 0
) -> dict[str, Any]:
    """Return the problems of all inspections or one, of all offices or one, in their order.

    The counts are those of `fzjs problem list`. Raises FzjsError for names, and where there is
    nothing to list.
    """
    full = office_named(assessment, office) if office else ""
    name = _inspection(assessment, inspection) if inspection else ""
    found = [
        each
        for each in assessment.followed
        if (not full or problems.of(each, full, assessment))
        and (not name or _inspection_of(each.problem) == name)
    ]
    if not found:
        about = f"{name}没有{full}的问题" if name else f"没有登记过{full}的检查问题"
        raise FzjsError(
            f"{about}，没有可列的。登记：fzjs problem add 针对 …；看全部：fzjs problem list --all"
        )
    found.sort(key=lambda each: each.problem.found)
    title = f"{full or assessment.repository.campaign.unit}问题清单和整改台账"
    return {
        **frame(assessment, title),
        "文件名": f"{title}（{name}）" if name else title,
        "不完整": doubts(assessment, left_out, frozenset({"科室"})),
        "检查": name,
        "科室": full,
        "合计": problems.counts(found),
        "各状态": _states(problems.counts(found)),
        "问题": [_row(assessment, each) for each in found],
    }


def _inspection_of(problem: Problem) -> str:
    return problem.id.rpartition("/")[0]


def _inspection(assessment: Assessment, typed: str) -> str:
    """Return the inspection that a text means: its file's name, or a part that no other has."""
    text = problems.plain_name(typed)
    known = list(dict.fromkeys(_inspection_of(each.problem) for each in assessment.followed))
    found = [text] if text in known else [name for name in known if text and text in name]
    if len(found) == 1:
        return found[0]
    if found:
        raise FzjsError(f"--inspection：“{typed}”不止一次：{'、'.join(found)}。写全。")
    guess = nearest(text, known)
    hint = f"是不是“{guess}”？" if guess else ""
    listed = f"可以写：{'、'.join(known)}" if known else "还没有登记过有问题的检查"
    raise FzjsError(f"--inspection：没有“{typed}”这次检查。{hint}{listed}")


def _states(counts: dict[str, int]) -> str:
    """Say how many are in each state of those not closed."""
    return "、".join(f"{s}{counts[s]}个" for s in STATES if s != CLOSED and counts[s])


def _row(assessment: Assessment, each: Followed) -> dict[str, str]:
    """Return a row of the table; newlines break a cell."""
    plain = problems.plain(each, assessment)
    asked = f"（要求：{plain['要求']}）" if plain["要求"] else ""
    number = each.problem.id.rpartition("/")[2]
    came = (_inspection_of(each.problem), f"编号{number}", *_source(plain))
    return {
        "编号": each.problem.id,
        "问题": plain["问题"] + asked,
        "来源": "\n".join(came),
        "针对": "\n".join(about(assessment, each.problem)),
        "科室": "\n".join(filter(None, (plain["责任科室"], plain["责任人"]))),
        "措施": "\n".join(measures(assessment, each)) or GAP,
        "时限": "\n".join(due_said(each)),
        "佐证": "\n".join(proofs(assessment, each)) or "未报",
        "情况": "\n".join(_stood(each, assessment.today)),
        "销号": "\n".join(closed_said(each)),
    }


def _source(plain: dict[str, Any]) -> list[str]:
    return [plain["来源"]] if plain["来源"] != plain["类型"] else []


def about(assessment: Assessment, problem: Problem) -> list[str]:
    """Return the indicators in question and the material or entry, a paragraph each."""
    label = assessment.catalogue.label
    keys = [
        key.partition("/")[0].partition("-")[0] for key in (problem.indicator, problem.material)
    ]
    entry = assessment.repository.entries.get(problem.entry)
    keys += [claim.material.partition("-")[0] for claim in entry.claims] if entry else []
    numbers = [label(key) for key in dict.fromkeys(keys) if key]
    more = f"等{len(numbers)}项" if len(numbers) > _NAMED else "项" if numbers[-1:] else ""
    rows = f"第{'、'.join(numbers[:_NAMED])}{more}" if numbers else ""
    named = problem.entry.rpartition("/")[2]
    return [text for text in (rows, label(problem.material), named) if text]


def measures(assessment: Assessment, each: Followed) -> list[str]:
    """Return what each office did; whose it is where several answered."""
    said = [(_of(assessment, each, answer), answer.measure) for answer in each.answers]
    return [f"{whose}{measure}" for whose, measure in said if measure]


def _of(assessment: Assessment, each: Followed, answer: Rectification) -> str:
    many = len(each.answers) > 1
    return f"{assessment.catalogue.folder_office(answer.office)}：" if many else ""


def proofs(assessment: Assessment, each: Followed) -> list[str]:
    """Return the proof entries, and why one of them does not stand."""
    names = []
    for answer in each.answers:
        weak = dict(weak_proof(answer, assessment.standings))
        names += [f"{n}（{weak[n]}）" if n in weak else n for n in answer.evidence]
    return list(dict.fromkeys(names))


def due_said(each: Followed) -> list[str]:
    """Return the deadline, and the first one where it was moved."""
    problem = each.problem
    moved = problem.due != problem.first_due
    return [long_date(problem.due), *([f"原{long_date(problem.first_due)}"] if moved else [])]


def _stood(each: Followed, today: datetime.date) -> Iterator[str]:
    """Say how far it is, and what the inspectors did before, the last first."""
    late = f"，逾期{(today - each.problem.due).days}天" if each.overdue else ""
    yield f"{each.state}{late}"
    if applied := applied_on(each, today):
        yield f"{applied}申请销号"
    yield from reversed([step_said(step) for step in each.steps])


def applied_on(each: Followed, today: datetime.date) -> str:
    """Return the day of the last 申请销号 that counts, "" before."""
    days = [a.applied for a in each.answers if a.applied and each.since < a.applied <= today]
    return long_date(max(days)) if days else ""


def step_said(step: Step) -> str:
    """Say what the inspectors did: 2021年3月1日退回：原因."""
    until = f"至{long_date(step.until)}" if step.until else ""
    note = f"：{step.note}" if step.note else ""
    return f"{long_date(step.date)}{step.result}{until}{note}"


def closed_said(each: Followed) -> list[str]:
    """Return when and by whom a problem was closed, else that it is not."""
    if each.state != CLOSED:
        return ["未销号"]
    return [long_date(each.steps[-1].date), each.steps[-1].inspector]
