"""What a file is: by its first bytes and parts, then by its suffix; and what is not taken."""

from __future__ import annotations

import re
from enum import Enum, auto

from fzjs.diagnostic import FzjsError
from fzjs.ooxml.guard import Archive, has_password, holds, is_ole

_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title"
    rb"|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_TABLES = {".xls", ".et", ".ett", ".xlt", ".ods", ".xlsb"}
_OCR = "请先用文字识别（OCR）转成文字，校对后另存为 .docx 再导入"


class Kind(Enum):
    """The reader that a file goes to."""

    DOCX = auto()
    XLSX = auto()
    HTML = auto()
    TEXT = auto()
    OLD_WORD = auto()
    OLD_TABLE = auto()


def kind_of(data: bytes, suffix: str) -> Kind:
    """Return what a file is; FzjsError for what is refused: PDF, pictures, passwords, archives."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, suffix)
    if is_ole(data):
        return _ole(data, suffix)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        raise FzjsError(
            "PDF 不能直接导入。请用 WPS 或 Word 打开这份 PDF 另存为 .docx（扫描件先做文字识别），"
            "校对后再导入"
        )
    if data.startswith(b"{\\rtf"):
        return Kind.OLD_WORD
    if data[:2048].lstrip().lower().startswith(b"mime-version:"):
        raise FzjsError("单个文件网页（.mht）不能直接导入。请用 Word 打开，另存为 .docx 再导入")
    if data.startswith(_PICTURES):
        raise FzjsError(f"这是图片，里面没有文字。{_OCR}")
    head = data[:4096]
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and b"mso-application" in head:
        return Kind.OLD_TABLE if b"Excel.Sheet" in head else Kind.OLD_WORD
    if suffix in {".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx"}:
        return _misnamed(data, suffix)
    if _web(data, suffix):
        return Kind.HTML
    return Kind.TEXT


def _zipped(data: bytes, suffix: str) -> Kind:
    archive = Archive(data)
    names = [name.casefold() for name in archive.names()]
    if any(name.startswith("word/") for name in names):
        return Kind.DOCX
    if "xl/workbook.bin" in names:
        return Kind.OLD_TABLE
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if "mimetype" in names:
        return _opened(archive)
    if "encryptedpackage" in names or suffix in {".docx", ".xlsx"}:
        raise FzjsError(
            f"不是完整的 {suffix} 文件（里面没有正文），可能坏了或没有下载完。"
            "请用 WPS 或 Word 打开，另存一份再导入"
        )
    raise FzjsError("这是压缩包，不是文档。请先解压，再导入里面的那个方案文件")


def _opened(archive: Archive) -> Kind:
    said = archive.read("mimetype")
    if b"spreadsheet" in said:
        return Kind.OLD_TABLE
    if b"text" in said:
        return Kind.OLD_WORD
    raise FzjsError("这种文档导入不了。请用 WPS 或 Word 打开，另存为 .docx 再导入")


def _ole(data: bytes, suffix: str) -> Kind:
    """Tell the containers of old apart: a password's, a workbook's, a text's."""
    if has_password(data):
        raise FzjsError(
            "文件有密码，打不开。请用 WPS 或 Word 打开，在“文件—信息—保护文档”里去掉密码，"
            "另存后再导入"
        )
    if (
        holds(data, "Workbook")
        or (holds(data, "Book") and not holds(data, "WordDocument"))
        or suffix in _TABLES
    ):
        return Kind.OLD_TABLE
    return Kind.OLD_WORD


def _misnamed(data: bytes, suffix: str) -> Kind:
    """A web page saved under a Word name is read as what it is; anything else is damage."""
    if _web(data, ""):
        return Kind.HTML
    raise FzjsError(
        f"后缀是 {suffix}，内容却不是，文件坏了或没有下载完。"
        "请用 WPS 或 Word 打开，另存一份再导入；打不开就重新下载"
    )


def _web(data: bytes, suffix: str) -> bool:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return suffix in {".html", ".htm", ".xhtml", ".shtml"} or bool(_MARKUP.match(head))
