"""Chapter titles that stand above a plan's tables: one table per chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Cell, Document, Paragraph, Table
from fzjs.importers.shapes import columns as heads
from fzjs.importers.shapes.body import Grid, filled
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.headings import plain
from fzjs.importers.words import numbering

_LONGEST = 40
_NO_TITLE = re.compile(
    r"附\s*[件表录图]|[（(]|.*[：:。；]|表\s*[\d一二三四五六七八九十]+(?:[-—]\d+)?$"
)
_PAPER = re.compile(
    r"(?:19|20)\d\d|.*(?:表|方案|清单|细则|办法|标准|意见|通知|计划|要点|体系|任务书|责任书)"
    r"(?:[（(][^（()）]*[）)])?$"
)
_STYLES = {"章", "节", "部分", "篇", "编", "一、", "（一）"}


def titles(document: Document) -> dict[int, tuple[Paragraph, ...]]:
    """Return the titles above each plan table, by the table's place among the tables.

    A numbered one (一、…, 第一章 …) counts where a second table has one too; one without a number
    where each plan table has its own. `一、…` and below it `（一）…` are two.
    """
    above: dict[int, list[Paragraph]] = {}
    held: list[Paragraph] = []
    plans = at = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            held += [block] if block.text.strip() else []
            continue
        if any(map(heads.accept, heads.laid(block)[1])):
            plans += 1
            above[at] = held
        held = []
        at += 1
    numbered = {place: found for place, lines in above.items() if (found := _numbered(lines))}
    if len(numbered) > 1:
        return numbered
    last = {place: lines[-1] for place, lines in above.items() if lines and _title(lines[-1])}
    different = len({line.text.strip() for line in last.values()}) == len(last)
    if plans > 1 and len(last) == plans and different:
        return {place: (line,) for place, line in last.items()}
    return {}


def _numbered(lines: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the numbered titles right above a table: none but titles stand between."""
    found: list[Paragraph] = []
    for line in reversed(lines):
        lead = numbering.lead(line.text)
        if not lead or lead.style not in _STYLES or not _short(line):
            break
        found.insert(0, line)
    return tuple(found[-2:])


def _short(line: Paragraph) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST and not text.endswith(tuple("。；;：:，,"))


def _title(line: Paragraph) -> bool:
    return _short(line) and not _NO_TITLE.match(line.text.strip())


def is_paper(words: str) -> bool:
    """Tell whether a title is a paper's own (2024年…任务分工表（行政部分）), no mere chapter's.

    Where each sheet has one it is the heading over its rows, and the document's title as well.
    """
    return bool(_PAPER.match(words.strip())) and numbering.lead(words) is None


def under(grid: Grid, columns: Columns, rows: range) -> Columns:
    """Return the columns with 项目 as 二级 where chapters `一、…` stand in rows over the 项目.

    A column that calls itself 一级 stays so: then the chapters are left over.
    """
    if not columns.has("level1") or columns.has("level2"):
        return columns
    (column,) = columns.of("level1")[:1]
    if any("一级" in plain(cell.text) for cell in columns.cells if _covers(cell, column)):
        return columns
    if not any(_chapter(grid[row], row) for row in rows):
        return columns
    return columns._replace(roles=columns.roles | {column: "level2"})


def _covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns


def _chapter(line: Sequence[Cell | None], row: int) -> bool:
    """Tell whether a row is one cell over most columns, with a chapter's number."""
    here = filled(cell for cell in line if cell and cell.row == row)
    wide = len(here) == 1 and 2 * here[0].columns > len(line)
    lead = numbering.lead(here[0].text) if wide else None
    return lead is not None and lead.style in _STYLES


def in_table(table: Table, start: int) -> Cell | None:
    """Return the row right above a header that is a chapter's title: `一、…` over all columns."""
    if not start:
        return None
    here = filled(cell for cell in table.cells if cell.row == start - 1)
    lead = numbering.lead(here[0].text) if len(here) == 1 else None
    title = lead is not None and lead.style in _STYLES and len(here[0].text) <= _LONGEST
    return here[0] if title else None
