"""An opinion without assignments gives a campaign; what is none of these is refused, with why."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzjs.importers.document import Document, Paragraph, Place
from fzjs.importers.shapes import opinion

SOURCES = Path(__file__).parent / "sources"


def document(text: str) -> Document:
    lines = text.split("\n")
    return Document(
        "x.txt", tuple(Paragraph(t, Place(i, f"第{i + 1}行")) for i, t in enumerate(lines))
    )


STEPS = """关于开展依法行政示范单位创建活动的实施办法（试行）
各科室、各所队：
一、总体要求
以创建促规范。
二、实施步骤
（一）宣传发动。三月召开会议。
（二）组织实施。各科室对照标准开展创建。
（三）检查验收。年底组织验收。
三、工作要求
（一）加强领导。要高度重视。"""

RULES = """临江县法治政府建设
示范创建工作方案
一、创建标准
达到县级指标体系85%以上指标的，命名为法治政府建设示范乡镇。
二、监督管理
1.动态管理制度。每年复核1次,复核不合格的撤销命名。"""

NEWS = """我市召开法治政府建设示范创建动员会
本报讯（记者 李某）3月2日，全市法治政府建设示范创建动员会召开。会议指出，要对照指标体系，
逐项落实。会议要求，各部门要在5月底前完成自查。"""

POEM = """静夜思
床前明月光，疑是地上霜。
举头望明月，低头思故乡。"""

NOTICE = """关于王某同志任职的通知
各科室：
经研究，决定：
一、王某同志任办公室主任；
二、李某同志任法制科科长。"""

REPORT = """某某街道2020年法治政府建设工作情况报告
一、主要做法
（一）加强领导。召开会议3次。
（二）强化监督检查制度。开展检查4次，合格率90%以上。
二、存在问题
（一）宣传不够。
三、下一步打算
第一步：抓好培训。"""

COLLECTION = """绪论:欢迎阅读由某云整理的11篇街道依法行政工作计划范文。
一、加强组织领导工作
街道党工委高度重视。
二、实施步骤
(一)准备阶段。
(二)实施阶段。"""


def test_hegang_counts_its_steps_thresholds_and_rules() -> None:
    text = (SOURCES / "hegang-opinion-2019.txt").read_text(encoding="utf-8")
    assert opinion.matches(document(text)) == 8 + 2 + 3
    assert opinion.records(document(text)).rows == ()


@pytest.mark.parametrize(("text", "count"), [(STEPS, 3), (RULES, 2)])
def test_opinions_of_other_wording(text: str, count: int) -> None:
    assert opinion.matches(document(text)) == count


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (NEWS, "新闻稿"),
        (POEM, "没有方案"),
        (NOTICE, "人事通知"),
        (REPORT, "工作报告"),
        (COLLECTION, "汇编"),
    ],
)
def test_what_is_no_campaign_counts_nothing_and_is_told_why(text: str, why: str) -> None:
    assert opinion.matches(document(text)) == 0
    assert why in opinion.why_not(document(text))


def test_a_titled_paper_without_facts_is_told_what_is_missing() -> None:
    bare = document("关于做好法治政府建设工作的通知\n各科室：\n请做好法治政府建设各项工作。")
    assert opinion.matches(bare) == 0
    assert "没有找到带责任科室的任务" in opinion.why_not(bare)


def test_an_empty_document_is_told_so() -> None:
    assert opinion.matches(document("")) == 0
    assert opinion.why_not(document("")) == "里面没有文字。"
