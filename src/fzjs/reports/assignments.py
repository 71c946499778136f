"""责任分工表 as data: one table with merged cells, as a plan's 附件2 prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.reports import plan_settings, printed
from fzjs.reports.plan_settings import GAP
from fzjs.reports.printed import Data, Row
from fzjs.repository import Repository

Cell = list[str] | None
"""A cell's paragraphs; None where it is one with the cell above."""

_NAME = "责任分工表"


class Column(NamedTuple):
    """A column: its heading, what its cells hold, and what they may share with the row above."""

    heading: str
    cells: Callable[[Row], Sequence[str]]
    shared: str = ""


def build(repository: Repository) -> dict[str, Any]:
    """Return 附件2: title, the years that material covers, the table (`分工表`), who issued it.

    The title is the system's own name, so that what reads the table finds it again.
    """
    settings, found = printed.campaign(repository), printed.rows(repository)
    issuer, day, above = plan_settings.issued(settings)
    name = settings["体系"]["名称"]
    title = name if _NAME in name else f"{name}{_NAME}"
    own = issuer == settings["单位"]
    return {
        "单位": settings["单位"],
        "标题": title,
        "文件名": title,
        "所属": f"《{above}》" if own and above else "",
        "印发日期": (day if own else "") or GAP,
        "要求": plan_settings.span(settings),
        "示例": repository.campaign.sample,
        "附件": annex(settings),
        "文号": settings["体系"].get("文号", ""),
        "指标数": len(found),
        "指标": printed.counted(found),
        "分工表": table(found, settings),
    }


def annex(settings: Data) -> str:
    """Return what the table is called in its plan: 附件2 where 体系.来源 ends so; else 附件."""
    found = re.search(r"附件?表?\d{1,2}$", settings["体系"].get("来源", ""))
    return found[0] if found else "附件"


def table(found: Sequence[Row], settings: Data) -> dict[str, Any]:
    """Return the table: `列` the headings (equal neighbours are one), `行` the rows of cells.

    Columns that nobody fills are left out. A cell is a list of paragraphs, or None where it goes
    with the one above: the same heading, or a cell that 沿用 shares with the row just above.
    """
    columns = _columns(found, printed.usual_persons(settings))
    lines: list[list[Cell]] = [[list(column.cells(row)) for column in columns] for row in found]
    used = [place for place in range(len(columns)) if any(line[place] for line in lines)]
    used = [place for place in used if columns[place].shared != "方法" or not _said(found)]
    for place in used:
        _merge(columns[place], place, lines, found)
    return {
        "列": [columns[place].heading for place in used],
        "行": [[line[place] for place in used] for line in lines],
    }


def _columns(found: Sequence[Row], usual: Mapping[str, str]) -> tuple[Column, ...]:
    narrow = printed.is_narrow(found)
    return (
        Column("一级指标", lambda row: [row.level1], "一级"),
        Column("二级指标", lambda row: [row.level2] if row.level2 else [], "二级"),
        Column("三级指标", lambda row: [row.data["编号"]]),
        Column("三级指标", lambda row: [row.data["内容"]]),
        Column("任务标题", lambda row: _one(row, "标题")),
        Column("工作任务", lambda row: printed.tasks(row, narrow=narrow)),
        Column("测评方法", lambda row: row.texts("测评方法"), "方法"),
        Column("上报资料", printed.materials, "资料"),
        Column("分值", lambda row: _one(row, "分值")),
        Column("评分办法", lambda row: _one(row, "评分办法")),
        Column("牵头单位" if printed.leads(found) else "责任科室", printed.offices, "责任"),
        Column("责任人", lambda row: printed.persons(row, usual), "责任"),
        Column("配合单位", lambda row: row.owners_printed("配合")),
    )


def _said(found: Sequence[Row]) -> bool:
    """Tell whether every row's 测评方法 are those that its 工作任务 name: once is enough."""
    named = (tuple(task["方法"] for task in row.data.get("工作任务", ())) for row in found)
    return all(
        row.texts("测评方法") == tuple(dict.fromkeys(methods))
        for row, methods in zip(found, named, strict=True)
    )


def _one(row: Row, key: str) -> list[str]:
    return [row.data[key]] if key in row.data else []


def _merge(column: Column, place: int, lines: list[list[Cell]], found: Sequence[Row]) -> None:
    """Make cells one with those above, from the last row up, so that each is compared as it was."""
    for number in range(len(found) - 1, 0, -1):
        above, row = found[number - 1], found[number]
        same1 = row.level1 == above.level1
        shares = {
            "一级": same1,
            "二级": same1 and bool(row.level2) and row.level2 == above.level2,
        }
        if shares.get(column.shared, column.shared in row.joined and not lines[number][place]):
            lines[number][place] = None
