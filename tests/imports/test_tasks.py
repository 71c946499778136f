"""工作任务 by method → items: cutting, kinds, codes, doubts, and no word lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzjs.importers.draft import Task
from fzjs.importers.tasks import read, split

ROOT = Path(__file__).resolve().parents[2]
GOLD: list[dict[str, Any]] = json.loads(
    next(ROOT.glob("tests/**/pingdingshan-education-2021.json")).read_text(encoding="utf-8")
)
TASKS = [(row["text"], Task(task["method"], task["text"])) for row in GOLD for task in row["tasks"]]


def _bare(text: str) -> str:
    return re.sub(r"[\s；;。，,（）()]|(?<![\d.])\d{1,2}[.．](?!\d)|[①②]", "", text)


def _left(task: Task, indicator: str = "") -> str:
    """What of a task stands in no item and no note; also what stands twice."""
    found = read([task], indicator)
    parts = [*found.notes, *(item.text for item in found.items)]
    whole, kept = Counter(_bare(task.text)), Counter(_bare("；".join(parts)))
    return "".join(((whole - kept) + (kept - whole)).elements())


def test_there_are_137_tasks() -> None:
    assert len(TASKS) == 137


@pytest.mark.parametrize(("indicator", "task"), TASKS, ids=range(len(TASKS)))
def test_no_word_of_a_task_is_lost(indicator: str, task: Task) -> None:
    assert _left(task, indicator) == ""
    assert {item.method for item in split([task], indicator)} == {task.method}


_PART = st.sampled_from(
    [
        "相关文件",
        "在网上公开",
        "制度汇总备查",
        "以上材料汇总备查",
        "做好准备",
        "12.4图片",
        "情况说明",
        "以上材料网上公开",
    ]
)


@given(
    st.lists(st.tuples(st.sampled_from(["", "1.", "2.", "①"]), _PART, st.sampled_from("；;。，\n")))
)
def test_no_word_of_a_generated_task_is_lost(parts: list[tuple[str, str, str]]) -> None:
    text = "".join("".join(part) for part in parts)
    assert _left(Task("材料查证", text)) == ""


@pytest.mark.parametrize(
    ("text", "items", "notes"),
    [
        (
            "甲的相关文件;乙的相关材料;以上材料汇总备查。",
            ["甲的相关文件", "乙的相关材料"],
            ["以上材料汇总备查"],
        ),
        (
            "甲的相关文件；乙的材料,以上材料汇总备查。",
            ["甲的相关文件", "乙的材料"],
            ["以上材料汇总备查"],
        ),
        ("上述资料一并归档。", [], ["上述资料一并归档"]),
        ("对照指标要求,做好实地核验准备。", ["对照指标要求,做好实地核验准备"], []),
        ("完善工作;做好准备。", ["完善工作;做好准备"], []),
        ("1.格式文本。2.相关材料。", ["格式文本", "相关材料"], []),
        ("1.开展评查。2.整改到位。", ["1.开展评查。2.整改到位"], []),
        ("甲材料备查。乙汇总丙材料备查。", ["甲材料备查", "乙汇总丙材料备查"], []),
        ("甲材料备查。访谈率不低于90%。", ["甲材料备查。访谈率不低于90%"], []),
        ("", [], []),
    ],
)
def test_cutting(text: str, items: list[str], notes: list[str]) -> None:
    found = read([Task("材料查证", text)])
    assert [item.text for item in found.items] == items
    assert list(found.notes) == notes


@pytest.mark.parametrize(
    ("method", "text", "kind"),
    [
        ("网络检索", "全部清单在网上公开", "网络检索"),
        ("网络检索", "清理结果通过网络向社会公布", "网络检索"),
        ("随机访谈", "制定调查问卷,对群众提出的意见建议及时整改", "访谈"),
        ("问卷调查", "对群众开展调查", "访谈"),
        ("案卷评查", "各单位开展案卷评查并整改到位", "案卷"),
        ("随机抽考", "开展全员考试", "考试"),
        ("随机抽考", "培训的文件资料等相关材料备查", "佐证材料"),
        ("实地核验", "做好实地核验准备", "佐证材料"),
        ("材料查证", "管理制度文件汇总备查", "制度文件"),
        ("材料查证", "应诉案件汇总表", "汇总表"),
        ("材料查证", "工作情况说明", "情况说明"),
        ("实地核验", "工作情况总结", "报告"),
    ],
)
def test_kinds(method: str, text: str, kind: str) -> None:
    (item,) = split([Task(method, text)])
    assert (item.kind, item.method) == (kind, method)


def test_codes_run_over_all_tasks_of_an_indicator() -> None:
    found = split([Task("材料查证", "甲文件;乙文件"), Task("网络检索", "丙在网上公开")])
    assert [(item.code, item.method) for item in found] == [
        ("1", "材料查证"),
        ("2", "材料查证"),
        ("3", "网络检索"),
    ]


@pytest.mark.parametrize(
    ("method", "text", "kinds"),
    [
        ("实地核验", "对照指标要求,做好实地核验准备", {"结果不是材料"}),
        ("随机访谈", "制定调查问卷,对群众提出的意见建议及时整改", {"结果不是材料"}),
        ("材料查证", "实现满意度达80%以上", {"结果不是材料"}),
        ("材料查证", "相关材料备查", {"种类未定"}),
        ("材料查证", "管理制度文件汇总备查", set()),
        ("网络检索", "全部事项在网上公开", set()),
        ("材料查证", "近三年的工作总结", {"年度未定"}),
    ],
)
def test_doubts(method: str, text: str, kinds: set[str]) -> None:
    assert {doubt[1] for doubt in read([Task(method, text)]).doubts} == kinds


def test_periods_and_windows_are_read_as_in_cells() -> None:
    (first, second) = split(
        [Task("材料查证", "2018年以来开展工作的情况说明;会议听取工作汇报的材料")],
        "每半年听取1次工作汇报",
    )
    assert (first.since, first.period) == ("2018", "逐年可合并")
    assert (second.period, second.evidence) == ("每半年", "每半年听取1次工作汇报")
