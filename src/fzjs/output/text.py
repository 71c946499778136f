"""Findings for people: place, severity, message, what to type instead, the rule to look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from fzjs.diagnostic import Diagnostic, Report, Severity
from fzjs.visible import one_line


def write(report: Report, stream: TextIO) -> None:
    """Print a report as text, errors last, where a terminal still shows them, then the count."""
    order = list(reversed(Severity))
    for found in sorted(report.diagnostics, key=lambda each: order.index(each.severity)):
        stream.writelines(f"{one_line(line)}\n" for line in _lines(found))
    stream.write(summary(report) + "\n")


def _lines(found: Diagnostic) -> Iterator[str]:
    yield f"{found.location}: {found.severity}: {found.message} [{found.rule}]"
    if found.hint:
        yield f"    改法：{found.hint}"
    for place, word in found.related:
        yield f"    另见：{place} {word}"


def summary(report: Report) -> str:
    """Return the last line: how many of each severity in how many files."""
    counts = "，".join(f"{severity} {report.count(severity)}" for severity in Severity)
    tail = "；fzjs explain 规则名 有说明" if report.diagnostics else ""
    return f"检查了 {report.files} 个文件：{counts}{tail}"
