"""Text with places in it, and what a fault looks like before it has a file name."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

LIST_KEYS = frozenset({"测评方法", "责任科室", "应点到", "点到", "别名", "佐证", "对象", "载体"})
"""Keys whose lists hold names, offices or references: a `，` in an item is a wrong separator."""

WORD = r"[\w（）()·]{1,12}"
"""What a key looks like when a line is read for its intention: short, without punctuation."""

_EXCERPT = 36


class Spot(NamedTuple):
    """A fault at a character position; `stops` when the data cannot be told any more."""

    rule: str
    at: int
    message: str
    hint: str = ""
    stops: bool = False


class Text:
    """The text of a file (line ends already LF) that turns positions into lines and columns.

    Own counting instead of the parser's marks: YAML 1.1 also counts U+0085, U+2028 and U+2029
    as line ends, editors do not.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        """Keep `text`; lines are counted when the first place is asked for."""
        self.text = text
        self._starts: list[int] | None = None

    def starts(self) -> list[int]:
        """The positions at which the lines begin."""
        if self._starts is None:
            starts = [0]
            while end := self.text.find("\n", starts[-1]) + 1:
                starts.append(end)
            self._starts = starts
        return self._starts

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character position; beyond the end is the end."""
        if not 0 <= index <= len(self.text):
            index = min(max(index, 0), len(self.text))
        starts = self.starts()
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def line_number(self, index: int) -> int:
        """The line, from 1, on which a position lies."""
        return self.place(index)[0]

    def start(self, line: int) -> int:
        """The position of a line's first character; `line` from 1."""
        return self.starts()[line - 1]

    def line(self, line: int) -> str:
        """A line's text without its end; `line` from 1."""
        start = self.start(line)
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def before(self, index: int) -> str:
        """What stands before a position on its own line."""
        return self.text[self.text.rfind("\n", 0, index) + 1 : index]

    def rest(self, index: int) -> str:
        """What stands from a position to the end of its line."""
        end = self.text.find("\n", index)
        return self.text[index:] if end < 0 else self.text[index:end]

    def char(self, index: int) -> str:
        """The character at a position, or nothing at the end."""
        return self.text[index : index + 1]


def short(line: str) -> str:
    """A line as a hint shows it: without outer blanks, cut when long."""
    line = line.strip(" \t\u3000\xa0")
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def quoted(value: str) -> str:
    """The value in the quotes that need no escaping."""
    value = value.strip(" \t\u3000\xa0")
    return f'"{value}"' if '"' not in value and "\\" not in value else f"'{value}'"
