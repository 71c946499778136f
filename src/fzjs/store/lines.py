"""The text of a file as the reader counts it (LF, no BOM), tied to the bytes as they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_BOM = "\ufeff"


class Raw(NamedTuple):
    """A file's text; `text` is what node marks count in, `original` what is to stay as it is."""

    original: str
    text: str
    returns: tuple[int, ...]
    """Where in `text` a line end stood that takes two characters in `original`."""

    def replaced(self, start: int, end: int, new: str) -> str:
        """Return the original with a piece of `text` replaced, new line ends like the next one."""
        return self.replaced_all([(start, end, new)])

    def replaced_all(self, cuts: Iterable[tuple[int, int, str]]) -> str:
        """Return the original with pieces of `text` replaced, in their order, none over another."""
        made, last = [], 0
        for start, end, new in cuts:
            made += [
                self.original[last : self._at(start)],
                new.replace("\n", self._line_end(start)),
            ]
            last = self._at(end)
        return "".join((*made, self.original[last:]))

    def _line_end(self, index: int) -> str:
        """Return how the line of a position ends; where it is the last, the one before it."""
        found = self.text.find("\n", index)
        found = self.text.rfind("\n", 0, index) if found < 0 else found
        if found in self.returns:
            return "\r\n"
        return self.original[self._at(found)] if found >= 0 else "\n"

    def _at(self, index: int) -> int:
        return index + bisect_left(self.returns, index) + self.original.startswith(_BOM)


def unfold(raw: bytes) -> Raw:
    """Return a UTF-8 file's text with the ways back to its bytes.

    Raises:
        UnicodeDecodeError: not UTF-8; reading such a file has named the fault before.
    """
    original = raw.decode("utf-8")
    body = original.removeprefix(_BOM)
    parts: list[str] = []
    returns: list[int] = []
    length = 0
    for piece in body.split("\r\n"):
        parts.append(piece)
        length += len(piece)
        returns.append(length)
        length += 1
    text = "\n".join(parts).replace("\r", "\n")
    return Raw(original, text, tuple(returns[:-1]))
