"""Where the values of one file stand, each by its path: for whoever asks for many of them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from fzjs.diagnostic import KeyPath, Location, spot
from fzjs.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Places:
    """The places of all values of a file's data; `file` is its path.

    Made from the positions in one pass, and let go once a record's facts are made: asking the node
    tree for each of 140,000 places took 0.5 s, this takes a third of it.
    """

    __slots__ = ("_at", "_starts", "file")

    def __init__(self, file: str, text: str, data: object, marks: Iterable[int]) -> None:
        """Take a file's data with the positions of its values, in the order of the text."""
        paths: list[KeyPath] = []
        _gather(data, (), paths)
        self.file = file
        self._starts = Text(text).starts()
        self._at = dict(zip(paths, marks, strict=True))

    def locate(self, keys: KeyPath) -> Location:
        """Where the value at this path stands, as `Source.locate` tells it."""
        while (index := self._at.get(keys)) is None:
            if not keys:
                return Location(self.file)
            keys = keys[:-1]
        line = bisect_right(self._starts, index)  # as `Text.place`, without a call for each
        return Location(self.file, line, index - self._starts[line - 1] + 1)

    def named(self) -> dict[str, int]:
        """Where the values of the outermost keys stand, and the whole under "", for `Spots`."""
        found: dict[str, int] = {}
        for keys, index in self._at.items():
            if len(keys) < 2:  # noqa: PLR2004  # one key, or none
                line = bisect_right(self._starts, index)
                at = spot(line, index - self._starts[line - 1] + 1)
                found[str(keys[0]) if keys else ""] = at
        return found


def _gather(value: object, keys: KeyPath, found: list[KeyPath]) -> None:
    """Add the paths of a value and of all below it, in the order of `Source`'s positions."""
    found.append(keys)
    if isinstance(value, dict):
        items: Iterable[tuple[str | int, object]] = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        return
    for key, inner in items:
        if inner.__class__ is str:  # most of them: no call for each
            found.append(keys + (key,))  # noqa: RUF005  # takes half the time of `(*keys, key)`
        else:
            _gather(inner, (*keys, key), found)
