"""The small examples of docs/import.md are read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from imported import PUYANG, Repository, repository

from conftest import ROOT, Run
from fzjs.importers.registry import SHAPES
from fzjs.ooxml.guard import (
    FILE_LIMIT,
    MEGABYTE,
    MEMBER_LIMIT,
    PART_LIMIT,
    UNPACKED_LIMIT,
)

PAGE = (ROOT / "docs/import.md").read_text("utf-8")
EXAMPLES = {
    name: text
    for name, body in re.findall(r"^### `--as (\w+)`(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    for text in re.findall(r"```text\n(.*?)```", body, re.DOTALL)
}
ROWS = {"flat": 2, "scored": 2, "headed": 2, "numbered": 2, "bracketed": 3, "opinion": 0}


def test_the_page_names_every_shape() -> None:
    named = re.findall(r"^### `--as (\w+)`", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(shape.NAME for shape in SHAPES)
    assert set(EXAMPLES) == set(ROWS)  # a table is shown as one, and has no text


@pytest.mark.parametrize("name", ROWS)
def test_an_example_is_read_as_its_shape(name: str, fzjs: Run, tmp_path: Path) -> None:
    """Without `--as`, the shape that the page shows it under is chosen."""
    (tmp_path / "方案.txt").write_text(EXAMPLES[name], "utf-8")
    done = fzjs("import", "方案.txt", "--to", "数据", at=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    title = next(shape.TITLE for shape in SHAPES if name == shape.NAME)
    assert f"按“{title}”读" in done.stdout
    made = Repository(tmp_path / "数据")
    assert len(made.rows) == ROWS[name]
    assert all(row.get("责任科室") for row in made.rows)


def test_the_doubt_that_the_page_shows_is_a_real_one(
    fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (shown,) = re.findall(r"```text\n(## .*?)```", PAGE, re.DOTALL)
    assert shown in repository(PUYANG, fzjs, tmp_path_factory).report


def test_the_limits_that_the_page_names() -> None:
    numbers = (FILE_LIMIT, UNPACKED_LIMIT, PART_LIMIT)
    sizes = [f"{number // MEGABYTE} MB" for number in numbers]
    assert re.findall(r"\d+ MB", PAGE) == sizes
    assert f"部件 {MEMBER_LIMIT} 个" in PAGE
