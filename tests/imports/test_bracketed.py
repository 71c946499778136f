"""Items that end in who answers, in brackets or as their last sentence."""

from __future__ import annotations

import time

import pytest
from itemdocs import document, kinds, left, lost, roles, source

from fzjs.importers.document import Document
from fzjs.importers.shapes import bracketed, headed, numbered

DECLARED = document(
    """某区2022年重点任务分工方案
本方案中排在第一位的部门为牵头部门。
一、总体要求
1.坚持党的领导。
2.坚持以人民为中心。
二、重点任务
（一）健全政府机构职能体系
1.完善机构职能。推动职能优化。（区委编办、区司法局负责）
2.深化改革（试行）。实行清单管理（2021—2025年）。（牵头单位：区政务局；配合单位：区司法局；完成时限：12月底前）
3.优化营商环境。由区发展和改革局牵头，区市场监管局、区司法局按职责分工负责。
（二）健全依法行政制度体系
4.加强备案审查（详见附件）。[区司法局、各镇（街道）]
5.清理文件（区司法局牵头，各有关单位配合）。
三、保障措施
（一）加强领导。各单位要高度重视。
2022年3月1日"""
)

HALF_WIDTH = document(
    """一、加强领导
1、健全制度。(责任单位:办公室)
2、召开会议,每年听取汇报。(责任单位:办公室、人事科)
二、规范执法
1、开展培训。(责任单位:执法科)
4、公示信息。(责任单位:执法科,配合单位:各有关科室)"""
)

OWN_LINES = document(
    """(一)推进政务公开
完善主动公开目录,及时更新。(办公室负责)
健全发布制度。(信息中心负责)
(二)规范行政执法
开展案卷评查,每年不少于2次。
（执法监督科、法规科负责）
(三)强化普法
落实普法责任制。普法与依法治理科牵头,机关各科室配合。"""
)


def test_brackets_labels_and_sentences() -> None:
    draft = bracketed.records(DECLARED)
    assert [row.number for row in draft.rows] == ["1", "2", "3", "4", "5"]
    assert [(row.title, row.text) for row in draft.rows] == [
        ("完善机构职能", "推动职能优化。"),
        ("深化改革（试行）", "实行清单管理（2021—2025年）。\n完成时限：12月底前"),
        ("", "优化营商环境。"),
        ("", "加强备案审查（详见附件）。"),
        ("", "清理文件。"),
    ]
    assert draft.rows[0].offices == ("（区委编办、区司法局负责）",)
    assert draft.rows[2].offices == (
        "由区发展和改革局牵头，区市场监管局、区司法局按职责分工负责。",
    )


def test_the_declaration_makes_the_first_lead() -> None:
    draft = bracketed.records(DECLARED)
    assert [roles(row) for row in draft.rows] == [
        ["区委编办 牵头", "区司法局 责任"],
        ["区政务局 牵头", "区司法局 配合"],
        ["区发展和改革局 牵头", "区市场监管局 责任", "区司法局 责任"],
        ["区司法局 牵头", "各镇（街道） 责任"],
        ["区司法局 牵头", "各有关单位 配合"],
    ]
    assert kinds(draft).count("推断牵头") == 1  # the declaration, quoted
    assert 1 in draft.used


def test_headings_and_what_is_left() -> None:
    draft = bracketed.records(DECLARED)
    assert [row.level1[:3] for row in draft.rows] == ["（一）"] * 3 + ["（二）"] * 2
    rest = left(DECLARED, draft)
    assert "1.坚持党的领导。" in rest
    assert rest[-1] == "2022年3月1日"


def test_numbers_that_restart_and_no_declaration() -> None:
    draft = bracketed.records(HALF_WIDTH)
    assert [row.number for row in draft.rows] == ["一、1", "一、2", "二、1", "二、4"]
    assert roles(draft.rows[3]) == ["执法科 责任", "各有关科室 配合"]
    assert kinds(draft).count("推断牵头") == 1
    assert {"编号重复", "编号缺漏"} <= set(kinds(draft))


def test_brackets_of_their_own_lines_and_several_in_one_item() -> None:
    draft = bracketed.records(OWN_LINES)
    first, second, third = draft.rows
    assert first.text == "完善主动公开目录,及时更新。\n健全发布制度。"
    assert [owner.office for owner in first.owners] == ["办公室", "信息中心"]
    assert "切分存疑" in kinds(draft)
    assert second.text == "开展案卷评查,每年不少于2次。"
    assert roles(third) == ["普法与依法治理科 牵头", "机关各科室 配合"]


def test_brackets_within_brackets_and_of_two_widths() -> None:
    text = document(
        "1.甲。（责任单位：各县（市、区）政府，市司法局）\n2.乙。(市司法局牵头，县(市、区)配合）"
    )
    first, second = bracketed.records(text).rows
    assert (first.text, second.text) == ("甲。", "乙。")
    assert roles(first) == ["各县（市、区）政府 责任", "市司法局 责任"]
    assert roles(second) == ["市司法局 牵头", "县(市、区) 配合"]


@pytest.mark.parametrize("text", [DECLARED, HALF_WIDTH, OWN_LINES])
def test_no_words_are_lost_and_no_other_shape_claims_it(text: Document) -> None:
    assert not lost(text, bracketed.records(text))
    assert (headed.matches(text), numbered.matches(text)) == (0, 0)


@pytest.mark.parametrize(
    "words",
    ["（试行）", "（2021—2025年）", "（详见附件）", "（含县级）", "（第三次修订）", "（见附件1）"],
)
def test_other_brackets_stay_in_the_text(words: str) -> None:
    text = document(f"1.甲{words}。（办公室负责）\n2.乙{words}。（人事科负责）")
    assert [row.text for row in bracketed.records(text).rows] == [f"甲{words}。", f"乙{words}。"]


@pytest.mark.parametrize(
    "name",
    [
        "pingdingshan-education-2021",
        "wuzhong-eight-actions-2023",
        "puyang-justice-2020",
        "hegang-opinion-2019",
    ],
)
def test_it_claims_no_shipped_source(name: str) -> None:
    assert bracketed.matches(source(name)) == 0


@pytest.mark.parametrize(
    "text",
    ["", "1.目标。（试行）\n2.要求。（附件）", "1.甲（办公室负责）", "（", "一、总则\n1.目标"],
)
def test_texts_without_owners_give_none(text: str) -> None:
    assert bracketed.matches(document(text)) == 0
    assert bracketed.records(document(text)).rows == ()


@pytest.mark.parametrize(
    "words", ["（" * 20000, "（责任单位：" * 5000, "A局和" * 5000, "：" * 50000]
)
def test_hostile_lines_do_not_raise_or_hang(words: str) -> None:
    text = document(f"1.{words}\n责任单位：{words}\n2.甲（办公室负责）\n3.乙（人事科负责）")
    start = time.monotonic()
    for shape in (headed, numbered, bracketed):
        shape.records(text)
    assert time.monotonic() - start < 30


def test_three_thousand_items_in_linear_time() -> None:
    one = "{}.健全。内容（试行）。（市政府办牵头，司法局配合）"
    text = document("\n".join(one.format(at) for at in range(1, 3001)))
    start = time.monotonic()
    assert len(bracketed.records(text).rows) == 3000
    assert time.monotonic() - start < 30
