"""What happened between two commits, list by list; long lists are cut unless all is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, folded, lines, wrap
from fzjs.visible import one_line

_FIRST = 8
"""Lines of a list that stand for all of it."""
_COUNTED = ("应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期", "不适用")

_PIECES = (
    ("新满足", "新满足", "green"),
    ("新通过", "新通过（待审 → 已通过）", "green"),
    ("又缺", "又缺了（重新打开）", "red"),
    ("退回", "退回", "red"),
    ("待复核", "待复核（审核后改过）", "yellow"),
    ("到期", "新逾期（只因到了期限）", "red"),
    ("到日", "只因日子到了而变的（批准、审核写的日期）", ""),
    ("设置满足", "只因设置或指标改动而算满足（不是进展）", "yellow"),
    ("不再欠", "不再欠（不是进展）", "yellow"),
    ("新欠", "新欠", "yellow"),
)
"""The lists of 应报件, with their headings, in the order in which a coordinator asks."""

Row = Mapping[str, Any]


def _entry(row: Row) -> list[str]:
    was = f"（原名 {row['原名']}）" if row["原名"] else ""
    moved = (
        row["现在"]
        if row["原来"] in {"", row["现在"]}
        else f"{row['原来']} → {row['现在'] or '无'}"
    )
    keys = f"改了{'、'.join(row['改了'])}" if row["改了"] else ""
    return [row["怎么"], row["条目"] + was, moved, keys]


def _problem(row: Row) -> list[str]:
    return [row["怎么"], row["编号"], row["科室"], row["问题"]]


def _ledger(row: Row) -> list[str]:
    return [row["怎么"], row["科室"], row["月份"]]


def _approval(row: Row) -> list[str]:
    until = f"延到{row['至']}" if row["至"] else ""
    return [f"{row['怎么']}{row['是']}", row["对象"], until, row["理由"]]


def _ruling(row: Row) -> list[str]:
    return [row["怎么"], row["编号"], row["问题"]]


def _office(row: Row) -> list[str]:
    return [row["怎么"], row["名称"], f"原名 {row['原名']}" if row["原名"] else ""]


def _indicator(row: Row) -> list[str]:
    return [row["怎么"], row["编号"], "、".join(row["改了"])]


def _setting(row: Row) -> list[str]:
    return [row["怎么"], row["键"]]


_OTHERS: tuple[tuple[str, str, Callable[[Row], list[str]]], ...] = (
    ("条目变化", "条目", _entry),
    ("问题变化", "督导的问题", _problem),
    ("台账变化", "工作台账", _ledger),
    ("批准变化", "申请和批准", _approval),
    ("口径变化", "口径", _ruling),
    ("科室变化", "科室", _office),
    ("指标变化", "指标", _indicator),
    ("设置变化", "fzjs.yaml 的其他设置", _setting),
)


def render(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width, everything=everything):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int, *, everything: bool) -> Iterator[tuple[str, str]]:
    name = f"{data['单位']}示范创建" + ("〔示例〕" if data["示例"] else "")
    whose = f"  {data['科室']}" if data["科室"] else ""
    yield fit(f"{name}  变化{whose}", width), "bold"
    for line in wrap(_head(data), width, "  "):
        yield line, "bold"
    for note in data["注意"]:
        yield from ((line, "yellow") for line in wrap(f"注意：{note}", width, " " * 6))
    if data["未列"]:
        said = f"日程、催办、申报改了{len(data['未列'])}个文件，这里不列：看 git diff"
        yield from ((line, "yellow") for line in wrap(f"注意：{said}", width, " " * 6))
    yield from ((line, "") for line in folded(_totals(data), width))
    most = None if everything else _FIRST
    found = [*_pieces(data, width, most), *_others(data, width, most)]
    unlisted = data["未列"]
    yield from found or [("别的没有变化。" if unlisted else "没有变化。", "")]
    if any(line.startswith("  另有") for line, _ in found):
        yield fit("全部：加 --all；每件的原话、来源文件：加 --json", width), "dim"


def _head(data: dict[str, Any]) -> str:
    return f"从 {_side(data['从'])} 到 {_side(data['到'])}，两边都按 {data['日期']} 算"


def _side(side: Row) -> str:
    said, made = str(side["写法"]), str(side["提交日期"])
    known = [str(side["提交"]), made if made != said else ""]
    inside = "，".join(each for each in known if each and each != said)
    return said + (f"（{inside}）" if inside else "")


def _totals(data: dict[str, Any]) -> list[str]:
    """Return the numbers of both sides, each as of its own day."""
    old, new = data["从"], data["到"]
    shown = [
        f"{name} {_moved(str(old['合计'][name]), str(new['合计'][name]))}"
        for name in _COUNTED
        if old["合计"][name] or new["合计"][name]
    ]
    had = {rate["层级"]: f"{rate['齐备']}/{rate['总数']}" for rate in old["齐备"]}
    has = {rate["层级"]: f"{rate['齐备']}/{rate['总数']}" for rate in new["齐备"]}
    shown += [
        f"{tier}齐备 {_moved(had.get(tier, '-'), has.get(tier, '-'))}"
        for tier in dict.fromkeys([*has, *had])
    ]
    when = f"（{old['日期']} → {new['日期']}，各按自己那天）"
    return shown if old["日期"] == new["日期"] else [*shown, when]


def _moved(old: str, new: str) -> str:
    return new if old == new else f"{old}→{new}"


def _pieces(data: dict[str, Any], width: int, most: int | None) -> Iterator[tuple[str, str]]:
    for name, title, style in _PIECES:
        rows = data[name]
        if rows:
            count = sum(row["件数"] for row in rows)
            passed = sum(row["件数"] for row in rows if row["现在"] == "已通过")
            more = f"，其中已通过 {passed}件" if name == "新满足" and passed else ""
            yield fit(f"{title} {count}件{more}", width), f"bold {style}".strip()
            cells = [[*_piece(row, timed=name == "到期"), row["提交"]] for row in rows]
            yield from _cut(cells, width, most, "  r", (1, 4, 5))


def _piece(row: Row, *, timed: bool) -> list[str]:
    """Return the cells of a line; an entry names its office itself.

    Of what only time made late, its date says more than that its state is the same.
    """
    moved = f"期限 {row['期限']}" if timed else f"{row['原来']}→{row['现在']}"
    office = "" if row["条目"].split("/")[0] in row["科室"] else "、".join(row["科室"])
    about = "：".join(filter(None, (row["条目"], row["说明"])))
    return [row["资料"], row["年度"], f"{row['件数']}件", moved, office, about]


def _others(data: dict[str, Any], width: int, most: int | None) -> Iterator[tuple[str, str]]:
    for name, title, cells in _OTHERS:
        rows = data[name]
        if rows:
            counts = Counter(row["怎么"] for row in rows)
            said = "、".join(f"{how} {count}" for how, count in counts.items())
            yield fit(f"{title} {len(rows)}：{said}", width), "bold"
            table = [[*cells(row), row["提交"]] for row in rows]
            last = len(table[0]) - 2
            yield from _cut(table, width, most, "", (last, *range(last - 1, 0, -1)))


def _cut(
    rows: list[list[str]], width: int, most: int | None, right: str, flexible: tuple[int, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the lines of a table that are shown, and how many are not."""
    shown = rows[:most]
    used = [i for i in range(len(shown[0])) if any(row[i] for row in shown)]
    kept = [[row[i] for i in used] for row in shown]
    flags = "".join(right.ljust(len(rows[0]))[i] for i in used)
    narrow = [used.index(i) for i in flexible if i in used]
    for line in lines(kept, right=flags, width=width - 2, flexible=narrow):
        yield f"  {fit(line, width - 2)}", ""
    if len(rows) > len(shown):
        yield f"  另有{len(rows) - len(shown)}行", "dim"
