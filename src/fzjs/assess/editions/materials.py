"""Which material of one edition is which of another, between items that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.editions.words import canonical, likeness

_LEAST = 0.5
"""What is less alike is not proposed as one material."""
_ANY = "佐证材料"
"""The kind that any entry meets (docs/format.md)."""
_WEB = "网络检索"


class Piece(NamedTuple):
    """What can be claimed: a material, or what a row owes besides its list (网络检索, a method).

    `asks` is all that an entry must fit; where it is equal, what was sound stays so.
    """

    key: str
    text: str
    kind: str
    asks: tuple[object, ...]


class Line(NamedTuple):
    """What became of a material: its key before and after, "" where there is none."""

    old: str
    new: str
    relation: Literal["相同", "改写", "取消", "新增"]
    score: float


def pieces(catalogue: Catalogue, key: str) -> Iterator[Piece]:
    """Yield what can be claimed of an indicator, in its order."""
    row = catalogue.rows[key]
    for each in row.indicator.materials:
        asks = (
            each.kind,
            catalogue.rhythm(each),
            (each.since, each.until, each.words_limit, each.copies, each.each),
            (each.issuer, each.separately, bool(each.same_as)),
        )
        yield Piece(each.key, each.text, each.kind, asks)
    if row.indicator.web == "另附":
        yield Piece(f"{key}-{_WEB}", "网络检索佐证材料", _WEB, (_WEB, _yearly(catalogue, key)))
    for method in catalogue.owing_methods(row):
        yield Piece(f"{key}-{method}", f"按测评方法：{method}", _ANY, (_ANY, method))


def _yearly(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """Return the rhythms of a row's list: 网络检索 is owed by the year where any of them is."""
    materials = catalogue.rows[key].indicator.materials
    return tuple(sorted({catalogue.rhythm(each) for each in materials}))


def lines(old: Sequence[Piece], new: Sequence[Piece], *, same: bool) -> list[Line]:
    """Return what became of each material, in the old order, then what was added.

    `same` where the items say the same: only then can a material be 相同 and its reviews stand.
    """
    scores = {
        (one.key, other.key): score
        for one in old
        for other in new
        if _fits(one, other) and (score := likeness(one.text, other.text)) >= _LEAST
    }
    joined: dict[str, str] = {}
    for one_key, other_key in sorted(scores, key=lambda pair: -scores[pair]):
        if one_key not in joined and other_key not in joined.values():
            joined[one_key] = other_key
    others = {each.key: each for each in new}
    found = [
        _line(one, others[joined[one.key]], scores[one.key, joined[one.key]], same=same)
        if one.key in joined
        else Line(one.key, "", "取消", 0)
        for one in old
    ]
    return [*found, *_added(new, joined.values())]


def _line(one: Piece, other: Piece, score: float, *, same: bool) -> Line:
    equal = same and one.asks == other.asks and canonical(one.text) == canonical(other.text)
    return Line(one.key, other.key, "相同" if equal else "改写", score)


def _added(new: Iterable[Piece], taken: Iterable[str]) -> Iterator[Line]:
    known = set(taken)
    return (Line("", each.key, "新增", 0) for each in new if each.key not in known)


def _fits(one: Piece, other: Piece) -> bool:
    """Tell whether what was an entry for one can be one for the other by its kind."""
    return other.kind in {one.kind, _ANY}
