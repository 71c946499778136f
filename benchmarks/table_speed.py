"""How long a 5,000-row table with three nested merge levels takes in Word, and its memory.

Run `python benchmarks/table_speed.py [rows]`. In a process of its own each, best of three: building
the same cells as plain python-docx rows without a merge (`rows[i].cells`, 500 rows: more takes
too long), writing the whole document by `render`, and reading its rows back by lxml. Time is
wall-clock; memory is the process's peak.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import resource
import subprocess
import sys
import time
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from measure import helped

HERE = Path(__file__).resolve()
ROWS = 5000
TRIES = 3
HEADINGS = ["一级指标", "二级指标", "三级指标", "测评方法", "上报资料", "责任科室", "责任人"]
LEVELS = (500, 50, 5)
"""How many rows a cell of the first three columns covers."""
_TEMPLATE = "---\n纸张: 横向\n---\n::: 标题\n责任分工表\n:::\n\n::: 分工表\n:::\n"


def cells(rows: int) -> list[list[list[str] | None]]:
    """Return rows of seven cells; the first three columns are merged, one level in the other."""
    made = []
    for row in range(rows):
        merged: list[list[str] | None] = [
            [f"第{row // size + 1}项：加强规范性文件制定和监督管理"] if row % size == 0 else None
            for size in LEVELS
        ]
        rest = ["材料查证、网络检索", f"{row}-1 情况说明（2016—2021年度）", "法制仲裁科", "张某"]
        made.append([*merged, *([text] for text in rest)])
    return made


def write(rows: int) -> bytes:
    """Render the whole document."""
    from fzjs.render import templates  # noqa: PLC0415  # each case pays for its own imports
    from fzjs.render.word import Properties, Template, render  # noqa: PLC0415

    reference = templates.find("reference.docx")
    data = {"分工表": {"列": HEADINGS, "行": cells(rows)}}
    about = Properties("责任分工表", "示例", date(2021, 3, 2))
    return render(Template("templates/table.md.j2", _TEMPLATE), data, reference, about)


def case(name: str, rows: int) -> None:
    """Run one case and print its seconds and its peak in MB."""
    content = write(rows) if name == "read" else b""
    began = time.perf_counter()
    if name == "write":
        write(rows)
    elif name == "read":
        from lxml import etree  # noqa: PLC0415  # each case pays for its own imports

        root = etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))
        assert sum(1 for _ in root.iter("{*}tr")) == rows + 1  # noqa: S101  # the benchmark's check
    else:
        from docx import Document  # noqa: PLC0415  # each case pays for its own imports

        table = Document().add_table(rows, len(HEADINGS))
        for row, line in zip(table.rows, cells(rows), strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = "".join(text or ())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{time.perf_counter() - began:.2f} {peak:.0f}\n")


def main(rows: int) -> None:
    """Print a line for each case."""
    for name, count in (("python-docx", rows // 10), ("write", rows), ("read", rows)):
        runs = []
        for _ in range(TRIES):
            done = subprocess.run(  # noqa: S603  # this very script
                (sys.executable, str(HERE), name, str(count)),
                *(), capture_output=True, text=True, encoding="utf-8", timeout=600, check=True,
            )  # fmt: skip
            runs.append(tuple(map(float, done.stdout.split())))
        seconds, peak = min(runs)
        sys.stdout.write(f"{name:12} {count:6} rows {seconds:6.2f} s {peak:5.0f} MB\n")


if __name__ == "__main__":
    helped(__doc__)
    if sys.argv[1:] and not sys.argv[1].isdigit():
        case(sys.argv[1], int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else ROWS)
