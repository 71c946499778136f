"""Rebuilds tables from text with one row a line: cells parted by tabs, bars or runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Cell, Doubt, Paragraph, Table
from fzjs.importers.shapes.columns import is_header
from fzjs.importers.shapes.headings import is_number, role_of
from fzjs.importers.words import numbering

_WAYS = {
    "bar": re.compile(r"[|｜│┃]"),
    "open bar": re.compile(r"[|｜│┃]"),
    "tab": re.compile(r"\t"),
    "space": re.compile(r"(?: {2,}|\u3000+|\t)\s*"),
}
_RULE = re.compile(r"[\s|｜│┃:：\-－—─━┄┈┼├┤┌┐└┘┬┴+=]+")
_LEAST = 3
"""A table has at least so many columns."""


def tables(lines: Sequence[Paragraph]) -> tuple[tuple[Table, ...], tuple[Doubt, ...]]:
    """Return a table for each header line, and doubts for lines that lack cells."""
    found: list[Table] = []
    doubts: list[Doubt] = []
    at = 0
    while at < len(lines):
        way = _way(lines[at])
        at += 1
        if way:
            width = len(_cut(lines[at - 1], way))
            rows, at = _take(lines, at - 1, way, width)
            found.append(_table(rows, width, doubts))
    return tuple(found), tuple(doubts)


def _raw(line: Paragraph) -> str:
    return "\t" * line.tabbed + line.text


def _cut(line: Paragraph, way: str) -> list[str]:
    """Return the cells of a line; outer bars part nothing, unless none stands there (`open bar`).

    ` | 2、…` under a header without outer bars has an empty first cell.
    """
    text = _raw(line)
    if way == "bar":
        text = re.sub(r"^\s*[|｜│┃]|[|｜│┃]\s*$", "", text)
    if way == "space":
        text = text.strip()
    return [part.strip() for part in _WAYS[way].split(text)]


def _way(line: Paragraph) -> str:
    """Return how a header line parts its cells; "" where the line is no header."""
    framed = bool(re.match(r"\s*[|｜│┃]", _raw(line)))
    for way in _WAYS:
        if "bar" in way and framed != (way == "bar"):
            continue
        parts = _cut(line, way)
        names = [
            (Cell(0, at, (Paragraph(p, line.place),)), role_of(p)) for at, p in enumerate(parts)
        ]
        if len(parts) >= _LEAST and all(parts) and is_header(names):
            return way
    return ""


Parts = list[tuple[str, Paragraph]]


def _take(
    lines: Sequence[Paragraph], start: int, way: str, width: int
) -> tuple[list[list[Parts]], int]:
    """Return the rows from a header line on (cells as their printed parts), and the line after."""
    rows: list[list[Parts]] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if not line.text.strip() or _RULE.fullmatch(line.text):
            at += 1
            continue
        cells = _cut(line, way)
        last = rows[-1] if rows else []
        if 1 < len(cells) <= width or (len(cells) == 1 and "bar" in way and "|" in line.text):
            if way != "space" and _completes(last, cells, width):
                _complete(last, cells, line)
            else:
                rows.append([[(cell, line)] for cell in cells])
        elif len(cells) == 1 and _heading(cells[0]):
            rows.append([[(cells[0], line)]])
        elif len(cells) == 1 and rows and _wrapped(last, lines, at, way):
            last[-1].append((cells[0], line))
        else:
            break
        at += 1
    return rows, at


def _completes(row: list[Parts], cells: list[str], width: int) -> bool:
    """Tell whether a line gives what the row before it lacks: a cell was broken over lines."""
    return 1 < len(row) < width and len(row) + len(cells) - 1 == width


def _complete(row: list[Parts], cells: list[str], line: Paragraph) -> None:
    row[-1].append((cells[0], line))
    row += [[(cell, line)] for cell in cells[1:]]


def _heading(text: str) -> bool:
    """Tell whether a line of one cell is a heading over rows: 一、…, （一）…."""
    lead = numbering.lead(text)
    return lead is not None and lead.style in {"一、", "（一）", "章"} and len(text) <= 40  # noqa: PLR2004


def _wrapped(row: list[Parts], lines: Sequence[Paragraph], at: int, way: str) -> bool:
    """Tell whether a line goes on with the last cell: rows follow, and it stands at once."""
    text = lines[at].text.strip()
    if not lines[at - 1].text.strip() or len(row) < 2 or numbering.lead(text):  # noqa: PLR2004
        return False
    following = (line for line in lines[at + 1 :] if line.text.strip())
    return any(len(_cut(line, way)) > 1 for line, _ in zip(following, range(3), strict=False))


def _table(rows: list[list[Parts]], width: int, doubts: list[Doubt]) -> Table:
    head = [role_of(parts[0][0]) for parts in rows[0]]
    number = head.index("number") if "number" in head else -1
    cells: list[Cell] = []
    for at, row in enumerate(rows):
        if len(row) == 1 and _heading(row[0][0][0]):
            cells.append(_cell(row[0], at, 0)._replace(columns=width))
            continue
        first = next((c for c, parts in enumerate(row) if is_number(parts[0][0])), number)
        shift = number - first if len(row) < width and 0 <= first < number else 0
        cells += [_cell(parts, at, column + shift) for column, parts in enumerate(row)]
        if len(row) < width:
            doubts.append(_lacks(row, width))
    return Table(tuple(cells), width, len(rows))


def _cell(parts: Parts, row: int, column: int) -> Cell:
    paragraphs = tuple(Paragraph(text, line.place) for text, line in parts)
    return Cell(row, column, paragraphs, place=paragraphs[0].place)


def _lacks(row: list[Parts], width: int) -> Doubt:
    words = " | ".join(parts[0][0][:16] for parts in row)
    why = f"这一行有{len(row)}格，表有{width}栏"
    return Doubt(row[0][0][1].place, "切分存疑", words, "按编号的位置对齐，缺的栏作空", why)
