"""The coordinator's screen: who owes what, which piece, which year, due when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import fit, lines, wrap

HEIGHT = 24
"""Lines of a screen: only as many offices are shown as fit, unless all are asked for."""

FEWEST = 3

MARKS = "①②③④⑤⑥⑦⑧⑨⑩"


def render(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width, everything=everything):
        out.append(line + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int, *, everything: bool) -> Iterator[tuple[str, str]]:
    top = [(line, "bold") for line in _fold(_head(data), width)]
    top += [(line, "") for line in _fold(_totals(data), width)]
    top += [(line, "") for line in _fold(_rates(data), width)]
    top += [(line, "yellow") for line in _needs(data, width)]
    yield from top
    rest = HEIGHT - len(top) - 4
    yield from _groups(data, width, len(data["分组"]) if everything else max(rest // 2, FEWEST))


def _fold(parts: list[str], width: int) -> Iterator[str]:
    """Put parts on as few lines as hold them, two spaces between."""
    line = ""
    for part in filter(None, parts):
        joined = f"{line}  {part}" if line else part
        if cell_len(joined) > width and line:
            yield fit(line, width)
            joined = part
        line = joined
    if line:
        yield fit(line, width)


def _head(data: dict[str, Any]) -> list[str]:
    month, day = data["截止"][5:].split("-")
    left = data["距截止天数"]
    until = f"距截止({int(month)}-{day}) {left}天" if left >= 0 else f"截止已过{-left}天"
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
    extras = "  ".join(f"{row['编号']} {row['结果']}" for row in data["附加项"])
    return [
        f"材料齐备 {complete}",
        f"自评达标 {met}",
        f"自评不达标 {len(failed)}：{'、'.join(failed)}" if failed else "",
        extras,
    ]


def _needs(data: dict[str, Any], width: int) -> Iterator[str]:
    indent = " " * 7
    line = "需我办 "
    for mark, need in zip(MARKS, data["需我办"], strict=False):
        part = mark + need["说明"]
        if cell_len(line + part) > width and line.strip() != "需我办":
            yield line.rstrip()
            line = indent
        pieces = wrap(line + part, width, indent + "  ")
        yield from pieces[:-1]
        line = pieces[-1] + "  "
    if data["需我办"]:
        yield line.rstrip()


def _groups(data: dict[str, Any], width: int, most: int) -> Iterator[tuple[str, str]]:
    offices = data["按"] == "科室"
    shown = data["分组"][:most] if offices else data["分组"]
    table = [_titles(data, offices=offices), *(_cells(row, offices=offices) for row in shown)]
    header, *body = lines(table, right=" rrrrrr", width=width, flexible=(0,))
    yield "", ""
    yield header, "bold"
    for row, line in zip(shown, body, strict=True):
        yield line, "red" if row["逾期"] else ""
        if offices and row["逾期件"]:
            yield fit("  逾期 " + "；".join(map(_piece, row["逾期件"])), width), "dim"
    yield from _foot(data, len(shown), width)


def _titles(data: dict[str, Any], *, offices: bool) -> list[str]:
    titles = [data["按"], "应报", "通过", "待审", "退回", "未报", "逾期", "最早欠件期限"]
    if not offices:
        return titles
    due = data["分组"][0]["台账期"] if data["分组"] else ""
    return [*titles, f"{int(due[5:7])}-{due[8:]}台账" if due else "台账", "催办"]


def _cells(row: dict[str, Any], *, offices: bool) -> list[str]:
    names = ("应报", "已通过", "待审", "退回", "未报", "逾期")
    cells = [row["名称"], *(str(row[name]) for name in names), row["最早欠件期限"]]
    if not offices:
        return cells
    return [*cells, row["台账"], f"{row['催办']}次" if row["催办"] else ""]


def _piece(piece: dict[str, str]) -> str:
    return f"{piece['资料']} {piece['年度']} {piece['缺什么']}"


def _foot(data: dict[str, Any], shown: int, width: int) -> Iterator[tuple[str, str]]:
    hidden = len(data["分组"]) - shown
    rest = f"…其余{hidden}个{data['按']}加 --all" if hidden else ""
    soon = data["即将到期"]
    total = sum(each["件数"] for each in soon)
    days = "、".join(f"{int(e['期限'][5:7])}-{e['期限'][8:]} {e['件数']}件" for e in soon[:4])
    due = f"30天内到期{total}件：{days}" if total else ""
    yield from ((line, "") for line in _fold([rest, due], width))
    if data["按"] == "科室" and not data["科室"]:
        yield (
            fit("共同负责的件在各科室分别计一次，合计大于总数；欠件明细：fzjs todo 科室", width),
            "dim",
        )
    if data["按"] == "测评方法":
        yield fit("一项指标有几种方法的，各方法分别计一次，合计大于总数", width), "dim"
