"""The commands of the pages about a campaign's months can be typed as they stand, in order."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Run
from offices import git

PAGES = ("ledger", "problem", "calendar", "score", "history", "organisation", "essays")
LANGUAGES = ("sh", "console", "")
"""Of blocks that hold commands; one that describes each behind it is no shell's."""


def commands(page: str) -> list[str]:
    """Give the commands of a page's blocks, without what describes them."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    lines = [line for kind, block in blocks if kind in LANGUAGES for line in block.splitlines()]
    return [re.sub(r" {3,}.*", "", line) for line in lines if line.startswith(("fzjs ", "git "))]


def run_all(page: str, fzjs: Run, root: Path) -> None:
    for command in commands(page):
        program, *words = shlex.split(command, comments=True)
        if program == "git":
            git(root, *words)
            continue
        done = fzjs(*words, at=root)
        assert (done.returncode, done.stderr) == (0, ""), command


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_work_one_after_the_other(
    page: str, fzjs: Run, campaign: Path
) -> None:
    assert commands(page)
    # A second commit, as pages that look back name the one before the last.
    git(campaign, "commit", "--quiet", "--allow-empty", "--message", "又一步")
    run_all(page, fzjs, campaign)


def test_the_commands_about_an_application_work_in_a_copy_of_the_county(
    fzjs: Run, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(ROOT / "examples" / "county-application", tmp_path / "县"))
    shutil.copytree(ROOT / "examples", root / "examples")
    git(root, "init", "--quiet")
    assert any(line.startswith("git commit") for line in commands("declare"))
    run_all("declare", fzjs, root)
