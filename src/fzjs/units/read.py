"""One unit's line, from its export or computed from its repository."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.reports.tables import wrong
from fzjs.tree import Tree
from fzjs.units.find import Place, Unread
from fzjs.units.manifest import UNIT, bounded, parsed, sizes
from fzjs.units.take import tables_of

_PARTS = ("已通过", "待审", "退回", "待外单位", "未报")
_AGAIN = "没有导完、没有拷全，或改过，重新导出"


class Unit(NamedTuple):
    """A unit's line (`单位` of docs/export.md), and where it is from."""

    place: Place
    row: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Whose campaign it is: one unit may take part in two."""
        name, system = (unicodedata.normalize("NFC", self.row[k]) for k in ("单位", "体系"))
        return name, system


def read_all(
    places: Iterable[Place | Unread],
    clock: datetime.date,
    begin: Callable[[Path], None] = lambda _: None,
) -> tuple[list[Unit], list[Unread]]:
    """Return the units that can be read, and the places that cannot, with why.

    `begin` is told of each repository before it is computed, which takes a second or more.
    """
    units: list[Unit] = []
    unread: list[Unread] = []
    for place in places:
        if isinstance(place, Unread):
            unread.append(place)
            continue
        if place.computed:
            begin(place.path)
        try:
            units.append(read(place, clock))
        except FzjsError as error:
            unread.append(Unread(place.path, str(error)))
        except OSError as error:
            unread.append(Unread(place.path, os_reason(error)))
    return units, unread


def read(place: Place, clock: datetime.date) -> Unit:
    """Return one unit's line. Raises FzjsError where there is none to trust, OSError."""
    if place.computed:
        tables, _ = tables_of(Tree(place.path.absolute()), clock)
        return Unit(place, dict(tables["单位"][0]))
    return Unit(place, _exported(place.path))


def _exported(folder: Path) -> dict[str, Any]:
    """Return the line of an export, if all of it is there: sizes of all, the hash of this one."""
    listed = sizes(folder)
    for name, (size, _) in listed.items():
        if Path(name).name != name:
            raise FzjsError("清单.json 不是 fzjs export --jsonl 写的")
        file = folder / name
        if not file.is_file() or file.stat().st_size != size:
            raise FzjsError(f"{name} 和 清单.json 对不上：{_AGAIN}")
    raw = bounded(folder / UNIT)
    if hashlib.sha256(raw).hexdigest() != listed[UNIT][1]:
        # What the bytes themselves show says more than that they differ.
        parsed(raw, UNIT)
        raise FzjsError(f"{UNIT} 和 清单.json 对不上：{_AGAIN}")
    row = parsed(raw, UNIT)
    fault = wrong("单位", row) or _odd(row)
    if fault:
        raise FzjsError(f"{UNIT} 里{fault}，不是 fzjs export 写的，或改过")
    return row


def _odd(row: dict[str, Any]) -> str:
    """Say which numbers cannot be true together; "" where all can."""
    if not row["单位"].strip():
        return "没有单位名"
    if sum(row[name] for name in _PARTS) != row["应报"]:
        return "“应报”不等于各状态之和"
    if row["逾期"] > row["退回"] + row["待外单位"] + row["未报"]:
        return "“逾期”比没有报好的还多"
    most = row["基础指标"]
    if max(row["齐备指标"], row["达标指标"]) > most:
        return "齐备或达标的比指标还多"
    return ""
