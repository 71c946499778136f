"""Tables in the styles that counties and bureaus use, as real files; places are invented."""

from __future__ import annotations

from pathlib import Path

import build
import pytest

from fzjs.importers import registry
from fzjs.importers.document import Document
from fzjs.importers.draft import Draft, Row
from fzjs.importers.readers import read
from fzjs.importers.shapes import flat, table
from fzjs.importers.shapes.columns import laid
from fzjs.importers.shapes.headings import role_of

SCORED_TEXT = """滨河区依法行政工作考核标准（2023年）
项目 | 考核标准 | 扣分标准
一、组织领导工作12分 | 1、制定推进依法行政年度计划。3分 | 没有年度计划的扣3分；未及时报备的扣1分。
 | 2、任务、责任部门、责任人“三落实”。1分 | 落实不到位的扣1分。
 | 3、按时报送总结。2分 | 迟报一次扣0.5分。
二、依法决策工作6分 | 1、建立重大决策集体讨论制度。2分 | 未建立的扣1分。
 | 2、公开决策结果。1分 | 未公开的扣1分。
"""


def opened(folder: Path, name: str, data: bytes | str) -> Document:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path)


def imported(document: Document) -> Draft:
    return registry.choose(document).shape.records(document)


def left(document: Document, draft: Draft) -> list[str]:
    used = draft.used.union(*(row.used for row in draft.rows))
    rest = (p for p in document.paragraphs() if p.place.order not in used)
    return [paragraph.text.strip() for paragraph in rest if paragraph.text.strip()]


def short(draft: Draft) -> list[tuple[str, str, str]]:
    return [(row.level1, row.number, row.text) for row in draft.rows]


def people(row: Row) -> list[tuple[str, str, str]]:
    return [(owner.role, owner.office, owner.person) for owner in row.owners]


def test_numbers_start_again_under_each_heading_and_points_close_the_text(tmp_path: Path) -> None:
    document = opened(tmp_path, "a.txt", SCORED_TEXT)
    made = imported(document)
    assert [(r.level1, r.number, r.text, r.points, r.scoring) for r in made.rows] == [
        ("一、组织领导工作12分", "1", "制定推进依法行政年度计划。", "3分",
         "没有年度计划的扣3分；未及时报备的扣1分。"),
        ("一、组织领导工作12分", "2", "任务、责任部门、责任人“三落实”。", "1分",
         "落实不到位的扣1分。"),
        ("一、组织领导工作12分", "3", "按时报送总结。", "2分", "迟报一次扣0.5分。"),
        ("二、依法决策工作6分", "1", "建立重大决策集体讨论制度。", "2分", "未建立的扣1分。"),
        ("二、依法决策工作6分", "2", "公开决策结果。", "1分", "未公开的扣1分。"),
    ]  # fmt: skip
    (doubt,) = made.doubts
    assert doubt.words == "第4行至第5行 “一、组织领导工作12分”；第7行 “二、依法决策工作6分”"
    assert left(document, made) == ["滨河区依法行政工作考核标准（2023年）"]


def test_a_demand_at_the_end_of_a_text_is_no_points(tmp_path: Path) -> None:
    rows = [["序号", "考核内容", "评分标准"], ["1", "群众满意度测评达到，90分", "低1分扣0.5分"],
            ["2", "公开（5分）", "缺一项扣1分"], ["3", "备案。", "迟报扣1分"],
            ["4", "评查。", "未查扣1分"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows)))
    assert [(row.text, row.points) for row in made.rows] == [
        ("群众满意度测评达到，90分", ""), ("公开", "5分"), ("备案。", ""), ("评查。", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("frame", ["", "|"])
def test_an_empty_first_cell_between_bars(frame: str, tmp_path: Path) -> None:
    lines = ["一级指标|序号|任务|责任单位", "一、履职|1|公开。|编办", "|2|备案。|司法局"]
    text = "2023年表\n" + "".join(f"{frame}{line}{frame}\n" for line in lines)
    made = imported(opened(tmp_path, "a.txt", text))
    assert short(made) == [("一、履职", "1", "公开。"), ("一、履职", "2", "备案。")]
    assert "切分存疑" not in {doubt.kind for doubt in made.doubts}


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_chapter_titles_above_each_table(suffix: str, tmp_path: Path) -> None:
    head = ["序号", "指标内容", "印证材料", "责任单位"]
    blocks = [
        "青石县2021年创建责任分解",
        "一、政府职能依法全面履行",
        build.grid([head, ["1", "公布权责清单。", "权责清单", "县委编办"]]),
        "二、重大行政决策科学民主合法",
        "（一）程序",
        build.grid([head, ["1", "公开征求意见。", "公告", "县司法局"]]),
        "有关单位要抓好落实。",
        build.grid([head, ["2", "专家论证。", "意见书", "县司法局"]]),
    ]
    document = opened(tmp_path, f"a.{suffix}", getattr(build, suffix)(blocks))
    made = imported(document)
    assert [(r.level1, r.level2, r.number) for r in made.rows] == [
        ("一、政府职能依法全面履行", "", "1"),
        ("二、重大行政决策科学民主合法", "（一）程序", "1"),
        ("二、重大行政决策科学民主合法", "（一）程序", "2"),
    ]
    assert left(document, made) == ["青石县2021年创建责任分解", "有关单位要抓好落实。"]


def test_titles_without_numbers_count_where_each_table_has_its_own(tmp_path: Path) -> None:
    head = ["序号", "任务", "责任单位"]
    one, two = [head, ["1", "公布清单。", "编办"]], [head, ["1", "公布目录。", "政府办"]]
    each = build.docx(["依法履职", build.grid(one), "依法决策", build.grid(two)])
    made = imported(opened(tmp_path, "a.docx", each))
    assert [row.level1 for row in made.rows] == ["依法履职", "依法决策"]
    only = build.docx(["依法履职", build.grid(one), "附件2", build.grid(two)])
    made = imported(opened(tmp_path, "b.docx", only))
    assert [row.level1 for row in made.rows] == ["", ""]


def test_a_title_row_above_the_header_of_each_sheet(tmp_path: Path) -> None:
    head = ["序号", "任务", "责任单位", "证明材料"]
    one = [["一、机构职能", "", "", ""], head, ["1", "公布清单。", "编办", "清单"]]
    two = [["二、依法决策", "", "", ""], head, ["1", "公布目录。", "政府办", "目录"]]
    wide = [(0, 0, 1, 4)]
    data = build.xlsx([build.grid(one, wide), build.grid(two, wide)])
    document = opened(tmp_path, "a.xlsx", data)
    made = imported(document)
    assert [row.level1 for row in made.rows] == ["一、机构职能", "二、依法决策"]
    assert left(document, made) == []


def test_numbered_group_rows_and_titles_as_items(tmp_path: Path) -> None:
    rows = [
        ["序号", "任务名称", "工作内容及要求", "主要责任单位", "时间节点"],
        ["一", "法治政府", "", "", ""],
        ["（一）", "依法决策", "1.制定目录；2.论证。", "市政府办", "6月"],
        ["（二）", "规范执法", "", "市司法局", "全年"],
        ["二", "法治社会", "", "", ""],
        ["（三）", "普法", "落实责任制。", "市司法局", "全年"],
    ]
    document = opened(tmp_path, "a.docx", build.docx_table(rows))
    made = imported(document)
    assert short(made) == [
        ("一 法治政府", "（一）", "1.制定目录；2.论证。"),
        ("一 法治政府", "（二）", "规范执法"),
        ("二 法治社会", "（三）", "落实责任制。"),
    ]
    assert [(d.kind, d.about) for d in made.doubts] == [
        ("残留文字", ""), ("没有写明", "（二）"),
    ]  # fmt: skip
    assert left(document, made) == ["6月", "全年", "全年"]


def test_headings_in_the_text_column(tmp_path: Path) -> None:
    rows = [["任务内容", "责任单位"], ["一、依法履职", ""], ["1.推行清单。", "编办"],
            ["2.清理证明。", "司法局"], ["二、规范执法", ""], ["3.评查。", "司法局"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows)))
    assert short(made) == [
        ("一、依法履职", "1", "推行清单。"),
        ("一、依法履职", "2", "清理证明。"),
        ("二、规范执法", "3", "评查。"),
    ]


UNKNOWN = [
    ["序号", "重点方向", "内容的具体表述", "证明材料", "责任科室", "备注"],
    ["1", "履职", "权责清单动态调整并公布。", "清单", "法规科", ""],
    ["2", "", "许可全部纳入大厅办理。", "目录", "审批科", "含委托"],
    ["3", "执法", "记录设备配备到位。", "台账", "执法队", ""],
]


def test_columns_of_unknown_names_by_their_cells(tmp_path: Path) -> None:
    data = build.docx([build.grid(UNKNOWN, [(1, 1, 2, 1)])])
    made = imported(opened(tmp_path, "a.docx", data))
    assert short(made) == [
        ("履职", "1", "权责清单动态调整并公布。"),
        ("履职", "2", "许可全部纳入大厅办理。"),
        ("执法", "3", "记录设备配备到位。"),
    ]
    assert [(d.kind, d.words) for d in made.doubts] == [("残留文字", "备注")]


def test_a_merged_heading_beside_texts_and_a_total_row(tmp_path: Path) -> None:
    rows = [["序号", "指标", "内容要求", "责任科室"], ["1", "履职", "清单公开。", "法规科"],
            ["2", "", "限时办结。", "审批科"], ["3", "执法", "设备到位。", "执法队"],
            ["合计", "3项", "", ""]]  # fmt: skip
    made = imported(opened(tmp_path, "a.xlsx", build.xlsx_table(rows, [(1, 1, 2, 1)])))
    assert short(made) == [
        ("履职", "1", "清单公开。"),
        ("履职", "2", "限时办结。"),
        ("执法", "3", "设备到位。"),
    ]


def test_items_under_standards_whose_headings_are_the_content(tmp_path: Path) -> None:
    rows = [["考核内容", "考核标准", "分值", "考核方法及扣分标准"],
            ["一、组织领导（10分）", "成立领导小组", "5", "查阅文件。未成立扣5分"],
            ["", "定期听取汇报", "5", "查阅纪要。缺一次扣1分"],
            ["二、规范决策（10分）", "建立专家库", "10", "未建立扣10分"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows, [(1, 0, 2, 1)])))
    assert [(r.level1, r.text, r.points, r.scoring) for r in made.rows] == [
        ("一、组织领导（10分）", "成立领导小组", "5", "查阅文件。未成立扣5分"),
        ("一、组织领导（10分）", "定期听取汇报", "5", "查阅纪要。缺一次扣1分"),
        ("二、规范决策（10分）", "建立专家库", "10", "未建立扣10分"),
    ]


def test_a_number_gone_on_with_joins_its_row(tmp_path: Path) -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "健全制度，完善", "司法局"],
            ["1（续）", "机制。", ""], ["2", "公开。", "政府办"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows)))
    assert short(made) == [("", "1", "健全制度，完善机制。"), ("", "2", "公开。")]
    assert [(d.kind, d.about) for d in made.doubts] == [("跨页断行", "1")]


def test_a_text_merged_over_numbered_rows_belongs_to_each(tmp_path: Path) -> None:
    rows = [["序号", "工作内容", "证明材料", "责任科室"], ["1", "公开信息。", "目录", "办公室"],
            ["2", "", "年报", "法规科"], ["3", "评查案卷。", "通报", "执法队"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows, [(1, 1, 2, 1)])))
    assert [(r.number, r.text, r.materials) for r in made.rows] == [
        ("1", "公开信息。", ("目录",)),
        ("2", "公开信息。", ("年报",)),
        ("3", "评查案卷。", ("通报",)),
    ]
    assert [(d.kind, d.about) for d in made.doubts] == [("共用上行", "2")]


def test_a_catalogue_of_three_levels_without_offices(tmp_path: Path) -> None:
    rows = [["一级指标", "二级指标", "三级指标"], ["一、履职", "（一）审批", "1.限时办结。"],
            ["", "", "2.无证明材料设定违法。"],
            ["二、决策", "（二）程序", "3.公布目录。"]]  # fmt: skip
    data = build.docx_table(rows, [(1, 0, 2, 1), (1, 1, 2, 1)])
    made = imported(opened(tmp_path, "a.docx", data))
    assert [(r.level1, r.level2, r.number, r.text) for r in made.rows] == [
        ("一、履职", "（一）审批", "1", "限时办结。"),
        ("一、履职", "（一）审批", "2", "无证明材料设定违法。"),
        ("二、决策", "（二）程序", "3", "公布目录。"),
    ]
    assert {row.owners for row in made.rows} == {()}


def test_persons_in_brackets_behind_a_space_and_on_a_line(tmp_path: Path) -> None:
    rows = [["序号", "工作内容", "责任单位及责任人"], ["1", "修订制度。", "法规科（张某某）"],
            ["2", "开展培训。", "人事科 李某某"], ["3", "评查。", "执法科、法规科\n王某、张某某"],
            ["4", "公开。", "办公室（牵头）、宣教科"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows)))
    assert [people(row) for row in made.rows] == [
        [("责任", "法规科", "张某某")],
        [("责任", "人事科", "李某某")],
        [("责任", "执法科", "王某"), ("责任", "法规科", "张某某")],
        [("牵头", "办公室", ""), ("责任", "宣教科", "")],
    ]
    assert made.rows[0].offices == ("法规科（张某某）",)
    (doubt,) = [d for d in made.doubts if d.assumed == "人名作为责任人"]
    assert doubt.words == "法规科（张某某）、人事科 李某某"


def test_a_leader_is_nobody_s_answering_person(tmp_path: Path) -> None:
    rows = [["序号", "工作任务", "牵头领导", "责任单位"], ["1", "述职述法。", "张某", "组织部"]]
    document = opened(tmp_path, "a.docx", build.docx_table(rows))
    made = imported(document)
    assert people(made.rows[0]) == [("责任", "组织部", "")]
    assert left(document, made) == ["张某"]
    assert [(d.kind, d.words) for d in made.doubts] == [("残留文字", "牵头领导")]


def test_a_heading_gone_on_with_after_a_page_break_is_the_same(tmp_path: Path) -> None:
    head = ["一级指标", "序号", "指标内容", "责任部门"]
    rows = [head, ["一、履职", "1", "清单公开。", "编办"], head,
            ["一、履职（续上页）", "2", "告知承诺。", "审批局"]]  # fmt: skip
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows)))
    assert [row.level1 for row in made.rows] == ["一、履职", "一、履职"]


BARE = """东江市2021年创建指标分解
一级指标
二级指标
序号
三级指标
印证材料
责任科室
一、职能
（一）审批
1
事项清单公开。
1.清单
2.截图
审批科
2
限时办结。
办件统计
审批科
（二）监管
3
双随机。
抽查记录
监管科、执法队
二、决策
（三）程序
4
征求意见。
公告
办公室
5
论证。
1.意见书
2.名单
办公室
附件：联络表
"""


@pytest.mark.parametrize("gap", ["", "\n"])
def test_bare_lines_whose_numbers_ascend(gap: str, tmp_path: Path) -> None:
    text = "".join(f"{line}\n{gap}" for line in BARE.splitlines())
    document = opened(tmp_path, "a.txt", text)
    made = imported(document)
    assert [(r.level1, r.level2, r.number, r.text, r.materials, r.offices) for r in made.rows] == [
        ("一、职能", "（一）审批", "1", "事项清单公开。", ("1.清单", "2.截图"), ("审批科",)),
        ("一、职能", "（一）审批", "2", "限时办结。", ("办件统计",), ("审批科",)),
        ("一、职能", "（二）监管", "3", "双随机。", ("抽查记录",), ("监管科、执法队",)),
        ("二、决策", "（三）程序", "4", "征求意见。", ("公告",), ("办公室",)),
        ("二、决策", "（三）程序", "5", "论证。", ("1.意见书", "2.名单"), ("办公室",)),
    ]
    assert [d.about for d in made.doubts if d.kind == "切分存疑"] == ["1", "5"]
    assert left(document, made) == ["东江市2021年创建指标分解", "附件：联络表"]


def test_bare_lines_without_a_count_stay(tmp_path: Path) -> None:
    text = BARE.replace("\n2\n", "\n7\n").replace("\n3\n", "\n9\n")
    assert flat.matches(opened(tmp_path, "a.txt", text)) == 0


def test_the_same_doubts_are_told_once(tmp_path: Path) -> None:
    rows = [["序号", "工作任务", "佐证材料", "责任单位"]]
    rows += [[str(n), f"任务{n}。", "", "各有关部门"] for n in range(1, 7)]
    made = imported(opened(tmp_path, "a.docx", build.docx_table(rows, [(1, 3, 1, 1)])))
    assert [(d.kind, d.why[d.why.index("（") :]) for d in made.doubts] == [
        ("没有写明", "（同样的共6处，此为第一处）"),
        ("集合名词", "（同样的共6处，此为第一处）"),
    ]


def test_a_table_is_laid_out_once_for_all_shapes(tmp_path: Path) -> None:
    rows = [["序号", "工作任务", "责任单位"], ["1", "公布清单。", "编办"]]
    document = opened(tmp_path, "a.docx", build.docx_table(rows))
    laid.cache_clear()
    imported(document)
    assert laid.cache_info().misses == 1
    assert table.matches(document) == 1


@pytest.mark.parametrize(
    ("heading", "role"),
    [("内容要求", "text"), ("创建标准", "text"), ("重点工作", "text"), ("考核标准", "scoring"),
     ("材料目录", "materials"), ("牵头领导", "chief"), ("数据来源", ""), ("考核部门", "")],
)  # fmt: skip
def test_headings(heading: str, role: str) -> None:
    assert role_of(heading) == role
