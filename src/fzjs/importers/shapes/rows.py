"""Rows out of a plan's tables: items, their continuations and page-broken halves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fzjs.importers.document import Cell, Doubt, Paragraph, Place, Table
from fzjs.importers.shapes import above, extra
from fzjs.importers.shapes import columns as heads
from fzjs.importers.shapes.body import Grid, filled, number_share
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.guess import guess
from fzjs.importers.shapes.levels import Levels
from fzjs.importers.shapes.lines import (
    DITTO,
    EMPTY,
    MERGED,
    OWN,
    Line,
    ended,
    joined,
    layout,
    orders,
    place_of,
)
from fzjs.importers.shapes.lines import read as read_line
from fzjs.importers.shapes.rowkinds import LISTS, Kinds, continues, form, goes_on, one_more, untold
from fzjs.importers.words import numbering


@dataclass
class Raw:
    """A row being read: the printed lines of each part, and how each cell stood."""

    number: str
    text: str
    place: Place
    level1: str
    level2: str
    title: str
    parts: dict[str, list[str]]
    states: dict[str, str]
    used: set[int] = field(default_factory=set)
    merged: bool = False


class Reader:
    """Reads tables one after another; headings and the last row carry over from table to table."""

    def __init__(self) -> None:
        """Start without rows."""
        self.rows: list[Raw] = []
        self.levels = Levels()
        self.doubts: list[Doubt] = []
        self.used: set[int] = set()
        self._columns: Columns | None = None
        self._width = 0
        self._known: dict[tuple[tuple[int, int, str], ...], tuple[int, Columns]] = {}

    def take(self, table: Table, titles: Sequence[Paragraph] = ()) -> None:
        """Read one table: under its own header, or as the last one's continuation.

        `titles` are the chapter's, printed above the table.
        """
        grid, headers = heads.laid(table)
        ends = [*(header.start for header in headers[1:]), table.height][: len(headers)]
        found = [self._alike(*each) for each in zip(headers, ends, strict=True)]
        if not any(columns.has("level1") for columns in found):
            for title in titles:
                paper = not self.rows and above.is_paper(title.text)
                self.levels.open((Cell(0, 0, (title,)),), paper=paper)
        if not found:
            self._headless(table, grid)
        for header, end in zip(found, ends, strict=True):
            rows = range(header.start + header.height, end)
            columns = above.under(grid, header, rows)
            self._columns = columns if heads.accept(columns) else None
            self._width = table.width
            if self._columns:
                chapter = above.in_table(table, columns.start)
                if chapter is not None and not columns.has("level1"):
                    self.levels.open((chapter,))
                self._body(table, grid, columns, rows)

    def _alike(self, header: Columns, end: int) -> Columns:
        """Return a header, its parts as in a longer table before it under the very same header.

        One row does not show whether 考核指标 beside 具体要求 is a title or a heading over rows.
        """
        key = tuple((cell.column, cell.columns, cell.text) for cell in header.cells)
        rows = end - header.start
        most, known = self._known.get(key, (0, header))
        if most > rows:
            return header._replace(roles=known.roles)
        self._known[key] = (rows, header)
        return header

    def _headless(self, table: Table, grid: Grid) -> None:
        """Read a table without a header: as the last one's continuation, else by its cells."""
        if self._columns is not None and self._width == table.width and self._goes_on(grid):
            self._body(table, grid, self._columns, range(table.height))
            return
        columns = guess(grid) if self._columns is None else None
        if columns is not None:
            self._guessed(table, columns)
            self._body(table, grid, columns, range(table.height))
            self._columns, self._width = columns, table.width

    def _goes_on(self, grid: Grid) -> bool:
        """Tell whether a table without a header holds rows like those before: numbers say so."""
        columns = self._columns
        if columns is None:
            return False
        numbers = columns.of("number")
        return not numbers or number_share(grid, numbers[0]) > 0.5  # noqa: PLR2004  # most

    def _guessed(self, table: Table, columns: Columns) -> None:
        first = filled(table.cells)
        words = " | ".join(cell.text.replace("\n", "")[:12] for cell in first[: table.width])
        read = "、".join(TITLES[r] for _, r in sorted(columns.roles.items()) if r in TITLES)
        why = "这张表没有认得出的表头，按各栏的内容推定"
        self.doubts.append(Doubt(place_of(first), "没有表头", words, f"各栏依次为{read}", why))

    def _body(self, table: Table, grid: Grid, columns: Columns, rows: range) -> None:
        merged = _merged(table, columns, rows)
        before = len(self.rows)
        kinds = Kinds(columns, grid)
        for line in _lines(table, grid, columns, rows, self.used):
            heading = kinds.heading(line)
            if heading:
                self.levels.open(heading)
            else:
                self._line(line, columns, merged)
        if len(self.rows) > before:
            self.used |= orders(columns.cells)
            self.doubts += extra.doubts(table, grid, columns, rows)

    def _line(self, line: Line, columns: Columns, merged: frozenset[str]) -> None:
        before = self.levels.second
        self.levels.take(line, merged)
        if self.rows and one_more(line):
            self._again(line, merged)
        elif line.own("text") and not form(line):
            again = bool(self.rows) and goes_on(line, self.rows[-1].number)
            if again or self._broken(line, columns):
                self._join(line, "编号后面写着续" if again else "没有编号，上一行的话没有说完")
            else:
                self.rows.append(self._raw(line, merged))
        elif line.own("level2") and self.levels.second != before and continues(line):
            self._heading_only(line, merged)
        elif untold(line):
            self._untold(line, merged)
        elif self.rows and continues(line):
            self._extend(line)

    def _again(self, line: Line, merged: frozenset[str]) -> None:
        """Take a numbered row whose text is one cell with the row above: both have these words."""
        row = self._raw(line, merged)
        self.rows.append(row)
        why = "这一行有自己的编号，内容格与上一行是同一格"
        self.doubts.append(
            Doubt(row.place, "共用上行", row.text[:30], "内容照上一行记", why, about=row.number)
        )

    def _untold(self, line: Line, merged: frozenset[str]) -> None:
        """Take a numbered row without a text: its title is the text, else a person must look."""
        row = self._raw(line, merged)
        words = row.title or joined(lines for role in LISTS for lines in _own(line, role))
        assumed = "以名称作为内容" if row.title else "没有作为一条指标"
        why = "这一行有编号，内容格是空的"
        self.doubts.append(Doubt(row.place, "没有写明", words[:60], assumed, why, row.number))
        if row.title:
            row.text, row.title = row.title, ""
            self.rows.append(row)

    def _heading_only(self, line: Line, merged: frozenset[str]) -> None:
        """Take a 二级 with offices or papers but no 三级 under it as an item itself."""
        row = self._raw(line, merged)
        row.text, row.level2 = self.levels.second, ""
        row.level1 = self.levels.first or self.levels.section
        row.place = place_of(line.part("level2").cells)
        self.rows.append(row)
        why = "这一行三级指标格是空的，而有责任或资料"
        self.doubts.append(Doubt(row.place, "切分存疑", row.text, "以二级指标作为内容", why))

    def _raw(self, line: Line, merged: frozenset[str]) -> Raw:
        cells = [cell for part in line.parts.values() for cell in part.cells if part.state == OWN]
        number = line.part("number")
        level1 = self.levels.first or self.levels.section
        first = number if number.state == OWN else line.part("text")
        return Raw(
            number=joined(number.paragraphs) if number.state == OWN else "",
            text=line.part("text").said,
            place=place_of(first.cells),
            level1=level1 or self.levels.second,
            level2=self.levels.second if level1 else "",
            title=line.part("title").words if line.own("title") else "",
            parts={role: _words(line, role) if role in line.parts else [] for role in LISTS},
            states={role: part.state for role, part in line.parts.items()},
            used=set(orders(cells)),
            merged=bool(merged),
        )

    def _broken(self, line: Line, columns: Columns) -> bool:
        """Tell whether a row is the second half of the one above, broken by a page.

        It prints no number and no office, and the text above stops within a sentence.
        """
        if not self.rows or ended(self.rows[-1].text):
            return False
        if columns.has("number") and line.part("number").state not in {EMPTY, "none"}:
            return False
        if not columns.has("number") and numbering.lead(line.part("text").words):
            return False
        alone = ("office", "lead", "points", "title")
        others = alone if columns.has("number") else (*alone, "materials", "method", "scoring")
        answered = any(line.part(role).state in {OWN, DITTO} for role in others)
        return not answered and line.part("number").state != MERGED

    def _join(self, line: Line, why: str) -> None:
        """Join the second half of a page-broken row to the first."""
        row, words = self.rows[-1], line.part("text").words
        self._say(line, words, "接在上一行后面，合成一条", why)
        row.text = joined((row.text, words))
        self._add(line, row, glue=True)

    def _extend(self, line: Line) -> None:
        """Add a row without number and text (省（2）, requirements 2.11) to the one above."""
        row = self.rows[-1]
        own = [cell for part in line.parts.values() for cell in part.cells if part.state == OWN]
        if MERGED not in {line.part("number").state, line.part("text").state}:
            words = joined(lines for role in LISTS for lines in _own(line, role))
            self._say(line, words, f"并入上一行“{row.number or row.text[:12]}”", "没有编号和内容")
        row.used |= orders(own)
        self._add(line, row, glue=False)

    def _add(self, line: Line, row: Raw, *, glue: bool) -> None:
        row.used |= orders(c for p in line.parts.values() for c in p.cells if p.state == OWN)
        for role in LISTS:
            held, more = row.parts[role], _own(line, role)
            if glue and more and held and not ended(held[-1]) and role in {"materials", "scoring"}:
                held[-1] = joined((held[-1], more[0]))
                more = more[1:]
            held.extend(more)
            if more:
                row.states[role] = OWN

    def _say(self, line: Line, words: str, assumed: str, why: str) -> None:
        about = self.rows[-1].number
        place = place_of(line.cells)
        self.doubts.append(Doubt(place, "跨页断行", words, assumed, why, about=about))


TITLES = {
    "level1": "一级指标", "level2": "二级指标", "number": "编号", "text": "内容",
    "method": "测评方法", "materials": "资料", "office": "责任单位", "person": "责任人",
    "points": "分值", "scoring": "评分标准",
}  # fmt: skip


def _lines(
    table: Table, grid: Grid, columns: Columns, rows: range, used: set[int]
) -> Iterator[Line]:
    """Yield a table's rows; a header printed again is none, its words are accounted for."""
    known, taken = heads.words_of(columns), layout(columns)
    for row in rows:
        if heads.repeats(known, grid, row):
            used |= orders(cell for cell in grid[row] if cell)
            continue
        line = read_line(table, grid, columns, row, taken)
        if line is not None:
            yield line


def _merged(table: Table, columns: Columns, rows: range) -> frozenset[str]:
    """Return the parts whose columns have truly merged cells below the header."""
    return frozenset(
        columns.roles[cell.column]
        for cell in table.cells
        if cell.rows > 1 and cell.row in rows and cell.column in columns.roles
    )


def _own(line: Line, role: str) -> list[str]:
    part = line.part(role)
    return list(part.paragraphs) if part.state == OWN else []


def _words(line: Line, role: str) -> list[str]:
    """Return a part's lines; a merged 责任人 or 配合 beside an own office holds here too."""
    part = line.part(role)
    beside = role in {"person", "support"} and (line.own("office") or line.own("lead"))
    return list(part.paragraphs) if part.state == OWN or (part.state == MERGED and beside) else []
