"""What files gave that were read before: most files of the next look are the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, runtime_checkable

from fzjs.diagnostic import Fault

Key = tuple[str, ...]
"""A word for what is kept, then what it was made from: the file, what tells its bytes, …"""


class Known(NamedTuple):
    """What follows from one file's bytes: whether the format holds, its faults, its facts.

    `under` names what else the facts follow from: the 修订 of the materials that an entry claims.
    """

    whole: bool
    faults: tuple[Fault, ...] = ()
    facts: Any = None
    under: str = ""


class Memory(Protocol):
    """Something that keeps values by what they were made from."""

    def begin(self) -> None:
        """Begin another look."""

    def recall(self, key: Key) -> Any:  # noqa: ANN401  # whatever was kept under the key
        """Return what was kept, None where nothing was."""

    def keep(self, key: Key, value: object) -> None:
        """Keep a value that follows from its key alone."""


@runtime_checkable
class Shared(Memory, Protocol):
    """A memory that another process may fill for this one."""

    def pack(self) -> None:
        """Pack what is new for keeping, as `hand_over` does with what it hands over."""

    def hand_over(self, work: Callable[[], object]) -> bytes:
        """Return what a work keeps, for the memory of another process."""

    def take_over(self, handed: bytes) -> None:
        """Keep what another process handed over."""


class Memo:
    """A memory that ends with the process.

    What a look does not ask for is let go by the next but one, so that a long history takes the
    room of two of its trees.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._before: dict[Key, Any] = {}
        self._now: dict[Key, Any] = {}

    def begin(self) -> None:
        """Begin another look."""
        self._before, self._now = self._now, {}

    def recall(self, key: Key) -> Any:  # noqa: ANN401  # whatever was kept under the key
        """Return what was kept, None where nothing was."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def keep(self, key: Key, value: object) -> None:
        """Keep a value that follows from its key alone."""
        self._now[key] = value
