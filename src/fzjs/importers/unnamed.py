"""Rows without the phone numbers that stood in their cells of offices and persons."""

from __future__ import annotations

import re

from fzjs.importers.document import Doubt
from fzjs.importers.draft import Draft, Owner, Row
from fzjs.personal import MASKED, mask

_DIGIT = re.compile(r"\d")
"""What every number has; most cells have none."""
_WHY = "号码不进仓库；要用的记在 private/（不进 git）"


def unnamed(draft: Draft) -> Draft:
    """Return the draft with every number masked, a doubt for each row that had one."""
    rows = tuple(map(_clean, draft.rows))
    doubts = tuple(
        Doubt(row.place, "个人信息", _words(row), "号码略去，其余照录", _WHY, row.number)
        for row, before in zip(rows, draft.rows, strict=True)
        if row != before
    )
    return draft._replace(rows=rows, doubts=(*draft.doubts, *doubts))


def _clean(row: Row) -> Row:
    people = [each for owner in row.owners for each in (owner.office, owner.person)]
    if not any(map(_DIGIT.search, (*row.offices, *row.persons, *row.support, *people))):
        return row
    return row._replace(
        offices=tuple(map(mask, row.offices)),
        persons=tuple(map(mask, row.persons)),
        support=tuple(map(mask, row.support)),
        owners=tuple(Owner(mask(o.office), o.role, _name(o.person)) for o in row.owners),
    )


def _name(person: str) -> str:
    """Return a person's name without the number behind it."""
    masked = mask(person)
    return person if masked == person else masked.replace(MASKED, "").strip(" （()）:：，,")


def _words(row: Row) -> str:
    return "、".join(w for w in (*row.persons, *row.offices, *row.support) if MASKED in w)
