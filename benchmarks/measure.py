"""Times processes from outside and draws the tables of the benchmarks.

Imports nothing heavy: the peak of a child counts what its parent held when it started.
"""  # noqa: INP001  # a script's part, no package

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SECONDS = 3600
KIB = 1024
LAUNCHER = "import sys\nfrom fzjs.__main__ import main\nsys.exit(main())\n"
"""What pip writes as the console script."""
EMPTY_APP = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()\n"
"""A typer application that does nothing."""


class Run(NamedTuple):
    """One process: wall-clock seconds, peak resident megabytes, seconds of the processor."""

    seconds: float
    peak: float
    cpu: float


class Result(NamedTuple):
    """Some runs of one thing: the median of seconds, the highest peak, the least of both times.

    The least time of the processor is what noise hits least; the table shows the median.
    """

    seconds: float
    peak: float
    tries: int
    least: float
    cpu: float


class Row(NamedTuple):
    """A line of the table; `most` of 4 means "at most four times the base".

    `least` is for peers: the base takes at least so many times as long as we do.
    """

    name: str
    got: Result | None
    base_name: str = ""
    base: float | None = None
    most: float | None = None
    least: float | None = None
    most_seconds: float | None = None
    most_mb: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the base, or the base how many times us where peers are compared."""
        if self.got is None or not self.base:
            return None
        if self.least is not None:
            return self.base / self.got.seconds
        return self.got.seconds / self.base

    @property
    def met(self) -> bool | None:
        """Whether every target is met; None where there is none, or nothing was measured."""
        if self.got is None:
            return None
        ratio = self.ratio
        told = [
            ratio <= self.most if self.most is not None and ratio is not None else None,
            ratio >= self.least if self.least is not None and ratio is not None else None,
            self.got.seconds <= self.most_seconds if self.most_seconds is not None else None,
            self.got.peak <= self.most_mb if self.most_mb is not None else None,
        ]
        said = [each for each in told if each is not None]
        return all(said) if said else None


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    good: Sequence[int] = (0,),
) -> Run:
    """Run a process to its end, its output thrown away.

    Raises RuntimeError where it ends otherwise than `good` says, with its last words.
    """
    began = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603  # this project, git, and peers, with words of our own
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    watch = threading.Timer(SECONDS, child.kill)
    watch.start()
    assert child.stderr is not None  # noqa: S101  # a pipe was asked for
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    watch.cancel()
    child.stderr.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in good:
        words = " ".join(str(word) for word in command)
        raise RuntimeError(f"{words}: {child.returncode}\n{said.decode(errors='replace')[-2000:]}")
    return Run(seconds, used.ru_maxrss / KIB, used.ru_utime + used.ru_stime)


def rounds(ways: Mapping[str, Callable[[], Run]], tries: int) -> dict[str, Result]:
    """Run every way in turn, `tries` times over, so that noise hits them all alike."""
    found: dict[str, list[Run]] = {name: [] for name in ways}
    for _ in range(tries):
        for name, way in ways.items():
            found[name].append(way())
    return {name: summed(runs) for name, runs in found.items()}


def summed(runs: Sequence[Run]) -> Result:
    """Return the median and the highest peak of some runs."""
    seconds = statistics.median(each.seconds for each in runs)
    return Result(
        seconds,
        max(each.peak for each in runs),
        len(runs),
        min(each.seconds for each in runs),
        min(each.cpu for each in runs),
    )


class Fzjs:
    """This project's command, as installed: the console script, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        """Put the script and the caches into a folder."""
        self.folder = folder
        self.script = folder / "fzjs"
        self.script.write_text(LAUNCHER, "utf-8")
        self.empty = folder / "empty.py"
        self.empty.write_text(EMPTY_APP, "utf-8")
        # What pip installs is compiled; a machine that keeps no bytecode would compile every run.
        self.env = {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": ""}

    def __call__(self, campaign: Path | None, *words: str, cache: Path | None = None) -> Run:
        """Run a command on a campaign; without a cache folder in one made for this run alone."""
        where = ("-C", str(campaign)) if campaign else ()
        command = (sys.executable, str(self.script), *where, *words)
        with TemporaryDirectory(dir=self.folder) as fresh:
            env = {**self.env, "FZJS_CACHE": str(cache or fresh)}
            return run(command, env=env, good=(0, 1) if "check" in words else (0,))

    def empty_app(self) -> Run:
        """Run a typer application that does nothing."""
        return run((sys.executable, str(self.empty)))


def nothing() -> Run:
    """Run Python and leave again."""
    return run((sys.executable, "-c", "pass"))


def helped(page: str | None) -> None:
    """Print a script's page and end, where the command line asks for help."""
    if {"-h", "--help"} & {*sys.argv[1:]}:
        sys.stdout.write(page or "")
        sys.exit(0)


def git_status(campaign: Path) -> Run:
    """Run `git status` as people do."""
    return run(("git", "-C", str(campaign), "status"))


def made(kind: str, *words: str | Path) -> None:
    """Run one of the generators beside this file, in a process of its own."""
    run((sys.executable, str(HERE / f"{kind}.py"), *words), env={"PYTHONPATH": str(ROOT / "src")})


@contextmanager
def workplace() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="fzjs-bench-") as name:
        yield Path(name)


HEADINGS = ("项目", "用时", "峰值", "对照", "对照用时", "倍数", "目标", "结果")


def cells(row: Row) -> tuple[str, ...]:
    """Return what a row shows."""
    aims = (
        (row.most, "≤ {:g} 倍"), (row.least, "≥ {:g} 倍"),
        (row.most_seconds, "≤ {:g} 秒"), (row.most_mb, "≤ {:g} MB"),
    )  # fmt: skip
    if row.got is None:
        return (row.name, "没有量到", "", row.base_name, "", "", _aim(aims), "")
    return (
        row.name,
        duration(row.got.seconds),
        f"{row.got.peak:.0f} MB",
        row.base_name,
        duration(row.base) if row.base else "",
        f"{row.ratio:.2f}" if row.ratio is not None else "",
        _aim(aims),
        {True: "达到", False: "没有达到", None: ""}[row.met],
    )


def _aim(aims: Sequence[tuple[float | None, str]]) -> str:
    return "，".join(words.format(value) for value, words in aims if value is not None)


def duration(seconds: float) -> str:
    """Return a time with three digits that mean something."""
    return f"{seconds * 1000:.0f} 毫秒" if seconds < 1 else f"{seconds:.2f} 秒"


def markdown(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *map(cells, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def show(rows: Sequence[Row]) -> None:
    """Print a table."""
    sys.stdout.write(markdown(rows))
    sys.stdout.flush()
