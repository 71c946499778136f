"""The figures of a text that ask for something: number, unit, and the words that limit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.importers.words.numerals import NUMBER
from fzjs.importers.words.sentences import Sentences

_UNIT = (
    r"%|个?百分点|个?工作日|个?自然日|个?小时|分钟|个月|个?(?:学时|课时)|人次|人天|场次|亿元|元|平方米"
    r"|次(?![性数序日第])|期(?![限间货])|场(?![所景合地])|份(?!额)|件(?!事)|项(?!目)|个(?![人体别案性])"
    r"|家(?!庭)|名(?![单称录义])|人(?![民大员力才事])|位(?!置)|篇|条(?![件例款])|部(?![门署分级委队长位])"
    r"|户|处(?![罚理室长分置])|支(?![持队出付部撑])|套(?!餐)|批(?![准评复示量])|分(?![之别类级析散期局管工布岗权设钟])"
    r"|天|日(?![常程志报])|周(?!期)|月|年(?![代级])|节(?![点能目约假])|堂|课(?![程题])|例(?![外如行])|卷(?!宗)|册|字(?![第号])"
    r"|起(?![草诉点止])|轮(?!岗)"
)
_FIGURE = re.compile(
    rf"(?<![0-9.第〔\[])(?:百分之(?P<cent>{NUMBER})"
    rf"|(?P<low>{NUMBER})(?:(?:%|个)?\s?(?:[-—–~～至到]{{1,2}})\s?(?P<high>{NUMBER}))?\s?(?P<unit>{_UNIT}))"
    rf"|(?P<part>[0-9一二三四五六七八九十]{{1,3}}分之[0-9一二三四五六七八九十]{{1,3}}|半数|多数)(?=以上|的|[,，。;；]|$)"
)
WINDOW = 60
"""How many characters before a figure are looked at."""
_LEAST = re.compile(
    r"(?:不(?:得|应|能|可|宜)?(?:少于|低于|小于|短于|下于)(?:[^,，。;；]{0,20}的)?|至少|最少|最低|起码"
    r"|达到?|达至|保持在?|(?:提[高升]|上升)[到至])(?:约|总计|累计|总分的)?\s*$"
)
_LEAST_BEFORE_VERB = re.compile(r"(?:至少|最少|最低)[^,，。;；:：不]{0,20}$")
_MOST = re.compile(
    r"(?:不(?:得|应|能|可)?(?:超过|超|高于|多于|大于|长于|迟于|晚于|突破)(?:[^,，。;；]{0,20}的)?|至多|最多|最长"
    r"|控制在|限(?:定)?(?:在|于)|(?:压缩|压减|缩短|缩减|减少|降低?)[至到])(?:约)?\s*$"
)
_STRICT = re.compile(
    r"(?<!不)(?<!不得)(?<!不应)(?<!不能)(?<!不可)(?:超过|高于|大于|多于|低于|小于|少于|不足|未达到?|未满|约|近)\s*$"
)
_CHANGE = re.compile(
    r"(?:增长|提[高升]|下降|降低|减少|压[减缩]|同比|增加|上升|缩短|提前)[^,，。;；到至]{0,6}$"
)
_APART = re.compile(r"分别[^,，。;；]{0,16}$")
_PARTED = {"%", "元", "亿元", "小时", "学时", "课时", "月", "年", "分", "平方米", "百分点", ""}
"""Units of which there are parts; before others `1.2名` is a list's number and 2名."""
_FROM = re.compile(r"^(?:[(（]含[)）]|及|或者?)?(?:以上|之上)")
_UPTO = re.compile(r"^(?:[(（]含[)）]|及|或者?)?(?:以下|之下|以内|之内|内(?![部容设外]))")
_ABOUT = re.compile(r"^(?:左右|上下)")
_BEFORE = re.compile(r"^(?:以前|之前|前(?![往提])|之后|后)")
AIM = re.compile(
    r"(?:(?:力争|力求|争取|尽量|尽可能|努力|鼓励|提倡|倡导)[^%、]{0,40}|原则上[^%、,，]{0,8})$"
)
"""An aim or a rule with exceptions (力争达到90%): nobody fails it, so it stays in its words."""
EACH = re.compile(r"人均|户均|每(?:一?个|一?[名位家件次期场案卷人篇项条县市区乡镇村部科所批])")
"""Said of each of many (每个县至少一个): no figure of the indicator as a whole."""


class Figure(NamedTuple):
    """One figure: where it stands, its number and unit as printed, and what limits it.

    `sign` is ≥ or ≤, "" where none is said. `rest` is where the words after it begin, `head` where
    its 不少于 begins. `odd` tells that the grammar of 要求 cannot say it: a range, 左右, 同比.
    """

    start: int
    end: int
    number: str
    unit: str
    sign: str
    head: int
    rest: int
    odd: bool


def figures(cut: Sentences) -> Iterator[Figure]:
    """Yield the figures of a text that have a unit, in order; quoted ones and dates are none."""
    last = 0
    for match in _FIGURE.finditer(cut.folded):
        if cut.is_quoted(match.start()) or _is_date(cut.folded, match):
            continue
        yield _figure(cut, match, last)
        last = match.end()


def _figure(cut: Sentences, match: re.Match[str], last: int) -> Figure:
    start = match.start()
    begin = max(cut.clause(start)[0], last, start - WINDOW)
    words = cut.folded[begin:start]
    tail = cut.folded[match.end() : match.end() + 8]
    number = match["cent"] or match["low"] or match["part"]
    unit = "%" if match["cent"] else match["unit"] or ""
    if unit.removeprefix("个") not in _PARTED and not number.endswith("万"):
        number = number.rpartition(".")[2]
    sign, head, rest = _limit(words, tail)
    odd = bool(
        match["high"]
        or match["part"]
        or "百分点" in unit
        or _STRICT.search(words)
        or _APART.search(words)
        or (unit == "%" and _CHANGE.search(words))
        or _ABOUT.match(tail)
        or (unit[-1:] in {"日", "时", "天", "月", "周", "年"} and _BEFORE.match(tail))
        or re.search(r"(?:^|[^0-9])[0-9]{1,3}[-—~至到]$", words)
    )
    return Figure(start, match.end(), number, unit, sign, begin + head, match.end() + rest, odd)


def _limit(words: str, tail: str) -> tuple[str, int, int]:
    """Return sign, where the limiting words begin, and how much of the tail is theirs."""
    after_sign, rest = "", 0
    for sign, pattern in (("≥", _FROM), ("≤", _UPTO)):
        found = pattern.match(tail)
        if found:
            after_sign, rest = sign, found.end()
    for sign, pattern in (("≤", _MOST), ("≥", _LEAST), ("≥", _LEAST_BEFORE_VERB)):
        found = pattern.search(words)
        if found and not (
            sign == "≥" and after_sign == "≤" and found[0].startswith(("达", "保持"))
        ):
            return sign, found.start(), rest
    return after_sign, len(words), rest


def _is_date(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a figure is part of a date, or a year: 2021年, 1月31日, 12月."""
    unit, low = match["unit"], match["low"] or ""
    if unit not in {"年", "月", "日"}:
        return False
    if unit == "月":
        return True
    if unit == "年":
        digits = low.isascii() and len(low) >= len("2021")
        return digits or (len(low) > 1 and set(low) <= set("零〇一二三四五六七八九"))
    return folded[match.start() - 1 : match.start()] == "月"
