"""截止 and 期限: by when all material, and by when one thing must be there, once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from fzjs.importers.document import Doubt
from fzjs.importers.settings import dates, said, stages
from fzjs.importers.settings.frame import Part, Sentence, Source, sentences
from fzjs.importers.words.kinds import ends_in_paper
from fzjs.personal import mask

_EVERY = re.compile(r"每(?:个)?(?:年|月|季|半|两|2|周|旬)|季度前$|次月|次年|下一?年")
_HAND = re.compile(
    r"报送|上报|报[^告道名考经备]|提交|上交|报备|交至|送至|公布|公示|印发|完成|填报|反馈|申报|移交|报$|召开|确定"
    r"|(?:^|(?<=[前,]))(?:一并|统一|分别)*(?:送|报告)"
)
_MATERIAL = re.compile(r"材料|资料|佐证|台账|证据")
_WHOLE = re.compile(
    r"(?:全部|所有|各类|各项|全套|申报|创建|佐证)[^,。;]{0,6}(?:材料|资料|台账)|材料(?:的)?(?:时间)?范围"
)
"""Words that mean the campaign's material as a whole: its day is the cutoff without a guess."""
_SIGNED = re.compile(r"落款(?:时间|日期)?")
_HANDED = 3
"""The weakest rank: material is to be handed in by that day."""
_UNTIL = re.compile(r"截止(?:时间|日期|日)?(?:为|到|至|是|:)?|截至")


class Limit(NamedTuple):
    """A date by which something is due: rank 1 落款, 2 截止, 3 材料报送; 0 any other."""

    rank: int
    date: datetime.date
    name: str
    inferred: bool
    sentence: Sentence
    span: tuple[int, int]


def read(source: Source) -> tuple[Part, int | None]:
    """Return 截止 and 期限 with doubts, and the cutoff's year for the window."""
    opened = {x.place.order: stages.opened(x) for x in stages.steps(source)}
    limits = [limit for s in sentences(source) for limit in _limits(source, s, opened)]
    ranked = sorted((x for x in limits if x.rank), key=lambda x: (x.rank, x.date))
    once = [x for x in limits if x.rank not in {1, 2}]
    part = _once(source, once)
    if not ranked:
        return part, None
    best = [x for x in ranked if x.rank == ranked[0].rank]
    chosen = max(best, key=lambda x: x.date)
    doubts = list(part.doubts)
    others = [x for x in ranked if x.date != chosen.date and x.rank < _HANDED]
    others += [x for x in best if x.date != chosen.date and x.rank == _HANDED]
    if others:
        words = "；".join(mask(x.sentence.text[:60]) for x in [chosen, *others])
        why = "材料的期限有几个；取的是最后一个，分批的请写进“批次”"
        doubts.append(_doubt(chosen, "期限矛盾", words, why))
    assumed = chosen.rank == _HANDED and not _WHOLE.search(chosen.sentence.flat)
    if chosen.rank == _HANDED and (assumed or not others):
        why = "文中没有“截止”字样，按材料报送的期限算"
        kind = "没有写明" if assumed else "期限未定"
        doubts.append(_doubt(chosen, kind, chosen.sentence.text, why))
    data = {"截止": chosen.date.isoformat(), **part.data}
    used = part.used | {x.sentence.place.order for x in ranked}
    return Part(data, tuple(doubts), used, ("截止",) * assumed), chosen.date.year


def assume(source: Source, made: list[dict[str, str]], window: str) -> Part:
    """Return a 截止 that the text does not give: the last stage's end, else the year's."""
    ends = [stage["止"] for stage in made if "止" in stage]
    goal = re.search(r"(?:力?争)?到(20\d\d)年(?:底|末)?,", "\n".join(x.flat for x in source.lines))
    rows = re.search(r"(?:力?争)?到(20\d\d)年(?:底|末)?,", "\n".join(_folded(source)))
    goal = goal or rows
    first, last = window[:4], window[-4:]
    if ends:
        day, ground = max(ends), "最后一个阶段的最后一天"
    elif goal:
        day, ground = f"{goal[1]}-12-31", f"目标“{goal[0].rstrip(',')}”的年底"
    else:
        year = max(int(first), int(last), source.year or 0)
        day, ground = f"{year}-12-31", f"窗口最后一年或{source.ground}的年底"
    day = max(day, f"{first}-12-31") if day[:4] < first else day
    why = f"方案没有写材料截止哪一天；按{ground}暂填，请把“截止”改成如 2021-05-31"
    doubt = Doubt(source.start, "没有写明", "", day, why, "截止")
    return Part({"截止": day}, (doubt,), assumed=("截止",))


def _folded(source: Source) -> list[str]:
    return [s.flat for s in sentences(source, rows=True) if s.line is None]


def _limits(
    source: Source, sentence: Sentence, opened: Mapping[int, tuple[int, int]]
) -> list[Limit]:
    """Return the dates of a sentence by which something is due; a recurring one is a duty."""
    found = []
    for date in dates.find(sentence.text):
        around = sentence.flat[max(date.start - 25, 0) : date.end + 45]
        rank = _rank(sentence.flat, date.start, date.end)
        near = sentence.flat[max(date.start - 6, 0) : date.start]
        if _EVERY.search(near) or _stage_heading(source, sentence, date.start):
            continue
        if _of_stage(source, sentence, date.start, opened):
            continue
        if not date.before and rank not in {1, 2}:
            continue
        if not rank and not _HAND.search(around):
            continue
        inferred = date.year is None
        year = dates.year_before(sentence.text, date.start) or source.year
        day = date.closes(year)
        if day:
            name = _name(sentence.text, date)
            span = date.start, date.end
            found.append(Limit(rank, day, name, inferred, sentence, span))
    return found


def _name(text: str, date: dates.Found) -> str:
    """Return what is due; where the words behind the day are a verb only, the whole clause."""
    name = said.name(text, date.start, date.end)
    act = re.fullmatch(rf"(?:{said.ACTS})+(?:到位|完毕)?", name)
    paper = len(name) > len("报告") and ends_in_paper(name)
    if name and (paper or not act):
        return name
    before = re.split(r"[,，。；;：:]", text[: date.start])[-1]
    return f"{before}{date.quote}{re.split(r'[,，。；;：:]', text[date.end :])[0]}".strip()


def _rank(flat: str, start: int, end: int) -> int:
    before, after = flat[:start], flat[end : end + 40]
    if _SIGNED.search(before[-14:]):
        return 1
    if _UNTIL.search(before[-8:]):
        return 2
    handed = _HAND.search(after) or re.search(r"报送|上报|提交", before[-12:])
    clause = re.split(r"[。;]", before)[-1] + after
    return _HANDED if handed and _MATERIAL.search(clause) else 0


def _stage_heading(source: Source, sentence: Sentence, start: int) -> bool:
    """Tell whether the date stands in a heading: a stage's, which has its own end."""
    if sentence.line is None:
        return False
    line = source.lines[sentence.line]
    at = line.text.find(sentence.text)
    return bool(line.name) and at + start < line.body


def _of_stage(
    source: Source, sentence: Sentence, start: int, opened: Mapping[int, tuple[int, int]]
) -> bool:
    """Tell whether the date is among those that a step's words open with: it is the step's end."""
    first, last = opened.get(sentence.place.order, (0, 0))
    if sentence.line is None or first == last:
        return False
    at = source.lines[sentence.line].text.find(sentence.text)
    return first <= at + start < last


def _once(source: Source, limits: list[Limit]) -> Part:
    """Return 期限; a year that the words leave out is one doubt for all."""
    if not limits:
        return Part()
    made: dict[tuple[str, datetime.date], dict[str, str]] = {}
    for limit in limits:
        quote = limit.sentence.cite(*limit.span)
        made.setdefault(
            (limit.name, limit.date),
            {"名称": limit.name, "日期": limit.date.isoformat(), "出处": quote},
        )
    used = frozenset(x.sentence.place.order for x in limits)
    return Part({"期限": list(made.values())}, (*_years(source, limits), *_twice(limits)), used)


def _years(source: Source, limits: list[Limit]) -> list[Doubt]:
    """Return one doubt for all dates without a year."""
    bare = [limit for limit in limits if limit.inferred]
    if not bare:
        return []
    words = "；".join(mask(x.sentence.text[:60]) for x in bare)
    assumed = "、".join(dict.fromkeys(x.date.isoformat() for x in bare))
    why = f"日期没有写年份，按前文的年份或{source.ground}算"
    return [Doubt(bare[0].sentence.place, "年度未定", words, assumed, why, "期限")]


def _twice(limits: list[Limit]) -> list[Doubt]:
    """Return a doubt for each thing that two sentences ask for by different days."""
    found = []
    for at, one in enumerate(limits):
        for other in limits[at + 1 :]:
            if one.name == other.name and one.date != other.date:
                words = f"{mask(one.sentence.text[:60])}；{mask(other.sentence.text[:60])}"
                kept = f"{one.date}、{other.date}两个都保留"
                why = f"“{one.name}”有两个期限"
                found.append(Doubt(other.sentence.place, "期限矛盾", words, kept, why, "期限"))
    return found


def _doubt(limit: Limit, kind: str, words: str, why: str) -> Doubt:
    return Doubt(limit.sentence.place, kind, words, limit.date.isoformat(), why, "截止")
