"""`report plan` and `report assignments`: what is printed is what the source printed.

The documents are read back by a small walker of their own XML (merged cells, paragraphs), and held
against the gold rows and the sources' own lines, character by character. `FZJS_REWRITE=1` rewrites
the golden files.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest
from docx.oxml.ns import qn
from lxml import etree

from conftest import Run
from fzjs.render import templates
from fzjs.render.grid import Grid, fill, read, write
from fzjs.render.layout import Styles
from fzjs.render.model import DataFault, Properties, Template, TemplateFault
from fzjs.render.package import parts
from fzjs.render.word import render
from fzjs.reports import assignments, plan
from fzjs.repository import Repository, load
from fzjs.tree import Tree
from mini import lay
from test_reports import compare, report
from tools import page_texts, schema_faults, to_pdf

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HERE = Path(__file__).parent
SOURCES = HERE / "imports" / "sources"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORTS: Mapping[str, ModuleType] = {"plan": plan, "assignments": assignments}


class Printed(NamedTuple):
    """A cell as it stands in the file: its paragraphs, its span, and what it says of merging."""

    lines: tuple[str, ...]
    columns: int = 1
    merge: str = ""


def body(content: bytes) -> Element:
    return next(etree.fromstring(parts(content)["word/document.xml"]).iter(f"{W}body"))


def line(paragraph: Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(marks.get(str(e.tag)) or e.text or "" for e in paragraph.iter(f"{W}t", *marks))


def lines(content: bytes) -> list[str]:
    """Give the paragraphs outside tables, blank ones left out."""
    found = [line(each) for each in body(content).iterchildren(f"{W}p")]
    return [text for text in found if text]


def table(content: bytes) -> list[list[Printed]]:
    """Give the rows of the last table as they stand."""
    *_, found = body(content).iterchildren(f"{W}tbl")
    return [[cell(each) for each in row.iter(f"{W}tc")] for row in found.iter(f"{W}tr")]


def cell(element: Element) -> Printed:
    merge = element.find(f"{W}tcPr/{W}vMerge")
    span = element.find(f"{W}tcPr/{W}gridSpan")
    return Printed(
        tuple(text for each in element.iter(f"{W}p") if (text := line(each))),
        1 if span is None else int(span.get(qn("w:val"), "1")),
        "" if merge is None else merge.get(qn("w:val"), "continue"),
    )


def carried(rows: Sequence[Sequence[Printed]], place: int) -> list[tuple[str, ...]]:
    """Give a column with merged cells carried down."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        found.append(found[-1] if row[place].merge == "continue" else row[place].lines)
    return found


def repository(root: Path, files: Mapping[str, str]) -> Repository:
    loaded = load(Tree(lay(root, files)))
    assert not loaded.faults, [fault.message for fault in loaded.faults]
    assert loaded.repository
    return loaded.repository


def printed(found: Repository, name: str) -> bytes:
    data = REPORTS[name].build(found)
    properties = Properties(data["标题"], data["单位"], datetime.date(2021, 3, 2))
    return render(
        templates.read(f"{name}.md.j2"), data, templates.find("reference.docx"), properties
    )


def settings(**keys: object) -> str:
    base = {
        "格式": "1",
        "单位": "示例市某局",
        "窗口": "2019-2021",
        "截止": "2021-05-31",
        "创建办": "甲科",
        "体系": {"名称": "某市创建工作方案"},
        "科室": ["甲科", "乙科", "丙科"],
        "方法": ["材料查证", "网络检索"],
    }
    return json.dumps(base | keys, ensure_ascii=False, indent=1)


def blocks(found: Sequence[tuple[str, str, Mapping[str, object]]]) -> str:
    made = [
        {"一级指标": one} | ({"二级指标": two} if two else {}) | {"三级指标": [item]}
        for one, two, item in found
    ]
    return json.dumps(made, ensure_ascii=False, indent=1)


def small(root: Path, *items: Mapping[str, object], **keys: object) -> Repository:
    """Give a repository of a few indicators under one heading."""
    rows = [("一、某项", "", {"来源": "国家", "内容": "内容。", **item}) for item in items]
    return repository(root, {"fzjs.yaml": settings(**keys), "indicators/01.yaml": blocks(rows)})


@pytest.fixture(scope="module")
def puyang(fzjs: Run, shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("plan")
    return {name: report(fzjs, shipped, folder / name, ("report", name)) for name in REPORTS}


@pytest.mark.parametrize("name", REPORTS)
def test_golden(
    fzjs: Run, shipped: Path, tmp_path: Path, puyang: dict[str, bytes], name: str
) -> None:
    shown = [f"{text}\n" for text in lines(puyang[name])]
    for row in table(puyang[name]):
        texts = ("^^" if c.merge == "continue" else " / ".join(c.lines) for c in row)
        shown.append(" | ".join(texts) + "\n")
    compare(name, "".join(shown))
    assert puyang[name] == report(fzjs, shipped, tmp_path / "again", ("report", name))


@pytest.mark.parametrize("name", REPORTS)
def test_word_opens_it(puyang: dict[str, bytes], tmp_path: Path, name: str) -> None:
    assert schema_faults(puyang[name], tmp_path) == []
    pages = page_texts(to_pdf(puyang[name], tmp_path))
    assert "示例" in pages[0]
    whole = re.sub(r"\s", "", "".join(pages))
    last = json.loads((HERE / "data" / "puyang-justice-2020.json").read_text("utf-8"))[-1]
    assert last["text"][:10] in whole
    assert sum("测评方法" in page and "上报资料" in page for page in pages) >= len(pages) - 5


@pytest.mark.parametrize("name", REPORTS)
def test_the_table_is_the_source_s_character_by_character(
    puyang: dict[str, bytes], name: str
) -> None:
    gold = json.loads((HERE / "data" / "puyang-justice-2020.json").read_text("utf-8"))
    heading, *rows = table(puyang[name])
    assert [(c.lines[0], c.columns) for c in heading] == [
        ("一级指标", 1), ("二级指标", 1), ("三级指标", 2), ("测评方法", 1), ("上报资料", 1),
        ("责任科室", 1), ("责任人", 1),
    ]  # fmt: skip
    assert len(rows) == len(gold) == 125
    levels = list(zip(carried(rows, 0), carried(rows, 1), strict=True))
    assert levels == [((row["l1"],), (row["l2"],)) for row in gold]
    own = [[each.lines for each in row[2:]] for row in rows]
    keys = ("methods", "materials", "offices", "persons")
    assert own == [
        [(row["no"],), (row["text"],), *(tuple(row[key]) for key in keys)] for row in gold
    ]


def test_what_rows_share_is_one_cell_with_the_row_it_is_shared_with(
    puyang: dict[str, bytes],
) -> None:
    _, *rows = table(puyang["assignments"])
    merged = {row[2].lines[0]: [each.merge for each in row[4:]] for row in rows}
    assert merged["31"] == ["restart"] * 4
    assert merged["32"] == ["continue"] * 4
    assert merged["87"][1:] == ["restart"] * 3
    assert merged["88"][1:] == merged["89"][1:] == ["continue"] * 3
    assert merged["33"] == [""] * 4
    for place in range(8):
        states = [row[place].merge for row in rows]
        for above, here in zip(["", *states], states, strict=False):
            assert here != "continue" or above in {"restart", "continue"}


def test_cells_that_share_with_a_row_further_up_stay_blank(tmp_path: Path) -> None:
    found = small(
        tmp_path,
        {"编号": "1", "测评方法": ["材料查证"], "责任科室": ["甲科"]},
        {"编号": "2", "测评方法": ["网络检索"], "责任科室": ["乙科"]},
        {"编号": "3", "沿用": {"方法": "1", "责任": "2"}},
        {"编号": "4", "沿用": {"方法": "1", "责任": "2"}},
    )
    _, *rows = table(printed(found, "assignments"))
    assert [row[3] for row in rows] == [
        Printed(("材料查证",)), Printed(("网络检索",)), Printed((), 1, "restart"),
        Printed((), 1, "continue"),
    ]  # fmt: skip
    assert [row[4].merge for row in rows] == ["", "restart", "continue", "continue"]


def test_columns_that_nobody_fills_are_left_out_and_those_of_other_plans_come_in(
    tmp_path: Path,
) -> None:
    found = small(
        tmp_path,
        {
            "编号": "1",
            "标题": "某题",
            "分值": "5分",
            "评分办法": "缺一项扣1分",
            "责任原文": {"科室": ["甲科"], "配合": ["乙科、丙科"]},
        },
        {"编号": "2", "责任科室": ["乙科"]},
    )
    heading, *rows = table(printed(found, "assignments"))
    names = ["一级指标", "三级指标", "任务标题", "分值", "评分办法", "责任科室", "配合单位"]
    assert [each.lines[0] for each in heading] == names
    assert [each.lines for each in rows[0][1:]] == [
        ("1",), ("内容。",), ("某题",), ("5分",), ("缺一项扣1分",), ("甲科",), ("乙科、丙科",),
    ]  # fmt: skip
    assert rows[0][0].merge == "restart"


def test_without_a_printed_cell_materials_are_numbered_and_owners_have_their_roles(
    tmp_path: Path,
) -> None:
    two = [
        {"代号": "1", "内容": "制度", "种类": "制度文件"},
        {
            "代号": "2甲",
            "原序号": "2",
            "内容": "案卷",
            "种类": "案卷",
            "份数": "2",
            "每": "执法部门",
        },
    ]
    roles = [
        {"科室": "乙科", "角色": "配合"}, {"科室": "甲科", "角色": "牵头"},
        {"科室": "丙科", "角色": "配合"},
    ]  # fmt: skip
    found = small(
        tmp_path,
        {"编号": "1", "上报资料": two, "网络检索": "另附", "责任科室": roles},
        {
            "编号": "2",
            "上报资料": two[:1],
            "责任科室": ["甲科", {"科室": "乙科", "责任人": "王某"}],
        },
        {"编号": "减分1", "类别": "减分", "责任说明": "如有所列情形，追究责任。"},
        科室=[{"名称": "甲科", "责任人": "张某"}, "乙科", "丙科"],
    )
    _, *rows = table(printed(found, "assignments"))
    assert [row[3].lines for row in rows] == [
        ("1.制度；", "2.案卷（每个执法部门提供2份）。", "（以上同时提供网络检索佐证材料）"),
        ("制度。",),
        (),
    ]
    assert [row[4].lines for row in rows] == [
        ("甲科牵头，乙科、丙科配合",), ("甲科", "乙科"), ("如有所列情形，追究责任。",),
    ]  # fmt: skip
    assert [row[5].lines for row in rows] == [("张某",), ("张某", "王某"), ()]


def pingdingshan(root: Path) -> Repository:
    gold = json.loads((SOURCES / "pingdingshan-education-2021.json").read_text("utf-8"))
    rows = []
    for row in gold:
        tasks = [{"方法": each["method"], "内容": each["text"]} for each in row["tasks"]]
        extra = re.search("加分|减分", row["no"])
        kind = {"类别": extra[0]} if extra else {"来源": "国家"}
        item = {
            "编号": row["no"],
            **kind,
            "内容": row["text"],
            "工作任务": tasks,
            "上报资料": [
                {
                    "代号": "1",
                    "内容": tasks[0]["内容"],
                    "种类": "佐证材料",
                    "方法": tasks[0]["方法"],
                }
            ],
            "责任原文": {"科室": [row["offices_raw"]]},
        }
        rows.append(("二、具体任务", "", item))
    return repository(root, {"fzjs.yaml": settings(), "indicators/01.yaml": blocks(rows)})


def wuzhong(root: Path) -> Repository:
    gold = json.loads((SOURCES / "wuzhong-eight-actions-2023.json").read_text("utf-8"))
    headings = re.split(
        r"(?m)^(\([一二三四五六七八]\)实施.*)$", source("wuzhong-eight-actions-2023")
    )
    rows = []
    for heading, text in zip(headings[1::2], headings[2::2], strict=True):
        numbers = {int(number) for number in re.findall(r"(?m)^(\d+)\.", text)}
        for row in (each for each in gold if each["no"] in numbers):
            owners = {"科室": [row["lead"]]} | (
                {"配合": [row["support"]]} if row["support"] else {}
            )
            item = {"编号": str(row["no"]), "来源": "市", "标题": row["title"], "内容": row["text"]}
            rows.append((heading, "", item | {"责任原文": owners}))
    return repository(root, {"fzjs.yaml": settings(), "indicators/01.yaml": blocks(rows)})


def source(name: str) -> str:
    return (SOURCES / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "made", "start", "end"),
    [
        ("pingdingshan-education-2021", pingdingshan, "二、具体任务", "三、创建步骤"),
        ("wuzhong-eight-actions-2023", wuzhong, "(一)实施法治", "三、工作要求"),
    ],
)
def test_the_tasks_are_the_source_s_own_lines(
    tmp_path: Path, name: str, made: Callable[[Path], Repository], start: str, end: str
) -> None:
    found = made(tmp_path)
    told = lines(printed(found, "plan"))
    first = next(place for place, text in enumerate(told) if text.startswith(start))
    last = next(place for place, text in enumerate(told) if re.match("三、(?!个)", text))
    original = [text.strip() for text in source(name).splitlines() if text.strip()]
    begins = next(place for place, text in enumerate(original) if text.startswith(start))
    ends = original.index(end)
    assert told[first:last] == original[begins:ends]
    assert len(told[first:last]) > 100


def test_tasks_come_into_the_table_and_what_they_ask_for_is_not_printed_twice(
    tmp_path: Path,
) -> None:
    heading, *rows = table(printed(pingdingshan(tmp_path), "assignments"))
    names = ["一级指标", "三级指标", "工作任务", "责任科室"]
    assert [each.lines[0] for each in heading] == names
    assert len(rows[0][3].lines) == 3
    assert rows[0][3].lines[1] == "(2)材料查证:对照指标要求,汇总全部相关材料备查。"
    assert rows[9][3].lines == ("材料查证:对照指标要求,汇总相关文件资料备查。",)
    assert len(rows) == 90


def test_a_number_that_stands_alone_becomes_the_heading_of_its_item(tmp_path: Path) -> None:
    task = [{"方法": "材料查证", "内容": "汇总，备查。"}]
    text = {"内容": "某项，某事。", "工作任务": task}
    found = small(
        tmp_path,
        {"编号": "1", **text, "责任科室": ["甲科"]},
        {"编号": "2", "类别": "加分", **text},
    )
    told = lines(printed(found, "plan"))
    place = told.index("第1项指标：某项，某事。")
    wanted = ["工作任务：", "材料查证：汇总，备查。", "责任科室：甲科"]
    assert told[place + 1 : place + 4] == wanted
    assert "加分项2：某项，某事。" in told


FULL = {
    "体系": {
        "名称": "某市创建工作责任分工表",
        "文号": "某司〔2020〕5号",
        "来源": "示例市某局2020年12月28日印发《某市创建工作方案》附件2",
    },
    "科室": [
        {"名称": "甲科", "别名": ["甲办"], "责任人": "张某", "联络人": "李某"},
        "乙科",
        {"名称": "相关科室", "成员": "待定"},
        {"名称": "业务科室", "成员": ["甲科", "乙科"]},
    ],
    "方法": [{"名称": "随机访谈", "别名": ["随机走访"]}, "材料查证"],
    "默认": {"载体": ["纸质", "PDF"], "份数": "3"},
    "情况说明": {
        "标题": "{单位}关于{事由}的情况说明",
        "字数": {"建议": "500", "上限": "1000"},
        "字体": {"标题": "2号小标宋", "正文": "3号仿宋_GB2312"},
    },
    "审核": {"科室": "甲科", "代审": "乙科"},
    "阶段": [
        {"名称": "动员部署", "起": "2020-12-28", "止": "2021-01-15"},
        {"名称": "全面自查", "止": "2021-05-31", "原话": "(二)全面自查(2021年5月底前)"},
        {"名称": "第三方评估", "原话": "第三方评估组按照指标体系进行评估"},
    ],
    "周期任务": [
        {"名称": "工作台账", "周期": "每月", "日": "1"},
        {"名称": "通报", "周期": "每季度", "出处": "四、要求“每季度通报一次“红黑榜”。”"},
        {
            "名称": "报告",
            "周期": "每年",
            "月": "1",
            "日": "31",
            "出处": "指标1“每年1月31日前报告。”",
        },
    ],
    "批次": [{"名称": "第一批", "年度": "2019-2020", "科室": ["乙科"], "截止": "2021-02-01"}],
    "期限": [{"名称": "报送联络员名单", "日期": "2021-01-10"}],
    "达标线": [{"名称": "综合示范", "层级": "加省", "比例": "80%", "出处": "某意见"}],
    "监督": [{"名称": "回访核查制度", "内容": "每年核查一次。\n不合格的摘牌。"}],
    "待定": ["窗口", "创建办"],
}
WANTED = """\
某司〔2020〕5号
某市创建工作方案
（一）动员部署（2020年12月28日至2021年1月15日）。
(二)全面自查(2021年5月底前)。
（三）第三方评估。第三方评估组按照指标体系进行评估。
提供的资料应当按照从2019年—2021年时间顺序进行排列（待定）。
上报材料落款时间应为2021年5月31日之前。
上报材料一式三份。
上报材料同时提供纸质版、电子文档（PDF格式）。
情况说明一般不超过500字，最多不超过1000字。
情况说明标题为《示例市某局关于……的情况说明》。
情况说明标题采用2号小标宋字体，正文采用3号仿宋_GB2312字体。
测评方法主要是随机访谈、材料查证。
本方案所称随机走访，即随机访谈。
佐证材料由甲科负责审核，该科室自己的材料请乙科代审。
报送联络员名单：2021年1月10日前。
第一批材料（乙科）：2019—2020年，2021年2月1日前报送。
工作台账：每月1日前一次。
每季度通报一次“红黑榜”。
（一）综合示范。符合国家和省指标80%以上（某意见）。
创建工作由甲科统筹协调（待定）。
参加创建的科室有甲科（以下简称甲办）、乙科。
“相关科室”指（待定）。
“业务科室”指甲科、乙科。
各科室的责任人是甲科张某。
各科室的联络人是甲科李某。
示例市某局
2020年12月28日
附件2
某市创建工作责任分工表
"""


def test_all_that_the_settings_say_of_the_plan_is_said(tmp_path: Path) -> None:
    item = {"编号": "1", "内容": "每年1月31日前报告。", "测评方法": ["材料查证"]}
    told = lines(printed(small(tmp_path, item, **FULL), "plan"))
    places = [told.index(text) for text in WANTED.splitlines()]
    assert places == sorted(places)
    assert "（一）回访核查制度。每年核查一次。\n不合格的摘牌。" in told
    assert "每年1月31日前报告。" not in told, "an indicator prints it already"
    assert told[0].startswith("文中标（待填）处")
    assert "窗口、创建办" in told[1]
    chapters = [text for text in told if re.match("[一二三四五六七八九]、", text)]
    assert chapters == [
        "一、指导思想", "二、主要任务", "三、创建步骤", "四、工作要求", "五、时限要求",
        "六、达标要求", "七、监督管理", "八、组织领导",
    ]  # fmt: skip
    assert told[told.index("一、指导思想") + 1] == "（待填）"


def test_a_plan_made_after_another_body_s_takes_neither_its_number_nor_its_goals(
    tmp_path: Path,
) -> None:
    source = "示例省某厅2020年12月28日印发《某省创建工作方案》附件2"
    system = {"名称": "某市创建工作责任分工表", "文号": "某司〔2020〕5号", "来源": source}
    found = small(tmp_path, {"编号": "1"}, 体系=system, 达标线=FULL["达标线"])
    told = lines(printed(found, "plan"))
    assert "（待填）" in told
    assert "某司〔2020〕5号" not in told
    basis = "示例省某厅2020年12月28日印发的《某省创建工作方案》附件2（某司〔2020〕5号）"
    assert f"根据{basis}，制定本方案。" in told
    assert "“达标要求”里的综合示范出自别的文件，只供对照，不是本方案的要求，印发前删去。" in told
    bare = small(tmp_path / "b", {"编号": "1"}, 体系={"名称": "某方案", "来源": "某厅印发"})
    assert "根据某厅印发的《某方案》，制定本方案。" in lines(printed(bare, "plan"))


def test_an_office_of_the_campaign_sits_only_where_the_plan_seats_it(tmp_path: Path) -> None:
    found = small(tmp_path, {"编号": "1"}, 组织={"办公室": {"设在": "甲科"}})
    assert "创建工作办公室设在甲科。" in lines(printed(found, "plan"))
    unsaid = small(tmp_path / "b", {"编号": "1"}, 组织={"办公室": {"主任": "张某"}})
    assert "创建工作由甲科统筹协调。" in lines(printed(unsaid, "plan"))


def test_a_sentence_that_another_holds_is_not_said_twice(tmp_path: Path) -> None:
    asked = [
        {"名称": "落款", "出处": "附件1“落款需注明名称和日期”"},
        {"名称": "盖章", "出处": "附件1“落款需注明名称和日期，并加盖印章”"},
    ]
    told = lines(printed(small(tmp_path, {"编号": "1"}, 要求=asked), "plan"))
    assert [text for text in told if "落款需注明名称" in text] == [
        "落款需注明名称和日期，并加盖印章。"
    ]


def test_a_plan_without_indicators_prints_the_campaign_alone(tmp_path: Path) -> None:
    found = small(tmp_path, {"编号": "1"}, 科室=[], 方法=[], 窗口="2019")
    (tmp_path / "indicators/01.yaml").unlink()
    found = load(Tree(tmp_path)).repository or found
    told = lines(printed(found, "plan"))
    assert "提供2019年度的资料。" in told
    assert told[-2:] == ["示例市某局", "（待填）"]
    assert not list(body(printed(found, "plan")).iter(f"{W}tbl"))
    assert "二、工作要求" in told
    assert not [text for text in told if "任务" in text or "指标" in text]
    assert "本方案没有分工到科室的指标。" in lines(printed(found, "assignments"))


def test_a_printed_table_lies_on_its_side_and_the_letter_before_it_stands(tmp_path: Path) -> None:
    content = printed(small(tmp_path, {"编号": "1", "测评方法": ["材料查证"]}), "plan")
    sizes = [
        int(each.get(qn("w:w"), "0")) < int(each.get(qn("w:h"), "0"))
        for each in body(content).iter(f"{W}pgSz")
    ]
    assert sizes == [True, False]


STYLES = Styles(etree.fromstring(parts(templates.find("reference.docx"))["word/styles.xml"]))


def grid(*rows: Sequence[Sequence[str] | None], headings: Sequence[str] = ("甲", "乙")) -> Element:
    return etree.fromstring(write(Grid(tuple(headings), rows), STYLES, 12756, 8845))


def test_a_table_s_columns_fill_the_room_and_give_the_long_texts_most() -> None:
    made = grid([["1"], ["字" * 200]], [["2"], ["字" * 150]])
    widths = [int(each.get(qn("w:w"), "0")) for each in made.iter(f"{W}gridCol")]
    assert sum(widths) == 12756
    assert widths[0] < 1000
    head, *rows = made.iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_row_that_no_page_could_hold_is_set_smaller_and_may_split() -> None:
    usual, small_ = (
        {each.get(qn("w:val")) for each in grid([["1"], ["字" * size]]).iter(f"{W}sz")}
        for size in (500, 3000)
    )
    assert (usual, small_) == ({"21"}, {"18"})
    split = grid([["1"], ["字" * 3000]], [["2"], ["字"]])
    kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in split.iter(f"{W}tr")]
    assert kept == [True, False, True]


def test_data_in_a_table_is_never_markup() -> None:
    nasty = ["<w:tbl/>", "a&b", "{{ 单位 }}", "一\r\n二\t三", "“引”——★", "（待填）"]
    made = grid([nasty, ["x"]])
    (_, row) = made.iter(f"{W}tr")
    assert [line(p) for p in next(row.iter(f"{W}tc")).iter(f"{W}p")] == [
        *nasty[:3], "一\n二\t三", *nasty[4:],
    ]  # fmt: skip
    runs = (run for run in made.iter(f"{W}r") if next(run.iter(f"{W}rFonts"), None) is not None)
    assert ["".join(each.itertext()) for each in runs] == ["“引”——★"]


def test_a_table_goes_only_where_the_body_left_room_for_it() -> None:
    assert fill(b"<a><w:tbl/>b</a>", [b"<t/>"]) == b"<a><t/>b</a>"
    with pytest.raises(AssertionError):
        fill(b"<a><w:tbl/><w:tbl/></a>", [b"<t/>"])


@pytest.mark.parametrize(
    "data", [None, {"列": []}, {"列": [], "行": []}, {"列": ["甲"], "行": [[["1"], ["2"]]]}]
)
def test_what_is_no_table_is_refused(data: object) -> None:
    with pytest.raises(DataFault, match="分工表"):
        read(data, "分工表")


def rendered(text: str, **context: object) -> bytes:
    properties = Properties("题", "单位", datetime.date(2021, 3, 2))
    reference = templates.find("reference.docx")
    return render(Template("templates/x.md.j2", text), context, reference, properties)


def test_a_template_that_asks_for_a_table_without_data_is_told_so() -> None:
    with pytest.raises(TemplateFault, match=r"x\.md\.j2:3.*分工表"):
        rendered("甲\n\n::: 分工表\n:::\n")


def test_tables_and_pages_may_follow_one_another(tmp_path: Path) -> None:
    text = "::: 横向\n:::\n::: 分工表\n:::\n::: 分页\n:::\n::: 分工表\n:::\n"
    content = rendered(text, 分工表={"列": ["甲"], "行": [[["1"]], [None]]})
    assert schema_faults(content, tmp_path) == []
    assert len(list(body(content).iterchildren(f"{W}tbl"))) == 2
