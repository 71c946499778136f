"""Work that several processes share gives what one process would give."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from fzjs import beside, passing

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="只在 Linux 上分给几个进程"
)


@pytest.fixture(params=[1, 3])
def others(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Give the number of other processors that there seem to be."""
    count: int = request.param
    monkeypatch.setattr(beside, "processors", lambda: count)
    return count


def _noted(number: int, notes: Path) -> int:
    """Note who did the work, slowly enough that nobody does it all."""
    time.sleep(0.005)
    with notes.open("a", encoding="utf-8") as stream:
        stream.write(f"{number} {os.getpid()}\n")
    return number * number


def _in_the_copy(end: Callable[[], object], here: int) -> int:
    """Fail in a copy of the process, and give something in this one."""
    time.sleep(0.005)
    if os.getpid() != here:
        end()
    return 7


@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_every_work_is_done_once_and_in_order(count: int, others: int, tmp_path: Path) -> None:
    notes = tmp_path / "记"
    notes.touch()
    assert beside.shared([partial(_noted, n, notes) for n in range(count)]) == [
        n * n for n in range(count)
    ]
    done = [line.split() for line in notes.read_text("utf-8").splitlines()]
    assert sorted(int(number) for number, _ in done) == [*range(count)]
    assert len({who for _, who in done}) == min(others + 1, count)


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    "end",
    [partial(os._exit, 9), partial(int, "x"), lambda: signal.raise_signal(signal.SIGKILL)],
)
def test_what_a_copy_fails_at_is_done_here(end: Callable[[], object]) -> None:
    assert beside.shared([partial(_in_the_copy, end, os.getpid())] * 40) == [7] * 40


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_the_system_has_no_room_all_is_done_here(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, call, full)
    assert beside.shared([partial(pow, n, 2) for n in range(9)]) == [n * n for n in range(9)]


@pytest.mark.usefixtures("others")
def test_where_nobody_hears_how_a_copy_ended_all_is_done_here() -> None:
    usual = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert beside.shared([partial(pow, n, 2) for n in range(9)]) == [n * n for n in range(9)]
    finally:
        signal.signal(signal.SIGCHLD, usual)


def _not_here(here: int) -> None:
    """Take a while in a copy of the process, and fail in this one."""
    if os.getpid() == here:
        raise KeyboardInterrupt
    time.sleep(0.2)


def _passing(number: int) -> int:
    time.sleep(0.005)
    passing.seen.append(str(number))
    return number


@pytest.mark.usefixtures("others")
def test_what_a_copy_saw_that_may_be_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passing, "seen", ["先"])
    assert beside.shared([partial(_passing, n) for n in range(20)]) == [*range(20)]
    assert sorted(passing.seen) == sorted(["先", *map(str, range(20))])


@pytest.mark.usefixtures("others")
def test_after_a_fault_nobody_begins_anything_more() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        beside.shared([partial(_not_here, os.getpid())] * 200)
    assert time.monotonic() - began < 5  # all of it would be thirteen seconds at least


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.usefixtures("others")
def test_nothing_is_left_open() -> None:
    before = _open_files()
    for _ in range(5):
        beside.shared([partial(pow, n, 2) for n in range(9)])
    assert _open_files() == before


@pytest.mark.usefixtures("others")
def test_more_than_a_pipe_takes_is_done_here() -> None:
    assert beside.shared([partial(abs, -1)] * 70_000) == [1] * 70_000
