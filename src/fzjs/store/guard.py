"""One command writes at a time, and none is stopped halfway through what it writes."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fzjs.diagnostic import FzjsError

PATIENCE = 10.0
"""Seconds to wait for another command: each writes for a moment."""
_STOPS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What asks a program to end, as far as the system knows it: Ctrl-C, kill, a window closed."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other commands from writing the repository; the system lets go when a process ends.

    Raises FzjsError when another one does not come to an end.
    """
    windows = sys.platform == "win32"
    flags = os.O_RDWR | os.O_CREAT if windows else os.O_RDONLY
    handle = os.open(_lock_file(root) if windows else root, flags)
    try:
        end = time.monotonic() + PATIENCE
        while not _taken(handle):
            if time.monotonic() > end:
                raise FzjsError(
                    "另一个 fzjs 正在改这个仓库，等了很久还没完。等它完了再来。没有改动。"
                )
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def _lock_file(root: Path) -> Path:
    """Return the file that stands for a folder where the system locks no folders."""
    key = hashlib.sha256(str(root.resolve()).encode("utf-8", "replace")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"fzjs-{key}.lock"


def _taken(handle: int) -> bool:
    """Try to lock an open file; where a file system knows no locks, all may write."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # there is none elsewhere

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # there is none on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
    return True


@contextmanager
def unbroken() -> Iterator[Callable[[], None]]:
    """Let Ctrl-C and the like wait; give what raises KeyboardInterrupt once one has come.

    It is called between steps. What comes after the last call comes too late to stop anything.
    """
    came: list[int] = []

    def look() -> None:
        if came:
            raise KeyboardInterrupt

    before: dict[int, object] = {}
    try:
        # Only the main thread hears signals; one that is ignored (nohup) stays so.
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in _STOPS if hasattr(signal, name)):
                if signal.getsignal(number) not in {signal.SIG_IGN, None}:
                    before[number] = signal.signal(number, lambda got, _: came.append(got))
        yield look
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it was given
