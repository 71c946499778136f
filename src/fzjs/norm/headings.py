"""Numbered headings: 一、 （一） 1. （1） — their form, their order, their faces (7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from fzjs.norm.document import Paragraph
from fzjs.norm.model import Fault
from fzjs.norm.roles import Paper
from fzjs.norm.signing import narrow
from fzjs.numerals import chinese

_NUMERAL = "[一二三四五六七八九十百]+"
_FORMS = (
    (1, re.compile(rf"({_NUMERAL})、"), True),
    (1, re.compile(rf"({_NUMERAL})[.．]"), False),
    (2, re.compile(rf"（({_NUMERAL})）(?![、（])"), True),
    (2, re.compile(rf"[（(]({_NUMERAL})[)）]、?(?!（)"), False),
    (3, re.compile(r"(\d{1,2})[.．](?:\s|(?!\d)|(?=\d{4}年|\d{1,2}月))"), True),
    (3, re.compile(r"(\d{1,2})、"), False),
    (4, re.compile(r"（(\d{1,2})）(?!、)"), True),
    (4, re.compile(r"[（(](\d{1,2})[)）]、?"), False),
)
_RIGHT = ("", "一、", "（一）", "1.", "（1）")
_MENDS = (
    "",
    "数字后面用顿号",
    "全角括号，后面不加顿号",
    "顿号改成小圆点",
    "全角括号，后面不加顿号",
)
_LISTED = 2
"""The deepest level whose numbers begin anew only below a new heading."""
_LONGEST = 45
"""Characters up to the first full stop that a heading has; more is an item of the text."""


class Heading(NamedTuple):
    """A numbered paragraph: its level and number, as typed, and how much of it is the heading.

    `ends` counts characters of what is typed; 0 where the paragraph is an item, no heading.
    """

    paragraph: Paragraph
    level: int
    value: int
    mark: str
    right: bool
    ends: int


def heading(paragraph: Paragraph) -> Heading | None:
    """Return what a paragraph's number says, None where it has none."""
    text = narrow(paragraph.text.lstrip())
    for level, pattern, right in _FORMS:
        found = pattern.match(text)
        if found:
            value = chinese(found[1]) if level <= 2 else int(found[1])  # noqa: PLR2004  # 一、 （一）
            return Heading(paragraph, level, value, found[0].strip(), right, _extent(paragraph))
    return None


def _extent(paragraph: Paragraph) -> int:
    typed = paragraph.typed.rstrip()
    stop = typed.find("。")
    ends = len(typed) if stop < 0 else stop
    # A heading on a line of its own ends with no mark; what does is a sentence of the text.
    listed = typed.endswith(("；", ";", "，", "：")) if stop < 0 else ends == len(typed) - 1
    return 0 if listed or len("".join(typed[:ends].split())) > _LONGEST else ends


def headings(paragraphs: Iterable[Paragraph]) -> Iterator[Heading]:
    """Yield the numbered paragraphs."""
    for each in paragraphs:
        found = heading(each)
        if found:
            yield found


def form(paper: Paper) -> Iterator[Fault]:
    """7.3.3: “文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注”."""
    for each in headings(paper.roles.body):
        if not each.right:
            typed = each.paragraph.text.strip()[: len(each.mark)]
            name, right = "一二三四"[each.level - 1], _RIGHT[each.level]
            message = f"第{name}层序号写成了“{typed}”，应是“{right}”的样子"
            yield Fault(each.paragraph.place, message, f"改成“{right}”的样子：{_MENDS[each.level]}")


def order(paper: Paper) -> Iterator[Fault]:
    """7.3.3: numbers follow one another; a new heading above begins them anew.

    Lists of the third and fourth level may begin anew anywhere, the whole count where several
    papers are bound in one.
    """
    last: dict[int, int] = {}
    every = list(headings(paper.roles.body))
    used, chapter = _nested(every), 0
    for each in every:
        chapter += each.level == 1
        before = last.get(each.level, 0)
        bound = each.level == 1 and before > 1
        anew = each.value == 1 and (before == 0 or each.level > _LISTED or bound)
        if not anew and each.value != before + 1:
            yield _disordered(each, before)
        elif each.value == 1 and (chapter, each.level - 1) in used and _skips(each.level, last):
            above = _RIGHT[each.level - 1]
            message = f"“{each.mark}”上面没有“{above}”这一层，跳了一层"
            yield Fault(each.paragraph.place, message, f"改成“{above}”，或把上一层补上")
        last[each.level] = each.value
        for deeper in range(each.level + 1, 5):
            last.pop(deeper, None)


def _nested(every: Sequence[Heading]) -> set[tuple[int, int]]:
    """Return chapters with the levels that have the next deeper one right below them there.

    A chapter may well go from 一、 to 1., whatever another does: a level is missing only where
    its own chapter uses it so.
    """
    chapters = accumulate(each.level == 1 for each in every)
    placed = zip(chapters, (each.level for each in every), strict=True)
    return {above for above, below in pairwise(placed) if below[1] == above[1] + 1}


def _skips(level: int, last: dict[int, int]) -> bool:
    """Whether a level is missing between this one and one above it that is open."""
    return level - 1 not in last and any(above < level - 1 for above in last)


def _disordered(each: Heading, before: int) -> Fault:
    if each.value == before:
        message = f"序号“{each.mark}”重复了"
    elif not before:
        message = f"这一层从“{each.mark}”开始，没有第1个"
    else:
        message = f"序号不连续：前一个是第{before}个，这里是“{each.mark}”"
    hint = "改成连续的序号；Word 自动编的，在“项目符号和编号”里选“继续前一列表”或“重新编号”"
    return Fault(each.paragraph.place, message, hint)
