"""Findings as GitHub annotations (workflow commands)."""

from __future__ import annotations

from typing import TextIO

from fzjs.diagnostic import Report, Severity
from fzjs.output.text import summary
from fzjs.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report, stream: TextIO) -> None:
    """Print each finding as a workflow command, the count as plain text."""
    for found in report.diagnostics:
        place = found.location
        where = f"file={_property(place.file)},line={place.line},col={place.column}"
        text = found.message + (f"\n改法：{found.hint}" if found.hint else "")
        title = _property(f"fzjs {found.rule}")
        stream.write(f"::{_COMMANDS[found.severity]} {where},title={title}::{_message(text)}\n")
    stream.write(summary(report) + "\n")


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
