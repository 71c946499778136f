"""What a table's headings and chapters stand for, and that no cell of any column is lost."""

from __future__ import annotations

from pathlib import Path

import build
import pytest
from reading import opened

from fzjs.importers import registry
from fzjs.importers.document import Document
from fzjs.importers.draft import Draft, Row
from fzjs.importers.shapes import scored, table
from fzjs.importers.shapes.headings import role_of


def imported(folder: Path, name: str, data: bytes | str) -> tuple[Document, Draft]:
    document = opened(folder, data.encode() if isinstance(data, str) else data, name)
    return document, registry.choose(document).shape.records(document)


def left(document: Document, draft: Draft) -> list[str]:
    used = draft.used.union(*(row.used for row in draft.rows))
    rest = (p for p in document.paragraphs() if p.place.order not in used)
    return [paragraph.text.strip() for paragraph in rest if paragraph.text.strip()]


def people(row: Row) -> list[tuple[str, str]]:
    return [(owner.role, owner.office) for owner in row.owners]


# --- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["印证要件", "台账资料", "交付成果", "需报材料", "验证材料", "备查材料", "支撑材料", "迎检台账",
     "任务佐证材料", "资料清单", "佐证清单", "證明材料", "成果物", "证明文件", "要件（份数）"],
)  # fmt: skip
def test_papers_under_many_names(name: str) -> None:
    if name == "任务佐证材料":
        assert role_of(name) == ""
    else:
        assert role_of(name) == "materials"


@pytest.mark.parametrize(
    ("name", "role"),
    [("数据来源", ""), ("完成成果", ""), ("取得成果", ""), ("问题清单", ""), ("责任清单", ""),
     ("整改台账", ""), ("任务清单", "text"), ("完成情况", "progress"), ("备注", "remark"),
     ("资料来源", ""), ("评分标准及资料", "scoring")],
)  # fmt: skip
def test_names_that_end_alike_are_no_papers(name: str, role: str) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize("name", ["交付成果", "印证要件", "台账资料"])
def test_a_table_with_such_a_column_has_materials(name: str, tmp_path: Path) -> None:
    rows = [["序号", "任务", name, "主责部门"], ["1", "制定规程。", "规程文本；印发通知", "法务部"],
            ["2", "组织轮训。", "签到表", "人事部"]]  # fmt: skip
    document, made = imported(tmp_path, "a.xlsx", build.xlsx([build.grid(rows)]))
    assert [row.materials for row in made.rows] == [("规程文本；印发通知",), ("签到表",)]
    assert left(document, made) == []


# --- points of two levels -----------------------------------------------------------------------

TWO = [
    ["一级指标", "二级指标", "分值", "三级指标", "分值", "评分办法", "责任单位"],
    ["一、组织保障", "述法", "30", "主要负责人述法率100%", "18", "未述法不得分", "办公室"],
    ["", "", "", "年度报告按时公开", "12", "逾期扣2分", "宣传科"],
    ["", "学法", "20", "集体学法不少于4次", "20", "少1次扣5分", "人事科"],
]


def test_the_points_of_an_item_are_not_those_of_its_group(tmp_path: Path) -> None:
    merges = [(1, 0, 3, 1), (1, 1, 2, 1), (1, 2, 2, 1)]
    document, made = imported(tmp_path, "a.docx", build.docx([build.grid(TWO, merges)]))
    assert [(row.level2, row.points) for row in made.rows] == [
        ("述法", "18"), ("述法", "12"), ("学法", "20"),
    ]  # fmt: skip
    assert left(document, made) == ["30", "20"]
    assert [d.words for d in made.doubts if d.kind == "残留文字"] == ["分值"]


def test_points_of_a_group_may_stand_right_of_the_text(tmp_path: Path) -> None:
    rows = [["项目", "考核内容", "总分", "分值", "评分标准"],
            ["决策", "公开目录。", "10", "6", "未公开扣6分"],
            ["", "听证。", "", "4", "未听证扣4分"],
            ["执法", "公示。", "9", "5", "未公示扣5分"],
            ["", "记录。", "", "4", "未记录扣4分"]]  # fmt: skip
    merges = [(1, 0, 2, 1), (1, 2, 2, 1), (3, 0, 2, 1), (3, 2, 2, 1)]
    document, made = imported(tmp_path, "a.html", build.html([build.grid(rows, merges)]))
    assert [row.points for row in made.rows] == ["6", "4", "5", "4"]
    assert left(document, made) == ["10", "9"]


def test_one_column_of_points_stays_where_it_is(tmp_path: Path) -> None:
    rows = [["分值", "考核内容", "评分标准"], ["5", "公开目录。", "未公开扣5分"],
            ["4", "组织听证。", "未听证扣4分"]]  # fmt: skip
    _, made = imported(tmp_path, "a.docx", build.docx_table(rows))
    assert [row.points for row in made.rows] == ["5", "4"]


# --- columns that no part of a row takes --------------------------------------------------------

FLAT = """云溪县水务中心2023年任务分工表
序号 | 任务 | 完成时限 | 参考政策资料 | 责任部门
1 | 修订制度 | 2023年5月 | 某办法 | 法务部
2 | 开展培训 | 年底前 |  | 人事部
"""


@pytest.mark.parametrize("sign", ["|", "｜", "\t"])
def test_cells_of_other_columns_in_one_line_are_quoted(sign: str, tmp_path: Path) -> None:
    text = FLAT.replace(" | ", sign)
    document, made = imported(tmp_path, "a.txt", text)
    assert [row.text for row in made.rows] == ["修订制度", "开展培训"]
    assert left(document, made) == ["云溪县水务中心2023年任务分工表"]
    found = [(d.words, d.place.label) for d in made.doubts if d.kind == "残留文字"]
    assert found == [
        ("完成时限：第3行 2023年5月；第4行 年底前", "第2行"),
        ("参考政策资料：第3行 某办法", "第2行"),
    ]


def test_cells_with_lines_of_their_own_stay_left_over(tmp_path: Path) -> None:
    rows = [["序号", "任务", "完成时限", "责任部门"], ["1", "修订制度", "2023年5月", "法务部"],
            ["2", "开展培训", "年底前", "人事部"]]  # fmt: skip
    document, made = imported(tmp_path, "a.docx", build.docx_table(rows))
    assert left(document, made) == ["2023年5月", "年底前"]
    assert [d.words for d in made.doubts if d.kind == "残留文字"] == ["完成时限"]


# --- chapters over the rows ---------------------------------------------------------------------


def chapters(head: list[str], tops: list[str]) -> bytes:
    wide = len(head)
    rows = [head]
    for at, top in enumerate(tops, 1):
        rows += [[top, *[""] * (wide - 1)]]
        rows += [[f"{at}", *[f"{name}{at}" for name in head[1:]]]]
    merges = [(at, 0, 1, wide) for at in range(1, len(rows), 2)]
    return build.xlsx([build.grid(rows, merges)])


TOPS = ["一、组织领导", "二、依法执业"]


def test_chapters_over_a_column_that_says_first_level_are_left_over(tmp_path: Path) -> None:
    head = ["编号", "一级项目", "二级项目", "工作标准", "责任科室"]
    document, made = imported(tmp_path, "a.xlsx", chapters(head, TOPS))
    assert [(row.level1, row.level2) for row in made.rows] == [
        ("一级项目1", "二级项目1"), ("一级项目2", "二级项目2"),
    ]  # fmt: skip
    assert left(document, made) == TOPS


def test_chapters_over_a_column_of_projects_are_the_first_level(tmp_path: Path) -> None:
    head = ["编号", "项目", "工作标准", "责任科室"]
    document, made = imported(tmp_path, "a.xlsx", chapters(head, TOPS))
    assert [(row.level1, row.level2) for row in made.rows] == [
        ("一、组织领导", "项目1"), ("二、依法执业", "项目2"),
    ]  # fmt: skip
    assert left(document, made) == []


def test_a_chapter_without_rows_is_left_over(tmp_path: Path) -> None:
    rows = [["序号", "任务", "责任科室"], ["一、空的一章", "", ""], ["二、有任务的一章", "", ""],
            ["1", "公开清单。", "办公室"]]  # fmt: skip
    data = build.docx([build.grid(rows, [(1, 0, 1, 3), (2, 0, 1, 3)])])
    document, made = imported(tmp_path, "a.docx", data)
    assert [row.level1 for row in made.rows] == ["二、有任务的一章"]
    assert left(document, made) == ["一、空的一章"]


# --- sheets with titles -------------------------------------------------------------------------

HEAD = ["序号", "考核指标", "具体要求", "牵头部门"]


def sheets(top: str = "") -> bytes:
    one = [["2024年东江市法治学校任务分工表（行政部分）", "", "", ""], HEAD,
           [top, "", "", ""], ["1", "集体决策", "决策前听取意见。", "党政办"],
           ["2", "合同管理", "合同先审后签。", "财务处"]]  # fmt: skip
    two = [["2024年东江市法治学校任务分工表（宣传部分）", "", "", ""], HEAD,
           ["3", "普法活动", "办好法治讲座。", "宣传部"]]  # fmt: skip
    if not top:
        del one[2]
    merges = [(0, 0, 1, 4), *([(2, 0, 1, 4)] if top else [])]
    return build.xlsx([build.grid(one, merges), build.grid(two, [(0, 0, 1, 4)])])


def test_the_title_of_each_sheet_is_its_heading_and_the_documents_title(tmp_path: Path) -> None:
    document, made = imported(tmp_path, "a.xlsx", sheets())
    first, second = (f"2024年东江市法治学校任务分工表（{part}部分）" for part in ("行政", "宣传"))
    assert [(r.level1, r.title, r.text) for r in made.rows] == [
        (first, "集体决策", "决策前听取意见。"), (first, "合同管理", "合同先审后签。"),
        (second, "普法活动", "办好法治讲座。"),
    ]  # fmt: skip
    assert left(document, made) == [first]


def test_a_title_that_a_chapter_replaces_is_left_over(tmp_path: Path) -> None:
    document, made = imported(tmp_path, "a.xlsx", sheets("一、依法决策"))
    assert [row.level1 for row in made.rows][:2] == ["一、依法决策"] * 2
    assert left(document, made) == ["2024年东江市法治学校任务分工表（行政部分）"]


# --- who leads, as the document says once -------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("注：责任单位中排在第一位的为牵头单位，其他为配合单位。", "配合"),
        ("任务分工中，列第一位的为牵头单位，其他按职责分工负责。", "责任"),
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_rule_said_once_is_obeyed_and_quoted(
    said: str,
    second: str,
    inside: bool,  # noqa: FBT001  # where it stands
    tmp_path: Path,
) -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "公开权责清单。", "县委编办、县司法局"],
            ["2", "旁听庭审。", "县法院"]]  # fmt: skip
    grid = build.grid([*rows, [said, "", ""]], [(3, 0, 1, 3)]) if inside else build.grid(rows)
    document, made = imported(tmp_path, "a.docx", build.docx([grid, *([] if inside else [said])]))
    assert people(made.rows[0]) == [("牵头", "县委编办"), (second, "县司法局")]
    (doubt,) = [d for d in made.doubts if d.kind == "推断牵头"]
    assert doubt.words == said
    assert ("配合" in doubt.assumed) == (second == "配合")
    assert left(document, made) == [said]


# --- scored prose with offices in brackets ------------------------------------------------------

CARD = """云溪县城管中心依法行政自查评分标准
（一）执法主体（20分）
1.主体资格公告率100%（8分）；未公告1个扣2分。〔法制科〕
2.辅助人员岗前培训不少于15天（12分）；1人未培训扣1分。【人事科、执法大队】
3.案件当场送达（10分），1件不符合扣1分。（牵头单位：执法大队，配合单位：法制科）
4.由办公室登记来件（5分）；漏登1件由法制科扣1分。
（责任单位：办公室）
"""


def test_scored_items_that_end_with_their_offices(tmp_path: Path) -> None:
    document, made = imported(tmp_path, "a.txt", CARD)
    assert [(row.text, row.points, row.scoring) for row in made.rows] == [
        ("主体资格公告率100%", "8分", "未公告1个扣2分。"),
        ("辅助人员岗前培训不少于15天", "12分", "1人未培训扣1分。"),
        ("案件当场送达，1件不符合扣1分。", "10分", "案件当场送达，1件不符合扣1分。"),
        ("由办公室登记来件", "5分", "漏登1件由法制科扣1分。"),
    ]
    assert [people(row) for row in made.rows] == [
        [("责任", "法制科")], [("责任", "人事科"), ("责任", "执法大队")],
        [("牵头", "执法大队"), ("配合", "法制科")], [("责任", "办公室")],
    ]  # fmt: skip
    assert made.rows[0].offices == ("〔法制科〕",)
    assert left(document, made) == ["云溪县城管中心依法行政自查评分标准"]


def test_two_scored_items_are_a_list_where_both_print_points_and_scoring(tmp_path: Path) -> None:
    text = "1.公告率100%（8分）；未公告扣2分。〔法制科〕\n2.培训15天（9分）；未培训扣1分。\n"
    assert scored.matches(opened(tmp_path, text.encode(), "a.txt")) == 2
    other = "1.公告率100%；未公告扣2分。\n2.培训15天。（5分）\n"
    assert scored.matches(opened(tmp_path, other.encode(), "b.txt")) == 0


def test_marks_are_quoted_with_the_items_words(tmp_path: Path) -> None:
    rows = [["编号", "指标", "责任科室"], ["1", "公开清单并及时更新", "法规科"],
            ["★1", "法治文化阵地", "宣传科"], ["2", "旁听庭审", "法规科"]]  # fmt: skip
    made = table.records(opened(tmp_path, build.docx_table(rows), "a.docx"))
    assert [d.words for d in made.doubts if d.kind == "推断来源"] == [
        "1　公开清单并及时更新（连同后面的共2项）", "★1　法治文化阵地",
    ]  # fmt: skip
