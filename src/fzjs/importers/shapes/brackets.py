"""Responsibility at the end of a sentence: `（A、B负责）`, `由A牵头，B按职责分工负责`.

What is cut out stands verbatim among the offices; brackets that name nobody (（试行）,
（2021—2025年）, （详见附件）) stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.importers.document import Place
from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Field, Line
from fzjs.importers.words import groups, names, owners, timing
from fzjs.importers.words.script import plain

_PAIRS = dict(zip("）)】]〕］〉｝", "（（【【〔【〈｛", strict=True))
_OPENING = dict(zip("（([【〔［〈｛", "（（【【〔【〈｛", strict=True))
_ROLE = re.compile(
    r"牵头|负责(?!人)|配合|承办|协办|协助|落实|参与|主办|完成|"
    r"(?:责任|主责|实施)(?:单位|部门|科室|处室|股室|主体)\s?[:：]"
)
_NEVER = re.compile(
    r"^(?:试行|暂行|修订|详见|见|含|包括|以下|简称|即|如|下同|附|注|不|原|其中|第)|^\W*\d|\d{4}年?[—\-－~]"
)
_STARTS = re.compile(r"(?:^|(?<=[。；;，,]))(?:此项|该项|本项|以上|上述)?(?:工作|任务|各项)?由")
_SENTENCE = re.compile(r"(?:^|(?<=[。；;，,]))(?=[^。；;，,])")
_SAYS = re.compile("牵头|负责|配合|落实|承办|参与|协助")
_ANYONE = frozenset(
    {"党委", "政府", "社会", "公众", "群众", "市场", "企业", "单位", "部门", "人大"}
)
"""党委领导、政府负责、社会协同、公众参与 is a saying, and names no office of a task."""
_LONGEST = 300
_STOPS = "。；;"


class _Cut(NamedTuple):
    """A responsibility found in a line: where it stands, and its words as printed."""

    start: int
    end: int
    words: str


def read(text: str, place: Place) -> Line:
    """Read a line's opening, its labelled fields, and the responsibility that ends any of them."""
    line = fields.read(text, place)
    if any(field.kind in fields.OWNING for field in line.fields):
        return line
    before, found = parted(line.before)
    kept = []
    for field in line.fields:
        words, more = parted(field.words)
        kept.append(field._replace(words=words))
        found += more
    return line._replace(before=before, fields=(*kept, *found))


def parted(words: str) -> tuple[str, list[Field]]:
    """Return words without the responsibility in them, and that as fields."""
    kept, found = [], []
    start = 0
    for cut in _cuts(words):
        kept.append(words[start : cut.start])
        found += list(_fields(cut.words))
        start = cut.end
    if not found:
        return words, []
    left = "".join([*kept, words[start:]]).strip().rstrip("，,、")
    return ("" if left in _STOPS else left), found


def _cuts(printed: str) -> list[_Cut]:
    """Return the responsibilities of a line, in order: in brackets, or its last sentence."""
    body = plain(printed)
    found = [
        _Cut(start, end, printed[start:end])
        for start, end in _bracketed(body)
        if _names(body[start + 1 : end - 1], last=not body[end:].strip("。；;，, "))
    ]
    dash = body.rfind("——")
    if not found and dash > 0 and _names(body[dash + 2 :].strip(_STOPS), last=True):
        return [_Cut(dash, len(body), printed[dash:])]
    offset = max(0, len(body) - _LONGEST)
    tail = body[offset:].rstrip(_STOPS)
    for start in () if found else _starting(tail):
        if _says(tail[start:]):
            return [_Cut(start + offset, len(body), printed[start + offset :])]
    return found


def _starting(tail: str) -> Iterator[int]:
    """Yield where a last sentence may say who answers; after a comma only with 由 or 牵头."""
    if not _SAYS.search(tail):
        return
    last = max(tail.rfind(stop) for stop in _STOPS) + 1
    for start in _SENTENCE.finditer(tail, last):
        at = start.start()
        by = _STARTS.match(tail, at)
        first = at == last and at > 0
        if by or first or (at > last and "牵头" in tail[at:]):
            yield at


def _bracketed(body: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each outermost pair of brackets, of whatever two widths."""
    opened: list[tuple[int, str]] = []
    for at, sign in enumerate(body):
        if sign in _OPENING:
            opened.append((at, _OPENING[sign]))
        elif sign in _PAIRS:
            while opened and opened[-1][1] != _PAIRS[sign]:
                opened.pop()
            start = opened.pop()[0] if opened else -1
            if start >= 0 and not opened:
                yield start, at + 1


def _names(inside: str, *, last: bool) -> bool:
    """Tell whether a bracket's words say who answers; mere offices do only at a line's end."""
    words = timing.cut(inside)[0]
    if _NEVER.search(words) or not 1 < len(words) <= _LONGEST:
        return False
    if _ROLE.search(words):
        found = owners.read([_owning(words)]).owners
        return any(owner.office not in _ANYONE for owner in found) and not fields.kind_of(words)
    if fields.kind_of(words):
        return False
    tokens = [token for part in re.split("[；;]", words) for token in names.tokens(part)]
    return last and bool(tokens) and all(groups.is_office(token.words) for token in tokens)


def _says(printed: str) -> bool:
    """Tell whether a sentence without brackets names offices and their roles, and nothing else."""
    words = timing.cut(printed)[0]
    if not _ROLE.search(words):
        return False
    found = owners.read([words])
    strange = any(why.startswith(("责任说明", "切分存疑")) for _, why in found.uncertain)
    named = any(owner.office not in _ANYONE for owner in found.owners)
    return named and not strange


def _owning(words: str) -> str:
    """Return a bracket's words without labelled fields that name no office (完成时限：……)."""
    marked = fields.read(words, Place(0, "")).fields
    owning = [
        field.label + field.words
        for field in marked
        if field.kind in {fields.OFFICES, fields.SUPPORT}
    ]
    return "；".join(owning) or words


def _fields(words: str) -> Iterator[Field]:
    """Yield a responsibility as fields: the whole as printed, then deadline and persons in it."""
    inside = names.unwrapped(words.lstrip("—"))
    marked = fields.read(inside, Place(0, "")).fields
    yield Field(
        fields.OFFICES, "", words.strip().rstrip("。；;") if words[0] in _OPENING else words
    )
    for field in marked:
        if field.kind in fields.SAID | {fields.PERSONS}:
            yield Field(field.kind, field.label, field.words.strip("；;，,。 "))
    for time in timing.cut(_owning(inside))[1]:
        yield Field(fields.DEADLINE, "", time)


def offices(words: str) -> str:
    """Return the words of a printed responsibility that name offices, for reading owners."""
    return timing.cut(_owning(names.unwrapped(words.lstrip("—"))))[0]
