"""Numbered tasks with owner lines: the shipped source against its gold rows, and others."""

from __future__ import annotations

import json
import time

import pytest
from itemdocs import SOURCES, document, kinds, left, lost, roles, source

from fzjs.importers.document import Document
from fzjs.importers.shapes import bracketed, headed, numbered

CHAPTERS = document(
    """各科室：
第一章 总则
1．健全学法制度
每年组织学法不少于4次。
牵头单位:办公室
配合单位:各科室
完成时限:每年12月底前
2．开展述法
（1）书面述法；
（2）现场述法。
牵头单位：人事科；配合单位：办公室
3．强化考核
4．纳入考核范围
以上由办公室、人事科负责
第二章 附则
1．解释条款
责任部门：法规科、执
法科
第三章 说明
1.本方案自印发之日起施行。
2.本方案由办公室解释。"""
)

INLINE = document(
    """一、学法。制定学法计划，每年不少于4次。责任科室：办公室、人事科。完成时限：12月底前
二、普法。开展宣传。责任科室：普法科
三、执法。开展评查。责任科室:执法科 配合科室:各科室
五、考核。组织考核。"""
)

NESTED = document(
    """二、重点任务
1.健全制度
（1）制定目录。
——责任单位：办公室；完成时间：2023年6月底。
（2）修订制度。
——责任单位：法规科
2.规范执法
(1)开展评查。
——责任单位：执法科"""
)


def test_the_source_is_read_without_a_difference() -> None:
    name = "wuzhong-eight-actions-2023"
    gold = json.loads((SOURCES / f"{name}.json").read_text(encoding="utf-8"))
    text = source(name)
    draft = numbered.records(text)
    read = [
        {
            "no": int(row.number),
            "title": row.title,
            "text": row.text,
            "lead": "\n".join(row.offices),
            "support": "\n".join(row.support),
        }
        for row in draft.rows
    ]
    assert read == gold
    assert len(read) == 49
    levels = list(dict.fromkeys(row.level1 for row in draft.rows))
    assert len(levels) == 8
    assert levels[0] == "(一)实施法治政府建设示范创建提升行动。"
    assert {row.level2 for row in draft.rows} == {""}
    assert not lost(text, draft)


def test_the_sources_tiers_aliases_and_leads_are_doubts() -> None:
    draft = numbered.records(source("wuzhong-eight-actions-2023"))
    said = {doubt.words: doubt for doubt in draft.doubts if doubt.kind == "别名"}
    assert "市政府办" in said["政府办"].why
    assert "市司法局" in said["司法局"].why
    assert kinds(draft).count("推断牵头") == 1
    assert roles(draft.rows[1]) == ["县(市、区) 责任", "市委依法治市办 责任", "各有关部门 配合"]


def test_the_sources_other_sections_are_left() -> None:
    text = source("wuzhong-eight-actions-2023")
    rest = left(text, numbered.records(text))
    assert "扫一扫在手机上查看当前页面" in rest
    assert sum(line.startswith(("(一)", "(二)")) for line in rest) == 2


def test_titles_on_lines_of_their_own_and_restarting_numbers() -> None:
    draft = numbered.records(CHAPTERS)
    numbers = [row.number for row in draft.rows]
    assert numbers == ["第一章1", "第一章2", "第一章3", "第一章4", "第二章1"]
    assert kinds(draft).count("编号重复") == 1
    first, second = draft.rows[:2]
    assert (first.title, first.text) == (
        "健全学法制度",
        "每年组织学法不少于4次。\n完成时限:每年12月底前",
    )
    assert roles(first) == ["办公室 牵头", "各科室 配合"]
    assert second.text == "（1）书面述法；\n（2）现场述法。"
    assert (second.offices, second.support) == (("牵头单位：人事科",), ("办公室",))
    assert [row.level1 for row in draft.rows] == ["第一章 总则"] * 4 + ["第二章 附则"]


def test_owners_said_of_the_items_above_go_to_each_with_a_doubt() -> None:
    draft = numbered.records(CHAPTERS)
    assert roles(draft.rows[2]) == roles(draft.rows[3]) == ["办公室 责任", "人事科 责任"]
    (doubt,) = [doubt for doubt in draft.doubts if doubt.kind == "共用上行"]
    assert doubt.words == "以上由办公室、人事科负责"


def test_a_broken_office_is_put_together_and_a_list_without_owners_left() -> None:
    draft = numbered.records(CHAPTERS)
    assert sorted(owner.office for owner in draft.rows[-1].owners) == ["执法科", "法规科"]
    assert left(CHAPTERS, draft)[1:] == [
        "第三章 说明",
        "1.本方案自印发之日起施行。",
        "2.本方案由办公室解释。",
    ]


def test_owners_at_the_end_of_the_same_paragraph() -> None:
    draft = numbered.records(INLINE)
    assert [row.title for row in draft.rows] == ["学法", "普法", "执法", "考核"]
    assert draft.rows[0].text == "制定学法计划，每年不少于4次。\n完成时限：12月底前"
    assert roles(draft.rows[2]) == ["执法科 责任", "各科室 配合"]
    assert {"编号缺漏", "没有写明"} <= set(kinds(draft))


def test_two_levels_of_numbers() -> None:
    draft = numbered.records(NESTED)
    assert [row.number for row in draft.rows] == ["1.（1）", "1.（2）", "2.(1)"]
    assert [row.level1 for row in draft.rows] == ["1.健全制度", "1.健全制度", "2.规范执法"]
    assert draft.rows[0].text == "制定目录。\n完成时间：2023年6月底。"


def test_two_kinds_of_headings_enclose_the_items() -> None:
    text = document(
        "一、甲\n（一）乙\n1.丙\n责任单位：办公室\n2.庚\n责任单位：办公室\n二、丁\n（一）戊\n3.己\n责任单位：人事科"
    )
    rows = numbered.records(text).rows
    assert [(row.level1, row.level2) for row in rows] == [
        ("一、甲", "（一）乙"),
        ("一、甲", "（一）乙"),
        ("二、丁", "（一）戊"),
    ]


def test_lead_and_responsible_lines_under_one_item() -> None:
    one = "{}、事项\n牵头单位：市政府办\n责任单位：市司法局,各镇"
    draft = numbered.records(document("\n".join(one.format(at) for at in (1, 2))))
    assert draft.rows[0].offices == ("牵头单位：市政府办", "责任单位：市司法局,各镇")
    assert roles(draft.rows[0]) == ["市政府办 牵头", "市司法局 责任", "各镇 责任"]


def test_a_number_printed_twice_is_kept_and_told() -> None:
    text = document("\n".join(f"{at}.事项{at}\n责任单位：办公室" for at in (1, 2, 2, 3)))
    draft = numbered.records(text)
    assert [row.number for row in draft.rows] == ["1", "2甲", "2乙", "3"]
    assert kinds(draft) == ["编号重复"]


@pytest.mark.parametrize("text", [CHAPTERS, INLINE, NESTED])
def test_no_words_are_lost_and_no_other_shape_claims_it(text: Document) -> None:
    assert not lost(text, numbered.records(text))
    assert (headed.matches(text), bracketed.matches(text)) == (0, 0)


@pytest.mark.parametrize(
    "name", ["pingdingshan-education-2021", "puyang-justice-2020", "hegang-opinion-2019"]
)
def test_it_claims_no_other_source(name: str) -> None:
    assert numbered.matches(source(name)) == 0


@pytest.mark.parametrize(
    "text", ["", "1.目标\n2.要求", "1.目标\n责任单位：办公室", "责任单位：\n配合单位：", "一、总则"]
)
def test_texts_without_tasks_give_none(text: str) -> None:
    assert numbered.matches(document(text)) == 0
    assert numbered.records(document(text)).rows == ()


def test_three_thousand_items_in_linear_time() -> None:
    one = "{}.健全。内容。\n责任单位:市政府办、司法局\n配合单位：各有关部门"
    text = document("\n".join(one.format(at) for at in range(1, 3001)))
    start = time.monotonic()
    assert len(numbered.records(text).rows) == 3000
    assert time.monotonic() - start < 30
