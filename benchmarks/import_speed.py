"""How long a plan of 5,000 rows takes to read, beside the plain read of the same file.

Run `python benchmarks/import_speed.py [rows]`. It makes a seven-column Word table and a workbook
with merged cells (the same each time), and measures in a process of its own each: the parts
unpacked and parsed by lxml, or openpyxl's load, as the plain read; this project's reader; and
`fzjs import` from start to end. Time is wall-clock; memory is the process's peak.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import importlib
import json
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


def reader(path: Path) -> None:
    """Read the file with this project's reader."""
    from fzjs.importers import readers  # noqa: PLC0415  # its import is not what is measured

    readers.read(path)


def whole_import(path: Path) -> None:
    """Run `fzjs import` into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        to = str(Path(folder, "repository"))
        subprocess.run(  # noqa: S603  # this project's own command
            [sys.executable, "-m", "fzjs", "import", str(path), "--to", to],
            check=True,
            timeout=SECONDS,
            capture_output=True,
        )


WAYS: dict[str, Callable[[Path], None]] = {
    "plain-docx": plain_word,
    "plain-xlsx": plain_book,
    "reader": reader,
    "import": whole_import,
}


def one(way: str, path: Path) -> None:
    """Measure one way in this process and say so as JSON: seconds, megabytes."""
    start = time.perf_counter()
    WAYS[way](path)
    seconds = time.perf_counter() - start
    who = resource.RUSAGE_CHILDREN if way == "import" else resource.RUSAGE_SELF
    peak = resource.getrusage(who).ru_maxrss / 1024
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
            base = measured(f"plain{path.suffix.replace('.', '-')}", path)
            for name, way in (("plain read", None), ("reader", "reader"), ("import", "import")):
                found = base if way is None else measured(way, path)
                say(line(name, found, base))


def line(name: str, found: tuple[float, float] | None, base: tuple[float, float] | None) -> str:
    """Return one row of the table."""
    if found is None or base is None:
        return f"  {name:<12} could not be run\n"
    seconds, peak = found
    ratio = f"{seconds / base[0]:6.1f}x time {peak / base[1]:5.1f}x memory"
    return f"  {name:<12} {seconds:7.2f} s {peak:7.0f} MB  {ratio}\n"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        report(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
