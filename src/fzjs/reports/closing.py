"""销号单 as data: one problem on one page, filled in as it is registered, to be signed.

附件2 （13）: “对标对表，逐项整改销号”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fzjs.assess import Assessment, Followed
from fzjs.assess.followed import APPLIED, CLOSED
from fzjs.diagnostic import FzjsError
from fzjs.reports import problem_list, problems
from fzjs.reports.framing import doubts, frame
from fzjs.reports.plan_settings import GAP
from fzjs.reports.statements import Unwritten
from fzjs.reports.wording import long_date


def build(assessment: Assessment, typed: str, left_out: int = 0) -> dict[str, Any]:
    """Return the 销号单 of a problem, the signatures left to sign. Raises FzjsError."""
    return _slip(assessment, problems.problem_named(assessment, typed), left_out)


def refuse_none(assessment: Assessment) -> None:
    """Raise FzjsError where no inspection has found anything."""
    if not assessment.followed:
        raise FzjsError("没有登记过检查发现的问题。登记：fzjs problem add 针对 …")


def build_all(assessment: Assessment, left_out: int = 0) -> Iterator[dict[str, Any] | Unwritten]:
    """Yield the 销号单 of what is applied for or closed; the others with how far they are."""
    for each in problems.ordered(assessment.followed):
        if each.doubled:
            yield Unwritten(each.problem.id, "编号重复，先改好（fzjs check）")
        elif each.state in {APPLIED, CLOSED}:
            yield _slip(assessment, each, left_out)
        else:
            yield Unwritten(each.problem.id, f"{each.state}，没有申请销号")


def _slip(assessment: Assessment, each: Followed, left_out: int) -> dict[str, Any]:
    plain = problems.plain(each, assessment)
    problem, title = each.problem, "检查问题销号单"
    return {
        **frame(assessment, title),
        "文件名": f"销号单（{problem.id}）",
        "不完整": _unready(each) + doubts(assessment, left_out, frozenset({"科室"})),
        "编号": problem.id,
        "状态": each.state,
        "问题": plain["问题"],
        "来源": plain["来源"],
        "发现日期": long_date(problem.found),
        "针对": "，".join(problem_list.about(assessment, problem)),
        "要求": plain["要求"],
        "责任科室": plain["责任科室"],
        "责任人": plain["责任人"],
        "时限": "，".join(problem_list.due_said(each)),
        "措施": "\n".join(problem_list.measures(assessment, each)) or GAP,
        "佐证": "\n".join(problem_list.proofs(assessment, each)) or GAP,
        "申请日期": problem_list.applied_on(each, assessment.today) or GAP,
        "处理": "\n".join(map(problem_list.step_said, each.steps)),
        "验收": "，".join(problem_list.closed_said(each)) + "验收" if each.state == CLOSED else "",
    }


def _unready(each: Followed) -> str:
    """Say on the page what stands against closing it."""
    if each.state in {APPLIED, CLOSED}:
        return ""
    lacks = _weak(each.weak)
    return f"本问题{each.state}，还没有可以验收的销号申请{lacks}，本单不能作为销号的依据。"


def _weak(weak: Iterable[tuple[str, str]]) -> str:
    said = "；".join(f"{name}{fault}" for name, fault in weak)
    return f"（佐证：{said}）" if said else ""
