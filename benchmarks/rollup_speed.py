"""How long `fzjs rollup` takes over a thousand exports, beside the plain read of the same bytes.

Run `python benchmarks/rollup_speed.py [units]`. It makes that many exports (the same each time)
and measures in a process of its own each: opening what a rollup opens, 清单.json and 单位.jsonl,
and `json.loads` of it, as the plain read; DuckDB's sum over all 应报件.jsonl, where it is
installed; and `fzjs rollup` from start to end. Time is wall-clock; memory is the process's peak.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure import helped

from fzjs.reports.tables import TABLES, columns_of
from fzjs.units import write

HERE = Path(__file__).resolve()
UNITS = 1000
DUES = 1300
TRIES = 3
SECONDS = 600
STATES = ("已通过", "待审", "退回", "待外单位", "未报")
_EMPTY: dict[str, Any] = {
    "整数": 0,
    "小数": 0.0,
    "文字": "",
    "日期": "2021-05-31",
    "是否": False,
    "文字列表": [],
}


def blank(table: str, unit: int) -> dict[str, Any]:
    """Return a line with every column of a table, of one unit."""
    made = {column.name: _EMPTY[column.kind] for column in columns_of(table)}
    return made | {"格式": 1, "单位": f"示例市第{unit}局", "日期": "2021-03-02"}


def make(folder: Path, units: int) -> None:
    """Write exports of units that owe about as much as the shipped sample does."""
    chance = random.Random(20210302)  # noqa: S311  # reproducible rows, no secret
    for unit in range(1, units + 1):
        states = chance.choices(STATES, weights=(6, 2, 1, 1, 4), k=DUES)
        late = [state in STATES[2:] and chance.random() < 0.1 for state in states]  # noqa: PLR2004
        dues = [
            blank("应报件", unit)
            | {"应报件": f"{at}-1/2020", "状态": state, "逾期": over, "逾期天数": 29 * over}
            for at, (state, over) in enumerate(zip(states, late, strict=True))
        ]
        total = blank("单位", unit) | {name: states.count(name) for name in STATES}
        total |= {"应报": DUES, "逾期": sum(late), "最久逾期天数": 29, "体系": "某体系"}
        total |= {"基础指标": 100, "齐备指标": chance.randint(0, 100), "版本": "0.1.0"}
        tables = {name: [blank(name, unit)] for name in TABLES}
        write(folder / f"{unit:04}", tables | {"单位": [total], "应报件": dues})


def plain(folder: Path) -> None:
    """Read and parse what a rollup needs, nothing else."""
    for each in folder.iterdir():
        for name in ("清单.json", "单位.jsonl"):
            json.loads((each / name).read_bytes())


def database(folder: Path) -> None:
    """Count the overdue of every unit with DuckDB, over every single 应报件."""
    import duckdb  # noqa: PLC0415  # only measured where it is asked for

    duckdb.sql(
        f"SELECT 单位, count(*) FILTER (逾期) FROM '{folder}/*/应报件.jsonl' GROUP BY 单位"  # noqa: S608
    ).fetchall()


def whole_rollup(folder: Path) -> None:
    """Run `fzjs rollup` over the folder."""
    subprocess.run(  # noqa: S603  # this project's own command
        [sys.executable, "-m", "fzjs", "rollup", str(folder)],
        check=True,
        timeout=SECONDS,
        capture_output=True,
    )


WAYS: dict[str, Callable[[Path], None]] = {
    "plain": plain,
    "rollup": whole_rollup,
    "duckdb": database,
}


def one(way: str, folder: Path) -> None:
    """Measure one way in this process and say so as JSON: seconds, megabytes."""
    start = time.perf_counter()
    WAYS[way](folder)
    seconds = time.perf_counter() - start
    who = resource.RUSAGE_CHILDREN if way == "rollup" else resource.RUSAGE_SELF
    sys.stdout.write(json.dumps([seconds, resource.getrusage(who).ru_maxrss / 1024]))


def measured(way: str, folder: Path) -> tuple[float, float] | None:
    """Return the best seconds of some tries and their peak megabytes; None where it fails."""
    found: list[tuple[float, float]] = []
    for _ in range(TRIES):
        done = subprocess.run(  # noqa: S603  # this very script
            [sys.executable, str(HERE), "--one", way, str(folder)],
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


def report(units: int) -> None:
    """Measure every way and print a table with ratios to the plain read."""
    say = sys.stdout.write
    say(f"{units} units x {DUES} 应报件; best of {TRIES}\n")
    with tempfile.TemporaryDirectory() as name:
        # In a process of its own: a child's peak counts what its parent held when it started.
        maker = [sys.executable, str(HERE), "--make", name, str(units)]
        subprocess.run(maker, check=True, timeout=SECONDS)  # noqa: S603  # this very script
        size = sum(path.stat().st_size for path in Path(name).glob("*/*"))
        say(f"{size / 2**20:.0f} MiB in all\n")
        base = measured("plain", Path(name))
        for way in WAYS:
            say(line(way, base if way == "plain" else measured(way, Path(name)), base))


def line(way: str, found: tuple[float, float] | None, base: tuple[float, float] | None) -> str:
    """Return one row of the table."""
    if found is None or base is None:
        return f"  {way:<8} could not be run\n"
    seconds, peak = found
    ratio = f"{seconds / base[0]:6.1f}x time {peak / base[1]:5.1f}x memory"
    return f"  {way:<8} {seconds:7.2f} s {peak:7.0f} MB  {ratio}\n"


if __name__ == "__main__":
    helped(__doc__)
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        report(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS)
