"""Months × offices: who has handed the 工作台账 in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import fit, lines, wrap
from fzjs.visible import one_line

_ROOM = 11
"""Cells of a month's column and the gap before it: 迟交 12-31."""
_NAME = 20


def render(data: dict[str, Any], width: int) -> Text:
    """Return the table, the newest months as they fit; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    mark = "〔示例〕" if data["示例"] else ""
    yield fit(f"{data['单位']}工作台账{mark}  {data['日期']}", width), "bold"
    if not data["科室"]:
        yield "没有科室欠材料，不用交台账。", ""
        return
    names = max(cell_len(row["科室"]) for row in data["科室"])
    shown = max((width - min(names, _NAME)) // _ROOM, 1)
    first = max(len(data["月份"]) - shown, 0)
    months = data["月份"][first:]
    table = [
        ["交的月份", *(each["月份"] for each in months)],
        ["应交", *(_day(each["期限"]) for each in months)],
        *([row["科室"], *map(_cell, row["各月"][first:])] for row in data["科室"]),
    ]
    head, due, *body = lines(table, width=width, flexible=(0,))
    yield head, "bold"
    yield due, "dim"
    for row, line in zip(data["科室"], body, strict=True):
        last = [cell["状态"] for cell in row["各月"]]
        yield line, "red" if "未交" in last else ""
    yield from ((line, "dim") for note in _notes(data, first) for line in wrap(note, width, "  "))


def _day(text: str) -> str:
    return f"{int(text[5:7])}-{text[8:]}" if text else "没有定"


def _cell(cell: dict[str, Any]) -> str:
    state = cell["状态"]
    if state in {"已交", "迟交"}:
        return f"{state} {int(cell['填表日期'][5:7])}-{cell['填表日期'][8:]}"
    return "—" if state == "未到期" else str(state)


def _notes(data: dict[str, Any], hidden: int) -> Iterator[str]:
    if hidden:
        yield f"更早的{hidden}个月：fzjs ledger list --json"
    unknown = [each["月份"] for each in data["月份"] if not each["放假安排已知"]]
    if unknown:
        yield f"{'、'.join(unknown)}的放假安排未知，期限按周一至周五算，以通知为准"
    if any(each["期限"] for each in data["月份"]):
        yield "当天交的算按时；应交日遇节假日的，提前到前一个工作日"
    else:
        yield "fzjs.yaml 的“周期任务”里没有每月的工作台账，所以没有期限"
    # After the campaign no month is next: an office that goes on names its own.
    last = data["月份"][-1] if data["月份"] else {"月份": "月份", "期限": ""}
    month = "月份" if "" < last["期限"] < data["日期"] else last["月份"]
    yield f"预填：fzjs ledger new {month}；填好：fzjs ledger submit {month} --office 科室"
