"""The eight items of a yearly report, and which of them an indicator belongs to.

A district's rule for 依法行政报告, 第二条: “（一）推进依法行政进展情况，包括主要措施和主要成效。
1.建立健全科学民主决策机制情况；……8.完善措施，切实全面推进依法行政情况。” What `年度报告` of
`fzjs.yaml` says comes first, then the words of the headings; what these leave open is said, never
settled in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.catalogue import Row
from fzjs.facts import fold_reference
from fzjs.reports import printed

ITEMS = (
    "建立健全科学民主决策机制情况",
    "提高制度建设质量情况",
    "转变政府职能，深化行政管理体制改革情况",
    "防范、化解社会矛盾机制建立情况",
    "理顺行政执法体制，规范行政执法行为情况",
    "完善行政监督制度和机制，强化对行政行为的监督情况",
    "提高行政机关工作人员依法行政的观念和能力情况",
    "完善措施，切实全面推进依法行政情况",
)
"""In the source's words and order; item 1 is the first."""
LAST = len(ITEMS)

_WORDS = (
    (1, ("决策",)),
    (2, ("制度体系", "制度建设", "立法", "规范性文件", "合法性审")),
    (3, ("政府职能", "营商环境", "放管服", "政务服务", "审批", "体制改革")),
    (4, ("矛盾", "纠纷", "争议", "复议", "调解", "信访")),
    (5, ("执法",)),
    (6, ("监督", "制约", "公开")),
    (7, ("工作人员", "法治思维", "法治素养", "学法", "培训")),
    (8, ("组织领导", "示范创建", "保障")),
)
NOWHERE = -1
_FIRST_PERSON = "第一责任人"
"""Indicators of this have a chapter of their own (DESIGN section 6: 第一责任人履职)."""


class Placed(NamedTuple):
    """The item of each indicator, by key (0: 第一责任人履职), and what is doubtful of that."""

    items: Mapping[str, int]
    doubts: tuple[str, ...]


def place(assessment: Assessment) -> Placed:
    """Return which item each indicator belongs to."""
    stated, unknown = _stated(assessment)
    items: dict[str, int] = {}
    doubtful: dict[str, None] = {}
    nowhere: list[str] = []
    for key, row in assessment.catalogue.rows.items():
        found = stated.get(key)
        if found is None and _FIRST_PERSON in row.indicator.text:
            found = 0
        if found is None:
            found, doubt = _by_words(row)
            doubtful |= dict.fromkeys(filter(None, (doubt,)))
        if found == NOWHERE:
            found = LAST
            nowhere.append(row.indicator.number)
        items[key] = found
    left = f"指标{'、'.join(nowhere)}对不上八项，暂归第{LAST}项"
    return Placed(items, (*unknown, *doubtful, *([left] if nowhere else [])))


def _stated(assessment: Assessment) -> tuple[dict[str, int], list[str]]:
    """Return the items that `年度报告` gives, and what it names that is not there."""
    found: dict[str, int] = {}
    unknown = []
    for part in printed.campaign(assessment.repository).get("年度报告", ()):
        for subject in part["对应"]:
            keys = [k for k, row in assessment.catalogue.rows.items() if _is_of(row, subject)]
            found |= dict.fromkeys(keys, int(part["项"]))
            if not keys:
                unknown.append(f"年度报告的对应“{subject}”不是标题，也不是编号，没有用上")
    return found, unknown


def _is_of(row: Row, subject: str) -> bool:
    item = row.indicator
    return subject in {item.level1, item.level2} or fold_reference(subject) == item.key


def _by_words(row: Row) -> tuple[int, str]:
    """Return the item that the headings' words name, and a doubt where they name none or several.

    A heading that names none (二、具体任务) leaves it to the one below, then to the text.
    """
    item = row.indicator
    for heading in (item.level1, item.level2, item.title or item.text):
        named = [number for number, words in _WORDS if any(word in heading for word in words)]
        if not named:
            continue
        if len(named) == 1 or heading == item.text:
            return named[0], ""
        others = "、".join(f"第{number}项" for number in named)
        return named[0], f"“{heading}”可归{others}，暂归第{named[0]}项"
    return NOWHERE, ""
