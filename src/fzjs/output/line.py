"""Findings for editors and grep: one a line, file:line:column first."""

from __future__ import annotations

from typing import TextIO

from fzjs.diagnostic import Report
from fzjs.output.text import regraded, summary
from fzjs.visible import one_line


def write(report: Report, stream: TextIO) -> None:
    """Print each finding on one line, in order of place, then the count."""
    for found in report.diagnostics:
        hint = f"；改法：{found.hint}" if found.hint else ""
        words = f"{found.location}: {found.severity}: {found.message}{hint} [{found.rule}]"
        stream.write(one_line(words) + "\n")
    stream.writelines(f"{words}\n" for words in (*regraded(report), summary(report)))
