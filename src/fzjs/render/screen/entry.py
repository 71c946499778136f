"""One ledger entry on a screen, and what a paper may prove besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fzjs.render.screen.grid import lines, wrap
from fzjs.visible import in_shell, one_line

Line = tuple[str, str]


def render(data: dict[str, Any], width: int) -> Text:
    """Return the entry: what it is, its state and why, claims, attachments, reviews."""
    return _text(_lines(data, width))


_MORE = "可能还能证明（程序按字面猜的，核对后自己加进“对应”）"


def suggestions(found: Sequence[dict[str, Any]], width: int, title: str = _MORE) -> Text:
    """Return what a paper may prove besides; nothing where nothing is like it."""
    return _text(_suggestions(found, width, title))


def _text(found: Iterator[Line]) -> Text:
    out = Text()
    for line, style in found:
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[Line]:
    yield from ((line, "bold") for line in wrap(data["条目"], width, "  "))
    subject = "涉密，见登记" if data["涉密"] else data["标题"] or data["事由"]
    yield from ((line, "") for line in wrap(f"{data['种类']}：{subject}", width, "  "))
    why = "；".join(data["为什么"])
    style = "" if data["状态"] in {"已通过", "待审核"} and not data["缺陷"] else "yellow"
    yield from _said("状态", f"{data['状态']}{f'（{why}）' if why else ''}", width, style)
    yield from _said("缺陷", "、".join(data["缺陷"]), width, "red")
    yield from _said("接下来", data["接下来"], width)
    if data["命令"]:
        yield from ((line, "") for line in wrap(f"  {_command(data, width)}", width, "    "))
    facts = (
        ("科室", data["科室"]),
        ("出具单位", data["出具单位"]),
        ("文号", data["文号"]),
        ("落款", data["落款日期"]),
        ("盖章", data["盖章"]),
        ("示例", "是" if data["示例"] else ""),
    )
    shown = "  ".join(f"{name} {text}" for name, text in facts if text)
    yield from ((line, "") for line in wrap(shown, width, "  "))
    yield from _claims(data["对应"], width)
    yield from _attachments(data, width)
    yield from _after(data, width)
    yield from _suggestions(data["建议"], width, _MORE)


def _command(data: dict[str, Any], width: int) -> str:
    """Return the command to type: whole, to be copied, else without the name that stands above."""
    command: str = data["命令"]
    fits = cell_len(f"  {command}") <= width
    return command if fits else command.replace(in_shell(data["条目"]), "条目")


def _said(name: str, text: str, width: int, style: str = "") -> Iterator[Line]:
    if text:
        yield from ((line, style) for line in wrap(f"{name}：{text}", width, "  "))


def _claims(claims: list[dict[str, Any]], width: int) -> Iterator[Line]:
    materials = len({each["资料"] for each in claims})
    yield "", ""
    yield f"对应（{materials}件资料）", "bold"
    rows = [
        [
            f"{each['资料']}/{each['年度']}",
            each["状态"],
            f"页{each['页']}" if each["页"] else "",
            each["内容"],
        ]
        for each in claims
    ]
    for each, line in zip(claims, lines(rows, width=width, flexible=(3,)), strict=True):
        yield line, ""
        notes = [f"“{each['摘录']}”"] if each["摘录"] else []
        notes += [f"点到 {'、'.join(each['点到'])}"] if each["点到"] else []
        notes += [
            f"应报件 {due['应报件']} {due['状态']}" for due in each["应报件"] if _differs(each, due)
        ]
        if notes:
            yield from ((text, "dim") for text in wrap(f"    {'；'.join(notes)}", width, "    "))


def _differs(claim: dict[str, Any], due: dict[str, Any]) -> bool:
    """Tell whether another entry, or a missing year, gives an 应报件 another state."""
    return bool(due["状态"] != claim["状态"])


def _attachments(data: dict[str, Any], width: int) -> Iterator[Line]:
    if not data["附件"] and not data["网页"]:
        return
    yield "", ""
    yield "附件", "bold"
    for each in data["附件"]:
        counts = [f"{each['页数']}页" if each["页数"] is not None else ""]
        counts += [f"{each['字数']}字" if each["字数"] is not None else ""]
        others = f"也登记在 {'、'.join(each['也登记在'])}" if each["也登记在"] else ""
        text = "  ".join(filter(None, (each["路径"], each["情况"], *counts, others)))
        style = "red" if each["情况"] not in {"在", "库外"} else ""
        yield from ((line, style) for line in wrap(text, width, "  "))
    for url in data["网页"]:
        yield from ((line, "") for line in wrap(url, width, "  "))


def _after(data: dict[str, Any], width: int) -> Iterator[Line]:
    """Yield what came after the entry: reviews, problems, corrections."""
    rows = [
        f"审核：{each['日期']} {each['科室']} {each['审核人']} {each['结论']}"
        + (f"：{'、'.join(each['理由'])}" if each["理由"] else "")
        for each in data["审核"]
    ]
    rows += [
        f"问题：{each['编号']} {each['问题']}，{each['责任科室']}，{each['时限']}前，未销号"
        for each in data["问题"]
    ]
    rows += [f"更正：{each['日期']} {each['理由']}" for each in data["更正"]]
    if rows:
        yield "", ""
    for row in rows:
        yield from ((line, "") for line in wrap(row, width, "  "))


def _suggestions(found: Sequence[dict[str, Any]], width: int, title: str) -> Iterator[Line]:
    if not found:
        return
    yield "", ""
    yield title, "bold"
    rows = [
        [
            f"{each['资料']}/{each['年度']}",
            f"{each['分']}分",
            ("" if each["本科室"] else "别的科室；") + f"都写到“{each['都写到']}”",
            each["内容"],
        ]
        for each in found
    ]
    yield from ((line, "") for line in lines(rows, width=width, flexible=(3, 2, 0)))
