"""Word files held against GB/T 9704-2012: nothing said of sound ones, every planted fault found."""

from __future__ import annotations

import datetime
import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

import hands
from fzjs.diagnostic import FzjsError
from fzjs.norm import Expected, Finding, Kind, Level, foreign
from fzjs.norm.reading import read
from fzjs.norm.registry import CHECKS, check

PLAN = Expected(
    unit=hands.UNIT,
    title_form="示例市司法局关于{事由}的情况说明",
    title_font="2号小标宋",
    body_font="3号仿宋_GB2312",
    words_advised=500,
    words_limit=1000,
    cutoff=datetime.date(2021, 5, 31),
    signed=True,
)
Change = Callable[[Word], None]


def found(data: bytes, expected: Expected = PLAN) -> tuple[Finding, ...]:
    return check(read(data), expected)[1]


def names(data: bytes, expected: Expected = PLAN) -> set[str]:
    return {finding.check for finding in found(data, expected)}


@pytest.mark.parametrize("expected", [Expected(), PLAN], ids=["norm", "plan"])
@pytest.mark.parametrize(
    "data", [hands.saved(hands.written()), hands.wps()], ids=["written", "wps"]
)
def test_a_sound_document_by_another_hand_has_no_findings(data: bytes, expected: Expected) -> None:
    assert found(data, expected) == ()


SOUND = {
    "notice of two organs": (
        "-　　　　示司〔2021〕3号", "#示例市司法局 示例市财政局\n关于开展法治督察工作的通知",
        "-各县（市、区）司法局、财政局，市直有关单位：", hands.MORE, "!一、总体要求", hands.MORE,
        "!二、重点任务", "?（一）完善制度体系", "1.修订规章制度。" + hands.MORE,
        "2.2021年6月底前清理文件。" + hands.MORE, "?（二）强化监督", "一是加强培训。" + hands.MORE,
        "附件：1.任务分解表", "　　　2.联系人登记表", ">示例市司法局　　示例市财政局",
        ">2021年3月2日", "（此件公开发布）", "（联系人：某某）",
    ),
    "letter": (
        "#示例市司法局\n关于商请出具案件情况的函", "-市中级人民法院：", hands.MORE,
        ">示例市司法局", ">2021年3月2日",
    ),
    "minutes with times, cases and addresses": (
        "#法治建设领导小组会议纪要", "时间：2021年3月2日上午9:30",
        "网址为http://www.example.gov.cn/2021/03/02/a.html，邮箱a.b@example.com。",
        "依据（2020）豫09行终123号判决，比例由1.5提高到2.0，增幅33.3%。",
        "（一）（二）两项由法制科负责。", "1.5万份材料已经归档，2020.5版目录已启用。",
    ),
    "items that are sentences": (
        "#示例市司法局关于行政复议的情况说明", hands.MORE,
        "一、完善受理登记制度，做到有案必受，全年办结二十三件；",
        "二、健全听证制度，对复杂案件一律公开听证；", "三、落实公开制度，依法一律上网。",
        ">示例市司法局", ">2021年3月2日",
    ),
    "two levels only": (
        "#示例市司法局关于行政复议的情况说明", "!一、做法", "?（一）健全制度", hands.MORE,
        "!二、问题", "1.人手不足。" + hands.MORE, "2.培训不够。" + hands.MORE,
        ">示例市司法局　2021年3月2日",
    ),
    "a report whose sign-off stands under its title": (
        "#2020年度法治政府建设工作总结", "#示例市司法局", hands.MORE, "!一、主要工作", hands.MORE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_like_a_fault_is_none(name: str) -> None:
    assert found(hands.saved(hands.paper(*SOUND[name])), Expected()) == ()


_TITLED = "#示例市司法局关于行政复议的情况说明"
_SIGNED = (">示例市司法局", ">2021年3月2日")
STATED = {
    "a note whose list stands below": (
        _TITLED, hands.MORE, "附件：", "1.审核目录", "2.意见书", *_SIGNED,
    ),
    "a note of one item": (
        _TITLED, hands.MORE, "附件：", "1.审核目录", *_SIGNED, "（联系人：某某）",
    ),
    "a list without a label": (_TITLED, hands.MORE, *_SIGNED, *("某某文件目录" for _ in range(12))),
    "a seal asked for": (_TITLED, hands.MORE, ">示例市司法局（盖章）", ">2021年2月12日（盖章）"),
    "an office below its unit": (
        _TITLED, hands.MORE, ">示例市司法局", ">法制仲裁科", ">2021年3月2日",
    ),
    "a sentence that begins as a note": (
        _TITLED, "附件1：12份文件的审核情况汇总表已经报送。" + hands.MORE, hands.MORE, *_SIGNED,
    ),
    "a heading without a number": (
        _TITLED, "!基本情况", hands.MORE, "?主要做法", hands.MORE, *_SIGNED,
    ),
    "a year in brackets behind the title": (f"{_TITLED}（2020年度）", hands.MORE, *_SIGNED),
    "chapters that differ": (
        _TITLED, "!一、做法", "1.修订制度。" + hands.MORE, "2.清理文件。" + hands.MORE, "!二、成效",
        "?（一）制度", "1.健全。" + hands.MORE, "?（二）人员", hands.MORE, *_SIGNED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STATED)
def test_what_offices_hand_in_as_a_statement_is_taken(name: str) -> None:
    free = PLAN._replace(title_form="")
    paper, said = check(read(hands.saved(hands.paper(*STATED[name]))), free)
    assert paper.roles.kind is Kind.STATEMENT
    assert said == ()


def test_a_label_of_an_attachment_with_a_list_is_still_one() -> None:
    lines = (_TITLED, hands.MORE, "附件：目录", *_SIGNED, "-附件", "1.审核目录", ">2021年3月2日")
    parts = check(read(hands.saved(hands.paper(*lines))), PLAN)[0].roles
    assert [each.text for each in parts.attached] == ["附件", "1.审核目录", "2021年3月2日"]
    assert [each.text for each in parts.note] == ["附件：目录"]


@pytest.mark.parametrize("points", [22, 21.5])
def test_a_title_typed_as_two_paragraphs_is_one(points: float) -> None:
    document = hands.paper("#示例市司法局关于2020年度", hands.MORE, *_SIGNED)
    first = document.paragraphs[0]
    first.style = document.styles["Title"]
    made = document.paragraphs[1].insert_paragraph_before()
    made.alignment = ALIGN.CENTER
    hands.face(made, "合法性审核的情况说明", "方正小标宋简体", points)
    made.paragraph_format.line_spacing = Pt(28.95)
    paper, said = check(read(hands.saved(document)), PLAN)
    assert paper.roles.title_text == "示例市司法局关于2020年度合法性审核的情况说明"
    assert {each.check for each in said} <= ({"标题字体"} if points < 22 else set())


def test_a_leading_sentence_may_be_emphasized_the_text_may_not() -> None:
    def led(rest: str) -> set[str]:
        document = hands.paper(_TITLED, hands.MORE, *_SIGNED)
        lead = document.paragraphs[1].insert_paragraph_before()
        lead.paragraph_format.first_line_indent = Pt(32)
        lead.paragraph_format.line_spacing = Pt(28.95)
        hands.face(lead, "一是建立审核机制，明确审核的范围、程序和时限。", "楷体_GB2312", 16)
        hands.face(lead, "做到件件有记录。", rest, 16)
        return names(hands.saved(document))

    assert led("仿宋_GB2312") == set()
    assert led("楷体_GB2312") == {"正文字体"}


def test_months_that_begin_the_last_lines_are_no_date_of_a_text() -> None:
    lines = ("#法治建设大事记", hands.MORE, "2020年5月", hands.MORE, "2020年6月", "召开会议")
    assert "成文日期" not in names(hands.saved(hands.paper(*lines)), Expected())


@pytest.mark.parametrize(
    ("unit", "right", "sound"),
    [
        ("示例市某某县司法局法制仲裁科", 0, False),
        ("示例市某某县司法局法制仲裁科", 15, True),
        ("示例市某某县局", 0, True),
        (hands.UNIT, 0, False),
    ],
)
def test_a_date_stands_two_characters_behind_a_longer_name(
    unit: str,
    right: float,
    sound: bool,  # noqa: FBT001
) -> None:
    document = hands.paper(_TITLED, hands.MORE, f">{unit}", ">2021年3月12日")
    document.paragraphs[-2].paragraph_format.right_indent = Pt(32)
    document.paragraphs[-1].paragraph_format.right_indent = Pt(right)
    assert ("落款位置" not in names(hands.saved(document), Expected())) is sound


def test_a_form_is_not_judged_by_its_cells() -> None:
    document = hands.paper("#规范性文件目录")
    for cell in document.add_table(3, 3)._cells:  # noqa: SLF001  # the quick way to all of them
        cell.text = "1、2020.5.6,(甲)"
    assert found(hands.saved(document)) == ()


def test_a_sign_off_in_a_table_is_one() -> None:
    document = hands.paper("#示例市司法局关于行政复议的情况说明", hands.MORE)
    document.add_table(1, 1).cell(0, 0).text = f"{hands.UNIT}\n2021年3月2日"
    assert found(hands.saved(document)) == ()


def line(document: Word, start: str) -> int:
    texts = [each.text for each in document.paragraphs]
    return next(i for i, text in enumerate(texts) if text.startswith(start))


def say(start: str, text: str) -> Change:
    """Put other words into the first run of the paragraph that starts so."""

    def change(document: Word) -> None:
        document.paragraphs[line(document, start)].runs[0].text = text

    return change


def face(start: str, name: str, points: float, run: int = 0) -> Change:
    def change(document: Word) -> None:
        it = document.paragraphs[line(document, start)].runs[run]
        it.font.size = Pt(points)
        it._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # noqa: SLF001

    return change


def page(**lengths: int) -> Change:
    def change(document: Word) -> None:
        for name, length in lengths.items():
            setattr(document.sections[0], name, length)

    return change


def align(start: str, side: ALIGN) -> Change:
    def change(document: Word) -> None:
        document.paragraphs[line(document, start)].alignment = side

    return change


def drop(*starts: str) -> Change:
    def change(document: Word) -> None:
        for start in starts:
            element = document.paragraphs[line(document, start)]._element  # noqa: SLF001
            element.getparent().remove(element)

    return change


def spacing(points: float) -> Change:
    def change(document: Word) -> None:
        for each in document.paragraphs:
            each.paragraph_format.line_spacing = Pt(points)

    return change


def flush(document: Word) -> None:
    document.paragraphs[line(document, "根据")].paragraph_format.first_line_indent = Pt(0)


def push_right(document: Word) -> None:
    document.paragraphs[line(document, "2021年")].paragraph_format.right_indent = Pt(0)


def centre_footer(document: Word) -> None:
    document.sections[0].footer.paragraphs[0].alignment = ALIGN.CENTER


def never_apart(document: Word) -> None:
    document.settings.odd_and_even_pages_header_footer = False


def hyphens(document: Word) -> None:
    for run in document.sections[0].footer.paragraphs[0].runs:
        run.text = run.text.replace("—", "-")


def no_numbers(document: Word) -> None:
    for footer in (document.sections[0].footer, document.sections[0].even_page_footer):
        for each in footer.paragraphs:
            each._element.clear()  # noqa: SLF001


def track(document: Word) -> None:
    document.paragraphs[2]._element.append(  # noqa: SLF001
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="甲">'
            "<w:r><w:delText>旧</w:delText></w:r></w:del>"
        )
    )


def comment(document: Word) -> None:
    document.paragraphs[2].runs[0]._element.append(  # noqa: SLF001
        parse_xml(f'<w:commentReference {nsdecls("w")} w:id="1"/>')
    )


def lengthen(document: Word) -> None:
    document.paragraphs[line(document, "个别")].runs[0].text = "需要补正。" * 200


def lengthen_a_little(document: Word) -> None:
    document.paragraphs[line(document, "个别")].runs[0].text = "需要补正。" * 80


def before_title(text: str) -> Change:
    def change(document: Word) -> None:
        made = document.paragraphs[0].insert_paragraph_before()
        made.alignment = ALIGN.CENTER
        hands.face(made, text, "仿宋_GB2312", 16)

    return change


_TITLE = "示例市司法局关于2020年度"

PLANTED: list[tuple[str, Level, Change]] = [
    ("纸张", Level.REQUIRED, page(page_width=Mm(216), page_height=Mm(279))),
    ("页边距", Level.REQUIRED, page(top_margin=Mm(25.4), bottom_margin=Mm(25.4))),
    ("页边距", Level.REQUIRED, page(left_margin=Mm(31.8), right_margin=Mm(31.8))),
    ("行数", Level.USUAL, spacing(20)),
    ("标题缺失", Level.USUAL, drop(_TITLE)),
    ("标题格式", Level.PLAN, say(_TITLE, "示例市司法局2020年度合法性审核情况说明")),
    ("标题字体", Level.PLAN, face(_TITLE, "宋体", 22)),
    ("标题字体", Level.PLAN, face(_TITLE, "方正小标宋简体", 18)),
    ("标题居中", Level.USUAL, align(_TITLE, ALIGN.LEFT)),
    ("标题排列", Level.USUAL, say(_TITLE, f"{_TITLE}行政\n规范性文件\n审核办理情况的情况说明")),
    ("发文字号", Level.REQUIRED, before_title("示司[2021]8号")),
    ("发文字号", Level.REQUIRED, before_title("示司〔2021〕第8号")),
    ("发文字号", Level.REQUIRED, before_title("示司〔2021〕08号")),
    ("发文字号", Level.REQUIRED, before_title("示司〔21〕8号")),
    ("正文字体", Level.PLAN, face("根据", "宋体", 16)),
    ("正文字体", Level.PLAN, face("根据", "仿宋_GB2312", 14)),
    ("正文字体", Level.PLAN, face("（一）健全", "等线", 16, run=1)),
    ("仿宋_GB2312", Level.PRACTICE, face("根据", "仿宋", 16)),
    ("段首空两字", Level.USUAL, flush),
    ("序号写法", Level.ADVISED, say("（一）健全", "(一)健全制度。")),
    ("序号写法", Level.ADVISED, say("1.明确", f"1、明确流程。{hands.MORE}")),
    ("序号写法", Level.ADVISED, say("（1）", f"(1)材料清单。{hands.MORE}")),
    ("序号写法", Level.ADVISED, say("一、主要", "一.主要做法")),
    ("序号次序", Level.ADVISED, say("二、存在", "三、存在的问题")),
    ("序号次序", Level.ADVISED, say("（二）加强", "（一）加强培训")),
    ("序号次序", Level.ADVISED, drop("（一）健全")),
    ("小标题字体", Level.USUAL, face("一、主要", "仿宋_GB2312", 16)),
    ("小标题字体", Level.USUAL, face("（二）加强", "黑体", 16)),
    ("附件说明", Level.REQUIRED, say("附件：1.", "附件:1.合法性审核文件目录")),
    ("附件说明", Level.REQUIRED, say("2.审核意见", "2.审核意见书。")),
    ("附件说明", Level.ADVISED, say("2.审核意见", "2、审核意见书")),
    ("落款", Level.PLAN, drop("2021年2月20日")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "2021年02月20日")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "二〇二一年二月二十日")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "二○二一年二月二十日")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "2021.2.20")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "2021-02-20")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "21年2月20日")),
    ("成文日期", Level.REQUIRED, say("2021年2月", "2021年2月")),
    ("成文日期", Level.PRACTICE, say("2021年2月", "2021年 月 日")),
    ("成文日期", Level.PRACTICE, say("2021年2月", "２０２１年２月２０日")),
    ("落款期限", Level.PLAN, say("2021年2月", "2021年6月1日")),
    ("落款位置", Level.USUAL, push_right),
    ("页码", Level.USUAL, no_numbers),
    ("页码样式", Level.USUAL, hyphens),
    ("页码位置", Level.PRACTICE, centre_footer),
    ("页码位置", Level.PRACTICE, never_apart),
    ("字数", Level.PLAN, lengthen),
    ("字数", Level.PRACTICE, lengthen_a_little),
    ("引用文号", Level.PRACTICE, say("根据", hands.TEXT.replace("〔2020〕", "[2020]"))),
    ("文中日期", Level.PRACTICE, say("根据", "2020年05月06日，" + hands.TEXT)),
    ("文中日期", Level.PRACTICE, say("根据", "自2020.5.6以来，" + hands.TEXT)),
    ("标点", Level.PRACTICE, say("根据", hands.TEXT.replace("，现将", ",现将"))),
    ("标点", Level.PRACTICE, say("个别", "个别科室(乙科)送审材料不齐，需要补正。")),
    ("字库", Level.PRACTICE, say("个别", "个别科室（镕某）送审材料不齐，需要补正。")),
    ("字库", Level.PRACTICE, say("个别", "个别科室送审材料不齐😀，需要补正。")),
    ("字库", Level.PRACTICE, say("个别", "⑪个别科室送审材料不齐，需要补正。")),
    ("修订", Level.PRACTICE, track),
    ("批注", Level.PRACTICE, comment),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "level", "change"), PLANTED, ids=[f"{n}-{i}" for i, (n, _, _) in enumerate(PLANTED)]
)
def test_a_planted_fault_is_found_and_little_else(name: str, level: Level, change: Change) -> None:
    said = found(hands.spoiled(change), PLAN._replace(kind=Kind.STATEMENT))
    assert (name, level) in {(each.check, each.level) for each in said}
    assert len({each.check for each in said}) <= 2
    for each in said:
        assert each.hint
        assert each.clause


SIXTEEN = page(page_width=Mm(184), page_height=Mm(260))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((SIXTEEN,), ""),
        ((SIXTEEN, page(right_margin=Mm(20))), "右 20.0；应为 右 26（版心宽 156）"),
        ((page(left_margin=Mm(31.8)),), "左 31.8；应为 左 28±1"),
        ((page(bottom_margin=Mm(25.4)),), "下 25.4；应为 下 35（版心高 225）"),
    ],
)
def test_only_the_margins_that_are_wrong_are_named(changes: tuple[Change, ...], says: str) -> None:
    said = [each.message for each in found(hands.spoiled(*changes)) if each.check == "页边距"]
    assert said == ([f"页边距（毫米）：{says}"] if says else [])


@pytest.mark.parametrize("text", ["①②※×℃、二〇二一——……“”·", "No.1 é²μ", "3～5％"])
def test_what_every_font_has_or_prints_in_another_is_not_rare(text: str) -> None:
    change = say("个别", f"个别科室送审材料不齐{text}，需要补正。")
    assert "字库" not in names(hands.spoiled(change))


LETTER = Expected(kind=Kind.LETTER)


def test_what_only_the_xml_of_wps_shows_is_found_in_it() -> None:
    """Give each fault by itself to the notice of the other hand."""
    body = hands.wps_body()
    for name, old, new in (
        ("主送机关", "局属各单位：", "局属各单位:"),
        ("抄送", "依法治市办。", "依法治市办"),
        ("附件标识", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"'),
    ):
        assert old in body
        assert names(hands.wps(body.replace(old, new)), Expected()) == {name}


def test_a_grid_of_few_characters_is_found() -> None:
    assert names(hands.wps(char_space=40000), Expected()) == {"每行字数"}


def test_a_letter_has_no_number_on_its_first_page() -> None:
    assert names(hands.wps(), LETTER) == {"首页页码"}


def test_every_check_has_a_planted_fault() -> None:
    planted = {name for name, _, _ in PLANTED}
    planted |= {"主送机关", "抄送", "附件标识", "每行字数", "首页页码", "方案字体"}
    assert planted == {each.name for each in CHECKS}


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("3号仿宋_GB2312", True), ("三号仿宋GB2312字体", True), ("小二号楷体", True),
        ("仿宋_GB2312，3号", True), ("好看的字体", False), ("3号圆体", False),
    ],
)  # fmt: skip
def test_a_face_that_the_plan_words_in_its_own_way(typed: str, understood: bool) -> None:  # noqa: FBT001
    expected = PLAN._replace(body_font=typed)
    assert ("方案字体" not in names(hands.saved(hands.written()), expected)) is understood


def test_a_theme_font_is_what_the_theme_says() -> None:
    body = hands.wps_body().replace(' w:eastAsia="仿宋"', "")
    said = [each for each in found(hands.wps(body), Expected()) if each.check == "正文字体"]
    assert "正文是宋体" in said[0].message


@pytest.mark.parametrize(
    "name",
    [
        "方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "小标宋体",
        "方正小标宋简体;宋体",
    ],
)  # fmt: skip
def test_the_title_may_be_in_any_cut_of_its_face(name: str) -> None:
    assert not found(hands.spoiled(face(_TITLE, name, 22)))


@pytest.mark.parametrize(
    "name", ["仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "方正仿宋_GBK"]
)
def test_the_text_may_be_in_any_cut_of_its_face(name: str) -> None:
    assert not found(hands.spoiled(face("根据", name, 16)), Expected())


@pytest.mark.parametrize("points", [28, 28.5, 28.95, 29, 30])
def test_the_spacings_that_offices_set_for_22_lines_are_taken(points: float) -> None:
    assert not found(hands.spoiled(spacing(points)))


def test_the_same_fault_in_many_places_is_said_once() -> None:
    many = [face(start, "宋体", 16) for start in ("根据", "1.明确", "个别")]
    said = [each for each in found(hands.spoiled(*many)) if each.check == "正文字体"]
    assert len(said) == 1
    assert re.fullmatch(r"第2段“根据.*……”等3处", said[0].place)


def test_the_page_lists_every_check_as_it_is() -> None:
    text = (Path(__file__).parents[1] / "docs" / "norm.md").read_text(encoding="utf-8")
    rows = [f"| {c.name} | {c.what} | {c.clause} | {c.level} | {c.mend} |" for c in CHECKS]
    table = text.partition("| 检查 |")[2].partition("\n\n")[0].splitlines()[2:]
    assert table == rows


ODD = (
    "", "²", "-1", "0", "1.5", "1e3", "9" * 400, "-" + "9" * 400, "nan", "inf", "٣", "Ⅷ", "12pt",
    "0x10", " ", "true", "一",
)  # fmt: skip
_SIZED = '<w:sz w:val="{0}"/><w:spacing w:val="{0}"/><w:color w:val="{0}"/><w:vanish w:val="{0}"/>'
_SET = (
    '<w:spacing w:line="{0}" w:lineRule="{1}"/><w:snapToGrid w:val="{0}"/><w:jc w:val="{0}"/>'
    '<w:ind w:left="{0}" w:rightChars="{0}" w:firstLine="{0}" w:hanging="{0}"/>'
    '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="1"/></w:numPr>'
)
_ENDED = (
    '<w:sectPr><w:pgSz w:w="{0}" w:h="{0}"/><w:pgMar w:top="{0}" w:right="{0}" w:bottom="{0}" '
    'w:left="{0}" w:gutter="{0}"/><w:docGrid w:type="linesAndChars" w:linePitch="{0}" '
    'w:charSpace="{0}"/></w:sectPr>'
)


@pytest.mark.parametrize("rule", ["auto", "exact", "atLeast", "²"])
@pytest.mark.parametrize("value", ODD, ids=lambda value: value[:4])
def test_odd_values_of_attributes_are_read_as_none(value: str, rule: str) -> None:
    run = f"<w:r><w:rPr>{_SIZED}</w:rPr><w:t>{hands.TEXT}</w:t></w:r>"
    body = f"<w:p><w:pPr>{_SET}</w:pPr>{run}</w:p>" * 4 + f"<w:p><w:pPr>{_ENDED}</w:pPr></w:p>"
    with zipfile.ZipFile(io.BytesIO(hands.wps())) as archive:
        parts = {
            f"word/{part}.xml": re.sub(
                'w:(val|firstLine|firstLineChars|start)="[0-9]+"',
                lambda found: f'w:{found[1]}="{value}"',
                archive.read(f"word/{part}.xml").decode("utf-8"),
            )
            for part in ("styles", "numbering")
        }
    check(read(hands.wps(body.format(value, rule))), Expected())
    check(read(hands.wps(body.format(value, rule), parts)), PLAN)


def test_small_text_without_a_grid_and_without_a_line_is_read() -> None:
    body = hands.wps_body().replace('<w:sz w:val="32"/>', '<w:sz w:val="18"/>')
    body = body.replace("<w:pPr>", '<w:pPr><w:spacing w:line="0" w:lineRule="auto"/>')
    with zipfile.ZipFile(io.BytesIO(hands.wps(body))) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    document = "word/document.xml"
    parts[document] = re.sub("<w:docGrid[^>]*>", "", parts[document])
    assert "行数" in names(hands.packed(parts), Expected())


def test_a_header_that_is_a_bare_run_is_read() -> None:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    word = "<w:r><w:t>文</w:t></w:r>"
    run = f'<w:r xmlns:w="{main}"><w:rPr><w:color w:val="FF0000"/></w:rPr><w:p>{word}</w:p></w:r>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    with zipfile.ZipFile(io.BytesIO(hands.wps())) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    related, document = "word/_rels/document.xml.rels", "word/document.xml"
    link = f'<Relationship Id="rId8" Type="{kind}" Target="header.xml"/></Relationships>'
    parts[related] = parts[related].replace("</Relationships>", link)
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="rId8"/>'
    parts[document] = parts[document].replace("<w:sectPr>", reference)
    assert "首页页码" in names(hands.packed(parts | {"word/header.xml": run}), Expected())


@pytest.mark.parametrize(
    "error", [ValueError, ZeroDivisionError, AttributeError, KeyError, RecursionError, TypeError]
)
def test_what_nobody_thought_of_ends_in_one_sentence(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: bytes) -> None:
        raise error

    monkeypatch.setattr(foreign, "read", fail)
    with pytest.raises(FzjsError, match=r"坏了.*另存一份再试"):
        foreign.examine(b"", Expected())


_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
    'w:bottom="1985" w:left="1588"/></w:sectPr>'
)


def seconds(paragraphs: int, sections: int) -> float:
    body = "".join(
        f'<w:p><w:pPr><w:spacing w:line="{400 + n}" w:lineRule="exact"/>'
        f"{_SECTION if n < sections else ''}</w:pPr><w:r><w:t>{hands.MORE}</w:t></w:r></w:p>"
        for n in range(paragraphs)
    )
    data = hands.wps(body)
    started = time.process_time()
    check(read(data), Expected())
    return time.process_time() - started


def test_the_work_grows_with_the_length_alone() -> None:
    """Eight times the paragraphs, sections and spacings take about eight times as long."""
    small, large = seconds(1000, 250), seconds(8000, 2000)
    assert large < 20 * max(small, 0.05)
