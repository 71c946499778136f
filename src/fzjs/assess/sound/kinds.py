"""What a kind needs to show how it was proved: cases, interviews, exams, nil reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import demand, materials_of
from fzjs.facts import Entry

_NEEDS: dict[str, Callable[[Entry], bool]] = {
    "网络检索": lambda entry: bool(entry.web or entry.searches),
    "零报告": lambda entry: entry.lookups > 0,
    "案卷": lambda entry: bool(entry.cases),
    "访谈": lambda entry: entry.interview is not None,
    "考试": lambda entry: entry.exam,
}
KIND_KEYS = {
    "网络检索": "公开（或 网络检索）",
    "零报告": "查证",
    "案卷": "案卷",
    "访谈": "访谈",
    "考试": "考试",
}


def kind_incomplete(entry: Entry, _: Catalogue) -> bool:
    """A kind that stands for a way of proving needs the key that says how it was proved.

    附件1 四.2: “‘案卷评查’应提供案卷目录”; DESIGN section 4: "a nil report with where and when
    one looked".
    """
    needed = _NEEDS.get(entry.kind)
    return needed is not None and not entry.secret and not needed(entry)


def case_columns(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 四.2: “目录包括序号、案件文号和卷宗名称”."""
    asked = demand("案卷目录", entry, catalogue)
    return bool(asked) and any(not case.complete for case in entry.cases)


def cases_short(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2 （8）（9）: “每个行政执法部门提供2份行政指导案卷卷宗”."""
    asked = [m.copies for m in materials_of(entry, catalogue) if m.each and m.copies]
    if not asked or entry.secret or not entry.cases:
        return False
    counts = Counter(case.department for case in entry.cases)
    return "" in counts or any(count < max(asked) for count in counts.values())
