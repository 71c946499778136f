"""What reading gave, kept in memory for the next tree: most of its files are the same bytes."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any


class Memo:
    """Values by what they were made from; a key names the file and git's id of its bytes.

    What a load does not ask for is let go by the next but one, so that a long history takes the
    room of two of its trees.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def begin(self) -> None:
        """Begin another tree."""
        self._before, self._now = self._now, {}

    def recall(self, key: Hashable) -> Any:  # noqa: ANN401  # whatever was kept under the key
        """Return what was kept, None where nothing was."""
        found = self._now.get(key) or self._before.get(key)
        if found is not None:
            self._now[key] = found
        return found

    def keep(self, key: Hashable, value: object) -> None:
        """Keep a value that follows from its key alone."""
        self._now[key] = value
