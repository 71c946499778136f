"""Every rule of a change on a small repository before and after: what it must say, and where.

A case has `base/` and `head/`, laid over `cases/_base` one after the other; marks `# ! rule` stand
in the files of `head/`; `deleted` lists what the change takes away, `expected` what its rule says
of files that are no longer there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from fzjs.facts.change import Outcome
from fzjs.gate import gate
from fzjs.rules import Scope, rules
from fzjs.tree import Tree
from test_cases import CASES, ON_THEIR_OWN, TODAY

CASES_GATE = CASES.with_name("cases-gate")
NAMES = sorted(folder.name for folder in CASES_GATE.iterdir())
BESIDE = {*ON_THEIR_OWN, "evidence-state-contradicts"}
"""What speaks beside a rule of a change: a passed entry set back by hand contradicts its review."""


def _git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    command = ["git", "-C", str(root), *identity, *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _judged(case: str, root: Path) -> Outcome:
    shutil.copytree(CASES / "_base", root)
    folder = CASES_GATE / case
    _lay(folder / "base", root)
    _git(root, "init", "--quiet", "--initial-branch=main")
    _git(root, "add", ".")
    _git(root, "commit", "--quiet", "--message", "之前")
    _lay(folder / "head", root)
    for name in _lines(folder / "deleted"):
        (root / name).unlink()
    return gate(Tree(root), "main", TODAY)


def _lay(folder: Path, root: Path) -> None:
    if folder.exists():
        shutil.copytree(folder, root, dirs_exist_ok=True)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _wanted(case: str) -> set[tuple[str, int, str]]:
    head = CASES_GATE / case / "head"
    wanted = {
        (path.relative_to(head).as_posix(), number, mark[1])
        for path in head.rglob("*.yaml")
        for number, line in enumerate(_lines(path), 1)
        if (mark := re.search(r"# ! ([a-z-]+)$", line))
    }
    for line in _lines(CASES_GATE / case / "expected"):
        place, _, rule = line.rpartition(" ")
        file, _, number = place.rpartition(":")
        wanted.add((file, int(number), rule))
    return wanted


@pytest.mark.parametrize("case", NAMES)
def test_a_rule_of_a_change_speaks_where_it_must_and_nowhere_else(
    case: str, tmp_path: Path
) -> None:
    wanted = _wanted(case)
    assert {rule for _, _, rule in wanted} == {case.partition("--")[0]}
    found = _judged(case, tmp_path / "仓库").report.diagnostics
    assert all(one.message and one.hint for one in found)
    said = {(one.location.file, one.location.line, one.rule) for one in found}
    assert {one for one in said if one[2] not in BESIDE} == wanted


def test_a_case_for_every_rule_of_a_change() -> None:
    named = {rule.name for rule in rules() if rule.scope is Scope.CHANGE}
    assert {case.partition("--")[0] for case in NAMES} == named
    assert all(name.startswith("change-") for name in named)
