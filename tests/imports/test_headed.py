"""Headed items: the shipped source against its gold rows, and documents of other make."""

from __future__ import annotations

import json
import time

import pytest
from itemdocs import SOURCES, document, kinds, left, lost, roles, source

from fzjs.importers.document import Document
from fzjs.importers.shapes import bracketed, headed, numbered

LABELLED = document(
    """某县司法局创建责任清单
一、指标名称：落实权责清单 测评方法：网络检索、材料查证 佐证材料：1.清单；2.文件。 责任股室：法制股
二、指标名称：推进政务公开
测评方式:网络检索
佐证材料:1.年度报告；2.公开目录。
责任股室:办公室
四、指标名称：加强行政调解
佐证材料：
1.调解台账；
2.调解案卷。
责 任 股 室：人民参与和促进法治股，基层股
责任人：张某、李某
2021年4月8日"""
)

SIGNED = document(
    """一级指标：依法决策
指标1：建立决策目录。
内容：每年公布决策目录。
任务：
①网络检索：在网站公开目录。
②材料查证：提供目录
及会议纪要。
牵头科室：办公室
配合科室：法规科、人事科
一级指标：规范执法
指标2：审核率达100%。
任务：材料查证：审核台账，其中:
1.目录；
2.意见书。
牵头科室：法规科
加分项1：获得市级以上表彰。
任务：材料查证：表彰文件。
牵头科室：办公室
减分项1：虚构材料。
任务：材料查证：核对原件。
牵头科室：各科室
版权所有：某局"""
)

ONE_LINE = document(
    """任务一：健全制度
工作任务：（1）网络检索：公开制度。（2）材料查证：汇总(1)制度(2)台账备查。 责任科室：法规科
任务二：规范执法
工作任务：（1）案卷评查：开展评查。责任科室：执法科、法规科"""
)

DEMANDS = document(
    """第一项：健全学法制度
工作要求：
1.每年学法四次；
2.述法全覆盖。
印证资料：学法计划、照片
牵头部门：党办
协办部门：人事处
第二项：依法决策
印证资料：会议纪要
牵头部门：办公室
第四项：公正执法
印证资料：案卷
完成时限：每年11月底前
牵头部门：执法处"""
)


def test_the_source_is_read_without_a_difference() -> None:
    name = "pingdingshan-education-2021"
    gold = json.loads((SOURCES / f"{name}.json").read_text(encoding="utf-8"))
    text = source(name)
    draft = headed.records(text)
    read = [
        {
            "no": row.number,
            "text": row.text,
            "tasks": [{"method": task.method, "text": task.text} for task in row.tasks],
            "offices_raw": "\n".join(row.offices),
            "offices": [owner.office for owner in row.owners],
        }
        for row in draft.rows
    ]
    assert read == gold
    assert len(read) == 90
    assert sum(len(row.tasks) for row in draft.rows) == 137
    assert [row.category for row in draft.rows[-5:]] == ["基础", "加分", "加分", "减分", "减分"]
    assert {row.level1 for row in draft.rows} == {"二、具体任务"}
    assert not lost(text, draft)


def test_what_the_source_leaves_open_is_said_once_each() -> None:
    draft = headed.records(source("pingdingshan-education-2021"))
    said = [(doubt.kind, doubt.words) for doubt in draft.doubts]
    assert ("别名", "纪委") in said
    assert ("集合名词", "相关责任科室") in said
    assert kinds(draft).count("推断牵头") == 1
    assert len(said) == len(set(said))


def test_page_furniture_and_other_sections_are_not_taken() -> None:
    text = source("pingdingshan-education-2021")
    rest = left(text, headed.records(text))
    assert rest[0].startswith("欢迎光临")
    assert rest[-1].startswith("ICP")
    assert any(line.startswith("三、创建步骤") for line in rest)
    assert not any(line.startswith(("第", "责任科室")) for line in rest)


def test_labels_on_one_line_and_on_lines_of_their_own() -> None:
    draft = headed.records(LABELLED)
    assert headed.matches(LABELLED) == 3
    first, second, last = draft.rows
    assert (first.number, first.text) == ("一", "落实权责清单")
    assert first.methods == ("网络检索", "材料查证")
    assert first.materials == ("1.清单；2.文件。",)
    assert second.materials == ("1.年度报告；2.公开目录。",)
    assert last.materials == ("1.调解台账；", "2.调解案卷。")
    assert [(owner.office, owner.person) for owner in last.owners] == [
        ("人民参与和促进法治股", "张某"),
        ("基层股", "李某"),
    ]
    assert "编号缺漏" in kinds(draft)
    assert left(LABELLED, draft) == ["某县司法局创建责任清单", "2021年4月8日"]


def test_numbered_labels_circled_tasks_and_extra_points() -> None:
    draft = headed.records(SIGNED)
    assert [row.number for row in draft.rows] == ["指标1", "指标2", "加分项1", "减分项1"]
    assert [row.category for row in draft.rows] == ["基础", "基础", "加分", "减分"]
    first, second = draft.rows[:2]
    assert (first.title, first.text) == ("建立决策目录", "每年公布决策目录。")
    assert [(task.method, task.text) for task in first.tasks] == [
        ("网络检索", "在网站公开目录。"),
        ("材料查证", "提供目录\n及会议纪要。"),
    ]
    assert first.offices == ("牵头科室：办公室",)
    assert first.support == ("法规科、人事科",)
    assert roles(first) == ["办公室 牵头", "法规科 配合", "人事科 配合"]
    assert second.tasks[0].text == "审核台账，其中:\n1.目录；\n2.意见书。"
    assert (first.level1, second.level1) == ("依法决策", "规范执法")


def test_one_paragraph_with_several_labels_and_tasks() -> None:
    first, second = headed.records(ONE_LINE).rows
    assert [task.method for task in first.tasks] == ["网络检索", "材料查证"]
    assert first.tasks[1].text == "汇总(1)制度(2)台账备查。"
    assert first.offices == ("法规科",)
    assert second.offices == ("执法科、法规科",)


def test_an_inner_list_stays_in_the_text() -> None:
    draft = headed.records(DEMANDS)
    assert [row.number for row in draft.rows] == ["第一项", "第二项", "第四项"]
    assert draft.rows[0].title == "健全学法制度"
    assert draft.rows[0].text == "1.每年学法四次；\n2.述法全覆盖。"
    assert draft.rows[2].text == "公正执法\n完成时限：每年11月底前"
    assert roles(draft.rows[0]) == ["党办 牵头", "人事处 配合"]


@pytest.mark.parametrize("text", [LABELLED, SIGNED, ONE_LINE, DEMANDS])
def test_no_words_are_lost_and_no_other_shape_claims_it(text: Document) -> None:
    assert not lost(text, headed.records(text))
    assert (numbered.matches(text), bracketed.matches(text)) == (0, 0)


@pytest.mark.parametrize(
    "name", ["wuzhong-eight-actions-2023", "puyang-justice-2020", "hegang-opinion-2019"]
)
def test_it_claims_no_other_source(name: str) -> None:
    assert headed.matches(source(name)) == 0


@pytest.mark.parametrize(
    "text", ["", "一、总则\n（一）范围\n1.目标\n二、要求", "责任科室：", "工作任务："]
)
def test_texts_without_items_give_none(text: str) -> None:
    assert headed.matches(document(text)) == 0
    assert headed.records(document(text)).rows == ()


def test_three_thousand_items_in_linear_time() -> None:
    one = "第{}项指标:健全。\n工作任务:\n(1)网络检索:公开。\n责任科室:办公室、法规科。"
    text = document("\n".join(one.format(at) for at in range(1, 3001)))
    start = time.monotonic()
    assert len(headed.records(text).rows) == 3000
    assert time.monotonic() - start < 30
