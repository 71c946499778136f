"""The reminders on a screen: sent when, answered how, what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines
from fzjs.visible import one_line

_TITLES = ["科室", "次", "发出", "件", "还欠", "答复"]
_FIRST = 4
"""Pieces that are named of what is still open."""


def render(data: dict[str, Any], width: int) -> Text:
    """Return one line a reminder; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    if not data["催办"]:
        whose = f"没有催过{data['科室']}。" if data["科室"] else "还没有催过。"
        yield fit(f"{whose}催一次记一次：fzjs remind 科室", width), ""
        return
    rows = [_TITLES, *map(_cells, data["催办"])]
    header, *body = lines(rows, right=" r rr", width=width, flexible=(0,))
    yield header, "bold"
    last: set[str] = set()
    for row, line in zip(data["催办"], body, strict=True):
        is_last = row["科室"] not in last
        last.add(row["科室"])
        waits = is_last and not row["已答复"]
        yield line, "yellow" if waits else "" if is_last else "dim"
        if is_last and row["还欠"]:
            rest = f" 等{len(row['还欠'])}件" if len(row["还欠"]) > _FIRST else ""
            yield fit(f"  还欠 {'、'.join(row['还欠'][:_FIRST])}{rest}", width), "dim"
    silent = [row for row in data["催办"] if not row["已答复"]]
    yield "", ""
    yield fit(f"共催{len(data['催办'])}次，未答复{len(silent)}次", width), ""
    if silent:
        name = silent[0]["科室"]
        yield fit(f"答复了：fzjs remind {name} --answered --reply 按期", width), "dim"


def _cells(row: dict[str, Any]) -> list[str]:
    said = f"{row['答复日期']} {row['意见']}" if row["已答复"] else f"未答复，{row['已过天数']}天"
    counts = str(len(row["对象"])), str(len(row["还欠"]))
    return [row["科室"], f"第{row['次']}次", row["日期"], *counts, said]
