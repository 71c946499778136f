"""要求: what the plan asks of material besides what every plan does, with its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fzjs.facts import fold, printed
from fzjs.importers.document import Doubt, Place
from fzjs.importers.draft import Row
from fzjs.importers.settings.asked import ASKS, NEVER, SCREEN, SOFT, Ask
from fzjs.importers.settings.folded import fold as widths
from fzjs.importers.settings.frame import Part, Sentence, Source, row_name, sentences
from fzjs.personal import mask

_LONGEST = 80
_NUMBER = re.compile(r"^\s*\d{1,2}[.．、]\s*")
_MARK = re.compile(r"[,。;:\n]")


class Told(NamedTuple):
    """A 要求 as one place tells it; `subject` is "" where it holds for all."""

    name: str
    share: str
    head: str
    quote: str
    subject: str
    place: Place
    why: str
    used: bool


def read(source: Source, rows: Sequence[Row]) -> Part:
    """Return 要求, the narrower ones first, and a doubt for each that the words leave open.

    DESIGN section 4: "as far as *this* plan asks for it". `rows` carry the numbers that the
    indicators will have: what a row's own tasks or 上报资料 ask holds for that row alone.
    """
    everywhere = [told for sentence in sentences(source) for told in _in_prose(sentence)]
    once, doubts = _once(everywhere)
    whole = {told.name for told in once if not told.share}
    narrow = [t for row in rows for t in _in_row(row) if t.name not in whole]
    doubts += [_doubt(told) for told in (*once, *_first(narrow)) if told.why]
    doubts += _unnamed_form(source, [*once, *narrow])
    made = [*_grouped(narrow), *(_record(told, ()) for told in once)]
    used = frozenset(told.place.order for told in once if told.used)
    return Part({"要求": made} if made else {}, tuple(dict.fromkeys(doubts)), used)


def _in_prose(sentence: Sentence) -> Iterator[Told]:
    for ask, match in _asked(sentence.flat, ""):
        cited = sentence.cite(match.start(), match.end())
        quote = _NUMBER.sub("", cited.removeprefix(sentence.head)[1:-1])
        told = _told(ask, match, "", sentence.place, used=True)
        yield told._replace(head=sentence.head, quote=quote)


def _in_row(row: Row) -> Iterator[Told]:
    """Yield what a row's tasks ask, or its 上报资料, or where it has neither its own words."""
    methods = "、".join(row.methods)
    said = [(task.method, task.text) for task in row.tasks]
    said = said or [(methods, text) for text in row.materials] or [(methods, row.text)]
    basic = row.category == "基础"
    subject = printed(row.number) if basic else fold(row.number, row.category)
    for method, text in said if subject else ():
        for sentence in re.split(r"(?<=[。；;\n])", text):
            for ask, match in _asked(widths(sentence), method):
                quote = _clause(sentence, match.start(), match.end())
                told = _told(ask, match, subject, row.place, used=False)
                yield told._replace(head=row_name(row), quote=quote)


def _asked(flat: str, method: str) -> Iterator[tuple[Ask, re.Match[str]]]:
    """Yield each demand that a sentence makes, by the first of its patterns."""
    seen: set[str] = set()
    for ask in ASKS:
        match = ask.words.search(flat)
        if not match or ask.name in seen:
            continue
        if not ask.within.search(f"{method}:{flat}") or ask.but.search(flat):
            continue
        if not NEVER.search(flat[: match.start()]):
            seen.add(ask.name)
            yield ask, match


def _told(ask: Ask, match: re.Match[str], subject: str, place: Place, *, used: bool) -> Told:
    share = (match["share"] if "share" in match.re.groupindex else "") or ask.share
    soft = SOFT.search(match.string) if ask.name != "上级文件可代" else None
    why = f"写的是“{soft[0]}”，不一定都要；记作都要" if soft else ask.why
    return Told(ask.name, share, "", "", subject, place, why, used)


def _clause(text: str, start: int, end: int) -> str:
    """Return the clauses of a task that a match stands in, without the number before them."""
    flat = widths(text)
    first = max((m.end() for m in _MARK.finditer(flat, 0, start)), default=0)
    last = next((m.start() for m in _MARK.finditer(flat, end)), len(text))
    return mask(_NUMBER.sub("", text[first:last]).strip()[:_LONGEST])


def _once(found: Iterable[Told]) -> tuple[list[Told], list[Doubt]]:
    """Return the first of each name that holds for all, and a doubt where shares differ."""
    kept: dict[str, Told] = {}
    doubts = []
    for told in found:
        first = kept.setdefault(told.name, told)
        if first.share != told.share:
            why = "同一种比例写了两个数"
            words = f"{first.share}%、{told.share}%"
            assumed = f"{told.name}记作{first.share}%"
            doubts.append(Doubt(told.place, "要求矛盾", words, assumed, why, "要求"))
    return list(kept.values()), doubts


def _first(found: Iterable[Told]) -> list[Told]:
    """Return one of each row, demand and reason."""
    return list({(told.subject, told.name, told.why): told for told in found}.values())


def _grouped(found: Iterable[Told]) -> list[dict[str, object]]:
    """Return what several rows ask in the same words as one 要求 with all of them as 对象."""
    groups: dict[tuple[str, str, str], list[Told]] = {}
    asked: set[tuple[str, str]] = set()
    for told in found:
        if (told.subject, told.name) not in asked:
            asked.add((told.subject, told.name))
            groups.setdefault((told.name, told.share, told.quote), []).append(told)
    order = {ask.name: place for place, ask in reversed(list(enumerate(ASKS)))}
    kept = sorted(groups.values(), key=lambda group: order[group[0].name])
    return [_record(group[0], [told.subject for told in group]) for group in kept]


def _record(told: Told, subjects: Sequence[str]) -> dict[str, object]:
    names = list(dict.fromkeys(subjects))
    more = f"等{len(names)}项" if len(names) > 1 else ""
    made: dict[str, object] = {"名称": told.name}
    made |= {"对象": names} if names else {}
    made |= {"比例": f"{told.share}%"} if told.share else {}
    return {**made, "出处": f"{told.head}{more}“{told.quote}”"}


def _doubt(told: Told) -> Doubt:
    share = f" {told.share}%" if told.share else ""
    assumed = f"记作要求：{told.name}{share}"
    return Doubt(told.place, "要求未定", told.quote, assumed, told.why, told.subject or "要求")


def _unnamed_form(source: Source, found: Iterable[Told]) -> Iterator[Doubt]:
    """Yield a doubt where an electronic copy is asked for and nowhere in which form."""
    if any(told.name == "电子文档" for told in found):
        return
    for sentence in sentences(source):
        if SCREEN.search(sentence.flat) and re.search(r"材料|资料|报送", sentence.flat):
            why = "要电子版，没有写格式；程序只会查有没有PDF，要查的在“要求”里写 电子文档"
            assumed = "没有记成要求"
            yield Doubt(sentence.place, "要求未定", sentence.text[:_LONGEST], assumed, why, "要求")
            return
