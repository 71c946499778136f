"""What is owed, office by office, earliest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines

_TITLES = ["期限", "", "资料", "年度", "件", "缺什么", "内容"]


def render(data: dict[str, Any], width: int) -> Text:
    """Return one table an office; no line is wider than `width` cells."""
    out = Text()
    if not data["科室"]:
        out.append("没有欠件。\n")
    for office in data["科室"]:
        for line, style in _office(office, width):
            out.append(line + "\n", style)
    return out


def _office(office: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    head = f"{office['科室']}   应报 {office['应报']}  欠 {office['欠']}  逾期 {office['逾期']}"
    yield fit(head, width), "bold"
    if not office["欠件"]:
        yield "没有欠件。", ""
        return
    rows = [_TITLES, *map(_cells, office["欠件"])]
    header, *body = lines(rows, right="    r", width=width, flexible=(6, 5))
    yield header, "bold"
    for gap, line in zip(office["欠件"], body, strict=True):
        yield line, "red" if gap["天数"] < 0 else ""
    yield "", ""


def _cells(gap: dict[str, Any]) -> list[str]:
    return [
        gap["期限简写"],
        gap["剩余"],
        gap["资料"],
        gap["年度"],
        str(gap["件数"]),
        fit(gap["缺什么"], 30),
        gap["内容"],
    ]
