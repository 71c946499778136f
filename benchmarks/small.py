"""Whether speed has broken, in half a minute: for CI, on machines of which nothing is known.

Run `python benchmarks/small.py`. Looks at ratios only, with wide margins, and ends with 1 where one
is passed: the entries of a larger campaign, or the rows of a larger plan, must not cost much more
each than those of a smaller (a quadratic step); a cold check must stay near what libyaml and the
models take on the same files; a check with nothing changed near `git status`. Growth is told by
the processor's time, the least of three, which a busy machine disturbs least.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from measure import (
    HERE,
    Fzjs,
    Result,
    Run,
    git_status,
    helped,
    made,
    nothing,
    rounds,
    run,
    workplace,
)

TRIES = 3
FEW, SOME, MANY = 10, 300, 1200
"""FEW is what the program and the plan cost without entries."""
LINES = (20, 500, 2000)
GROWTH, FLOOR, WARM = 2.0, 8.0, 12.0


class Told(NamedTuple):
    """A ratio, what it may be at most, and what was measured."""

    name: str
    ratio: float
    most: float
    seen: str

    def __str__(self) -> str:
        """Return the line that is printed."""
        verdict = "" if self.ratio <= self.most else "  太慢"
        return f"{self.name}：{self.ratio:.2f} 倍，至多 {self.most:g} 倍（{self.seen}）{verdict}\n"


def grown(name: str, sizes: tuple[int, int, int], got: tuple[Result, ...]) -> Told:
    """Compare the cost of one more at the larger size with that at the smaller."""
    base, small, large = (each.cpu for each in got)
    before = max(small - base, 0.001) / (sizes[1] - sizes[0])
    after = (large - base) / (sizes[2] - sizes[0])
    seen = f"每个 {after * 1e6:.0f} 微秒，少时 {before * 1e6:.0f} 微秒"
    return Told(f"{name} {sizes[2]} 比 {sizes[1]}，每个的用时", after / before, GROWTH, seen)


def checks(folder: Path) -> list[Told]:
    """Measure cold and warm checks of three sizes."""
    fzjs, cache = Fzjs(folder), folder / "cache"
    sizes = (FEW, SOME, MANY)
    for size in sizes:
        made("entries", folder / str(size), str(size))
    largest = folder / str(MANY)
    git_status(largest)
    fzjs(largest, "check", cache=cache)

    def cold(size: int) -> Callable[[], Run]:
        return lambda: fzjs(folder / str(size), "check")

    ways: dict[str, Callable[[], Run]] = {str(size): cold(size) for size in sizes}
    ways["floor"] = lambda: run((sys.executable, HERE / "floor.py", largest), env=fzjs.env)
    ways["warm"] = lambda: fzjs(largest, "check", cache=cache)
    ways["git"] = lambda: git_status(largest)
    ways["pass"] = nothing
    got = rounds(ways, TRIES)
    cold_one, floor, warm = (got[name].least for name in (str(MANY), "floor", "warm"))
    daily = got["git"].least + got["pass"].least
    return [
        grown("check 首次", sizes, tuple(got[str(size)] for size in sizes)),
        Told("check 首次比读取底线", cold_one / floor, FLOOR, f"{cold_one:.2f} 秒，{floor:.2f} 秒"),
        Told(
            "check 没有改动比 python3 -c pass + git status",
            warm / daily, WARM, f"{warm * 1000:.0f} 毫秒，{daily * 1000:.0f} 毫秒",
        ),
    ]  # fmt: skip


def imports(folder: Path) -> list[Told]:
    """Measure the import of Word plans of three sizes."""
    fzjs = Fzjs(folder)
    turn = iter(range(10_000))
    for size in LINES:
        (folder / f"plan{size}").mkdir()
        made("import_speed", "--make", folder / f"plan{size}", str(size))

    def read(size: int) -> Callable[[], Run]:
        plan = folder / f"plan{size}" / "plan.docx"
        return lambda: fzjs(None, "import", str(plan), "--to", str(folder / f"to{next(turn)}"))

    got = rounds({str(size): read(size) for size in LINES}, TRIES - 1)
    return [grown("import 的行", LINES, tuple(got[str(size)] for size in LINES))]


def main() -> int:
    """Print every ratio; return 1 where one is too large."""
    with workplace() as folder:
        told = [*checks(folder), *imports(folder)]
    for each in told:
        sys.stdout.write(str(each))
    return int(any(each.ratio > each.most for each in told))


if __name__ == "__main__":
    helped(__doc__)
    sys.exit(main())
