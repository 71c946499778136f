"""窗口: the years that material must cover, by the words; what disagrees is a doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fzjs.importers.document import Doubt, Place
from fzjs.importers.settings import titles
from fzjs.importers.settings.folded import fold
from fzjs.importers.settings.frame import Part, Sentence, Source, row_name, sentences

_YEAR = r"((?:19|20)\d\d)"
_RANGE = re.compile(rf"{_YEAR} ?年?度? ?(?:-|至|到) ?{_YEAR} ?年(度|上半年|下半年|\d{{1,2}}月底?)?")
_MONTHS = re.compile(
    rf"{_YEAR} ?年 ?(?P<first>\d{{1,2}}) ?月份?(?: ?\d{{1,2}} ?日)? ?(?:-|至|到) ?{_YEAR} ?年"
    r"(?P<tail> ?(?P<last>\d{1,2}) ?月(?:底|份| ?\d{1,2} ?日)?)"
)
_COVERED = re.compile(
    r"(?:(?:材料|资料|台账|佐证|档案|案卷|评估|考核|创建)的?(?:时间|年度|起止)?的?(?:范围|周期|年度|期间|期限|时限|期|时间)"
    r"|材料|资料|台账|案卷)(?:要求|应当?|须|统一|均|限定?|界定)*(?:为|是|:|从|自|在)+ ?\(?$"
)
_MADE = re.compile(
    r"(?:期间|以?内|之间)?(?:所?(?:形成|产生|制作|印发|开展|办理|办结))?的[^,。;]{0,10}(?:材料|资料|台账|案卷|佐证)"
)
"""Words before and behind two months that tell them to be the years of material, no step's."""
_SINCE = re.compile(rf"{_YEAR} ?年(?:度|1月1日|1月)?(?:以来|起|至今)")
_NEAR = re.compile(r"(?:近|最近|前)([二两三四五六2-6])(?:个)?年(?:来|度|内)?")
_ANY = re.compile(r"(?:19|20)\d\d|[近前][二两三四五六2-6]")
_ABOUT = re.compile(r"材料|资料|文件|台账|周期|佐证|档案|时间顺序|年度|评估期|考核期|创建期")
_TITLED = re.compile(r"《[^》]*》")
_OWN = re.compile(
    rf"(?:本|此)(?:方案|计划|意见|办法|清单|规划|细则) ?\({_YEAR}年? ?(?:-|至|到) ?{_YEAR} ?年?\)"
)
_DECEMBER = 12
_NO_YEAR = 2000
"""What stands for a year where neither the text nor the caller gives one."""
_WORDS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}


class Claim(NamedTuple):
    """A window that some words give: the years (last None for 以来) and the words."""

    first: int
    last: int | None
    words: str
    place: Place
    tail: str = ""


def read(source: Source, cutoff_year: int | None, stages: Sequence[Mapping[str, str]] = ()) -> Part:
    """Return 窗口 and its doubts; assumed, with a ground, where only rows or titles give years.

    `cutoff_year` is the year of 截止 where the text gives it, `stages` the 阶段 read before.
    """
    ends = cutoff_year or source.year
    prose = [claim for s in sentences(source) for claim in _claims(s, ends)]
    rows = [claim for row in _row_sentences(source) for claim in _claims(row, ends, loose=True)]
    used = frozenset(claim.place.order for claim in prose)
    if prose:
        first, last = _widest(prose, ends)
        doubts = [*_disagree(prose, first, last), *_rows(rows, first, last)]
        guessed = not cutoff_year and not any(claim.last for claim in prose)
        assumed = ("窗口",) * guessed
        return Part({"窗口": _printed(first, last)}, tuple(doubts), used, assumed)
    if rows:
        first, last = _widest(rows, ends)
        doubt = _only_rows(rows, first, last)
        return Part({"窗口": _printed(first, last)}, (doubt,), assumed=("窗口",))
    return _assumed(source, ends, stages)


def _claims(sentence: Sentence, ends: int | None, *, loose: bool = False) -> Iterator[Claim]:
    """Yield the windows of a sentence that speaks of material; titles of papers say nothing."""
    if not _ANY.search(sentence.flat):
        return
    flat = _TITLED.sub(lambda m: " " * len(m[0]), sentence.flat)
    if not loose and not _ABOUT.search(flat):
        return
    for match in _RANGE.finditer(flat):
        if int(match[1]) < int(match[2]):
            tail = match[3] or ""
            yield Claim(int(match[1]), int(match[2]), _words(sentence), sentence.place, tail)
    yield from _monthly(sentence, flat)
    for match in _SINCE.finditer(flat):
        yield Claim(int(match[1]), None, _words(sentence), sentence.place)
    for match in _NEAR.finditer(flat) if not loose and ends else ():
        count = _WORDS.get(match[1]) or int(match[1])
        if ends and re.search(r"材料|资料|台账|佐证", flat):
            yield Claim(ends - count + 1, ends, _words(sentence), sentence.place, "推算")


def _monthly(sentence: Sentence, flat: str) -> Iterator[Claim]:
    """Yield the years from one month to another, where the words say that material covers them."""
    for match in _MONTHS.finditer(flat):
        told = _COVERED.search(flat[: match.start()]) or _MADE.match(flat[match.end() :])
        if told and int(match[1]) <= int(match[3]):
            whole = int(match["first"]) == 1 and int(match["last"]) == _DECEMBER
            tail = "" if whole else match[0]
            yield Claim(int(match[1]), int(match[3]), _words(sentence), sentence.place, tail)


def _words(sentence: Sentence) -> str:
    return sentence.text[:80]


def _widest(claims: list[Claim], ends: int | None) -> tuple[int, int]:
    first = min(claim.first for claim in claims)
    stated = [claim.last for claim in claims if claim.last]
    last = max(stated) if stated else ends or max(claim.first for claim in claims)
    return first, max(first, last)


def _disagree(claims: list[Claim], first: int, last: int) -> Iterator[Doubt]:
    """Yield one doubt for each other reading in the prose, another for reckoned ends."""
    whole = _printed(first, last)
    others = [c for c in claims if c.first != first or (c.last or last) != last or c.tail]
    for tail in dict.fromkeys((c.first, c.last, c.tail) for c in others):
        claim = next(c for c in others if (c.first, c.last, c.tail) == tail)
        why = "同一份方案里年度的说法不一样；按最宽的算，起止和半年请核对"
        yield Doubt(claim.place, "年度未定", claim.words, whole, why, "窗口")
    if not any(c.last for c in claims):
        why = f"只写了从哪一年起；止于材料截止或印发的那一年（{last}）"
        yield Doubt(claims[0].place, "年度未定", claims[0].words, whole, why, "窗口")


def _rows(claims: list[Claim], first: int, last: int) -> Iterator[Doubt]:
    """Yield one doubt for all items whose years lie apart from the window."""
    apart = [c for c in claims if c.first < first or (c.last or last) > last or c.first > first]
    if apart:
        count = Counter(c.first for c in apart)
        words = "；".join(f"{year}年起：{n}处" for year, n in sorted(count.items()))
        why = "个别指标自己写了年度，和窗口不同；以指标里的“自”“至”为准，请核对"
        yield Doubt(apart[0].place, "年度未定", words, _printed(first, last), why, "窗口")


def _only_rows(claims: list[Claim], first: int, last: int) -> Doubt:
    count = Counter(c.first for c in claims)
    words = "；".join(f"{year}年以来：{n}处" for year, n in sorted(count.items()))
    whole = _printed(first, last)
    why = (
        "方案没有总的年度，各指标不一样；按最早的一年到截止的那一年算，"
        f"写了年度的指标各按自己的。不对就改“窗口: {whole}”"
    )
    return Doubt(claims[0].place, "没有写明", words, whole, why, "窗口")


def _row_sentences(source: Source) -> list[Sentence]:
    """Return rows' words, materials too: 2016年以来 mostly stands there."""
    found = [s for s in sentences(source, rows=True) if s.line is None]
    for row in source.rows:
        for text in row.materials if any(_ANY.search(t) for t in row.materials) else ():
            line = Sentence(text, text, row.place, None, row_name(row))
            found.append(line)
    return found


def _assumed(source: Source, ends: int | None, stages: Sequence[Mapping[str, str]]) -> Part:
    """Return a window that the text does not give, on the best ground that it offers."""
    first, last, ground, words = _ground(source, ends, stages)
    whole = _printed(first, last)
    why = f"方案没有写材料要覆盖哪几年；{ground}，请把“窗口”改成如 2019-2021"
    doubt = Doubt(source.start, "没有写明", words, whole, why, "窗口")
    return Part({"窗口": whole}, (doubt,), assumed=("窗口",))


def _ground(
    source: Source, ends: int | None, stages: Sequence[Mapping[str, str]]
) -> tuple[int, int, str, str]:
    """Return the first and last year, the ground in Chinese and the words that it lies in."""
    text = "\n".join(line.flat for line in source.lines)
    title = re.search(rf"{_YEAR} ?年度(?=[^\n]{{0,30}}(?:创建|考核|评估|工作|活动))", text)
    spans = [(int(a), int(b)) for t in _TITLED.findall(text) for a, b, _ in _RANGE.findall(t)]
    spans = [span for span in spans if ends and span[0] <= ends <= span[1]]
    years = [int(s[key][:4]) for s in stages for key in ("起", "止") if key in s]
    named = titles.read(source).words
    own = _RANGE.search(fold(named)) or _OWN.search(text)
    if own and int(own[1]) < int(own[2]):
        return (
            int(own[1]),
            int(own[2]),
            "按题目里的起止年份暂填",
            named if own[0] in fold(named) else own[0],
        )
    if title:
        return int(title[1]), int(title[1]), "按题目里的年度暂填", title[0]
    if spans:
        first, last = Counter(spans).most_common(1)[0][0]
        return first, last, "按所依据的规划的起止年份暂填", f"{first}-{last}年"
    if len(set(years)) > 1:
        words = "；".join(s.get("原话", "") for s in stages)
        return min(years), max(years), "按实施步骤的起止年份暂填", words
    if ends:
        return ends, ends, f"按{source.ground}暂填", f"{ends}年" if ends in _years(text) else ""
    return _NO_YEAR, _NO_YEAR, f"文中没有任何年份，先填{_NO_YEAR}占位", ""


def _years(text: str) -> set[int]:
    return {int(year) for year in re.findall(_YEAR, text)}


def _printed(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
