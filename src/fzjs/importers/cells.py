"""Where one item of a 上报资料 cell ends and the next begins: numbers, separators, notes."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from fzjs.facts import REPEATS
from fzjs.importers.words.numerals import fold, plain

_ONLINE = r"(?:网络检索|网上|网址|链接|网页|网站|截图)"
_TELLS = r"(?:以上|上述|前述|同时|另外?|并|所有|全部|各项|均)"
_OTHERS = r"[^（）()；;。\n]{0,40}"
WEB_NOTE = re.compile(
    rf"[（(]\s?{_TELLS}[^（）()；;]{{0,40}}{_ONLINE}[^（）()；;]{{0,40}}[）)]"
    rf"|(?:(?<=[；;。\n])|^)\s?(?:注[:：])?(?:以上|上述|前述){_OTHERS}{_ONLINE}{_OTHERS}(?=[。；;\n]|$)"
)
"""附件2, under 33 cells: the whole row owes web evidence besides what the cell lists."""

EACH_NOTE = re.compile(r"[（(]每个?(?:行政)?(?P<each>执法部门)提供(?P<copies>\d+)份[^（()）]*[）)]")
"""附件2 （8）（9）: so many files from every enforcing department, said of the item before it."""

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    r"(?<![\d.．])(?P<n>\d{1,2})[.．、]\s*+(?=\D|$|\d{4}年)",
    r"[（(]\s?(?P<n>\d{1,2})\s?[）)]",
    r"(?<![\d（(])(?P<n>\d{1,2})[）)]",
    r"(?P<n>[①-⑳])",
    rf"(?P<n>{_NUMERAL})是",
    rf"[（(](?P<n>{_NUMERAL})[）)]",
    rf"(?<!{_NUMERAL[:-5]})(?P<n>{_NUMERAL})、",
    rf"第(?P<n>{_NUMERAL})[，,、]",
)
"""Printed numbers: `1.本部门`, `1.2016年以来`, （1）, 1）, ①, 一是; never `12.4`, `87、88`."""
MARKS = tuple(re.compile(style) for style in _STYLES)
_SIGNS = (".．、", "）)", "）)", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "是", "）)", "、", "第")
"""What each style has, whatever its number: to look for it takes a tenth of the time."""
_WHOLE = re.compile(r"[（(]([^（(）)]*)[）)]")
_LEAP = 3
_REACH = 200
"""How far back an open bracket is looked for."""
_NAMED = re.compile(r"(?:第|见|[按参对]照|依据|根据|[条款项图表])$")
_REFERRED = re.compile(r"\s?(?:[条款项目](?!目)|至|到|、)")
ENDS = "；;。，, \t\u3000\xa0"
_OPENERS = "；;。\n：:"


class Piece(NamedTuple):
    """One item's words, the number printed before it ("" where none is), and its note.

    `printed` is the number with its brackets or point, `note` the bracket that gave `copies`.
    """

    number: str
    text: str
    copies: str = ""
    each: str = ""
    printed: str = ""
    note: str = ""


class Pieces(NamedTuple):
    """A cell cut up: items, whether the web note stands, words in no item, and the notes' words.

    `joined` tells that the cell ends in an open separator (；), as if more had followed.
    """

    items: list[Piece]
    web: bool
    leftovers: tuple[str, ...]
    notes: tuple[str, ...]
    joined: bool


def pieces(paragraphs: list[str]) -> Pieces:
    """Cut a cell into its items.

    A numbered cell is cut at its numbers only: a `；` without a number stays within its item. In an
    unnumbered one `；` separates. Left over is what precedes the first number of a numbered cell,
    and a number without words.
    """
    text = "\n".join(paragraphs)
    notes = tuple(match[0].strip() for match in WEB_NOTE.finditer(text))
    body = WEB_NOTE.sub("\n", text)
    marks = numbers(body)
    joined = body.rstrip().endswith(("；", ";"))
    if not marks:
        parts = [_piece("", "", part) for part in re.split(r"[；;\n]", body)]
        kept = [piece for piece in parts if piece.text]
        return Pieces(kept, bool(notes), (), notes, joined)
    ends = [start for _, start, _ in marks[1:]] + [len(body)]
    found = [
        _piece(str(value), body[start:after].strip(), body[after:end])
        for (value, start, after), end in zip(marks, ends, strict=True)
    ]
    empty = [piece.printed for piece in found if not piece.text]
    left = [words for words in (body[: marks[0][1]].strip(), *empty) if words.strip(ENDS + "\n")]
    kept = [piece for piece in found if piece.text]
    return Pieces(kept, bool(notes), tuple(left), notes, joined)


def codes(found: list[Piece]) -> list[tuple[str, str]]:
    """Return (代号, 原序号) of each item: its number, `2甲` and `2乙` for a number that recurs.

    An item without a number takes the next free one; 原序号 is "" where the code says it already.
    """
    times = Counter(piece.number for piece in found)
    taken = {int(number) for number in times if number}
    seen: dict[str, int] = {}
    result: list[tuple[str, str]] = []
    free = 1
    for number in (piece.number for piece in found):
        if not number:
            while free in taken:
                free += 1
            taken.add(free)
            result.append((str(free), ""))
        elif times[number] > 1:
            place = seen.get(number, 0)
            seen[number] = place + 1
            result.append((number + _letter(place), number))
        else:
            result.append((number, ""))
    return result


def numbers(body: str) -> list[tuple[int, int, int]]:
    """Return (value, start, end) of a text's printed numbers: of the one style that opens first."""
    there = [p for p, signs in zip(MARKS, _SIGNS, strict=True) if any(s in body for s in signs)]
    runs = [run for run in (_run(pattern, body) for pattern in there) if run]
    return min(runs, key=lambda run: (run[0][1], -len(run)), default=[])


def _run(pattern: re.Pattern[str], body: str) -> list[tuple[int, int, int]]:
    """Return one style's numbers in order: each the last one's successor, or the same again.

    A successor may follow a word directly (67: `材料2.错案`) where it is circled, bracketed or has
    a point, or stand after a comma; the first and a repeated one may not. None stands inside a
    bracket of an item or in a name (第2、方案2）). At an opening one or two may be left out.
    """
    found: list[tuple[int, int, int]] = []
    last = 0
    for mark in pattern.finditer(body):
        value = _value(mark["n"])
        opens = _opens(body, mark.start())
        glued = bool(found) and value == last + 1 and _follows(body, found[-1], mark)
        follows = (value == last + 1 and opens) or glued or (value == last > 0 and opens)
        leaps = bool(found) and opens and last < value <= last + _LEAP
        if follows or leaps:
            found.append((value, mark.start(), mark.end()))
            last = value
    return found


def _follows(body: str, last: tuple[int, int, int], mark: re.Match[str]) -> bool:
    """Tell whether the next number opens an item where no separator ends the one before."""
    before = body[max(last[2], mark.start() - _REACH) : mark.start()].rstrip()
    if mark.group().rstrip().endswith((".", "．", *"②③④⑤⑥⑦⑧⑨⑩")):
        return True
    opened, closed = (sum(map(before.count, signs)) for signs in ("（(", "）)"))
    named = before[-1:] + str(last[0]) in before or _NAMED.search(before)
    if opened > closed or not before or named or _REFERRED.match(body[mark.end() :]):
        return False
    return before.endswith(("，", ",")) or mark.group().rstrip().endswith(("）", ")"))


def number_inside(piece: Piece) -> str:
    """Return a number of an item's own style that stayed in its words, "" where none did.

    `1、方案2、总结` may be two items; which, only a person can tell.
    """
    style = next((mark for mark in MARKS if mark.fullmatch(piece.printed)), None)
    if not style:
        return ""
    own = int(piece.number)
    found = (mark for mark in style.finditer(piece.text) if mark.start())
    return next((mark[0] for mark in found if own < _value(mark["n"]) <= own + _LEAP), "")


def _value(printed: str) -> int:
    if "①" <= printed <= "⑳":
        return ord(printed) - ord("①") + 1
    return int(plain(fold(printed)))


def _opens(body: str, start: int) -> bool:
    """Tell whether an item may open here: at the start, or after a separator or a line's end."""
    place = start
    while place and body[place - 1] in " \t\u3000\xa0":
        place -= 1
    return not place or body[place - 1] in _OPENERS


def _letter(place: int) -> str:
    return REPEATS[place] if place < len(REPEATS) else f"重{place + 1}"


def _piece(number: str, printed: str, words: str) -> Piece:
    note = EACH_NOTE.search(words)
    rest = note and trim(EACH_NOTE.sub("", words, count=1))
    if not note or not rest:
        return Piece(number, trim(words), printed=printed)
    return Piece(number, rest, note["copies"], note["each"], printed, note[0])


def trim(words: str) -> str:
    """Return an item's words without separators at its ends, lines joined, outer brackets off."""
    text = "".join([line.strip() for line in words.split("\n")]).strip(ENDS)
    whole = _WHOLE.fullmatch(text)
    return whole[1].strip(ENDS) if whole else text
