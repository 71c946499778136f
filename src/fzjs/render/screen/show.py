"""One indicator on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import lines, wrap
from fzjs.render.screen.pieces import by_list
from fzjs.visible import one_line


def render(data: dict[str, Any], width: int) -> Text:
    """Return the indicator with its materials, 应报件 and entries."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    yield from ((line, "bold") for line in wrap(_head(data), width, "  "))
    yield from ((line, "dim") for line in wrap(_heading(data), width))
    if data["标题"]:
        yield from ((line, "bold") for line in wrap(data["标题"], width))
    yield from ((line, "") for line in wrap(data["内容"], width))
    for task in data["工作任务"]:
        yield from ((line, "") for line in wrap(f"{task['方法']}：{task['内容']}", width, "  "))
    for name, text in _facts(data):
        yield from ((line, "") for line in wrap(f"{name}：{text}", width, "  "))
    for ruling in data["口径"]:
        text = f"口径{ruling['编号']}（{'已定' if ruling['已定'] else '未定'}）：{ruling['问题']}"
        yield from ((line, "yellow") for line in wrap(text, width, "  "))
    for each in data["问题"]:
        text = (
            f"问题 {each['编号']}（{each['状态']}，{each['责任科室']}，{each['时限']}前）："
            f"{each['问题']}"
        )
        yield from ((line, "yellow") for line in wrap(text, width, "  "))
    yield from _materials(data, width)
    yield from _dues(data, width)


def _heading(data: dict[str, Any]) -> str:
    return " / ".join(filter(None, (data["一级指标"], data["二级指标"])))


def _head(data: dict[str, Any]) -> str:
    """Say which indicator, and its state; of 加分 and 减分 only that the papers are there."""
    basic = data["类别"] == "基础"
    name = f"第{data['编号']}项" if basic else data["编号"]
    state = f"{data['状态']}  自评{data['自评']}" if basic else f"材料{data['状态']}"
    doubt = "  口径未定" if any(not ruling["已定"] for ruling in data["口径"]) else ""
    return f"{name}  {state}{doubt}  {data['来源'] or data['类别']}  {data['位置']}"


def _facts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if data["测评方法"]:
        yield "测评方法", "、".join(data["测评方法"])
    yield "责任科室", "、".join(map(_who, data["责任"])) or "未定，先由创建办办理"
    groups = dict.fromkeys(each["集合名词"] for each in data["责任"] if not each["成员待定"])
    for group in filter(None, groups):
        members = "、".join(each["科室"] for each in data["责任"] if each["集合名词"] == group)
        yield "集合名词", f"{group}，指{members}"
    if data["责任说明"]:
        yield "责任说明", data["责任说明"]
    if data["沿用"]:
        yield "沿用", "、".join(f"{name}同第{origin}项" for name, origin in data["沿用"].items())
    if data["应点到"]:
        yield "应点到", "、".join(data["应点到"]) + " 的条目要写明点到本项"
    if data["量化要求"]:
        yield "量化要求", "；".join(map(_target, data["量化要求"]))
    for name in ("分值", "评分办法", "出处"):
        if data[name]:
            yield name, data[name]


def _who(each: dict[str, Any]) -> str:
    marks = [each["角色"]] if each["角色"] != "责任" else []
    marks += ["集合名词，成员待定"] if each["成员待定"] else []
    said = f"（{'；'.join(marks)}）" if marks else ""
    return str(each["科室"]) + said + (f" {each['责任人']}" if each["责任人"] else "")


def _target(each: dict[str, Any]) -> str:
    since = f"，自{each['起算']}起算" if each["起算"] else ""
    return f"{each['项目']} {each['要求']}{since}（{each['结果']}）"


def _materials(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    if not data["资料"]:
        return
    yield "", ""
    yield f"上报资料{_shared(data)}", "bold"
    rows = [
        [
            each["资料"],
            each["种类"],
            _rhythm(each),
            each["内容"] + (f"（{each['出具']}出具）" if each["出具"] else ""),
        ]
        for each in data["资料"]
    ]
    yield from ((line, "") for line in lines(rows, width=width, flexible=(3,)))


def _rhythm(each: dict[str, Any]) -> str:
    """Say how often it is owed; here, where no long text cuts off which list counts the pieces."""
    if each["同"]:
        return f"同{each['同']}"
    source = by_list(each)
    return str(each["年度"]) + (f"（{source}）" if source else "")


def _shared(data: dict[str, Any]) -> str:
    """Say whose materials these are, and whether they count for this row."""
    if "资料" not in data["沿用"]:
        return ""
    origin = f"沿用第{data['沿用']['资料']}项"
    if data["不需上报"]:
        return f"（{origin}，口径未定前不算；本项先按测评方法归集）"
    return f"（{origin}）"


def _dues(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    counts = data["合计"]
    yield "", ""
    doubt = "  截止日待定" if data["截止待定"] else ""
    yield f"应报 {counts['应报']}  已通过 {counts['已通过']}  逾期 {counts['逾期']}{doubt}", "bold"
    rows = [
        [
            due["应报件"],
            due["状态"] + ("·逾期" if due["逾期"] else ""),
            due["期限"],
            due["缺什么"] or "、".join(proof["条目"] for proof in due["条目"]),
        ]
        for due in data["应报件"]
    ]
    for due, line in zip(data["应报件"], lines(rows, width=width, flexible=(3,)), strict=True):
        yield line, "red" if due["逾期"] else ""
    entries = {proof["条目"]: proof for due in data["应报件"] for proof in due["条目"]}
    if entries:
        yield "", ""
        yield "条目", "bold"
    for name, proof in entries.items():
        yield from ((line, "") for line in wrap(f"{name}  {_entry(proof)}", width, "  "))


def _entry(proof: dict[str, Any]) -> str:
    """Say an entry's state, when it is dated, what is wrong with it; why it was withdrawn."""
    aside = proof["撤回理由"] or proof["交件"]
    state = proof["状态"] + (f"（{aside}）" if aside else "")
    notes = "" if proof["状态"] == "撤回" else "、".join(proof["问题"])
    notes = f"  {notes}" if notes else ""
    corrected = f"；更正{proof['更正']}次" if proof["更正"] else ""
    more = f"；还用于 {'、'.join(proof['还用于'])}" if proof["还用于"] else ""
    return f"{state}  {proof['落款日期']}{notes}{corrected}{more}"
