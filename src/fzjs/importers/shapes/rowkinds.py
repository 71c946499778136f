"""What a table's row is: an item, a heading over the next ones, or what goes on from above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from fzjs.importers.document import Cell
from fzjs.importers.shapes.body import Grid, texts_of
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.headings import is_chinese, is_number, plain
from fzjs.importers.shapes.lines import MERGED, OWN, Line
from fzjs.importers.words import numbering

LISTS = (
    "tasks", "method", "materials", "office", "lead", "support", "person", "scoring", "points",
)  # fmt: skip
"""The parts of a row that are lists of printed lines."""

_ANSWERS = ("tasks", "method", "materials", "office", "lead", "scoring", "support", "person")
_LONGEST = 40
_AGAIN = re.compile(r"(?P<number>.+?)[(]?(?:接上[页表]?|续上?[页表]?)[)]?")
_OVER = {"一、", "（一）", "章", "节", "部分", "篇", "编"}


class Kinds:
    """Tells headings among a table's rows by how the other rows are numbered."""

    def __init__(self, columns: Columns, grid: Grid) -> None:
        """Take a table's columns and its grid; nothing is counted before it is asked for."""
        self._columns = columns
        self._grid = grid

    def heading(self, line: Line) -> tuple[Cell, ...]:
        """Return the cells of a heading over the next rows; () where the row is none.

        One cell over the table; `一 | 组织领导 | | ` among 1, 2, 3 or （一）, （二）; `一、…` alone
        in the text's column, where items are numbered otherwise.
        """
        if line.section is not None:
            return (line.section,)
        if any(line.own(role) for role in _ANSWERS):
            return ()
        words = line.part("text" if line.own("text") else "title")
        if words.state != OWN:
            return ()
        if line.own("number"):
            other = _shape(line.part("number").words) != self._numbers
            chinese = is_chinese(line.part("number").words)
            return (*line.part("number").cells, *words.cells) if chinese and other else ()
        return words.cells if self._alone(words.words) else ()

    def _alone(self, words: str) -> bool:
        lead = numbering.lead(words)
        if self._columns.has("number", "points") or lead is None or lead.style not in _OVER:
            return False
        return len(words) <= _LONGEST and words[-1] not in "。；;" and lead.style != self._texts

    @cached_property
    def _numbers(self) -> str:
        """How most cells of the number's column look."""
        column = self._columns.of("number")[0]
        return _commonest(_shape(text) for text in texts_of(self._grid, column) if is_number(text))

    @cached_property
    def _texts(self) -> str:
        """How most texts open."""
        texts = texts_of(self._grid, self._columns.of("text")[0])
        return _commonest(lead.style if (lead := numbering.lead(text)) else "" for text in texts)


def _shape(number: str) -> str:
    """Return how a number looks: 一 and （一） and 1 differ."""
    bracketed = "（" if plain(number).startswith("(") else ""
    return bracketed + ("一" if is_chinese(number) else "1")


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return counts.most_common(1)[0][0] if counts else ""


def form(line: Line) -> bool:
    """Tell whether a row is an empty form's: a number where the text should be, nothing else."""
    others = any(line.own(role) for role in (*LISTS, "number", "title"))
    return not others and is_number(line.part("text").words)


def one_more(line: Line) -> bool:
    """Tell whether a row has a number, papers or offices of its own, and the text from above."""
    own = line.own("number") and is_number(line.part("number").words)
    return own and line.part("text").state == MERGED and anything(line)


def goes_on(line: Line, number: str) -> bool:
    """Tell whether a row's number is the last row's with 续: `3（续）` after `3`."""
    again = _AGAIN.fullmatch(plain(line.part("number").words)) if line.own("number") else None
    return again is not None and again["number"] == plain(number)


def untold(line: Line) -> bool:
    """Tell whether a row has a number and something beside it, but no text."""
    own = line.own("number") and is_number(line.part("number").words)
    return own and not line.own("level2") and (anything(line) or line.own("title"))


def anything(line: Line) -> bool:
    """Tell whether a row prints one of the lists."""
    return any(line.own(role) for role in LISTS)


def continues(line: Line) -> bool:
    """Tell whether a row without a text of its own adds something to the row above."""
    return not line.own("number") and anything(line)
