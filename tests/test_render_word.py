"""The Word file itself: styles, page, signature, and its pages as LibreOffice lays them out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree

from fzjs.render import package, reference, templates
from fzjs.render.flow import wrapped
from fzjs.render.model import TemplateFault
from fzjs.render.word import Properties, Template, render
from fzjs.reports.wording import heading
from tools import page_texts, schema_faults, to_pdf

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROOT = Path(__file__).parents[1]
PROPERTIES = Properties("情况说明", "示例市司法局", date(2021, 3, 2), "a1b2c3d")
STATEMENT: dict[str, Any] = {
    "单位": "示例市司法局",
    "事由": "2020年度行政规范性文件合法性审核",
    "标题": "示例市司法局关于2020年度行政规范性文件合法性审核的情况说明",
    "主送": "示例市法治政府建设示范创建工作领导小组办公室",
    "正文": ["全年审核行政规范性文件12件，审核率100%。", "坚持“应审尽审”——有错必纠……"],
    "附件": [{"名称": "审核目录。"}, {"名称": "审核意见书"}],
    "红头": "示例市司法局",
    "落款单位": "示例市司法局",
    "落款日期": "2021年2月12日",
    "盖章": True,
    "示例": True,
    "指标": [{"编号": "31", "内容": "审核率达100%", "代号": "2甲", "年度": "2020"}],
    "待填": [],
    "关键词": "31-2甲/2020",
}
COUNTS = {
    "应报": 862,
    "已通过": 312,
    "待审": 41,
    "退回": 17,
    "待外单位": 9,
    "未报": 483,
    "逾期": 38,
}
SUMMARY: dict[str, Any] = {
    "单位": "示例市司法局",
    "标题": "示例市司法局法治政府建设示范创建工作完成情况总结",
    "基准日": "2021年3月2日",
    "示例": True,
    "总体": {
        **COUNTS,
        "齐备": [{"层级": "国家", "齐备": 31, "总数": 93, "比率": "33.3%"}],
        "自评": "不达标2项：73、84。",
    },
    "分项": [
        {
            "标题": heading(number, name),
            "一级指标": name,
            "指标数": 12,
            "齐备": 3,
            "做法": [{"引文": "“逐件审核”", "出处": "2020年度，甲科/说明"}] if number == 1 else [],
            **COUNTS,
        }
        for number, name in enumerate(
            ("一、政府职能依法全面履行", "二、依法行政制度体系完善", "附加项"), 1
        )
    ],
    "引用": "以下引用审核通过的条目。",
    "科室": [{"科室": f"第{number}科", **COUNTS} for number in range(30)],
    "问题": ["法制仲裁科2016年度材料未报。"],
    "下一步": [],
    "尚欠": 509,
    "不完整": "数据尚不完整。",
    "数据来源": "提交a1b2c3d",
}


def rendered(text: str, data: dict[str, Any] | None = None, base: bytes = b"") -> bytes:
    template = Template("templates/x.md.j2", text)
    return render(template, data or {}, base or reference.build(), PROPERTIES)


def statement(**changes: object) -> bytes:
    text = templates.read("statement.md.j2", _ROOT)
    return render(text, {**STATEMENT, **changes}, reference.build(), PROPERTIES)


def summary() -> bytes:
    text = templates.read("summary.md.j2", _ROOT)
    return render(text, SUMMARY, reference.build(), PROPERTIES)


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(f"{_W}{name}")


def lines(document: bytes) -> list[str]:
    return ["".join(each.itertext(f"{_W}t")) for each in part(document).iter(f"{_W}p")]


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", "32"),
        ("Title", "方正小标宋简体", "44"),
        ("一级标题", "黑体", "32"),
        ("二级标题", "楷体_GB2312", "32"),
        ("三级标题", "仿宋_GB2312", "32"),
        ("发文机关标志", "方正小标宋简体", "72"),
        ("署名", "仿宋_GB2312", "32"),
        ("页码", "宋体", "28"),
    ],
)
def test_styles_name_chinese_fonts_and_sizes(name: str, font: str, size: str) -> None:
    styles = part(reference.build(), "word/styles.xml")
    found = [each for each in styles if value(each.find(f"{_W}name")) == name]
    properties = found[0].find(f"{_W}rPr")
    assert properties is not None
    fonts = properties.find(f"{_W}rFonts")
    assert {value(fonts, face) for face in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}
    assert value(properties.find(f"{_W}sz")) == size


def test_no_part_brings_theme_fonts_japanese_or_a_thumbnail() -> None:
    for document in (reference.build(), statement(), summary()):
        contents = package.parts(document)
        assert not [name for name in contents if "theme" in name or "thumbnail" in name]
        for data in contents.values():
            assert not re.search(rb"ja-JP|[aA]sciiTheme|eastAsiaTheme|hAnsiTheme|cstheme", data)


def test_the_page_is_a4_with_the_norms_margins() -> None:
    section = part(rendered("甲\n")).find(f".//{_W}sectPr")
    assert section is not None
    page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    grid = section.find(f"{_W}docGrid")
    assert (value(page, "w"), value(page, "h")) == ("11906", "16838")
    sides = [value(margins, side) for side in ("top", "left", "right", "bottom")]
    assert sides == ["2098", "1587", "1474", "1984"]
    assert (value(grid, "type"), value(grid, "linePitch")) == ("lines", "579")


def test_a_landscape_page_turns_its_margins() -> None:
    section = part(rendered("---\n纸张: 横向\n---\n甲\n")).find(f".//{_W}sectPr")
    assert section is not None
    page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    assert [value(page, each) for each in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    sides = [value(margins, side) for side in ("top", "left", "right", "bottom")]
    assert sides == ["1587", "1984", "2098", "1474"]


@pytest.mark.parametrize(
    ("organ", "dated", "sealed", "indents"),
    [
        ("示例市司法局", "2021年2月12日", True, ["1339", "1260"]),  # 4.25 and 4 of 15.75 pt
        # A longer date is two from the right, the organ starts two left of the date.
        ("示例市司法局", "2021年2月12日", False, ["1418", "630"]),  # 2 + 6.5 + 2 - 6 = 4.5; 2
        ("示例市司法局", "2021年3月2日", False, ["1260", "630"]),  # as long: 2 + 6 + 2 - 6 = 4; 2
        ("基层工作指导科", "2021年3月2日", False, ["630", "315"]),  # 2; 2 + 7 - 2 - 6 = 1
        ("示例市" * 5, "2021年2月12日", False, ["630", "2678"]),  # 2; 15 - 6.5
        ("示例市" * 6, "2021年2月12日", True, ["0", "1811"]),  # at the edge; under its middle
    ],
)
def test_the_signature_stands_as_the_norm_says(
    organ: str, dated: str, *, sealed: bool, indents: list[str]
) -> None:
    document = statement(落款单位=organ, 落款日期=dated, 盖章=sealed)
    signed = list(part(document).iter(f"{_W}p"))[-2:]
    assert [value(each.find(f".//{_W}ind"), "right") for each in signed] == indents


def test_one_attachment_has_no_number_and_none_has_no_note() -> None:
    assert "附件：目录" in lines(statement(附件=[{"名称": "目录；"}]))
    assert {"附件：1. 审核目录", "2. 审核意见书"} <= set(lines(statement()))
    assert not [each for each in lines(statement(附件=[])) if "附件" in each]


def test_a_gap_is_marked_and_said_on_the_first_page() -> None:
    document = statement(正文=[], 待填=["正文", "落款日期"], 落款日期=None)
    assert "本件尚不完整，缺：正文、落款日期。文中以（待填）标出。" in lines(document)
    gaps = [run for run in part(document).iter(f"{_W}r") if run.find(f".//{_W}rStyle") is not None]
    assert {"".join(gap.itertext()) for gap in gaps} == {"（待填）"}
    assert len(gaps) == 3  # the remark's own word, the body, the date
    assert not [each for each in lines(statement()) if "待填" in each]


def test_sample_mark_only_on_samples() -> None:
    assert any(each.startswith("示例：") for each in lines(statement()))
    assert not any(each.startswith("示例：") for each in lines(statement(示例=False)))


def test_ambiguous_marks_ask_for_the_chinese_font() -> None:
    for run in part(statement()).iter(f"{_W}r"):
        if re.search("[“”‘’…—]", "".join(run.itertext())):
            assert value(run.find(f"{_W}rPr/{_W}rFonts"), "hint") == "eastAsia"


def test_a_table_repeats_its_head_merges_cells_and_fills_the_width() -> None:
    text = "|甲|乙|\n|:--|---:|\n|1|2|\n|^^|3|\n|^^|4|\n|5|6|\n"
    table = next(part(rendered(text)).iter(f"{_W}tbl"))
    rows = list(table.iter(f"{_W}tr"))
    assert [row.find(f".//{_W}tblHeader") is not None for row in rows] == [True] + [False] * 4
    assert all(row.find(f".//{_W}cantSplit") is not None for row in rows)
    merges = [row.find(f".//{_W}vMerge") for row in rows]
    assert [None if each is None else dict(each.attrib) for each in merges] == [
        None, {f"{_W}val": "restart"}, {}, {}, None,
    ]  # fmt: skip
    grid = [int(value(each, "w") or 0) for each in table.iter(f"{_W}gridCol")]
    assert sum(grid) == 11906 - 1587 - 1474
    assert grid[1] * 2 == pytest.approx(grid[0] * 3, abs=2)  # as the dashes: 2 to 3
    assert [int(value(each, "w") or 0) for each in rows[3].iter(f"{_W}tcW")] == grid


def test_the_imprint_stands_at_the_foot_between_its_rules() -> None:
    text = "正文\n\n::: 版记\n报：领导小组。\n抄送：各科室。\n示例市司法局\n2021年3月2日\n:::\n"
    document = rendered(text)
    table = next(part(document).iter(f"{_W}tbl"))
    place = table.find(f"{_W}tblPr/{_W}tblpPr")
    assert (value(place, "vertAnchor"), value(place, "tblpYSpec")) == ("margin", "bottom")
    rules = {
        etree.QName(each).localname: value(each, "sz")
        for each in table.find(f"{_W}tblPr/{_W}tblBorders")
    }
    assert rules == {"top": "8", "bottom": "8", "insideH": "6"}  # eighths of a point
    found = [cell.text for cell in Document(BytesIO(document)).tables[0].column_cells(0)]
    assert found == ["报：领导小组。\n抄送：各科室。", "示例市司法局\t2021年3月2日印发"]
    with pytest.raises(TemplateFault, match="版记至少要两行"):
        rendered("::: 版记\n示例市司法局\n:::\n")


def test_three_levels_of_merged_cells_read_back_as_they_were_given() -> None:
    sizes = (12, 4, 2)  # rows that a cell of each of the first three columns covers
    given: list[list[list[str] | None]] = [
        [*([f"{size}:{row // size}"] if row % size == 0 else None for size in sizes), [str(row)]]
        for row in range(36)
    ]
    text = "::: 分工表\n:::\n"
    data = {"分工表": {"列": ["一级", "二级", "三级", "资料"], "行": given}}
    table = Document(BytesIO(rendered(text, data))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        [*(f"{size}:{row // size}" for size in sizes), str(row)] for row in range(36)
    ]
    assert all(row._tr.trPr.find(f"{_W}cantSplit") is not None for row in table.rows)  # noqa: SLF001  # no other way
    widths = [int(value(each, "w") or 0) for each in table._tbl.iter(f"{_W}gridCol")]  # noqa: SLF001  # as above
    assert sum(widths) == 11906 - 1587 - 1474


def test_a_new_page_starts_with_the_text_or_the_table_itself(tmp_path: Path) -> None:
    turn = "::: 分页\n:::\n\n"
    document = rendered(f"甲\n\n{turn}# 乙\n\n{turn}|丙|\n|--|\n|1|\n\n丁\n")
    assert schema_faults(document, tmp_path) == []
    pages = [page.split() for page in page_texts(to_pdf(document, tmp_path))]
    assert [page[0] for page in pages] == ["甲", "乙", "丙"]
    assert lines(document) == ["甲", "乙", "丙", "1", "", "丁"]


def test_a_document_may_be_large_whatever_its_reference_may_be() -> None:
    rows = [{"甲": f"第{number}行", "同": number % 3 > 0} for number in range(3000)]
    cell = "{% if 行.同 %}^^{% else %}{{ 行.甲 }}{% endif %}"
    text = "|甲|乙|\n|--|--|\n{% for 行 in 行们 %}\n|" + cell + "|{{ loop.index }}|\n{% endfor %}\n"
    table = next(part(rendered(text, {"行们": rows})).iter(f"{_W}tbl"))
    assert len(table.findall(f"{_W}tr")) == 3001
    assert len(list(table.iter(f"{_W}vMerge"))) == 3000


def test_who_when_and_from_which_commit_stand_in_the_properties() -> None:
    core = part(statement(), "docProps/core.xml")
    found = {etree.QName(each).localname: each.text for each in core}
    assert (found["title"], found["creator"]) == ("情况说明", "示例市司法局")
    assert found["created"] == found["modified"] == "2021-03-02T00:00:00Z"
    assert (found["description"], found["version"]) == (
        "数据截至 2021-03-02，提交 a1b2c3d",
        "a1b2c3d",
    )
    assert found["category"] == "情况说明"
    assert found["keywords"] == "31-2甲/2020"
    assert not [line for line in lines(statement(待填=["正文"])) if "31-2甲" in line]


@pytest.mark.parametrize(
    "make",
    [
        reference.build, statement, summary, lambda: statement(正文=[], 待填=["正文"], 盖章=False),
        lambda: rendered("---\n纸张: 横向\n---\n|甲|乙|\n|---|---|\n|1|2|\n|^^|“**3**”|\n"),
    ],
)  # fmt: skip
def test_the_open_xml_schema_has_nothing_against_it(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    faults = schema_faults(make(), tmp_path)
    assert faults == [], json.dumps(faults, ensure_ascii=False, indent=1)


def test_a_full_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    pages = page_texts(to_pdf(rendered("国" * (28 * 22 + 28 * 3 - 2) + "\n"), tmp_path))
    counts = [[line.count("国") for line in page.split("\n") if "国" in line] for page in pages]
    assert counts == [[26] + [28] * 21, [28] * 3]
    assert [re.findall("— *([0-9]+) *—", page) for page in pages] == [["1"], ["2"]]


def signed(before: int, text: str) -> bytes:
    """Make so many one-line paragraphs, a last one, and a signature."""
    last = f"{text}\n\n::: 落款 盖章\n示例市司法局\n2021年3月2日\n:::\n"
    return rendered("上\n\n" * before + last)


@pytest.mark.parametrize(
    ("before", "lines_", "pages"),
    [
        (10, 5, [(10, 5, 2)]),
        (20, 2, [(20, 0, 0), (0, 2, 2)]),  # the text would fit, the signature would stand alone
        (20, 3, [(20, 2, 0), (0, 1, 2)]),  # no gap of two lines on the first page
        (20, 4, [(20, 2, 0), (0, 2, 2)]),
        (17, 8, [(17, 5, 0), (0, 3, 2)]),
        (15, 7, [(15, 0, 0), (0, 7, 2)]),  # Word takes two lines along, LibreOffice all
        (22, 3, [(22, 0, 0), (0, 3, 2)]),
    ],
)
def test_text_fills_the_page_and_no_signature_stands_alone(
    before: int, lines_: int, pages: list[tuple[int, int, int]], tmp_path: Path
) -> None:
    document = signed(before, "末" * (28 * lines_ - 3) + "。")
    assert schema_faults(document, tmp_path) == []
    marks = ("上", "末", "示例市|月")
    found = [
        tuple(sum(bool(re.search(mark, line)) for line in page.split("\n")) for mark in marks)
        for page in page_texts(to_pdf(document, tmp_path))
    ]
    assert found == pages


def test_the_last_paragraph_is_kept_where_the_signature_would_stand_alone() -> None:
    """`keepNext` holds but the end of a paragraph (ECMA-376 17.3.1.15), three lines not parted."""

    def marks(before: int, lines_: int) -> list[str]:
        found = list(part(signed(before, "末" * (28 * lines_ - 2))).iter(f"{_W}pPr"))[-3]
        return [f"{etree.QName(each).localname}{value(each) or ''}" for each in found]

    assert marks(19, 3) == ["pStylebody", "keepNext", "widowControl0"]
    assert marks(20, 3) == ["pStylebody", "widowControl0"]
    assert marks(18, 4) == ["pStylebody", "keepNext"]
    assert marks(19, 4) == ["pStylebody"]
    assert marks(10, 1) == ["pStylebody", "keepNext"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("国" * 26, 1),
        ("国" * 27, 2),
        ("国" * 26 + "。", 1),  # a closing mark hangs beyond the edge
        ("国" * 24 + "12345", 2),  # a number is not parted
        ("国" * 24 + "1234", 1),
        ("国\n国", 2),
        ("", 1),
    ],
)
def test_lines_are_counted_as_they_break(text: str, count: int) -> None:
    assert wrapped(text, 28.08, 2) == count


def test_a_letters_title_stands_two_lines_below_what_is_above() -> None:
    for document, before in ((statement(), "1158"), (summary(), None)):
        titles = [
            each
            for each in part(document).iter(f"{_W}pPr")
            if value(each.find(f"{_W}pStyle")) == "title"
        ]
        assert [value(each.find(f"{_W}spacing"), "before") for each in titles] == [before]


def test_a_table_breaks_over_pages_behind_its_announcement(tmp_path: Path) -> None:
    table = "|科室|件|\n|--|--|\n" + "".join(f"|第{number}科|1|\n" for number in range(12))
    head = "## 小标题\n\n" + "前" * 70 + "\n\n各科室如下：\n\n"
    pages = page_texts(to_pdf(rendered("上\n\n" * 12 + head + table), tmp_path))
    rows = [re.findall("第 ?([0-9]+) ?科", page) for page in pages]
    assert "各科室如下" in pages[0]
    assert len(rows[0]) >= 4
    assert [*rows[0], *rows[1]] == [str(number) for number in range(12)]
    assert [page.count("科室 ") for page in pages] == [1, 1]


def test_the_statement_as_printed(tmp_path: Path) -> None:
    pages = page_texts(to_pdf(statement(正文=["国" * 600]), tmp_path))
    assert len(pages) == 2
    first, second = (re.sub(r"\s", "", page) for page in pages)
    assert first.startswith(
        "示例市司法局示例：本件由示例数据生成，不证明任何事实示例市司法局关于2020年度"
    )
    assert "—1—" not in first  # the letter form's first page has no number (GB/T 9704 10.1)
    assert first.count("国") + second.count("国") == 600
    assert second.endswith("附件：1.审核目录2.审核意见书示例市司法局2021年2月12日—2—")


def test_the_summary_as_printed(tmp_path: Path) -> None:
    pages = page_texts(to_pdf(summary(), tmp_path))
    text = re.sub(r"\s|—[ 0-9]+—", "", "".join(pages))
    heads = ["一、总体情况", "二、分项完成情况", "三、存在的问题", "四、下一步工作安排"]
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)
    assert "（一）政府职能依法全面履行共12项指标，齐备3项；应报材料862件" in text
    assert "（三）附加项" in text
    assert "国家933133.3%" in text
    headings = [line for line in lines(summary()) if line.startswith("（一）")]
    assert headings == ["（一）政府职能依法全面履行"] * 2  # as a heading and in the table
    assert re.search(r"（提交a1b2c3d）$", pages[-1].replace(" ", "").split("—")[0].strip())
    assert (
        "1.法制仲裁科2016年度材料未报。四、下一步工作安排（待填）示例市司法局2021年3月2日" in text
    )
    assert text.count("科室应报（件）") == 2  # its heading repeats on the next page


def kept(text: str) -> dict[str, bool]:
    """Tell of each paragraph whether it stays on the page of the next."""
    mark = f"{_W}pPr/{_W}keepNext"
    return {
        "".join(each.itertext(f"{_W}t")): each.find(mark) is not None
        for each in part(rendered(text)).iter(f"{_W}p")
    }


def test_what_announces_stays_with_what_it_announces() -> None:
    found = kept("前文。\n\n主要做法：\n\n1.逐件审核。\n")
    assert found == {"前文。": False, "主要做法：": True, "1.逐件审核。": False}


def test_a_small_note_has_no_page_to_itself() -> None:
    found = kept("前文。\n\n::: 落款\n某局\n2021年3月2日\n:::\n\n::: 小注\n（注）\n:::\n")
    assert found == {"前文。": True, "某局": True, "2021年3月2日": True, "（注）": False}
