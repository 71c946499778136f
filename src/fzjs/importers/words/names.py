"""Cuts the words of a responsibility into names: separators, brackets, connectives, prefixes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.words import groups

_OPEN, _CLOSE = "（([【〔{［〈｛", "）)]】〕}］〉｝"
_LINKS = re.compile("以及|和|与|及(?!其|时)|暨")
_VERB = re.compile("(?:负责|牵头|配合|落实|参与|协助|承办|协办)[）)\\]】]?$")
_TWIN = re.compile("(?:人民)?政府|办事处|管委会|管理委员会")
"""Bare, these go with the committee before them: 各县（市、区）党委和政府 is one group."""

_WEAK = 2
"""A name of two signs before a connective (党委和…, 工会与…) may be part of a longer one."""


_LONGEST = 60
"""No name is longer; a doubt quotes no more."""


class Token(NamedTuple):
    """Words between two separators, and the separator before them ("" for the first)."""

    words: str
    before: str


def joined(cells: Sequence[str]) -> str:
    """Return a cell's paragraphs and lines as one text; each is a name unless one breaks off.

    A broken name (`行政审批管` / `理科`) is put together where only both halves make an office.
    """
    text = ""
    for line in "\n".join(cells).splitlines():
        words = line.strip()
        last = re.split(r"[、，,；;。:：]", text[-40:])[-1]
        broken = (
            not groups.is_office(last)
            and not _VERB.search(last)
            and groups.is_office(last + words.split("、")[0])
        )
        stop = not text or text[-1] in "、，,；;。:：" or not words or words[0] in "、，,；;。（("
        text += words if broken or stop else f"、{words}"
    return text


def unwrapped(text: str) -> str:
    """Return a text without the one pair of brackets around the whole of it, and end stops."""
    words = text.strip().strip("。；;，, ")
    pairs = _pairs(words)
    while words and pairs.get(0) == len(words) - 1:
        words = words[1:-1].strip().strip("。；;，, ")
        pairs = _pairs(words)
    return words


def tokens(clause: str) -> list[Token]:
    """Cut a clause at 、，,/ outside brackets, and at a space between two whole names."""
    pairs = _pairs(clause)
    found: list[Token] = []
    start, before, at = 0, "", 0
    while at <= len(clause):
        if at == len(clause) or clause[at] in "、，,／/|":
            found += _spaced(clause[start:at], before)
            start, before = at + 1, clause[at : at + 1]
        at = pairs.get(at, at) + 1
    return [token for token in found if token.words]


def cut(name: str, uncertain: list[tuple[str, str]]) -> tuple[str, ...]:
    """Cut a name at 与, 和, 及, 以及 where whole offices stand on both sides, else leave it whole.

    普法与依法治理科 and 发展和改革委员会 stay: what precedes the connective is no office's name.
    """
    name = _without_rest(name, uncertain)
    if "及其" in name:
        uncertain.append((name, "切分存疑：“及其”所连的没有切开"))
    found: list[str] = []
    start = 0
    links = _links(name)
    for at, link in enumerate(links):
        left = name[start : link.start()].strip()
        if not groups.is_office(left):
            continue
        if left.endswith("委") and _TWIN.fullmatch(name[link.end() :].strip()):
            continue
        ends = [later.start() for later in links[at + 1 : at + 4]] + [
            min(len(name), link.end() + _LONGEST)
        ]
        if not any(groups.is_office(name[link.end() : end].strip()) for end in ends):
            if name[link.end() :].strip():
                why = f"切分存疑：“{link[0]}”后面不像单位名称，没有切开"
                uncertain.append((name[start : start + _LONGEST], why))
            continue
        if len(groups.bare(left)) <= _WEAK:
            why = f"切分存疑：在“{link[0]}”处切开，也可能是一个单位的名称"
            uncertain.append((name[start : start + _LONGEST], why))
        found.append(_without_rest(left, uncertain))
        start = link.end()
    return (*found, name[start:].strip())


def _links(name: str) -> list[re.Match[str]]:
    """Return the connectives of a name that stand outside its brackets."""
    pairs = _pairs(name)
    inside = {at for start, end in pairs.items() for at in range(start, end)} if pairs else set()
    return [link for link in _LINKS.finditer(name) if link.start() not in inside]


def peers(named: Sequence[tuple[str, str]], uncertain: list[tuple[str, str]]) -> None:
    """Remark on bare peers after a prefixed one: 市市场监督管理局、政府办 (requirements 2.6).

    `named` are names with the separator before each: a comma begins another tier.
    """
    first = ""
    for name, before in named:
        if before != "、" or not first:
            first = name
            continue
        full = groups.missing_prefix(first, name)
        if full:
            why = f"别名：前面的“{first}”带着级别，这里可能是“{full}”的省略"
            uncertain.append((name, why))


def _without_rest(name: str, uncertain: list[tuple[str, str]]) -> str:
    """Take off 等, 等部门, 等3个单位: others are meant that are not named."""
    count = r"(?:有关|相关)?(?:[\d一二三四五六七八九十]{1,3}[个家])?"
    match = re.search(rf"(?<=.)等{count}(?:部门|单位|科室|处室|机构|机关|成员单位)?$", name)
    if not match or name.endswith(("高等", "中等", "平等", "对等")):
        return name
    uncertain.append((name, "集合名词：“等”字说明不止所列的单位，其余没有写明"))
    return name[: match.start()]


def _spaced(words: str, before: str) -> list[Token]:
    """Cut at white space where every part is an office; `政 治 部` is one, its spaces filling."""
    parts = words.split()
    if len(parts) > 1 and all(groups.is_office(part) for part in parts):
        return [Token(part, before if at == 0 else "、") for at, part in enumerate(parts)]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return [Token("".join(parts), before)]
    return [Token(words.strip(), before)]


def _pairs(text: str) -> dict[int, int]:
    """Return where each bracket that closes opens and closes; an odd one protects nothing."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPEN:
            opened.append(at)
        elif sign in _CLOSE and opened:
            found[opened.pop()] = at
    return found
