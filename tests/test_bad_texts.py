"""Data and folders that go wrong, through the command line: verbatim, named, or refused whole."""

from __future__ import annotations

import errno
import os
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from typer.testing import CliRunner

from conftest import Run
from fzjs.cli.app import app, run
from fzjs.render import fonts, reference
from fzjs.render.word import Properties, Template, render

ENTRY = "evidence/法制仲裁科/2021-规范性文件合法性审核情况说明.yaml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(root: Path, text: str) -> None:
    """Give the entry another 正文, in double quotes."""
    path = root / ENTRY
    whole = path.read_text(encoding="utf-8")
    head, tail = whole[: whole.index("正文:")], whole[whole.index("状态:") :]
    path.write_text(f'{head}正文: "{text}"\n{tail}', encoding="utf-8")


def texts(folder: Path) -> list[str]:
    (made,) = folder.glob("*.docx")
    return [each.text for each in Document(str(made)).paragraphs]


def test_marks_in_an_entry_are_only_text(fzjs: Run, campaign: Path) -> None:
    lines = [
        "{{ 单位 }}{% if x %}{# x #}", "# x", "| a | b |", "|---|---|", "^^", ":::", "::: 标题",
        "<w:p>&amp;]]>", "**粗**", "😀", "｛｛ x ｝｝", "1. 甲", "---",
    ]  # fmt: skip
    body(campaign, "\\n".join(lines))
    done = fzjs("report", "statement", ENTRY, "-o", "out", at=campaign)
    assert done.returncode == 0, done.stderr
    assert [each for each in texts(campaign / "out") if each in lines] == lines


@pytest.mark.parametrize("mark", [r"\a", r"\x00", r"\uFFFF", "\x01", r"\e"])
def test_a_control_character_is_named_at_its_place_and_nothing_written(
    fzjs: Run, campaign: Path, mark: str
) -> None:
    body(campaign, f"甲{mark}乙")
    done = fzjs("report", "statement", ENTRY, "-o", "out", at=campaign)
    assert done.returncode == 2
    assert f"{ENTRY} 有误，先按 fzjs check {ENTRY}" in done.stderr
    assert not (campaign / "out").exists()
    said = fzjs("check", ENTRY, "--format", "json", at=campaign).stdout
    assert f'"文件": "{ENTRY}"' in said
    assert '"行": 9' in said or '"行": 8' in said


def test_names_that_a_gb2312_font_lacks_are_warned_of(fzjs: Run, campaign: Path) -> None:
    body(campaign, "镕堃喆玥和张三")
    done = fzjs("report", "statement", ENTRY, "-o", "out", at=campaign)
    assert done.returncode == 0
    assert "注意：“喆堃玥镕”不在仿宋_GB2312、楷体_GB2312里" in done.stderr
    assert "镕堃喆玥和张三" in texts(campaign / "out")
    body(campaign, "张三")
    assert fzjs("report", "statement", ENTRY, "-o", "b", at=campaign).stderr == ""


def test_other_fonts_are_not_warned_of() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/styles.xml", '<w:rFonts w:eastAsia="仿宋"/>')
    assert fonts.lacking(made.getvalue(), {"名": "朱镕基"}) == ""
    assert fonts.lacking(b"", {"名": "朱镕基"}) == ""


@pytest.mark.parametrize(("words", "splits"), [(3000, True), (60, False)])
def test_a_row_higher_than_a_page_splits_and_no_other(words: int, *, splits: bool) -> None:
    text = "| 甲 | 乙 |\n|---|---|\n| {{ 文 }} | 乙 |\n"
    properties = Properties("题", "者", date(2021, 3, 2))
    made = render(Template("x", text), {"文": "字" * words}, reference.build(), properties)
    with ZipFile(BytesIO(made)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    heading, row = root.iter(f"{_W}tr")
    assert heading.find(f".//{_W}cantSplit") is not None
    assert (row.find(f".//{_W}cantSplit") is None) == splits
    assert "字" * words in "".join(row.itertext())


@pytest.mark.parametrize(
    ("lead", "cut", "end"),
    [("~$", 0, ""), ("~$", 1, ""), ("~$", 2, ""), (".~", 0, ""), (".~lock.", 0, "#")],
)
def test_a_document_that_is_open_is_left_alone(
    fzjs: Run, campaign: Path, lead: str, cut: int, end: str
) -> None:
    assert fzjs("report", "statement", ENTRY, "-o", "out", at=campaign).returncode == 0
    (made,) = (campaign / "out").iterdir()
    before = made.read_bytes()
    (campaign / "out" / f"{lead}{made.name[cut:]}{end}").touch()
    body(campaign, "另一个正文")
    done = fzjs("report", "statement", ENTRY, "-o", "out", "--force", at=campaign)
    assert done.returncode == 2
    assert "正在 Word 或 WPS 里开着" in done.stderr
    assert made.read_bytes() == before
    elsewhere = fzjs("report", "statement", ENTRY, "-o", "b", at=campaign)
    assert elsewhere.returncode == 0


def test_a_locked_file_keeps_what_it_held(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Windows refuses to replace a file that a program holds open."""
    command = ["-C", str(campaign), "report", "statement", ENTRY, "-o", str(campaign / "out")]
    assert CliRunner().invoke(app, command).exit_code == 0
    (made,) = (campaign / "out").iterdir()
    before = made.read_bytes()
    body(campaign, "另一个正文")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    assert run([*command, "--force"]) == 2
    assert "没有权限" in capsys.readouterr().err
    assert made.read_bytes() == before
    assert list((campaign / "out").iterdir()) == [made]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(fzjs: Run, campaign: Path) -> None:
    (campaign / "out").mkdir(mode=0o500)
    done = fzjs("report", "summary", "-o", "out", at=campaign)
    assert done.returncode == 2
    assert "没有权限" in done.stderr


def test_a_folder_that_cannot_be(fzjs: Run, campaign: Path) -> None:
    (campaign / "out").write_text("x", encoding="utf-8")
    done = fzjs("report", "summary", "-o", "out/里", at=campaign)
    assert done.returncode == 2
    assert "不是文件夹" in done.stderr


def test_a_fault_of_an_own_template_leaves_the_old_file(fzjs: Run, campaign: Path) -> None:
    assert fzjs("report", "summary", "-o", "out", at=campaign).returncode == 0
    (made,) = (campaign / "out").iterdir()
    before = made.read_bytes()
    path = campaign / "templates" / "summary.md.j2"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n{{ 单位.__class__ }}\n", encoding="utf-8")
    done = fzjs("report", "summary", "-o", "out", "--force", at=campaign)
    assert done.returncode == 2
    line = text.count("\n") + 2
    assert f"templates/summary.md.j2:{line}:7: 这里不是一组数据" in done.stderr
    assert made.read_bytes() == before
