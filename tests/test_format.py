"""`fzjs format` as a clerk runs it: sound and spoilt files, hostile ones, our own documents."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from rich.cells import cell_len

import hands
import mini
from fzjs.norm import Expected
from fzjs.norm.reading import read
from fzjs.norm.registry import check

Run = Callable[..., subprocess.CompletedProcess[str]]
_OFFICE = shutil.which("soffice")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_fonts() -> str:
    return mini.CAMPAIGN.replace(
        "  字数: {建议: 500, 上限: 1000}",
        "  字数: {建议: 500, 上限: 1000}\n  字体: {标题: 2号小标宋, 正文: 3号仿宋_GB2312}",
    ).replace("示例市某局", hands.UNIT)


def put(folder: Path, data: bytes, name: str = "说明.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_sound_file_outside_a_repository_is_told_so(tmp_path: Path, fzjs: Run) -> None:
    put(tmp_path, hands.saved(hands.written()))
    done = fzjs("format", "说明.docx", at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "没有发现问题" in done.stdout
    assert "不在数据仓库里" in done.stdout
    assert done.stdout.endswith("错误 0处，警告 0处\n")


def test_the_plan_goes_before_the_norm(tmp_path: Path, fzjs: Run) -> None:
    mini.lay(tmp_path, {"fzjs.yaml": with_fonts()})
    document = hands.written()
    document.paragraphs[2].runs[0].font.size = 177800  # 14 points
    put(tmp_path, hands.saved(document))
    inside = fzjs("format", "说明.docx", at=tmp_path)
    assert inside.returncode == 1
    assert "正文是4号，应为3号仿宋_GB2312" in inside.stdout.replace("\n", "").replace(" ", "")
    assert "fzjs.yaml情况说明.字体，方案" in "".join(inside.stdout.split())
    outside = fzjs("format", str(tmp_path / "说明.docx"), at=tmp_path.parent)
    assert outside.returncode == 0
    assert "错误 0处，警告 1处" in outside.stdout


def test_a_path_is_taken_from_the_folder_that_is_named(tmp_path: Path, fzjs: Run) -> None:
    mini.lay(tmp_path / "仓库", {"fzjs.yaml": with_fonts()})
    put(tmp_path / "仓库", hands.saved(hands.written()))
    done = fzjs("-C", "仓库", "format", "说明.docx", at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "没有发现问题" in done.stdout
    missing = fzjs("-C", "仓库", "format", "说.docx", at=tmp_path)
    assert "是不是“仓库/说明.docx”？" in missing.stderr


def test_a_source_that_is_its_own_level_is_said_once(tmp_path: Path, fzjs: Run) -> None:
    document = hands.written()
    document.paragraphs[2].runs[0].text = "自2020.5.6以来，" + hands.TEXT
    put(tmp_path, hands.saved(document))
    done = fzjs("format", "说明.docx", at=tmp_path)
    assert "（实务）" in done.stdout
    assert "实务，实务" not in done.stdout


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(width: int, tmp_path: Path, fzjs: Run) -> None:
    document = hands.written()
    document.sections[0].left_margin = 0
    for each in document.paragraphs:
        each.paragraph_format.line_spacing = 1
    put(tmp_path, hands.saved(document))
    done = fzjs("format", "说明.docx", at=tmp_path, COLUMNS=str(width))
    assert done.returncode == 1
    assert all(cell_len(line) <= width for line in done.stdout.splitlines())
    assert done.stdout.index("错误（") < done.stdout.index("警告（")


def test_the_kind_may_be_said(tmp_path: Path, fzjs: Run) -> None:
    put(tmp_path, hands.wps())
    done = fzjs("format", "说明.docx", "--type", "信函", at=tmp_path)
    assert "首页不显示页码" in done.stdout
    wrong = fzjs("format", "说明.docx", "--type", "红头", at=tmp_path)
    assert wrong.returncode == 2
    assert "情况说明" in wrong.stderr


def test_several_files_are_told_apart(tmp_path: Path, fzjs: Run) -> None:
    put(tmp_path, hands.wps())
    put(tmp_path, b"nothing", "坏的.docx")
    done = fzjs("format", "说明.docx", "坏的.docx", "--json", at=tmp_path)
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert [bool(each["打不开"]) for each in data["文件"]] == [False, True]


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def replaced(name: str, data: bytes | None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(hands.wps())) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return zipped({k: v for k, v in {**parts, name: data}.items() if v is not None})


_DEEP = b"<a>" * 5000 + b"</a>" * 5000
_ENTITY = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空的"),
        (b"hello", "不是 Word 文件"),
        (b"%PDF-1.7", "PDF"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "有密码"),
        (_OLE + "WordDocument".encode("utf-16-le"), "旧格式"),
        (hands.wps()[:400], "坏了"),
        (zipped({"a.txt": b"a"}), "没有 Word 正文"),
        (replaced("word/document.xml", None), "缺少部件"),
        (replaced("word/document.xml", b"<a/>"), "不是 Word 正文"),
        (replaced("word/document.xml", b"<w:document"), "不是合格的 XML"),
        (replaced("word/document.xml", _DEEP), "坏了"),
        (replaced("word/styles.xml", _ENTITY), "DTD"),
        (replaced("word/big.xml", b"0" * 40_000_000), "太大"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_file_is_refused_in_one_sentence(
    data: bytes, says: str, tmp_path: Path, fzjs: Run
) -> None:
    put(tmp_path, data)
    done = fzjs("format", "说明.docx", at=tmp_path)
    assert done.returncode == 1
    assert says in "".join(done.stdout.split("\n")).replace("    ", "")
    assert "Traceback" not in done.stderr


def test_a_file_of_two_hundred_megabytes_is_not_read(tmp_path: Path, fzjs: Run) -> None:
    with (tmp_path / "大.docx").open("wb") as stream:
        stream.truncate(200_000_000)
    done = fzjs("format", "大.docx", at=tmp_path)
    assert done.returncode == 1
    assert "超过上限" in done.stdout


@pytest.mark.parametrize("typed", ["说明（终稿）.docx", "说明(终搞).docx", "说明(终稿).doc"])
def test_a_mistyped_name_names_the_file_that_is_meant(
    typed: str, tmp_path: Path, fzjs: Run
) -> None:
    put(tmp_path, hands.wps(), "说明(终稿).docx")
    put(tmp_path, hands.wps(), "目录.docx")
    done = fzjs("format", typed, at=tmp_path)
    assert done.returncode == 2
    assert "是不是“说明(终稿).docx”？" in done.stderr


@pytest.mark.parametrize("part", ["styles", "settings", "numbering", "footer", "theme/theme1"])
def test_a_part_that_is_missing_is_no_fault_of_the_program(part: str) -> None:
    check(read(replaced(f"word/{part}.xml", None)), Expected())


REPORTS = (
    ("summary",),
    ("summary", "--office", "法制仲裁科"),
    ("ledger",),
    ("assignments",),
    ("plan",),
    ("circular", "--quarter", "2021-1"),
)


def unfit(files: Iterable[Path], at: Path, fzjs: Run) -> list[str]:
    done = fzjs("format", *map(str, files), "--json", at=at)
    return [
        f"{each['文件']} {each['打不开']} {found['问题']}"
        for each in json.loads(done.stdout)["文件"]
        for found in (*each["结果"], *([{"问题": ""}] if each["打不开"] else []))
        if found.get("严重程度") != "警告"
    ]


def test_what_fzjs_writes_keeps_the_norm(campaign: Path, fzjs: Run) -> None:
    for report in REPORTS:
        done = fzjs("report", *report, "-o", "出文", at=campaign)
        assert done.returncode == 0, done.stderr
    made = sorted((campaign / "出文").glob("*.docx"))
    assert len(made) == len(REPORTS)
    assert unfit(made, campaign, fzjs) == []


def test_a_statement_that_fzjs_writes_has_nothing_to_mend(tmp_path: Path, fzjs: Run) -> None:
    text = f"正文: {json.dumps(hands.TEXT + hands.MORE, ensure_ascii=False)}\n"
    entry = mini.entry("1-1 2020", {"附件": None}) + text
    mini.lay(tmp_path, {"fzjs.yaml": with_fonts(), mini.ENTRY: entry})
    done = fzjs("report", "statement", "乙科/条目", "-o", "出文", at=tmp_path)
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "出文").glob("*.docx")
    said = fzjs("format", str(made), at=tmp_path)
    assert "（按情况说明查）" in said.stdout.replace("\n", "").replace("  ", "")
    assert "没有发现问题" in said.stdout, said.stdout


@pytest.mark.skipif(_OFFICE is None, reason="needs LibreOffice")
def test_a_file_that_libreoffice_has_saved_reads_the_same(tmp_path: Path) -> None:
    put(tmp_path, hands.saved(hands.written()))
    subprocess.run(
        [
            str(_OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "说明.docx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert check(read((tmp_path / "out" / "说明.docx").read_bytes()), Expected())[1] == ()
