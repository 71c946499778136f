"""Where one item of a 上报资料 cell ends and the next begins: numbers, separators, notes."""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.facts import REPEATS

WEB_NOTE = re.compile(r"[（(]以上同时提供网络检索佐证材料[）)]")
"""附件2, under 33 cells: the whole row owes web evidence besides what the cell lists."""

EACH_NOTE = re.compile(r"[（(]每个?(?:行政)?(?P<each>执法部门)提供(?P<copies>\d+)份[^（(）)]*[）)]")
"""附件2 （8）（9）: so many files from every enforcing department, said of the item before it."""

MARK = re.compile(r"(?<![\d.．])(\d{1,2})[.．、]\s*+(?=\D|$|\d{4}年)")
"""A printed number: `1.本部门`, also `1.2016年以来`; never `12.4`, `1.5`, `87、88`."""

ENDS = "；;。，, \t\u3000"


class Piece(NamedTuple):
    """One item's words, the number printed before it ("" where none is), and its note."""

    number: str
    text: str
    copies: str = ""
    each: str = ""


def pieces(paragraphs: list[str]) -> tuple[list[Piece], bool, tuple[str, ...]]:
    """Cut a cell into its items; also tell whether the web note stands, and what was left over.

    A numbered cell is cut at its numbers only: a `；` without a number stays within its item. In an
    unnumbered one `；` separates. Left over is what precedes the first number of a numbered cell.
    """
    text = "\n".join(paragraphs)
    web = bool(WEB_NOTE.search(text))
    body = WEB_NOTE.sub("", text)
    marks = _marks(body)
    if not marks:
        parts = re.split(r"[；;\n]", body)
        return [_piece("", part) for part in parts if part.strip(ENDS)], web, ()
    ends = [mark.start() for mark in marks[1:]] + [len(body)]
    found = [_piece(m[1], body[m.end() : end]) for m, end in zip(marks, ends, strict=True)]
    before = body[: marks[0].start()].strip()
    return found, web, (before,) if before else ()


def codes(found: list[Piece]) -> list[tuple[str, str]]:
    """Return (代号, 原序号) of each item: its number, `2甲` and `2乙` for a number that recurs.

    An item without a number takes the next free one; 原序号 is "" where the code says it already.
    """
    printed = [piece.number for piece in found]
    taken = {int(number) for number in printed if number}
    result: list[tuple[str, str]] = []
    for place, number in enumerate(printed):
        if not number:
            free = next(n for n in range(1, len(printed) + 1 + len(taken)) if n not in taken)
            taken.add(free)
            result.append((str(free), ""))
        elif printed.count(number) > 1:
            result.append((number + REPEATS[printed[:place].count(number)], number))
        else:
            result.append((number, ""))
    return result


def _marks(body: str) -> list[re.Match[str]]:
    """Return the printed numbers in order: each the last one's successor, or the same again.

    A successor may follow a word directly (67: `材料2.错案`); the first and a repeated one may not.
    """
    marks: list[re.Match[str]] = []
    last = 0
    for mark in MARK.finditer(body):
        number = int(mark[1])
        opens = _opens(body, mark.start())
        glued = bool(marks) and "、" not in mark.group()
        if (number == last + 1 and (opens or glued)) or (number == last > 0 and opens):
            marks.append(mark)
            last = number
    return marks


def _opens(body: str, start: int) -> bool:
    """Tell whether an item may open here: at the start, or after a separator or a line's end."""
    before = body[:start].rstrip(" \t\u3000")
    return not before or before[-1] in "；;。\n：:"


def _piece(number: str, words: str) -> Piece:
    note = EACH_NOTE.search(words)
    if not note:
        return Piece(number, _trim(words))
    return Piece(number, _trim(EACH_NOTE.sub("", words)), note["copies"], note["each"])


def _trim(words: str) -> str:
    text = re.sub(r"\s*\n\s*", "", words).strip(ENDS + "\n")
    whole = re.fullmatch(r"[（(]([^（(）)]*)[）)]", text)
    return whole[1] if whole else text
