"""The numbers that Word makes by itself: lists, levels and styles of numbering.xml."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from fzjs.ooxml.counting import printed
from fzjs.ooxml.parts import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_PLACE = re.compile("%([1-9])")
_CLOSED = re.compile(r"[\s.．。、，,:：)）\]】〕>》-]$")
_DEEPEST = 8


class Level(NamedTuple):
    """One level of a list: how it counts and what it prints."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    after: str = "tab"
    legal: bool = False
    restart: int | None = None
    paragraph_style: str = ""


class List(NamedTuple):
    """A w:num: the counter that it shares, its levels, where it starts anew."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbers:
    """Hands out the automatic number of each paragraph, in the order in which it is asked."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Read both parts; either may be missing."""
        self._styles = _style_numbers(styles)
        self._lists = {} if numbering is None else _lists(numbering, self._styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[tuple[str, int]] = set()

    def before(self, properties: etree._Element | None) -> str:
        """Return what Word prints before a paragraph with these `w:pPr`, and count it."""
        found = self._level(properties)
        if found is None:
            return ""
        number, depth = found
        used = self._lists[number]
        level = used.levels.get(depth)
        if level is None:
            return ""
        self._advance(number, used, depth)
        text = _PLACE.sub(lambda mark: self._count(used, int(mark[1]) - 1, level), level.text)
        if level.style == "bullet" or not text.strip():
            return ""
        if level.after == "space":
            return f"{text} "
        return text if level.after == "nothing" or _CLOSED.search(text) else f"{text} "

    def _level(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """Return the list and the level of a paragraph: its own, else its style's."""
        direct = None if properties is None else properties.find(f"{W}numPr")
        styled = None if properties is None else properties.find(f"{W}pStyle")
        name = "" if styled is None else styled.get(VAL, "")
        own = _num_pr(direct)
        number, depth = self._styles.get(name, ("", None))
        number = own[0] or number
        depth = own[1] if own[1] is not None else depth
        if number in {"", "0"} or number not in self._lists:
            return None
        if own[0] or depth is not None:
            return number, depth or 0
        for at, level in self._lists[number].levels.items():
            if name and level.paragraph_style == name:
                return number, at
        return number, 0

    def _advance(self, number: str, used: List, depth: int) -> None:
        counts = self._counts.setdefault(used.counter, {})
        if depth in used.starts and (number, depth) not in self._seen:
            counts[depth] = used.starts[depth] - 1
        self._seen.add((number, depth))
        for at in range(depth):
            counts.setdefault(at, used.starts.get(at, used.levels.get(at, Level()).start))
        counts[depth] = counts.get(depth, used.levels[depth].start - 1) + 1
        for at in range(depth + 1, _DEEPEST + 1):
            restart = used.levels.get(at, Level()).restart
            if restart is None or depth < restart:
                counts.pop(at, None)

    def _count(self, used: List, depth: int, shown: Level) -> str:
        level = used.levels.get(depth, Level())
        value = self._counts[used.counter].get(depth, level.start)
        plain = shown.legal and level.style not in {"none", "bullet", "decimalZero"}
        return printed(value, "decimal" if plain else level.style)


def _num_pr(node: etree._Element | None) -> tuple[str, int | None]:
    if node is None:
        return "", None
    number, depth = node.find(f"{W}numId"), node.find(f"{W}ilvl")
    return (
        "" if number is None else number.get(VAL, ""),
        None if depth is None else whole(depth.get(VAL), 0, _DEEPEST),
    )


def _style_numbers(styles: etree._Element | None) -> dict[str, tuple[str, int | None]]:
    """Return the list and level that each style gives, inherited ones too."""
    if styles is None:
        return {}
    own: dict[str, tuple[str, int | None]] = {}
    parents: dict[str, str] = {}
    default = ""
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        own[name] = _num_pr(style.find(f"{W}pPr/{W}numPr"))
        based = style.find(f"{W}basedOn")
        parents[name] = "" if based is None else based.get(VAL, "")
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            default = name
    found = {name: _inherited(name, own, parents) for name in own}
    found.setdefault("", found.get(default, ("", None)))
    return found


def _inherited(
    name: str, own: dict[str, tuple[str, int | None]], parents: dict[str, str]
) -> tuple[str, int | None]:
    number, depth = "", None
    seen: set[str] = set()
    while name and name not in seen and not number:
        seen.add(name)
        number, level = own.get(name, ("", None))
        depth = level if depth is None else depth
        name = parents.get(name, "")
    return number, depth


def _lists(numbering: etree._Element, styles: dict[str, tuple[str, int | None]]) -> dict[str, List]:
    abstract = {
        each.get(f"{W}abstractNumId", ""): each for each in numbering.iter(f"{W}abstractNum")
    }
    bases = {}
    for num in numbering.iter(f"{W}num"):
        base = num.find(f"{W}abstractNumId")
        bases[num.get(f"{W}numId", "")] = "" if base is None else base.get(VAL, "")
    found = {}
    for num in numbering.iter(f"{W}num"):
        name = num.get(f"{W}numId", "")
        counter = _linked(bases[name], abstract, bases, styles)
        levels = _levels(abstract.get(counter))
        starts: dict[int, int] = {}
        for override in num.iter(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0, _DEEPEST)
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[at] = whole(start.get(VAL), 1)
        found[name] = List(counter, levels, starts)
    return found


def _linked(
    counter: str,
    abstract: dict[str, etree._Element],
    bases: dict[str, str],
    styles: dict[str, tuple[str, int | None]],
) -> str:
    """Return the list that really has the levels: a numbering style may stand between."""
    node = abstract.get(counter)
    link = None if node is None else node.find(f"{W}numStyleLink")
    if link is None:
        return counter
    return bases.get(styles.get(link.get(VAL, ""), ("", None))[0], counter)


def _levels(node: etree._Element | None) -> dict[int, Level]:
    if node is None:
        return {}
    return {
        whole(level.get(f"{W}ilvl"), 0, _DEEPEST): Level(
            start=whole(_value(level, "start"), 0),
            style=_style(level),
            text=_value(level, "lvlText") or "",
            after=_value(level, "suff") or "tab",
            legal=_on(level.find(f"{W}isLgl")),
            restart=None
            if level.find(f"{W}lvlRestart") is None
            else whole(_value(level, "lvlRestart"), 0, _DEEPEST + 1),
            paragraph_style=_value(level, "pStyle") or "",
        )
        for level in node.findall(f"{W}lvl")
    }


def _style(level: etree._Element) -> str:
    """Return a level's number format; a custom one such as `001, 002` counts with zeros."""
    found = next(level.iter(f"{W}numFmt"), None)
    if found is None:
        return "decimal"
    style = found.get(VAL, "decimal")
    return "decimalZero" if style == "custom" else style


def _value(node: etree._Element, name: str) -> str | None:
    found = node.find(f"{W}{name}")
    return None if found is None else found.get(VAL)


def _on(node: etree._Element | None) -> bool:
    return node is not None and node.get(VAL, "1") not in {"0", "false", "off"}
