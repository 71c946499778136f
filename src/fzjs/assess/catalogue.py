"""The indicator system with what rows share filled in, and the ways to look things up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fzjs.assess.period import has_year, rhythm_of
from fzjs.facts import REPEATS, Campaign, Indicator, Material, Responsible, fold, fold_reference

OWING_ROLES = frozenset({"责任", "牵头"})


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


class Catalogue(NamedTuple):
    """Indicators in plan order by key, materials by key, names and aliases."""

    campaign: Campaign
    rows: Mapping[str, Row]
    materials: Mapping[str, Material]
    offices: Mapping[str, str]
    repeated: Mapping[str, tuple[str, ...]]
    claimable: tuple[str, ...]

    def owes(self, reference: str) -> bool:
        """Tell whether a claim may name this: a material, web evidence or a method that is owed."""
        return reference in self.materials or self.material(reference) in self.claimable

    def office(self, name: str) -> str:
        """Return an office's full name from any name it goes by, or "" where unknown."""
        return self.offices.get(name, "")

    def material(self, reference: str) -> str:
        """Return the key of what a reference stands for.

        31-3 is 31-2甲 where it says 同; what is owed by method goes by every name of the method.
        """
        found = self.materials.get(reference)
        if found is None:
            return self._by_method(reference)
        return found.same_as if found.same_as in self.materials else reference

    def _by_method(self, reference: str) -> str:
        head, dash, name = reference.partition("-")
        key = f"{head}{dash}{self.campaign.methods.get(name, name)}"
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
        method; 不需上报: 待定 counts so too, as an open 口径 is read as owing more.
        """
        item = row.indicator
        if item.materials or (row.shares and not item.no_report):
            return ()
        return row.methods


def build(campaign: Campaign, indicators: Iterable[Indicator]) -> Catalogue:
    """Return the catalogue; of equal keys the first holds (a rule names the others)."""
    offices = {
        name: office.name for office in campaign.offices for name in (office.name, *office.aliases)
    }
    items: dict[str, Indicator] = {}
    for item in indicators:
        items.setdefault(item.key, item)
    rows = {key: _resolve(item, items, campaign, offices) for key, item in items.items()}
    materials = {m.key: m for item in items.values() for m in item.materials}
    catalogue = Catalogue(campaign, rows, materials, offices, _repeated(items.values()), ())
    return catalogue._replace(claimable=tuple(_claimable(catalogue)))


def _claimable(catalogue: Catalogue) -> Iterator[str]:
    """Yield the keys of all that can be owed, in plan order."""
    for key, row in catalogue.rows.items():
        yield from (material.key for material in row.indicator.materials)
        if row.indicator.web == "另附":
            yield f"{key}-网络检索"
        yield from (f"{key}-{method}" for method in catalogue.owing_methods(row))


def _resolve(
    item: Indicator, items: Mapping[str, Indicator], campaign: Campaign, offices: Mapping[str, str]
) -> Row:
    methods = item.methods or _origin(item.methods_from, items, item).methods
    responsible = item.responsible or _origin(item.responsible_from, items, item).responsible
    shares = item.materials_from if items.get(item.materials_from, item).materials else ""
    return Row(
        indicator=item,
        methods=tuple(dict.fromkeys(campaign.methods.get(name, name) for name in methods)),
        responsible=tuple(r._replace(office=offices.get(r.office, r.office)) for r in responsible),
        shares="" if item.materials else shares,
    )


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
