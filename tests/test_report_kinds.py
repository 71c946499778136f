"""What holds for every document: one table of kinds, its template, its page, its options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import Run
from fzjs.cli.samples import PAPERS
from fzjs.reports.registry import KINDS

ROOT = Path(__file__).resolve().parents[1]


def test_every_kind_has_its_command_and_template(fzjs: Run) -> None:
    page = fzjs("report", "-h", at=ROOT).stdout
    commands = re.findall(r"^  ([a-z-]+)  ", page.partition("命令:")[2], re.MULTILINE)
    names = [kind.name for kind in KINDS]
    assert sorted(commands) == sorted(names)
    held = {path.name.removesuffix(".md.j2") for path in (ROOT / "templates").glob("*.j2")}
    assert held == set(names) == set(PAPERS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_explained(fzjs: Run, kind: tuple[str, str, str, str]) -> None:
    name, title, readers, holds = kind
    listed = fzjs("report", "--list", at=ROOT).stdout
    page = fzjs("report", name, "-h", at=ROOT).stdout
    assert f"{title}（给{readers}看）" in listed
    said = f"{title}：{holds}。"
    assert said in re.sub(r"\n\s*", "", page)
    assert f"`{name}.md.j2` {title}" in (ROOT / "docs/templates.md").read_text("utf-8")


def test_the_list_fits_the_screen(fzjs: Run) -> None:
    listed = fzjs("report", "--list", at=ROOT).stdout
    assert max(map(cell_len, listed.splitlines())) <= 80
