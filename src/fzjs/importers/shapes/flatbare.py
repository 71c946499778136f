"""Rebuilds tables that a web page left as bare lines: one cell a line, no tab, numbers ascending.

Read only where the heading's words stand one a line, a column of numbers counts on from 1, and
most rows have just as many lines as columns: else nothing tells cells from each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.document import Cell, Doubt, Paragraph, Place, Table
from fzjs.importers.shapes.columns import is_header
from fzjs.importers.shapes.headings import is_number, plain, role_of
from fzjs.importers.words import groups, numbering

_LEAST = 3
"""So many headings and so many rows at least."""

_FIT = 0.6
_MORE = 6
"""The last row has at most so many lines more than columns."""

_MOST = 30
"""So many lines more than columns are no row's."""

_LONGEST = 40
_WHEN = re.compile(r"[年月日季]|全程|长期|持续|常年|及时|每")
_OFFICES = {"office", "lead", "support"}


class Head(NamedTuple):
    """A heading of lines: what each column is, and which one numbers the rows."""

    lines: tuple[Paragraph, ...]
    roles: tuple[str, ...]
    number: int

    @property
    def after(self) -> tuple[str, ...]:
        """The columns that follow the number."""
        return self.roles[self.number + 1 :]


class Record(NamedTuple):
    """One row: its headings' lines, number, the lines after it, titles below it and above it."""

    over: tuple[Paragraph, ...]
    number: Paragraph
    lines: tuple[Paragraph, ...]
    below: tuple[Paragraph, ...] = ()
    above: tuple[Paragraph, ...] = ()


def tables(lines: Sequence[Paragraph]) -> tuple[tuple[Table, ...], tuple[Doubt, ...]]:
    """Return a table for each heading of lines that rows follow, and doubts for uneven rows."""
    words = [line for line in lines if line.text.strip()]
    found: list[Table] = []
    doubts: list[Doubt] = []
    at = 0
    while at < len(words):
        head = _head(words, at)
        at += len(head.lines) if head else 1
        if head is None:
            continue
        rows = _records(words[at:], head)
        even = sum(len(row.lines) == len(head.after) for row in rows)
        if len(rows) >= _LEAST and even >= _FIT * len(rows):
            found.append(_table(head, rows, doubts))
    return tuple(found), tuple(doubts)


def _head(words: Sequence[Paragraph], at: int) -> Head | None:
    """Return the heading that begins at a line: known names, one of them the number's."""
    end = at
    while end < len(words) and role_of(words[end].text) and not is_number(words[end].text):
        end += 1
    lines = tuple(words[at:end])
    roles = tuple(role_of(line.text) for line in lines)
    names = [
        (Cell(0, c, (line,)), role) for c, (line, role) in enumerate(zip(lines, roles, strict=True))
    ]
    if len(lines) < _LEAST or roles[:-1].count("number") != 1 or not is_header(names):
        return None
    return Head(lines, roles, roles.index("number"))


def _records(words: Sequence[Paragraph], head: Head) -> list[Record]:
    """Return the rows: each begins at the next number of the count (or at 1 again)."""
    starts: list[int] = []
    last = 0
    for at, line in enumerate(words):
        value = _value(line.text)
        if value and value in {last + 1, 1} and (starts or at <= head.number + 1):
            starts.append(at)
            last = value
    rows: list[Record] = []
    opening = words[: starts[0]] if starts else ()
    over = tuple(opening[max(len(opening) - head.number, 0) :])
    for start, end in zip(starts, [*starts[1:], len(words)][: len(starts)], strict=True):
        segment = words[start + 1 : end]
        if end == len(words):
            segment = _last(segment, head)
        row, over = _record(over, words[start], segment, head)
        rows.append(row)
    titles = opening[: max(len(opening) - head.number, 0)]
    if rows and titles and all(map(_title, titles)):
        rows[0] = rows[0]._replace(above=tuple(titles))
    return rows


def _last(segment: Sequence[Paragraph], head: Head) -> Sequence[Paragraph]:
    """Return the lines of the last row: as many as columns, or a list's more where that fits."""
    size = len(head.after)
    ends = range(size, min(len(segment), size + _MORE) + 1)
    end = min(ends, key=lambda end: _best(tuple(segment[:end]), head.after)[0], default=size)
    return segment[:end]


def _record(
    over: tuple[Paragraph, ...], number: Paragraph, segment: Sequence[Paragraph], head: Head
) -> tuple[Record, tuple[Paragraph, ...]]:
    """Return a row and what its segment holds of the next row's headings."""
    size = len(head.after)
    spare = min(range(head.number + 1), key=lambda n: _price(segment, n, head))
    if spare:
        return Record(over, number, tuple(segment[:-spare])), tuple(segment[-spare:])
    end = len(segment)
    while end > size and _title(segment[end - 1]):
        end -= 1
    return Record(over, number, tuple(segment[:end]), tuple(segment[end:])), ()


def _price(segment: Sequence[Paragraph], spare: int, head: Head) -> float:
    """Return how badly a segment fits where its last `spare` lines are the next row's headings."""
    if spare >= len(segment) > 0:
        return float("inf")
    own, over = segment[: len(segment) - spare], segment[len(segment) - spare :]
    titles = sum(0 if _title(line) else 1 + _unlike(line.text, "level1") for line in over)
    return _best(tuple(own), head.after)[0] + titles


def _title(line: Paragraph) -> bool:
    lead = numbering.lead(line.text)
    styles = {"一、", "（一）", "章", "节", "部分"}
    return lead is not None and lead.style in styles and len(line.text) <= _LONGEST


def _value(text: str) -> int:
    """Return the value of a line that is a number and nothing else; 0 where it is none."""
    digits = re.findall(r"\d+", plain(text)) if is_number(text) else []
    return int(digits[-1]) if digits else 0


def _table(head: Head, rows: list[Record], doubts: list[Doubt]) -> Table:
    width = len(head.roles)
    cells = [_cell((line,), 0, column) for column, line in enumerate(head.lines)]
    at = 0
    for row in rows:
        for title in row.above:
            at += 1
            cells.append(_wide(title, at, width))
        at += 1
        first = head.number - len(row.over)
        cells += [Cell(at, column, ()) for column in range(first)]
        cells += [_cell((line,), at, column) for column, line in enumerate(row.over, first)]
        cells.append(_cell((row.number,), at, head.number))
        parts = _parts(row.lines, head.after)
        cells += [_cell(part, at, column) for column, part in enumerate(parts, head.number + 1)]
        if len(row.lines) != len(head.after):
            doubts.append(_uneven(row, parts, head))
        for title in row.below:
            at += 1
            cells.append(_wide(title, at, width))
    return Table(tuple(cells), width, at + 1)


def _wide(title: Paragraph, row: int, width: int) -> Cell:
    return _cell((title,), row, 0)._replace(columns=width)


def _cell(lines: tuple[Paragraph, ...], row: int, column: int) -> Cell:
    return Cell(row, column, lines, place=lines[0].place if lines else Place(0, ""))


def _parts(lines: tuple[Paragraph, ...], roles: tuple[str, ...]) -> list[tuple[Paragraph, ...]]:
    """Return the lines of each column: one each, else where they read like the column's."""
    ends = tuple(range(1, len(roles) + 1))
    if len(lines) != len(roles):
        _, ends = _best(lines, roles)
    return [lines[start:end] for start, end in zip((0, *ends), ends, strict=False)]


def _best(lines: tuple[Paragraph, ...], roles: tuple[str, ...]) -> tuple[float, tuple[int, ...]]:
    """Return the cheapest way to part lines among columns, and each column's end."""
    if len(lines) > len(roles) + _MOST:
        return float("inf"), (*range(1, len(roles)), len(lines))
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(len(roles), len(lines)): (0, ())}
    for column in range(len(roles) - 1, -1, -1):
        for start in range(len(lines) + 1):
            options = [
                (_cost(lines[start:end], roles[column]) + rest[0], (end, *rest[1]))
                for end in range(start, len(lines) + 1)
                if (rest := best.get((column + 1, end)))
            ]
            if options:
                best[column, start] = min(options)
    return best[0, 0]


def _cost(lines: Sequence[Paragraph], role: str) -> float:
    """Return how badly lines fit a column."""
    if not lines:
        return 3.0 if role == "text" else 1.5
    return sum(_unlike(line.text, role) for line in lines) + 0.4 * (len(lines) - 1)


def _unlike(text: str, role: str) -> float:
    offices = all(groups.is_office(name) for name in re.split(r"[、，,；;\s]+", text.strip()))
    if role in _OFFICES:
        return 0 if offices else 2
    if role != "materials" and re.match(r"\d+[.．、)）]", text.strip()):
        return 1
    if role == "deadline":
        return 0 if len(text) <= 16 and _WHEN.search(text) else 2  # noqa: PLR2004  # a date's words
    return 2 if offices else 0


def _uneven(row: Record, parts: Sequence[tuple[Paragraph, ...]], head: Head) -> Doubt:
    words = " | ".join("/".join(line.text.strip()[:16] for line in part) for part in parts)
    why = f"编号后面有{len(row.lines)}行，表在编号后面有{len(head.after)}栏"
    assumed = "按各行像哪一栏的字分栏"
    return Doubt(row.number.place, "切分存疑", words, assumed, why, row.number.text.strip())
