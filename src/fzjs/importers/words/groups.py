"""What a name in a responsibility is: an office, a group noun, or words that are neither.

By how Chinese office names end and what sentences hold; no office's own name stands here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from fzjs.importers.words.script import plain

_GENERIC = (
    "科室|处室|股室|室所|部门|单位|机构|机关|委办局|站所|院所|学校|院校|医院|企业|社团|协会|团体|"
    "组织|乡镇|街道|镇街|园区|开发区|社区|窗口|成员|干部|人员|职工|党员|政府"
)
_EVERY = "相关|有关|其他|其它|所有|全体|全部|任何|以上|以下"
_TIERS = "[市县区旗盟州省镇乡村]|街道|乡镇|村居|社区|管委会|开发区|园区"
_LEVELS = rf"(?:{_TIERS})[（(](?:(?:{_TIERS})[、,，/]?)+[)）]"
_GROUP = re.compile(
    rf"各(?!自)|成员单位|责任(?:单位|部门|科室)|(?:{_EVERY})[^、，]*(?:{_GENERIC})$|{_LEVELS}|"
    rf"(?:科室|处室|股室|部门|单位|机构|(?<![党委府会])机关|委办局|站所)$|"
    "^(?:乡镇|街道|镇街|村居|县区|市县|区县|市县乡|市直|县直|区直|开发区|园区|社区)级?(?:人民)?(?:政府)?$|"
    "^全[市县区局系统]"
)
_OFFICE = re.compile(
    "(?:[科室处局委办部院会所站队组厅署股馆团台社校府班园库行港]|中心|大队|公司|街道|集团|联|党校|"
    "[^、]{2}[镇乡县市区旗州省]|工作者|银行|单位|部门|机关|机构|学校|医院|窗口|基地|小组|专班|"
    "人武|政协|人大|妇联|残联|工商联|科协|文联|侨联|社科联|负责人|秘书|专员|律师|关工委|纪检监察)$"
)
_SENTENCE = re.compile(
    "追究|发生|应当|必须|不得|不再|要求|落实到|^(?:如|若|凡|按|对|将|并|在|根据|依据|通过|从)|的|了|。|"
    "其中|完成|持续|长期|常年|全年|年底|月底|开展|召开|制定|进行|已经|为准|详见|同上|以及时|每[年月季]|[要应须可均能]$|\\d{4}年"
)


_NOBODY = re.compile(r"(?:[\s/\\—―–\-_.…。]|无|不涉及|待定)*+")
_LONGEST = 60
"""No name is longer, its brackets included."""
_PRINTED = 500
"""Nor with the blanks that a page sets within it."""


def bare(name: str) -> str:
    """Return a name without its bracketed parts: 党校(行政学院) → 党校."""
    return re.sub(
        r"[（(\[【〔［〈][^（）()\[\]【】〔〕［］〈〉]{0,40}[)）\]】〕］〉]", "", name
    ).strip()


def is_group(name: str) -> bool:
    """Tell whether a name is a group noun (相关责任科室, 各有关部门, 县(市、区)), not an office.

    Requirements 2.2: such a noun must be unfolded into offices and is no office's name.
    """
    return len(name) <= _PRINTED and _is_group(name)


@lru_cache(maxsize=4096)
def _is_group(name: str) -> bool:
    words = plain(re.sub(r"\s+", "", name))
    if len(words) > _LONGEST:
        return False
    return bool(_GROUP.search(words) or _GROUP.search(bare(words)))


def is_office(name: str) -> bool:
    """Tell whether a name reads as an office or a group: by its end, length and lack of verbs."""
    return len(name) <= _PRINTED and _is_office(name)


@lru_cache(maxsize=4096)
def _is_office(name: str) -> bool:
    words = bare(plain(re.sub(r"\s+", "", name)))
    if not 1 < len(words) <= 24 or is_sentence(words):  # noqa: PLR2004  # 国名最长的局也不到 24 字
        return len(words) == 1 and is_group(name)
    return is_group(name) or bool(_OFFICE.search(words))


def is_sentence(name: str) -> bool:
    """Tell whether words say something rather than name somebody."""
    return bool(_SENTENCE.search(name))


def nothing(name: str) -> bool:
    """Tell whether a cell only says that nobody is named: 无, /, —, 不涉及."""
    return bool(_NOBODY.fullmatch(unicodedata.normalize("NFKC", name)))


_LEVEL = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{0,4}?)(?<!治)(?P<level>[省市县区州盟旗])"
    r"(?P<party>委(?!员|托|外))?(?!场|政(?!府|协|务|法)|容|民(?!政|宗|族|兵)|域|块|划|间|镇|区|县|级|直|本)"
)


def missing_prefix(first: str, peer: str) -> str:
    """Return what a bare peer may be called where the first of the peers is prefixed, else "".

    Requirements 2.6: 市市场监督管理局、政府办 → 市政府办; 市委组织部、依法治市办 → 市委依法治市办.
    """
    head = _LEVEL.match(bare(first))
    if not head or head.end() >= len(bare(first)) or is_group(peer) or _prefixed(peer):
        return ""
    return head[0] + peer


def _prefixed(name: str) -> bool:
    """Tell whether a name has a level or a place of its own before it."""
    return bool(_LEVEL.match(bare(name)) or re.search("(?:公司|集团|银行|大学|学院)$", bare(name)))
