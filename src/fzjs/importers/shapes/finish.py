"""From printed rows to a draft: what cells share, who answers, which level; and the doubts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from fzjs.importers.document import Document, Doubt
from fzjs.importers.draft import Draft, Owner, Row
from fzjs.importers.shapes import (
    brackets,
    declared,
    named,
    points,
    repeated,
    sharing,
    tasklines,
    tiers,
)
from fzjs.importers.shapes.rows import Raw, Reader
from fzjs.importers.words import groups, numbering, owners

_STEM = re.compile(r"^\D{0,3}(?:\d+[.．\-－])+(?=\d)")
"""What comes before the last part of `1.2.3`: the last part starts anew under each."""

_PERSON = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff·\s]{1,3}")


def draft(reader: Reader, document: Document) -> Draft:
    """Return the draft of what a reader has read."""
    raws = reader.rows
    extra = [doubt for doubt in reader.doubts if doubt.kind == "残留文字"]
    doubts = [doubt for doubt in reader.doubts if doubt.kind != "残留文字"]
    doubts += [*repeated.once(extra), *reader.levels.finish()]
    _number(raws)
    points.take(raws)
    kinds = [tiers.category((raw.number, raw.level2, raw.level1), raw.text) for raw in raws]
    numbers, places = [raw.number for raw in raws], [raw.place for raw in raws]
    levels, unsure = tiers.tiers(
        [n if kind == "基础" else "" for n, kind in zip(numbers, kinds, strict=True)],
        places,
        tiers.legend(document) if raws else {},
        [raw.text for raw in raws],
    )
    doubts += unsure
    shared, unwritten = sharing.shared(raws, kinds)
    doubts += unwritten
    first = declared.rule(document) if any(raw.parts["office"] for raw in raws) else declared.Rule()
    doubts += first.doubts()
    rows, read = [], list[Doubt]()
    for raw, kind, level, goes in zip(raws, kinds, levels, shared, strict=True):
        rows.append(_row(raw, kind, level if kind == "基础" else "", goes, read, first))
    doubts += repeated.once(repeated.listed(read, named.WHY))
    doubts += numbering.gaps(tiers.one_run(numbers), places, _spaces(raws, kinds))
    doubts += _unnumbered(raws)
    used = frozenset(reader.used | reader.levels.used)
    return Draft(tuple(rows), tuple(sorted(doubts, key=_order)), used)


def _order(doubt: Doubt) -> int:
    return doubt.place.order


def _row(
    raw: Raw,
    kind: str,
    tier: str,
    shared: tuple[str, ...],
    doubts: list[Doubt],
    first: declared.Rule,
) -> Row:
    offices, persons = _persons(raw, doubts)
    found, note = _owners(raw, offices, persons, doubts, first)
    return Row(
        number=raw.number,
        text=raw.text,
        place=raw.place,
        level1=raw.level1,
        level2=raw.level2,
        title=raw.title,
        tier=tier,
        category=kind,
        methods=methods(raw.parts["method"]),
        tasks=tasklines.tasks(raw.parts["tasks"]),
        materials=tuple(raw.parts["materials"]),
        offices=tuple(raw.parts["lead"]) + offices,
        persons=persons,
        support=tuple(raw.parts["support"]),
        owners=found,
        shared=shared,
        note=note,
        points="\n".join(raw.parts["points"]),
        scoring="\n".join(raw.parts["scoring"]),
        used=frozenset(raw.used),
    )


def methods(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the methods of a cell: one a line, or parted by 、，；/ and spaces; numbers off."""
    parts = [part.strip() for line in lines for part in re.split(r"[、，,；;/\s+＋]", line)]
    names = [re.sub(r"^[（(]?\d{1,2}[）).．]?", "", part).rstrip("。.等") for part in parts]
    return tuple(dict.fromkeys(name for name in names if name))


def _persons(raw: Raw, doubts: list[Doubt]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return offices and persons; a person printed at the end of the office cell goes over."""
    offices = list(raw.parts["office"])
    persons = raw.parts["person"]
    if persons:
        return tuple(offices), tuple(persons)
    moved: list[str] = []
    while len(offices) > 1 and _is_person(offices[-1]):
        moved.insert(0, offices.pop())
    if moved:
        words, why = "、".join(moved), "责任人格没有字，科室格末行像人名"
        doubts.append(Doubt(raw.place, "切分存疑", words, "作为责任人", why, about=raw.number))
    return tuple(offices), tuple(moved)


def _is_person(words: str) -> bool:
    one = bool(_PERSON.fullmatch(words)) and not groups.is_office(words)
    return one or named.is_person(words)


def _owners(
    raw: Raw,
    offices: tuple[str, ...],
    persons: tuple[str, ...],
    doubts: list[Doubt],
    first: declared.Rule,
) -> tuple[tuple[Owner, ...], str]:
    """Read who answers; the 牵头 column leads, the 配合 column supports."""
    lead, support = raw.parts["lead"], raw.parts["support"]
    said: tuple[Owner, ...] = ()
    note = ""
    for words, role, names in (
        (lead, "牵头", persons if not offices else ()),
        (offices, "责任", persons),
        (support, "配合", ()),
    ):
        if not words:
            continue
        only = first.said is not None and not lead and role == "责任"
        found, split = _said(tuple(words), tuple(names), only=only, role=role)
        doubts += owners.doubts(found, raw.place, raw.number)
        if split != found.owners:
            doubts.append(named.told(words, raw.place, raw.number))
        split = first.roles(split) if only else split
        said += tuple(owner for owner in split if owner.office not in {o.office for o in said})
        note = note or found.note
    if persons and not lead and not offices:
        why = "这一行有责任人，没有责任单位"
        doubts.append(
            Doubt(raw.place, "人数不等", "、".join(persons), "照录，不配对", why, raw.number)
        )
    return said, note


@lru_cache(maxsize=2048)
def _said(
    words: tuple[str, ...], names: tuple[str, ...], *, only: bool, role: str
) -> tuple[owners.Owners, tuple[Owner, ...]]:
    """Read a cell, and its owners with persons in brackets; the same office stands often."""
    cells = [_open(named.bracketed(line)) for line in words]
    found = owners.read(cells, names, first_leads=only, role=role)
    return found, named.split(found.owners)


def _open(words: str) -> str:
    """Return a printed `〔法制科〕` as the words in it."""
    wrapped = bool(words) and words[0] in "（([【〔［" and words[-1] in "）)]】〕］"
    return brackets.offices(words) if wrapped else words


def _number(raws: list[Raw]) -> None:
    """Take the numbers that open titles or texts, where a table has no column of numbers."""
    if not raws or any(raw.number or "number" in raw.states for raw in raws):
        return
    leads = [numbering.lead(raw.title or raw.text) for raw in raws]
    if 2 * sum(1 for lead in leads if lead and lead.rest) <= len(raws):
        return
    for raw, lead in zip(raws, leads, strict=True):
        if lead and lead.rest:
            raw.number = lead.number
            if raw.title:
                raw.title = lead.rest
            else:
                raw.text = lead.rest


def _spaces(raws: list[Raw], kinds: list[str]) -> list[str]:
    """Return what keeps equal numbers apart: 加分, 减分; `1.2.`; headings that start at 1."""
    starts: dict[str, set[str]] = {}
    for raw, kind in zip(raws, kinds, strict=True):
        lead = numbering.lead(raw.number)
        if lead and lead.value == 1 and kind == "基础":
            starts.setdefault(lead.style, set()).add(raw.level1)
    again = any(len(headings) > 1 for headings in starts.values())
    return [
        f"{kind}{raw.level1 if again else ''}{''.join(_STEM.findall(raw.number))}"
        for raw, kind in zip(raws, kinds, strict=True)
    ]


def _unnumbered(raws: list[Raw]) -> list[Doubt]:
    """Return a doubt for each item without a number among numbered ones, one where none has."""
    missing = [raw for raw in raws if not raw.number]
    why = "这一条没有印编号" if len(missing) < len(raws) else "表里没有编号"
    told = missing if len(missing) < len(raws) else missing[:1]
    return [Doubt(raw.place, "编号缺漏", raw.text[:40], "编号空着", why) for raw in told]
