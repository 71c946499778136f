"""量化要求 in a text: every figure that asks for something, as data with the words it came from.

What the grammar of 要求 (assess/attain.py) can say is put in it: ≥4次/年, ≥100%, ≤7工作日. What it
cannot, and is a requirement, keeps its words. Names are no figures: dates, document numbers,
“一网、一门、一次”, 110.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.importers.words import phrases
from fzjs.importers.words.dates import Worded, worded
from fzjs.importers.words.figures import AIM, EACH, WINDOW, Figure, figures
from fzjs.importers.words.numerals import money, plain
from fzjs.importers.words.sentences import Sentences, cut, inside, own_words

_TIMES = {"工作日", "自然日", "小时", "分钟", "日", "天", "周", "月", "年"}
_REPEATED = {
    "次",
    "期",
    "场",
    "场次",
    "份",
    "篇",
    "学时",
    "课时",
    "人次",
    "节",
    "课",
    "堂",
    "批",
    "轮",
    "例",
    "件",
    "天",
}
_OCCASIONS = {"次", "期", "场", "场次", "份", "学时", "课时", "堂", "课"}
_PERSONS = {"人", "名", "位"}
_ACT = re.compile(
    r"(?:开展|组织|举办|举行|召开|听取|进行|安排|参加|提交|报送|提供|开设|培训|学习|讲|研究|评查|检查|督察|报告)"
)
_ACTS = re.compile(_ACT.pattern + r"了?\s*$")
_REACHES = re.compile(r"实现|建成|打造|培育|命名|建立|完成|设立|评为")
_AWAITS = re.compile(r"公示|公告|公布|期限|时间|时限|为期|提前|前\s*$")
_START = re.compile(
    r"(?:自|从|在|于|最迟|应当?|须|必须|[,，])*(?P<act>[^,，。;；:：]{1,30}?)(?P<mark>之日起|之日|当日起|之后|以后|后)的?\s*$"
)
_START_LEAD = re.compile(r"^.*(?:自|从|(?<!存)在|于(?!.*于))")
_SLOGAN = re.compile(r"最多跑[一1]次|一次(?:办好|办成|办结|告知|性)|第[一二三]次")


_SIZED = re.compile(
    r"(?:金额|标的额?|投资额?|造价|价值|估价|估算价|合同价|预算|限额|规模|案值|罚款|单笔)[^,。;]{0,6}$"
)
"""Before 5000万元以上: which cases are meant, and nothing that is asked for."""
_RATIO = re.compile(r"^\s?[/／](?:年|半年|[2２]年)")


class Found(NamedTuple):
    """One 量化要求: 项目, 要求, 原话 (the clause), and 起算 where an event starts the time."""

    item: str
    demand: str
    quote: str
    start: str


def find(text: str) -> tuple[Found, ...]:
    """Return the 量化要求 of a text in its order; equal ones once. Never raises."""
    parts = cut(text)
    dates = list(worded(parts))
    taken = [(date.start, date.end) for date in dates]
    found: list[tuple[int, Found]] = [(date.start, _of_words(parts, date)) for date in dates]
    found += _of_figures(parts, taken)
    found.sort(key=lambda pair: pair[0])
    known: dict[tuple[str, str, str], Found] = {}
    for target in _told_apart([target for _, target in found]):
        known.setdefault((target.item, target.demand, target.start), target)
    return tuple(known.values())


def _of_figures(parts: Sentences, taken: list[tuple[int, int]]) -> Iterator[tuple[int, Found]]:
    """Yield the targets that figures make; one without words of its own is the last one's."""
    previous: tuple[int, str, str, str] = (-1, "", "", "")
    last = 0
    blocked = iter(sorted(taken))
    block = next(blocked, None)
    found = list(figures(parts))
    heads = (*(figure.head for figure in found[1:]), len(parts.text))
    for figure, until in zip(found, heads, strict=False):
        while block and block[1] <= figure.start:
            block = next(blocked, None)
        if block and block[0] < figure.end:
            continue
        demand = _demand(parts, figure)
        if demand:
            sentence = parts.sentence(figure.start)[0]
            same = previous if previous[0] == sentence else (-1, "", "", "")
            started = _started(parts, figure, last) or _inherited(parts, figure, same[2])
            shared = same[1] if same[3] == _measure(figure) else ""
            for item in _items(parts, figure, last, until) or (shared,):
                quote = parts.quote(figure.start, figure.end)
                name = item or quote[: phrases.LONGEST]
                yield figure.start, Found(name, demand, quote, started)
                previous = (sentence, item, started, _measure(figure))
        last = figure.rest


def _measure(figure: Figure) -> str:
    """Return what a figure measures: only one of the same takes the words of the last one."""
    unit = figure.unit.removeprefix("个")
    return unit if unit in {"%", "学时", "课时"} else "时间" if unit in _TIMES else "数量"


def _of_words(parts: Sentences, limit: Worded) -> Found:
    """Return a date or a comparison, its demand in the source's words."""
    clause = parts.clause(limit.start)
    demand = parts.text[limit.start : limit.end].strip()
    quote = parts.quote(limit.start, limit.end)
    before = phrases.before(parts.text[max(clause[0], limit.start - WINDOW) : limit.start])
    if limit.label >= 0:
        label = parts.text[limit.label : limit.start].strip(" :：")
        return Found(label, demand, parts.text[limit.label : limit.end].strip(), "")
    if not limit.dated:
        return Found(before or quote[: phrases.LONGEST], demand, quote, "")
    item = phrases.after_date(parts.text[limit.end : _until(parts, limit.end)])
    begin = _until(parts, limit.end) + 1
    if not item and begin < parts.sentence(limit.start)[1]:
        item = phrases.after_date(parts.text[begin : _until(parts, begin)])
    return Found(item or before or quote[: phrases.LONGEST], demand, quote, "")


def _until(parts: Sentences, begin: int) -> int:
    """Return where the clause at `begin` ends, at most WINDOW on."""
    return min(max(parts.clause(begin)[1], begin), begin + WINDOW)


def _demand(parts: Sentences, figure: Figure) -> str:
    """Return 要求 of a figure, "" where it asks for nothing."""
    words = parts.folded[max(parts.clause(figure.start)[0], figure.start - WINDOW) : figure.head]
    unit = figure.unit.removeprefix("个") or "个"
    quote = parts.quote(figure.start, figure.end)
    if _SLOGAN.match(parts.folded, max(0, figure.start - 3)) or _SLOGAN.match(
        parts.folded, figure.start
    ):
        return ""
    if "元" in unit and _SIZED.search(words) and parts.folded[figure.end : figure.rest]:
        return ""
    rhythm = parts.rhythm(figure.end)
    if rhythm and rhythm[0] <= figure.start < rhythm[1]:
        return ""
    if unit in _TIMES and not figure.sign and not figure.odd:
        return quote if _AWAITS.search(words) else ""
    sign = figure.sign or _silent(parts, figure, words, unit)
    shared = unit == "%" or (sign == "≤" and unit in _TIMES)
    each = EACH.search(words) if sign and not shared else None
    if figure.odd or sign == "?":
        return quote
    aim = AIM.search(words) if sign else None
    if each or aim:
        starts = [figure.head - len(words) + found.start() for found in (each, aim) if found]
        if rhythm and aim and rhythm[0] >= figure.head - len(words):
            starts.append(rhythm[0])
        return parts.text[min(starts) : figure.rest].strip()
    return _written(parts, figure, sign, unit) if sign else ""


def _silent(parts: Sentences, figure: Figure, words: str, unit: str) -> str:
    """Return what a figure without 不少于 asks for: ≥, "?" for words as they stand, "" nothing."""
    if unit == "%":
        return "≥" if plain(figure.number) == "100" else "?"
    arabic = figure.number[0].isdigit()
    if unit in _REPEATED and _later(parts, figure):
        return "≥"
    closes = figure.end >= parts.clause(figure.start)[1] and _ACT.search(words)
    if unit in _OCCASIONS and (closes or _ACTS.search(words) or parts.rhythm(figure.start)):
        return "≥"
    reached = _REACHES.search(parts.quote(figure.start, figure.end))
    return "?" if arabic and unit in {"个", "家", "项"} and reached else ""


def _written(parts: Sentences, figure: Figure, sign: str, unit: str) -> str:
    unit = {"自然日": "日", "天": "日"}.get(unit, unit) if sign == "≤" or unit == "自然日" else unit
    unit = "人" if unit in _PERSONS else unit
    number = money(figure.number) if unit == "元" else plain(figure.number)
    demand = f"{sign}{number}{unit}"
    if unit not in _REPEATED:
        return demand
    rhythm = parts.rhythm(figure.start)
    per = _later(parts, figure) or (rhythm[2] if rhythm else "")
    if per and per not in {"年", "半年", "2年"}:
        return parts.quote(rhythm[0] if rhythm else figure.start, figure.end)
    return f"{demand}/{per}" if per else demand


def _later(parts: Sentences, figure: Figure) -> str:
    """Return the frequency written after a figure: 4次/年."""
    found = re.match(r"\s?/(年|半年|2年)", parts.folded[figure.end : figure.end + 4])
    return found[1] if found else ""


def _items(parts: Sentences, figure: Figure, last: int, until: int) -> tuple[str, ...]:
    """Return what a figure is about; each of several rates that share it (报备率、及时率均达).

    Its words lie between the end of the figure before (`last`) and the next one (`until`).
    """
    start, end = parts.clause(figure.start)
    begin = max(start, last, figure.head - WINDOW)
    words = inside(parts.text[begin : figure.head])
    noun = phrases.before(_without_start(words))
    named = phrases.before(phrases.limiting(parts.text[figure.head : figure.start]))
    following = parts.text[figure.rest : min(end, figure.rest + WINDOW)]
    thing = phrases.after(_RATIO.sub("", own_words(following, until - figure.rest)))
    unit = figure.unit.removeprefix("个")
    if unit == "%":
        of_them = parts.text[figure.rest : figure.rest + 1] == "的" and len(noun) < phrases.SHORTEST
        return phrases.rates(noun) or tuple(filter(None, (thing if of_them else noun or thing,)))
    if unit in _TIMES and figure.rest > figure.end and len(thing) >= phrases.SHORTEST:
        return (thing,)
    counted = unit not in _TIMES and unit not in _PERSONS and unit != "字"
    thing = thing if len(thing) > 1 else ""
    if phrases.BARE.fullmatch(noun) and begin == start and start > 0:
        noun = phrases.before(
            parts.text[max(parts.clause(start - 1)[0], start - WINDOW) : figure.head]
        )
    return tuple(filter(None, ((thing or named or noun) if counted else (noun or thing),)))


def _started(parts: Sentences, figure: Figure, last: int) -> str:
    """Return the event from which a time runs: 公布之日, 执法决定作出之日, 事件发生后."""
    if figure.unit.removeprefix("个") not in _TIMES:
        return ""
    begin = max(parts.clause(figure.start)[0], last, figure.head - WINDOW)
    match = _START.search(re.sub(r"(?:一般|最迟|应当?)+$", "", parts.text[begin : figure.head]))
    if not match:
        return ""
    act = _START_LEAD.sub("", match["act"]).strip()
    return act + ("之日" if "日" in match["mark"] else match["mark"])


def _inherited(parts: Sentences, figure: Figure, started: str) -> str:
    """Return the last event where a clause opens with its limit (，在24小时内举行……)."""
    begin = parts.clause(figure.start)[0]
    opens = re.fullmatch(r"\s*(?:并?在|并|于)?", parts.text[begin : figure.head][-WINDOW:])
    timed = figure.unit.removeprefix("个") in _TIMES and figure.sign == "≤"
    return started if opens and timed else ""


def _without_start(words: str) -> str:
    """Return the words before a figure without the event that starts its time."""
    match = _START.search(words)
    if not match:
        return words
    event = _START_LEAD.sub("", match["act"])
    return words[: match.end("act") - len(event)]


def _told_apart(found: list[Found]) -> list[Found]:
    """Give targets of one name the doer's name instead: 1次、2次、4次考试 of three groups."""
    names = Counter(target.item for target in dict.fromkeys(found))
    result = []
    for target in found:
        doer = phrases.before(target.quote.partition(target.item)[0].split("每", maxsplit=1)[0])
        figured = target.demand[0] in "≥≤" and "每" in target.quote
        clash = names[target.item] > 1 and figured and doer
        result.append(target._replace(item=doer) if clash else target)
    return result
