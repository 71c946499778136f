"""`examples/` are what importing the published plans gives, unchanged; evidence is beside it.

`FZJS_REWRITE=1 python3 tools/start.py test tests/imports/test_examples.py` writes them again.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from test_import_cases import written

from conftest import ROOT, Run

SOURCES = Path(__file__).parent / "sources"
EXAMPLES = {
    "pingdingshan-education": ("pingdingshan-education-2021.txt", 90),
    "wuzhong-eight-actions": ("wuzhong-eight-actions-2023.txt", 49),
    "hegang-application": ("hegang-opinion-2019.txt", 0),
}


def imported(shipped: Path) -> dict[str, str]:
    """Return what an import writes: all but `evidence/`, which people write."""
    return {
        file: text for file, text in written(shipped).items() if Path(file).parts[0] != "evidence"
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_shipped_as_imported(name: str, fzjs: Run, tmp_path: Path) -> None:
    source, _ = EXAMPLES[name]
    target = tmp_path / name
    done = fzjs("import", str(SOURCES / source), "--to", str(target), at=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    shipped = ROOT / "examples" / name
    if os.environ.get("FZJS_REWRITE") == "1":
        for file in imported(shipped):
            (shipped / file).unlink()
        shutil.copytree(target, shipped, dirs_exist_ok=True)
    assert written(target) == imported(shipped), "FZJS_REWRITE=1 rewrites examples/"


@pytest.mark.parametrize("name", EXAMPLES)
def test_usable_from_the_first_day(name: str, fzjs: Run) -> None:
    """`check` finds no error, every indicator is there, and nothing counts as done."""
    root = ROOT / "examples" / name
    checked = fzjs("check", at=root)
    assert checked.returncode == 0, checked.stdout
    exported = json.loads(fzjs("export", "--json", at=root).stdout)
    assert len(exported["指标"]) == EXAMPLES[name][1]
    assert all(due["状态"] != "已通过" for due in exported["应报件"])
    for command in (("status",), ("todo",)):
        shown = fzjs(*command, at=root)
        assert shown.returncode == 0, shown.stderr
