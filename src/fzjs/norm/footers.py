"""The page number: there, between dashes, at the outer side, not on the letter's first page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from fzjs.norm.document import Section
from fzjs.norm.model import Fault, Kind
from fzjs.norm.roles import Paper

_DASHED = re.compile(r"[—–―－一]\s*#\s*[—–―－一]")
_PAGE, _LINE = 22, 28
"""Lines of a page, characters of a line: what fills no more needs no number."""
_INSERT = "插入—页码；格式选“— 1 —”，应用于整篇文档"


def missing(paper: Paper) -> Iterator[Fault]:
    """7.5: “一般用4号半角宋体阿拉伯数字，编排在公文版心下边缘之下”; a short letter has none."""
    numbered = any(f.numbered for s in paper.document.sections for f in s.footers.values())
    parts = (part for each in paper.document.paragraphs for part in each.text.split("\n"))
    lines = sum(ceil(len(part) / _LINE) for part in parts)
    if not numbered and (lines > _PAGE or paper.document.tables):
        yield Fault("", "没有页码", _INSERT)


def form(paper: Paper) -> Iterator[Fault]:
    """7.5: “数字左右各放一条一字线”."""
    for section in paper.document.sections:
        for footer in section.footers.values():
            if footer.numbered and not _DASHED.search(footer.text):
                shown = "".join(footer.text.split()).replace("#", "1")[:12]
                message = f"页码写成“{shown}”，数字两边应各有一条一字线：— 1 —"
                yield Fault("页脚", message, "双击页脚，把页码两边改成“—”（破折号的一半）")


def side(paper: Paper) -> Iterator[Fault]:
    """7.5: “单页码居右空一字，双页码居左空一字”; where a box holds it, nobody can tell."""
    numbered = [s for s in paper.document.sections if _numbered(s, "default")]
    if not numbered:
        return
    footers = numbered[0].footers
    even = footers.get("even")
    hint = f"{_INSERT}，位置选“外侧”，勾“奇偶页不同”"
    if footers["default"].side == "center":
        yield Fault("页脚", "页码居中；一般单页在右、双页在左，各空一个字", hint)
    elif footers["default"].side == "left" and not paper.document.even_apart:
        yield Fault("页脚", "页码在左；单页应在右，双页在左", hint)
    elif footers["default"].side == "right" and not paper.document.even_apart:
        yield Fault("页脚", "页码都在右；单页在右，双页应在左", hint)
    elif paper.document.even_apart and even and even.numbered and even.side == "right":
        yield Fault("页脚", "双页的页码在右，应在左", hint)


def first(paper: Paper) -> Iterator[Fault]:
    """10.1: the letter form's first page carries no number."""
    section = paper.document.sections[0]
    if paper.roles.kind is not Kind.LETTER and not section.marked:
        return
    shown = "first" if section.title_page else "default"
    if _numbered(section, shown):
        hint = "页眉页脚—勾“首页不同”，删去首页的页码"
        yield Fault("页脚", "信函格式（红头便签）首页不显示页码", hint)


def _numbered(section: Section, kind: str) -> bool:
    footer = section.footers.get(kind)
    return footer is not None and footer.numbered
