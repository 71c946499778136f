"""Bytes of a foreign file → Document: one module for each format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fzjs.diagnostic import FzjsError
from fzjs.importers.document import Document
from fzjs.importers.readers import docx, html, legacy, text, xlsx
from fzjs.importers.readers.kinds import Kind, kind_of
from fzjs.ooxml.guard import Archive, load

_NO_WORDS = (
    "里面没有文字{pictures}。如果是扫描件或截图，请先用 WPS 或 Word 的文字识别（OCR）转成文字，"
    "校对后另存为 .docx 再导入"
)
_TOO_DEEP = "文件坏了（一层套一层，套得太深）。请用 WPS 或 Word 打开，另存一份再导入"


def read(path: Path) -> Document:
    """Return a file as paragraphs and tables; its content says what it is, then its suffix.

    FzjsError, in Chinese and with what to do, where it cannot be read.
    """
    try:
        data = load(path)
        document = _read(data, path)
        _refuse_wordless(document, data)
    except FzjsError as error:
        raise FzjsError(f"{path.name or path}：{error}") from None
    except RecursionError:
        raise FzjsError(f"{path.name}：{_TOO_DEEP}") from None
    return document


def _read(data: bytes, path: Path) -> Document:
    suffix = path.suffix.lower()
    kind = kind_of(data, suffix)
    if kind in {Kind.OLD_WORD, Kind.OLD_TABLE}:
        table = kind is Kind.OLD_TABLE
        data = legacy.convert(path, suffix, "table" if table else "word")
        kind = Kind.XLSX if table else Kind.DOCX
    readers: dict[Kind, Callable[[], Document]] = {
        Kind.DOCX: lambda: docx.read(Archive(data), path.name),
        Kind.XLSX: lambda: xlsx.read(Archive(data), path.name),
        Kind.HTML: lambda: html.read(data, path.name),
        Kind.TEXT: lambda: text.read(data, path.name),
    }
    return readers[kind]()


def _refuse_wordless(document: Document, data: bytes) -> None:
    """Refuse a file of pictures, and an empty one, before anybody takes it for a plan."""
    if not any(paragraph.text.strip() for paragraph in document.paragraphs()):
        pictures = "，只有图片" if b"/media/" in data or b"<img" in data.lower() else ""
        raise FzjsError(_NO_WORDS.format(pictures=pictures))
