"""Findings for people: place, severity, message, what to type instead, the rule to look up."""

from __future__ import annotations

from typing import TextIO

from fzjs.diagnostic import Report, Severity


def write(report: Report, stream: TextIO) -> None:
    """Print a report as text, one finding after another, the count last."""
    for found in report.diagnostics:
        stream.write(f"{found.location}: {found.severity}: {found.message} [{found.rule}]\n")
        if found.hint:
            stream.write(f"    改法：{found.hint}\n")
        stream.writelines(f"    另见：{place} {word}\n" for place, word in found.related)
    stream.write(summary(report) + "\n")


def summary(report: Report) -> str:
    """Return the last line: how many of each severity in how many files."""
    counts = "，".join(f"{severity} {report.count(severity)}" for severity in Severity)
    tail = "；fzjs explain 规则名 有说明" if report.diagnostics else ""
    return f"检查了 {report.files} 个文件：{counts}{tail}"
