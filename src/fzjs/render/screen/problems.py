"""The problems that inspections found, open and overdue ones first, and the trend by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines, pad, wrap
from fzjs.visible import one_line

_INDENT = " " * 4
_LIMIT = 19
"""Cells of `2027-12-31 剩999天`, so that the numbers stand in one column."""
_MONTHS = 6
"""Months of the trend below a list; `--trend` has all."""
_TITLES = ["月份", "发现", "反弹", "销号", "月末未销"]


def render(data: dict[str, Any], width: int, *, only_trend: bool = False) -> Text:
    """Return the list with the last months below it, or all months alone."""
    out = Text()
    for line, style in _trend(data, width) if only_trend else _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    counts = data["合计"]
    shown = ("问题", "未销号", "逾期", "申请销号", "已销号")
    head = "  ".join(f"{'待验收' if name == '申请销号' else name} {counts[name]}" for name in shown)
    office = f"{data['科室']}   " if data["科室"] else ""
    yield fit(f"{office}{head}   {data['日期']}", width), "bold"
    if not data["问题"]:
        yield from ((line, "") for line in wrap(_nothing(data), width))
    for row in data["问题"]:
        yield from _problem(row, width)
    if data["问题"]:
        yield from ((line, "dim") for line in _hints(width))
    yield from _trend(data, width, _MONTHS)


def _nothing(data: dict[str, Any]) -> str:
    if data["状态"]:
        return f"没有“{data['状态']}”的问题。"
    closed = data["合计"]["已销号"]
    return "没有未销号的问题。" + (f"已销号{closed}个，加 --all 看。" if closed else "")


def _problem(row: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    when = f"{row['销号']} 销号 " if row["销号"] else f"{row['时限简写']} {row['剩余']} "
    put_off = f"（原{row['原时限']}）" if row["时限"] != row["原时限"] and not row["销号"] else ""
    who = row["责任科室"] + (f" {row['责任人']}" if row["责任人"] else "")
    line = f"{pad(when, _LIMIT)}{row['编号']}  {row['状态']}{put_off}  {who}"
    style = "red" if row["逾期"] else "dim" if row["销号"] else ""
    yield from ((text, style) for text in wrap(line, width, _INDENT))
    what = f"{_INDENT}{row['针对']}：{row['问题']}（{row['来源']}，{row['发现']}发现）"
    yield from ((text, "dim") for text in wrap(what, width, _INDENT))
    for text in _notes(row):
        yield from ((each, "yellow") for each in wrap(_INDENT + text, width, _INDENT))


def _notes(row: dict[str, Any]) -> Iterator[str]:
    """Say what the inspectors asked, why it came back, and what the proof lacks."""
    if row["要求"] and not row["销号"]:
        yield f"要求：{row['要求']}"
    last = row["处理"][-1] if row["处理"] else None
    if last and last["说明"] and row["状态"] in {"退回", "反弹", "已延期"}:
        yield f"{last['结果']}（{last['日期']} {last['验收人']}）：{last['说明']}"
    for proof in row["佐证"]:
        if proof["不足"] and not row["销号"]:
            yield f"佐证 {proof['条目']} {proof['不足']}，申请不算数"


def _hints(width: int) -> Iterator[str]:
    for text in (
        "科室申请销号：fzjs problem apply 编号 --measure 措施 --proof 条目",
        "督导组验收：fzjs problem close 编号 --by 验收人；退回用 return，延期用 extend",
    ):
        yield from wrap(text, width, _INDENT)


def _trend(data: dict[str, Any], width: int, most: int | None = None) -> Iterator[tuple[str, str]]:
    rows = data["趋势"][-most:] if most else data["趋势"]
    if not rows:
        if most is None:
            yield "还没有检查出问题。", ""
        return
    if most:
        yield "", ""
    table = [_TITLES, *([str(row[name]) for name in _TITLES] for row in rows)]
    header, *body = lines(table, right=" rrrr", width=width)
    yield header, "bold"
    yield from ((line, "") for line in body)
    if len(rows) < len(data["趋势"]):
        yield fit("更早的月份：fzjs problem list --trend", width), "dim"
