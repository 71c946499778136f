"""What a template may look up in its data: groups with their keys, lists with their items, texts.

Learnt from examples of the data; where no example shows what a list holds, nothing is said of it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from fzjs.render.model import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


class Plain(Enum):
    """What holds no names of its own.

    A text, a number, yes or no; what nothing is known of, as an empty list's items; what may hold
    anything, for examples differ or it is calculated.
    """

    TEXT = auto()
    UNKNOWN = auto()
    ANYTHING = auto()


class Rows(NamedTuple):
    """A list, and what each of its items is."""

    item: Kind


class Group(NamedTuple):
    """Named values."""

    keys: dict[str, Kind]


class Parts(NamedTuple):
    """Values side by side, as `items` and `groupby` give them."""

    parts: tuple[Kind, ...]


Kind = Plain | Rows | Group | Parts
TEXT, UNKNOWN, ANYTHING = Plain.TEXT, Plain.UNKNOWN, Plain.ANYTHING


def learn(value: object) -> Kind:
    """Return the kind of an example."""
    if isinstance(value, dict):
        return Group({str(key): learn(item) for key, item in value.items()})
    if isinstance(value, list):
        return Rows(merge(learn(item) for item in value))
    return UNKNOWN if value is None else TEXT


def merge(kinds: Iterable[Kind]) -> Kind:
    """Return what holds for all of the kinds together."""
    found: Kind = UNKNOWN
    for kind in kinds:
        found = _both(found, kind)
    return found


def _both(one: Kind, other: Kind) -> Kind:
    if one is UNKNOWN or one == other:
        return other
    if other is UNKNOWN:
        return one
    if isinstance(one, Group) and isinstance(other, Group):
        names = [*one.keys, *(name for name in other.keys if name not in one.keys)]
        return Group(
            {n: _both(one.keys.get(n, UNKNOWN), other.keys.get(n, UNKNOWN)) for n in names}
        )
    if isinstance(one, Rows) and isinstance(other, Rows):
        return Rows(_both(one.item, other.item))
    return ANYTHING


def items(kind: Kind) -> Kind:
    """Return what a loop over it gives."""
    if isinstance(kind, Rows):
        return kind.item
    if isinstance(kind, Parts):
        return merge(kind.parts)
    return TEXT if kind is TEXT or isinstance(kind, Group) else ANYTHING


def look_up(kind: Kind, key: str | int) -> tuple[Kind, str, str]:
    """Return what is under a key or at a place, with message and hint where there is none."""
    if isinstance(kind, Group):
        found = kind.keys.get(str(key))
        if found is not None:
            return found, "", ""
        hint = nearest(str(key), kind.keys) or "有：" + "、".join(kind.keys)
        return ANYTHING, f"这里没有“{key}”一项", hint
    if isinstance(kind, Rows | Parts):
        if isinstance(key, int) or key.isdecimal():
            return items(kind), "", ""
        return ANYTHING, f"这是一列数据，没有“{key}”可取", "用 {% for %} 逐项取"
    if kind is TEXT and not isinstance(key, int):
        return ANYTHING, f"这里不是一组数据，没有“{key}”可取", ""
    return (TEXT if kind is TEXT else ANYTHING), "", ""
