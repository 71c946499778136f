"""What a new edition changes: how many of each relation, what is doubtful, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import lines, wrap
from fzjs.visible import in_shell, one_line

_MOST = 12
"""Pairs of a kind that the screen names; the file has them all."""


def render(data: dict[str, Any], width: int, *, written: bool) -> Text:
    """Return the summary of a proposal; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width, written=written):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int, *, written: bool) -> Iterator[tuple[str, str]]:
    old, new = data["旧体系"], data["新体系"]
    for text in (f"旧：{old['名称']}，{old['项数']}项", f"新：{new['名称']}，{new['项数']}项"):
        yield from ((line, "") for line in wrap(text, width, "    "))
    for what in ("指标", "材料"):
        counts = "  ".join(f"{name} {count}" for name, count in data[what].items())
        yield f"{what}  {counts}", "bold"
    doubtful = [pair for pair in data["对照"] if "拿不准" in pair]
    yield from _listed("拿不准的", doubtful, width, _of(doubtful))
    for relation in ("拆分", "合并", "改写", "取消", "新增"):
        sure = [p for p in data["对照"] if p["关系"] == relation and "拿不准" not in p]
        apart = data["指标"][relation] - len(sure)
        note = f"，另{apart}组在拿不准的里" if apart and sure else ""
        yield from _listed(relation, sure, width, note)
    if data["科室"]:
        text = f"本单位没有的科室{len(data['科室'])}个，要写作哪个科室：{'、'.join(data['科室'])}"
        yield from ((line, "") for line in wrap(text, width, "    "))
    file = in_shell(data["文件"])
    state = "已写好" if written else "没有变化"
    text = f"{state} {data['文件']}：逐组看过，改对，确认 写 是；再 fzjs migrate --apply {file}"
    yield from ((line, "") for line in wrap(text, width, "    "))


def _of(pairs: Sequence[dict[str, Any]]) -> str:
    """Say of which relations the doubtful ones are: they are counted there, and listed apart."""
    counted = Counter(pair["关系"] for pair in pairs)
    return "".join(f"，{name}{count}" for name, count in counted.items())


def _listed(
    title: str, pairs: Sequence[dict[str, Any]], width: int, note: str
) -> Iterator[tuple[str, str]]:
    if not pairs:
        return
    rest = f"，前{_MOST}组" if len(pairs) > _MOST else ""
    yield f"{title}（{len(pairs)}组{note}{rest}）", "yellow" if title == "拿不准的" else ""
    rows = [
        (
            f"  旧{_named(pair, '旧')} → 新{_named(pair, '新')}",
            f"{pair['相似']:.2f}" if "相似" in pair else "",
            pair.get("拿不准", "") or pair["内容"],
        )
        for pair in pairs[:_MOST]
    ]
    yield from ((line, "") for line in lines(rows, width=width, flexible=(2,)))


def _named(pair: dict[str, Any], side: str) -> str:
    return "、".join(pair.get(side, ())) or "无"
