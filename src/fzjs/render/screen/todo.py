"""What is owed, office by office, earliest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import fit, lines, pad, wrap
from fzjs.render.screen.pieces import by_list
from fzjs.visible import in_shell, one_line

_TITLES = ["期限", "", "资料", "年度", "件"]
_FIRST = 3
"""Lines of an office that stand for all of them where every office is asked about."""


def render(data: dict[str, Any], width: int, *, everything: bool = True) -> Text:
    """Return one table an office, or the first lines of each; none is wider than `width` cells."""
    out = Text()
    short = not everything and len(data["科室"]) > 1
    if not data["科室"]:
        out.append("没有欠件。\n" if data["指标数"] else "还没有指标，没有欠件。\n")
    for office in data["科室"]:
        for line, style in (_brief if short else _office)(office, width):
            out.append(one_line(line) + "\n", style)
    if data["截止待定"] and data["科室"]:
        out.append(
            fit("截止日待定：原文没有写，是先假定的，按它算的期限也待定", width) + "\n", "yellow"
        )
    if len(data["科室"]) > 1:
        out.append(
            fit(f"合计   {_counts(data['合计'])}（共同负责的只计一次）", width) + "\n", "bold"
        )
    if short:
        out.append(fit("每个科室只列最早的几行；全部：fzjs todo --all", width) + "\n", "dim")
    return out


def _brief(office: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    """Yield an office's count and what is due first, a line each, and how to see the rest."""
    yield _head(office, width), "bold"
    yield from _ledgers(office, width)
    gaps = office["欠件"][:_FIRST]
    for gap, line in zip(gaps, lines([_cells(gap) for gap in gaps], right="    r"), strict=True):
        what = f"  {line}  {gap['缺什么']}：{gap['内容']}"
        yield fit(what, width), "red" if gap["天数"] < 0 else ""
    left = len(office["欠件"]) - len(gaps)
    if office["问题"]:
        late = sum(each["逾期"] for each in office["问题"])
        text = f"  问题{len(office['问题'])}个未销号" + (f"，{late}个逾期" if late else "")
        yield fit(text, width), "red" if late else "yellow"
    if left:
        yield fit(f"  另有{left}行：fzjs todo {office['科室']} 看全部", width), "dim"


def _ledgers(office: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    """Say which months' 工作台账 are missing, and how to begin the last of them."""
    months = office["未交台账"]
    if not months:
        return
    last = months[-1]
    more = f"（前面还有{len(months) - 1}个月）" if months[1:] else ""
    doubt = "" if last["放假安排已知"] else "，按周一至周五算"
    said = f"  台账 {last['月份']} 未交，{last['剩余']}{doubt}{more}"
    command = f"：fzjs ledger new {last['月份']} --office {office['科室']}"
    yield fit(said + command if cell_len(said + command) <= width else said, width), "red"


def _counts(counts: dict[str, Any]) -> str:
    return f"应报 {counts['应报']}  欠 {counts['欠']}  逾期 {counts['逾期']}"


def _head(office: dict[str, Any], width: int) -> str:
    mark = "（集合名词，成员待定）" if office["成员待定"] else ""
    return fit(f"{office['科室']}{mark}   {_counts(office)}", width)


def _office(office: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    yield _head(office, width), "bold"
    yield from _ledgers(office, width)
    if not office["欠件"]:
        yield "没有欠件。", ""
        yield from _returned(office["已退回"], width)
        yield from _problems(office["问题"], width)
        return
    rows = [_TITLES, *map(_cells, office["欠件"])]
    header, *body = lines(rows, right="    r", width=width)
    left = max(map(cell_len, (header, *body))) + 2
    yield pad(header, left) + "缺什么：内容", "bold"
    for gap, line in zip(office["欠件"], body, strict=True):
        style = "red" if gap["天数"] < 0 else ""
        for number, text in enumerate(_what(gap, width - left)):
            yield pad(line if number == 0 else "", left) + text, style
    yield from _returned(office["已退回"], width)
    yield from _problems(office["问题"], width)
    yield "", ""


def _returned(names: list[str], width: int) -> Iterator[tuple[str, str]]:
    """Say where the reasons stand, by the command for the first where it fits a line."""
    if not names:
        return
    said = f"退回{len(names)}个，看理由和改法：fzjs show "
    command = in_shell(names[0])
    yield said + (command if cell_len(said + command) <= width else "条目"), "yellow"


def _problems(found: list[dict[str, Any]], width: int) -> Iterator[tuple[str, str]]:
    """Yield what inspectors found and is not closed, and the command that applies for it."""
    for each in found:
        text = (
            f"问题 {each['编号']}  {each['时限简写']} {each['剩余']}  {each['状态']}："
            f"{each['针对']} {each['问题']}"
        )
        style = "red" if each["逾期"] else "yellow"
        yield from ((line, style) for line in wrap(text, width, "  "))
    if found:
        text = f"改好了申请销号：fzjs problem apply {in_shell(found[0]['编号'])} --proof 条目"
        yield from ((line, "") for line in wrap(text, width, "  "))


def _what(gap: dict[str, Any], width: int) -> list[str]:
    """Say in full what is missing, and of the material's words what the last line still holds."""
    source = by_list(gap)
    *first, last = wrap(gap["缺什么"] + (f"（{source}）" if source else ""), width)
    return [*first, fit(f"{last}：{gap['内容']}", width)]


def _cells(gap: dict[str, Any]) -> list[str]:
    return [gap["期限简写"], gap["剩余"], gap["资料"], gap["年度"], str(gap["件数"])]
