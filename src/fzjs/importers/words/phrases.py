"""What a figure is about: a short noun phrase out of the words before or after it, verbatim."""

from __future__ import annotations

import re

from fzjs.importers.words.numerals import simple
from fzjs.importers.words.sentences import FREQUENCY

LONGEST = 30
SHORTEST = 4
_TAIL = re.compile(
    r"(?:不[得应能可宜]|争取|力求|尽量|尽可能|努力|一般|原则上|一律|最长|最迟|最多|至少|最少|至多|均|都|分别|皆|应当|(?<![响供相适对效])应|必须|须|需要?"
    r"|(?<![重主])要|(?<![许认])可以?|(?<![职功可])能够?|各|也|的|达到|达至|达|完成|有|(?<![理自])由|(?<!存)在"
    r"|(?<![行作])为|于|组织|开展|召开|举办|举行|安排|进行|听取|参加|配备|建成|提供|保持|控制|集中|牵头|推动"
    r"|严格执行|建立|组建|成立|聘请|选聘|抽调|不断|力争|确保|实现|累计|或|和|与|每年|其中|自|从|内|约|(?:低|高|多|少|大|小)于|超过|不足|[,，、\s])+$"
)
_HEAD = re.compile(
    r"^(?:(?:且|并且?|同时|其中|对于|对(?![外内接口策标象照])|在(?![线编岗册职校建库])|确保|实现|做到|力争|争取|力求|尽量|尽可能|努力"
    r"|须|使(?!用)|将(?!来)|把(?!关)|以及(?!时)|和(?![谐解睦])|及(?![时格])|与(?!会)|按照|原则上|开展|召开"
    r"|组织|举办|完成|达到|至少|到(?![会岗场庭案位])|要(?![素件点情])|应当|每年|创建周期内|的)|[、,，\s]|[0-9]{1,2}[.、)])+"
)
_AFTER = re.compile(r"^(?:(?:的|为|即|可|应当?|须|要|并|由|来)|[(（][^()（）]{0,10}[)）]|[\s、])+")
_AND = re.compile(r"、|以及(?!时)|和(?![谐解睦])|(?<![参])与(?!会)|(?<=[率度])及(?!时)")
_DOING = re.compile(
    r"报告|公开|公布|公示|报送|报备|备案|发布|举行|提交|上报|印发|开展|召开|答复|反馈|办结|办理|审查|审核|告知|送达|完成|报"
)
_IN_BRACKETS = re.compile(r"^([^(（]{4,})[(（].*$", re.DOTALL)
_OUTCOME = re.compile(r"^(.{1,30}?)(?:实现|命名|达到).*$", re.DOTALL)
_EACH = re.compile(r"每(?:一?个?|一)[人名位家件次年月]")
_LIMITS = re.compile(
    r"(?:不[得应能可宜]?|至[少多]|最[少多低高]|[少多低高大小长短]于|超过|达到?|以[上下内]|的)+"
)
BARE = re.compile(r"(?:(?:期限|时间|时限)|人员|人数|字数|次数|比例)")


def before(words: str) -> str:
    """Return the noun phrase that ends the words before a figure and its 不少于, as printed."""
    flat = simple(words)
    found = _before(flat)
    place = flat.rfind(found)
    return words[place : place + len(found)]


def _before(words: str) -> str:
    spans = list(FREQUENCY.finditer(words))
    parts = [words[spans[-1].end() :], words[: spans[-1].start()]] if spans else [words]
    for part in parts:
        found = _short(_HEAD.sub("", _TAIL.sub("", part.strip())).strip())
        if len(found) > 1 and not _EACH.fullmatch(found) and not _LIMITS.fullmatch(found):
            return found
    return ""


def limiting(words: str) -> str:
    """Return what stands between 不得少于 and its figure, without these words: 至少开展 → 开展."""
    return words[found.end() :] if (found := _LIMITS.match(words)) else words


def rates(noun: str) -> tuple[str, ...]:
    """Return the rates that one figure is said of: 报备率、及时率和与会率; () where not several."""
    names = _AND.split(noun)
    several = len(names) > 1 and all(name.endswith(("率", "度")) for name in names)
    return tuple(names) if several else ()


def after(words: str) -> str:
    """Return the phrase that opens the words after a figure, from its verb on where it has one."""
    text = _AFTER.sub("", _IN_BRACKETS.sub(r"\1", words.strip()))
    doing = _DOING.search(text)
    if doing and (text.startswith(("向", "在", "通过", "对", "于")) or len(text) > LONGEST):
        text = text[doing.start() :]
    text = _OUTCOME.sub(r"\1", text.strip())
    return text[:LONGEST].rstrip("、的和及与")


def after_date(words: str) -> str:
    """Return what is to be done by a date: from the first verb on (`向本级党委报告……` → 报告……)."""
    text = words.strip(" ,，的内")
    doing = _DOING.search(text)
    short = text[doing.start() :] if doing else ""
    return (short if len(short) >= SHORTEST else text)[:LONGEST].rstrip("、的和及与")


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    tail = words[-LONGEST:]
    for mark in ("的", "、", "等"):
        place = tail.find(mark)
        if 0 <= place < LONGEST - SHORTEST:
            return tail[place + 1 :]
    return tail
