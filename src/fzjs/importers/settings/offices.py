"""科室: every office that the rows name, in the order of first appearance, and who is who."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from fzjs.importers.document import Doubt, Place
from fzjs.importers.settings.folded import HAN, tight
from fzjs.importers.settings.frame import Part, Source
from fzjs.importers.words import groups

_RANK = re.compile(r"(?:中共)?(?:[省市县区州盟旗局厅]|自治区)(?:[委府]|本级|直)?|机关|本[局级]?")
_SHORT = re.compile(
    rf"(?P<full>[{HAN}]{{4,30}}?)\((?:以下|下)?(?:简称|称)[:“\"]?(?P<short>[{HAN}、]{{2,30}})[”\"]?\)"
)
_RANKED = 7
"""No rank is longer."""
_ENDS = ("办公室", "中心", "党委", "支部", *"科处室股局部委办站")
"""What an office's name ends in, the longer endings first."""


def read(source: Source, extra: list[str]) -> Part:
    """Return 科室: the rows' offices, then those of `extra` that no row names; and doubts."""
    persons: dict[str, Counter[str]] = {}
    places: dict[str, Place] = {}
    for row in source.rows:
        for owner in row.owners:
            persons.setdefault(owner.office, Counter()).update([owner.person] * bool(owner.person))
            places.setdefault(owner.office, row.place)
    names = list(dict.fromkeys([*persons, *(name for name in extra if name)]))
    single = [name for name in names if not groups.is_group(name)]
    pairs = _aliases(single, persons) | _declared(source, single)
    doubts = [
        _alias_doubt(short, full, why, places, source.start) for short, (full, why) in pairs.items()
    ]
    taken = {short for short, (full, _) in pairs.items() if full}
    shorts: dict[str, list[str]] = {}
    for short, (full, _) in pairs.items():
        shorts.setdefault(full, []).append(short)
    offices = [_office(name, shorts, persons) for name in names if name not in taken]
    doubts += _groups(source, names, places)
    doubts += _several(persons, places)
    return Part({"科室": offices}, tuple(d for d in doubts if d))


def _office(
    name: str, shorts: dict[str, list[str]], persons: dict[str, Counter[str]]
) -> dict[str, object]:
    made: dict[str, object] = {"名称": name}
    if groups.is_group(name):
        return made | {"成员": "待定"}
    aliases = shorts.get(name, [])
    if aliases:
        made["别名"] = aliases
    counts: Counter[str] = sum((persons.get(n, Counter()) for n in (name, *aliases)), Counter())
    best = counts.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        made["责任人"] = best[0][0]
    return made


def _aliases(names: list[str], persons: dict[str, Counter[str]]) -> dict[str, tuple[str, str]]:
    """Return short → (full, why) where one may stand for the other; full "" if not settled."""
    found: dict[str, tuple[str, str]] = {}
    for short, fulls in _may_be(names).items():
        same = [f for f in fulls if _one_person(persons.get(short), persons.get(f))]
        prefixed = [f for f in fulls if f.endswith(short)]
        if len(same) == 1 and not prefixed:
            found[short] = same[0], "名称相近，责任人是同一位"
        elif len(prefixed) == 1:
            found[short] = prefixed[0], "只少了前面的级别"
        elif fulls:
            found[short] = "", f"可能就是{'或'.join(fulls)}"
    return {k: v for k, v in found.items() if not v[0] or v[0] not in found}


def _may_be(names: list[str]) -> dict[str, list[str]]:
    """Return for each short name the full ones that it may be, both in the order of the names.

    Its rank is left out, or words between its ends are. Names are looked up by what they end and
    begin with, for a plan may name thousands.
    """
    known = set(names)
    stems = {parted: name for name in names if (parted := _parted(name))}
    lengths = sorted({len(stem) for stem, _ in stems})
    found: dict[str, list[str]] = {name: [] for name in names}
    for full in names:
        for at in range(1, min(_RANKED, len(full) - 1) + 1):
            if full[at:] in known and _RANK.fullmatch(full[:at]):
                found[full[at:]].append(full)
        ends = [end for end in _ENDS if full.endswith(end)]
        for end, length in itertools.product(ends, lengths):
            short = stems.get((full[:length], end), full)
            if len(short) < len(full) and not full.endswith(short):
                found[short].append(full)
    return {short: list(dict.fromkeys(fulls)) for short, fulls in found.items()}


def _parted(short: str) -> tuple[str, str] | None:
    """Return what a name begins with and the word that it ends in; None where one says little."""
    end = next((end for end in _ENDS if short.endswith(end)), "")
    stem = short.removesuffix(end)
    return (stem, end) if end and len(stem) >= 2 else None  # noqa: PLR2004  # one character says too little


def _one_person(one: Counter[str] | None, other: Counter[str] | None) -> bool:
    return bool(one and other and len(one) == 1 and set(one) & set(other))


def _declared(source: Source, names: list[str]) -> dict[str, tuple[str, str]]:
    """Return what the text itself abbreviates: …办公室(以下简称依法治市办)."""
    found: dict[str, tuple[str, str]] = {}
    first: dict[str, tuple[int, str]] = {}
    for at, name in enumerate(names):
        first.setdefault(tight(name), (at, name))
    for line in source.lines:
        for match in _SHORT.finditer(tight(line.text)):
            words = match["full"]
            ends = [first[words[at:]] for at in range(len(words)) if words[at:] in first]
            full = min(ends)[1] if ends else ""
            shorts = match["short"].split("、") if full else ()
            found |= {short: (full, "") for short in shorts if short and short != full}
    return found


def _alias_doubt(
    short: str, full: str, why: str, places: dict[str, Place], start: Place
) -> Doubt | None:
    if not why:
        return None
    assumed = f"作为{full}的别名" if full else "分作两个科室"
    words = f"{short}、{full}" if full else short
    return Doubt(places.get(short, start), "别名", words, assumed, why, "科室")


def _groups(source: Source, names: list[str], places: dict[str, Place]) -> list[Doubt]:
    """Return one doubt for all group nouns, with the number of rows that each stands in."""
    found = [name for name in names if groups.is_group(name)]
    if not found:
        return []
    counts = Counter(o for row in source.rows for o in {owner.office for owner in row.owners})
    words = "、".join(f"{name}（{counts[name]}条）" for name in found)
    why = "不是一个具体的科室；请在“成员”里写明是哪些科室"
    place = places.get(found[0], source.start)
    return [Doubt(place, "集合名词", words, "成员: 待定", why, "科室")]


def _several(persons: dict[str, Counter[str]], places: dict[str, Place]) -> list[Doubt]:
    """Return one doubt for all offices that go with several persons."""
    found = {name: c for name, c in persons.items() if len(c) > 1}
    if not found:
        return []
    words = "；".join(
        f"{name}：" + "、".join(f"{who}（{n}）" for who, n in c.most_common())
        for name, c in found.items()
    )
    why = "一个科室在不同指标里有不同的责任人；取最多的一位，其余写在指标里"
    place = places[next(iter(found))]
    return [Doubt(place, "责任人不一", words, "取最多的一位", why, "科室")]
