"""Findings for people, by file: place, severity, message, the source line, what to type instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TextIO

from rich.cells import cell_len
from rich.text import Text

from fzjs.diagnostic import Diagnostic, Location, Report, Severity
from fzjs.output.excerpt import excerpt
from fzjs.output.fold import folded
from fzjs.visible import one_line

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_ORDER = tuple(Severity)
_ANYWHERE = Location("")
_EXCERPT = "dim"
_INDENT = 4
_REPEATS = 3
"""Findings of a file with the same words that are each shown; more become one with all places."""


class Line(NamedTuple):
    """A line of the output, and its colour on a terminal: "" for none."""

    text: str
    colour: str = ""


class Said(NamedTuple):
    """What is printed of a finding, or of several with the same words."""

    severity: Severity
    lines: tuple[Line, ...]
    findings: int = 1


class Block(NamedTuple):
    """The findings of one file: the worst severity, the line that names the file, the findings."""

    worst: Severity
    head: Line
    said: tuple[Said, ...]


def write(report: Report, stream: TextIO) -> None:
    """Print a report as plain text."""
    stream.write(styled(report).plain)


def styled(report: Report, width: int = 80) -> Text:
    """Return a report with colours for a terminal; files with errors last, where it shows them."""
    text = Text()
    for block in sorted(blocks(report), key=lambda each: -_ORDER.index(each.worst)):
        text.append(block.head.text + "\n", block.head.colour)
        for line in (line for said in block.said for line in said.lines):
            for part in _folded(line, width):
                text.append(part + "\n", line.colour)
        text.append("\n")
    for words in (*regraded(report), summary(report)):
        text.append("\n".join(folded(words, width, _INDENT)) + "\n")
    return text


def _folded(line: Line, width: int) -> list[str]:
    """Break a message under its severity, a hint under its first word; an excerpt fits already."""
    hang = _INDENT + cell_len("改法：") if line.text.startswith(" " * _INDENT) else _INDENT
    return [line.text] if line.colour == _EXCERPT else folded(line.text, width, hang)


def blocks(report: Report) -> list[Block]:
    """Return the findings by file, the files with the worst first."""
    by_file: dict[str, list[Diagnostic]] = {}
    for found in report.diagnostics:
        by_file.setdefault(found.location.file, []).append(found)
    made = [_block(report, found) for _, found in sorted(by_file.items())]
    return sorted(made, key=lambda block: _ORDER.index(block.worst))


def _block(report: Report, found: list[Diagnostic]) -> Block:
    worst = min(found, key=lambda each: _ORDER.index(each.severity))
    same: dict[Diagnostic, list[Diagnostic]] = {}
    for each in found:
        same.setdefault(each._replace(location=_ANYWHERE), []).append(each)
    said = [each for group in same.values() for each in _said(report, group)]
    said.sort(key=lambda each: each[0])
    # The place of the worst makes this a line that editors jump from: file:line:column.
    head = Line(one_line(str(worst.location)), "bold")
    return Block(worst.severity, head, tuple(each for _, each in said))


def _said(report: Report, group: list[Diagnostic]) -> Iterator[tuple[Location, Said]]:
    """Yield each finding of those with the same words, or one for all with their places."""
    first, *others = group
    if len(others) < _REPEATS:
        for each in group:
            yield each.location, Said(each.severity, tuple(_lines(report, each)))
        return
    places = "、".join(f"{each.location.line}:{each.location.column}" for each in others)
    more = Line(f"{' ' * _INDENT}同样的还有{len(others)}处：{places}")
    yield first.location, Said(first.severity, (*_lines(report, first), more), len(group))


def _lines(report: Report, found: Diagnostic) -> Iterator[Line]:
    place = found.location
    words = f"{found.severity} {found.message} [{found.rule}]"
    yield Line(f"  {place.line}:{place.column} {one_line(words)}", _COLOURS[found.severity])
    indent = " " * _INDENT
    # The beginning of a file stands for the whole of it.
    source = "" if place[1:] == (1, 1) else report.line(place)
    for line in excerpt(source, place.column, _INDENT):
        yield Line(indent + line, _EXCERPT)
    if found.hint:
        yield Line(f"{indent}改法：{one_line(found.hint)}")
    for other, word in found.related:
        yield Line(f"{indent}另见：{one_line(f'{other} {word}')}")


def regraded(report: Report) -> Iterator[str]:
    """Yield the line that names the rules whose level the campaign has changed, if any."""
    if report.regraded:
        named = "、".join(f"{each.rule} {each.usual}改为{each.now}" for each in report.regraded)
        yield f"fzjs.yaml 的“规则”改了{len(report.regraded)}条规则的级别：{named}"


def summary(report: Report) -> str:
    """Return the last line: how many of each severity in how many files."""
    counts = "，".join(f"{severity} {report.count(severity)}" for severity in Severity)
    tail = "；fzjs explain 规则名 有说明" if report.diagnostics else ""
    return f"检查了 {report.files} 个文件：{counts}{tail}"
