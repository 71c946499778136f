"""How documents are written: many at once, as PDF, with phones only where somebody asks."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from docx import Document

import mini
from conftest import Run
from tools import page_texts, tool

STATEMENT = "evidence/法制仲裁科/2021-规范性文件合法性审核情况说明.yaml"


def test_all_statements_at_once_with_what_was_left_out_and_why(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    done = fzjs("report", "statement", "--all", "-o", str(tmp_path / "out"), at=shipped)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("已写好1份，在 ")
    listed = (tmp_path / "out" / "没写的情况说明.txt").read_text("utf-8")
    count = sum(line.startswith("  ") for line in listed.splitlines())
    assert f"没写{count}份" in done.stdout
    for why in ("正文在附件里", "由外单位出具", "还没有登记条目"):
        assert why in listed
        assert why in done.stdout
    assert "\n  2-1 2019（法制仲裁科，剩13天）\n" in listed
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1


def test_the_letterhead_is_the_units_own(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    settings = campaign / "fzjs.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  标题: ", "  红头: 示例市司法局便签\n  标题: ", 1), "utf-8")
    done = fzjs("report", "statement", STATEMENT, "-o", str(tmp_path / "out"), at=campaign)
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "out").iterdir()
    header = Document(str(path)).sections[0].first_page_header
    assert header.paragraphs[0].text == "示例市司法局便签"


def test_all_of_a_year_are_those_that_speak_of_it(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    fzjs("report", "statement", "--all", "--year", "2016", "-o", str(tmp_path), at=shipped)
    listed = (tmp_path / "没写的情况说明.txt").read_text("utf-8")
    assert "2016-2018-失信惩戒情况说明" in listed
    assert not list(tmp_path.glob("*.docx"))
    assert "2-1 2019" not in listed


def test_one_that_is_there_and_differs_is_kept_and_said(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    fzjs("report", "statement", "--all", "-o", str(tmp_path), at=shipped)
    (made,) = tmp_path.glob("*.docx")
    made.write_bytes(b"mine")
    done = fzjs("report", "statement", "--all", "-o", str(tmp_path), at=shipped)
    assert "已写好0份" in done.stdout
    assert "已经有了，内容不同" in done.stdout
    assert made.read_bytes() == b"mine"
    forced = fzjs("report", "statement", "--all", "--force", "-o", str(tmp_path), at=shipped)
    assert "已写好1份" in forced.stdout
    assert made.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "没有写出哪一份"), (("--all", STATEMENT), "--all 是全部出")],
)
def test_what_is_meant_is_asked(
    fzjs: Run, shipped: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = fzjs("report", "statement", *arguments, at=shipped)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_a_pdf_beside_the_document(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    tool("soffice", "apt-get install libreoffice-writer")
    done = fzjs("report", "statement", STATEMENT, "--pdf", "-o", str(tmp_path), at=shipped)
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.glob("*.pdf")
    assert made.with_suffix(".docx").is_file()
    assert str(made) in done.stdout
    assert "示例市司法局" in page_texts(made)[0]


def test_without_libreoffice_nothing_is_written(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    done = fzjs(
        *("report", "summary", "--pdf", "-o", str(tmp_path / "out")),
        at=shipped,
        PATH=str(tmp_path / "nothing"),
    )
    assert done.returncode == 2
    assert "没有找到 LibreOffice" in done.stderr
    assert "去掉 --pdf" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_libreoffice_that_fails_is_said(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    broken = tmp_path / "bin" / "soffice"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho 'no license' >&2\nexit 1\n", "utf-8")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    path = f"{broken.parent}{os.pathsep}{os.environ['PATH']}"
    out = tmp_path / "out"
    done = fzjs("report", "summary", "--pdf", "-o", str(out), at=shipped, PATH=path)
    assert done.returncode == 2
    assert "LibreOffice 没有转出 PDF：no license" in done.stderr
    assert [made.suffix for made in out.iterdir()] == [".docx"]


def test_phones_only_where_somebody_asks(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    asked = ("report", "ledger", "--office", "基层工作指导科", "--month", "2021-03")
    done = fzjs(*asked, "--with-private", "-o", str(tmp_path / "a"), at=campaign)
    assert done.returncode == 2
    assert "private/联络人.csv 不在" in done.stderr
    person = _last_cells(fzjs, campaign, tmp_path / "b", asked)[0].partition("\n")[0]
    mini.put(campaign, "private/联络人.csv", f"科室,姓名,电话\n基层科,{person},内线0001\n")
    assert not any("内线" in cell for cell in _last_cells(fzjs, campaign, tmp_path / "c", asked))
    cells = _last_cells(fzjs, campaign, tmp_path / "d", (*asked, "--with-private"))
    assert f"{person}\n内线0001" in cells
    (path,) = (tmp_path / "d").iterdir()
    assert "只供内部使用" in "".join(p.text for p in Document(str(path)).paragraphs)


def _last_cells(fzjs: Run, at: Path, out: Path, asked: tuple[str, ...]) -> list[str]:
    done = fzjs(*asked, "-o", str(out), at=at)
    assert done.returncode == 0, done.stderr
    (path,) = out.iterdir()
    (table,) = Document(str(path)).tables
    return [row.cells[-1].text for row in table.rows[1:]]
