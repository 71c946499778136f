"""Runs every benchmark that has a target and writes the table into docs/performance.md.

Run `python benchmarks/run.py [--only PART]… [--tries 5] [--venvs FOLDER] [--dry]` on a machine that
does nothing else; all of it takes about half an hour. Everything in one table is of one run: what
is measured and what it is held against take turns. `--dry` prints and leaves the page alone; with
`--only` the page is left alone too, for a part is not the table.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from check_speed import ENTRIES, MANY, check, linear_row, start
from measure import HERE, ROOT, Fzjs, Row, Run, made, markdown, rounds, run, workplace
from peers import peer_rows

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- 以下由 benchmarks/run.py 写 -->\n", "<!-- 以上由 benchmarks/run.py 写 -->\n"
LINES = 5000
YEARS = range(2016, 2022)
"""A ledger has a line for each indicator and year; the plan asks from 2016 on."""
SECONDS = 3600
MORE = {"情况说明": "statement_speed"}
"""Benchmarks that print a table of their own; shown as they print it, under a heading."""


def sizes(tries: int) -> list[Row]:
    """Measure the checks at both sizes."""
    few, small = check(ENTRIES, tries)
    many, large = check(MANY, tries)
    return [*few, *many, linear_row((ENTRIES, small), (MANY, large))]


def office(tries: int) -> list[Row]:
    """Measure a large table and a whole ledger in Word, and the imports: whole processes."""
    with workplace() as folder:
        made("import_speed", "--make", folder, str(LINES))
        fzjs = Fzjs(folder)
        turn = iter(range(1_000_000))

        def read(kind: str) -> Run:
            to = str(folder / f"to{next(turn)}")
            return fzjs(None, "import", str(folder / f"plan.{kind}"), "--to", to)

        few, plan = folder / "few", folder / "plan"
        few.mkdir()
        made("import_speed", "--make", few, str(LINES // len(YEARS)))
        fzjs(None, "import", str(few / "plan.docx"), "--to", str(plan))
        settings = plan / "fzjs.yaml"
        text = re.sub(r"(?m)^窗口: .*$", f"窗口: {YEARS[-1]}", settings.read_text("utf-8"))
        settings.write_text(text, "utf-8")
        month = datetime.datetime.now(tz=datetime.UTC).strftime("%Y-%m")  # none other is filled in
        fzjs(plan, "ledger", "new", month)

        def ledger() -> Run:
            return fzjs(plan, "report", "ledger", "-o", str(folder / f"to{next(turn)}"))

        table = (sys.executable, HERE / "table_speed.py", "write", str(LINES))
        got = rounds(
            {
                "word": lambda: run(table, env=fzjs.env),
                "ledger": ledger,
                "docx": lambda: read("docx"),
                "xlsx": lambda: read("xlsx"),
            },
            tries,
        )
    return [
        Row(f"Word 里 {LINES} 行的表", got["word"], most_seconds=2.5, most_mb=200),
        Row(f"report ledger，{LINES} 行的台账", got["ledger"], most_seconds=2.5, most_mb=200),
        Row(f"import，{LINES} 行的 .docx", got["docx"], most_seconds=3),
        Row(f"import，{LINES} 行的 .xlsx", got["xlsx"], most_seconds=2),
    ]


def about() -> str:
    """Return what the figures were measured on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    model = next((s.partition(":")[2].strip() for s in lines if s.startswith("model name")), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    command = ("git", "--version")
    git = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS)  # noqa: S603  # git as it is
    day = datetime.datetime.now(tz=datetime.UTC).date()
    processor = model or platform.processor() or platform.machine()
    python = f"Python {platform.python_version()}"
    return (
        f"{day}，{platform.system()}，{processor}，{cores} 核，{python}，{git.stdout.strip()}。\n"
    )


def more() -> str:
    """Return what the benchmarks with tables of their own print."""
    said = []
    for name, kind in MORE.items():
        script = HERE / f"{kind}.py"
        if script.exists():
            done = subprocess.run(  # noqa: S603  # a script beside this
                (sys.executable, str(script)), capture_output=True, text=True, check=True,
                timeout=SECONDS, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            )  # fmt: skip
            said.append(f"\n### {name}\n\n{done.stdout.strip()}\n")
    return "".join(said)


def written(page: str, table: str) -> str:
    """Return the page with a new table between the marks.

    Raises ValueError where a mark is missing.
    """
    before, mark, rest = page.partition(BEGIN)
    _, close, after = rest.partition(END)
    if not mark or not close:
        raise ValueError(f"docs/performance.md has no {BEGIN.strip()} … {END.strip()}")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=("start", "check", "peers", "office"))
    parser.add_argument("--tries", type=int, default=5)
    parser.add_argument("--venvs", type=Path)
    parser.add_argument("--dry", action="store_true")
    asked = parser.parse_args()
    parts: dict[str, tuple[str, Callable[[int], list[Row]]]] = {
        "start": ("启动和样例", start),
        "check": ("大的台账", sizes),
        "peers": ("同类工具", lambda tries: peer_rows(ENTRIES, tries, asked.venvs)),
        "office": ("表格进出", office),
    }
    table = about() + f"每格 {asked.tries} 次的中位数，峰值取最高。\n"
    for name in asked.only or parts:
        title, part = parts[name]
        table += f"\n### {title}\n\n{markdown(part(asked.tries))}"
        sys.stderr.write(f"{title}\n")
    table += "" if asked.only else more()
    sys.stdout.write(table)
    if not asked.dry and not asked.only:
        PAGE.write_text(written(PAGE.read_text("utf-8"), table), "utf-8")


if __name__ == "__main__":
    main()
