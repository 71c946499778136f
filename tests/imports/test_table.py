from __future__ import annotations

from pathlib import Path
from typing import Any

import build
import puyang
import pytest

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft, Row
from fzjs.importers.readers import read
from fzjs.importers.shapes import flat, scored, table
from fzjs.importers.shapes.headings import is_number, role_of
from fzjs.importers.shapes.levels import fold

Lines = list[list[str]]
WRITERS = {"docx": build.docx, "xlsx": build.xlsx, "html": build.html}


def opened(folder: Path, name: str, data: bytes | str) -> Document:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path)


def kinds(draft: Draft) -> set[tuple[str, str]]:
    return {(doubt.kind, doubt.about) for doubt in draft.doubts}


def left(document: Document, draft: Draft) -> list[str]:
    used = draft.used.union(*(row.used for row in draft.rows))
    rest = (p for p in document.paragraphs() if p.place.order not in used)
    return [paragraph.text.strip() for paragraph in rest if paragraph.text.strip()]


def owners(row: Row) -> list[tuple[str, str, str]]:
    return [(owner.role, owner.office, owner.person) for owner in row.owners]


def bare(row: Row) -> dict[str, Any]:
    return {k: v for k, v in row._asdict().items() if k not in {"place", "used"}}


# --- 附件2, as text and rebuilt ---------------------------------------------------------------


@pytest.fixture(scope="module")
def published() -> Draft:
    return flat.records(read(puyang.SOURCE))


def test_published_text_equals_gold_in_every_field(published: Draft) -> None:
    mine = [
        {
            "line": int(row.place.label[1:-1]),
            "no": row.number,
            "l1": row.level1,
            "l2": row.level2,
            "text": row.text,
            "methods": list(row.methods),
            "materials": list(row.materials),
            "offices": list(row.offices),
            "persons": list(row.persons),
        }
        for row in published.rows
    ]
    gold = [{k: v for k, v in row.items() if not k.endswith("_raw")} for row in puyang.GOLD]
    assert mine == gold
    assert len(mine) == 125
    assert sum(len(row["methods"]) for row in mine) == 184
    assert flat.matches(read(puyang.SOURCE)) == 125


def test_published_text_takes_the_table_and_nothing_else(published: Draft) -> None:
    document = read(puyang.SOURCE)
    rest = left(document, published)
    text = [line.strip() for line in puyang.SOURCE.read_text("utf-8").split("\n")]
    before = [line for line in text[:190] if line]
    assert rest[: len(before)] == before
    assert rest[len(before) : len(before) + 3] == [
        "附件3",
        "濮阳市司法局法治政府建设示范市创建工作台账",
        text[1583],
    ]
    assert rest[-1].startswith("3.上报内容表格容纳不下")
    assert not any("一级指标" in line for line in rest[len(before) :])


def test_published_text_shares_what_the_decisions_say(published: Draft) -> None:
    shared = {
        row.category[:2] + row.number if row.category != "基础" else row.number: row.shared
        for row in published.rows
        if row.shared
    }
    three, two, one = ("方法", "资料", "责任"), ("资料", "责任"), ("责任",)
    assert shared == {
        **dict.fromkeys(("30", "32"), three),
        **dict.fromkeys(("46", "76", "77", "（16）", "88", "89", "94", "减分2"), two),
        **dict.fromkeys(("48", "（6）", "（7）", "（14）", "80", "（17）", "91", "92"), one),
    }


def test_published_text_tiers_classes_and_owners(published: Draft) -> None:
    tiers = [row.tier for row in published.rows]
    assert (tiers.count("省"), tiers.count("市"), tiers.count("")) == (24, 4, 4)
    assert [row.category for row in published.rows[-4:]] == ["加分", "加分", "减分", "减分"]
    by_number = {row.number: row for row in published.rows if row.category == "基础"}
    assert owners(by_number["36"]) == [
        ("牵头", "法制仲裁科", "王某戊"),
        ("配合", "办公室", "徐甲"),
    ]
    assert owners(by_number["14"]) == [("责任", "法治调研科", "刘乙")]
    assert ("切分存疑", "14") in kinds(published)
    assert published.rows[-2].note == "如有所列情形发生，依法依规依纪追究相关单位责任。"
    assert published.rows[-2].owners == ()


def test_published_text_doubts_once_for_each_run_and_gap(published: Draft) -> None:
    gaps = {doubt.about: doubt.why for doubt in published.doubts if doubt.kind == "编号缺漏"}
    assert set(gaps) == {"6", "13", "18", "51", "63", "65", "71", "（22）", "★5"}
    (first,) = [d for d in published.doubts if d.kind == "合并下填" and "一级" in d.assumed]
    runs = first.words.split("；")
    assert len(runs) == 11
    assert runs[0] == "第216行至第467行 “一、政府职能依法全面履行”"
    down = [d for d in published.doubts if d.kind == "合并下填" and d.why.startswith("这些行的")]
    assert len(down) == 2
    shared = [d for d in published.doubts if d.kind == "共用上行"]
    assert len({d.assumed[:30] for d in shared}) == len(shared)
    assert any("76、77（同75）" in d.assumed for d in shared)
    back = [d for d in published.doubts if d.words == "4.全面推进政务公开"]
    assert back[0].assumed == "归入“五、行政权力制约监督科学有效”"
    assert ("跨页断行", "（2）") in kinds(published)


@pytest.mark.parametrize("suffix", WRITERS)
def test_rebuilt_with_true_merges_gives_the_same_rows(
    suffix: str, published: Draft, tmp_path: Path
) -> None:
    document = read(puyang.write(tmp_path, suffix))
    made = table.records(document)
    assert [bare(row) for row in made.rows] == [bare(row) for row in published.rows]
    assert table.matches(document) == 125
    assert scored.matches(document) == 0
    assert "合并下填" not in {doubt.kind for doubt in made.doubts}
    assert left(document, made) == puyang.before()


# --- other tables -----------------------------------------------------------------------------

TWO_ROWS: Lines = [
    ["2024年重点任务分工表", "", "", "", "", "", ""],
    ["序 号", "重点任务", "具体任务及时限", "", "责任分工", "", "佐证材料"],
    ["", "", "具体任务", "完成时限", "牵头\n单位", "配合单位", ""],
    ["1", "健全依法决策", "制定目录.", "6月底", "县政府办", "县司法局、县财政局", "目录"],
    ["2", "", "合法性审查率达到100%.", "全年", "县司法局", "各乡镇", "审查意见书"],
    ["3", "规范执法", "开展案卷评查", "11月底", "县司法局", "", "评查通报"],
    ["小计", "", "", "", "", "", ""],
]
TWO_ROWS_MERGED = [
    (0, 0, 1, 7), (1, 0, 2, 1), (1, 1, 2, 1), (1, 2, 1, 2), (1, 4, 1, 2), (1, 6, 2, 1),
    (3, 1, 2, 1),
]  # fmt: skip


@pytest.mark.parametrize("suffix", WRITERS)
def test_header_of_two_rows_and_a_title_above(suffix: str, tmp_path: Path) -> None:
    data = WRITERS[suffix]([build.grid(TWO_ROWS, TWO_ROWS_MERGED)])
    document = opened(tmp_path, f"a.{suffix}", data)
    made = table.records(document)
    assert [(row.number, row.level1, row.text) for row in made.rows] == [
        ("1", "健全依法决策", "制定目录."),
        ("2", "健全依法决策", "合法性审查率达到100%."),
        ("3", "规范执法", "开展案卷评查"),
    ]
    assert owners(made.rows[0]) == [
        ("牵头", "县政府办", ""),
        ("配合", "县司法局", ""),
        ("配合", "县财政局", ""),
    ]
    assert made.rows[0].support == ("县司法局、县财政局",)
    assert made.rows[2].shared == ()
    assert kinds(made) == {("集合名词", "2"), ("残留文字", "")}
    assert left(document, made) == ["2024年重点任务分工表", "6月底", "全年", "11月底", "小计"]


UNMERGED: Lines = [
    ["指标类别", "编号", "考核内容", "考核方式", "证明材料", "责任部门", "负责人"],
    ["一、依法履职", "1", "公开权责清单;", "查阅资料、网上核查", "清单", "法规股", "张三"],
    ["", "2", "推行告知承诺制,", "查阅资料", "文件", "审批股", "李四"],
    ["指标类别", "编号", "考核内容", "考核方式", "证明材料", "责任部门", "负责人"],
    ["", "", "并定期开展检查.", "", "", "", ""],
    ["", "4", "不设变相许可.", "", "", "审批股", "李四 王五"],
    ["二、依法决策", "5", "集体讨论.", "查阅资料", "会议纪要", "", ""],
    ["", "", "", "", "会议通知", "", ""],
    ["合计", "", "", "", "", "", ""],
    ["注：本表由创建办解释。", "", "", "", "", "", ""],
]


@pytest.mark.parametrize("suffix", WRITERS)
def test_table_without_merges_carries_headings_and_shares_cells(
    suffix: str, tmp_path: Path
) -> None:
    document = opened(tmp_path, f"b.{suffix}", WRITERS[suffix]([build.grid(UNMERGED)]))
    made = table.records(document)
    assert [(row.number, row.level1) for row in made.rows] == [
        ("1", "一、依法履职"),
        ("2", "一、依法履职"),
        ("4", "一、依法履职"),
        ("5", "二、依法决策"),
    ]
    assert made.rows[0].methods == ("查阅资料", "网上核查")
    assert made.rows[1].text == "推行告知承诺制,并定期开展检查."
    assert (made.rows[2].shared, made.rows[2].materials) == (("方法",), ())
    assert (made.rows[3].shared, made.rows[3].offices) == (("责任",), ())
    assert made.rows[3].materials == ("会议纪要", "会议通知")
    assert kinds(made) >= {
        ("合并下填", ""), ("跨页断行", "2"), ("跨页断行", "5"), ("没有写明", "4"),
        ("共用上行", "4"), ("共用上行", "5"), ("编号缺漏", "4"), ("人数不等", "4"),
    }  # fmt: skip
    assert left(document, made) == ["合计", "注：本表由创建办解释。"]


def test_empty_cell_outside_a_merge_stays_empty(tmp_path: Path) -> None:
    rows = [
        ["项目", "序号", "工作任务", "印证材料", "承办单位"],
        ["履职", "1", "甲事项办结。", "台账", "甲局"],
        ["", "2", "乙事项办结。", "", ""],
        ["决策", "3", "丙事项办结。", "", "乙局"],
        ["", "4", "丁事项办结。", "照片", ""],
    ]
    merges = [(1, 0, 2, 1), (1, 3, 2, 1), (3, 4, 2, 1)]
    made = table.records(opened(tmp_path, "m.docx", build.docx([build.grid(rows, merges)])))
    assert [row.shared for row in made.rows] == [(), ("资料",), (), ("责任",)]
    assert [row.level1 for row in made.rows] == ["履职", "履职", "决策", ""]
    assert [(d.kind, d.about) for d in made.doubts if d.kind == "没有写明"] == [
        ("没有写明", "2"),
        ("没有写明", "3"),
        ("没有写明", ""),
    ]


def test_several_tables_continue_one_another_and_the_legend_tells_tiers(tmp_path: Path) -> None:
    head = ["类别", "序号", "创建内容", "评估方法", "资料要求", "承办单位"]
    first = [
        head,
        ["（一）职能", "1", "甲乙事项", "网络检索", "材料一", "甲局"],
        ["", "(1)", "丙丁事项", "材料查证", "材料二", "乙局"],
    ]
    second = [["（二）决策", "2", "戊己事项", "网络检索", "材料三", "丙局"]]
    third = [head, ["", "▲1", "庚辛事项", "材料查证", "材料四", "乙局、甲局"]]
    legend = "说明：编号加括号的为自治区新增指标；标注▲的是本县特色任务。"
    blocks = [legend, *(build.grid(rows) for rows in (first, second)), "续表", build.grid(third)]
    made = table.records(opened(tmp_path, "c.html", build.html(blocks)))
    assert [(row.number, row.tier) for row in made.rows] == [
        ("1", "国家"), ("(1)", "省"), ("2", "国家"), ("▲1", "县"),
    ]  # fmt: skip
    assert made.rows[3].level1 == "（二）决策"
    assert [d.words for d in made.doubts if d.kind == "推断来源"] == [
        "1　甲乙事项（连同后面的共2项）"
    ]


def test_marks_without_a_legend_are_a_doubt(tmp_path: Path) -> None:
    rows = [["编号", "指标", "责任科室"], ["1", "甲", "法规科"], ["★2", "乙", "法规科"]]
    made = table.records(opened(tmp_path, "c.docx", build.docx([build.grid(rows)])))
    assert [row.tier for row in made.rows] == ["国家", "市"]
    assert [d.words for d in made.doubts if d.kind == "推断来源"] == ["1　甲", "★2　乙"]
    assert "编号缺漏" not in {doubt.kind for doubt in made.doubts}


def test_no_header_is_a_doubt(tmp_path: Path) -> None:
    rows = [
        ["1", "建立健全行政决策机制，严格履行程序。", "材料查证", "决策目录", "办公室"],
        ["2", "落实重大执法决定法制审核制度要求。", "材料查证\n网络检索", "审核意见", "法规科"],
        ["3", "开展行政执法人员培训并组织考试活动。", "随机抽考", "试卷", "人事科"],
    ]
    made = table.records(opened(tmp_path, "d.docx", build.docx([build.grid(rows)])))
    assert [(r.number, r.offices, r.materials) for r in made.rows] == [
        ("1", ("办公室",), ("决策目录",)),
        ("2", ("法规科",), ("审核意见",)),
        ("3", ("人事科",), ("试卷",)),
    ]
    assert made.rows[1].methods == ("材料查证", "网络检索")
    assert [doubt.assumed for doubt in made.doubts if doubt.kind == "没有表头"] == [
        "各栏依次为编号、内容、测评方法、资料、责任单位"
    ]


def test_headings_that_span_rows_and_numbers_in_the_text(tmp_path: Path) -> None:
    rows = [
        ["任务内容", "责任单位及责任人", "佐证资料"],
        ["一、依法履职", "", ""],
        ["（一）简政放权", "", ""],
        ["1.公布清单。", "编办\n赵六", "清单"],
        ["2.规范审批。", "审批局", "指南"],
        ["二、依法决策", "", ""],
        ["3.组织听证。", "司法局", "记录"],
    ]
    merges = [(1, 0, 1, 3), (2, 0, 1, 3), (5, 0, 1, 3)]
    document = opened(tmp_path, "e.docx", build.docx([build.grid(rows, merges)]))
    made = table.records(document)
    assert [(r.number, r.text, r.level1, r.level2) for r in made.rows] == [
        ("1", "公布清单。", "一、依法履职", "（一）简政放权"),
        ("2", "规范审批。", "一、依法履职", "（一）简政放权"),
        ("3", "组织听证。", "二、依法决策", ""),
    ]
    assert owners(made.rows[0]) == [("责任", "编办", "赵六")]
    assert left(document, made) == []


def test_two_plans_on_one_sheet_each_with_its_header(tmp_path: Path) -> None:
    rows = [
        ["联络员名单", "", "", ""],
        ["姓名", "单位", "职务", "电话"],
        ["张三", "编办", "科长", "0000"],
        ["任务分解表", "", "", ""],
        ["序号", "主要任务", "責任單位", "備註"],
        ["1", "公布清单", "编办", ""],
    ]
    document = opened(tmp_path, "f.xlsx", build.xlsx([build.grid(rows)]))
    made = table.records(document)
    assert [(row.number, row.text, row.offices) for row in made.rows] == [
        ("1", "公布清单", ("编办",))
    ]
    assert "张三" in left(document, made)


def test_ditto_and_a_second_level_without_items_below(tmp_path: Path) -> None:
    rows = [
        ["一级指标", "二级指标", "三级指标", "佐证材料", "市直责任单位", "责任人员"],
        ["一、履职", "1.放权", "公布清单", "清单", "编办", "张三"],
        ["同上", "同上", "规范审批", "指南", "同上", "〃"],
        ["", "2.监管", "", "台账", "审批局", "李四"],
    ]
    document = opened(tmp_path, "g.docx", build.docx([build.grid(rows)]))
    made = table.records(document)
    assert [(r.level1, r.level2, r.text) for r in made.rows] == [
        ("一、履职", "1.放权", "公布清单"),
        ("一、履职", "1.放权", "规范审批"),
        ("一、履职", "", "2.监管"),
    ]
    assert (made.rows[1].shared, made.rows[1].offices) == (("责任",), ())
    assert owners(made.rows[2]) == [("责任", "审批局", "李四")]
    assert [d.words for d in made.doubts if d.kind == "切分存疑"] == ["2.监管"]


def test_one_heading_over_offices_and_persons(tmp_path: Path) -> None:
    rows = [
        ["编号", "指标内容", "责任分工", ""],
        ["1.1", "公布清单", "编办", "张三"],
        ["1.2", "规范审批", "审批局", "李四"],
    ]
    data = build.xlsx([build.grid(rows, [(0, 2, 1, 2)])])
    made = table.records(opened(tmp_path, "h.xlsx", data))
    assert [(row.offices, row.persons) for row in made.rows] == [
        (("编办",), ("张三",)),
        (("审批局",), ("李四",)),
    ]


def test_item_over_several_rows_is_one_row(tmp_path: Path) -> None:
    rows = [
        ["序号", "任务内容", "上报材料", "责任单位"],
        ["1", "公布清单。", "1.清单", "编办"],
        ["", "", "2.截图", "司法局"],
        ["2", "规范审批。", "指南", "审批局"],
    ]
    data = build.html([build.grid(rows, [(1, 0, 2, 1), (1, 1, 2, 1)])])
    made = table.records(opened(tmp_path, "i.html", data))
    assert [(r.number, r.materials, r.offices) for r in made.rows] == [
        ("1", ("1.清单", "2.截图"), ("编办", "司法局")),
        ("2", ("指南",), ("审批局",)),
    ]
    assert made.doubts == ()


def test_dotted_numbers_start_anew_under_each_heading(tmp_path: Path) -> None:
    rows = [
        ["一级指标", "二级指标", "三级指标", "印证材料清单", "科室"],
        ["1.政治建设", "1.1党的领导", "1.1.1 党委会专题研究", "会议纪要", "办公室"],
        ["", "", "1.1.2 主要负责人述法", "述法报告", "人事科"],
        ["", "1.2学习宣传", "1.2.1 中心组学法", "学习记录", "宣教科"],
        ["2.依法行政", "2.1决策", "2.1.1 决策公开", "公告", "法规科"],
    ]
    data = build.xlsx([build.grid(rows, [(1, 0, 3, 1), (1, 1, 2, 1)])])
    made = table.records(opened(tmp_path, "j.xlsx", data))
    assert [(row.number, row.text) for row in made.rows] == [
        ("1.1.1", "党委会专题研究"),
        ("1.1.2", "主要负责人述法"),
        ("1.2.1", "中心组学法"),
        ("2.1.1", "决策公开"),
    ]
    assert made.doubts == ()


def test_first_named_leads_where_the_document_says_so_once(tmp_path: Path) -> None:
    rows = [
        ["任务名称", "具体内容", "责任单位"],
        ["年度计划", "制定年度计划;", "司法局、财政局"],
        ["督察", "开展督察;", "财政局"],
    ]
    said = "责任单位中排在第一位的为牵头单位。"
    made = table.records(opened(tmp_path, "k.docx", build.docx([said, build.grid(rows)])))
    assert [owners(row) for row in made.rows] == [
        [("牵头", "司法局", ""), ("责任", "财政局", "")],
        [("责任", "财政局", "")],
    ]
    assert [row.title for row in made.rows] == ["年度计划", "督察"]


ODD: dict[str, Lines] = {
    "领导小组": [["姓名", "职务", "单位", "工作任务"], ["张三", "组长", "县政府", "全面负责"]],
    "职务在前": [
        ["领导小组职务", "姓名", "责任单位", "工作内容"],
        ["组长", "张三", "县府", "抓总"],
    ],
    "空台账": [
        ["年  度", "三级指标", "测评方法", "上报材料", "完成进度", "责任人及联系方式"],
        ["2016", "1", "", "", "", ""],
        ["", "2", "", "", "", ""],
    ],
    "填了的台账": [
        ["年度", "三级指标", "测评方法", "上报材料", "完成进度"],
        ["2016", "公布清单", "网络检索", "清单", "已完成"],
    ],
    "空表": [["序号", "三级指标", "测评方法", "责任科室"], ["1", "", "", ""], ["2", "", "", ""]],
    "联络员": [["序号", "单位", "联系人", "联系电话"], ["1", "甲局", "张三", "0000"]],
    "分工通讯": [["单位", "责任人", "工作内容", "联系电话"], ["甲局", "张三", "综合", "0000"]],
    "阶段": [["阶段", "时间", "主要任务", "责任单位"], ["动员", "4月", "召开动员会", "各单位"]],
    "日程": [["时间", "工作内容", "责任单位"], ["4月中旬前", "召开动员会", "各单位"]],
    "培训": [["序号", "培训内容", "授课人", "时间"], ["1", "宪法", "张三", "3月"]],
    "文件": [["序号", "文件名称", "文号", "责任单位"], ["1", "通知", "〔2020〕1号", "办公室"]],
    "排名": [["序号", "单位", "得分", "排名"], ["1", "甲局", "98", "1"]],
}


@pytest.mark.parametrize("name", ODD)
def test_tables_that_are_no_plan_give_no_rows(name: str, tmp_path: Path) -> None:
    document = opened(tmp_path, "odd.docx", build.docx([build.grid(ODD[name])]))
    made = table.records(document)
    assert made.rows == ()
    assert made.used == frozenset()
    assert (table.matches(document), scored.matches(document)) == (0, 0)


# --- other flattenings ------------------------------------------------------------------------

TAB = """某区实施方案

序号\t考核项目\t考核指标\t印证材料\t责任单位
1\t一、依法履职\t公布权责清单\t清单\t区编办
2\t\t规范审批\t办事指南\t区审批局、
\t\t\t\t区司法局
3\t二、依法决策\t听证\t记录\t区司法局
合计\t\t\t\t
"""
BAR = """| 编号 | 考核项目 | 具体任务 | 测评方式 | 牵头部门 | 配合部门 |
|---|---|---|---|---|---|
| 1 | 履职 | 公布权责清单 | 网络检索 | 区编办 | 各部门 |
| 2 | | 规范审批 | 材料查证 | 区审批局 | 区司法局 |
"""
SPACE = """一级指标    二级指标    序号    指标内容    责任部门
依法履职    简政放权    1    公布权责清单    编办
                        2    规范审批        审批局
依法决策    公众参与    3    开展听证        司法局
"""
CELLS = """附件1
任务分工表

\t类别
\t工作任务
\t责任单位
\t完成时限

\t一、依法
履职
\t（1）
\t公布权责清单，
做好调整。
\t编办

审批局
\t6月底

\t
\t（2）
\t规范审批
\t审批局
\t全年

\t二、决策
\t（3）
\t听证
\t司法局

附件2
联络员名单

\t姓名
\t单位
\t电话

\t张三
\t编办
\t0000
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TAB, [("1", "一、依法履职", "公布权责清单"), ("2", "一、依法履职", "规范审批"),
               ("3", "二、依法决策", "听证")]),
        (BAR, [("1", "履职", "公布权责清单"), ("2", "履职", "规范审批")]),
        (SPACE, [("1", "依法履职", "公布权责清单"), ("2", "依法履职", "规范审批"),
                 ("3", "依法决策", "开展听证")]),
        (CELLS, [("（1）", "一、依法履职", "公布权责清单，做好调整。"),
                 ("（2）", "一、依法履职", "规范审批"), ("（3）", "二、决策", "听证")]),
    ],
    ids=["制表符", "竖线", "空格", "一格一行"],
)  # fmt: skip
def test_other_flattenings(text: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    document = opened(tmp_path, "f.txt", text)
    made = flat.records(document)
    assert [(row.number, row.level1, row.text) for row in made.rows] == expected
    assert flat.matches(document) == len(expected)
    assert table.matches(document) == 0


def test_flattened_cells_keep_offices_and_short_rows_are_a_doubt(tmp_path: Path) -> None:
    document = opened(tmp_path, "f.txt", CELLS)
    made = flat.records(document)
    assert made.rows[0].offices == ("编办", "审批局")
    assert made.rows[2].offices == ("司法局",)
    short = [doubt for doubt in made.doubts if doubt.kind == "切分存疑"]
    assert [doubt.why for doubt in short] == ["这一行有4格，表有5栏"]
    assert left(document, made)[:3] == ["附件1", "任务分工表", "6月底"]
    assert left(document, made)[-3:] == ["张三", "编办", "0000"]


def test_flattened_cells_without_empty_lines_between_rows(tmp_path: Path) -> None:
    names = ["序号", "指标内容", "责任单位"]
    rows = [["1", "公布权责清单", "编办"], ["2", "规范审批", "审批局"], ["3", "听证", "司法局"]]
    text = "".join(f"\t{cell}\n" for row in [names, *rows] for cell in row)
    made = flat.records(opened(tmp_path, "f.txt", text))
    assert [[row.number, row.text, *row.offices] for row in made.rows] == rows


def test_prose_is_no_flattened_table(tmp_path: Path) -> None:
    text = "\t一、总体要求\n\t深入学习。\n\n\t二、主要任务\n1.公布清单  规范审批  听证\n"
    assert flat.matches(opened(tmp_path, "p.txt", text)) == 0


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("三级指标", "text"), ("考核内容", "text"), ("任务类别", "level1"),
        ("测评方法", "method"),
        ("印证 方式", "method"), ("责任\n科室", "office"), ("牵头单位", "lead"),
        ("协办单位", "support"),
        ("分管领导", "chief"), ("责任人及联系方式", "person"), ("分值（100分）", "points"),
        ("扣分标准", "scoring"), ("完成时限", "deadline"), ("备 注", "remark"),
        ("责任(牵头)单位", "office"), ("責任單位", "office"),
        ("需提供的佐证材料", "materials"), ("考核内容及评分标准", "text"), ("完成进度", "progress"),
        ("甲乙丙丁", ""), ("制定重大行政决策目录并向社会公布", ""),
    ],
)  # fmt: skip
def test_headings(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    "text", ["1", "（5）", "(3)", "★ 1", "第12项指标", "1.2", "①", "三、", "▲4"]
)
def test_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "2016年", "1件", "附件1", "一级指标", "12次以上"])
def test_no_numbers(text: str) -> None:
    assert not is_number(text)


def test_fold_keeps_what_is_printed_once() -> None:
    assert fold("2.公众参与2.公众参与") == "2.公众参与"
    assert fold("甲乙") == "甲乙"
    assert fold("清清楚楚") == "清清楚楚"
