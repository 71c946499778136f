"""How long the same entries take in doorstop, compliance-trestle and strictdoc, beside ours.

Run `python benchmarks/peers.py [--items 1000] [--tries 5] [--venvs FOLDER]`. Each peer is installed
by pip into an environment of its own below the folder (kept there for the next time; without one
in a folder that is gone afterwards), never into the project's. What each does and does not do in
that time stands in docs/performance.md.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from measure import Fzjs, Result, Row, Run, made, rounds, run, show, workplace

ITEMS = 1000
TRIES = 5
_GIT = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")


class Peer(NamedTuple):
    """A tool: what is installed, how it is run once, and how many times as long it shall take."""

    name: str
    package: str
    words: tuple[str, ...]
    least: float
    prepare: Callable[[Path, Path], None]
    clean: Callable[[Path], None]


def _as_is(_program: Path, _folder: Path) -> None:
    """Nothing to prepare."""


def _nothing_left(_folder: Path) -> None:
    """A run leaves nothing behind."""


def _stamped(program: Path, folder: Path) -> None:
    """Let doorstop stamp new items as reviewed, which it does once, and commit that."""
    run((program, "-F"), cwd=folder)
    run(("git", *_GIT, "commit", "--quiet", "-a", "-m", "示例"), cwd=folder)


def _cold(folder: Path) -> None:
    """Take away what strictdoc keeps for its next run."""
    shutil.rmtree(folder / "output", ignore_errors=True)


PEERS = (
    Peer("doorstop -F", "doorstop==3.2", ("doorstop", "-F"), 5, _stamped, _nothing_left),
    Peer(
        "trestle validate（YAML）", "compliance-trestle==5.2.0",
        ("trestle", "validate", "-t", "catalog", "-n", "entries"), 8, _as_is, _nothing_left,
    ),
    Peer(
        "strictdoc export（首次）", "strictdoc==0.30.4",
        ("strictdoc", "export", ".", "--formats=json"), 10, _as_is, _cold,
    ),
)  # fmt: skip


def installed(peer: Peer, venvs: Path) -> Path:
    """Return a peer's program, installed where it is not there yet."""
    home = venvs / peer.package
    program = home / "bin" / peer.words[0]
    if not program.exists():
        run((sys.executable, "-m", "venv", home))
        run((home / "bin" / "pip", "install", "--quiet", peer.package))
    return program


def ready(peer: Peer, program: Path, place: Path, items: int) -> Callable[[], Run]:
    """Make a peer's items; return what runs it once on them."""
    folder = place / peer.words[0]
    made("peer_data", peer.words[0], folder, str(items))
    peer.prepare(program, folder)

    def once() -> Run:
        peer.clean(folder)
        # What a peer keeps in the folder for temporary files is as cold as the rest.
        with TemporaryDirectory(dir=place) as kept:
            path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
            env = {"TMPDIR": kept, "HOME": kept, "PATH": path}
            return run((program, *peer.words[1:]), cwd=folder, env=env)

    return once


def peer_rows(items: int, tries: int, venvs: Path | None) -> list[Row]:
    """Return one row a peer: how many times as long it takes as our cold check beside it."""
    with workplace() as place:
        campaign = place / "campaign"
        made("entries", campaign, str(items))
        fzjs = Fzjs(place)
        fzjs(campaign, "check")
        ways: dict[str, Callable[[], Run]] = {"": lambda: fzjs(campaign, "check")}
        for peer in PEERS:
            program = installed(peer, venvs or place / "venvs")
            ways[peer.name] = ready(peer, program, place, items)
        got = rounds(ways, tries)
    return [_row(peer, items, got[""], got[peer.name]) for peer in PEERS]


def _row(peer: Peer, items: int, ours: Result, theirs: Result) -> Row:
    said = f"{peer.name}，{peer.package.partition('==')[2]}，{theirs.peak:.0f} MB"
    return Row(f"check，{items} 个条目，首次", ours, said, theirs.seconds, least=peer.least)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--tries", type=int, default=TRIES)
    parser.add_argument("--venvs", type=Path)
    asked = parser.parse_args()
    show(peer_rows(asked.items, asked.tries, asked.venvs))
