"""阶段: the steps of the campaign, with days only where the words give them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from fzjs.importers.document import Doubt
from fzjs.importers.settings import dates
from fzjs.importers.settings.folded import HAN, fold
from fzjs.importers.settings.frame import Line, Part, Source, sentences

_SECTION = re.compile(
    r"(?:步骤|阶段|进度安排|时间安排|进度要求|工作进程|实施进程|时序安排|程序)(?:和|及|与)?(?:时间|安排|要求|进度)*$"
)
_ORDINAL = re.compile(r" *+\(?第?[一二三四五六七八九十]\)?阶段[ :、,(]|第[一二三四五六]步")
_BARE = re.compile(r" *+(?P<name>[^()。,:;]{2,14}阶段) ?\((?P<when>[^()\d]*+\d[^()]*+)\)")
_WHEN = re.compile(r"\((?=[^()]*(?:\d|[一二三四五六七八九十]月|季度|年))([^()]*+)\)")
_STEP = 2
"""Sections of steps are numbered 一、 or （一）."""
_LEADS = re.compile(r" *(?:时间|期限|日期)?(?:安排|节点|要求)?(?:为|是|:)? *(?:自|从|于|在|即)? *")
_TO = re.compile(r" *(?:[-至到]|起至|起到) *")
_PHRASE = re.compile(
    rf"(?:^|[,。;、:])(?P<name>[{HAN}]{{2,10}}阶段)(?:时间|期限)?(?:安排|定)?(?:为|是|:|从|自)+(?:每年)?"
)
_FEWEST = 2
"""So many 自查阶段为…，抽查阶段为… in the prose are steps."""
_MIDDLE = re.compile(r"中旬(?:之|以)?前")


def read(source: Source) -> Part:
    """Return 阶段 as printed; a date that can be read two ways is a doubt."""
    found = steps(source) or list(_phrased(source))
    stages: list[dict[str, str]] = []
    doubts: list[Doubt] = []
    bare: list[tuple[Line, str, str]] = []
    for line in found:
        stage, when = _stage(source, line)
        stages.append(stage)
        doubts += _doubts(line, stage, when)
        dated = dates.find(when)
        if dated and not any(d.year for d in dated) and "止" in stage:
            bare.append((line, when, stage["止"]))
    if bare:
        words, ends = "；".join(when for _, when, _ in bare), "、".join(end for _, _, end in bare)
        why = f"阶段没有写年份，按前文的年份或{source.ground}算"
        doubts.append(Doubt(bare[0][0].place, "年度未定", words, ends, why, "阶段"))
    used = frozenset(line.place.order for line in found)
    return Part({"阶段": stages} if stages else {}, tuple(doubts), used)


def steps(source: Source) -> list[Line]:
    """Return the lines that open a step: under a section of steps, or called 第一阶段."""
    for at, line in enumerate(source.lines):
        if line.name and line.level <= _STEP and _SECTION.search(fold(line.name)):
            below = [x for _, x in source.under(at)]
            named = [x for x in below if x.name]
            if named:
                level = min(x.level for x in named)
                return [x for x in named if x.level == level]
            bare = [x for x in below if _BARE.match(x.flat)]
            if bare:
                return bare
    ordinal = [x for x in source.lines if _ORDINAL.match(x.flat) and x.name]
    return ordinal or [x for x in source.lines if _BARE.match(x.flat)]


def _phrased(source: Source) -> Iterator[Line]:
    """Yield 自查阶段为10月1日至10月31日 as lines of their own, where the prose tells steps so."""
    found = [
        (sentence, match)
        for sentence in sentences(source)
        for match in _PHRASE.finditer(sentence.flat)
        if dates.find(_clause(sentence.text, match.end()))
    ]
    for sentence, match in found if len(found) >= _FEWEST else ():
        text = sentence.text[match.start("name") : match.end()]
        name = text[: match.end("name") - match.start("name")]
        text += _clause(sentence.text, match.end())
        yield Line(text, fold(text), sentence.place, _STEP, name, match.end() - match.start("name"))


def _clause(text: str, start: int) -> str:
    return re.split(r"[,，。;；]", text[start:])[0]


def _stage(source: Source, line: Line) -> tuple[dict[str, str], str]:
    """Return a stage and the words that its days were read from."""
    bare = _BARE.match(line.flat)
    head = line.text[: line.body] if line.name else line.text[: bare.end() if bare else 0]
    name, when = _split(line, bare)
    stage = {"名称": name}
    if not when and dates.find(head):
        when = head
    told = bool(when)
    when = when or line.text[slice(*opened(line))]
    first, last = days(when, source.year)
    if first:
        stage["起"] = first.isoformat()
    if last:
        stage["止"] = last.isoformat()
    stage["原话"] = head.strip().rstrip("。：:") if told else _opening(line)
    return stage, when


def _split(line: Line, bare: re.Match[str] | None) -> tuple[str, str]:
    """Return a heading's name and the bracketed time behind it."""
    if bare and not line.name:
        return line.text[bare.start("name") : bare.end("name")].strip(), bare["when"]
    flat = fold(line.name)
    bracket = _WHEN.search(flat)
    if bracket:
        rest = (line.name[: bracket.start()] + line.name[bracket.end() :]).strip(" :：")
        return rest or line.name, line.name[bracket.start() + 1 : bracket.end() - 1]
    found = dates.find(line.name)
    if found:
        rest = re.sub(r"[(（,，:：\s-]+$", "", line.name[: found[0].start])
        tail = line.name[found[-1].end :].strip(" 前,，:：)）")
        return rest or tail or line.name, line.name[found[0].start :]
    cut = re.match(r"[^,:]+", flat)
    return (line.name[: cut.end()] if cut else line.name).strip(), ""


def days(when: str, year: int | None) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and last day that words give: a range both, `…前` the last only."""
    found = dates.find(when)
    if not found:
        return None, None
    base = found[0].year or year
    if len(found) == 1 and (found[0].before or re.search(r"前", when[found[0].end :][:2])):
        return None, found[0].closes(base)
    if len(found) == 1 and re.search(r"起|开始|以后", when[found[0].end :][:3]):
        return found[0].opens(base), None
    first = found[0].opens(base)
    last = found[-1].closes(found[-1].year or base)
    if len(found) == 1 and found[0].exact:
        return None, last
    start = re.search(r"(\d{1,2}) ?(?:-|至|到) ?$", fold(when)[: found[0].start])
    if start and len(found) == 1 and int(start[1]) <= found[0].first[0] and base:
        first = datetime.date(base, int(start[1]), 1)
    return (first, last) if first and last and first <= last else (None, last)


def opened(line: Line) -> tuple[int, int]:
    """Return where the days stand that a step's own words open with (2022年4月16日至7月31日。…).

    Two equal places where they open with none: a day further on is of something in the step.
    """
    if not line.name:
        return line.body, line.body
    found = dates.find(line.text[line.body :])
    end = 0
    for date in found:
        between = line.flat[line.body + end : line.body + date.start]
        if not (_LEADS if not end else _TO).fullmatch(between):
            break
        end = date.end
    start = line.body + found[0].start if end else line.body
    return start, line.body + end if end else start


def _opening(line: Line) -> str:
    """Return the first sentence of a step without days."""
    body = line.text[line.body :].strip()
    return re.split(r"(?<=。)", body)[0].rstrip("。") or line.text.strip()


def _doubts(line: Line, stage: dict[str, str], when: str) -> list[Doubt]:
    if _MIDDLE.search(fold(when)) and "止" in stage:
        why = "“中旬前”可以读作10日前，也可以读作20日前；按后一种算"
        return [Doubt(line.place, "期限未定", when, f"止 {stage['止']}", why, "阶段")]
    if when and "止" not in stage and "起" not in stage:
        why = "阶段的时间没有读懂；请把“起”“止”补进“阶段”"
        return [Doubt(line.place, "没有写明", when, "不写起止", why, "阶段")]
    return []
