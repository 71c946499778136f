"""Persons of a responsibility: their names out of a cell, and their pairing with offices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.draft import Owner
from fzjs.importers.words import phones
from fzjs.importers.words.script import plain

_POST = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:成员|书记|[局厅司处科股所院校队站部室区市县镇乡会组]长|主任|委员|主席|调研员|巡视员|指导员)"
)


def split(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the persons of a cell's paragraphs; `王 庚` is one, a telephone number is none."""
    found: list[str] = []
    parts = re.split(r"[、，,；;。\n/]", "\n".join(map(phones.without, cells)))
    for at, part in enumerate(parts):
        if at and _POST.fullmatch(plain(parts[at - 1].strip())) and found and part.strip():
            found[-1] += f"、{part.strip()}"
            continue
        words = part.split()
        if len(words) > 1 and all(len(word) == 1 for word in words):
            found.append("".join(words))
            continue
        for word in words:
            if found and words[0] != word and not re.search(r"[^\d\-－—()（）:：+]", word):
                found[-1] += f" {word}"
            else:
                found.append(word)
    return tuple(person for person in found if re.search(r"\w", person))


def pair(
    owners: Sequence[Owner], cells: Sequence[str], uncertain: list[tuple[str, str]]
) -> tuple[Owner, ...]:
    """Give each owner its person by position where the numbers are equal, else none.

    Requirements 2.8: several offices and persons in one cell correspond in order.
    """
    persons = split(cells)
    without = [owner for owner in owners if not owner.person]
    if persons and len(persons) == len(without):
        rest = iter(persons)
        return tuple(o if o.person else o._replace(person=next(rest)) for o in owners)
    if persons:
        why = f"人数不等：单位{len(without)}个、责任人{len(persons)}个，不能一一对应，没有配对"
        uncertain.append(("、".join(persons), why))
    return tuple(owners)
