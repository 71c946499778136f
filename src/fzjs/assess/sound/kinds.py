"""What a kind needs to show how it was proved: cases, interviews, exams, nil reports."""

from __future__ import annotations

from collections.abc import Callable

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import materials_of
from fzjs.facts import Entry


def _says_none(entry: Entry) -> object:
    """Where and when one looked, or a paper with date and seal that answers for it.

    附件2 31 asks for “本部门没有发生……的情况材料”, a paper, and 附件1 三.2 for its “日期” and
    “单位印章”; the seal of another body is not ours to ask for.
    """
    paper = entry.dated and entry.attachments and (entry.sealed or entry.received)
    return entry.shown.lookups or entry.web or entry.shown.searches or paper


_NEEDS: dict[str, Callable[[Entry], object]] = {
    "网络检索": lambda entry: entry.web or entry.shown.searches,
    "零报告": lambda entry: entry.shown.lookups,
    "无此情形": _says_none,
    "案卷": lambda entry: entry.shown.cases,
    "访谈": lambda entry: entry.shown.interview,
    "考试": lambda entry: entry.shown.exam,
    "名单": lambda entry: entry.shown.name_list,
}
KIND_KEYS = {
    "网络检索": "公开（或 网络检索）",
    "零报告": "查证",
    "无此情形": "查证（或 网络检索、公开，或 落款日期、盖章、附件）",
    "案卷": "案卷",
    "访谈": "访谈",
    "考试": "考试",
    "名单": "名单",
}


def kind_incomplete(entry: Entry, catalogue: Catalogue) -> bool:
    """A kind that stands for a way of proving needs the key that says how it was proved.

    附件1 四.2: “‘案卷评查’应提供案卷目录”; DESIGN section 4: "a nil report with where and when
    one looked". A list needs 名单 only where it is one of persons to be reached (附件2 44:
    “法律顾问、公职律师名单及其联系方式”): the paper with the numbers must not be in git.
    """
    needed = _NEEDS.get(entry.kind)
    if needed is None or entry.secret or needed(entry):
        return False
    asked = any("联系方式" in material.text for material in materials_of(entry, catalogue))
    return entry.kind != "名单" or asked
