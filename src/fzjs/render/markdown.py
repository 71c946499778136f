"""The filled text as blocks: paragraphs, headings, tables and `:::` directives.

The Markdown is a small one on purpose (paragraphs, # ## ###, pipe tables, lists, **bold**): every
other mark comes out as it stands. Values replace their placeholders here, after all parsing.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from fzjs.render.jinja import PLACEHOLDER, Filled, Line
from fzjs.render.model import Template, TemplateFault, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

DIRECTIVES = (
    "发文机关标志",
    "发文字号",
    "标题",
    "主送",
    "附件说明",
    "附件序号",
    "落款",
    "附注",
    "小注",
    "回执",
    "版记",
    "分页",
    "横向",
    "分工表",
    "示例标记",
    "提示",
)
"""The names that may follow `:::`; each is described in docs/templates.md."""

ABOVE = "^^"
"""A table cell that holds just this is one with the cell above."""

_COLUMNS = 63
"""Columns that Word takes in a table."""
_HEADINGS = {"h1": "一级标题", "h2": "二级标题", "h3": "三级标题"}
_MARKS = re.compile(
    r"\\([!-/:-@\[-`{-~])|(\*\*)|" + PLACEHOLDER.pattern + r"|([^\\*\U0010fff0]+|[\\*])"
)
_CELLS = re.compile(r"(?<!\\)\|")


class Span(NamedTuple):
    """A stretch of text, ready to print; a newline in it is a line break."""

    text: str
    bold: bool = False


Spans = tuple[Span, ...]


class Paragraph(NamedTuple):
    """A paragraph or heading; `style` is a name in the reference document."""

    style: str
    spans: Spans


class Cell(NamedTuple):
    """A table cell; `above` means that it continues the cell above it."""

    spans: Spans
    align: str = "left"
    above: bool = False


class Table(NamedTuple):
    """A table whose first row is its heading; `shares` weigh the column widths, or are empty."""

    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[int, ...]


class Directive(NamedTuple):
    """A `:::` block: its name, the word after it, and its lines that are not blank."""

    name: str
    argument: str
    lines: tuple[Spans, ...]
    line: int
    head: str = ""

    def column(self, word: str) -> int:
        """Give where a word stands in the template's line that begins the block."""
        return max(self.head.find(word), 0) + 1


Block = Paragraph | Table | Directive


def parse(filled: Filled, template: Template) -> Iterator[Block]:
    """Yield the blocks in order. Raises TemplateFault with the template's line."""
    reader = _Reader(filled, template)
    pending: list[Line] = []
    lines = iter(filled.lines)
    for line in lines:
        if not line.text.startswith(":::"):
            pending.append(line)
            continue
        yield from reader.blocks(pending)
        pending = []
        yield reader.directive(line, lines)
    yield from reader.blocks(pending)


@cache  # it keeps nothing of what it has parsed
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["heading", "table", "list"])


class _Reader:
    """Reads one document's text; holds the values and the template that faults are shown in."""

    def __init__(self, filled: Filled, template: Template) -> None:
        self.values, self.name = filled.values, template.name
        self.source = template.text.split("\n")
        self.markdown = _parser()

    def fault(self, line: int, message: str, hint: str = "", word: str = "") -> TemplateFault:
        """Make a fault at the word in the template's line, else where its text begins."""
        text = self.source[line - 1]
        found = text.rfind(word) if word else -1
        column = (found if found >= 0 else len(text) - len(text.lstrip())) + 1
        return TemplateFault(self.name, line, message, hint, column=column)

    def directive(self, head: Line, rest: Iterator[Line]) -> Directive:
        """Read a directive up to its closing `:::`."""
        name, _, argument = PLACEHOLDER.sub("…", head.text).strip(": ").partition(" ")
        if not name:
            raise self.fault(head.number, "多了一个 :::", "前面没有以 ::: 开头的块")
        if name not in DIRECTIVES:
            hint = nearest(name, DIRECTIVES) or "可用：" + "、".join(DIRECTIVES)
            raise self.fault(head.number, f"没有“::: {name}”这种块", hint, name)
        lines: list[Spans] = []
        for line in rest:
            if line.text.rstrip() == ":::":
                source = self.source[head.number - 1]
                return Directive(name, argument.strip(), tuple(lines), head.number, source)
            if line.text.startswith(":::"):
                break
            if line.text.strip():
                lines.append(self.spans(line.text, line.number))
        raise self.fault(head.number, f"“::: {name}”没有用 ::: 结束")

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        """Parse the text between two directives."""
        tokens = self.markdown.parse("\n".join(line.text for line in lines))
        place = 0
        prefix = ""
        while place < len(tokens):
            token = tokens[place]
            if token.type == "list_item_open":
                prefix = f"{token.info}." if token.info else "· "
            elif token.type in {"paragraph_open", "heading_open"}:
                number = _number(token, lines)
                spans = self.spans(tokens[place + 1].content, number)
                yield Paragraph(self.style(token, number), _prefixed(prefix, spans))
                prefix = ""
            elif token.type == "table_open":
                end = _closing(tokens, place)
                yield self.table(tokens[place:end], lines)
                place = end
            place += 1

    def style(self, token: Token, number: int) -> str:
        """Name the style of a paragraph or a heading."""
        if token.tag == "p":
            return "正文"
        if token.tag not in _HEADINGS:
            raise self.fault(number, "标题只有三级", "用 #、## 或 ###")
        return _HEADINGS[token.tag]

    def table(self, tokens: Sequence[Token], lines: Sequence[Line]) -> Table:
        """Read a table; a row with more or fewer cells than the heading is a fault."""
        start = (tokens[0].map or [0])[0]
        columns = sum(token.type == "th_open" for token in tokens)
        if columns > _COLUMNS:
            message = f"表格有{columns}列，Word 的表格最多{_COLUMNS}列"
            raise self.fault(lines[start].number, message, "拆成几张表")
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        for token, following in pairwise(tokens):
            if token.type in {"th_open", "td_open"}:
                cells.append(self.cell(token, following, lines, first=not rows[1:]))
            elif token.type == "tr_open":
                self.counted(lines[(token.map or [0])[0]], columns)
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(tuple(rows), _shares(lines[start + 1].text))

    def cell(self, token: Token, inline: Token, lines: Sequence[Line], *, first: bool) -> Cell:
        """Read a cell; the first row under the heading has none above it to be one with."""
        number = _number(inline, lines)
        align = str(token.attrs.get("style", "text-align:left")).removeprefix("text-align:")
        if inline.content != ABOVE:
            return Cell(self.spans(inline.content, number), align)
        if first:
            raise self.fault(number, f"表格第一行上面没有格可与 {ABOVE} 合并")
        return Cell((), align, above=True)

    def counted(self, line: Line, columns: int) -> None:
        """Refuse a row that the parser would fill up or cut off without a word."""
        count = len(_CELLS.findall(line.text.strip())) + 1
        count -= line.text.strip().startswith("|") + bool(
            re.search(r"(?<!\\)\|$", line.text.strip())
        )
        if count != columns:
            hint = "表格后面要空一行" if count == 1 else ""
            raise self.fault(line.number, f"表格这一行有{count}格，表头有{columns}格", hint)

    def spans(self, text: str, number: int) -> Spans:
        """Read the marks inside a paragraph: **bold**, a backslash, placeholders, breaks."""
        found: list[Span] = []
        bold = False
        for part, joint in _broken(text):
            for escaped, stars, value, char in _MARKS.findall(part):
                if stars:
                    bold = not bold
                else:
                    found.append(Span(self.values[int(value)] if value else escaped or char, bold))
            if joint:
                found.append(Span(joint, bold))
        if bold:
            raise self.fault(number, "** 没有成对", "加粗写成 **文字**；要印星号写 \\*", "**")
        return _joined(found)


def _number(token: Token, lines: Sequence[Line]) -> int:
    return lines[(token.map or [0])[0]].number


def _closing(tokens: Sequence[Token], place: int) -> int:
    return next(n for n in range(place, len(tokens)) if tokens[n].type == "table_close")


def _prefixed(prefix: str, spans: Spans) -> Spans:
    return (Span(prefix), *spans) if prefix else spans


def _shares(ruler: str) -> tuple[int, ...]:
    """Weigh the columns by the dashes under the heading; equal ones leave it to the contents."""
    shares = tuple(len(part) for part in re.findall("-+", ruler))
    return shares if len(set(shares)) > 1 else ()


def _broken(text: str) -> Iterator[tuple[str, str]]:
    """Split a paragraph's lines, each with what joins it to the next.

    Two blanks or a backslash at the end break the line; else Chinese joins without a blank.
    """
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if line.endswith(("  ", "\\")):
            yield line.removesuffix("\\").strip(), "\n"
        else:
            latin = (line.strip()[-1:] + following.strip()[:1]).isascii()
            yield line.strip(), " " if latin else ""
    yield lines[-1].strip(), ""


def _joined(spans: Sequence[Span]) -> Spans:
    """Join neighbours of one weight, so that a value's digits are no runs of their own."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].bold == span.bold:
            joined[-1] = Span(joined[-1].text + span.text, span.bold)
        else:
            joined.append(span)
    return tuple(joined)
