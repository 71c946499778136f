"""The .docx as a package: refuse a hostile one, open it, pack one with the same bytes each time.

A reference.docx may come with a pull request, so it is read as foreign: sizes are limited, and
what could fetch, run or bring in something is refused before python-docx sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError  # noqa: N812  # zlib spells its exception in lower case

from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.package import Unmarshaller
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import PartFactory
from docx.opc.pkgreader import PackageReader
from docx.opc.pkgwriter import _ContentTypesItem
from docx.package import Package
from lxml import etree

from fzjs.render.model import ReferenceFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as Word
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element as Element

_PART, _ALL, _COUNT = 4_000_000, 16_000_000, 200
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_HYPERLINK = "hyperlink"
_KINDS = """
officeDocument core-properties extended-properties custom-properties styles stylesWithEffects
settings webSettings fontTable theme numbering footnotes endnotes header footer hyperlink
image thumbnail customXml customXmlProps comments glossaryDocument
"""
_RELATIONS = frozenset(_KINDS.split())
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf")
_TYPES = re.compile("macro|vba|activex|oleobject|embedd|x-fontdata|obfuscatedfont", re.IGNORECASE)
_ALLOWED_TYPES = re.compile(
    r"application/(?:xml|vnd\.openxmlformats-[\w.+-]+|vnd\.ms-word\.[\w.+-]+)|image/[\w.+-]+",
    re.IGNORECASE,
)
_REFUSED = """
altChunk object OLEObject control subDoc attachedTemplate attachedSchema saveThroughXslt mailMerge
frameset sourceFileName movie
"""
_ELEMENTS = frozenset(_REFUSED.split())
_POINTERS = frozenset(("src", "href"))
"""Attributes, of VML pictures mostly, that name a file by itself and not by a relationship."""
_WEB = re.compile("(?:https?://|mailto:|#)", re.IGNORECASE)
_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF", "HYPERLINK"))
_BROKEN = (BadZipFile, LargeZipFile, DeflateError, NotImplementedError, EOFError, ValueError)


def parts(data: bytes) -> dict[str, bytes]:
    """Read the parts of a package of our own by name, whatever their size."""
    with ZipFile(BytesIO(data)) as archive:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if not entry.is_dir()
        }


def foreign(data: bytes) -> dict[str, bytes]:
    """Read a foreign package's parts, none over 4 MB when unpacked, 16 MB together.

    Raises ReferenceFault for what is no sound ZIP file, or too large.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _sized(archive.infolist())
        return parts(data)
    except (*_BROKEN, RuntimeError, OSError) as error:  # RuntimeError: an encrypted part
        raise ReferenceFault("reference.docx 打不开，它不是完好的 .docx 文件") from error


def _sized(entries: list[ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) != len(names):
        raise ReferenceFault("reference.docx 里有重名的部件")
    if len(entries) > _COUNT or sum(entry.file_size for entry in entries) > _ALL:
        raise ReferenceFault("reference.docx 太大，里面只应有样式和页面设置")
    for entry in entries:
        if entry.file_size > _PART:
            raise ReferenceFault(f"reference.docx 里的 {entry.filename} 太大")
        inner = entry.filename.removesuffix("/").split("/")
        if {"", ".", ".."} & set(inner) or "\\" in entry.filename:
            raise ReferenceFault(f"reference.docx 里的部件名 {entry.filename} 不合规")


def pack(contents: Mapping[str, bytes]) -> bytes:
    """Make a ZIP file whose bytes depend on the parts alone: sorted names, one fixed date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(contents):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = _READABLE
            archive.writestr(entry, contents[name])
    return buffer.getvalue()


def open_reference(data: bytes) -> Word:
    """Open a reference document after `inspect` has passed it. Raises ReferenceFault."""
    try:
        document = _opened(_passed(data))
        bare = document.element.body is None or not len(document.sections)
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise ReferenceFault("reference.docx 不是 Word 文件，或缺少部件") from error
    if bare:
        raise ReferenceFault("reference.docx 没有正文或页面设置，请在 WPS 里另存一份")
    return document


@lru_cache(maxsize=2)  # a run's documents have one reference: it is looked through and read once
def _passed(data: bytes) -> PackageReader:
    """Return what a reference document's file holds. Raises ReferenceFault."""
    contents = foreign(data)
    inspect(contents)
    read: PackageReader = PackageReader.from_file(BytesIO(pack(contents)))  # type: ignore[no-untyped-call]  # python-docx's own
    return read


def _opened(held: PackageReader) -> Word:
    """Open a document as `docx.Document` does, but of a file that is read already.

    Raises ValueError where it is none of Word's.
    """
    made = Package()
    Unmarshaller.unmarshal(held, made, PartFactory)  # type: ignore[no-untyped-call]  # as above
    part = cast("DocumentPart", made.main_document_part)
    if part.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN:
        raise ValueError(part.content_type)
    document: Word = part.document
    return document


def saved(document: Word) -> dict[str, bytes]:
    """Return a document's parts by name, as `document.save` would write them into a file."""
    whole = cast("Package", document.part.package)
    types = _ContentTypesItem.from_parts(whole.parts)  # type: ignore[no-untyped-call]  # as above
    contents: dict[str, Any] = {
        CONTENT_TYPES_URI.membername: types.blob,
        PACKAGE_URI.rels_uri.membername: whole.rels.xml,
    }
    for part in whole.parts:
        contents[part.partname.membername] = part.blob
        if len(part.rels):
            contents[part.partname.rels_uri.membername] = part.rels.xml
    return contents


def inspect(contents: Mapping[str, bytes]) -> None:
    """Refuse external links other than hyperlinks, macros, embeddings, foreign parts and fields."""
    for name, data in contents.items():
        if name.startswith(("word/embeddings/", "word/activeX/")) or _TYPES.search(name):
            raise ReferenceFault(f"reference.docx 里不能嵌入对象：{name}")
        if name.endswith((".xml", ".rels")):
            _inspect_xml(name, data)
        elif not name.lower().endswith(_PICTURES):
            raise ReferenceFault(f"reference.docx 里有不认识的部件：{name}")


def _inspect_xml(name: str, data: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReferenceFault(f"reference.docx 里的 {name} 不是有效的 XML") from error
    if root.getroottree().docinfo.doctype:
        raise ReferenceFault(f"reference.docx 里的 {name} 带有 DTD")
    if name.endswith(".rels"):
        _inspect_relations(root)
    elif name == "[Content_Types].xml":
        _inspect_types(root)
    else:
        _inspect_content(name, root)


def _inspect_relations(root: Element) -> None:
    for relation in root.iter("{*}Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if kind not in _RELATIONS:
            raise ReferenceFault(f"reference.docx 里不能有 {kind}：{target}")
        external = relation.get("TargetMode", "").strip().lower() == "external"
        if (external or "://" in target) and kind != _HYPERLINK:
            raise ReferenceFault(f"reference.docx 不能引用外部文件：{target}")
        if external and not _WEB.match(target.strip()):
            raise ReferenceFault(f"reference.docx 里的超链接只能指向网页或邮箱：{target}")


def _inspect_types(root: Element) -> None:
    for entry in root.iter("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "")
        if _TYPES.search(kind):
            raise ReferenceFault(f"reference.docx 里不能有宏或嵌入对象：{kind}")
        if not _ALLOWED_TYPES.fullmatch(kind):
            raise ReferenceFault(f"reference.docx 里有不认识的内容：{kind}")


def _inspect_content(name: str, root: Element) -> None:
    for element in root.iter("{*}*"):
        if etree.QName(element).localname in _ELEMENTS:
            tag = etree.QName(element).localname
            raise ReferenceFault(f"reference.docx 的 {name} 里不能有 {tag}")
        for key, value in element.attrib.items():
            pointer = etree.QName(key).localname.lower() in _POINTERS
            if pointer and not str(value).startswith("#"):
                raise ReferenceFault(f"reference.docx 的 {name} 不能引用外部文件：{value!s}")
    for words in _fields(root):
        if words[0].upper() not in _FIELDS:
            raise ReferenceFault(f"reference.docx 的 {name} 里不能有域 {words[0]}")
        if words[0].upper() == "HYPERLINK" and "\\l" not in words and not _is_web(words):
            raise ReferenceFault(f"reference.docx 的 {name} 里的超链接只能指向网页或邮箱")


def _is_web(words: list[str]) -> bool:
    return any(_WEB.match(word.strip('"')) for word in words[1:2])


def _fields(root: Element) -> list[list[str]]:
    """Give the words of a part's fields; the code of one may be spread over several runs."""
    codes = [str(value) for value in root.xpath("//@*[local-name()='instr']")]
    code = ""
    for element in root.iter("{*}instrText", "{*}delInstrText", "{*}fldChar"):
        if etree.QName(element).localname != "fldChar":
            code += element.text or ""
        else:
            codes.append(code)
            code = ""
    return [each.split() for each in (*codes, code) if each.split()]
