from __future__ import annotations

import itertools
from pathlib import Path

import build
import puyang
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import opened

from fzjs.importers.document import Cell, Document, Paragraph, Place, Table
from fzjs.importers.draft import Draft
from fzjs.importers.readers import read
from fzjs.importers.shapes import flat, scored, table

WRITERS = {"docx": build.docx, "xlsx": build.xlsx, "html": build.html}
HERE = Path(__file__).parent


def left(document: Document, draft: Draft) -> list[str]:
    used = draft.used.union(*(row.used for row in draft.rows))
    rest = (p for p in document.paragraphs() if p.place.order not in used)
    return [paragraph.text.strip() for paragraph in rest if paragraph.text.strip()]


CARD = [
    ["项目", "考核内容", "分值", "评分标准", "得分", "责任单位"],
    ["组织领导（20分）", "1.召开常务会议专题研究", "10", "每少一次扣2分，扣完为止。", "", "办公室"],
    ["", "2.主要负责人述法", "10分", "未述法不得分", "", "人事科"],
    ["制度建设(10分)", "3.规范性文件备案", "10", "每漏报一件扣1分", "", "法规科"],
    ["总分", "", "30", "", "", ""],
]


@pytest.mark.parametrize("suffix", WRITERS)
def test_scored_table_keeps_points_and_scoring(suffix: str, tmp_path: Path) -> None:
    data = WRITERS[suffix](["考核评分表", build.grid(CARD, [(1, 0, 2, 1)])])
    document = opened(tmp_path, data, f"s.{suffix}")
    made = scored.records(document)
    assert [(row.number, row.text, row.level1, row.points, row.scoring) for row in made.rows] == [
        ("1", "召开常务会议专题研究", "组织领导（20分）", "10", "每少一次扣2分，扣完为止。"),
        ("2", "主要负责人述法", "组织领导（20分）", "10分", "未述法不得分"),
        ("3", "规范性文件备案", "制度建设(10分)", "10", "每漏报一件扣1分"),
    ]
    assert (scored.matches(document), table.matches(document)) == (3, 0)
    assert left(document, made) == ["考核评分表", "总分", "30"]


GROUPED = [
    ["序号", "考评指标", "标准分", "计分办法", "备注"],
    ["一", "依法决策", "20", "", ""],
    ["1", "重大决策听取意见", "10", "查阅资料。缺一项扣 2 分", ""],
    ["2", "合法性审查", "10", "未审查的不得分", ""],
    ["二", "规范执法", "10", "", ""],
    ["3", "行政执法公示", "10", "抽查，不公示每件扣0.5分", ""],
    ["加分项", "", "", "", ""],
    ["1", "获省级表彰", "2", "每项加1分", ""],
]


def test_numbered_headings_among_scored_rows(tmp_path: Path) -> None:
    data = build.docx([build.grid(GROUPED, [(6, 0, 1, 5)])])
    document = opened(tmp_path, data, "s.docx")
    made = scored.records(document)
    assert [(r.number, r.level1, r.category, r.points) for r in made.rows] == [
        ("1", "一 依法决策", "基础", "10"),
        ("2", "一 依法决策", "基础", "10"),
        ("3", "二 规范执法", "基础", "10"),
        ("1", "加分项", "加分", "2"),
    ]
    assert "编号重复" not in {doubt.kind for doubt in made.doubts}
    assert made.rows[0].scoring == "查阅资料。缺一项扣 2 分"


def test_methods_that_give_points_and_merged_points(tmp_path: Path) -> None:
    rows = [
        ["考核指标", "分值", "考核办法", "责任科室"],
        ["1.公布清单", "10", "查阅资料,每缺一项扣2分", "编办"],
        ["2.规范审批", "", "现场检查，不规范的扣3分", "审批局"],
    ]
    data = build.docx([build.grid(rows, [(1, 1, 2, 1)])])
    made = scored.records(opened(tmp_path, data, "m.docx"))
    assert [(r.number, r.points, r.scoring, r.methods) for r in made.rows] == [
        ("1", "10", "查阅资料,每缺一项扣2分", ()),
        ("2", "", "现场检查，不规范的扣3分", ()),
    ]
    assert [(doubt.kind, doubt.about) for doubt in made.doubts] == [("共用上行", "2")]


FLAT = "".join(
    f"\t{cell}\n" if row else "\n"
    for row in (
        ["考核项目", "考核内容", "分值", "扣分办法"],
        [],
        ["一、学法", "每年学法4次", "5", "少一次扣1分；\n扣完为止"],
        [],
        ["", "考试合格", "5", "不合格不得分"],
        [],
    )
    for cell in (row or [""])
)


def test_scored_table_as_flattened_text(tmp_path: Path) -> None:
    document = opened(tmp_path, FLAT.encode("gb18030"), "s.txt")
    made = scored.records(document)
    assert [(r.level1, r.text, r.points, r.scoring) for r in made.rows] == [
        ("一、学法", "每年学法4次", "5", "少一次扣1分；\n扣完为止"),
        ("一、学法", "考试合格", "5", "不合格不得分"),
    ]
    assert (scored.matches(document), flat.matches(document)) == (2, 0)


PROSE = """某市考核细则
一、组织领导（20分）
1.定期学法（10分）。每年组织学法不少于4次，每少一次扣2分，扣完为止。
责任单位：市司法局
2.述法(10分)
评分标准：未述法的不得分。
佐证材料：述法报告
测评方式：查阅资料、个别访谈
二、依法决策（10分）
（一）听取意见（10分）
3.公开征求意见得3分，每少一次扣1分；
附则
本细则由市司法局负责解释。
"""


def test_scored_items_in_prose_with_labelled_lines(tmp_path: Path) -> None:
    document = opened(tmp_path, PROSE.encode(), "p.txt")
    made = scored.records(document)
    assert [(r.number, r.text, r.points, r.scoring) for r in made.rows] == [
        ("1", "定期学法。", "10分", "每年组织学法不少于4次，每少一次扣2分，扣完为止。"),
        ("2", "述法", "10分", "未述法的不得分。"),
        ("3", "公开征求意见得3分，每少一次扣1分；", "", "公开征求意见得3分，每少一次扣1分；"),
    ]
    assert [(r.level1, r.level2) for r in made.rows] == [
        ("一、组织领导（20分）", ""),
        ("一、组织领导（20分）", ""),
        ("二、依法决策（10分）", "（一）听取意见（10分）"),
    ]
    assert made.rows[0].offices == ("市司法局",)
    assert made.rows[1].materials == ("述法报告",)
    assert made.rows[1].methods == ("查阅资料", "个别访谈")
    assert [doubt.kind for doubt in made.doubts] == []
    assert left(document, made) == ["某市考核细则", "附则", "本细则由市司法局负责解释。"]


SENTENCES = """1、权责清单全部公布的,得5分;未公布的,不得分。
2、开展执法培训的得3分,每少一次扣1分。
3、加分项:获表彰的每项加2分,最高加4分。
"""


def test_scored_sentences_in_half_width(tmp_path: Path) -> None:
    document = opened(tmp_path, SENTENCES.encode(), "p.txt")
    made = scored.records(document)
    assert [row.number for row in made.rows] == ["1", "2", "3"]
    assert [row.category for row in made.rows] == ["基础", "基础", "加分"]
    assert made.rows[0].scoring == made.rows[0].text == "权责清单全部公布的,得5分;未公布的,不得分。"
    assert scored.matches(document) == 3


@pytest.mark.parametrize("path", sorted((HERE / "sources").glob("*.txt")), ids=lambda p: p.stem)
def test_plans_without_points_are_none(path: Path) -> None:
    document = read(path)
    assert scored.matches(document) == 0
    assert table.matches(document) == 0
    assert flat.matches(document) == (125 if path == puyang.SOURCE else 0)


WORDS = st.sampled_from(
    [
        "",
        "序号",
        "一级指标",
        "三级指标",
        "考核内容",
        "分值",
        "责任单位",
        "佐证材料",
        "1",
        "（2）",
        "一、",
        "一、履职",
        "办公室",
        "张三",
        "合计",
        "注：略",
        "同上",
        "公布清单，",
        "规范审批。",
        "扣2分",
        "x\ny",
        "2.述法（5分）",
        "\t",
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=9))
@settings(max_examples=150, deadline=None)
def test_no_content_makes_a_shape_fail_or_take_a_word_twice(rows: list[list[str]]) -> None:
    count = itertools.count()

    def words(text: str, *, tabbed: bool = False) -> Paragraph:
        order = next(count)
        return Paragraph(text, Place(order, f"第{order + 1}段"), tabbed)

    cells = tuple(
        Cell(at, column, (words(text),), rows=1 + len(text) % 2)
        for at, line in enumerate(rows)
        for column, text in enumerate(line)
    )
    whole = Table(cells, max(map(len, rows)), len(rows))
    flattened = [words(text, tabbed=True) for line in rows for text in (*line, "")]
    lines = [words("\t".join(line)) for line in rows]
    for document in (
        Document("表", (whole,)),
        Document("格", tuple(p._replace(tabbed=bool(p.text)) for p in flattened)),
        Document("行", tuple(lines)),
    ):
        known = {paragraph.place.order for paragraph in document.paragraphs()}
        for shape in (table, flat, scored):
            made = shape.records(document)
            assert shape.matches(document) in {0, len(made.rows)}
            assert made.used.union(*(row.used for row in made.rows)) <= known
            taken = [order for row in made.rows for order in row.used]
            assert document.name == "行" or len(taken) == len(set(taken))
