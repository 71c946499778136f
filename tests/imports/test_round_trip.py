"""Back again: what `report plan` and `report assignments` print imports to equal data.

Everything runs as a user runs it: one process prints the Word file, another imports it. Two things
are no part of the promise: 出处 names the chapter that the words stand in, which is another one in
the printed plan, and `report assignments` prints what a table holds, not the campaign's prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from imported import HEGANG, PINGDINGSHAN, PUYANG, WUZHONG, Record, Repository, repository

from conftest import Run

CASES = Path(__file__).parent / "cases"
TABLES = ("items-above", "scored-bars", "table-support", "table-chapters", "table-sheet")
WHOLE = [(PUYANG, "plan"), (PUYANG, "assignments"), (PINGDINGSHAN, "plan"),
         (PINGDINGSHAN, "assignments"), (WUZHONG, "plan"), (WUZHONG, "assignments"),
         (HEGANG, "plan")]  # fmt: skip
KEPT = (
    *((source, name) for source, name in WHOLE),
    *((next(CASES.joinpath(case).glob("source.*")), "assignments") for case in TABLES),
)


def id_of(value: Any) -> str:  # noqa: ANN401  # a parameter of any test here
    return value if isinstance(value, str) else f"{value.parent.name}-{value.stem}"


def printed(fzjs: Run, root: Path, name: str, folder: Path) -> Path:
    """Print a report as Word into a folder of its own and give the file."""
    done = fzjs("report", name, "-o", str(folder), at=root)
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = folder.rglob("*.docx")
    return file


def again(fzjs: Run, root: Path, name: str, folder: Path) -> tuple[Path, Repository]:
    """Print a report, import it, and give both."""
    file = printed(fzjs, root, name, folder / "印出")
    done = fzjs("import", str(file), "--to", str(folder / "再导入"), at=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return file, Repository(folder / "再导入")


@pytest.mark.parametrize(("source", "name"), KEPT, ids=id_of)
def test_importing_what_was_printed_gives_the_same_indicators(
    source: Path,
    name: str,
    fzjs: Run,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Every key of every indicator, in order; and the second print is the first, byte for byte."""
    first = repository(source, fzjs, tmp_path_factory)
    file, second = again(fzjs, first.folder, name, tmp_path)
    assert second.rows == first.rows
    assert len(first.rows) > 2 or source == HEGANG
    assert printed(fzjs, second.folder, name, tmp_path / "再印").read_bytes() == file.read_bytes()
    for key in ("单位", "窗口", "截止"):
        assert second.settings[key] == first.settings[key]


@pytest.mark.parametrize("source", [PUYANG, PINGDINGSHAN, WUZHONG, HEGANG], ids=id_of)
def test_a_plan_keeps_what_the_settings_say(
    source: Path, fzjs: Run, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Names, dates and words; 待定 stays 待定, so that a guess does not become the plan's word."""
    first = repository(source, fzjs, tmp_path_factory)
    _, second = again(fzjs, first.folder, "plan", tmp_path)
    assert second.settings.keys() == first.settings.keys()
    for key, value in first.settings.items():
        if key != "口径":
            assert said(second.settings[key]) == said(value), key
    assert first.settings["待定"]


def said(value: Any) -> Any:  # noqa: ANN401  # YAML data of any shape
    """Give a setting without the chapter that it was found in; lists of those in any order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted((sorted(_told(each)) for each in value), key=str)
    return value


def _told(each: Record) -> Iterator[tuple[str, Any]]:
    for key, value in each.items():
        if key == "出处":
            quote = re.search("“([^“”]*(?:“[^“”]*”[^“”]*)*)”$", value)
            assert quote, value
            yield key, quote[1].rstrip("。，,；;")
        else:
            yield key, value


PRINTED = ("编号", "类别", "一级指标", "二级指标", "内容", "测评方法", "资料原文", "责任说明")


@pytest.mark.parametrize("name", ["plan", "assignments"])
def test_decisions_by_hand_leave_what_is_printed_as_it_was(
    name: str, fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    """The root's materials, roles and targets were settled by people; no print says how."""
    _, second = again(fzjs, shipped, name, tmp_path)
    first = Repository(shipped)
    assert len(first.rows) == len(second.rows) == 125
    for old, new in zip(first.rows, second.rows, strict=True):
        assert [new.get(key) for key in PRINTED] == [old.get(key) for key in PRINTED]
        assert _shown(new.get("责任原文", {})) == _shown(old.get("责任原文", {}))
        assert _folded(new.get("沿用", {})) == _folded(old.get("沿用", {}))


def _shown(cells: Record) -> Record:
    return {key: lines for key, lines in cells.items() if lines}


def _folded(shares: Record) -> Record:
    """Give 沿用 with brackets of one width: a reference names its indicator either way."""
    marks = str.maketrans("（）", "()")
    return {key: str(number).translate(marks) for key, number in shares.items()}
