"""方法: the 测评方法 that the text lists and the rows use, and which may be one and the same."""

from __future__ import annotations

import re
from collections import Counter

from fzjs.importers.document import Doubt, Place
from fzjs.importers.settings.folded import HAN, as_printed
from fzjs.importers.settings.frame import Part, Source, sentences

_LIST = re.compile(
    r"(?:测评|考评|评估|评价|考核|核验)(?:的)?(?:方法|方式)(?:主要)?(?:是|为|有|包括|分为|采取|采用)?:?(?P<list>[^。;]+)"
)
_NAME = re.compile(rf"[{HAN}]{{2,8}}")
_LONG = 4


def read(source: Source) -> Part:
    """Return 方法, stated ones first; unlisted and near-alike ones are doubts."""
    stated, used = _stated(source)
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for row in source.rows:
        for name in (*row.methods, *(task.method for task in row.tasks)):
            if name:
                counts[name] += 1
                places.setdefault(name, row.place)
    other = [name for name in counts if name not in stated]
    aliases = {name: _near(name, stated) for name in other}
    aliases = {name: full for name, full in aliases.items() if full}
    doubts = [_alias(name, full, counts, places[name]) for name, full in aliases.items()]
    if stated:
        doubts += _unlisted([n for n in other if n not in aliases], counts, places)
    else:
        doubts += _alike(other, counts, places)
    listed = [*stated, *(name for name in other if name not in aliases)]
    made = [_method(name, aliases) for name in listed]
    return Part({"方法": made} if made else {}, tuple(doubts), used)


def _method(name: str, aliases: dict[str, str]) -> dict[str, object]:
    others = [short for short, full in aliases.items() if full == name]
    return {"名称": name, "别名": others} if others else {"名称": name}


def _stated(source: Source) -> tuple[list[str], frozenset[int]]:
    """Return the methods that a sentence lists as such."""
    for sentence in sentences(source):
        match = _LIST.search(sentence.flat)
        if not match:
            continue
        words = re.sub(
            r"等(?:方式|方法|形式)?.*$|(?:\d|[一二三四五六七八九十])种?(?:方式|方法)?$",
            "",
            match["list"],
        )
        names = [name.strip() for name in re.split(r"、|和|及|与|,|以及", words)]
        whole = [name for name in names if _NAME.fullmatch(name)]
        if len(whole) > 1 and len(whole) == len(names):
            names = [as_printed(name, sentence.text) for name in whole]
            return names, frozenset({sentence.place.order})
    return [], frozenset()


def _near(name: str, others: list[str]) -> str:
    """Return the one of `others` that `name` may be: the same opening, a character in common."""
    found = [x for x in others if _close(name, x)]
    return found[0] if len(found) == 1 else ""


def _close(one: str, other: str) -> bool:
    alike = one != other and len(one) == len(other) >= _LONG and one[:2] == other[:2]
    return alike and bool(set(one[2:]) & set(other[2:]))


def _alias(name: str, full: str, counts: Counter[str], place: Place) -> Doubt:
    words = f"{name}（{counts[name]}处）、{full}（{counts[full]}处）"
    why = f"“{name}”不在方案列出的测评方法里，和“{full}”相近；是两种方法的，把别名改成单独一条"
    return Doubt(place, "别名", words, f"“{name}”作为“{full}”的别名", why, "方法")


def _unlisted(names: list[str], counts: Counter[str], places: dict[str, Place]) -> list[Doubt]:
    if not names:
        return []
    words = "、".join(f"{name}（{counts[name]}处）" for name in names)
    why = "方案列出的测评方法里没有这些，指标里用了"
    return [Doubt(places[names[0]], "方法不在列", words, "照样列入“方法”", why, "方法")]


def _alike(names: list[str], counts: Counter[str], places: dict[str, Place]) -> list[Doubt]:
    found = []
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if _close(one, other):
                words = f"{one}（{counts[one]}处）、{other}（{counts[other]}处）"
                why = "两个名称相近；是同一种的，把一个写进另一个的“别名”"
                place = places[one if counts[one] < counts[other] else other]
                found.append(Doubt(place, "别名", words, "分作两种方法", why, "方法"))
    return found
