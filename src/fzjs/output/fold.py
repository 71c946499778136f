"""Long lines of a finding, broken where a reader and a cursor can take it."""

from __future__ import annotations

import re

from rich.cells import cell_len

_OPEN, _CLOSE = "“‘（《〔", "、，；。：？！”’）》〕"
_PLACE = rf"[^\s{_OPEN}{_CLOSE}]+(?:（[^\s（）]*）[^\s{_OPEN}{_CLOSE}]*)*:\d+:\d+"
_RULE = r"\[[a-z][a-z-]+\]"
_PIECES = re.compile(
    rf"{_RULE}|{_PLACE}"
    rf"|[{_OPEN}]*(?:[!-~]+(?:[甲乙丙丁][!-~]+)*|[^\s])[{_CLOSE}]*|\s+"
)
"""What stays whole: a rule's name in [], file:line:column, a run without Chinese in it; a mark
that opens stays with what follows, one that closes with what it closes."""
_WHOLE = re.compile(f"{_RULE}|{_PLACE}")


def folded(text: str, width: int, hang: int) -> list[str]:
    """Break a line into lines of a width in cells; all but the first begin with `hang` blanks.

    Only a file:line:column and a rule's name may be longer than a line: they are copied whole.
    """
    if cell_len(text) <= width:
        return [text]
    lead = text[: len(text) - len(text.lstrip(" "))]
    made, line, empty = [], lead, True
    for piece in _PIECES.findall(text[len(lead) :]):
        for part in _fitting(piece, width - hang):
            if cell_len(line + part.rstrip()) > width and not empty:
                made.append(line.rstrip())
                line, empty = " " * hang, True
            line += part.lstrip() if empty else part
            empty = empty and not part.strip()
    return [*made, line.rstrip()]


def _fitting(piece: str, room: int) -> tuple[str, ...]:
    """Return a piece whole, or its characters where no line could hold it."""
    return (piece,) if cell_len(piece) <= room or _WHOLE.fullmatch(piece) else tuple(piece)
