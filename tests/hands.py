"""Official documents as other hands make them: none of this goes through the renderer.

`written` sets every run directly, as a clerk does who selects and clicks (python-docx, its theme
fonts below); `wps` is the XML that WPS leaves: faces in each run, theme fonts in the styles,
automatic numbers, blanks for indents, a frame for the page number.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

UNIT = "示例市司法局"
TEXT = (
    "根据《法治政府建设示范市创建工作方案》（濮司〔2020〕50号）要求，现将2020年度行政规范性文件"
    "合法性审核工作情况说明如下。全年共收到送审文件12件，审核12件，审核率100%。"
)
MORE = "制定了审核工作流程，明确了材料清单、审核时限和意见反馈等要求，做到应审必审、有件必核。"


def face(paragraph: Paragraph, text: str, name: str, points: float) -> None:
    """Add a run with its face and size set by hand."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(points)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # noqa: SLF001  # no public way


def line(
    document: Word, text: str, name: str = "仿宋_GB2312", points: float = 16, first: float = 32
) -> Paragraph:
    """Add a paragraph with exact spacing and an indent in points."""
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing, shape.space_after, shape.space_before = Pt(28.95), Pt(0), Pt(0)
    if first:
        shape.first_line_indent = Pt(first)
    face(paragraph, text, name, points)
    return paragraph


def written() -> Word:
    """Make a 情况说明 by direct formatting."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    title = line(document, f"{UNIT}关于2020年度\n合法性审核的情况说明", "方正小标宋简体", 22, 0)
    title.alignment = ALIGN.CENTER
    line(document, "")
    line(document, TEXT)
    line(document, "一、主要做法", "黑体")
    lead = line(document, "（一）健全制度。", "楷体_GB2312")
    face(lead, MORE, "仿宋_GB2312", 16)
    line(document, "1.明确流程。" + MORE)
    line(document, "（1）材料清单。" + MORE)
    line(document, "2.限时办结。" + MORE)
    line(document, "（二）加强培训", "楷体_GB2312")
    line(document, MORE)
    line(document, "二、存在的问题", "黑体")
    line(document, "个别科室送审材料不齐，需要补正。")
    line(document, "")
    line(document, "附件：1.合法性审核文件目录")
    line(document, "2.审核意见书", first=80)
    line(document, "")
    for words, right in ((UNIT, 48), ("2021年2月20日", 64)):
        signed = line(document, words, first=0)
        signed.alignment = ALIGN.RIGHT
        signed.paragraph_format.right_indent = Pt(right)
    numbered(document)
    return document


def paper(*lines: str) -> Word:
    """Make a document of other words, set as `written`; what begins a line says how.

    `#` is the title, `-` a line flush left, `>` one of the sign-off, `!` and `?` are headings.
    """
    document = written()
    for each in list(document.paragraphs):
        each._element.getparent().remove(each._element)  # noqa: SLF001
    for each in lines:
        words = each[1:]
        if each[0] == "#":
            line(document, words, "方正小标宋简体", 22, 0).alignment = ALIGN.CENTER
        elif each[0] == ">":
            signed = line(document, words, first=0)
            signed.alignment = ALIGN.RIGHT
            signed.paragraph_format.right_indent = Pt(64)
        elif each[0] in "!?":
            line(document, words, "黑体" if each[0] == "!" else "楷体_GB2312")
        else:
            line(document, words if each[0] == "-" else each, first=0 if each[0] == "-" else 32)
    return document


def numbered(document: Word) -> None:
    """Put page numbers between dashes into odd and even footers."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, ALIGN.RIGHT), (section.even_page_footer, ALIGN.LEFT)
    ):  # fmt: skip
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        paragraph.add_run("— ")
        paragraph._element.append(  # noqa: SLF001  # python-docx has no fields
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE  \\* MERGEFORMAT ">'
                "<w:r><w:t>1</w:t></w:r></w:fldSimple>"
            )
        )
        paragraph.add_run(" —")


def saved(document: Word) -> bytes:
    """Give a document's bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def spoiled(*changes: Callable[[Word], None]) -> bytes:
    """Give the written document with something done to it."""
    document = written()
    for change in changes:
        change(document)
    return saved(document)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "footer")


def _run(text: str, name: str = "仿宋", size: int = 32, more: str = "") -> str:
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" '
        f'w:eastAsia="{name}" w:cs="{name}"/>{more}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _line(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_MIDDLE = f'{_FLUSH}<w:jc w:val="center"/>'


def wps_body() -> str:
    """Give the body that WPS leaves of a 红头 notice with a table and an attachment."""
    red = '<w:color w:val="FF0000"/>'
    grid = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    words = _line(_run("序号 1、", "宋体", 21))
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{words}</w:tc>'
    return "".join(
        (
            _line(_run("示例市司法局文件", "方正小标宋_GBK", 84, red), _MIDDLE),
            _line(_run("示司〔2021〕8号"), _MIDDLE),
            _line(_run("示例市司法局", "FZXiaoBiaoSong-B05S", 44), _MIDDLE),
            _line(_run("关于报送示范创建材料的通知", "FZXiaoBiaoSong-B05S", 44), _MIDDLE),
            _line(_run("机关各科室、局属各单位："), _FLUSH),
            _line(_run(f"　　{TEXT}"), _FLUSH),
            _line(_run("报送内容", "SimHei"), _NUMBERED),
            _line(_run("    2019年以来的审核材料，每件约1.5万字的，附“目录”：")),
            f"<w:tbl><w:tblPr/>{grid}<w:tr>{cell}</w:tr></w:tbl>",
            _line(
                _run("注：序号由各科室填写。", "宋体", 24),
                _FLUSH,
            ),
            _line(_run("报送要求", "SimHei"), _NUMBERED),
            _line(_run("（一）按时报送。", "KaiTi_GB2312") + _run(MORE)),
            _line(_run("（二）2021年3月15日前报齐。", "楷体") + _run(MORE)),
            _line(""),
            _line(_run("　　附件：报送材料清单")),
            _line(""),
            _line(_run(" " * 30 + UNIT)),
            _line(_run(" " * 30 + "2021年2月20日")),
            _line(_run("　　（联系人：示例）")),
            _line(
                _run("附件", "黑体"),
                f"<w:pageBreakBefore/>{_FLUSH}",
            ),
            _line(_run("报送材料清单", "方正小标宋简体", 44), _MIDDLE),
            _line(_run("　　一、审核意见书")),
            _line(
                _run("抄送：市委依法治市办。", "仿宋", 28),
                _FLUSH,
            ),
        )
    )


def wps(body: str = "", parts: dict[str, str] | None = None, char_space: int = -842) -> bytes:
    """Pack a document as WPS does: theme fonts as default, a character grid, a framed footer."""
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" '
        'w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
        '<w:docGrid w:type="linesAndChars" w:linePitch="579" '
        f'w:charSpace="{char_space}"/></w:sectPr>'
    )
    made = {
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}" '
        f'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"><w:body>'
        f"{body or wps_body()}{section}</w:body></w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        'w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>'
        '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>',
        "word/settings.xml": f'<w:settings xmlns:w="{_W}">'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/footer.xml": f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:framePr w:wrap="around" '
        'w:vAnchor="text" w:hAnchor="margin" w:xAlign="outside" w:y="1"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>',
        "word/theme/theme1.xml": f'<a:theme xmlns:a="{_A}"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont><a:minorFont>'
        '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="MS 明朝"/>'
        '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements>'
        "</a:theme>",
    } | (parts or {})
    return packed(made)


def packed(parts: dict[str, str]) -> bytes:
    """Zip the parts of a document with their relationships and types."""
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(_PARTS, 1)
    )
    fixed = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId9" Type="{_R}/theme" Target="theme/theme1.xml"/></Relationships>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (fixed | parts).items():
            archive.writestr(name, text)
    return buffer.getvalue()
