"""How long `fzjs history` takes over a thousand commits, beside loading the last one once.

Run `python benchmarks/history_speed.py [commits] [weeks]`. It makes a repository out of the
project's own data (the same each time): entries, reviews and the rest come one a commit, then are
edited one a commit. Measured in a process of its own each: loading and assessing one commit;
every week's commit loaded with nothing shared; `fzjs history --json` from start to end. Time is
wall-clock, memory the process's peak.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import datetime
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from measure import helped

HERE = Path(__file__).resolve()
ROOT = HERE.parent.parent
COMMITS, WEEKS = 1000, 40
TRIES = 3
SECONDS = 600
START = datetime.datetime(2020, 12, 28, 9, tzinfo=datetime.UTC)
AUTHOR = "示例 <sample@example.invalid>"


def make(folder: Path, commits: int, weeks: int) -> None:
    """Write the repository by `git fast-import`: no file is checked out but at the end."""
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True, timeout=SECONDS)  # noqa: S603  # git as it is
    stream = b"".join(_stream(commits, weeks))
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True, timeout=SECONDS)  # noqa: S603  # git as it is
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True, timeout=SECONDS)  # noqa: S603  # git as it is


def _stream(commits: int, weeks: int) -> Iterator[bytes]:
    chance = random.Random(20201228)  # noqa: S311  # reproducible edits, no secret
    plan = ("fzjs.yaml", *_files("indicators"))
    texts = {name: (ROOT / name).read_bytes() for name in (*plan, *_files("evidence"))}
    # Without 基准日 every week has its own day, as in a campaign that is under way.
    settings = texts["fzjs.yaml"].splitlines(keepends=True)
    texts["fzjs.yaml"] = b"".join(s for s in settings if not s.startswith("基准日".encode()))
    rest = [name for name in texts if name not in plan]
    records = [name for name in rest if name.endswith(".yaml")]
    step = datetime.timedelta(weeks=weeks) / commits
    for i in range(commits):
        if i == 0:
            names = list(plan)
        elif i <= len(rest):
            names = [rest[i - 1]]
        else:
            names = [chance.choice(records)]
            texts[names[0]] += f"# {i}\n".encode()
        yield _commit(START + step * i, {name: texts[name] for name in names})


def _files(folder: str) -> list[str]:
    found = (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    return [path.relative_to(ROOT).as_posix() for path in found]


def _commit(when: datetime.datetime, files: dict[str, bytes]) -> bytes:
    said = "一步".encode()
    head = f"commit refs/heads/main\ncommitter {AUTHOR} {int(when.timestamp())} +0000\n".encode()
    parts = [head, b"data %d\n%s\n" % (len(said), said)]
    for name, raw in files.items():
        parts.append(f"M 100644 inline {name}\n".encode() + b"data %d\n%s\n" % (len(raw), raw))
    return b"".join(parts)


def once(folder: Path) -> None:
    """Load and assess the last commit."""
    _loaded(folder, 1)


def unshared(folder: Path) -> None:
    """Load and assess the last commit of each week, each as if it were the only one."""
    _loaded(folder, 10_000)


def _loaded(folder: Path, most: int) -> None:
    from fzjs.assess import assess  # noqa: PLC0415  # only in the process that is measured
    from fzjs.reports.weeks import weeks_of  # noqa: PLC0415  # see above
    from fzjs.repository import load_sound  # noqa: PLC0415  # see above
    from fzjs.tree import Commit, line  # noqa: PLC0415  # see above

    found = line(folder, datetime.date.today())  # noqa: DTZ011  # nothing is of tomorrow
    for week in weeks_of(found, None)[-most:]:
        repository, _ = load_sound(Commit(folder, week.step.name))
        assess(repository, week.last)


def whole(folder: Path) -> None:
    """Run the command."""
    last = (START + datetime.timedelta(weeks=100)).date().isoformat()
    words = ("history", "--json", "--weeks", "100", "--to", last)
    subprocess.run(  # noqa: S603  # this project's own command
        [sys.executable, "-m", "fzjs", "-C", str(folder), *words],
        check=True,
        timeout=SECONDS,
        capture_output=True,
    )


WAYS: dict[str, Callable[[Path], None]] = {
    "one commit": once,
    "nothing shared": unshared,
    "fzjs history": whole,
}


def one(way: str, folder: Path) -> None:
    """Measure one way in this process and say so as JSON: seconds, megabytes."""
    start = time.perf_counter()
    WAYS[way](folder)
    seconds = time.perf_counter() - start
    who = resource.RUSAGE_CHILDREN if way == "fzjs history" else resource.RUSAGE_SELF
    sys.stdout.write(json.dumps([seconds, resource.getrusage(who).ru_maxrss / 1024]))


def measured(way: str, folder: Path) -> tuple[float, float]:
    """Return the best seconds of some tries, and their peak megabytes."""
    found: list[tuple[float, float]] = []
    for _ in range(TRIES):
        done = subprocess.run(  # noqa: S603  # this very script
            [sys.executable, str(HERE), "--one", way, str(folder)],
            check=True,
            timeout=SECONDS,
            capture_output=True,
            text=True,
        )
        seconds, peak = json.loads(done.stdout)
        found.append((seconds, peak))
    return min(seconds for seconds, _ in found), max(peak for _, peak in found)


def report(commits: int, weeks: int) -> None:
    """Measure every way and print a table with ratios to loading one commit."""
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, commits, weeks)
        say(f"{commits} commits over {weeks} weeks; best of {TRIES}\n")
        base = measured("one commit", folder)
        for way in WAYS:
            seconds, peak = measured(way, folder)
            ratio = f"{seconds / base[0]:6.1f}x time {peak / base[1]:5.1f}x memory"
            say(f"  {way:<16} {seconds:7.2f} s {peak:7.0f} MB  {ratio}\n")


if __name__ == "__main__":
    helped(__doc__)
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        made = Path(sys.argv[2])
        made.mkdir(parents=True, exist_ok=True)
        make(made, COMMITS, WEEKS)
    else:
        report(*(int(word) for word in sys.argv[1:3] or (COMMITS, WEEKS)))
