"""What an import says of its errors is what `check` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzjs.check import check, errors
from fzjs.diagnostic import Severity
from fzjs.tree import Tree
from test_cases import NAMES, TODAY, _lay


@pytest.mark.parametrize("case", NAMES)
def test_errors_are_counted_as_check_finds_them(case: str, tmp_path: Path) -> None:
    tree = Tree(_lay(case, tmp_path / "仓库"))
    assert errors(tree, TODAY) == check(tree, TODAY).count(Severity.ERROR)
