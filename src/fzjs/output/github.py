"""Findings as GitHub annotations (workflow commands)."""

from __future__ import annotations

from typing import TextIO

from fzjs.diagnostic import Report, Severity
from fzjs.output.text import regraded, summary
from fzjs.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 10
"""Annotations of one level that GitHub shows of a step; the rest stands in the log only."""


def write(report: Report, stream: TextIO) -> None:
    """Print each finding as a workflow command, errors first, the count as plain text."""
    for found in report.worst_first():
        place = found.location
        where = f"file={_property(place.file)},line={place.line},col={place.column}"
        text = found.message + (f"\n改法：{found.hint}" if found.hint else "")
        title = _property(f"fzjs {found.rule}")
        stream.write(f"::{_COMMANDS[found.severity]} {where},title={title}::{_message(text)}\n")
    if any(report.count(severity) > _SHOWN for severity in Severity):
        stream.write(f"GitHub 每一级只标出前{_SHOWN}处，其余看这份日志。\n")
    stream.writelines(f"{words}\n" for words in (*regraded(report), summary(report)))


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
