"""What is due in the next days and what is past, a line each, its office and source below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, pad, wrap
from fzjs.visible import one_line

_DAY = 21
"""Cells of `2020-12-31 逾1099天`, so that what is due stands in one column."""
_OFFICES = 3
_REST = " " * _DAY


def render(data: dict[str, Any], width: int) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line).rstrip() + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    sample = "〔示例〕" if data["示例"] else ""
    head = f"{data['单位']}日历{sample}  {data['日期']} {data['星期']}  {data['科室']}"
    yield fit(head, width), "bold"
    span = f"{data['从']} 至 {data['至']}"
    yield fit(f"将到期 {len(data['将到期'])}（{span}）", width), "bold"
    yield from _rows(data["将到期"], width, "这些天没有到期的。")
    yield (
        fit(f"已过 {len(data['已过'])}（没有记录不等于没有办；办了的记下来就不再列）", width),
        "bold",
    )
    yield from _rows(data["已过"], width, "没有。")
    if data["按年计次"]:
        yield fit("按年计次（照条目“数据”里的数，已通过和待审的才算）", width), "bold"
        for row in data["按年计次"]:
            text = f"  {row['编号']} {row['项目']}{row['要求']}：{row['一句话']}"
            yield from ((line, "") for line in wrap(text, width, "    "))
    yield from ((line, "yellow") for text in _notes(data) for line in wrap(text, width, "  "))


def _rows(rows: list[dict[str, Any]], width: int, none: str) -> Iterator[tuple[str, str]]:
    if not rows:
        yield f"  {none}", ""
    for row in rows:
        late = row["天数"] < 0
        # What is only unrecorded may have been done: its day is past, nobody is said to be late.
        left = f"过{-row['天数']}天" if late and not row["确定"] else row["剩余"]
        day = f"  {row['期限简写']} {left}"
        text = pad(f"{day} ", _DAY) + _what(row)
        style = "red" if late and row["确定"] else "yellow" if late else ""
        yield from ((line, style) for line in wrap(text, width, _REST))
        yield from ((line, "dim") for line in wrap(_REST + _below(row), width, _REST))


def _what(row: dict[str, Any]) -> str:
    term = f"（{row['期']}）" if row["期"] and row["类别"] not in {"事件", "外单位"} else ""
    time = f"{row['时刻']} " if row["时刻"] else ""
    state = f"：{row['状态']}" if row["状态"] else ""
    mark = "" if row["节假日已知"] else "*"
    return f"{time}{row['事项']}{term}{state}{mark}"


def _below(row: dict[str, Any]) -> str:
    offices = "、".join(row["科室"][:_OFFICES])
    if len(row["科室"]) > _OFFICES:
        offices += f"等{len(row['科室'])}个科室"
    rest = f"当天休息，之前最后一个工作日 {row['前一个工作日简写']}" if row["前一个工作日"] else ""
    parts = [offices, row["说明"], rest, f"出处：{row['出处']}" if row["出处"] else "没有写出处"]
    return "；".join(part for part in parts if part)


def _notes(data: dict[str, Any]) -> Iterator[str]:
    for row in data["未计入"]:
        yield f"没有计入：{row['事项']}，{row['原因']}"
    if data["节假日表没有"]:
        years = "、".join(map(str, data["节假日表没有"]))
        yield f"* 节假日表没有{years}年，按周一至周五算，放假通知出来后再核对"
    if not data["起算写明"]:
        yield f"“阶段”没有写哪天开始，周期任务从 {data['起算']} 算起"
    if data["已过"]:
        yield "办了的：fzjs calendar done 任务 --period 期 --date 日期"
