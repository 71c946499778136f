"""Numbers that a text states of a 项目: 审核率98.5%, 旁听庭审2次, 开展4次专题学习.

Built to be silent when in doubt: a number counts only where the name of the 项目, or its last
words with nothing foreign before them, stands directly at it, and where no word near it makes it an
aim, a limit, a part or a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from fzjs.numerals import chinese

Years = tuple[int, ...]
_WIDTHS = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
"""Only what keeps the length: a place in the text stays a place."""
_NUMBER = r"(?:\d{1,9}(?:\.\d{1,6})?|[零〇一二两三四五六七八九十百]{1,6})"
_END = "。；;！？!?\n"
_BREAK = re.compile(
    r".*(?:[，,、：:。；;（）()《》“”\"\s]|\d[%个件次期人名项份场批起篇部条学月日]|\d年度?)"
)
_LINK = re.compile(
    r"(?:[，,]?(?:共计?|累计|合计|总计)|为|是|达到?|在|保持|稳定|均|都|全部|已|也|了|仅|[：:]|的|活动|工作|情况)+$"
)
_NEUTRAL = re.compile(
    r"^(?:(?:19|20)\d\d年度?|全年|[两三四五六七八九十]年来?|本?年度?|当年|我局|本局|我单位|本单位|本部门|其|该|共|累计|先后|积极|认真"
    r"|深入|扎实|全面|继续|已|开展|组织|举[办行]|召开|进行|参加|完成|实现|做到|人均|每人|均|了|的)+"
)
_VERB = re.compile(r"(?:每年|开展|组织|举[办行]|召开|进行|参加|完成|了)+$")
"""Between who and how often (工作人员参加4次考试): who belongs to the noun behind."""
_EACH = re.compile(r"(?:人均|每人|的)+$")
_NO_UNIT = {"次": "性数序日第级要", "人": "次民大员力才事均们", "期": "限间货刊中", "件": "事"}
"""What follows a unit and makes another word of it: 一次性, 三人次."""
_UNSURE = re.compile(
    r"不[得应能可]?[少低高多超足]|至[少多]|最[少多]|以[上下内]|左右|约|近|超过|要求|目标|确保|力[争求]|争取"
    r"|应[当达不]|须|必须|计划|拟|将|标准|提[高升]|增[长加]|[上下]降|上升|降低|减少|[同环]比|百分点|上一?年|去年"
    r"|分别|平均|年均|全[国省市县区]|其[中他余]|未|没有|除|每[次季月半期周件场]|年[底初末]|[≥≤<>＞＜]"
)
"""In the clause of a number: it is an aim, a limit, a comparison, or of something else."""
_PART = re.compile(r"截[至止]|季度|半年|月|其中|分别|上一?年|去年|[一二三四]是")
"""Before a number in its sentence: it is of a part of a year, or one of several things."""
_YEAR = re.compile(
    r"(?P<from>(?:19|20)\d\d)年?度?[—–~～至到-]{1,2}(?P<to>(?:19|20)\d\d)年"
    r"|(?P<one>(?:19|20)\d\d)年(?P<since>以?来|至今|起)?"
)
_BARE = re.compile(r"[、，,“”\"（）()《》\s]")
_SHORTEST, _TELLING = 3, 4
"""How much of a name's end a text has to have: 审核率 of a rate, 专题会议 of a count."""
_HOURS = {"学时", "课时"}
"""Units so rare that 培训 at one is the 培训 that is meant."""


_LONG, _TAIL = 200, 40
"""Characters looked at before and after a number; where a sentence is longer it is not read."""


class Mention(NamedTuple):
    """A number with the nouns at it, and the words of its sentence before them.

    `years` are those that the sentence names, () where none or where they are open (2018年以来).
    """

    at: int
    words: str
    number: Fraction
    decimals: int
    unit: str
    nouns: tuple[str, ...]
    before: str
    years: Years


def mentions(text: str, units: Collection[str]) -> Iterator[Mention]:
    """Yield the numbers of a text in % and in these units, in order; doubtful ones are left out."""
    plain = text.translate(_WIDTHS)
    if not any(mark in plain for mark in ("%", "百分之", *units)):  # most texts count nothing
        return
    names = "|".join(sorted(map(re.escape, {"%", *units}), key=len, reverse=True))
    figure = re.compile(
        rf"(?<![\d.第〔\[号零〇一二两三四五六七八九十百])"
        rf"(?:百分之(?P<cent>{_NUMBER})|(?P<number>{_NUMBER})个?(?P<unit>{names}))"
    )
    for found in figure.finditer(plain):
        mention = _mention(plain, found)
        if mention:
            yield mention._replace(words=text[mention.at : found.end()])


def _mention(text: str, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    unit = found["unit"] or "%"
    first = max(0, start - _LONG)
    begin = max(text.rfind(mark, first, start) for mark in _END) + 1
    clause = max(begin, *(text.rfind(mark, first, start) + 1 for mark in "，,"))
    tail = re.split(rf"[，,、{_END}]", text[end : end + _TAIL])[0]
    if (
        first > begin
        or _beside(text, begin, (start, end), unit)
        or _doubtful(text[begin:start], text[clause:start] + "0" + tail, tail, unit)
    ):
        return None
    left = _LINK.sub("", text[begin:start])
    noun = _BREAK.sub("", left)
    right = re.split(r"[（(《“：:\s\d]", tail)[0].removeprefix("的")
    right = re.sub(r"(?:活动|工作)$", "", right)
    value = found["cent"] or found["number"]
    digits = value[0].isdigit() and value.isascii()
    return Mention(
        at=begin + len(left) - len(_NEUTRAL.sub("", noun) or noun) if noun else start,
        words="",
        number=Fraction(value) if digits else Fraction(chinese(value)),
        decimals=len(value.partition(".")[2]),
        unit=unit,
        nouns=(noun,) if unit == "%" else (noun, _VERB.sub("", noun) + right),
        before=left[: len(left) - len(noun)],
        years=_years(text[begin:start]),
    )


def _beside(text: str, begin: int, own: tuple[int, int], unit: str) -> bool:
    """Tell whether a sentence counts something else too: parts of a whole, or who came (人次)."""
    if unit == "%":
        return False
    ends = [at for mark in _END if (at := text.find(mark, own[1], own[1] + _LONG)) >= 0]
    counted = re.compile(rf"(?<![第\d.]){_NUMBER}个?(?:{re.escape(unit)}|人次)")
    sentence = text[begin : min(ends, default=own[1] + _LONG)]
    spans = (found.span() for found in counted.finditer(sentence))
    return any(begin + start >= own[1] or begin + end <= own[0] for start, end in spans)


def _doubtful(sentence: str, clause: str, tail: str, unit: str) -> bool:
    return bool(
        _UNSURE.search(clause)
        or _PART.search(sentence)
        or re.search(r"[\d%个次期人][—–~～至到-]{1,2}$", sentence)
        or re.match(r"[—–~～至到-]{1,2}\d|[余多]", tail)
        or tail.startswith(tuple(_NO_UNIT.get(unit, "")))
    )


def _years(sentence: str) -> Years:
    found = list(_YEAR.finditer(sentence))
    if not found or found[-1]["since"]:
        return ()
    first, last = found[-1]["from"] or found[-1]["one"], found[-1]["to"] or found[-1]["one"]
    return tuple(range(int(first), int(last) + 1))


def named(mention: Mention, items: Iterable[str], context: str) -> tuple[str, ...]:
    """Return the 项目 that a number is said of: those whose name, or most of its end, is at it.

    Before a whole name may stand what the indicator itself says (规范性文件的合法性审核率), before
    the end of one only the rest of that name, and earlier in the sentence nothing foreign
    (执法决定审核9件，审核率98%).
    """
    length = {item: _shared(mention, item, context) for item in items}
    most = max(length.values(), default=0)
    return tuple(item for item, shared in length.items() if most and shared == most)


def _shared(mention: Mention, item: str, context: str) -> int:
    """Return how much of the end of a name stands at a number, 0 where too little to tell."""
    name = _BARE.sub("", item)
    shared = max(_at_end(noun, name, context) for noun in mention.nouns)
    if shared == len(name):
        return shared
    least = _SHORTEST if mention.unit == "%" else 2 if mention.unit in _HOURS else _TELLING
    return shared if shared >= least and _about(mention.before, context + item) else 0


def _at_end(noun: str, name: str, context: str) -> int:
    pairs = zip(reversed(noun), reversed(name), strict=False)
    shared = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(noun), len(name)))
    rest = _EACH.sub("", _NEUTRAL.sub("", noun[: len(noun) - shared]))
    known = context if shared == len(name) else name[: len(name) - shared]
    return shared if not rest or (len(rest) > 1 and rest in known) else 0


def _about(before: str, context: str) -> bool:
    """Tell whether the words before speak of what the entry is on, or of nothing."""
    words = _BARE.sub("", before)
    grams = [words[i : i + _TELLING] for i in range(len(words) - _TELLING + 1)]
    said = [gram for gram in grams if not re.search(r"[\d年]", gram)]
    return not said or any(gram in context for gram in said)
