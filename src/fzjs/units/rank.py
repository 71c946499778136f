"""`fzjs rollup`: the units side by side, worst first, and their sums."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.diagnostic import FzjsError
from fzjs.reports.tables.columns import REACH
from fzjs.units.find import Unread
from fzjs.units.read import Unit

STALE = 31
"""Days by which an export may be older than the newest: 工作台账 and material come each month."""

_COUNTS = (
    "应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期", "不适用", "即将到期",
    "基础指标", "齐备指标", "达标指标", "不达标指标", "应交台账", "未交台账",
    "问题", "未销号问题", "逾期问题", "待审条目", "待批", "检查错误", "未计入文件",
)  # fmt: skip
"""What is summed. A share of many units is the share of the sums, never a mean of shares."""
_TIERS = tuple(f"{tier}{word}" for tier in REACH for word in ("总数", "齐备", "达标"))

_Row = Mapping[str, Any]
_Key = tuple[float, ...]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _late(row: _Row) -> _Key:
    """Overdue share, then the longest delay, then completeness: what 通报 begins with."""
    late = _share(row["逾期"], row["应报"])
    return -late, -row["最久逾期天数"], _share(row["齐备指标"], row["基础指标"])


SORTS: dict[str, tuple[str, Callable[[_Row], _Key]]] = {
    "overdue": ("逾期率", _late),
    "days": ("最久逾期天数", lambda row: (-row["最久逾期天数"], *_late(row))),
    "passed": ("通过率", lambda row: (_share(row["已通过"], row["应报"]), *_late(row))),
    "complete": ("齐备率", lambda row: (_share(row["齐备指标"], row["基础指标"]), *_late(row))),
    "attained": ("达标率", lambda row: (_share(row["达标指标"], row["基础指标"]), *_late(row))),
    "ledger": ("未交台账", lambda row: (-row["未交台账"], *_late(row))),
    "problems": ("未销号问题", lambda row: (-row["未销号问题"], *_late(row))),
    "name": ("单位", lambda _: ()),
}
"""What `--sort` may say, and by what the units then stand; always the worst first."""


class _Held(NamedTuple):
    """Of several lines of one unit the newest, and those that do not count."""

    unit: Unit
    older: tuple[Unit, ...]


def build(
    units: Iterable[Unit],
    unread: Sequence[Unread],
    clock: datetime.date,
    sort: str = "overdue",
    stale: int = STALE,
) -> dict[str, Any]:
    """Return the units by 体系, worst first, with the sums of each, and what could not be read.

    Units that follow different indicator systems owe different things: they are never ranked
    together. Samples count in no sum where there is anything else. Raises FzjsError for an
    unknown `sort`.
    """
    if sort not in SORTS:
        raise FzjsError(f"--sort 不能写“{sort}”。可以写：{'、'.join(SORTS)}")
    held = _newest_of_each(units, clock)
    newest = _newest([each.unit.row["日期"] for each in held], clock)
    groups: defaultdict[str, list[Unit]] = defaultdict(list)
    for each in held:
        groups[each.unit.key[1]].append(each.unit)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {
        "单位数": len(held),
        "最新日期": newest,
        "超过天数": stale,
        "排序": SORTS[sort][0],
        "体系": [_group(name, found, sort, newest, stale) for name, found in ordered],
        "重复": [
            {
                "单位": each.unit.row["单位"],
                "计入": str(each.unit.place.path),
                "日期": each.unit.row["日期"],
                "未计入": [str(unit.place.path) for unit in each.older],
            }
            for each in held
            if each.older
        ],
        "版本": sorted({each.unit.row["版本"] for each in held}),
        "读不了": [{"位置": str(each.path), "原因": each.reason} for each in unread],
    }


def _newest_of_each(units: Iterable[Unit], clock: datetime.date) -> list[_Held]:
    """Return each unit once; of the same day what is computed here counts before an export.

    A day that has not come is a wrong clock or a forgery: it never beats one that has.
    """
    today = clock.isoformat()
    found: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.key].append(unit)
    held = []
    for same in found.values():
        first, *rest = sorted(
            same,
            key=lambda unit: (unit.row["日期"] <= today, unit.row["日期"], unit.place.computed),
            reverse=True,
        )
        held.append(_Held(first, tuple(rest)))
    return held


def _newest(days: Iterable[str], clock: datetime.date) -> str:
    """Return the newest day that has come; one unit's wrong date must not make all others old."""
    known = sorted(days)
    come = [day for day in known if day <= clock.isoformat()]
    return (come or known or [""])[-1]


def _group(name: str, units: list[Unit], sort: str, newest: str, stale: int) -> dict[str, Any]:
    ranked = sorted(
        units,
        key=lambda unit: (not unit.row["应报"], SORTS[sort][1](unit.row), *unit.key),
    )
    real = [unit for unit in ranked if not unit.row["示例"]]
    counted = [unit.row for unit in real or ranked]
    return {
        "体系": name,
        "文号": sorted({unit.row["文号"] for unit in ranked if unit.row["文号"]}),
        "单位数": len(ranked),
        "计入": len(counted),
        "未开始": sum(not unit.row["应报"] for unit in ranked),
        "合计": _summed(counted),
        "单位": [_line(unit, newest, stale) for unit in ranked],
    }


def _summed(rows: Sequence[_Row]) -> dict[str, Any]:
    """Add up; of a tier that some plans do not have, over those that have it."""
    sums: dict[str, Any] = {name: sum(row[name] for row in rows) for name in _COUNTS}
    for name in _TIERS:
        known = [row[name] for row in rows if row[name] is not None]
        sums[name] = sum(known) if known else None
    longest = max((row["最久逾期天数"] for row in rows), default=0)
    return {**_counts(sums), "最久逾期天数": longest}


def _counts(row: _Row) -> dict[str, Any]:
    """Return the counts of a unit, or of many, with their shares."""
    return {
        **{name: row[name] for name in _COUNTS},
        "通过率": _percent(row["已通过"], row["应报"]),
        "逾期率": _percent(row["逾期"], row["应报"]),
        "齐备率": _percent(row["齐备指标"], row["基础指标"]),
        "达标率": _percent(row["达标指标"], row["基础指标"]),
        "层级": [
            {
                "层级": tier,
                "总数": row[f"{tier}总数"],
                "齐备": row[f"{tier}齐备"],
                "达标": row[f"{tier}达标"],
                "齐备率": _percent(row[f"{tier}齐备"], row[f"{tier}总数"]),
            }
            for tier in REACH
            if row[f"{tier}总数"] is not None
        ],
    }


def _percent(part: int, whole: int) -> str:
    """Return a share as `33.3%`; not everything is never 100%, and nothing is —."""
    if not whole:
        return "—"
    share = 100 * part / whole
    return f"{share if share == 100 else min(share, 99.9):.1f}%"  # noqa: PLR2004  # percent


def _line(unit: Unit, newest: str, stale: int) -> dict[str, Any]:
    row, day = unit.row, datetime.date.fromisoformat(unit.row["日期"])
    age = (datetime.date.fromisoformat(newest) - day).days
    return {
        "单位": row["单位"],
        "位置": str(unit.place.path),
        "来自": "数据仓库" if unit.place.computed else "导出",
        "示例": row["示例"],
        "日期": row["日期"],
        "过时": age > stale,
        "日期在后": age < 0,
        "数据": row["数据"],
        "版本": row["版本"],
        "截止": row["截止"],
        "待定": row["待定"],
        "指标数": row["指标数"],
        "最久逾期天数": row["最久逾期天数"],
        **_counts(row),
        "达标线": row["达标线"],
        "够达标线": row["够达标线"],
    }
