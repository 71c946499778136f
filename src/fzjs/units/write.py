"""An export: a folder with a file a table and 清单.json, which is written last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from fzjs.diagnostic import RefusedError
from fzjs.render import files
from fzjs.render.tables import csv_of, jsonl, workbook
from fzjs.reports.tables import FORMAT, Row, columns_of
from fzjs.units.manifest import MANIFEST, unit_of

Tables = Mapping[str, Sequence[Row]]


def write(folder: Path, tables: Tables) -> Path:
    """Write all tables as JSON Lines, each file whole or not at all; return the folder.

    清单.json tells how many bytes each file has and its SHA-256, so that a copy that stopped half
    way, or an export that did, does not count as one.

    Raises:
        FzjsError: the system refuses.
        RefusedError: the folder holds the export of another unit.
    """
    unit = tables["单位"][0]
    there = unit_of(folder)
    if there and there != unit["单位"]:
        raise RefusedError(f"{folder} 里是“{there}”的导出，不覆盖。换个文件夹：-o 文件夹")
    listed = []
    for name, rows in tables.items():
        content, file = jsonl(rows), f"{name}.jsonl"
        files.write(folder / file, content, links=False)
        digest = hashlib.sha256(content).hexdigest()
        listed.append({"文件": file, "行数": len(rows), "字节": len(content), "sha256": digest})
    said = {name: unit[name] for name in ("单位", "日期", "数据", "版本")}
    manifest = {"格式": FORMAT, **said, "文件": listed}
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    files.write(folder / MANIFEST, f"{text}\n".encode(), links=False)
    return folder


def write_csv(folder: Path, tables: Tables) -> Path:
    """Write one CSV file a table; return the folder. Raises FzjsError."""
    for name, rows in tables.items():
        files.write(folder / f"{name}.csv", csv_of(_headings(name), rows), links=False)
    return folder


def write_workbook(folder: Path, tables: Tables) -> Path:
    """Write one xlsx file, a sheet a table; return its path. Raises FzjsError."""
    unit = tables["单位"][0]
    title = files.file_name(f"{unit['单位']}-{unit['日期']}")
    path = folder / f"{title}.xlsx"
    files.write(
        path, workbook({n: (_headings(n), rows) for n, rows in tables.items()}), links=False
    )
    return path


def _headings(table: str) -> list[str]:
    return [column.name for column in columns_of(table)]
