"""The examples of docs/office.md can be typed as they stand: they name entries of the sample."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, Run

TEXT = (ROOT / "docs" / "office.md").read_text(encoding="utf-8")
BLOCKS = "".join(re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL))
COMMANDS = [line for line in BLOCKS.splitlines() if line.startswith("fzjs ")]
INCOMPLETE = "fzjs submit 法制仲裁科/2021-规范性文件合法性审核情况说明"
"""The page shows why this one cannot be handed in yet."""


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_does_what_the_page_says(fzjs: Run, campaign: Path, command: str) -> None:
    words = shlex.split(command, comments=True)[1:]
    if words[0] == "apply" and "--withdraw" in words:
        asked = next(each for each in COMMANDS if each.startswith(f"fzjs apply {words[1]}"))
        fzjs(*shlex.split(asked, comments=True)[1:], at=campaign)
    done = fzjs(*words, at=campaign)
    if command == INCOMPLETE:
        assert (done.returncode, "缺章" in done.stderr) == (1, True)
    else:
        assert (done.returncode, done.stderr) == (0, "")


def test_every_command_of_the_page_is_tried() -> None:
    assert len(COMMANDS) > 12
    assert INCOMPLETE in COMMANDS


def test_names_of_files_are_readable_once_git_is_told(campaign: Path) -> None:
    assert "git config core.quotepath false" in TEXT
    git = ["git", "-C", str(campaign)]
    subprocess.run([*git, "config", "core.quotepath", "false"], check=True, timeout=60)
    (campaign / "evidence" / "办公室" / "新的.yaml").write_text("", encoding="utf-8")
    done = subprocess.run(
        [*git, "status", "--short"], check=True, capture_output=True, encoding="utf-8", timeout=60
    )
    assert "新的.yaml" in done.stdout
