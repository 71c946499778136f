"""An item of a plan as lines: its opening, its fields in order, the headings over it."""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.importers.document import Place
from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.words.numbering import Lead

EXPLICIT = 5
"""The rank of openings that name themselves (第1项指标, 任务一, ★1, 加分项1)."""

RANKS = {"部分": 0, "编": 0, "篇": 0, "章": 1, "节": 2, "一、": 3, "（一）": 4, "条": EXPLICIT}
RANKS |= {"1.": 6, "1": 6, "1.1": 7, "（1）": 8, "1）": 9, "A.": 9, "①": 10, "⑴": 10, "一是": 11}
EXTRA = frozenset({"加分1", "减分1", "附加1", "★1"})
SECTION = 3
"""Openings up to this rank are headings of sections wherever they stand."""

FURNITURE = re.compile(
    r"^(?:[0-9〇零一二三四五六七八九十]{2,4}年.{1,3}月.{1,3}日$|扫一扫|扫描二维码|版权所有|责任编辑|相关阅读|上一篇|下一篇|"
    r"打印本页|关闭窗口|分享到|网站标识码|ICP|附件\s?\d{0,2}\s?(?:[:：]|$)|[主抄]\s*[送报]|主题词|印发$|"
    r"(?:主办|承办|技术支持)(?:单位)?[:：]|(?:联系人|联络人)[:：].*电话|[（(]?(?:此|本)件(?:主动|依申请|不予)?公开)"
)
TITLE = 40
"""A heading-like first line of an item is no longer than this."""


class Part(NamedTuple):
    """One field of an item: kind and label ("" for the words after the number), and its lines."""

    kind: str
    label: str
    lines: list[str]


class Item(NamedTuple):
    """An item: its opening, place, the headings over it, its fields in order, paragraphs taken.

    `number` is the final one, where the printed one restarts under each heading.
    """

    lead: Lead
    place: Place
    over: tuple[Line, ...]
    parts: list[Part]
    used: set[int]
    levels: dict[str, str]
    number: str = ""

    def closing(self) -> bool:
        """Tell whether the last field is one that ends an item: who answers, or by when."""
        return self.parts[-1].kind in fields.OWNING | {fields.DEADLINE, fields.CONTACT}

    def has(self, kind: str) -> bool:
        """Tell whether the item has a field of a kind with words in it."""
        return any(part.kind == kind and any(part.lines) for part in self.parts)


def words_of(part: Part) -> list[str]:
    """Return a field's lines with its label before the first, as they are printed."""
    lines = [line for line in part.lines if line]
    if not part.label or not lines:
        return lines or [part.label] * bool(part.label)
    if not part.lines[0]:
        return [part.label, *lines]
    gap = "" if part.label[-1] in ":：】]" else " "
    return [f"{part.label}{gap}{lines[0]}", *lines[1:]]


def rank(lead: Lead) -> int:
    """Return how high an opening stands in the order of GB/T 9704; lower is higher."""
    return RANKS.get(lead.style, EXPLICIT)


def family(lead: Lead) -> str:
    """Return the style under which openings count as one: `3 健全` is a `3.` without its stop."""
    return "1." if lead.style == "1" else lead.style
