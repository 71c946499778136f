"""What files gave, kept from one run to the next: values by what they were made from.

An SQLite file in the user's cache. Nothing depends on it: whatever cannot be read, is locked, half
written or of another program counts as not there, and what cannot be written is not kept.

Values lie together in drawers, by the file that they are of: 10,000 rows of their own took twice
the time to write and to find. A run that finds something new adds a part to a drawer.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fzjs import cache
from fzjs.packed import packed, unpacked

_Key = tuple[str, ...]
_Part = tuple[int, bytes]
"""The number of a drawer and, packed, values for it."""

_NAME = "facts.sqlite"
_WAIT = 0.2
"""Seconds to wait for another run that writes."""
_DRAWERS = 256
_MOST = 4
"""Parts of a drawer from which they are made one."""
_MARK = 4
"""Bytes before each part that tell whether it is whole."""
_FEW = 16
"""Idle values of a drawer that are kept however few are in use."""
_UNREADABLE = (sqlite3.Error, OSError, ValueError, MemoryError)
"""What is raised for a file that is damaged or shut; a name that is no text is a ValueError."""
_COLUMNS = "id INTEGER PRIMARY KEY AUTOINCREMENT, drawer INTEGER, part BLOB"
"""No number a second time: a slower run may still mean another part by it."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS program (name TEXT)",
    f"CREATE TABLE IF NOT EXISTS parts ({_COLUMNS})",
)


class Kept:
    """A memory (`repository.memo.Memory`) that outlives the process; `save` writes what is new."""

    def __init__(self, root: str) -> None:
        """Take the root of the data repository. Never raises."""
        place = cache.folder_of(root)
        self._path = os.path.join(place, _NAME) if place else ""
        self._program = cache.program()
        self._clear()

    def _clear(self) -> None:
        self._stored: defaultdict[int, list[int]] = defaultdict(list)  # the parts' row numbers
        self._shut: defaultdict[int, list[bytes]] = defaultdict(list)  # parts not looked into yet
        self._open: dict[int, dict[_Key, Any]] = {}
        self._new: defaultdict[int, dict[_Key, Any]] = defaultdict(dict)
        self._unsaved: list[_Part] = []
        self._used: set[_Key] = set()

    @property
    def is_open(self) -> bool:
        """Whether there is a place to keep anything."""
        return bool(self._path)

    def begin(self) -> None:
        """Read what there is."""
        self._clear()
        for number, drawer, part in self._read():
            self._stored[drawer].append(number)
            self._shut[drawer].append(part)

    def recall(self, key: _Key) -> Any:  # noqa: ANN401  # whatever was kept under the key
        """Return what was kept, None where nothing was."""
        drawer = self._drawer(_number(key))
        value = drawer.get(key)
        if value.__class__ is bytes:  # idle in the run that packed it
            value = drawer[key] = _value(value)
        if value is not None:
            self._used.add(key)
        return value

    def keep(self, key: _Key, value: object) -> None:
        """Keep a value that follows from its key alone; it is nothing of bytes."""
        number = _number(key)
        self._drawer(number)[key] = self._new[number][key] = value
        self._used.add(key)

    def pack(self) -> None:
        """Pack what is new, which `save` does else: while another process is waited for."""
        self._unsaved += ((number, _part(number, new)) for number, new in self._new.items())
        self._new.clear()

    def hand_over(self, work: Callable[[], object]) -> bytes:
        """Return what a work keeps, for the memory of another process."""
        self._new.clear()
        self._unsaved.clear()
        work()
        self.pack()
        return packed(self._unsaved)

    def take_over(self, handed: bytes) -> None:
        """Keep what another process of this program handed over."""
        parts: list[_Part] = unpacked(handed)
        for number, part in parts:
            self._shut[number].append(part)
        self._unsaved += parts

    def save(self) -> None:
        """Write what is new; values that were not used go when they get too many."""
        self.pack()
        if not (self._path and self._unsaved) or _is_odd(self._path):
            return
        with contextlib.suppress(*_UNREADABLE):
            gone, parts = self._changes()  # before the base is shut to others
            with _connected(self._uri("rwc")) as base:
                # Each part tells by itself whether it is whole.
                base.execute("PRAGMA synchronous=OFF")
                base.execute("BEGIN IMMEDIATE")
                for table in _TABLES:
                    base.execute(table)
                if _program(base) != self._program:
                    base.execute("DELETE FROM parts")
                    base.execute("DELETE FROM program")
                    base.execute("INSERT INTO program VALUES (?)", (self._program,))
                base.executemany("DELETE FROM parts WHERE id = ?", gone)
                base.executemany("INSERT INTO parts (drawer, part) VALUES (?, ?)", parts)
                base.execute("COMMIT")
            self._unsaved.clear()

    def _changes(self) -> tuple[list[tuple[int]], list[_Part]]:
        """Return the rows that go and the parts that come: of a drawer with many, one."""
        full = {number for number, _ in self._unsaved if len(self._stored[number]) >= _MOST}
        gone = [(row,) for number in full for row in self._stored[number]]
        parts = [part for part in self._unsaved if part[0] not in full]
        return gone, [*parts, *((number, self._as_one(number)) for number in full)]

    def _drawer(self, number: int) -> dict[_Key, Any]:
        """Return the values of a drawer, looked into before anything is put there."""
        drawer = self._open.setdefault(number, {})
        for part in self._shut.pop(number, ()):
            drawer |= _values(number, part)
        return drawer

    def _as_one(self, number: int) -> bytes:
        """Pack a drawer anew: as they are what was used, by themselves the last of the others."""
        drawer = self._drawer(number)
        used = {key: value for key, value in drawer.items() if key in self._used}
        idle = [(key, value) for key, value in drawer.items() if key not in self._used]
        kept = idle[-max(len(used), _FEW) :]
        return _part(number, {key: _by_itself(value) for key, value in kept} | used)

    def _uri(self, mode: str) -> str:
        return f"{Path(self._path).as_uri()}?mode={mode}"

    def _read(self) -> list[tuple[int, int, bytes]]:
        if not os.path.isfile(self._path):
            return []
        try:
            with _connected(self._uri("ro")) as base:
                if _program(base) != self._program:
                    return []
                return list(base.execute("SELECT id, drawer, part FROM parts ORDER BY id"))
        except _UNREADABLE as error:
            if not isinstance(error, sqlite3.OperationalError):
                with contextlib.suppress(OSError):  # no database: the next run makes another
                    os.unlink(self._path)
            return []


def _is_odd(path: str) -> bool:
    """Tell whether there is something that is no file: a pipe would be waited for."""
    return os.path.lexists(path) and not os.path.isfile(path)


def _connected(uri: str) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(uri, timeout=_WAIT, isolation_level=None, uri=True))


def _program(base: sqlite3.Connection) -> str:
    row = base.execute("SELECT name FROM program").fetchone()
    return str(row[0]) if row else ""


def _number(key: _Key) -> int:
    """Return the drawer of a key: a file's values lie together, and so unpack together."""
    # A file's name may be no UTF-8.
    return zlib.crc32(key[1].encode("utf-8", "surrogatepass")) % _DRAWERS


def _by_itself(value: object) -> bytes:
    return value if isinstance(value, bytes) else packed(value)


def _value(content: bytes) -> Any:  # noqa: ANN401  # whatever was packed
    try:
        return unpacked(content)
    except Exception:  # noqa: BLE001  # pickle raises what it likes
        return None


def _part(number: int, values: Mapping[_Key, Any]) -> bytes:
    content = packed(values)
    return _mark(number, content) + content


def _values(number: int, part: bytes) -> Mapping[_Key, Any]:
    """Return the values of a part; none where it is damaged. A row may be no bytes."""
    try:
        content = part[_MARK:]
        return _value(content) or {} if _mark(number, content) == part[:_MARK] else {}
    except TypeError:
        return {}


def _mark(number: int, content: bytes) -> bytes:
    return zlib.crc32(content, number).to_bytes(_MARK)
