"""What a file is and whether it is safe to open: size, kind by its bytes, zip bombs, passwords."""

from __future__ import annotations

import io
import lzma
import re
import stat
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from fzjs.diagnostic import FzjsError, os_reason

MEGABYTE = 1024 * 1024
FILE_LIMIT = 100 * MEGABYTE
UNPACKED_LIMIT = 600 * MEGABYTE
PART_LIMIT = 300 * MEGABYTE
RATIO_LIMIT = 250
RATIO_FROM = 5 * MEGABYTE
MEMBER_LIMIT = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "文件坏了（{why}）。请用 WPS 或 Word（表格用 Excel）打开它，修复后另存一份再试"
_BOMB = "压缩包解开后太大（{why}），不像正常的文档，没有打开。请用 WPS 或 Word 打开，另存一份再试"
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E", re.IGNORECASE)


def damaged(why: str) -> FzjsError:
    """Return the error for a file whose inside is not as its format wants it."""
    return FzjsError(_DAMAGED.format(why=why))


def load(path: Path) -> bytes:
    """Return a file's bytes; FzjsError where it is missing, a folder, empty or too large."""
    try:
        if path.is_dir():
            raise FzjsError("这是一个文件夹。请给出其中那个文件的路径")
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            raise FzjsError("这不是普通文件（是管道或设备）。请给出文件的路径")
        size = kind.st_size
        if size > FILE_LIMIT:
            raise FzjsError(
                f"文件有 {size // MEGABYTE} MB，超过上限 {FILE_LIMIT // MEGABYTE} MB。"
                "请删去图片、只留文字和表格，另存后再试"
            )
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except (OSError, ValueError) as error:
        why = os_reason(error) if isinstance(error, OSError) else "路径里有不能用的字符"
        raise FzjsError(f"读不了：{why}。请核对路径和权限") from None
    if not data.strip(b"\0 \t\r\n"):
        raise FzjsError("文件是空的，没有内容。请核对是不是拿错了文件")
    return data


def is_ole(data: bytes) -> bool:
    """Tell whether a file is a container of old: .doc, .xls, .wps, or one with a password."""
    return data.startswith(_OLE)


def holds(data: bytes, stream: str) -> bool:
    """Tell whether a container of old has a stream of this name."""
    return stream.encode("utf-16-le") in data


def has_password(data: bytes) -> bool:
    """Tell whether a file is an OOXML one that a password has locked."""
    return is_ole(data) and holds(data, "EncryptedPackage")


class Archive:
    """The parts of an OOXML file, each read within limits."""

    def __init__(self, data: bytes) -> None:
        """Open a zip; FzjsError where it is damaged, has a password or is a zip bomb."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_FAULTS:
            raise damaged("压缩结构不完整，可能没有下载完") from None
        self._parts = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._infos()}
        self._folded = {name.casefold(): name for name in self._parts}

    def _infos(self) -> list[zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > MEMBER_LIMIT:
            raise FzjsError(_BOMB.format(why=f"{len(infos)} 个部件"))
        total = sum(info.file_size for info in infos)
        if total > UNPACKED_LIMIT:
            raise FzjsError(_BOMB.format(why=f"{total // MEGABYTE} MB"))
        for info in infos:
            ratio = info.file_size / max(info.compress_size, 1)
            if info.file_size > RATIO_FROM and ratio > RATIO_LIMIT:
                raise FzjsError(_BOMB.format(why=f"压缩比 {ratio:.0f}:1"))
        return infos

    def names(self) -> list[str]:
        """Return the parts' names."""
        return list(self._parts)

    def find(self, name: str) -> str | None:
        """Return a part's name as the zip spells it (part names ignore case)."""
        return self._folded.get(name.lstrip("/").casefold())

    def read(self, name: str) -> bytes:
        """Return a part's bytes; FzjsError where it is missing, damaged or too large."""
        found = self.find(name)
        if found is None:
            raise damaged(f"缺少部件 {name}")
        info = self._parts[found]
        if info.flag_bits & 1:
            raise FzjsError("压缩包有密码，打不开。请去掉密码另存后再试")
        try:
            with self._zip.open(info) as part:
                data = part.read(PART_LIMIT + 1)
        except _ZIP_FAULTS:
            raise damaged(f"部件 {name} 解不开") from None
        if len(data) > PART_LIMIT:
            raise FzjsError(_BOMB.format(why=f"{name} 超过 {PART_LIMIT // MEGABYTE} MB"))
        if name.casefold().endswith((".xml", ".rels")) and _DOCTYPE.search(data):
            raise FzjsError(
                f"部件 {name} 里有 DTD 或实体声明，办公软件不会写这种内容，可能有害，没有打开。"
                "请用 WPS 或 Word 打开，另存一份再试"
            )
        return data


def parse(data: bytes, name: str) -> etree._Element:
    """Return an XML part's root, strict OOXML namespaces as the usual ones.

    No entities, no network, no oversized trees. FzjsError where it is not well formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(usual(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(f"部件 {name} 不是合格的 XML") from None


_ROOT = re.compile(rb"<[A-Za-z_][^>]*>")
_STRICT = (
    (
        rb"http://purl.oclc.org/ooxml/officeDocument/relationships",
        rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (rb"http://purl.oclc.org/ooxml/", rb"http://schemas.openxmlformats.org/"),
)
_MAIN = re.compile(rb"(http://schemas\.openxmlformats\.org/[a-zA-Z]+)/(main|math|chart|picture)\b")


def usual(data: bytes) -> bytes:
    """Return XML whose root declares strict OOXML namespaces with the transitional ones."""
    root = _ROOT.search(data)
    if root is None or b"purl.oclc.org" not in root[0]:
        return data
    head = root[0]
    for strict, plain in _STRICT:
        head = head.replace(strict, plain)
    head = _MAIN.sub(rb"\1/2006/\2", head)
    return data[: root.start()] + head + data[root.end() :]
