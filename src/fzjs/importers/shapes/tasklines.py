"""Reads the lines of a 工作任务 field: `（1）网络检索：……` each, or one without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fzjs.importers.draft import Task
from fzjs.importers.words import numbering

_METHOD = re.compile(r"(?P<method>[\u4e00-\u9fff、/“”]{2,12})\s?[:：]\s*(?P<text>.*)", re.DOTALL)
_NO_METHOD = re.compile("如下|包括|其中|例如|的$|[是为]$|即$|内容$|主要$|一是")
_SIGN = {"（1）": r"[（(]{}[)）]", "1）": r"(?<![\d（(]){}[)）]", "1.": r"(?<!\d){}[.．、](?!\d)"}
_MOST = 100


def tasks(lines: Sequence[str]) -> tuple[Task, ...]:
    """Return the tasks of a field's lines: the method as printed, "" where none is, and the words.

    The first line's numbering counts tasks; every other numbering, and lines without one, go on
    with the task above.
    """
    found: list[list[str]] = []
    style = ""
    for line in (part for whole in lines for part in _parts(whole)):
        opening = numbering.lead(line)
        own = opening if opening and (opening.style == style or not found) else None
        style = opening.style if own and opening else style
        method = _method(own.rest if own else line)
        if own or not found or (method and not opening):
            alone = own and not method and _follows(own)
            words = own.rest if own and not alone else line
            found.append([method["method"], method["text"]] if method else ["", words])
        else:
            found[-1][1] += f"\n{line}"
    return tuple(Task(method, text.strip()) for method, text in found)


def _follows(opening: numbering.Lead) -> bool:
    """Tell whether the number after a line's own stands in it: neither is a task's."""
    sign = _SIGN.get(opening.style, "")
    return bool(sign and re.search(sign.format(opening.value + 1), opening.rest))


def _method(words: str) -> re.Match[str] | None:
    """Return the method that opens a task's words; 具体如下： names none."""
    match = _METHOD.match(words)
    return None if match is None or _NO_METHOD.search(match["method"]) else match


def _parts(line: str) -> Iterator[str]:
    """Cut a line that holds several tasks at the successor of the number that opens it."""
    opening = numbering.lead(line)
    start = 0
    if opening and opening.style in _SIGN:
        at = 0
        for value in range(opening.value + 1, _MOST):
            mark = re.compile(rf"(?<=[。；;\s]){_SIGN[opening.style].format(value)}").search(
                line, at
            )
            if not mark or (opening.style == "1." and not _method(line[mark.end() :])):
                break
            yield line[start : mark.start()].strip()
            start, at = mark.start(), mark.end()
    yield line[start:].strip()
