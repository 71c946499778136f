"""A reference.docx from elsewhere: what is refused, what a clerk's own edit may change."""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from fzjs.render import package, reference, stylesheet
from fzjs.render.markdown import DIRECTIVES
from fzjs.render.sandbox import FILTERS
from fzjs.render.word import Properties, ReferenceFault, Template, render

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXTERNAL = '<Relationship Id="x" Type="http://x/{}" Target="http://x/y" TargetMode="External"/>'
_LINK = '<Relationship Id="x" Type="http://x/hyperlink" Target="{}" TargetMode="External"/>'
_VML = '<w:p><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://evil/x.png"/></w:p>'
_DEFAULT = '<Default Extension="png" ContentType="{}"/><Default'
_W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_EMPTY = f"<w:document {_W_NAMESPACE}/>".encode()
_SETTINGS = "word/settings.xml"
_RELS, _BODY, _TYPES = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"


def body(text: str, base: bytes) -> etree._Element:
    """Render a template on a reference document; give the document's XML."""
    made = render(Template("x.md.j2", text), {}, base, Properties("题", "者", date(2021, 3, 2)))
    return etree.fromstring(package.parts(made)[_BODY])


def changed(name: str, old: str, new: str) -> Callable[[], bytes]:
    """Make a reference document in which a part's text is another; a part not there is added."""

    def make() -> bytes:
        contents = package.parts(reference.build())
        text = contents.get(name, b"").decode()
        assert old in text
        return package.pack(contents | {name: text.replace(old, new, 1).encode()})

    return make


def zipped(*more: tuple[str, bytes]) -> bytes:
    """Make a ZIP file of the reference document's parts, and of parts that it cannot well have."""
    buffer = BytesIO()
    with warnings.catch_warnings(), ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in (*package.parts(reference.build()).items(), *more):
            archive.writestr(name, content)
    return buffer.getvalue()


def lying() -> bytes:
    """A part that says it is small and unpacks to 30 MB."""
    size = 30_000_000
    made = zipped(("word/media/x.png", b"\0" * size))
    return made.replace(struct.pack("<I", size), struct.pack("<I", 1000))


def field(code: str) -> str:
    return f"<w:body><w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: b"PK no zip", "不是完好的"),
        (lambda: reference.build()[:-40], "不是完好的"),
        (lambda: package.pack({"a.xml": b"<a/>"}), "不是 Word 文件"),
        (lambda: package.pack({"a.xml": b" " * 5_000_000}), "太大"),
        (lambda: package.pack({f"{n}.xml": b"<a/>" for n in range(300)}), "太大"),
        (changed(_RELS, "</Relat", _EXTERNAL.format("image") + "</Relat"), "外部文件"),
        (changed(_RELS, "</Relat", _EXTERNAL.format("attachedTemplate") + "</Relat"), "attachedT"),
        (changed(_RELS, "</Relat", _EXTERNAL.format("aFChunk") + "</Relat"), "aFChunk"),
        (changed(_RELS, "</Relat", _EXTERNAL.format("vbaProject") + "</Relat"), "vbaProject"),
        (changed(_RELS, 'Target="styles.xml"', 'Target="file:///x/styles.xml"'), "外部文件"),
        (changed(_TYPES, "document.main+xml", "document.macroEnabled.main+xml"), "宏"),
        (changed("word/vbaProject.bin", "", "x"), "嵌入对象"),
        (changed("word/embeddings/x.xlsx", "", "x"), "嵌入对象"),
        (changed("word/other.foo", "", "<x/>"), "不认识的部件"),
        (changed("word/../x.xml", "", "<x/>"), "不合规"),
        (changed(_BODY, "<w:body>", '<w:body><w:altChunk r:id="rId1"/>'), "altChunk"),
        (changed(_BODY, "<w:body>", field("INCLUDETEXT /etc/passwd")), "INCLUDETEXT"),
        (changed(_BODY, "<w:body>", field("DDE</w:instrText><w:instrText>AUTO x")), "DDEAUTO"),
        (changed(_BODY, "<w:document", "<!DOCTYPE x [<!ENTITY y 'z'>]><w:document"), "DTD"),
        (changed(_BODY, "</w:document>", ""), "不是有效的 XML"),
        (changed(_RELS, "</Relat", _LINK.format("file://evil/x") + "</Relat"), "网页或邮箱"),
        (changed(_RELS, "</Relat", _LINK.format("javascript:x") + "</Relat"), "网页或邮箱"),
        (changed(_RELS, "</Relat", _LINK.format(r"\\\\evil\x") + "</Relat"), "网页或邮箱"),
        (changed(_BODY, "<w:body>", field('HYPERLINK "file://evil/x"')), "网页或邮箱"),
        (changed(_BODY, "<w:body>", field("x").replace("instrText", "delInstrText")), "域 x"),
        (changed("word/footer1.xml", "<w:p>", f"{_VML}<w:p>"), "evil"),
        (changed(_BODY, "<w:body>", f"<w:body>{_VML}"), "evil"),
        (changed(_SETTINGS, "<w:evenAnd", "<w:mailMerge/><w:evenAnd"), "mailMerge"),
        (changed(_SETTINGS, "<w:evenAnd", "<w:attachedSchema/><w:evenAnd"), "attachedSchema"),
        (changed(_SETTINGS, "<w:evenAnd", "<w:saveThroughXslt/><w:evenAnd"), "saveThrough"),
        (changed(_SETTINGS, "<w:evenAnd", "<w:attachedTemplate/><w:evenAnd"), "attachedT"),
        (changed("word/webSettings.xml", "", "<a><frameset/></a>"), "frameset"),
        (changed(_TYPES, "<Default", _DEFAULT.format("text/html")), "text/html"),
        (changed(_TYPES, "<Default", _DEFAULT.format("application/x-msdownload")), "msdownload"),
        (changed("word/./document.xml", "", "<a/>"), "不合规"),
        (changed("word//document.xml", "", "<a/>"), "不合规"),
        (changed("word/Document.xml", "", "<a/>"), "重名"),
        (changed("WORD/ActiveX/x.xml", "", "<a/>"), "嵌入对象"),
        (lambda: zipped((_BODY, b"<a/>")), "重名"),
        (lying, "不是完好的"),
        (lambda: package.pack(package.parts(reference.build()) | {_BODY: _EMPTY}), "没有正文"),
        (changed("word/styles.xml", 'w:val="一级标题"', 'w:val="别的"'), "没有“一级标题”这个样式"),
        (changed(_BODY, 'w:w="11906"', 'w:w="1000"'), "页面宽度"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_reference_document_is_refused(
    make: Callable[[], bytes], says: str
) -> None:
    with pytest.raises(ReferenceFault, match=re.escape(says)):
        body("# 一\n", make())


def test_a_hyperlink_and_renumbered_style_ids_are_fine() -> None:
    """WPS gives styles new ids when it saves; they are found by name."""
    linked = changed(_RELS, "</Relat", _EXTERNAL.format("hyperlink") + "</Relat")()
    assert "".join(body("甲\n", linked).itertext()) == "甲"
    contents = package.parts(reference.build())
    text = contents["word/styles.xml"].decode()
    for old, new in (("gap", "a9"), ("h1", "a7"), ("body", "a")):
        text = text.replace(f'w:styleId="{old}"', f'w:styleId="{new}"')
    renamed = package.pack(contents | {"word/styles.xml": text.encode()})
    document = body("# 一\n\n（待填）\n", renamed)
    assert [each.get(f"{_W}val") for each in document.iter(f"{_W}pStyle")] == ["a7", "a"]
    assert [each.get(f"{_W}val") for each in document.iter(f"{_W}rStyle")] == ["a9"]


def test_the_committed_reference_document_is_current() -> None:
    committed = Path(__file__).parents[1] / "templates" / "reference.docx"
    assert committed.read_bytes() == reference.build()


def test_the_guide_names_every_directive_filter_and_style() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    assert [name for name in DIRECTIVES if f"| {name}" not in guide] == []
    listed = re.search("可用的过滤器：(.*)。", guide)
    assert listed is not None
    assert set(re.findall("`([a-z]+)`", listed[1])) == FILTERS
    styles = {style.name for style in stylesheet.STYLES} - {"Title"}
    assert [name for name in styles if name not in guide] == []


def test_a_document_has_the_parts_that_python_docx_would_save() -> None:
    made = package.open_reference(reference.build())
    made.core_properties.title = "题"
    made.sections[0].first_page_header.is_linked_to_previous = False
    buffer = BytesIO()
    made.save(buffer)
    assert package.saved(made) == package.parts(buffer.getvalue())


def test_what_one_document_changes_is_not_in_the_next() -> None:
    first = package.open_reference(reference.build())
    first.add_paragraph("改")
    first.styles["Normal"].font.size = 1
    again = package.saved(package.open_reference(reference.build()))
    assert again[_BODY] != package.saved(first)[_BODY]
    assert again == package.saved(package.open_reference(reference.build()))
