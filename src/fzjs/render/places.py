"""Where in a template's text a thing stands: Jinja knows lines only, an editor shows columns too.

Every token's `lineno` is its place (characters before it, plus one), so that each node of the tree
and each frame of a traceback has one; `Places` turns it into line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from jinja2.lexer import Lexer

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE_KEY = (".", "[")
"""Jinja gives the place of these to what is looked up; a reader looks for the name behind."""
_AT = re.compile(r" at (\d+)$")


class Places:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Find where the lines begin."""
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, place: int) -> tuple[int, int]:
        """Give line and column, both counted from 1 in characters as an editor does."""
        line = bisect_right(self._starts, max(0, place - 1))
        return line, max(1, place) - self._starts[line - 1]

    def line(self, place: int) -> int:
        """Give the line."""
        return self.at(place)[0]


class PlacedLexer(Lexer):
    """Jinja's lexer with a token's place for its line."""

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """Yield the tokens. Only blanks are left out between two, so the next is found by its text.

        Raises TemplateSyntaxError at its place.
        """
        place = 0
        try:
            for _, kind, text in super().tokeniter(source, name, filename, state):
                place = source.index(text, place)
                yield place + 1 + (text in _BEFORE_KEY), kind, text
                place += len(text)
        except TemplateSyntaxError as error:
            said = _AT.search(str(error.message))
            error.lineno = int(said[1]) + 1 if said else place + 1
            raise
