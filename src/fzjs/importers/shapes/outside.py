"""Lines that are no part of any item: the sign-off and its date, contacts, closing sentences.

A unit alone on its line with a date below it signs the document; it answers for nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import FURNITURE, family
from fzjs.importers.words import groups
from fzjs.importers.words.script import plain

_NUMERAL = "[0-9〇○零一二三四五六七八九十]"
_DATE = re.compile(
    rf"[（(]?(?:{_NUMERAL}{{4}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
    r"(?:印发|发布|印)?[）)]?$"
)
_SEAL = re.compile(r"[（(](?:盖|公|印|代)?章[）)]$")
_UNIT = re.compile(r"[\u4e00-\u9fff（）()〇]{4,30}")
_JOINS = "、，,：:及和与"
_TITLES = 3
"""The title stands within so many first lines."""

_ALL = (
    "(?:各|全体|有关|相关|所有|各有关|各相关)(?:责任|牵头|配合|成员|下属|二级|基层|直属)?"
    "(?:单位|部门|科室|处室|股室|院系|学院|站所|机构|乡镇|镇|街道|村|社区|县|市|区|地|级|局|队|院|所|科|室)"
)
_PAPER = "(?:方案|要点|清单|分工|分工方案|计划|通知|意见|办法|任务书|细则|规定|分解表|文件|安排)"
_CLOSING = re.compile(
    rf"(?:请|望|希望|要求)?{_ALL}|(?:请|望|希望|特此)(?!示)|本{_PAPER}|未尽事宜|(?:工作|实施|进展)中(?:遇到|如有|有)"
)
_ENDING = re.compile(
    rf"本{_PAPER}(?:自|从|由).{{0,40}}(?:起(?:施行|实施|执行|生效)|负责解释)|特此(?:通知|报告|公告|函)"
)


def marked(found: Sequence[Line], style: str) -> tuple[Line, ...]:
    """Return the lines, those that belong to no item marked `outside`; `style` opens items.

    `closing` marks sentences to all (`请各单位……`, `本方案……`) after which no item of the same list
    comes: they are outside once the item above has its owners.
    """
    titles = [_bare(line.text) for line in found[:_TITLES]]
    signed = _signed(found, titles)
    lines = []
    following = ""
    for at in range(len(found) - 1, -1, -1):
        line = found[at]
        alone = line.lead is None and not any(f.kind in fields.OWNING for f in line.fields)
        words = plain(line.text)
        outside = at in signed or (alone and bool(_ENDING.match(words)))
        closing = alone and following != style and bool(_CLOSING.match(words))
        lines.append(line._replace(outside=outside, closing=closing))
        following = family(line.lead) if line.lead else following
    return tuple(reversed(lines))


def _signed(found: Sequence[Line], titles: Sequence[str]) -> frozenset[int]:
    """Return the positions of sign-offs: units over a date, a unit with its date, the title's."""
    signed: set[int] = set()
    for at, line in enumerate(found):
        below = found[at + 1] if at + 1 < len(found) else None
        dated = below is not None and _is_date(below.text)
        if _joined(found, at):
            continue
        if (dated and _is_unit(line, titles)) or _with_date(line):
            signed |= {at, *_cosigned(found, at)}
        elif (below is None or FURNITURE.match(below.text)) and _titled(line, titles):
            signed.add(at)
    return frozenset(signed)


def _cosigned(found: Sequence[Line], at: int) -> list[int]:
    """Return the positions of further units over a sign-off: of the same place, one a line."""
    place = _bare(found[at].text).removeprefix("中共")[:2]
    above = []
    for before in range(at - 1, -1, -1):
        words = _bare(found[before].text).removeprefix("中共")
        if not words.startswith(place) or not _is_unit(found[before], ()) or _joined(found, before):
            break
        above.append(before)
    return above


def _joined(found: Sequence[Line], at: int) -> bool:
    """Tell whether a line goes on with the one above, which breaks off or is a label alone."""
    if not at:
        return True
    above = found[at - 1]
    empty = bool(above.fields) and not above.fields[-1].words
    return empty or above.text[-1] in _JOINS


def _is_date(text: str) -> bool:
    return bool(_DATE.match(unicodedata.normalize("NFKC", re.sub(r"\s", "", text))))


def _with_date(line: Line) -> bool:
    """Tell whether a line is a unit and a date: `云溪县司法局　2021年3月2日`."""
    words = unicodedata.normalize("NFKC", _bare(line.text))
    date = re.search(rf"(?:{_NUMERAL}{{4}}年)|\d{{4}}[-./]", words)
    if date is None or line.lead or line.fields or not _DATE.match(words[date.start() :]):
        return False
    unit = _SEAL.sub("", words[: date.start()])
    return bool(_UNIT.fullmatch(unit)) and groups.is_office(unit)


def _is_unit(line: Line, titles: Sequence[str]) -> bool:
    """Tell whether a line is a unit's name and nothing else."""
    words = _SEAL.sub("", _bare(line.text))
    if line.lead or line.fields or not _UNIT.fullmatch(words):
        return False
    return groups.is_office(words) or any(title.startswith(words[:2]) for title in titles)


def _titled(line: Line, titles: Sequence[str]) -> bool:
    """Tell whether a line is the unit that the title begins with."""
    words = _SEAL.sub("", _bare(line.text))
    begun = any(title != words and title.startswith(words) for title in titles)
    return begun and _is_unit(line, ())


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
