"""单位 and 体系: who issued the plan, under which title and number, and on what day."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from fzjs.importers.document import Doubt, Place
from fzjs.importers.settings import dates, issuer, titles
from fzjs.importers.settings.folded import tight
from fzjs.importers.settings.frame import NUMBER, Line, Part, Source, is_date, sentences

_ANY_YEAR = re.compile(r"(?<![到至\d-])(20\d\d) ?(?:-20\d\d ?)?年(?!以来|以前|之前|版)")
_DUE_YEAR = re.compile(
    r"(20\d\d) ?年 ?(?:\d{1,2} ?月 ?(?:\d{1,2} ?日|[底末初]|[上中下]旬)?|年?[底末])"
    r" ?(?:之?前|以前|[-至)])"
)
_TITLED = re.compile(r"《[^》]*》|(?<=到)20\d\d ?年")


class Origin(NamedTuple):
    """What the text says of itself; "" and None where it does not."""

    unit: str
    title: str
    number: str
    issued: datetime.date | None
    issued_words: str
    place: Place


def read(source: Source) -> tuple[Part, Origin]:
    """Return 单位 and 体系, and the origin that other modules cite."""
    signed = issuer.signatures(source)
    day, day_line = _issued(source, signed)
    number, number_line = _number(source)
    found = titles.read(source)
    title, title_lines = found.words, found.lines
    who = issuer.read(source, title, signed)
    lines = [*who.lines, *title_lines, *(x for x in (day_line, number_line) if x)]
    origin = Origin(
        "" if who.assumed else who.unit, title, number, day,
        day_line.text.strip() if day_line else "",
        title_lines[0].place if title_lines else source.start,
    )  # fmt: skip
    data: dict[str, object] = {"单位": who.unit, "体系": _system(source, origin)}
    used = frozenset(line.place.order for line in lines)
    assumed = ("单位",) if who.assumed else ()
    return Part(data, (*who.doubts, *_untitled(source, found)), used, assumed), origin


def year_of(source: Source) -> int | None:
    """Return the year that the plan was issued in, as far as the text lets it be known."""
    return dated(source)[0]


def dated(source: Source) -> tuple[int | None, str]:
    """Return the year that the plan was issued in, and in Chinese the ground; (None, "") if none.

    Its date's, its number's or its title's; else the first year in which something is due; else
    the first that its opening names. The year of a goal (到2025年) says nothing of it.
    """
    day, _ = _issued(source, issuer.signatures(source))
    number, _ = _number(source)
    bracket = re.search(r"(?:19|20)\d\d", number)
    if day or bracket:
        return (day.year if day else int(bracket[0] if bracket else 0)), "印发的那一年"
    title = tight(titles.read(source).words)
    rows = (s.flat for s in sentences(source, rows=True) if s.line is None)
    grounds = (
        ("题目里的那一年", _ANY_YEAR, title),
        ("最早的期限那一年", _DUE_YEAR, "\n".join(x.flat for x in source.lines)),
        ("最早的期限那一年", _DUE_YEAR, "\n".join(rows)),
        ("开头提到的那一年", _ANY_YEAR, "".join(tight(x.text) for x in source.lines[:12])),
    )
    for ground, kind, text in grounds:
        years = [int(m[1]) for m in kind.finditer(_TITLED.sub("", text))]
        if years:
            return (min(years) if kind is _DUE_YEAR else years[0]), ground
    return None, ""


def numbers(text: str) -> list[str]:
    """Return the document numbers in a text, as printed."""
    return [match[0].strip() for match in NUMBER.finditer(text)] if "号" in text else []


def _system(source: Source, origin: Origin) -> dict[str, object]:
    """Return 体系: the table that the rows stand in, if it has a title, else the plan."""
    table, annex = titles.of_table(source)
    name = table or origin.title or "（方案没有标题）"
    system: dict[str, object] = {"名称": name}
    if origin.number:
        system["文号"] = origin.number
    when = dates.printed(origin.issued) if origin.issued else ""
    other = table and origin.title and tight(table) != tight(origin.title)
    what = f"《{origin.title}》{annex}" if other else ""
    if when or what or (origin.unit and origin.number):
        system["来源"] = f"{origin.unit}{when}印发{what}"
    return system


def _issued(source: Source, signed: list[Line]) -> tuple[datetime.date | None, Line | None]:
    """Return the day on a line of its own nearest to a signature, else the one behind it."""
    orders = [line.place.order for line in signed]
    alone = [line for line in source.lines if is_date(tight(line.text))]
    alone.sort(key=lambda x: min((abs(x.place.order - o) for o in orders), default=0))
    for line in (*alone, *signed):
        for found in dates.find(line.text):
            if found.exact and found.year:
                return found.closes(None), line
    return None, alone[0] if alone else None


def _number(source: Source) -> tuple[str, Line | None]:
    """Return the number that stands on a line of its own: the document's, not a cited one."""
    for line in source.before[:25]:
        words = line.flat.strip().strip("()")
        match = NUMBER.fullmatch(words)
        if match:
            return line.text.strip().strip("（）()"), line
    return "", None


def _untitled(source: Source, title: titles.Title) -> tuple[Doubt, ...]:
    if title.words and title.other:
        why = "通知里印发的名称和方案自己的标题不一样"
        words = f"《{title.other}》；{title.words}"
        return (Doubt(title.lines[0].place, "标题不一", words, title.words, why, "体系"),)
    if title.words:
        return ()
    why = "找不到方案的标题；请把指标体系或方案的名称填进“体系”的“名称”"
    words = source.lines[0].text.strip()[:40] if source.lines else ""
    return (Doubt(source.start, "没有写明", words, "（方案没有标题）", why, "体系"),)
