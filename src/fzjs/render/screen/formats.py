"""`fzjs format` on a screen: each file's errors, then its warnings, and the counts at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import wrap
from fzjs.visible import one_line

_COLOURS = {"错误": "red", "警告": "yellow"}
_HEADS = {"错误": "错误（规定、方案要求）", "警告": "警告（一般、推荐、实务）"}
Line = tuple[str, str, int]
"""Words, their colour, how far the lines after the first are indented."""


def render(data: dict[str, Any], width: int) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style, hang in _lines(data):
        for number, part in enumerate(wrap(one_line(line).lstrip(), width - hang)):
            lead = len(line) - len(line.lstrip()) if number == 0 else hang
            out.append(" " * lead + part + "\n", style)
    return out


def _lines(data: dict[str, Any]) -> Iterator[Line]:
    plan = (
        f"和 fzjs.yaml（{data['单位']}）" if data["方案"] else "；不在数据仓库里，没有查方案的要求"
    )
    yield f"按 {data['标准']} {plan}" if data["方案"] else f"按 {data['标准']}{plan}", "dim", 0
    for each in data["文件"]:
        yield "", "", 0
        kind = f"（按{each['种类']}查）" if each["种类"] else ""
        yield f"{each['文件']}{kind}", "bold", 2
        if each["打不开"]:
            yield f"  打不开：{each['打不开']}", "red", 4
        elif not each["结果"]:
            yield "  没有发现问题", "green", 4
        for severity in ("错误", "警告"):
            yield from _severity(each, severity)
    yield "", "", 0
    yield _summary(data), "bold", 0


def _severity(each: dict[str, Any], severity: str) -> Iterator[Line]:
    those = [found for found in each["结果"] if found["严重程度"] == severity]
    if those:
        yield f"  {_HEADS[severity]}", _COLOURS[severity], 2
    for found in those:
        place = f"{found['位置']}：" if found["位置"] else ""
        yield f"  · {place}{found['问题']}", "", 4
        source = "，".join(dict.fromkeys((found["条款"], found["级别"])))
        yield f"    改法：{found['怎么改']}（{source}）", "dim", 10


def _summary(data: dict[str, Any]) -> str:
    files = f"{len(data['文件'])}个文件，" if len(data["文件"]) > 1 else ""
    return f"{files}错误 {data['错误']}处，警告 {data['警告']}处"
