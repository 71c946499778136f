"""How documents are written: many at once, as PDF, with phones only where somebody asks."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from docx import Document

import mini
from conftest import Run
from offices import git
from pages import letters
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
    assert done.returncode == 1
    assert "有1份没有写成" in done.stdout
    assert "已经有了，有人改过" in done.stdout
    assert made.read_bytes() == b"mine"
    forced = fzjs("report", "statement", "--all", "--force", "-o", str(tmp_path), at=shipped)
    assert "已写好1份" in forced.stdout
    assert made.read_bytes() != b"mine"


def test_what_nobody_changed_is_replaced_after_a_commit(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    asked = ("report", "summary", "-o", str(tmp_path / "out"))
    assert fzjs(*asked, at=campaign).returncode == 0
    (made,) = (tmp_path / "out").iterdir()
    first = made.read_bytes()
    mini.put(campaign, "说明.md", "别的文件\n")
    git(campaign, "add", ".")
    git(campaign, "commit", "--quiet", "--message", "又一步")
    done = fzjs(*asked, at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert made.read_bytes() != first
    document = Document(str(made))
    document.paragraphs[0].add_run("改")
    document.save(str(made))
    kept = made.read_bytes()
    done = fzjs(*asked, at=campaign)
    assert (done.returncode, made.read_bytes()) == (2, kept)
    assert "有人改过" in done.stderr


def test_a_scan_beside_it_is_no_pdf_of_ours(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    tool("soffice", "apt-get install libreoffice-writer")
    asked = ("report", "problems", "--pdf", "-o", str(tmp_path))
    assert fzjs(*asked, at=shipped).returncode == 0
    assert fzjs(*asked, at=shipped).returncode == 0  # its own is replaced
    (scan,) = tmp_path.glob("*.pdf")
    scan.write_bytes(b"%PDF-1.4 a scan of the sealed paper")
    scan.with_suffix(".docx").unlink()
    done = fzjs(*asked, at=shipped)
    assert done.returncode == 2
    assert "已经有了" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [scan.name]


def test_a_folder_or_a_file_in_the_way(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    fzjs("report", "problems", "-o", str(tmp_path), at=shipped)
    (made,) = tmp_path.iterdir()
    made.unlink()
    made.mkdir()
    done = fzjs("report", "problems", "-o", str(tmp_path), at=shipped)
    assert done.returncode == 2
    assert "不是文件" in done.stderr
    there = tmp_path / "文件"
    there.write_text("x", "utf-8")
    done = fzjs("report", "problems", "-o", str(there), at=shipped)
    assert f"-o 要写文件夹，{there} 是文件" in done.stderr


def test_the_folder_is_the_one_of_the_campaign_and_names_are_chinese_too(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    done = fzjs("-C", str(campaign), "report", "问题清单", at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [each.suffix for each in (campaign / "out").iterdir()] == [".docx"]


def test_two_of_one_name_and_a_template_that_is_wrong(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    text = (campaign / STATEMENT).read_text("utf-8")
    mini.put(campaign, STATEMENT.replace("2021-", "2021-又一份"), text)
    done = fzjs("report", "statement", "--all", "--force", "-o", str(tmp_path / "a"), at=campaign)
    assert done.returncode == 1
    assert "这一次已经写过一份" in done.stdout
    mini.put(campaign, "templates/request.md.j2", "{{ 主宋 }}\n")
    done = fzjs("report", "request", "--all", "-o", str(tmp_path / "b"), at=campaign)
    assert done.returncode == 2
    assert "templates/request.md.j2:1:4: 没有“主宋”这个变量" in done.stderr
    assert not (tmp_path / "b").exists()


def test_no_number_of_a_person_is_printed(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    number = "138" + "1234" + "5678"
    for path in (campaign / "evidence/督导").iterdir():
        text = path.read_text("utf-8")
        path.write_text(text.replace("缺第3期", f"缺第3期，问{number}"), "utf-8")
    for kind in ("problems", "circular --quarter 2021-1", "summary"):
        fzjs("report", *kind.split(), "-o", str(tmp_path / "out"), at=campaign)
    made = list((tmp_path / "out").iterdir())
    assert len(made) == 3
    for path in made:
        body = letters(path)
        assert number not in body
    assert any("缺第3期，问（号码略）" in letters(path) for path in made)


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


def test_a_libreoffice_that_cannot_start_is_said(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    broken = tmp_path / "bin" / "soffice"
    broken.parent.mkdir()
    broken.write_text("#!/nonexistent\n", "utf-8")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    path = f"{broken.parent}{os.pathsep}{os.environ['PATH']}"
    done = fzjs("report", "summary", "--pdf", "-o", str(tmp_path / "o"), at=shipped, PATH=path)
    assert done.returncode == 2
    assert "LibreOffice 运行不了" in done.stderr
    assert "Traceback" not in done.stderr


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
