"""Work that several processes share gives what one process would give."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial

import pytest

from fzjs import beside

KILLED = partial(signal.raise_signal, signal.SIGKILL) if hasattr(signal, "SIGKILL") else os.abort


def _square(number: int) -> int:
    return number * number


def _in_the_copy(end: Callable[[], object], here: int) -> int:
    """Fail in a copy of the process, and give something in this one."""
    if os.getpid() != here:
        end()
    return 7


@pytest.mark.parametrize("others", [0, 1, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_every_work_is_done_once_and_in_order(
    count: int, others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "processors", lambda: others)
    assert beside.shared([partial(_square, n) for n in range(count)]) == [
        n * n for n in range(count)
    ]


@pytest.mark.parametrize("end", [partial(os._exit, 9), partial(int, "x"), KILLED])
def test_what_a_copy_fails_at_is_done_here(
    end: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "processors", lambda: 2)
    assert beside.shared([partial(_in_the_copy, end, os.getpid())] * 40) == [7] * 40


def test_where_no_process_can_be_begun_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(beside, "processors", lambda: 2)
    monkeypatch.setattr(os, "fork", full)
    assert beside.shared([partial(_square, n) for n in range(9)]) == [n * n for n in range(9)]


def test_what_is_wrong_here_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "processors", lambda: 1)
    with pytest.raises(ValueError, match="invalid literal"):
        beside.shared([partial(int, "x")] * 9)
