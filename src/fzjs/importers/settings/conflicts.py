"""What one text says twice and differently: document numbers, precedence, quantities."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from fzjs.importers.document import Doubt, Place
from fzjs.importers.settings import origin
from fzjs.importers.settings.folded import HAN, tight
from fzjs.importers.settings.frame import Part, Sentence, Source, row_name, sentences
from fzjs.personal import mask

_PRECEDENCE = re.compile(
    r"不一致(?:的|时|之处)?[^。;]{0,10}以[^。;]{2,30}(?:为准|为主)|如遇[^。;]{2,40}(?:调整|变化|修订)[^。;]{0,20}以[^。;]{2,30}为准"
    r"|与[^。;]{2,40}(?:抵触|冲突)[^。;]{0,10}以[^。;]{2,30}为准"
)
_QUANTITY = re.compile(
    rf"(?P<what>[{HAN}“”\"]{{4,30}}?)(?:一般)?(?:均|应|须|要|必须)?"
    rf"(?P<how>不少于|不低于|不得少于|至少|不超过|不得超过|达到?|为)"
    rf"(?P<much>\d+(?:\.\d+)? ?(?:%|个?工作日|个?小时|日|天|学时|次|人|字|份|件))"
)
_MUCH = re.compile(
    r"(?:少于|低于|至少|超过|达到?|为)\d+(?:\.\d+)? ?(?:%|个|工|小|日|天|学|次|人|字|份|件)"
)
"""What every quantity has: most of a long table is passed over so."""
_DIGIT = re.compile(r"\d")
_TAIL = 6


def read(source: Source) -> Part:
    """Return doubts on numbers, on which text prevails, and on demands that disagree."""
    every = sentences(source, rows=True)
    doubts = [*_numbers(every), *_precedence(sentences(source)), *_demands(source)]
    used = {s.place.order for s in sentences(source) if _PRECEDENCE.search(s.flat)}
    return Part({}, tuple(doubts), frozenset(used))


def _numbers(every: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield a doubt where one 〔year〕number goes with code words that are almost the same."""
    seen: dict[str, dict[str, Sentence]] = defaultdict(dict)
    for sentence in every:
        for number in origin.numbers(sentence.text):
            parts = re.fullmatch(r"(.+?)[〔\[［【(〈（](.+)", tight(number))
            if parts:
                seen[re.sub(r"\D+", "-", parts[2])].setdefault(_code(parts[1]), sentence)
    for same in seen.values():
        codes = list(same)
        for at, one in enumerate(codes):
            for other in codes[at + 1 :]:
                if sorted(one) == sorted(other) or _one_apart(one, other):
                    both = (same[one], same[other])
                    words = "；".join(f"{s.place.label}“{mask(s.text[:90])}”" for s in both)
                    why = f"同一份文件的文号有“{one}”“{other}”两种写法"
                    yield Doubt(same[other].place, "文号矛盾", words, "照原文保留", why, "体系")


def _code(words: str) -> str:
    """Return the code words of a number: the last few characters, without what leads to them."""
    return re.sub(r"^.*(?:的|据|按|照|转发|关于|通知|见|号|和|与|及)", "", words)[-_TAIL:]


def _one_apart(one: str, other: str) -> bool:
    alike = len(one) == len(other) > 2 and one[0] == other[0]  # noqa: PLR2004  # a place, a body, a kind
    return (
        alike and sum(a != b for a, b in zip(one, other, strict=True)) == 1 and one[-1] == other[-1]
    )


def _precedence(prose: Sequence[Sentence]) -> Iterator[Doubt]:
    for sentence in prose:
        if _PRECEDENCE.search(sentence.flat):
            why = "方案自己定了几份文件不一致时以哪份为准；指标体系调整后要换版"
            yield Doubt(sentence.place, "优先次序", sentence.text, "照此读", why, "体系")


def _demands(source: Source) -> Iterator[Doubt]:
    """Yield a doubt for each quantity that the text sets at two values, rows and prose together."""
    seen: dict[tuple[str, str], dict[str, tuple[Place, str]]] = defaultdict(dict)
    for sentence in [*sentences(source, rows=True), *_materials(source)]:
        if not _MUCH.search(sentence.flat):
            continue
        for match in _QUANTITY.finditer(sentence.flat):
            much = match["much"].replace(" ", "")
            what = tight(match["what"]).strip('“”"')
            key = what[-_TAIL:], re.sub(r"[\d.]+", "", much) + _side(match["how"])
            where = sentence.head or sentence.place.label
            seen[key].setdefault(much, (sentence.place, f"{where}“{match[0]}”"))
    for (what, _), values in seen.items():
        if len(values) > 1 and len(what) == _TAIL:
            words = "；".join(words for _, words in values.values())
            place = next(iter(values.values()))[0]
            yield Doubt(place, "要求矛盾", words, "照原文保留", f"“{what}”有几个数，请核对")


def _side(how: str) -> str:
    return "≤" if "超过" in how else "≥"


def _materials(source: Source) -> list[Sentence]:
    return [
        Sentence(text, tight(text), row.place, None, row_name(row))
        for row in source.rows
        for text in row.materials
        if _DIGIT.search(text)
    ]
