from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import build
import pytest
from reading import lines, opened

from fzjs.diagnostic import FzjsError
from fzjs.importers import readers
from fzjs.importers.readers import legacy
from fzjs.ooxml import guard

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = build.docx(["方案", build.grid([["甲", "乙"], ["丙", "丁"]])])
BOOK = build.xlsx([build.grid([["甲", "乙"], ["丙", "丁"]])])


def refused(folder: Path, data: bytes, name: str) -> str:
    with pytest.raises(FzjsError) as caught:
        opened(folder, data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}：")
    return message


def without(data: bytes, part: str, instead: bytes | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif instead is not None:
                new.writestr(name, instead)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.docx", "空的"),
        (b" \n\r\n", "a.txt", "空的"),
        (GOOD[:-30], "a.docx", "坏了"),
        (GOOD[: len(GOOD) // 2], "a.docx", "坏了"),
        (BOOK[:-30], "a.xlsx", "坏了"),
        (without(GOOD, "word/document.xml"), "a.docx", "不是完整的|缺少部件"),
        (without(GOOD, "word/document.xml", b"<w:document"), "a.docx", "不是合格的 XML"),
        (without(GOOD, "word/document.xml", b""), "a.docx", "不是合格的 XML"),
        (without(GOOD, "word/document.xml", b"<a/>"), "a.docx", "不是 Word 正文"),
        (without(BOOK, "xl/workbook.xml"), "a.xlsx", "缺少部件"),
        (without(BOOK, "xl/worksheets/sheet1.xml"), "a.xlsx", "没有工作表"),
        (without(BOOK, "xl/worksheets/sheet1.xml", b"<worksheet>"), "a.xlsx", "不是合格的 XML"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "有密码"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "有密码"),
        (b"%PDF-1.7\n...", "a.pdf", "PDF"),
        (b"%PDF-1.7\n...", "a.docx", "PDF"),
        (b"\x89PNG\r\n\x1a\n1234", "a.png", "图片"),
        (b"\xff\xd8\xff\xe0JFIF", "a.docx", "图片"),
        (b"MIME-Version: 1.0\r\n\r\n", "a.mht", "mht"),
        ("普通文字".encode(), "a.docx", "内容却不是"),
        (build.package({"a.txt": "x"}), "a.zip", "解压"),
        (build.docx([""]), "a.docx", "没有文字"),
        (build.xlsx([""]), "a.xlsx", "没有文字"),
        (b"<html><body><img src=a.png></body></html>", "a.html", "只有图片"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, name: str, says: str, tmp_path: Path) -> None:
    message = refused(tmp_path, data, name)
    assert any(word in message for word in says.split("|")), message
    assert "请" in message  # and what to do


def test_a_scan_says_so(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:drawing/></w:r></w:p>"
    parts = {"word/media/image1.png": "x"}
    with zipfile.ZipFile(io.BytesIO(build.docx_raw(body))) as archive:
        parts |= {name: archive.read(name).decode() for name in archive.namelist()}
    assert "文字识别" in refused(tmp_path, build.package(parts), "a.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml"])
def test_entities_are_refused(part: str, tmp_path: Path) -> None:
    lists = f'<w:numbering xmlns:w="{build.W}"/>'
    data = build.docx_raw("<w:p/>", {"numbering.xml": lists})
    hostile = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    assert "实体" in refused(tmp_path, without(data, part, hostile), "a.docx")
    wide = hostile.decode().encode("utf-16")
    assert "实体" in refused(tmp_path, without(data, part, wide), "a.docx")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<w:p><w:r><w:t>" + "依" * 8_000_000 + "</w:t></w:r></w:p>"
    assert "压缩比" in refused(tmp_path, build.docx_raw(body), "a.docx")
    monkeypatch.setattr(guard, "UNPACKED_LIMIT", 1000)
    assert "解开后太大" in refused(tmp_path, GOOD, "b.docx")
    monkeypatch.setattr(guard, "MEMBER_LIMIT", 2)
    assert "个部件" in refused(tmp_path, GOOD, "c.docx")


def test_a_very_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(200 * guard.MEGABYTE)
    with pytest.raises(FzjsError, match="文件有 200 MB，超过上限 100 MB"):
        readers.read(path)


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    marked = bytearray(GOOD)
    at = marked.find(b"PK\x01\x02")
    while at >= 0:
        marked[at + 8] |= 1
        at = marked.find(b"PK\x01\x02", at + 1)
    assert "密码" in refused(tmp_path, bytes(marked), "a.docx")


def test_deep_nesting_is_an_error_and_no_crash(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 2000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 2000
    assert "坏了" in refused(tmp_path, build.docx_raw(deep), "a.docx")
    web = "<div>" * 20_000 + "甲" + "</div>" * 20_000
    try:
        assert "甲" in "".join(lines(opened(tmp_path, web.encode(), "a.html")))
    except FzjsError as error:
        assert "请" in str(error)  # noqa: PT017  # either answer is right, a crash is not


def test_missing_folder_and_unreadable(tmp_path: Path) -> None:
    with pytest.raises(FzjsError, match="不在"):
        readers.read(tmp_path / "没有.docx")
    with pytest.raises(FzjsError, match="文件夹"):
        readers.read(tmp_path)
    with pytest.raises(FzjsError, match="路径"):
        readers.read(Path("a\0b.docx"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(FzjsError, match="没有权限"):
        readers.read(path)


@pytest.mark.parametrize(
    ("name", "data", "target"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), ".docx"),
        ("a.wps", OLE + "WordDocument".encode("utf-16-le"), ".docx"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), ".xlsx"),
        ("a.et", OLE + b"?", ".xlsx"),
        ("a.rtf", b"{\\rtf1 a}", ".docx"),
        ("a.odt", build.package({"mimetype": "application/vnd.oasis.opendocument.text"}), ".docx"),
        ("a.ods", build.package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
         ".xlsx"),
    ],
)  # fmt: skip
def test_old_formats_without_libreoffice(
    name: str, data: bytes, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(_name: str) -> None:
        return None

    monkeypatch.setattr(shutil, "which", nowhere)
    message = refused(tmp_path, data, name)
    assert "没有 LibreOffice" in message
    assert f"另存为 {target} 再导入" in message


def test_a_conversion_that_hangs_or_yields_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    office.chmod(0o755)

    def found(_name: str) -> str:
        return str(office)

    monkeypatch.setattr(shutil, "which", found)
    assert "转换不了" in refused(tmp_path, b"{\\rtf1 a}", "a.rtf")
    office.write_text("#!/bin/sh\nexec sleep 20\n", encoding="utf-8")
    monkeypatch.setattr(legacy, "_SECONDS", 0.2)
    assert "已停止" in refused(tmp_path, b"{\\rtf1 a}", "a.rtf")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_word_file_is_converted(tmp_path: Path) -> None:
    source = tmp_path / "old.docx"
    source.write_bytes(GOOD)
    office = shutil.which("soffice") or ""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), source],
        check=True,
        timeout=120,
        capture_output=True,
    )
    document = readers.read(tmp_path / "old.doc")
    assert document.name == "old.doc"
    assert [cell.text for cell in document.tables()[0].cells] == ["甲", "乙", "丙", "丁"]
