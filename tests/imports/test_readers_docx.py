from __future__ import annotations

import io
import zipfile
from pathlib import Path

import build
import pytest
from reading import cells, kinds, lines, opened, places_hold

from fzjs.importers.document import Document
from fzjs.ooxml.counting import printed


def word(folder: Path, body: str, **parts: str) -> Document:
    data = build.docx_raw(body, {f"{name}.xml": text for name, text in parts.items()})
    return opened(folder, data, "a.docx")


def p(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def part(kind: str, inner: str) -> str:
    return f'{build.HEAD}<w:{kind} xmlns:w="{build.W}">{inner}</w:{kind}>'


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text)) if text else '<w:p/>'}</w:tc>"


def tr(*inner: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inner)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        (r("一") + "<w:ins>" + r("二") + "</w:ins>", "一二"),
        (r("一") + "<w:sdt><w:sdtContent>" + r("二") + "</w:sdtContent></w:sdt>", "一二"),
        ("<w:hyperlink>" + r("网址") + "</w:hyperlink>", "网址"),
        ("<w:smartTag>" + r("某市") + "</w:smartTag>", "某市"),
        ("<w:fldSimple>" + r("3") + "</w:fldSimple>", "3"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:br w:type='page'/></w:r>", "甲"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>2016</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r>", "2016-2020"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + r("是"), "☑是"),
        ("<w:r><w:sym w:font='宋体' w:char='25CF'/></w:r>" + r("是"), "●是"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("7")
         + "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "7"),
        ("<w:moveTo>" + r("来") + "</w:moveTo><w:moveFrom>" + r("走") + "</w:moveFrom>", "来"),
        (r("甲") + "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>" + r("丙"), "甲丙"),
        (r("  两格\xa0"), "  两格\xa0"),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inner: str, wanted: str, tmp_path: Path) -> None:
    assert lines(word(tmp_path, p(inner)))[0] == wanted


def test_tracked_changes_are_told_once_a_paragraph(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
    inner = r("不少于") + deleted.format("5") + "<w:ins>" + r("7") + "</w:ins>"
    document = word(tmp_path, p(r("前")) + p(inner + r("个工作日") + deleted.format("内")))
    assert lines(document) == ["前", "不少于7个工作日"]
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.words) == ("修订痕迹", "删去：5｜内；插入：7")
    assert doubt.place == (1, "第2段")


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    empty = p("<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>", gone)
    document = word(tmp_path, p(r("前半"), gone) + p(r("后半")) + empty + p(r("末")))
    assert lines(document) == ["前半后半", "末"]
    assert [d.words for d in document.doubts] == ["删去：全删"]


def test_a_deleted_row_is_told_and_not_read(tmp_path: Path) -> None:
    rows = [
        tr(tc("甲"), tc("乙")),
        tr(tc("丙"), tc("丁"), properties="<w:del/>"),
        tr(tc("戊"), tc("己")),
    ]
    document = word(tmp_path, tbl(*rows))
    assert [c.text for c in document.tables()[0].cells] == ["甲", "乙", "戊", "己"]
    assert document.tables()[0].height == 2
    assert document.doubts[0].words == "删去整行：丙｜丁"


def test_hidden_words_and_odd_symbols_are_told(tmp_path: Path) -> None:
    inner = r("见") + r("内部", "<w:rPr><w:vanish/></w:rPr>")
    shown = r("明", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
    odd = "<w:r><w:sym w:font='Webdings' w:char='F041'/></w:r>"
    document = word(tmp_path, p(inner + shown) + p(odd))
    assert lines(document) == ["见内部明", "\uf041"]
    assert [(d.kind, d.words) for d in document.doubts] == [
        ("残留文字", "内部"),
        ("占位", "Webdings U+F041"),
    ]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p(r('框内'))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    document = word(tmp_path, p(r("正文") + f"<w:r>{both}</w:r>") + p(r("后")))
    assert lines(document) == ["正文", "框内", "后"]
    assert places_hold(document)


def test_notes_comments_and_margins_are_never_lost(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    comment = "<w:r><w:commentReference w:id='0'/></w:r>"
    document = word(
        tmp_path,
        p(r("正文") + mark + comment),
        footnotes=part("footnotes", f"<w:footnote w:id='2'>{p(r('脚注字'))}</w:footnote>"),
        comments=part(
            "comments",
            f"<w:comment w:id='0'>{p(r('这里待定'))}</w:comment>"
            f"<w:comment w:id='9'>{p(r('没有锚'))}</w:comment>",
        ),
        header1=part("hdr", p(r("内部资料"))),
        header2=part("hdr", p(r("内部资料"))),
        footer1=part("ftr", p(r("— 1 —"))),
    )
    found = {(d.kind, d.words) for d in document.doubts}
    assert found == {
        ("脚注", "脚注字"),
        ("批注", "这里待定"),
        ("批注", "没有锚"),
        ("残留文字", "内部资料"),
    }
    assert lines(document) == ["正文"]


def numbering(*levels: str, more: str = "") -> str:
    inner = "".join(f"<w:lvl w:ilvl='{at}'>{level}</w:lvl>" for at, level in enumerate(levels))
    return part(
        "numbering",
        f"<w:abstractNum w:abstractNumId='5'>{inner}</w:abstractNum>"
        f"<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>{more}",
    )


def level(style: str, text: str, more: str = "") -> str:
    return f"<w:start w:val='1'/><w:numFmt w:val='{style}'/>{more}<w:lvlText w:val='{text}'/>"


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(r(text), f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")


def test_automatic_numbers_read_like_typed_ones(tmp_path: Path) -> None:
    lists = numbering(
        level("chineseCountingThousand", "%1、"),
        level("chineseCounting", "（%2）"),
        level("decimal", "%3."),
        level("decimal", "%1.%3.%4", "<w:isLgl/>"),
    )
    body = "".join(
        [item("总", 0), item("子", 1), item("款", 2), item("款", 2), item("子", 1), item("款", 2),
         item("深", 3), item("总", 0), item("子", 1)]
    )  # fmt: skip
    assert lines(word(tmp_path, body, numbering=lists)) == [
        "一、总", "（一）子", "1.款", "2.款", "（二）子", "1.款", "1.1.1 深", "二、总", "（一）子",
    ]  # fmt: skip


def test_a_list_goes_on_in_another_and_starts_anew_where_it_says(tmp_path: Path) -> None:
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='{}'/></w:lvlOverride>"
    more = (
        "<w:num w:numId='2'><w:abstractNumId w:val='5'/></w:num>"
        f"<w:num w:numId='3'><w:abstractNumId w:val='5'/>{override.format(7)}</w:num>"
    )
    body = "".join([item("a"), item("b", 0, 2), item("c", 0, 3), item("d", 0, 3), item("e")])
    lists = numbering(level("decimal", "第%1项指标", "<w:suff w:val='space'/>"), more=more)
    assert lines(word(tmp_path, body, numbering=lists)) == [
        "第1项指标 a", "第2项指标 b", "第7项指标 c", "第8项指标 d", "第9项指标 e",
    ]  # fmt: skip


def test_numbers_come_from_styles_and_what_they_rest_on(tmp_path: Path) -> None:
    styles = part(
        "styles",
        "<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Sub'><w:basedOn w:val='Base'/><w:pPr><w:numPr>"
        "<w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>",
    )
    lists = numbering(level("chineseCounting", "第%1章", "<w:pStyle w:val='Base'/>"),
                      level("decimal", "%1-%2、"))  # fmt: skip
    off = p(r("无"), "<w:pStyle w:val='Base'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    body = "".join(
        p(r(text), f"<w:pStyle w:val='{style}'/>")
        for text, style in (("总则", "Base"), ("甲", "Sub"), ("乙", "Sub"), ("附则", "Base"))
    )
    document = word(tmp_path, body + off, numbering=lists, styles=styles)
    assert lines(document) == ["第一章 总则", "一-1、甲", "一-2、乙", "第二章 附则", "无"]


def test_a_numbered_cell_without_words_has_its_number(tmp_path: Path) -> None:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    cell = f"<w:tc>{p('', number)}</w:tc>"
    rows = [tr(cell, tc("甲")), tr(cell, tc("乙"))]
    document = word(tmp_path, tbl(*rows), numbering=numbering(level("decimal", "%1")))
    assert [c.text for c in document.tables()[0].cells] == ["1", "甲", "2", "乙"]


def test_a_number_under_a_merge_is_not_counted_and_told_once(tmp_path: Path) -> None:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    merge = "<w:tcPr><w:vMerge{}/></w:tcPr>"
    restart = merge.format(" w:val='restart'")
    top = f"<w:tc>{restart}{p('', number)}</w:tc>"
    below = f"<w:tc>{merge.format('')}{p('', number)}</w:tc>"
    free = f"<w:tc>{p('', number)}</w:tc>"
    rows = [tr(top, tc("甲")), tr(below, tc("乙")), tr(below, tc("丙")), tr(free, tc("丁"))]
    document = word(tmp_path, tbl(*rows), numbering=numbering(level("decimal", "%1")))
    assert [c.text for c in document.tables()[0].cells] == ["1", "甲", "乙", "丙", "2", "丁"]
    assert [(d.kind, d.place.label) for d in document.doubts] == [("编号缺漏", "表1第2行第1格")]


def test_a_bullet_is_no_word(tmp_path: Path) -> None:
    document = word(tmp_path, item("要点"), numbering=numbering(level("bullet", "\uf0b7")))
    assert lines(document) == ["要点"]


def test_merges_of_every_make(tmp_path: Path) -> None:
    restart, goes_on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    document = word(
        tmp_path,
        tbl(
            tr(tc("一", restart), tc("二", "<w:gridSpan w:val='2'/>"), tc("三")),
            tr(tc("", goes_on), tc("四", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"),
               tc("五")),
            tr(tc("六"), tc("七"), properties="<w:gridBefore w:val='2'/>"),
            f"<w:sdt><w:sdtContent>{tr(tc('八', restart), tc('九'))}</w:sdtContent></w:sdt>",
            tr(tc("", goes_on), f"<w:sdt><w:sdtContent>{tc('十')}</w:sdtContent></w:sdt>"),
        ),
    )  # fmt: skip
    assert cells(document.tables()[0]) == [
        (0, 0, 2, 1, "一"), (0, 1, 1, 2, "二"), (0, 3, 1, 1, "三"),
        (1, 1, 1, 2, "四"), (1, 3, 1, 1, "五"),
        (2, 2, 1, 1, "六"), (2, 3, 1, 1, "七"),
        (3, 0, 2, 1, "八"), (3, 1, 1, 1, "九"), (4, 1, 1, 1, "十"),
    ]  # fmt: skip


def test_a_merge_is_not_carried_past_a_cell_of_its_own(tmp_path: Path) -> None:
    goes_on = "<w:vMerge/>"
    document = word(
        tmp_path,
        tbl(
            tr(tc("甲", "<w:vMerge w:val='restart'/>"), tc("1")),
            tr(tc("", ""), tc("2")),
            tr(tc("", goes_on), tc("3")),
        ),
    )
    assert [(c.row, c.rows, c.text) for c in document.tables()[0].cells if c.column == 0] == [
        (0, 1, "甲"),
        (1, 1, ""),
        (2, 1, ""),
    ]


def test_words_under_a_merge_are_kept_and_told(tmp_path: Path) -> None:
    document = word(
        tmp_path,
        tbl(
            tr(tc("甲", "<w:vMerge w:val='restart'/>"), tc("1")),
            tr(tc("藏", "<w:vMerge/>"), tc("2")),
        ),
    )
    assert document.tables()[0].cells[0].text == "甲\n藏"
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.words, doubt.place) == ("合并下填", "藏", (1, "表1第2行第1格"))


def test_a_nested_table_is_read_into_its_cell(tmp_path: Path) -> None:
    inner = tbl(tr(tc("内1"), tc("内2")), tr(tc("内3"), tc("内4")))
    cell = f"<w:tc>{p(r('前'))}{inner}{p(r('后'))}</w:tc>"
    rest = tr(tc("三级指标的内容很长很长很长"), tc("责任科室：办公室"))
    document = word(tmp_path, tbl(tr(cell, tc("旁")), rest))
    assert document.tables()[0].cells[0].text == "前\n内1\n内2\n内3\n内4\n后"
    assert kinds(document) == ["嵌套表格"]
    assert places_hold(document)


def test_a_table_around_the_page_is_no_table(tmp_path: Path) -> None:
    inner = tbl(tr(tc("序号"), tc("内容")), tr(tc("1"), tc("依法")))
    document = word(tmp_path, tbl(tr(f"<w:tc>{p(r('方案'))}{inner}<w:p/></w:tc>")))
    assert lines(document) == ["方案", ""]
    assert [c.text for c in document.tables()[0].cells] == ["序号", "内容", "1", "依法"]
    assert document.doubts == ()


def test_strict_files_and_other_content_types_are_read(tmp_path: Path) -> None:
    data = build.docx([build.grid([["甲", "乙"], ["丙", "丁"]])])
    strict = _rewritten(data, {
        build.W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        build.OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "document.main+xml": "template.macroEnabledTemplate.main+xml",
    })  # fmt: skip
    document = opened(tmp_path, strict, "a.dotm")
    assert [c.text for c in document.tables()[0].cells] == ["甲", "乙", "丙", "丁"]


def _rewritten(data: bytes, changes: dict[str, str]) -> bytes:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            for old, new in changes.items():
                text = text.replace(old, new)
            parts[name] = text
    return build.package(parts)


@pytest.mark.parametrize(
    ("style", "values"),
    [
        ("chineseCounting", {10: "十", 11: "十一", 21: "二十一", 100: "一○○"}),
        ("chineseCountingThousand", {10: "十", 101: "一百零一", 110: "一百一十", 1001: "一千零一"}),
        ("ideographDigital", {10: "一〇", 11: "一一"}),
        ("japaneseCounting", {10: "十", 111: "百十一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("lowerLetter", {1: "a", 27: "aa"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("ideographTraditional", {1: "甲", 11: "11"}),
        ("neverHeardOf", {3: "3"}),
    ],
)
def test_numbers_in_the_scripts_of_lists(style: str, values: dict[int, str]) -> None:
    assert {value: printed(value, style) for value in values} == values
