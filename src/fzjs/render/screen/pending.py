"""What waits for review, office by office, what is past its date first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, pad, wrap
from fzjs.visible import one_line

_INDENT = " " * 4
_LIMIT = 19
"""Cells of `2027-12-31 剩999天`, so that the entries stand in one column."""


def render(data: dict[str, Any], width: int) -> Text:
    """Return one list a reviewing office; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    if not any(office["条目"] for office in data["审核科室"]):
        yield from ((line, "") for line in wrap(_nothing(data), width))
    for office in data["审核科室"]:
        if office["条目"]:
            yield from _office(office, width)
    if data["有缺陷"]:
        text = (
            f"另有{len(data['有缺陷'])}个已提交、有缺陷的条目，改好以前不能通过："
            f"{'、'.join(data['有缺陷'][:3])}{' 等' if len(data['有缺陷']) > 3 else ''}"  # noqa: PLR2004  # as many as are named
            "；缺什么看 fzjs check，要退回的用 --return"
        )
        yield from ((line, "") for line in wrap(text, width))
    if not data["审核保护"]:
        yield (
            fit("审核未受保护：没有写明代码平台设了分支保护（fzjs.yaml 的 审核.保护）", width),
            "yellow",
        )


def _nothing(data: dict[str, Any]) -> str:
    """Say that nothing waits; of an office that reviews nothing, which offices do."""
    named = [name for name in data["审核安排"].values() if name]
    asked = [office["科室"] for office in data["审核科室"]]
    if not asked:
        return "没有待审的条目。"
    hint = f"审核的是{'、'.join(named)}。" if named and asked[0] not in named else ""
    return f"没有等{asked[0]}审的条目。{hint}"


def _office(office: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    counts = "  ".join(f"{name} {office[name]}" for name in ("待审核", "待复核", "逾期"))
    yield fit(f"等{office['科室']}审   {counts}", width), "bold"
    for row in office["条目"]:
        limit = pad(f"{row['期限简写']} {row['剩余']} " if row["期限"] else "", _LIMIT)
        style = "red" if row["剩余"].startswith("逾") else ""
        mark = "（改后待复核）" if row["状态"] == "待复核" else ""
        yield from ((line, style) for line in wrap(f"{limit}{row['条目']}{mark}", width, _INDENT))
        yield from ((line, "dim") for line in wrap(_INDENT + _what(row), width, _INDENT))
    first = office["条目"][0]["命令"]
    for text in (
        f"通过：{first}",
        "退回：--pass 换成 --return 缺章:第2页，可写几次；审之前看：fzjs show 条目",
    ):
        yield from ((line, "") for line in wrap(text, width, " " * 6))
    yield "", ""


def _what(row: dict[str, Any]) -> str:
    """Say what the entry is, and what it would meet."""
    subject = "涉密，见登记" if row["涉密"] else row["事由"]
    named = "、".join(f"{each['资料']} {each['年度']}" for each in row["可抵"])
    return f"{row['种类']}：{subject}；" + (
        f"抵 {named}" if named else "没有可抵的件（对不上或已由别的条目抵了）"
    )
