"""The styles of the clean reference document, as styles.xml; sizes and places from GB/T 9704-2012.

Styles are found by the names a clerk sees. Every face is named for Chinese and Latin alike
(`w:eastAsia` included), so that no digit falls to another font; no theme fonts.
"""

from __future__ import annotations

from typing import NamedTuple

FANGSONG, SONG, HEI, KAI = "仿宋_GB2312", "宋体", "黑体", "楷体_GB2312"
TITLE = "方正小标宋简体"
"""The face that units' rules call 小标宋; licensed, so it is named and never shipped."""

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_RED = "FF0000"
_LINE = 579
"""One line of the page's grid, in twentieths of a point."""

_NO_INDENT = '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
_WIDE = '<w:ind w:left="-454" w:right="-340" w:firstLineChars="0" w:firstLine="0"/>'
"""170 mm, centred on the paper: 8 mm more than the type area on its left, 6 on its right."""

_KEEP = "<w:keepNext/>"
_CENTRE, _RIGHT, _BOTH = (f'<w:jc w:val="{side}"/>' for side in ("center", "right", "both"))


class Style(NamedTuple):
    """One paragraph style; `size` in half points, `paragraph` in the schema's order."""

    id: str
    name: str
    font: str
    size: int
    paragraph: str
    based: bool = False
    color: str = ""


def _exact(line: int, before: int = 0, after: int = 0) -> str:
    """Space lines exactly, off the grid: the same in every font."""
    return (
        f'<w:snapToGrid w:val="0"/><w:spacing w:before="{before}" w:after="{after}" '
        f'w:line="{line}" w:lineRule="exact"/>'
    )


def _border(side: str, kind: str, space: int, size: int) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{_RED}"/>'


def _borders(*sides: str) -> str:
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def _heading(level: int) -> str:
    return f'{_KEEP}<w:outlineLvl w:val="{level}"/>'


_BOX = _borders(*(_border(side, "single", 4, 6) for side in ("top", "left", "bottom", "right")))
_BOX_INDENT = '<w:ind w:left="113" w:right="113" w:firstLineChars="0" w:firstLine="0"/>'
_THICK, _THIN = 24, 6
"""The red rules' lines, in eighths of a point: the outer one of each pair is the thick one."""


def _rules(top: int, bottom: int) -> str:
    """Border a paragraph 2 pt high above and below: programs differ on what `thinThick` means."""
    lines = _borders(_border("top", "single", 0, top), _border("bottom", "single", 0, bottom))
    return lines + _exact(40) + _WIDE


_IMPRINT = (
    '<w:tabs><w:tab w:val="right" w:pos="8565"/></w:tabs>'
    + _exact(_LINE)
    + '<w:ind w:left="280" w:right="280" w:firstLineChars="0" w:firstLine="0"/>'
)
"""The imprint's text: 4号仿宋, a character in from each side (GB/T 9704-2012, 7.4)."""

_CELL = _exact(320, 40, 40) + _NO_INDENT

BODY = Style(
    "body",
    "Normal",
    FANGSONG,
    32,
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="0"/>'
    '<w:ind w:firstLineChars="200" w:firstLine="630"/>' + _BOTH,
)

STYLES = (
    Style("title", "Title", TITLE, 44, _KEEP + _exact(660, _LINE, _LINE) + _NO_INDENT + _CENTRE),
    Style("h1", "一级标题", HEI, 32, _heading(0), based=True),
    Style("h2", "二级标题", KAI, 32, _heading(1), based=True),
    Style("h3", "三级标题", FANGSONG, 32, _heading(2), based=True),
    Style("addressee", "主送", FANGSONG, 32, _NO_INDENT, based=True),
    Style("attachments", "附件说明", FANGSONG, 32, "<w:keepLines/>" + _NO_INDENT, based=True),
    Style("annex", "附件序号", HEI, 32, _KEEP + _NO_INDENT, based=True),
    Style("organ", "署名", FANGSONG, 32, _KEEP + _NO_INDENT + _RIGHT, based=True),
    Style("dated", "日期", FANGSONG, 32, _NO_INDENT + _RIGHT, based=True),
    Style("note", "附注", FANGSONG, 32, "", based=True),
    Style("small", "小注", FANGSONG, 24, _exact(400, 160, 0) + _NO_INDENT + _BOTH),
    Style("imprint", "版记", FANGSONG, 28, _IMPRINT),
    Style("docno", "发文字号", FANGSONG, 32, _NO_INDENT + _RIGHT, based=True),
    Style("mark", "发文机关标志", TITLE, 72, _exact(840, 0, 227) + _WIDE + _CENTRE, color=_RED),
    Style("upper", "首页上双线", FANGSONG, 4, _rules(_THICK, _THIN), color=_RED),
    Style("lower", "首页下双线", FANGSONG, 4, _rules(_THIN, _THICK), color=_RED),
    Style(
        "sample",
        "示例标记",
        HEI,
        28,
        _BOX + _exact(400, 160, 80) + _BOX_INDENT + _CENTRE,
        color=_RED,
    ),
    Style("remark", "提示", KAI, 28, _exact(400, 80, 0) + _NO_INDENT + _BOTH, color=_RED),
    Style("cell", "表格文字", FANGSONG, 24, _CELL),
    Style("cellhead", "表头", HEI, 24, _KEEP + _CELL + _CENTRE),
    Style(
        "page",
        "页码",
        SONG,
        28,
        '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="170"/>' + _NO_INDENT,
    ),
)


def names() -> tuple[str, ...]:
    """Return the styles that documents use, by the names that Word and WPS show."""
    shown = {"Title": "标题"}
    return ("正文", *(shown.get(each.name, each.name) for each in STYLES), "待填", "公文表格")


def build() -> str:
    """Write styles.xml, without its declaration."""
    return (
        f"<w:styles {NAMESPACE}>{_defaults()}{_paragraph(BODY, default=True)}"
        f"{_CHARACTER}{_TABLE}{''.join(_paragraph(style) for style in STYLES)}</w:styles>"
    )


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG)}<w:kern w:val="2"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _paragraph(style: Style, *, default: bool = False) -> str:
    colour = f'<w:color w:val="{style.color}"/>' if style.color else ""
    tight = '<w:spacing w:val="-5"/>' if default else ""
    text = f'{_fonts(style.font)}{colour}{tight}<w:sz w:val="{style.size}"/>'
    return (
        f'<w:style w:type="paragraph"{_DEFAULT if default else ""} '
        f'w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{_BASED if style.based else ''}"
        f"{'' if default else _NEXT}<w:qFormat/><w:pPr>{style.paragraph}</w:pPr>"
        f'<w:rPr>{text}<w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


_DEFAULT = ' w:default="1"'
_BASED = '<w:basedOn w:val="body"/>'
_NEXT = '<w:next w:val="body"/>'
_CHARACTER = (
    '<w:style w:type="character" w:styleId="gap"><w:name w:val="待填"/><w:qFormat/>'
    '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/></w:rPr></w:style>'
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="plaintable"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="table"><w:name w:val="公文表格"/>'
    '<w:basedOn w:val="plaintable"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)
