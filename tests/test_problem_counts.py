"""A problem counts alike wherever it is told: every report reads the one state that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import mini
from conftest import ROOT
from fzjs.assess import Assessment
from fzjs.assess.calendar import Item, gather
from fzjs.reports import circular, handed, problems, status, summary, tables, todo
from mini import ENTRY, INSPECTION, entry

BY = "验收人: 张某"
ACCEPTED = f"{{日期: 2021-03-01, 结果: 验收, {BY}}}"
OWN = ACCEPTED.replace("张某", "张某, 科室: 乙科")
BACK = f"{{日期: 2021-03-01, 结果: 反弹, {BY}, 说明: 又缺}}"
LATER = "2021-03-30"


class Case(NamedTuple):
    """What is written of a problem that is due on 2021-03-20, and what it is on 2021-03-30."""

    handling: str
    applied: str
    state: str
    overdue: bool
    proof: dict[str, str | None] = {}  # noqa: RUF012  # never changed
    office: str = "乙科"


CASES = {
    "开着": Case("", "", "待整改", overdue=True),
    "申请了": Case("", "2021-02-28", "申请销号", overdue=False),
    "自己验收": Case(OWN, "2021-02-28", "申请销号", overdue=False),
    "没有整改就验收": Case(ACCEPTED, "", "待整改", overdue=True),
    "佐证是草稿": Case(ACCEPTED, "2021-02-28", "整改中", overdue=True, proof={"状态": "草稿"}),
    "反弹": Case(
        f"{ACCEPTED.replace('03-01', '02-28')}, {BACK}", "2021-02-27", "反弹", overdue=True
    ),
    "反弹后延期": Case(
        f"{ACCEPTED.replace('03-01', '02-28')}, {BACK.replace('反弹', '反弹, 至: 2021-04-10')}",
        "2021-02-27",
        "反弹",
        overdue=False,
    ),
    "集合名词": Case("", "", "待整改", overdue=True, office="业务科室"),
    "集合名词申请了": Case("", "2021-02-28", "申请销号", overdue=False, office="业务科室"),
    "销号": Case(ACCEPTED, "2021-02-28", "已销号", overdue=False),
}


def _given(root: Path, case: Case) -> Assessment:
    settings = mini.CAMPAIGN.replace(
        "科室: [{", "科室: [{名称: 业务科室, 成员: [乙科, 丙科]}, {", 1
    )
    mini.lay(root, {"fzjs.yaml": settings, ENTRY: entry("1-1 2020 1", case.proof)})
    mini.problem(root, handling=case.handling, applied=case.applied)
    text = (root / INSPECTION).read_text(encoding="utf-8")
    mini.put(root, INSPECTION, text.replace("责任科室: 乙科", f"责任科室: {case.office}"))
    return mini.assessed(root, LATER)


def _one(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if name in row.values())


def _of_problems(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind == "问题"]


@pytest.mark.parametrize("name", CASES)
def test_one_problem_is_told_alike_everywhere(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    assessment = _given(tmp_path, case)
    is_open, late = int(case.state != "已销号"), int(case.overdue)
    listed = problems.build(assessment, everything=True)
    assert listed["问题"][0]["状态"] == case.state
    exported = tables.build(assessment, (), {"错误": 0, "警告": 0, "提示": 0}, "")
    unit, line = exported["单位"][0], exported["问题"][0]
    quarter = circular.build(assessment, "2021-1")
    checked = quarter["检查"]
    told = [row for row in quarter["问题"] if row["科室"] == "乙科"]
    calendar = gather(assessment, assessment.today, 30, "乙科")
    days = _of_problems((*calendar.due, *calendar.past, *calendar.done))
    needs = [each for each in status.build(assessment)["需我办"] if each["事项"] == "问题"]
    of_office = _one(status.build(assessment)["分组"], "乙科")
    owed = todo.build(assessment, "乙科")["科室"][0]["问题"]
    text = "".join(summary.build(assessment, "乙科")["问题"])
    assert {
        "problem list": (listed["合计"]["未销号"], listed["合计"]["逾期"]),
        "逐月": (listed["趋势"][-1]["月末未销"], late),
        "todo": (len(owed), sum(each["逾期"] for each in owed)),
        "status": (of_office["问题"], of_office["问题逾期"]),
        "需我办": (len(needs), sum("1逾期" in each["说明"] for each in needs)),
        "calendar": (len(days), len(_of_problems(calendar.past))),
        "circular": (checked["未销号"], sum(each["超时限"] for each in checked["次"])),
        "circular office": (is_open, sum(row["问题逾期"] for row in told)),
        "summary": ("还有1个没有销号" in text, late),
        "org": (handed.build(assessment, "乙科")["合计"]["问题"], late),
        "export": (int(not line["销号"]), int(line["逾期"])),
        "rollup": (unit["未销号问题"], unit["逾期问题"]),
    } == dict.fromkeys(
        (
            "problem list", "逐月", "todo", "status", "需我办", "calendar", "circular",
            "circular office", "summary", "org", "export", "rollup",
        ),
        (is_open, late),
    )  # fmt: skip
    assert line["状态"] == case.state
    assert checked["销号"] == sum(month["销号"] for month in listed["趋势"])
    assert checked["反弹"] == sum(month["反弹"] for month in listed["趋势"])
    assert [item.state for item in days if case.state == "申请销号"] in ([], ["待验收"])


def test_the_table_names_all_that_a_problem_is_about(tmp_path: Path) -> None:
    mini.lay(tmp_path, {ENTRY: entry("1-1 2020 1")})
    mini.problem(tmp_path, "条目: 乙科/条目, 资料: 1-1/2020, 指标: 7")
    assessment = mini.assessed(tmp_path)
    (row,) = tables.build(assessment, (), {"错误": 0, "警告": 0, "提示": 0}, "")["问题"]
    assert row["对象"] == problems.build(assessment)["问题"][0]["针对"]
    assert row["对象"] == "乙科/条目、1-1/2020、第7项"


def test_who_tells_of_problems_reads_their_state() -> None:
    """`repository.problems` are what is written: whether one is closed or late is not there."""
    bare = re.compile(r"repository\.problems\b(?!.*\bsubject\b)")
    floors = ("reports", "assess/calendar", "render", "cli", "actions", "gate")
    found = {
        path.name
        for floor in floors
        for path in (ROOT / "src" / "fzjs" / floor).rglob("*.py")
        if bare.search(path.read_text(encoding="utf-8"))
    }
    assert found <= {"moved.py", "changed.py"}  # which file says something of an entry
