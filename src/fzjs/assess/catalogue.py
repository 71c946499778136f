"""The indicator system with what rows share filled in, and the ways to look things up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from fzjs.assess.once import Once
from fzjs.assess.period import has_year, rhythm_of
from fzjs.facts import (
    REPEATS,
    Campaign,
    Entry,
    Indicator,
    Material,
    Responsible,
    fold,
    fold_reference,
)

OWING_ROLES = frozenset({"责任", "牵头"})

KNOWN_ABOVE = "日常掌握"
"""A method by which nobody is asked for material: the superior knows day by day."""


class Row(NamedTuple):
    """An indicator with its shared cells filled in; offices and methods by their full names."""

    indicator: Indicator
    methods: tuple[str, ...]
    responsible: tuple[Responsible, ...]
    shares: str

    @property
    def owners(self) -> tuple[str, ...]:
        """The offices that owe its material: 责任 and 牵头; 配合 is never chased."""
        return tuple(r.office for r in self.responsible if r.role in OWING_ROLES)


class _Fields(NamedTuple):
    campaign: Campaign
    rows: Mapping[str, Row]
    materials: Mapping[str, Material]
    offices: Mapping[str, str]
    repeated: Mapping[str, tuple[str, ...]]
    claimable: Mapping[str, None]
    groups: Mapping[str, tuple[str, ...]]


class Catalogue(_Fields, Once):
    """Indicators in plan order by key, materials by key, names and aliases."""

    def owes(self, reference: str) -> bool:
        """Tell whether a claim may name this: a material, web evidence or a method that is owed."""
        return reference in self.materials or self.material(reference) in self.claimable

    def office(self, name: str) -> str:
        """Return an office's full name from any name it goes by, or "" where unknown."""
        return self.offices.get(name, "")

    def folder_office(self, name: str) -> str:
        """Return the full name of the office that a folder or a file names, else what it says."""
        return self.offices.get(name, name)

    def members(self, name: str) -> tuple[str, ...]:
        """Return the offices behind a name: a group noun's members, else the office itself."""
        full = self.office(name)
        return self.groups.get(full) or (full,)

    def method(self, name: str) -> str:
        """Return a method's full name from any name it goes by, or the name itself."""
        return self.campaign.methods.get(name, name)

    def material(self, reference: str) -> str:
        """Return the key of what a reference stands for.

        31-3 is 31-2甲 where it says 同; what is owed by method goes by every name of the method.
        """
        # Asked for every claim by dozens of rules, so kept without the detour over `once`.
        key = self._keys.get(reference)
        if key is None:
            key = self._keys[reference] = self._key(reference)
        return key

    @cached_property
    def judged(self) -> dict[str, tuple[Entry, tuple[str, ...]]]:
        """What is known of entries by id, for `sound.broken` alone."""
        return {}

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {}

    def _key(self, reference: str) -> str:
        found = self.materials.get(reference)
        if found is None:
            return self._by_method(reference)
        return found.same_as if found.same_as in self.materials else reference

    def _by_method(self, reference: str) -> str:
        head, dash, name = reference.partition("-")
        key = f"{head}{dash}{self.method(name)}"
        return key if key in self.claimable else reference

    def rhythm(self, material: Material) -> str:
        """Return a material's rhythm, its kind's default where it says none."""
        return rhythm_of(material.rhythm, material.kind)

    def label(self, key: str) -> str:
        """Return a reference as the plan prints its 编号: `（5）-1` for the folded `(5)-1`."""
        head, dash, tail = key.partition("-")
        row = self.rows.get(head)
        if row is None:
            head, slash, tail = key.partition("/")
            row = self.rows.get(head)
            dash = slash
        return f"{row.indicator.number}{dash}{tail}" if row else key

    def owing_methods(self, row: Row) -> tuple[str, ...]:
        """Return the methods a row owes material by where it lists none itself.

        docs/format.md, section 5: a row with neither 上报资料 nor 沿用.资料 owes one 汇总 for each
        method; 不需上报: 待定 counts so too, as an open 口径 is read as owing more. 日常掌握
        is what those above know by themselves: it owes nothing beside another method.
        """
        item = row.indicator
        if item.materials or (row.shares and not item.no_report):
            return ()
        return tuple(each for each in row.methods if each != KNOWN_ABOVE) or row.methods


def build(campaign: Campaign, indicators: Iterable[Indicator]) -> Catalogue:
    """Return the catalogue; of equal keys the first holds (a rule names the others)."""
    offices = {
        name: office.name for office in campaign.offices for name in (office.name, *office.aliases)
    }
    items: dict[str, Indicator] = {}
    for item in indicators:
        items.setdefault(item.key, item)
    materials = {m.key: m for item in items.values() for m in item.materials}
    repeated, groups = _repeated(items.values()), _groups(campaign, offices)
    empty = Catalogue(campaign, {}, materials, offices, repeated, {}, groups)
    rows = {key: _resolve(item, items, empty) for key, item in items.items()}
    catalogue = empty._replace(rows=rows)
    return catalogue._replace(claimable=dict.fromkeys(_claimable(catalogue)))


def _groups(campaign: Campaign, offices: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the members of each group noun, by their full names; none where they are 待定."""
    return {
        office.name: tuple(dict.fromkeys(offices.get(name, name) for name in office.members))
        for office in campaign.offices
        if office.members
    }


def _claimable(catalogue: Catalogue) -> Iterator[str]:
    """Yield the keys of all that can be owed, in plan order."""
    for key, row in catalogue.rows.items():
        yield from (material.key for material in row.indicator.materials)
        if row.indicator.web == "另附":
            yield f"{key}-网络检索"
        yield from (f"{key}-{method}" for method in catalogue.owing_methods(row))


def _resolve(item: Indicator, items: Mapping[str, Indicator], names: Catalogue) -> Row:
    methods = item.methods or _origin(item.methods_from, items, item).methods
    responsible = item.responsible or _origin(item.responsible_from, items, item).responsible
    shares = item.materials_from if items.get(item.materials_from, item).materials else ""
    return Row(
        indicator=item,
        methods=tuple(dict.fromkeys(map(names.method, methods))),
        responsible=tuple(_expanded(responsible, names)),
        shares="" if item.materials else shares,
    )


def _expanded(responsible: Iterable[Responsible], names: Catalogue) -> Iterator[Responsible]:
    """Yield each office by its full name, and in a group noun's place its members.

    An office that is named by itself too answers in that role, not as a member; a member of two
    groups answers in the weightier role, whichever group is named first.
    """
    plain = [r._replace(office=names.folder_office(r.office)) for r in responsible]
    seen = {r.office for r in plain}
    roles: dict[str, str] = {}
    for each in sorted(plain, key=_weight):
        for member in names.groups.get(each.office, ()):
            roles.setdefault(member, each.role)
    for each in plain:
        if each.office not in names.groups:
            yield each
            continue
        for member in names.groups[each.office]:
            if member not in seen and roles[member] == each.role:
                seen.add(member)
                yield each._replace(office=member, group=each.office)


def _weight(responsible: Responsible) -> int:
    return ("牵头", "责任", "配合").index(responsible.role)


def _origin(key: str, items: Mapping[str, Indicator], item: Indicator) -> Indicator:
    return items.get(key, item)


def _repeated(items: Iterable[Indicator]) -> dict[str, tuple[str, ...]]:
    """Return, for a printed number that a row repeats, the keys it may mean (31-2: 甲, 乙)."""
    found: dict[str, tuple[str, ...]] = {}
    for item in items:
        for material in item.materials:
            bare = material.code.rstrip(REPEATS)
            if bare != material.code:
                key = f"{item.key}-{fold(bare)}"
                found[key] = (*found.get(key, ()), material.key)
    return found


def covers(subject: str, material: str, indicator: str, period: str, years: Iterable[int]) -> bool:
    """Tell whether a reference in 不适用, 延期 or 口径 speaks of an 应报件.

    `31` and `31-2甲` speak of all their periods, `31-2甲/2020`, `31-2甲/2016-2018` and `31/2016`
    of theirs; a year speaks only of what is owed by the year, never of 现行, 时点 or a piece.
    References are folded.
    """
    head, slash, when = fold_reference(subject).partition("/")
    if head not in {material, indicator}:
        return False
    if not slash or when == period:
        return True
    first, _, last = when.partition("-")
    if not re.fullmatch(r"\d{4}(-\d{4})?", when, re.ASCII):
        return False
    owed = tuple(years)
    return has_year(period) and len(owed) == 1 and int(first) <= owed[0] <= int(last or first)
