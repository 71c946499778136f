"""The coordinator's screen: who owes what, which piece, which year, due when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import fit, folded, lines, wrap
from fzjs.visible import one_line

HEIGHT = 22
"""Lines of a screen, the command and the next prompt left out: offices are shown as they fit."""

FEWEST = 3

SHORT = 18
"""Cells for what is missing where several pieces share a line."""

_NONE = "还没有指标：写进 indicators/，或用 fzjs import 读入方案"

MARKS = "①②③④⑤⑥⑦⑧⑨⑩"


def render(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width, everything=everything):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int, *, everything: bool) -> Iterator[tuple[str, str]]:
    top = [(line, "bold") for line in folded(_head(data), width)]
    parts = [*_totals(data), *_rates(data)] if data["指标数"] else [_NONE]
    top += [(line, "") for line in folded(parts, width)]
    top += [(line, "yellow") for line in _needs(data, width)]
    yield from top
    if not data["指标数"]:
        return
    rest = HEIGHT - len(top) - 4
    yield from _groups(data, width, len(data["分组"]) if everything else max(rest // 2, FEWEST))


def _head(data: dict[str, Any]) -> list[str]:
    month, day = data["截止"][5:].split("-")
    left = data["距截止天数"]
    day += "，待定" if "截止" in data["待定"] else ""
    until = f"距截止({int(month)}-{day}) {left}天"
    if left < 0:
        until = "截止待定" if "待定" in day else f"截止已过{-left}天"
    return [
        f"{data['单位']}示范创建" + ("〔示例〕" if data["示例"] else ""),
        f"{data['日期']} {data['星期']}",
        until,
        f"数据 {data['数据']}" if data["数据"] else "",
        data["科室"],
    ]


def _totals(data: dict[str, Any]) -> list[str]:
    counts = data["合计"]
    shown = ("应报", "已通过", "待审", "退回", "待外单位", "未报")
    excused = f"不适用 {counts['不适用']}" if counts["不适用"] else ""
    text = "  ".join(f"{name} {counts[name]}" for name in shown)
    return [text, f"逾期 {counts['逾期']}", excused]


def _rates(data: dict[str, Any]) -> list[str]:
    complete = "  ".join(f"{row['层级']} {row['齐备']}/{row['总数']}" for row in data["齐备"])
    met = "  ".join(f"{row['层级']} {row['达标']}/{row['总数']}" for row in data["达标"])
    failed = data["不达标"]
    return [
        f"材料齐备 {complete}" if complete else "",
        f"自评达标 {met}" if met else "",
        f"自评不达标 {len(failed)}：{'、'.join(failed)}" if failed else "",
        f"未评 {data['未评']['项数']}" if data["未评"] else "",
        "  ".join(f"{row['编号']} {row['结果']}" for row in data["附加项"]),
    ]


def _needs(data: dict[str, Any], width: int) -> Iterator[str]:
    indent = " " * 7
    line = "需我办 "
    for mark, need in zip(MARKS, data["需我办"], strict=False):
        part = f"{mark} {need['说明']}"  # ① may be drawn two cells wide
        if cell_len(line + part) > width and line.strip() != "需我办":
            yield line.rstrip()
            line = indent
        pieces = wrap(line + part, width, indent + "  ")
        yield from pieces[:-1]
        line = pieces[-1] + "  "
    if data["需我办"]:
        yield line.rstrip()


def _groups(data: dict[str, Any], width: int, most: int) -> Iterator[tuple[str, str]]:
    if not data["合计"]["应报"] + data["合计"]["不适用"]:
        yield from _shares(data, width, most)
        return
    offices = data["按"] == "科室"
    shown = data["分组"][:most] if offices else data["分组"]
    table = [_titles(data, offices=offices), *(_cells(row, offices=offices) for row in shown)]
    header, *body = lines(table, right=" rrrrrrr", width=width, flexible=(0,))
    yield "", ""
    yield header, "bold"
    for row, line in zip(shown, body, strict=True):
        yield line, "red" if row["逾期"] else ""
        if offices:
            yield from ((each, "dim") for each in _late(row, width, whole=bool(data["科室"])))
    yield from ((line, "") for line in folded(_foot(data, len(shown)), width))
    yield from ((line, "dim") for line in folded([_starred(shown), *_notes(data)], width))


def _shares(data: dict[str, Any], width: int, most: int) -> Iterator[tuple[str, str]]:
    """Say, of a plan that lists no material, who answers for how many indicators."""
    yield "", ""
    if data["按"] != "科室":
        yield f"还没有应报件，按{data['按']}没有可列的", "dim"
        return
    rows = [row for row in data["分组"] if row["负责指标"] + row["配合指标"]]
    rows.sort(key=lambda row: (-row["负责指标"], -row["配合指标"]))
    table = [
        ["科室", "负责指标", "配合指标"],
        *([_name(row), str(row["负责指标"]), str(row["配合指标"])] for row in rows[:most]),
    ]
    header, *body = lines(table, right=" rr", width=width, flexible=(0,))
    yield header, "bold"
    yield from ((line, "") for line in body)
    hidden = len(rows) - most
    foot = [f"另有{hidden}个科室，加 --all 看全" if hidden > 0 else "", _starred(rows[:most])]
    yield from ((line, "dim") for line in folded(foot, width))


def _name(row: dict[str, Any]) -> str:
    """Mark a group noun whose members are 待定, where no cut can take the mark away."""
    return f"*{row['名称']}" if row.get("成员待定") else str(row["名称"])


def _starred(rows: list[dict[str, Any]]) -> str:
    return "*集合名词，成员待定" if any(row.get("成员待定") for row in rows) else ""


def _titles(data: dict[str, Any], *, offices: bool) -> list[str]:
    titles = [data["按"], "应报", "通过", "待审", "退回", "待外", "未报", "逾期", "最早期限"]
    return [*titles, "台账", "催办"] if offices else titles


def _cells(row: dict[str, Any], *, offices: bool) -> list[str]:
    names = ("应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期")
    cells = [_name(row), *(str(row[name]) for name in names), row["最早欠件期限"]]
    if not offices:
        return cells
    silent = "未答" if row["催办未答复"] else ""
    return [*cells, row["台账"], f"{row['催办']}次{silent}" if row["催办"] else ""]


def _late(row: dict[str, Any], width: int, *, whole: bool) -> list[str]:
    """Say which pieces are overdue: as many as a line holds and how many more, or all."""
    most = width if whole else SHORT
    pieces = [f"{p['资料']} {p['年度']} {fit(p['缺什么'], most)}" for p in row["逾期件"]]
    if row.get("问题逾期"):
        pieces.insert(0, f"问题{row['问题逾期']}个没有整改好")
    if not pieces:
        return []
    if whole:
        return [line for piece in pieces for line in wrap(f"  逾期 {piece}", width, "       ")]
    text = f"  逾期 {pieces[0]}"
    rest = f"，等{len(pieces)}项"
    for piece in pieces[1:]:
        if cell_len(f"{text}；{piece}{rest}") > width:
            return [fit(text, width - cell_len(rest)) + rest]
        text += f"；{piece}"
    return [fit(text, width)]


def _foot(data: dict[str, Any], shown: int) -> list[str]:
    hidden = len(data["分组"]) - shown
    soon = data["即将到期"]
    total = sum(each["件数"] for each in soon)
    days = "、".join(f"{int(e['期限'][5:7])}-{e['期限'][8:]} {e['件数']}件" for e in soon[:4])
    return [
        f"另有{hidden}个{data['按']}，加 --all 看全" if hidden else "",
        f"30天内到期{total}件：{days}" if total else "",
    ]


def _notes(data: dict[str, Any]) -> list[str]:
    """Say what the columns do not: that sums may exceed totals, and which 台账 is meant."""
    if data["按"] == "测评方法":
        return ["一项指标有几种方法的，各方法分别计一次，合计大于总数"]
    if data["按"] != "科室":
        return []
    due = data["分组"][0]["台账期"] if data["分组"] else ""
    return [
        f"台账：{int(due[5:7])}-{due[8:]}应交的一份" if due else "",
        "" if data["科室"] else "共同负责的各科室分别计",
        "明细：fzjs todo 科室",
    ]
