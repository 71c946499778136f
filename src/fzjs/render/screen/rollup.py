"""Many units side by side, worst first: one table an indicator system, then what needs a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import lines, wrap
from fzjs.visible import one_line

MOST = 20
"""Units of a system, and places that cannot be read, that are listed without --all."""


def render(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width, 10**9 if everything else MOST):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int, most: int) -> Iterator[tuple[str, str]]:
    for group in data["体系"]:
        yield from _group(data, group, width, most)
        yield "", ""
    for text, style in (*_notes(data), *_unread(data, most)):
        yield from ((line, style) for line in wrap(one_line(text), width, "    "))


def _group(
    data: dict[str, Any], group: dict[str, Any], width: int, most: int
) -> Iterator[tuple[str, str]]:
    head = f"{group['体系']}  {group['单位数']}个单位  按{data['排序']}，差的在前"
    yield from ((line, "bold") for line in wrap(one_line(head), width, "  "))
    tiers = [each["层级"] for each in group["合计"]["层级"]]
    tiers = tiers if len(tiers) > 1 else []
    shown, newest = group["单位"][:most], data["最新日期"]
    table = [
        _titles(tiers),
        _cells(f"合计{group['计入']}个", group["合计"], tiers, ""),
        *(_cells(_name(row), row, tiers, _day(row, newest)) for row in shown),
    ]
    rows = [[one_line(cell) for cell in row] for row in table]
    # Only numbers that are compared stand flush right.
    header, total, *body = lines(rows, " " + "r" * (len(rows[0]) - 1), width, flexible=(0,))
    yield header, "bold"
    yield total, ""
    for row, line in zip(shown, body, strict=True):
        yield line, "red" if row["逾期"] else ""
    hidden = len(group["单位"]) - len(shown)
    if hidden:
        yield f"另有{hidden}个单位，加 --all 看全", "dim"


def _titles(tiers: list[str]) -> list[str]:
    return [
        *("单位", "应报", "通过", "逾期", "最久"),
        *(tiers or ["齐备"]),
        *("达标", "台账", "问题", "日期"),
    ]


def _cells(name: str, row: dict[str, Any], tiers: list[str], day: str) -> list[str]:
    shares = {each["层级"]: each["齐备率"] for each in row["层级"]}
    return [
        name,
        str(row["应报"]),
        _whole(row["通过率"]),
        str(row["逾期"]),
        f"{row['最久逾期天数']}天" if row["最久逾期天数"] else "",
        *([_whole(shares.get(tier, "")) for tier in tiers] or [_whole(row["齐备率"])]),
        _whole(row["达标率"]),
        str(row["未交台账"]) if row["应交台账"] else "",
        str(row["未销号问题"]) if row["问题"] else "",
        day,
    ]


def _whole(share: str) -> str:
    """Return a share without its decimal, cut off: 99.9% is not 100%."""
    return f"{share.partition('.')[0]}%" if "." in share else share


def _name(row: dict[str, Any]) -> str:
    return f"*{row['单位']}" if row["示例"] else str(row["单位"])


def _day(row: dict[str, Any], newest: str) -> str:
    day: str = row["日期"]
    text = f"{int(day[5:7])}-{day[8:]}" if day[:4] == newest[:4] else day[:7]
    return f"!{text}" if row["过时"] or row["日期在后"] else text


def _notes(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    groups = data["体系"]
    rows = [row for group in groups for row in group["单位"]]
    if rows:
        yield (
            "国家、加省、加市：到这一层的材料齐备率；台账：未交的科室；问题：未销号的",
            "dim",
        )
    if len(groups) > 1:
        yield f"{len(groups)}个体系应报的不一样，不一起排、不加总", ""
    yield from ((text, "yellow") for text in _doubts(data, rows))
    idle = sum(group["未开始"] for group in groups)
    if idle:
        yield f"还没有应报件的{idle}个，排在最后", ""
    computed = sum(row["来自"] == "数据仓库" for row in rows)
    if computed:
        yield f"{computed}个是数据仓库，当场算的；多了慢，先在各仓库 fzjs export --jsonl", "dim"


def _doubts(data: dict[str, Any], rows: list[dict[str, Any]]) -> Iterator[str]:
    """Say why some numbers are not to be set beside the others."""
    old = [row["单位"] for row in rows if row["过时"]]
    if old:
        since = f"比最新的 {data['最新日期']} 早{data['超过天数']}天以上"
        yield f"! 过时{len(old)}个，{since}，重新导出再看：{_some(old)}"
    ahead = [row["单位"] for row in rows if row["日期在后"]]
    if ahead:
        yield f"! 日期还没有到的{len(ahead)}个，看看基准日：{_some(ahead)}"
    samples = [row["单位"] for row in rows if row["示例"]]
    if samples:
        word = "不计入合计" if len(samples) < len(rows) else "合计也只是演示"
        yield f"* 示例{len(samples)}个，{word}：{_some(samples)}"
    if len(data["版本"]) > 1:
        yield f"用了几版 fzjs：{'、'.join(data['版本'])}，各版的算法可能不同"
    for each in data["重复"]:
        count, left = len(each["未计入"]) + 1, _some(each["未计入"])
        held = f"计入 {each['日期']} 的 {each['计入']}"
        yield f"{each['单位']} 有{count}份，{held}，不计 {left}"


def _some(names: list[str], most: int = 5) -> str:
    text = "、".join(names[:most])
    return f"{text}等{len(names)}个" if len(names) > most else text


def _unread(data: dict[str, Any], most: int) -> Iterator[tuple[str, str]]:
    found = data["读不了"]
    if not found:
        return
    yield f"读不了{len(found)}个，没有计入：", "bold red"
    for each in found[:most]:
        yield f"  {each['位置']}：{each['原因']}", ""
    if len(found) > most:
        yield f"  另有{len(found) - most}个，加 --all 看全", "dim"
