"""Every plan under `cases/` against what importing it wrote; a folder dropped in is a test.

A case is a folder with one `source.*` and `expected/`, the whole repository. It is rewritten by
`FZJS_REWRITE=1 python3 tools/start.py test tests/imports/test_import_cases.py`, and the difference
is read in review. `options` may hold further arguments of the command.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from conftest import Run

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def written(folder: Path) -> dict[str, str]:
    """Return path → text of every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, fzjs: Run, tmp_path: Path) -> None:
    (source,) = case.glob("source.*")
    options = case / "options"
    more = options.read_text("utf-8").split() if options.exists() else []
    target = tmp_path / "数据"
    done = fzjs("import", str(source), "--to", str(target), *more, at=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    made = written(target)
    expected = case / "expected"
    if os.environ.get("FZJS_REWRITE") == "1":
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(target, expected)
    assert made == written(expected), "FZJS_REWRITE=1 rewrites the case"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_accepted_and_at_nothing(case: Path, fzjs: Run) -> None:
    """`check` finds no error in it, and `status` starts at 0."""
    checked = fzjs("-C", str(case / "expected"), "check", at=case)
    assert checked.returncode == 0, checked.stdout
    status = fzjs("-C", str(case / "expected"), "status", "--json", at=case)
    assert status.returncode == 0, status.stderr
