"""The burn-up as a table with bars: a row a week, drawn with letters that every terminal has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import fit, lines, pad, wrap
from fzjs.visible import one_line

_NARROWEST = 10
"""Cells of a bar below which none is drawn."""
_WIDEST = 60
_PARTS = (
    ("已通过", "#", "green"),
    ("待审", "=", "yellow"),
    ("其余", ".", ""),
    ("逾期", "!", "red"),
)
"""Half-width, for blocks may take two cells on a Chinese terminal and are not in every font."""
_LEGEND = "图：# 已通过  = 待审  . 还欠、未到期  ! 逾期；一行的长短是应报的多少"

Pieces = list[tuple[str, str]]
"""A line in parts, each with its style."""


def render(data: dict[str, Any], width: int) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for pieces in _lines(data, width):
        for text, style in pieces:
            out.append(one_line(text), style)
        out.append("\n")
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[Pieces]:
    name = f"{data['单位']}示范创建" + ("〔示例〕" if data["示例"] else "")
    whose = f"  {data['科室']}" if data["科室"] else ""
    yield [(fit(f"{name}  按周进展{whose}  共{data['提交数']}次提交", width), "bold")]
    for note in data["注意"]:
        yield from ([(line, "yellow")] for line in wrap(f"注意：{note}", width, " " * 6))
    yield [("", "")]
    yield from _table(data, width)
    tiers = "、".join(_tiers(data["周"]))
    for said in (_LEGEND, f"{tiers}：材料齐备的指标/应计的指标" if tiers else ""):
        yield from ([(line, "dim")] for line in wrap(said, width, "    ") if line)
    if data["更早"]:
        yield [
            (
                fit(f"更早还有{data['更早']}周：--weeks {data['更早'] + len(data['周'])}", width),
                "dim",
            )
        ]
    left = [mark for mark in data["节点"] if data["周"] and mark["日期"] > data["周"][-1]["日期"]]
    if left:
        said = "、".join(f"{mark['日期']} {mark['名称']}" for mark in left)
        yield from ([(line, "dim")] for line in wrap(f"后面：{said}", width, " " * 6))


def _table(data: dict[str, Any], width: int) -> Iterator[Pieces]:
    rows = data["周"]
    apart = any(row["日期"] and not row["起"] <= row["日期"] <= row["止"] for row in rows)
    tiers = _tiers(rows)
    titles = [*(["周末"] if apart else []), "截至", "应报", "通过", "待审", "逾期"]
    cells = [_cells(row, tiers, apart=apart) for row in rows]
    table = lines(
        [[*titles, *tiers], *cells],
        right=(" " if apart else "") + " rrrr" + "r" * len(tiers),
        width=width,
    )
    left = max(map(cell_len, table)) + 2
    room = min(width - left, _WIDEST)
    most = max((row["合计"]["应报"] for row in rows if row["合计"]), default=0)
    yield [(table[0], "bold")]
    seen = ""
    for row, line in zip(rows, table[1:], strict=True):
        yield from _marks(data["节点"], seen, row["日期"], width)
        seen = row["日期"] or seen
        if row["前空周"]:
            yield [(f"  （{row['前空周']}周没有提交，不列）", "dim")]
        yield [(pad(line, left), "red" if row["原因"] else ""), *_right(row, room, most)]


def _tiers(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(rate["层级"] for row in rows for rate in row["齐备"]))


def _cells(row: Mapping[str, Any], tiers: Sequence[str], *, apart: bool) -> list[str]:
    counts = row["合计"]
    first = [row["止"]] if apart else []
    if counts is None:
        return [*first, "-" if apart else row["止"], *["x"] * (4 + len(tiers))]
    rates = {rate["层级"]: f"{rate['齐备']}/{rate['总数']}" for rate in row["齐备"]}
    numbers = (str(counts[name]) for name in ("应报", "已通过", "待审", "逾期"))
    return [*first, row["日期"], *numbers, *(rates.get(tier, "-") for tier in tiers)]


def _right(row: Mapping[str, Any], room: int, most: int) -> Pieces:
    """Return the bar, or why there is none."""
    if row["原因"]:
        return [(fit(row["原因"], max(room, _NARROWEST)), "red")]
    if room < _NARROWEST or not most:
        return []
    return bar(row["合计"], room, most)


def bar(counts: Mapping[str, int], room: int, most: int) -> Pieces:
    """Return 应报 as a bar in parts, `most` of them as long as the room.

    What is done is never drawn longer than it is; one overdue piece is seen.
    """
    open_ = counts["应报"] - counts["已通过"] - counts["待审"] - counts["逾期"]
    parts = {**counts, "其余": open_}
    whole = -(-counts["应报"] * room // most)
    sizes = {name: parts[name] * room // most for name, _, _ in _PARTS}
    sizes["逾期"] = max(sizes["逾期"], min(parts["逾期"], 1))
    # What rounding leaves over is drawn as the worst that there is.
    worst = next((name for name in ("其余", "逾期", "待审") if parts[name]), "已通过")
    sizes[worst] += whole - sum(sizes.values())
    return [(mark * sizes[name], style) for name, mark, style in _PARTS]


def _marks(
    marks: Sequence[Mapping[str, str]], after: str, until: str, width: int
) -> Iterator[Pieces]:
    """Yield the days of the plan that came between two rows."""
    for mark in marks:
        if after and after < mark["日期"] <= until:
            text = f"-- {mark['日期']} {mark['名称']} "
            yield [(fit(text + "-" * max(width - cell_len(text), 0), width), "cyan")]
