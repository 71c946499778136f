"""Builds the clean reference.docx: page, styles and page numbers of GB/T 9704-2012.

`python -m fzjs.render.reference templates/reference.docx` writes it anew. A clerk may then edit it
in WPS; what counts for a document are its styles, page set-up and footers. It declares no theme
fonts, no foreign language and no thumbnail, all of which python-docx's own template brings.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fzjs.render import files, stylesheet
from fzjs.render.package import pack

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "metadata/core-properties"
_W = stylesheet.NAMESPACE
_WORD_PARTS = {
    "styles.xml": ("styles", "styles"),
    "settings.xml": ("settings", "settings"),
    "fontTable.xml": ("fontTable", "fontTable"),
    "footer1.xml": ("footer", "footer"),
    "footer2.xml": ("footer", "footer"),
}


def build() -> bytes:
    """Make the reference document; the same bytes each time."""
    return pack({name: (_HEAD + text).encode() for name, text in _parts().items()})


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/{_CORE}", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_OFFICE}/{kind}", name) for name, (kind, _) in _WORD_PARTS.items())
        ),
        "word/styles.xml": stylesheet.build(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }


def _types() -> str:
    entries = [("/word/document.xml", f"{_MAIN}.document.main+xml")]
    entries += [(f"/word/{name}", f"{_MAIN}.{kind}+xml") for name, (_, kind) in _WORD_PARTS.items()]
    entries.append(
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    )
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in entries
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(*entries: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>公文样式</dc:title>'
        "<dc:creator>fzjs</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _document() -> str:
    """Show each style once, for the clerk who edits them, then the page (5.1, 5.2).

    A4 with 37, 28, 26 and 35 mm; a grid of 22 lines. The header starts 29 mm below the paper's
    edge, so that the letter form's mark stands 30 mm below it, its lower rule 20 mm above the edge.
    """
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>'
        f"<w:r><w:t>{style.name}</w:t></w:r></w:p>"
        for style in (stylesheet.BODY, *stylesheet.STYLES)
    )
    return (
        f'<w:document {_W} xmlns:r="{_OFFICE}"><w:body>{shown}<w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
        'w:left="1587" w:header="1644" w:footer="1134" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    """Set even pages apart; Chinese punctuation keeps its full width, or 28 would not hold."""
    return (
        f"<w:settings {_W}><w:evenAndOddHeaders/>"
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _fonts() -> str:
    """Name what may stand in for a face that a machine lacks."""
    faces = {
        stylesheet.TITLE: "方正小标宋_GBK",
        stylesheet.FANGSONG: "仿宋",
        stylesheet.KAI: "楷体",
        stylesheet.HEI: "SimHei",
        stylesheet.SONG: "SimSun",
    }
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in faces.items()
    )
    return f"<w:fonts {_W}>{listed}</w:fonts>"


def _footer(side: str) -> str:
    """Write `— 1 —` one character from the outer edge (7.5), the field in separate runs."""
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dash = (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    )
    return (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="page"/><w:ind w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{dash.format("— ")}{field}{dash.format(" —")}</w:p></w:ftr>'
    )


if __name__ == "__main__":
    files.write(Path(sys.argv[1]), build())
