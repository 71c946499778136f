"""The headings that enclose items, as 一级 and 二级; and numbers made unique where they restart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.facts import REPEATS
from fzjs.importers.document import Doubt
from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import Item

_LONG = 60
"""A heading longer than this has a sentence of text after its own."""


class Levels(NamedTuple):
    """Each item's level1 and level2, the orders of the headings taken, and doubts."""

    each: tuple[tuple[str, str], ...]
    used: frozenset[int]
    doubts: tuple[Doubt, ...]


def levels(items: Sequence[Item]) -> Levels:
    """Return the headings in force at each item, verbatim.

    A heading that encloses every item alike (二、具体任务) is left out as long as a lower one says
    more; of three or more that are left, the highest and the lowest are taken.
    """
    chains = [item.over for item in items]
    used = {line.place.order for chain in chains for line in chain}
    while chains and all(len(chain) > 1 for chain in chains):
        if len({chain[0].place.order for chain in chains}) > 1:
            break
        chains = [chain[1:] for chain in chains]
    doubts: dict[int, Doubt] = {}
    each = []
    for item, chain in zip(items, chains, strict=True):
        top = _words(chain[0], doubts) if chain else ""
        low = _words(chain[-1], doubts) if len(chain) > 1 else ""
        for line in chain[1:-1]:
            doubts.setdefault(line.place.order, _middle(line))
        each.append((item.levels.get(fields.LEVEL1, top), item.levels.get(fields.LEVEL2, low)))
    return Levels(tuple(each), frozenset(used), tuple(doubts.values()))


def numbers(items: Sequence[Item]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Return each item's number as printed, made unique where the source's numbers restart.

    `1.` under （一） and again under （二）: `（一）1`, `（二）1`; the same number twice under one
    heading: `2甲`, `2乙`. One doubt tells of the restart; each true repeat has its own.
    """
    if items and not any(item.lead.printed for item in items):
        return _placed(items)
    printed = [item.lead.number for item in items]
    if _kinds(printed) == len(printed):
        return tuple(printed), ()
    doubts: list[Doubt] = []
    made = printed
    for depth in (1, 2, 3):
        longer = [_above(item, depth) + number for item, number in zip(items, printed, strict=True)]
        made = longer if _kinds(longer) > _kinds(made) else made
    if made is not printed:
        seen_before: set[str] = set()
        again = next(at for at, number in enumerate(printed) if _again(number, seen_before))
        why = "编号在各个标题下从头开始，同一个编号不止一条"
        assumed = f"前面加上标题的序号，如“{made[again]}”"
        words = f"{items[again].lead.printed}{items[again].lead.rest}"[:_LONG]
        doubts.append(Doubt(items[again].place, "编号重复", words, assumed, why, made[again]))
    counts, seen = Counter(map(_fold, made)), Counter[str]()
    final = []
    for item, number in zip(items, made, strict=True):
        name = number
        if counts[_fold(number)] > 1:
            name = number + _repeat(seen[_fold(number)])
            if seen[_fold(number)]:
                doubts.append(_repeated(item, number, name))
        seen[_fold(number)] += 1
        final.append(name)
    return tuple(final), tuple(doubts)


def _placed(items: Sequence[Item]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Return numbers by place for items that print none, and one doubt on it."""
    made = tuple(str(at) for at in range(1, len(items) + 1))
    assumed = f"按位置编作1至{len(items)}"
    words = items[0].lead.rest[:_LONG]
    return made, (Doubt(items[0].place, "编号缺漏", words, assumed, "原文各条没有编号", made[0]),)


def _fold(number: str) -> str:
    """Return a number in half width: （1） and (1) are one."""
    return unicodedata.normalize("NFKC", number)


def _kinds(numbers: Sequence[str]) -> int:
    return len({_fold(number) for number in numbers})


def _again(number: str, before: set[str]) -> bool:
    """Tell whether a number stood before, and note it."""
    seen = _fold(number) in before
    before.add(_fold(number))
    return seen


def _repeat(count: int) -> str:
    """Return 甲, 乙 … for the first, second … of a number; beyond ten its ordinal."""
    return REPEATS[count] if count < len(REPEATS) else f"之{count + 1}"


def _repeated(item: Item, number: str, name: str) -> Doubt:
    why = f"编号“{number}”前面已有一条"
    return Doubt(item.place, "编号重复", number, f"记为“{name}”", why, name)


def _above(item: Item, depth: int) -> str:
    """Return the numbers of so many headings over an item, from the outer one in."""
    leads = [line.lead for line in item.over[-depth:] if line.lead]
    return "".join(lead.printed.strip() for lead in leads)


def _words(line: Line, doubts: dict[int, Doubt]) -> str:
    """Return a heading's words: the line, or its first sentence where text follows it."""
    if len(line.text) <= _LONG or "。" not in line.text[:-1]:
        return line.text
    words, stop, rest = line.text.partition("。")
    if len(words) > _LONG:
        words, stop, rest = line.text, "", ""
    if rest.strip() and line.place.order not in doubts:
        why = "标题一行里还有正文，只取第一句作标题"
        doubts[line.place.order] = Doubt(line.place, "残留文字", rest, "没有录入", why)
    return words + stop


def _middle(line: Line) -> Doubt:
    why = "条目上面有三层以上的标题，只取最上和最下两层"
    return Doubt(line.place, "残留文字", line.text, "没有录入", why)


def plainly(items: Sequence[Item], numbers: Sequence[str]) -> list[str]:
    """Return numbers for counting gaps: the printed ones, with headings where these were added."""
    return [
        number.rstrip(REPEATS) if item.lead.number in number else item.lead.number
        for item, number in zip(items, numbers, strict=True)
    ]
