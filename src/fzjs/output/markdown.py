"""Findings as Markdown, for a comment on a pull request: the worst files first, limited in length.

Every word from the data stands in a fenced block, where no forge reads markup, makes a link or
calls a person; the fence is longer than any row of backticks in it.
"""

from __future__ import annotations

import re
from typing import TextIO

from fzjs.diagnostic import Report, Severity
from fzjs.output.text import Block, Said, blocks, regraded, summary

LIMIT = 60_000
"""Characters; GitHub takes 65,536 in a comment, and who posts it may add some of their own."""
_RESERVED = 200
"""Characters kept for the line that says what was left out."""


def write(report: Report, stream: TextIO) -> None:
    """Print the count, what level the campaign has changed, and the findings of each file."""
    head = "\n\n".join((f"**{summary(report)}**", *regraded(report))) + "\n"
    stream.write(head)
    room = LIMIT - _RESERVED - len(head)
    left = len(report.diagnostics)
    for block in blocks(report):
        text, said = _fitting(block, room)
        stream.write(text)
        room -= len(text)
        left -= said
        if said < sum(each.findings for each in block.said):
            break
    if left:
        stream.write(f"\n还有{left}处没有列出：太长。运行 `fzjs check` 看全部。\n")


def _fitting(block: Block, room: int) -> tuple[str, int]:
    """Return as much of a file's findings as fits, and how many that is."""
    order = list(Severity)
    kept = sorted(block.said, key=lambda each: order.index(each.severity))
    while kept and len(_fenced(block, kept)) > room:
        kept.pop()
    return (_fenced(block, kept), sum(each.findings for each in kept)) if kept else ("", 0)


def _fenced(block: Block, said: list[Said]) -> str:
    lines = [block.head, *(line for each in said for line in each.lines)]
    text = "\n".join(line.text for line in lines)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"\n{fence}text\n{text}\n{fence}\n"
