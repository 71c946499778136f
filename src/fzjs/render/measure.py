"""How wide text is, in Chinese characters, and where a title is best broken."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import ceil

from fzjs.norm.fonts import width

TITLE_WIDTH = 20
"""Characters of 22 pt in a line of 156 mm."""

_TOGETHER = re.compile(
    "“[^“”]{1,12}”|示范创建工作|法治政府建设|[0-9A-Za-z]{2,}|[0-9]+[年月日件项]|《.|.[》”）〕]|[“（〔]."
)
_BEFORE = (
    "关于", "情况说明", "情况的", "完成情况", "工作", "的通知", "的报告", "的函",
    "行政规范性文件", "行政执法", "行政复议", "行政审批", "重大行政决策", "合法性", "法治政府",
    "示范创建",
)  # fmt: skip
_CLINGING = "的、，》”）〕年月日度项件及和与"
_AFTER = re.compile("(?:[的和、与及]|[0-9]年度?|季度|以来)$")

_LONGEST = 300
"""Characters of a title, half a page of it: what is longer is none, and Word breaks it."""

_Way = tuple[float, tuple[int, ...]]
"""A way to break a title: what it costs, and its places, 0 and the end included."""

_BREAK_COST, _LINE_COST = 6.0, 3.0
"""What a break that may fall inside a word and one line more cost, in characters out of balance."""


def balanced(title: str, room: float = TITLE_WIDTH) -> list[str]:
    """Break a title that is too long for one line into lines of like length, between words.

    GB/T 9704-2012 7.3.1 asks for lines that are whole in sense and well proportioned. Words are
    known only by the marks that titles of this kind carry (关于, 的, 情况说明).
    """
    least = ceil(width(title) / room)
    if least == 1 or "\n" in title or not title or len(title) > _LONGEST:
        return title.split("\n")
    costs = {place: _inside(title, place) for place in (*_places(title), len(title))}
    found = [way for count in (least, least + 1) for way in _ways(title, count, room, costs)]
    if not found:
        return [title]
    _, cuts = min(found, key=lambda way: way[0] + _LINE_COST * len(way[1]))
    return [title[start:end] for start, end in pairwise(cuts)]


def _ways(title: str, count: int, room: float, costs: dict[int, float]) -> list[_Way]:
    """Find the cheapest way to make `count` lines, if there is any.

    `costs` are those of a break at each place where one may be, the end last.
    """
    mean = width(title) / count
    upto = [0.0, *accumulate(map(width, title))]
    *places, last = costs
    ways: dict[int, _Way] = {0: (0.0, (0,))}
    for left in reversed(range(count)):
        longer: dict[int, _Way] = {}
        for start, (cost, cuts) in ways.items():
            for end in places if left else [last]:
                if end <= start:
                    continue
                size = upto[end] - upto[start]
                if size > room:
                    break
                total = cost + abs(size - mean) + costs[end]
                if total < longer.get(end, (total + 1,))[0]:
                    longer[end] = (total, (*cuts, end))
        ways = longer
    return list(ways.values())


def _places(title: str) -> list[int]:
    """Find where a break parts no number, bracket or particle from its word."""
    inside = {
        place
        for found in _TOGETHER.finditer(title)
        for place in range(found.start() + 1, found.end())
    }
    return [
        place
        for place in range(2, len(title) - 1)
        if place not in inside and title[place] not in _CLINGING
    ]


def _inside(title: str, place: int) -> float:
    """Weigh a break by whether a word is known to begin or end there."""
    fits = title.startswith(_BEFORE, place) or _AFTER.search(title[:place])
    return 0.0 if fits or place == len(title) else _BREAK_COST
