"""What practice asks besides the norm: full-width punctuation, no tracked changes, no comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fzjs.norm.model import Fault
from fzjs.norm.roles import Paper

_HAN = "\u3400-\u9fff"
_CLOSED = f"{_HAN}”’》）〕"
_HALF = re.compile(rf"(?<=[{_CLOSED}])[,;:!?](?=[{_HAN}“‘《（〔]|\s*$)")
_STOP = re.compile(rf"(?<=[{_HAN}”》）])\.(?=[{_HAN}“]|\s*$)")
_BRACKET = re.compile(rf"(?<=[{_CLOSED}])\(([^()]*)\)")
_QUOTE = re.compile(rf"(?<=[{_HAN}，。；：、])\"(?=[{_HAN}])|(?<=[{_HAN}])\"(?=[{_HAN}，。；：、])")
_HAN_IN = re.compile(f"[{_HAN}]")
_WIDE = dict(zip(",;:!?.", "，；：！？。", strict=True))


def half_width(paper: Paper) -> Iterator[Fault]:
    """GB/T 15834: Chinese text has Chinese punctuation."""
    own = {each for each in (paper.roles.addressee, *paper.roles.note) if each}
    for each in (*paper.roles.title, *paper.roles.running):
        text = each.text
        found = [*_HALF.finditer(text), *_STOP.finditer(text)] if each not in own else []
        for match in found[:1]:
            mark = match[0]
            near = text[max(0, match.start() - 4) : match.end() + 2].strip()
            message = f"中文里用了半角标点“{mark}”（“{near}”）"
            yield Fault(each.place, message, f"改成全角的“{_WIDE[mark]}”")
        if any(_HAN_IN.search(inside) for inside in _BRACKET.findall(text)):
            yield Fault(each.place, "中文里用了半角括号", "改成全角的“（）”")
        if _QUOTE.search(text):
            yield Fault(each.place, '中文里用了直引号"', "改成弯引号“”")


def tracked(paper: Paper) -> Iterator[Fault]:
    """A document handed in with tracked changes shows what was struck out."""
    if paper.document.tracked:
        message = f"还有 {paper.document.tracked} 处修订没有接受或拒绝"
        yield Fault("", message, "审阅—接受—接受对文档所做的所有修订，再关掉“修订”")


def comments(paper: Paper) -> Iterator[Fault]:
    """A document handed in with comments shows what was meant for the office."""
    if paper.document.comments:
        yield Fault("", f"还有 {paper.document.comments} 条批注", "审阅—删除—删除文档中的所有批注")
