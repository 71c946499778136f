"""Reads who answers for a row: offices, roles and persons, out of one cell, line or bracket.

Printed names stay as printed; what is a guess comes back as a pair (words, `kind：why`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.document import Doubt, Place
from fzjs.importers.draft import Owner
from fzjs.importers.words import groups, names, phones, roles
from fzjs.importers.words import persons as pairing
from fzjs.importers.words.script import as_printed, plain

is_group = groups.is_group

_SHORT = 8
"""So long may words be that end like no office and are still taken for one (with a doubt)."""

Uncertain = list[tuple[str, str]]


class Owners(NamedTuple):
    """Who answers for a row, in the printed order.

    `note` is the whole text where a sentence stands in an office's place. `uncertain` are pairs of
    the source's words and `kind：why`, kinds as in `Doubt.kind`; `doubts` makes doubts of them.
    """

    owners: tuple[Owner, ...]
    note: str = ""
    uncertain: tuple[tuple[str, str], ...] = ()


def read(
    cells: Sequence[str],
    persons: Sequence[str] = (),
    first_leads: bool = False,  # noqa: FBT001, FBT002  # fixed between the importer's parts
    role: str = "责任",
    others: str = "责任",
) -> Owners:
    """Return the owners that a responsibility's paragraphs name; never raises.

    `first_leads` where the document declares once that the first named takes the lead; `role` is
    what a name without a role of its own has (配合 for a line of 配合单位), `others` what the
    declaration gives to those after the first. Persons pair with offices by position when equal in
    number (requirements 2.8), else they stay unpaired: a doubt. Telephone numbers are left out.
    """
    printed = "\n".join((*cells, *persons))
    words = tuple(phones.without(plain(cell)) for cell in cells)
    once = _read if len(printed) <= _REMEMBERED else _read.__wrapped__
    found = once(words, tuple(persons), role, others if first_leads else "")
    if plain(printed) == printed:
        return found
    owners = [
        Owner(as_printed(owner.office, printed), owner.role, as_printed(owner.person, printed))
        for owner in found.owners
    ]
    uncertain = [(as_printed(words, printed), why) for words, why in found.uncertain]
    return Owners(tuple(owners), as_printed(found.note, printed), tuple(uncertain))


_REMEMBERED = 500
"""More words are read again each time: what is kept stays small."""


@lru_cache(maxsize=8192)
def _read(cells: tuple[str, ...], persons: tuple[str, ...], role: str, others: str) -> Owners:
    """Read simplified words; `others` is "" where nothing declares that the first leads."""
    uncertain: Uncertain = []
    text = names.joined(cells)
    named = [
        owner
        for said, words in roles.sections(names.unwrapped(text), role)
        for clause in re.split(r"[；;。]", words)
        for owner in _clause(names.tokens(clause), said, uncertain)
    ]
    found = _once([owner for owner in named if _taken(owner.office)], uncertain)
    if not found:
        return _nobody(text.strip(), persons)
    _remark(named, found, uncertain)
    if others:
        found = _first_leads(found, others, uncertain)
    return Owners(pairing.pair(found, persons, uncertain), "", tuple(dict.fromkeys(uncertain)))


def doubts(found: Owners, place: Place, about: str = "") -> tuple[Doubt, ...]:
    """Return a doubt for each uncertain pair, and one for a sentence in an office's place."""
    pairs = list(found.uncertain)
    if found.note:
        pairs.append((found.note, "责任说明：没有认出单位名称，原话照录为责任说明"))
    made = []
    for words, why in pairs:
        kind, _, reason = why.partition("：")
        made.append(Doubt(place, kind, words, _ASSUMED.get(kind, "按原文"), reason, about))
    return tuple(made)


_ASSUMED = {
    "别名": "先按印的名称单列",
    "集合名词": "作为集合名词收下，成员待定",
    "人数不等": "责任人照录，不配对",
    "推断牵头": "没有印牵头的都记为责任",
    "责任说明": "不另立单位",
    "残留文字": "没有录入",
}


class _Pending(NamedTuple):
    """A name that waits for its verb: its own role, and the separator before it."""

    name: str
    own: str
    before: str
    person: str = ""

    def owner(self, role: str) -> Owner:
        """Return the owner that this name is, in its own role or the one given."""
        return Owner(self.name, self.own or role, self.person)


def _clause(tokens: list[names.Token], default: str, uncertain: Uncertain) -> list[Owner]:
    """Give each name of a clause its role: its own, else its verb's, else `default`."""
    found: list[Owner] = []
    pending: list[_Pending] = []
    seen: list[tuple[str, str]] = []
    helping = ""
    for token in tokens:
        said = _said(token.words, uncertain)
        parts = _parts(said, uncertain)
        for at, (name, own) in enumerate(parts):
            helping = helping or ("配合" if own == _JOINED else "")
            person = said.person if at == len(parts) - 1 else ""
            before = token.before if at == 0 else "、"
            pending.append(_Pending(name, helping or own, before, person))
            seen.append((name, pending[-1].before))
        if said.given:
            found += _governed(pending, said.given, default, uncertain)
            pending, helping = [], ""
    found += [waiting.owner(default) for waiting in pending]
    names.peers(seen, uncertain)
    return found


_JOINED = "会同"


def _parts(said: roles.Said, uncertain: Uncertain) -> list[tuple[str, str]]:
    """Return the names of a token with their own roles; `A会同B`: B, and who follows, help."""
    left, joined, right = said.name.partition(_JOINED)
    if joined and groups.is_office(left.strip()) and right:
        aiding = names.cut(right, uncertain)
        return [(left.strip(), said.own), *((name, _JOINED) for name in aiding)]
    return [(name, said.own) for name in names.cut(said.name, uncertain) if name]


def _said(token: str, uncertain: Uncertain) -> roles.Said:
    """Read a token's role and person; `A负责统筹协调` too, whose object is remarked on."""
    words, person, label = roles.person(token)
    if label.startswith("联"):
        uncertain.append((f"{label}：{person}", "残留文字：联系人不是责任人，没有录入"))
        person = ""
    said = roles.said(words)._replace(person=person)
    if said.given or groups.is_office(said.name):
        return said
    for reading in roles.doing(said.name):
        if groups.is_office(reading.name):
            uncertain.append((said.name, "责任说明：单位之后还写了做什么，没有录入"))
            return reading._replace(own=said.own, person=said.person)
    return said


def _governed(
    pending: list[_Pending], given: str, default: str, uncertain: Uncertain
) -> list[Owner]:
    """Give the verb's role to the names before it; beyond a comma only 负责 reaches surely."""
    start = 0
    if given != "责任":
        commas = [at for at, waiting in enumerate(pending) if at and waiting.before in "，,"]
        start = commas[-1] if commas else 0
    kind = "推断牵头" if given == "牵头" else "切分存疑"
    why = f"{kind}：“{given}”跟在逗号后面的单位之后，是否也管这一个没有写明"
    uncertain += [(waiting.name, why) for waiting in pending[:start] if not waiting.own]
    return [waiting.owner(given if at >= start else default) for at, waiting in enumerate(pending)]


def _taken(name: str) -> bool:
    """Tell whether words are taken for an office: by their form, or short and no sentence."""
    if groups.is_office(name):
        return True
    words = groups.bare(name)
    return 1 < len(words) <= _SHORT and not groups.is_sentence(words) and not groups.nothing(words)


def _once(found: list[Owner], uncertain: Uncertain) -> list[Owner]:
    """Keep the first of an office named twice; a second one is a doubt."""
    kept: dict[str, Owner] = {}
    for owner in found:
        if owner.office in kept:
            uncertain.append((owner.office, "切分存疑：同一单位写了两次，只取一次"))
        kept.setdefault(owner.office, owner)
    return list(kept.values())


def _remark(named: list[Owner], found: list[Owner], uncertain: Uncertain) -> None:
    """Remark on words that were not taken, on names of unusual form, and on group nouns."""
    for owner in named:
        if not _taken(owner.office):
            if not groups.nothing(owner.office):
                why = "责任说明：不像单位名称，没有取作责任单位"
                uncertain.append((owner.office, why))
        elif not groups.is_office(owner.office):
            why = "切分存疑：不像完整的单位名称，可能省略了后面单位的末字，先照录"
            uncertain.append((owner.office, why))
    for owner in found:
        if groups.is_group(owner.office):
            uncertain.append((owner.office, "集合名词：没有写明包括哪些单位"))


def _first_leads(found: list[Owner], others: str, uncertain: Uncertain) -> list[Owner]:
    """Let the first of several lead where no role is printed and the document declares it.

    `others` is the role that it declares for those after the first (其他为配合单位).
    """
    if len(found) == 1 or any(owner.role == "牵头" for owner in found):
        return found
    if found[0].role != "责任":
        return found
    if groups.is_group(found[0].office):
        why = "推断牵头：排在第一位的是集合名词，由谁牵头没有写明"
        uncertain.append((found[0].office, why))
    rest = [o._replace(role=others) if o.role == "责任" else o for o in found[1:]]
    return [found[0]._replace(role="牵头"), *rest]


def _nobody(text: str, persons: Sequence[str]) -> Owners:
    """Return what a cell without an office says: a sentence is the note, `—` is a doubt."""
    uncertain: Uncertain = []
    pairing.pair((), persons, uncertain)
    if text and groups.nothing(text):
        uncertain.append((text, "没有写明：此处没有写责任单位"))
        text = ""
    return Owners((), text, tuple(uncertain))
