"""Who answers for each item: its lines of offices, aides and persons read, and the doubts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.document import Document, Doubt, Paragraph
from fzjs.importers.draft import Owner
from fzjs.importers.shapes import brackets, fields
from fzjs.importers.shapes.blocks import ABOVE
from fzjs.importers.shapes.item import Item, Part, words_of
from fzjs.importers.shapes.repeated import once
from fzjs.importers.words import aliases, owners, phones, roles
from fzjs.importers.words.script import plain

_FIRST = re.compile(
    r"(?:排名?|列|位列|署名|排序)(?:在|于)?(?:第一位?|首位|最前面?|首个)[^。；;\n]{0,12}?牵头|"
    r"(?:第一个|首个|首位|第一位)(?:责任)?(?:单位|部门|科室|处室)[^。；;\n]{0,6}?牵头"
)
_HELPING = re.compile("(?:其他|其它|其余|后面|后列|之后|其后)[^。；;\n]{0,12}?配合")
_DECLARATION = 80
"""A line no longer than this says nothing but who leads."""


class Answer(NamedTuple):
    """What an item says of who answers: as printed, and read."""

    offices: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    note: str = ""
    persons: tuple[str, ...] = ()


class Answers(NamedTuple):
    """Each item's answer, the doubts, and the orders of lines that declare who leads."""

    each: tuple[Answer, ...]
    doubts: tuple[Doubt, ...]
    used: frozenset[int]


def answers(items: Sequence[Item], document: Document) -> Answers:
    """Read who answers for each item. The same doubt of the same words is told once, with a count.

    `排在第一位的部门为牵头部门`, said anywhere, makes the first of several lead.
    """
    saying = [one for one in document.prose() if _FIRST.search(plain(one.text))]
    declared = [_declared(one) for one in saying]
    helping = any(_HELPING.search(plain(doubt.words)) for doubt in declared)
    others = ("配合" if helping else "责任") if saying else ""
    doubts: list[Doubt] = []
    each = [_answer(item, others, doubts) for item in items]
    doubts = once(doubts)
    doubts += _aliases(items, each, doubts)
    doubts += _shared(items, each)
    doubts += _missing(items, each)
    doubts += _several(items)
    doubts += _unled(items, each, declared=bool(saying))
    short = frozenset(one.place.order for one in saying if len(one.text) <= _DECLARATION)
    return Answers(tuple(each), (*declared, *doubts), short)


def _declared(saying: Paragraph) -> Doubt:
    """Return a doubt that quotes the sentence by which the first named leads."""
    sentences = re.findall(r"[^。；;\n]+[。；;\n]?", saying.text)
    at = next((at for at, one in enumerate(sentences) if _FIRST.search(plain(one))), 0)
    words = "".join(sentences[at : at + 2 if _follows(sentences[at + 1 :]) else at + 1]).strip()
    helping = "，其余的记为配合" if _HELPING.search(plain(words)) else ""
    assumed = f"没有另写牵头的，排在第一位的记为牵头{helping}"
    why = "牵头不是逐条写的，是按文中统一的说明定的"
    return Doubt(saying.place, "推断牵头", words, assumed, why)


def _follows(sentences: Sequence[str]) -> bool:
    """Tell whether the next sentence is the declaration's second half: 其他为配合单位."""
    return bool(sentences and _HELPING.match(plain(sentences[0].strip())))


def _answer(item: Item, others: str, doubts: list[Doubt]) -> Answer:
    """Read one item; where a label gives a role (牵头单位：) labels stay before printed words."""
    leads = any(
        part.kind == fields.OFFICES and part.label and roles.role_of(plain(part.label)) != "责任"
        for part in item.parts
    )
    offices: list[str] = []
    named: list[str] = []
    support: list[str] = []
    persons: list[str] = []
    for part in item.parts:
        if part.kind == fields.OFFICES:
            printed = words_of(part) if leads else [line for line in part.lines if line]
            offices += printed
            named += _readable(part) if leads else printed
        elif part.kind == fields.SUPPORT:
            support += map(phones.without, filter(None, part.lines))
        elif part.kind == fields.PERSONS:
            persons += filter(None, part.lines)
    offices, persons = _unnumbered(item, offices, doubts), _unnumbered(item, persons, doubts)
    named = [brackets.offices(words) for words in named]
    found = owners.read(named, persons, first_leads=bool(others), others=others)
    helping = owners.read(support, role="配合")
    doubts += owners.doubts(found, item.place, item.number)
    doubts += owners.doubts(helping, item.place, item.number)
    known = {owner.office for owner in found.owners}
    more = tuple(owner for owner in helping.owners if owner.office not in known)
    return Answer(tuple(offices), tuple(support), found.owners + more, found.note, tuple(persons))


def _unnumbered(item: Item, lines: Sequence[str], doubts: list[Doubt]) -> list[str]:
    """Return lines without telephone numbers, and a doubt for those that had one."""
    kept = [phones.without(line) for line in lines]
    for line, words in zip(lines, kept, strict=True):
        if words != line:
            why = "责任一栏写有电话或者邮箱，不是单位和人名"
            doubts.append(Doubt(item.place, "残留文字", line, "号码没有录入", why, item.number))
    return [words for words in kept if words]


def _readable(part: Part) -> list[str]:
    """Return a field's lines with its label as `牵头单位：` before them, however it is printed."""
    lines = [line for line in part.lines if line]
    label = re.sub(r"[\s【】\[\]:：]", "", part.label)
    return [f"{label}：{lines[0]}", *lines[1:]] if lines and label else lines


def _aliases(items: Sequence[Item], each: Sequence[Answer], told: Sequence[Doubt]) -> list[Doubt]:
    """Return a doubt for each name that may be short for another one in the document."""
    first: dict[str, Item] = {}
    for item, answer in zip(items, each, strict=True):
        for owner in answer.owners:
            first.setdefault(owner.office, item)
    known = {doubt.words for doubt in told if doubt.kind == "别名"}
    return [
        Doubt(
            first[short].place,
            "别名",
            short,
            "先按印的名称单列",
            f"文中另有“{full}”，可能是同一个单位",
            first[short].number,
        )
        for short, full in aliases.pairs(first)
        if short not in known
    ]


def _shared(items: Sequence[Item], each: list[Answer]) -> list[Doubt]:
    """Give the items above `以上由A、B负责` its offices too: a doubt for each line that says so."""
    doubts = []
    for at, answer in enumerate(each):
        if not answer.offices or not ABOVE.search(answer.offices[0]):
            continue
        start = at
        while start and not each[start - 1].offices and items[start - 1].over == items[at].over:
            start -= 1
            each[start] = answer
        numbers = "、".join(item.number for item in items[start:at])
        assumed = f"也作为{numbers}的责任单位" if numbers else "只作为本条的责任单位"
        why = "写的是“以上”，管到哪一条没有写明"
        words = answer.offices[0]
        about = items[at].number
        doubts.append(Doubt(items[at].place, "共用上行", words, assumed, why, about))
    return doubts


def _several(items: Sequence[Item]) -> list[Doubt]:
    """Return a doubt for each item whose sentences have brackets of their own: put together."""
    found = []
    for item in items:
        own = [part for part in item.parts if part.kind == fields.OFFICES]
        if len(own) > len({plain(part.label) for part in own}):
            why = "这一条里几句话各有责任单位，没有拆成几条，单位合在一起"
            words = "".join(line for part in own for line in part.lines)
            found.append(Doubt(item.place, "切分存疑", words, "作为一条", why, item.number))
    return found


def _missing(items: Sequence[Item], each: Sequence[Answer]) -> list[Doubt]:
    """Return a doubt for each item without offices, one for all where most have none."""
    lacking = [item for item, answer in zip(items, each, strict=True) if not answer.offices]
    most = len(lacking) * 2 > len(items)
    why = f"{len(lacking)}条没有写责任单位" if most else "这一条没有写责任单位"
    return [
        Doubt(item.place, "没有写明", _head(item), "责任单位空着", why, item.number)
        for item in (lacking[:1] if most else lacking)
    ]


def _unled(items: Sequence[Item], each: Sequence[Answer], *, declared: bool) -> list[Doubt]:
    """Return one doubt where several offices answer and nothing says who leads."""
    unled = [
        (item, answer)
        for item, answer in zip(items, each, strict=True)
        if sum(owner.role == "责任" for owner in answer.owners) > 1
        and all(owner.role != "牵头" for owner in answer.owners)
    ]
    if declared or not unled:
        return []
    item, answer = unled[0]
    why = f"{len(unled)}条列了几个单位而没有写由谁牵头，文中也没有统一说明"
    words = "；".join(answer.offices)
    assumed = "都记为责任，没有指定牵头"
    return [Doubt(item.place, "推断牵头", words, assumed, why, item.number, ruling=True)]


def _head(item: Item) -> str:
    return f"{item.lead.printed}{item.lead.rest}"[:60]
