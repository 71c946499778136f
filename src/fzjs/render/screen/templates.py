"""The templates on a screen: which are used, what is wrong with them, what they may print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len

from fzjs.render.screen import grid
from fzjs.visible import one_line

_SHOWN = 50
"""Faults that anybody mends before looking again."""
_NAME = 34
"""Cells of a variable beside its value; a longer one has a line of its own."""


def listed(data: dict[str, Any], width: int) -> Iterator[str]:
    """Yield a line for each template: name, title, whose copy is used, what it is for."""
    rows = [
        (e["模板"], e["名称"], "，".join(filter(None, (e["用"], e["与随带的"]))), e["用途"])
        for e in data["模板"]
    ]
    yield from grid.lines(rows, width=width, flexible=(3,))
    yield ""
    yield "有哪些变量：fzjs template vars statement"
    yield "抄一份来改：fzjs template copy statement"


def variables(data: dict[str, Any], width: int) -> Iterator[str]:
    """Yield a line for each variable, with the value that it has in the sample."""
    yield f"{data['模板']} {data['名称']}，值取自："
    yield from grid.wrap(f"  {data['样本']}", width)
    yield ""
    shown = [(each["变量"], _said(each)) for each in data["变量"]]
    left = min(_NAME, max(cell_len(name) for name, _ in shown)) + 2
    for name, value in shown:
        if cell_len(name) + 2 > left:
            yield grid.fit(name, width)
            name = ""  # noqa: PLW2901  # it stands on its own line
        yield (grid.pad(name, left) + grid.fit(one_line(value), width - left)).rstrip()
    yield ""
    yield from grid.wrap("带 [0] 的是一列里的第一项；逐项写，如", width)
    yield "  " + grid.fit(_loop(data["变量"]), width - 2)


def _said(row: dict[str, Any]) -> str:
    if "项数" in row:
        return f"{row['项数']}项" if row["项数"] else "没有项"
    value = row["值"]
    if value is None:
        return "（这一件没有）"
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) or "（空）"


def _loop(rows: list[dict[str, Any]]) -> str:
    """Show how one of these lists is gone through."""
    of_groups = next((r["变量"] for r in rows if "[0]." in r["变量"]), "")
    if of_groups:
        name, _, key = of_groups.partition("[0].")
        return f"{{% for 项 in {name} %}}{{{{ 项.{key.partition('[')[0]} }}}}{{% endfor %}}"
    return "{% for 项 in 指标 %}{{ 项.编号 }}{% endfor %}"


def checked(data: dict[str, Any], width: int) -> Iterator[str]:
    """Yield the faults, a line each as editors jump to them, then what was looked at."""
    for each in data["错误"][:_SHOWN]:
        hint = f"（{each['提示']}）" if each["提示"] else ""
        place = f"{each['文件']}:{each['行']}:{each['列']}" if each["行"] else each["文件"]
        yield one_line(f"{place}: {each['说明']}{hint}")
    if len(data["错误"]) > _SHOWN:
        yield f"……还有 {len(data['错误']) - _SHOWN} 处，改好这些再查。"
    if data["错误"]:
        yield ""
    own = [each for each in data["模板"] if each["用"] == "自己的"]
    count, wrong = len(data["模板"]), len(data["错误"])
    said = f"有 {wrong} 处错误" if wrong else "没有错误"
    yield from grid.wrap(f"查了 {count} 个模板文件，{said}。", width)
    if not own:
        yield from grid.wrap("本仓库没有自己的模板，用的是程序随带的，查的也是它们。", width)
    for each in own:
        yield from grid.wrap(_compared(each), width, "  ")
    for each in data["注意"]:
        yield from grid.wrap(f"注意：{each}", width, "  ")


def _compared(each: dict[str, Any]) -> str:
    if each["与随带的"] == "相同":
        return f"{each['文件']} 与随带的相同；删去它，程序升级时模板跟着升级。"
    return f"{each['文件']} 与随带的不同：程序升级时它不跟着变。"
