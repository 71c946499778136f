"""Another process that does a part of the work meanwhile."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, NoReturn, Self, TypeVar

_T = TypeVar("_T")

_WIDE = 2
"""Bytes of a number in the pipe: one reading takes them at once."""


_NOTHING = pickle.dumps({})
"""What a process gave that could not be begun, or failed."""


def processors() -> int:
    """Return how many processors may be used besides this one.

    0 where a process cannot be doubled safely: elsewhere than on Linux, or among threads.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 0
    return len(os.sched_getaffinity(0)) - 1


class Beside:
    """Work that is done in a copy of this process; it prints nothing and changes nothing here."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Begin; where the system has no room for another process, there is no result."""
        self._out: IO[bytes] | None = None
        with contextlib.suppress(OSError):
            self._out = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the result
            self._process = os.fork()
            if self._process == 0:
                _do(work, self._out)
            return
        if self._out is not None:
            self._out.close()
            self._out = None

    def result(self) -> bytes | None:
        """Wait for the work, and return what it gave; None where it failed."""
        if self._out is None:
            return None
        with self._out:
            _, status = os.waitpid(self._process, 0)
            if os.waitstatus_to_exitcode(status) != 0:
                return None
            self._out.seek(0)
            return self._out.read()


def _do(work: Callable[[], bytes], out: IO[bytes]) -> NoReturn:
    """Do the work in the copy, and end it: nothing of what it took over is printed twice."""
    code = 1
    with contextlib.suppress(BaseException):  # the other process does it then itself
        out.write(work())
        out.flush()
        code = 0
    os._exit(code)


class Turns:
    """Numbers below a count, each given once: to this process or to a copy made after it.

    Who is done with one takes the next, so that nobody waits for the slower half.
    """

    def __init__(self, count: int) -> None:
        """Lay the numbers into a pipe; it takes at least 2,000 of them without a reader."""
        self._out, into = os.pipe()
        with os.fdopen(into, "wb") as numbers:
            numbers.write(b"".join(number.to_bytes(_WIDE) for number in range(count)))

    def __iter__(self) -> Iterator[int]:
        """Yield the next number that nobody has, until there is none."""
        while number := os.read(self._out, _WIDE):
            yield int.from_bytes(number)

    def __enter__(self) -> Self:
        """Give the numbers out."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the pipe."""
        os.close(self._out)


def shared(works: Sequence[Callable[[], _T]]) -> list[_T]:
    """Return what each work gives, in order; each processor takes them by turns.

    What a work gives has to be worth its way from one process to the other.
    """
    found: dict[int, _T] = {}
    others = processors()
    if others:
        with Turns(len(works)) as turns:
            busy = [Beside(lambda: pickle.dumps(_taken(works, turns))) for _ in range(others)]
            try:
                found = _taken(works, turns)
            finally:
                handed = [each.result() for each in busy]
        for part in handed:
            found |= pickle.loads(part or _NOTHING)  # noqa: S301  # our own
    return [found[number] if number in found else work() for number, work in enumerate(works)]


def _taken(works: Sequence[Callable[[], _T]], turns: Iterable[int]) -> dict[int, _T]:
    return {number: works[number]() for number in turns}
