"""How long the daily commands take, beside what they cannot take less than.

Run `python benchmarks/check_speed.py [--entries 10000] [--tries 5]`. Makes the campaign of
entries.py and measures from outside, in turn, tries times each, medians: floor.py, `git status`,
`python -c pass`, `fzjs check` with an empty cache, with nothing changed and with one entry changed,
`fzjs status`. `--start` measures the start of the program and the shipped campaign instead.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from measure import (
    HERE,
    ROOT,
    Fzjs,
    Result,
    Row,
    Run,
    git_status,
    made,
    nothing,
    rounds,
    run,
    show,
    workplace,
)

ENTRIES = 10_000
MANY = 100_000
TRIES = 5
FLOOR, STATUS, PASS, EMPTY = "读取底线", "git status", "python3 -c pass", "空的 typer 程序"
COLD, WARM, CHANGED = "首次", "没有改动", "改一个条目"
TOUCHED = "内容没有变，索引变了"


class Edits:
    """One entry that is changed, each time to other words, and put back."""

    def __init__(self, campaign: Path) -> None:
        """Take a sound entry from the middle."""
        entries = sorted((campaign / "evidence").glob("*/*.yaml"))
        self.campaign = campaign
        self.file = next(e for e in entries[len(entries) // 2 :] if e.parent.parent.name != "审核")
        self.before = self.file.read_bytes()
        self.count = 0

    def change(self) -> None:
        """Write other words into its 事由."""
        self.count += 1
        said = f"事由: 第{self.count}次改的".encode()
        self.file.write_bytes(self.before.replace("事由: ".encode(), said, 1))

    def undo(self) -> None:
        """Put the entry back and let git see that it is as it was."""
        self.file.write_bytes(self.before)
        git_status(self.campaign)


def check_times(campaign: Path, folder: Path, tries: int) -> dict[str, Result]:
    """Return the medians of the checks, the status, and what they are held against."""
    fzjs = Fzjs(folder)
    cache = folder / "cache"
    edits = Edits(campaign)
    git_status(campaign)
    fzjs(campaign, "check", cache=cache)
    fzjs(campaign, "status", cache=cache)

    def changed() -> Run:
        edits.change()
        try:
            return fzjs(campaign, "check", cache=cache)
        finally:
            edits.undo()
            for word in ("check", "status"):
                fzjs(campaign, word, cache=cache)

    def touched() -> Run:
        (campaign / "fzjs.yaml").touch()
        git_status(campaign)  # writes into the index what the disk says now
        return fzjs(campaign, "check", cache=cache)

    floor = (sys.executable, HERE / "floor.py", campaign)
    ways = {
        PASS: nothing,
        STATUS: lambda: git_status(campaign),
        FLOOR: lambda: run(floor, env=fzjs.env),
        COLD: lambda: fzjs(campaign, "check"),
        WARM: lambda: fzjs(campaign, "check", cache=cache),
        TOUCHED: touched,
        CHANGED: changed,
        "status": lambda: fzjs(campaign, "status", cache=cache),
    }
    return rounds(ways, tries)


def check_rows(entries: int, got: dict[str, Result]) -> list[Row]:
    """Return the table's rows for one size; targets are stated for two sizes only."""
    few, many = entries == ENTRIES, entries == MANY
    floor, status = got[FLOOR].seconds, got[STATUS].seconds
    both = got[PASS].seconds + status
    name = f"check，{entries} 个条目，"
    return [
        Row(
            f"{name}{COLD}", got[COLD], FLOOR, floor,
            most=2 if few else None, most_mb=250 if few else 1500 if many else None,
        ),
        Row(f"{name}{WARM}", got[WARM], STATUS, status, most=4 if few or many else None),
        Row(f"{name}{TOUCHED}", got[TOUCHED], STATUS, status),
        Row(
            f"{name}{CHANGED}", got[CHANGED], STATUS, status,
            most_seconds=0.6 if few else None,
        ),
        Row(f"status，{entries} 个条目，{WARM}", got["status"], f"{PASS} + {STATUS}", both),
    ]  # fmt: skip


def linear_row(few: tuple[int, Result], many: tuple[int, Result]) -> Row:
    """Return the row that compares an entry's share of a cold check at two sizes."""
    (less, small), (more, large) = few, many
    scaled = small.seconds / less * more
    return Row(f"check，{more} 个条目，首次，按比例", large, f"{less} 个的 × {more // less}",
               scaled, most=1.2)  # fmt: skip


def check(entries: int, tries: int) -> tuple[list[Row], Result]:
    """Make a campaign, measure it; return its rows and the cold check."""
    with workplace() as folder:
        campaign = folder / "campaign"
        made("entries", campaign, str(entries))
        got = check_times(campaign, folder, tries)
    return check_rows(entries, got), got[COLD]


def shipped(folder: Path) -> Path:
    """Copy the shipped campaign into a git repository of its own."""
    campaign = folder / "shipped"
    campaign.mkdir()
    for part in ("indicators", "evidence"):
        shutil.copytree(ROOT / part, campaign / part)
    shutil.copy(ROOT / "fzjs.yaml", campaign)
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    for words in (
        ("init", "--quiet"),
        ("add", "."),
        (*identity, "commit", "--quiet", "-m", "示例"),
    ):
        run(("git", "-C", campaign, *words))
    return campaign


def start(tries: int) -> list[Row]:
    """Measure how the program starts, and the shipped campaign with nothing changed."""
    with workplace() as folder:
        fzjs = Fzjs(folder)
        campaign = shipped(folder)
        cache = folder / "cache"
        for word in ("check", "status"):
            fzjs(campaign, word, cache=cache)
        got = rounds(
            {
                PASS: nothing,
                EMPTY: fzjs.empty_app,
                "--version": lambda: fzjs(None, "--version", cache=cache),
                "--help": lambda: fzjs(None, "--help", cache=cache),
                STATUS: lambda: git_status(campaign),
                "status": lambda: fzjs(campaign, "status", cache=cache),
                "check": lambda: fzjs(campaign, "check", cache=cache),
            },
            tries,
        )
    empty, both = got[EMPTY].seconds, got[PASS].seconds + got[STATUS].seconds
    return [
        Row("fzjs --version", got["--version"], EMPTY, empty, most=1.3),
        Row("fzjs --help", got["--help"], EMPTY, empty, most=1.3),
        Row(f"status，样例，{WARM}", got["status"], f"{PASS} + {STATUS}", both, most=4),
        Row(f"check，样例，{WARM}", got["check"], f"{PASS} + {STATUS}", both),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--tries", type=int, default=TRIES)
    parser.add_argument("--start", action="store_true")
    asked = parser.parse_args()
    show(start(asked.tries) if asked.start else check(asked.entries, asked.tries)[0])
