"""What files gave, kept from one run to the next: values by what they were made from.

An SQLite file in the user's cache. Nothing depends on it: whatever cannot be read, is locked, half
written or of another program counts as not there, and what cannot be written is not kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fzjs import cache

_NAME = "facts.sqlite"
_WAIT = 0.2
"""Seconds to wait for another run that writes."""
_MARK = 4
"""Bytes before each value that tell whether it is whole."""
_SPARE = 2.0
"""How many times as many values as the last run used are kept: another branch is looked at next."""
_UNREADABLE = (sqlite3.Error, OSError, ValueError, MemoryError)
"""What is raised for a file that is damaged or shut; a name that is no text is a ValueError."""
_EMPTY = pickle.dumps(())
_TABLES = (
    "CREATE TABLE IF NOT EXISTS program (name TEXT)",
    "CREATE TABLE IF NOT EXISTS kept (key INTEGER PRIMARY KEY, value BLOB)",
)


class Kept:
    """A memory (`repository.memo.Memory`) that outlives the process; `save` writes what is new."""

    def __init__(self, root: str) -> None:
        """Take the root of the data repository. Never raises."""
        place = cache.folder_of(root)
        self._path = os.path.join(place, _NAME) if place else ""
        self._program = cache.program()
        self._rows: dict[int, bytes] = {}
        self._new: dict[int, Any] = {}
        self._taken: set[int] = set()
        self._used: set[int] = set()

    @property
    def is_open(self) -> bool:
        """Whether there is a place to keep anything."""
        return bool(self._path)

    def begin(self) -> None:
        """Read what there is."""
        self._rows, self._new, self._taken, self._used = self._read(), {}, set(), set()

    def has(self, key: tuple[str, ...]) -> bool:
        """Tell whether something is kept under a key, without looking at it."""
        name = _name(key)
        return name in self._rows or name in self._new

    def recall(self, key: tuple[str, ...]) -> Any:  # noqa: ANN401  # whatever was kept under the key
        """Return what was kept, None where nothing was."""
        name = _name(key)
        if name in self._new:  # what was found since holds, also where an older value is damaged
            return self._new[name]
        row = self._rows.get(name)
        if row is None:
            return None
        self._used.add(name)
        if row == _EMPTY:
            return ()
        try:
            content = row[_MARK:]
            if _mark(name, content) != row[:_MARK]:
                return None
            return pickle.loads(content)  # noqa: S301  # the user's own file, see `cache.folder_of`
        except Exception:  # noqa: BLE001  # pickle raises what it likes; a row may be no bytes
            return None

    def keep(self, key: tuple[str, ...], value: object) -> None:
        """Keep a value that follows from its key alone."""
        self._new[_name(key)] = value

    def hand_over(self, work: Callable[[], object]) -> bytes:
        """Return what a work keeps, for the memory of another process."""
        before = {*self._new}
        work()
        new = ((name, value) for name, value in self._new.items() if name not in before)
        return pickle.dumps({name: _packed(name, value) for name, value in new})

    def take_over(self, handed: bytes) -> None:
        """Keep what another process of this program handed over."""
        rows: dict[int, bytes] = pickle.loads(handed)  # noqa: S301  # see above
        self._rows |= rows
        self._taken |= rows.keys()

    def save(self) -> None:
        """Write what is new; values that were not used go when they get too many."""
        if not self._path or not (self._new or self._taken):
            return
        rows = [(name, _packed(name, value)) for name, value in self._new.items()]
        rows += [(name, self._rows[name]) for name in self._taken]
        rows.sort()  # the base writes them one after the other
        wanted = len(self._used) + len(rows)
        with contextlib.suppress(*_UNREADABLE), _connected(self._uri("rwc")) as base:
            base.execute("PRAGMA synchronous=OFF")  # each value tells by itself whether it is whole
            base.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                base.execute(table)
            if _program(base) != self._program:
                base.execute("DELETE FROM kept")
                base.execute("DELETE FROM program")
                base.execute("INSERT INTO program VALUES (?)", (self._program,))
            elif len(self._rows) + len(rows) > _SPARE * wanted:
                idle = ((name,) for name in self._rows if name not in self._used)
                base.executemany("DELETE FROM kept WHERE key = ?", idle)
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            base.execute("COMMIT")

    def _uri(self, mode: str) -> str:
        return f"{Path(self._path).as_uri()}?mode={mode}"

    def _read(self) -> dict[int, bytes]:
        if not os.path.exists(self._path):
            return {}
        try:
            with _connected(self._uri("ro")) as base:
                if _program(base) != self._program:
                    return {}
                return dict(base.execute("SELECT key, value FROM kept"))
        except _UNREADABLE as error:
            if not isinstance(error, sqlite3.OperationalError):
                with contextlib.suppress(OSError):  # no database: the next run makes another
                    os.unlink(self._path)
            return {}


def _connected(uri: str) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(uri, timeout=_WAIT, isolation_level=None, uri=True))


def _program(base: sqlite3.Connection) -> str:
    row = base.execute("SELECT name FROM program").fetchone()
    return str(row[0]) if row else ""


def _name(key: tuple[str, ...]) -> int:
    """Return the number under which a value is kept: a small key is a small file."""
    words = "\0".join(key).encode("utf-8", "surrogatepass")  # a file's name may be no UTF-8
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest()) >> 1


def _packed(name: int, value: object) -> bytes:
    if value == ():
        return _EMPTY
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _mark(name, content) + content


def _mark(name: int, content: bytes) -> bytes:
    return zlib.crc32(content, name & 0xFFFFFFFF).to_bytes(_MARK)
