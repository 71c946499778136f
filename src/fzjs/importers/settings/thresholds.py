"""达标线: `…指标(体系)80%以上` and its like; no other percentage is ever taken for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Doubt
from fzjs.importers.settings.folded import HAN, as_printed
from fzjs.importers.settings.frame import Part, Sentence, Source, sentences

_RATE = r"(?P<rate>\d{1,3}(?:\.\d+)?)% ?(?:及|或|\(含\))?(?:以上|\(含\)以上)?"
_LINE = (
    re.compile(
        rf"指标(?:体系|任务)?(?:\([^)]*\))?》?(?:\([^)]*\))?(?:总数|数量|项目)?的? ?{_RATE}"
    ),
    re.compile(rf"(?<![于占])(?P<lead>达到|完成|符合|满足|实现)[^,。;]{{0,30}}?{_RATE}的?(?:创建|三级|考核|评价)?指标"),
    re.compile(
        r"(?:指标|创建|自评|综合)达标率(?:应当?|须|必须|需|要|均|都|总体|一般)*"
        rf"(?:达到?|不低于|不少于|为)? ?{_RATE}"
    ),
)  # fmt: skip
_WORDED = re.compile(r"以上|达到|达|不低于|不少于|符合|满足|完成")
_CLAIMS = re.compile(rf"(?:申报|申请|命名为|评为|认定为|授予|参加)(?P<name>[{HAN}“”\"()]{{3,28}})")
_RANKED = re.compile(
    rf"(?P<name>(?:国家|全国|自治区|省|市)级[{HAN}]{{2,14}}?)(?=申报|创建工作|创建活动)"
)
_ISSUER = (
    ("国家", r"中央|国家(?!级)|全国(?!性)|国务院|司法部|中办|国办"),
    ("加省", r"自治区|省|省级|直辖市"),
    ("加市", r"市(?!县|场)|州|盟|地区行署"),
)
_SYSTEM = re.compile(
    r"(?P<whose>[^,。;《》]{2,24}?)(?:下发|制定|印发|发布|公布|出台)的?[^,。;]{0,4}《?[^》,。;]{0,30}指标"
)


def read(source: Source) -> Part:
    """Return 达标线 with 层级 by whose system it is, and doubts where the words do not say."""
    found: list[dict[str, str]] = []
    doubts: list[Doubt] = []
    used: set[int] = set()
    all_of_them = sentences(source, rows=True)
    default = _default(all_of_them)
    for sentence in all_of_them:
        for start, end, rate in _lines(sentence.flat):
            tier, ground = _tier(sentence.flat, start, end, default)
            line = {"名称": _name(source, sentence, end), "层级": tier, "比例": f"{rate}%"}
            line["出处"] = sentence.cite(start, end)
            if any({**line, "出处": ""} == {**x, "出处": ""} for x in found):
                continue
            found.append(line)
            if sentence.line is not None:
                used.add(sentence.place.order)
            if not ground:
                why = "没有写明是哪一级的指标体系，层级按国家的算"
                doubts.append(
                    Doubt(sentence.place, "层级未定", sentence.text[:80], tier, why, "达标线")
                )
    return Part({"达标线": found} if found else {}, tuple(doubts), frozenset(used))


def _lines(flat: str) -> list[tuple[int, int, str]]:
    """Return (start, end, rate) of each share of indicators; 未完成60% is one seen from below."""
    found: dict[int, tuple[int, int, str]] = {}
    if "%" not in flat:
        return []
    for pattern in _LINE:
        for match in pattern.finditer(flat):
            before = flat[max(match.start() - 12, 0) : match.start()]
            at = match.start("rate")
            negative = re.search(r"未(?:能)?$|没有$|不到$|未(?:完成|达到)[^,。;]*$", before)
            worded = _WORDED.search(before + match[0]) and not negative
            if worded and 0 < float(match["rate"]) <= 100:  # noqa: PLR2004  # a share of a whole
                found.setdefault(at, (match.start(), match.end(), match["rate"]))
    return [found[at] for at in sorted(found)]


def _tier(flat: str, start: int, end: int, default: str) -> tuple[str, bool]:
    """Return 层级 and whether the words say it: whose system, else which rank is applied for."""
    clause = re.split(r"[。;]", flat[:start])[-1]
    own = list(_SYSTEM.finditer(clause + flat[start:end]))
    if own:
        tier = _rank(own[-1]["whose"])
        if tier:
            return tier, True
    if default and re.search(r"指标体系|指标", flat[start:end]):
        return default, True
    rank = re.search(r"(国家|全国|自治区|省|市)级", flat[end : end + 40])
    if rank:
        return {"国家": "国家", "全国": "国家", "市": "加市"}.get(rank[1], "加省"), True
    return "国家", False


def _rank(whose: str) -> str:
    """Return the rank of a body: the one named last in `whose` that is a body's."""
    best = ""
    place = -1
    for tier, pattern in _ISSUER:
        for match in re.finditer(pattern, whose):
            if match.start() > place:
                best, place = tier, match.start()
        if best == tier and tier == "国家":
            return best
    return best


def _default(all_of_them: Sequence[Sentence]) -> str:
    """Return the rank of 《…指标体系》(以下简称指标体系), where the text makes it that word."""
    for sentence in all_of_them:
        named = re.search(r"指标体系》?\(以下(?:简称|称)[^)]*指标体系", sentence.flat)
        if named:
            clause = re.split(r"[,。;]", sentence.flat[: named.start()])[-1]
            own = re.search(r"(?P<whose>.{2,24}?)(?:下发|制定|印发|发布|公布|出台)", clause)
            return (_rank(own["whose"]) if own else "") or ""
    return ""


def _name(source: Source, sentence: Sentence, end: int) -> str:
    """Return what is reached: the rank applied for behind the line, else the heading."""
    clause = re.split(r"[。;]", sentence.flat[end:])[0]
    other = re.search(r"\d%", clause)
    clause = clause[: other.start() if other else None]
    claim = _RANKED.search(clause) or _CLAIMS.search(clause)
    line = source.lines[sentence.line] if sentence.line is not None else None
    if line and line.name:
        return re.split("[:：]", line.name)[0]
    if claim:
        ended = re.sub(r"的?(?:申报创建工作|创建(?:活动|工作)?|工作)$", "", claim["name"])
        return as_printed(ended.strip('“”"'), sentence.text)
    head = source.section(sentence.line) if sentence.line is not None else None
    return head.name if head and head.name else sentence.head or "达标线"
