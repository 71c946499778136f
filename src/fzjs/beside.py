"""Other processes that do a part of the work meanwhile."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, NoReturn, TypeVar

from fzjs import passing

_T = TypeVar("_T")
_MOST = 7
"""Copies at most: each holds what it touches once more."""
_WIDE = 2
"""Bytes of a number in the pipe: one reading takes them at once."""
_ROOM = 2000
"""Numbers that a pipe takes without a reader, also where the system is short of room for pipes."""


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
            try:
                _, status = os.waitpid(self._process, 0)
            except ChildProcessError:  # whoever began this one has the system forget how they end
                return None
            if os.waitstatus_to_exitcode(status) != 0:
                return None
            self._out.seek(0)
            passing.seen.extend(pickle.load(self._out))  # noqa: S301  # our own
            return self._out.read()


def _do(work: Callable[[], bytes], out: IO[bytes]) -> NoReturn:
    """Do the work in the copy, and end it: nothing of what it took over is printed twice."""
    code = 1
    passing.seen.clear()
    with contextlib.suppress(BaseException):  # the other process does it then itself
        made = work()
        pickle.dump(passing.seen, out)
        out.write(made)
        out.flush()
        code = 0
    os._exit(code)


def together(
    count: int, mine: Callable[[Iterable[int]], _T], theirs: Callable[[Iterable[int]], bytes]
) -> tuple[_T, list[bytes]]:
    """Go through the numbers below a count by turns, in this process and in copies of it.

    Whoever is done with a number takes the next, so that nobody waits for the slower half. Returns
    what `mine` made of the numbers that it got, and what `theirs` made of theirs in each copy that
    came to an end. Numbers that a copy died with are lost: the caller sees what is missing.
    """
    copies = min(processors(), count - 1, _MOST)
    if copies < 1 or count > _ROOM:
        return mine(range(count)), []
    try:
        out, into = os.pipe()
    except OSError:
        return mine(range(count)), []
    with os.fdopen(into, "wb") as numbers:
        numbers.write(b"".join(number.to_bytes(_WIDE) for number in range(count)))
    busy: list[Beside] = []
    try:
        for _ in range(copies):
            busy.append(Beside(lambda: theirs(_turns(out))))  # noqa: PERF401  # each that is begun is waited for
        made = mine(_turns(out))
    finally:
        for _ in _turns(out):  # after a fault nobody begins anything more
            pass
        handed = [each.result() for each in busy]
        os.close(out)
    return made, [each for each in handed if each is not None]


def _turns(out: int) -> Iterator[int]:
    """Yield the next number in a pipe that nobody has taken, until there is none."""
    while number := os.read(out, _WIDE):
        yield int.from_bytes(number)


def shared(works: Sequence[Callable[[], _T]]) -> list[_T]:
    """Return what each work gives, in order; each processor takes them by turns.

    What a work gives has to be worth its way from one process to the other.
    """

    def taken(turns: Iterable[int]) -> dict[int, _T]:
        return {number: works[number]() for number in turns}

    found, handed = together(len(works), taken, lambda turns: pickle.dumps(taken(turns)))
    for part in handed:
        found |= pickle.loads(part)  # noqa: S301  # our own
    return [found[number] if number in found else work() for number, work in enumerate(works)]
