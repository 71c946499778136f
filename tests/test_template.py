"""`fzjs template`: a clerk copies a template, changes it, has it looked through, writes with it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.cli import samples
from fzjs.cli.session import Session
from fzjs.render import templates
from fzjs.reports import shapes
from fzjs.reports.registry import KINDS


@pytest.fixture
def bare(campaign: Path) -> Path:
    """Give the campaign without templates of its own."""
    for path in (campaign / "templates").iterdir():
        path.unlink()
    return campaign


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "templates" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_way_of_a_change(fzjs: Run, bare: Path) -> None:
    done = fzjs("template", "copy", "情况说明", "reference", at=bare)
    assert (done.returncode, done.stderr) == (0, "")
    assert "已抄来 templates/statement.md.j2" in done.stdout
    assert "fzjs template check" in done.stdout
    same = fzjs("template", "check", at=bare)
    assert same.returncode == 0
    assert "templates/statement.md.j2 与随带的相同" in same.stdout

    edit(bare, "statement.md.j2", "{{ 件.名称 }}", "{{ 件.名秤 }}")
    edit(bare, "statement.md.j2", "::: 附件说明", "::: 附件说名")
    wrong = fzjs("template", "check", at=bare)
    assert wrong.returncode == 1
    lines = wrong.stdout.splitlines()
    assert lines[0].startswith("templates/statement.md.j2:45:5: 没有“::: 附件说名”这种块")
    assert lines[1].startswith("templates/statement.md.j2:47:6: 这里没有“名秤”一项（是不是“名称”")
    assert "有 2 处错误" in wrong.stdout
    assert "templates/statement.md.j2 与随带的不同" in wrong.stdout

    kept = fzjs("template", "copy", "statement", at=bare)
    assert (kept.returncode, kept.stdout) == (2, "")
    assert "已有改过的：statement.md.j2" in kept.stderr
    assert fzjs("template", "copy", "statement", "--force", at=bare).returncode == 0
    packed = templates.packed("statement.md.j2")
    assert (bare / "templates" / "statement.md.j2").read_bytes() == packed


def test_copy_without_names_brings_all_as_init_does(fzjs: Run, bare: Path) -> None:
    assert fzjs("template", "copy", at=bare).returncode == 0
    there = {path.name for path in (bare / "templates").iterdir()}
    assert there == set(templates.names())
    made = fzjs("init", str(bare), "--templates", at=bare)
    assert "templates/statement.md.j2" not in made.stdout


def test_check_without_own_templates_looks_at_the_packaged_ones(fzjs: Run, bare: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in bare.rglob("*")}
    done = fzjs("template", "check", at=bare)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"查了 {len(templates.names())} 个模板文件，没有错误。" in done.stdout
    assert "用的是程序随带的" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in bare.rglob("*")} == before


def test_what_only_filling_shows_is_found_too(fzjs: Run, campaign: Path) -> None:
    edit(campaign, "summary.md.j2", "# 一、总体情况", "{{ 3 / 2 }}\n\n# 一、总体情况")
    done = fzjs("template", "check", "summary", "--json", at=campaign)
    (fault,) = json.loads(done.stdout)["错误"]
    assert (done.returncode, fault["文件"]) == (1, "templates/summary.md.j2")
    assert "带小数" in fault["说明"]
    line = (campaign / fault["文件"]).read_text(encoding="utf-8").splitlines()[fault["行"] - 1]
    assert line[fault["列"] - 1 :].startswith("3 / 2")


def test_files_that_are_no_templates_are_named(fzjs: Run, campaign: Path) -> None:
    folder = campaign / "templates"
    (folder / "statment.md.j2").write_text("x", encoding="utf-8")
    (folder / "summary.md.j2").write_bytes("总结".encode("gbk"))
    (folder / "reference.docx").write_bytes(b"PK")
    done = fzjs("template", "check", at=campaign)
    assert done.returncode == 1
    assert "没有文书用 templates/statment.md.j2，是不是 statement.md.j2？" in done.stdout
    assert "templates/summary.md.j2: templates/summary.md.j2 不是 UTF-8" not in done.stdout
    assert "templates/summary.md.j2: 不是 UTF-8 编码" in done.stdout
    assert "templates/reference.docx: reference.docx 打不开" in done.stdout


def test_variables_are_listed_as_a_template_writes_them(fzjs: Run, campaign: Path) -> None:
    entry = "evidence/法制仲裁科/2021-规范性文件合法性审核情况说明.yaml"
    done = fzjs("template", "vars", "statement", entry, at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(line.split(maxsplit=1) for line in done.stdout.splitlines() if "  " in line[1:])
    assert rows["指标[0].编号"] == "29"
    assert rows["单位"] == "示例市司法局"
    assert rows["正文"].endswith("项")
    assert rows["主送"] == "（这一件没有）"
    assert f"fzjs report statement {entry}" in done.stdout.replace("\n", "")
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


def test_vars_chooses_a_sample_and_names_it(fzjs: Run, campaign: Path) -> None:
    assert "换版.yaml" in mini.said(campaign, "template", "vars", "migration", code=2)
    for name in set(samples.PAPERS) - {"migration"}:
        data = json.loads(mini.said(campaign, "template", "vars", name, "--json"))
        command = shlex.split(data["样本"])
        mini.said(campaign, *command[1:], "-o", str(campaign / "out"), "--force")
        values = {row["变量"]: row["值"] for row in data["变量"]}
        assert values["标题"]
    plain = fzjs("template", "vars", at=campaign)
    assert all(kind.title in plain.stdout for kind in KINDS)
    assert max(map(cell_len, plain.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("vars", "statment"), "没有“statment”这种模板。是不是 statement？"),
        (("vars", "总节"), "这种模板"),
        (("vars", "plan", "29"), "只有一件"),
        (("vars", "statement", "29"), "年度"),
        (("check", "../x"), "这种模板"),
        (("copy", "x.docx"), "这种模板"),
    ],
)
def test_mistyped_names(fzjs: Run, campaign: Path, words: tuple[str, ...], says: str) -> None:
    done = fzjs("template", *words, at=campaign)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def paths(value: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401  # any JSON value
    if isinstance(value, list):
        for each in value:
            yield from paths(each, f"{at}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f"{at}.{key}"
            if key != "至少宽":  # columns, no names of a template
                yield from paths(inner, f"{at}.{key}")


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_the_declared_shapes_hold_all_that_reports_make(shipped: Path, name: str) -> None:
    assessment, _ = Session(shipped).assess()
    declared = set(paths(shapes.example(name)))
    for sample in samples.every(assessment, name):
        assert set(paths(sample.data)) - declared == set(), sample.command


def test_styles_are_held_against_the_units_own_rule(fzjs: Run, campaign: Path) -> None:
    done = fzjs("template", "check", at=campaign)
    assert done.returncode == 0
    assert "注意" not in done.stdout  # the shipped styles are those of norm and plan
    settings = campaign / "fzjs.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(
        text.replace("标题: 2号小标宋, 正文: 3号仿宋_GB2312", "标题: 2号黑体"), "utf-8"
    )
    done = fzjs("template", "check", "statement", at=campaign)
    assert done.returncode == 1
    assert "reference.docx: 标题是小标宋，应为2号黑体" in done.stdout
