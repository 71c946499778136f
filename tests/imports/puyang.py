"""The published Puyang table as real Word, Excel and web files with true merged cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import build

HERE = Path(__file__).resolve().parent
GOLD: list[dict[str, Any]] = json.loads(
    (HERE.parent / "data/puyang-justice-2020.json").read_text(encoding="utf-8")
)
SOURCE = HERE / "sources/puyang-justice-2020.txt"
HEADINGS = ("一级指标", "二级指标", "三级指标", "测评方法", "上报资料", "责任科室", "责任人")
WIDTH = 8


def before() -> list[str]:
    """Return the source's lines before the table that have words."""
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in lines[: lines.index("\t一级指标")] if line.strip()]


def grid() -> build.Grid:
    """Return the table: 8 columns under 7 headings, cells merged where the source shares them.

    一级 and 二级 are merged over their rows; an empty 方法, 资料, 责任 cell is one with the cell
    above, except where the table itself prints an empty one (减分1), whose 责任 spans two columns.
    """
    cells: list[tuple[int, int, int, int, list[str]]] = [
        (0, at + (at > 2), 1, 2 if at == 2 else 1, [name]) for at, name in enumerate(HEADINGS)
    ]
    cells += _runs(0, [row["l1"] for row in GOLD])
    cells += _runs(1, [(row["l1"], row["l2"]) for row in GOLD])
    for at, row in enumerate(GOLD, 1):
        cells += [(at, 2, 1, 1, [row["no"]]), (at, 3, 1, 1, [row["text"]])]
    cells += _shared(4, [row["methods"] for row in GOLD])
    cells += _shared(5, [row["materials"] for row in GOLD])
    cells += _shared(6, [row["offices"] for row in GOLD])
    cells += _shared(7, [row["persons"] for row in GOLD])
    return build.Grid(sorted(cells), WIDTH, len(GOLD) + 1)


def blocks() -> list[str | build.Grid]:
    """Return the whole file: the prose before the table, then the table."""
    return [*before(), grid()]


def write(folder: Path, suffix: str) -> Path:
    """Write the rebuilt file and return its path; `suffix` is docx, xlsx or html."""
    path = folder / f"分工表.{suffix}"
    path.write_bytes(getattr(build, suffix)(blocks()))
    return path


def _runs(column: int, keys: list[Any]) -> list[tuple[int, int, int, int, list[str]]]:
    """Merge equal neighbours."""
    cells = []
    start = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[start]:
            words = keys[start] if isinstance(keys[start], str) else keys[start][-1]
            cells.append((start + 1, column, at - start, 1, [words]))
            start = at
    return cells


def _shared(column: int, values: list[list[str]]) -> list[tuple[int, int, int, int, list[str]]]:
    """Merge an empty value's cell with the one above; 减分1's sentence stands over two columns."""
    cells: list[tuple[int, int, int, int, list[str]]] = []
    minus = len(values) - 2
    for at, lines in enumerate(values):
        note = at == minus and column in {6, 7}
        if note and column == 7:
            continue
        if lines or at == minus or not cells:
            cells.append((at + 1, column, 1, 2 if note else 1, lines))
        else:
            row, left, deep, wide, kept = cells[-1]
            if at > minus and column == 7:
                continue
            cells[-1] = (row, left, deep + 1, wide, kept)
    return cells
