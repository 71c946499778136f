"""How long a plan of 5,000 rows takes to read, beside the plain read of the same file.

Run `python benchmarks/import_speed.py [rows]`. It makes a seven-column Word table and a workbook
with merged cells (the same each time), and measures in a process of its own each: the parts
unpacked and parsed by lxml, or openpyxl's load, as the plain read, and this project's reader, both
without their imports. Then whole processes, from start to end: one that merely reads the words of
all cells with python-docx and lxml, or with openpyxl's read-only mode, as the floor; and
`fzjs import`. Memory is the process's peak. The least of several tries, as others use the machine.
`--make FOLDER ROWS` writes the two files alone.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import importlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from measure import helped

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parent.parent / "tests" / "imports"))
ROWS = 5000
TRIES = 3
SECONDS = 600
HEADER = ["一级指标", "二级指标", "三级指标", "测评方法", "上报资料", "责任科室", "责任人"]
WORDS = (
    "依法",
    "全面",
    "履行",
    "职责",
    "公开",
    "监督",
    "制度",
    "落实",
    "报送",
    "评议",
    "审核",
    "执法",
)
OFFICES = ("办公室", "法制科", "执法科", "宣传科", "督查科", "行政审批科")


def make(folder: Path, rows: int) -> None:
    """Write the two files; headings are merged over 60 and 6 rows."""
    build = importlib.import_module("build")  # stands with the tests
    chance = random.Random(20201228)  # noqa: S311  # reproducible rows, no secret
    table: list[list[str]] = [HEADER]
    merges = []
    for at in range(rows):
        words = "".join(chance.choices(WORDS, k=24))
        first = f"{at // 60 + 1}、{words[:8]}" if at % 60 == 0 else ""
        second = f"（{at // 6 + 1}）{words[8:16]}" if at % 6 == 0 else ""
        material = f"1.{words[:12]}目录\n2.2016年以来，{words[12:24]}的情况说明"
        office = chance.choice(OFFICES)
        table.append([first, second, f"{at + 1}.{words}。", "材料查证", material, office, "张某"])
        if at % 60 == 0:
            merges.append((at + 1, 0, min(60, rows - at), 1))
        if at % 6 == 0:
            merges.append((at + 1, 1, min(6, rows - at), 1))
    grid = build.grid(table, merges)
    (folder / "plan.docx").write_bytes(build.docx(["实施方案", grid]))
    (folder / "plan.xlsx").write_bytes(build.xlsx([grid]))


def plain_word(path: Path) -> None:
    """Unpack and parse the body, nothing else."""
    with zipfile.ZipFile(path) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def plain_book(path: Path) -> None:
    """Load the workbook with openpyxl."""
    import openpyxl  # noqa: PLC0415  # only measured where it is asked for

    openpyxl.load_workbook(path)


def cells_word(path: Path) -> None:
    """Read the words of all cells, python-docx opening the file and lxml finding them."""
    import docx  # noqa: PLC0415  # only measured where it is asked for
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above

    body = docx.Document(str(path)).element.body
    for cell in body.iter(qn("w:tc")):
        "".join(text.text or "" for text in cell.iter(qn("w:t")))


def cells_book(path: Path) -> None:
    """Read the values of all cells with openpyxl's read-only mode, which has no merged areas."""
    import openpyxl  # noqa: PLC0415  # only measured where it is asked for

    for sheet in openpyxl.load_workbook(path, read_only=True):
        for _ in sheet.values:
            pass


def reader(path: Path) -> None:
    """Read the file with this project's reader."""
    from fzjs.importers import readers  # noqa: PLC0415  # its import is not what is measured

    readers.read(path)


WAYS: dict[str, Callable[[Path], None]] = {
    "plain-docx": plain_word,
    "plain-xlsx": plain_book,
    "cells-docx": cells_word,
    "cells-xlsx": cells_book,
    "reader": reader,
}


def one(way: str, path: Path) -> None:
    """Measure one way in this process and say so as JSON: seconds, megabytes."""
    start = time.perf_counter()
    WAYS[way](path)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([seconds, peak]))


def measured(way: str, path: Path) -> tuple[float, float] | None:
    """Return the best seconds of some tries and their peak megabytes; None where it fails."""
    found: list[tuple[float, float]] = []
    for _ in range(TRIES):
        done = subprocess.run(  # noqa: S603  # this very script
            [sys.executable, str(HERE), "--one", way, str(path)],
            check=False,
            timeout=SECONDS,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return None
        seconds, peak = json.loads(done.stdout)
        found.append((seconds, peak))
    return min(seconds for seconds, _ in found), max(peak for _, peak in found)


def whole(command: list[str]) -> tuple[float, float, float] | None:
    """Return the least wall and processor seconds of whole processes, and the peak megabytes."""
    found: list[tuple[float, float, float]] = []
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            to = ["--to", str(Path(folder, "repository"))] if "import" in command else []
            running = subprocess.Popen(  # noqa: S603  # this project's own command, or this script
                [sys.executable, *command, *to], stdout=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(running.pid, 0)
            wall = time.perf_counter() - start
        if status:
            return None
        found.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    walls, processors, peaks = zip(*found, strict=True)
    return min(walls), min(processors), max(peaks)


def report(rows: int) -> None:
    """Measure both files in every way and print a table with ratios to the plain read."""
    say = sys.stdout.write
    say(f"{rows} rows x {len(HEADER)} columns, merged; best of {TRIES}\n")
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: a child's peak counts what its parent held when it started.
        maker = [sys.executable, str(HERE), "--make", folder, str(rows)]
        subprocess.run(maker, check=True, timeout=SECONDS)  # noqa: S603  # this very script
        for path in sorted(Path(folder).iterdir()):
            say(f"\n{path.name}  {path.stat().st_size / 1024:.0f} KiB\n")
            kind = path.suffix.removeprefix(".")
            base = measured(f"plain-{kind}", path)
            say(line("plain read", base, base))
            say(line("reader", measured("reader", path), base))
            say("  whole process:\n")
            floor = whole([str(HERE), "--one", f"cells-{kind}", str(path)])
            say(line("all cells", floor, floor))
            say(line("fzjs import", whole(["-m", "fzjs", "import", str(path)]), floor))


def line(name: str, found: tuple[float, ...] | None, base: tuple[float, ...] | None) -> str:
    """Return one row of the table: wall seconds, processor seconds where known, megabytes."""
    if found is None or base is None:
        return f"  {name:<12} could not be run\n"
    peak, first = found[-1], base[-1]
    spent = f"{found[1]:7.2f} s processor" if len(found) > len("wm") else " " * 19
    ratio = f"{found[0] / base[0]:6.1f}x time {peak / first:5.1f}x memory"
    return f"  {name:<12} {found[0]:7.2f} s {spent} {peak:7.0f} MB  {ratio}\n"


if __name__ == "__main__":
    helped(__doc__)
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        report(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
