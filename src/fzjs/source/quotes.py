"""Explanation of a quoted text without its closing quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.text import WORD, Spot, short

if TYPE_CHECKING:
    from fzjs.source.text import Text

_NEXT_PAIR: Final = re.compile(rf", *{WORD}: ")
_BEFORE: Final = 12
"""Characters before the missing quote that a hint shows of a long line."""


def open_quote(text: Text, start: int) -> Spot:
    """A quote at `start` that is never closed, or closed lines below by another's opening one."""
    mark = text.char(start)
    line = text.rest(start)
    opened = _opened(text.before(start))
    if opened:
        hint = _in_flow(line, mark, opened)
    else:
        hint = f"在这段文字末尾补上 {mark}，写成“{short(line)}{mark}”"
    return Spot("yaml-syntax", start, f"引号 {mark} 没有收尾", hint, stops=True)


def _opened(before: str) -> str:
    """The brackets that are open at the end of a line's beginning, outermost first."""
    opened = ""
    for bracket in re.findall(r"[\[{}\]]", re.sub(r"\"[^\"]*\"|'[^']*'", "", before)):
        opened = opened + bracket if bracket in "[{" else opened[:-1]
    return opened


def _in_flow(line: str, mark: str, opened: str) -> str:
    """The quote belongs before the next pair or the closing bracket; no line where it is unclear.

    In a list of names every comma may be the end.
    """
    closers = _closers(line, len(opened))
    inner = line[:closers]
    place = closers
    if opened[-1] == "{" and (found := _NEXT_PAIR.search(inner)):
        place = found.start()
    elif "," in inner and opened[-1] == "[":
        return f"在这一项的末尾（逗号或收尾的括号之前）补上 {mark}"
    rest = line[place:].strip()
    if not rest:
        return f"在这段文字末尾补上 {mark}；括号要成对"
    shown = line[:place].rstrip()
    if len(shown) > 3 * _BEFORE:
        shown = "…" + shown[-_BEFORE:]
    return f"在“{short(rest)}”前面补上 {mark}，写成“{shown}{mark}{short(line[place:])}”"


def _closers(line: str, most: int) -> int:
    """Where the closing brackets at the end of a line begin; at most so many belong to it."""
    end = len(re.split(r"\s#", line, maxsplit=1)[0].rstrip(" ,"))
    place = end
    while most and place and line[place - 1] in "]} ":
        place -= 1
        most -= line[place] != " "
        end = place if line[place] != " " else end
    return end
