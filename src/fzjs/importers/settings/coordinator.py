"""创建办: the office that runs the campaign, as the text names it; else a guess that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fzjs.importers.document import Doubt
from fzjs.importers.settings.folded import HAN, as_printed
from fzjs.importers.settings.frame import Part, Sentence, Source, sentences
from fzjs.importers.settings.issuer import GAP
from fzjs.importers.words import groups

_SEAT = re.compile(
    rf"(?:办公室|专班|工作组)?(?:设在|设于|挂靠在?|设立在)(?P<office>[{HAN}()]{{2,24}}?)(?=[,。;、]|\(|$|承担|负责|具体)"
)
_RUNS = re.compile(
    rf"(?:由|活动由)(?P<office>[{HAN}()]{{2,30}}?)(?:负责)?(?:牵头)?(?:组织开展|统筹协调|具体组织实施|组织实施|负责实施|具体实施|负责组织)"
    rf"|(?:^|[,。;])(?P<other>[{HAN}()]{{2,30}}?)(?:具体)?负责[^,。;]{{0,10}}(?:组织协调|统筹协调|日常工作|创建日常)"
)
_HANDED = re.compile(
    rf"(?:报(?!告|社|刊|纸)送?|交[至到给]|送)(?:至|到|给)?(?P<office>[{HAN}()]{{3,24}}?)(?=[,。;]|备案|汇总|$)"
)
_TITLED = re.compile(r"领导小组|专班|小组|^(?:办公室|其|各)")
_LEVEL = r"[省市县区州盟旗局厅本]"
_LEGAL = (r"依法治[国省市县区旗州]", r"政策法规|法规|法制|法治")


def read(source: Source, review: object, unit: str) -> Part:
    """Return 创建办; `review` is the office that looks at the material, if the text names one."""
    found = [(_full(name, source), s) for name, s in _named(sentences(source))]
    if found:
        names = list(dict.fromkeys(name for name, _ in found))
        used = frozenset(s.place.order for name, s in found if name == names[0])
        place = found[0][1].place
        why = "文中有几个组织创建的科室，取第一个"
        several = Doubt(place, "单位未定", "、".join(names), names[0], why, "创建办")
        return Part({"创建办": names[0]}, (several,) if names[1:] else (), used)
    name, ground = _guess(source, review, unit)
    why = f"方案没有写创建办设在哪个科室；{ground}，请把“创建办”改成统筹、催办、上报的科室"
    doubt = Doubt(source.start, "没有写明", "", name, why, "创建办")
    return Part({"创建办": name}, (doubt,), assumed=("创建办",))


def _named(text: Sequence[Sentence]) -> list[tuple[str, Sentence]]:
    """Return offices where 领导小组办公室 sits; where none, the body that runs the campaign."""
    for pattern in (_SEAT, _RUNS):
        found = []
        for sentence in text:
            for match in pattern.finditer(sentence.flat):
                name = match["office"] or match.groupdict().get("other") or ""
                if _is_office(name) and _about(pattern, sentence.flat):
                    found.append((as_printed(name, sentence.text), sentence))
        if found:
            return found
    return []


def _full(name: str, source: Source) -> str:
    """Return the listed office that `name` is: itself, or the one it is short or long for.

    设在我市司法局 and 设在司法局 are 市司法局 where the rows name one such office only.
    """
    listed = {owner.office for row in source.rows for owner in row.owners}
    bare = re.sub(r"^(?:我|本)(?=.{3})", "", name)
    if bare in listed or not listed:
        return bare
    longer = [one for one in listed if one.endswith(bare) and not groups.is_group(one)]
    shorter = [
        one for one in listed if re.fullmatch(rf"[省市县区州盟旗局厅本]{re.escape(one)}", bare)
    ]
    return next((found[0] for found in (longer, shorter) if len(found) == 1), bare)


def _about(pattern: re.Pattern[str], flat: str) -> bool:
    wanted = r"办公室|专班" if pattern is _SEAT else r"创建|示范"
    return bool(re.search(wanted, flat))


def _is_office(name: str) -> bool:
    return bool(groups.is_office(name) and not groups.is_group(name) and not _TITLED.search(name))


def _receiver(source: Source) -> str:
    """Return the office that most sentences have something handed in to; "" where none."""
    found = Counter(
        as_printed(match["office"], sentence.text)
        for sentence in sentences(source)
        for match in _HANDED.finditer(sentence.flat)
        if _is_office(match["office"]) and not re.search("报|由|送", match["office"])
    )
    return found.most_common(1)[0][0] if found else ""


def _guess(source: Source, review: object, unit: str) -> tuple[str, str]:
    """Return an office and the ground that it was chosen on."""
    if isinstance(review, dict) and review.get("科室"):
        return str(review["科室"]), "先假定是审核材料的科室"
    counts: Counter[str] = Counter()
    for row in source.rows:
        for owner in row.owners:
            if owner.role != "配合" and not groups.is_group(owner.office):
                counts[owner.office] += 1
    for words in _LEGAL:
        legal = [name for name in counts if re.search(words, name)]
        if legal:
            return max(legal, key=lambda n: counts[n]), "先假定是管法治工作的科室"
    if counts:
        return counts.most_common(1)[0][0], "先假定是条目最多的科室"
    received = _receiver(source)
    if received:
        return received, "先假定是收材料的科室"
    return unit, "先填发文的单位" if unit != GAP else "文中也没有可以推断的科室"
