"""The organisation on a screen, and what one person hands over to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines, wrap
from fzjs.visible import one_line

_Lines = Iterator[tuple[str, str]]
_INDENT = "    "
_FIRST = 5
"""Lines of one kind that are shown of what is handed over, unless all are asked for."""


def render(data: dict[str, Any], width: int) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    return _drawn(_all(data, width), width)


def handed(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return what is handed over, the first lines of each kind or all."""
    return _drawn(_handed(data, 1 << 20 if everything else _FIRST), width)


def _drawn(found: _Lines, width: int) -> Text:
    out = Text()
    for text, style in found:
        for line in wrap(text, width, _INDENT):
            out.append(one_line(line) + "\n", style)
    return out


def _all(data: dict[str, Any], width: int) -> _Lines:
    mark = "〔示例〕" if data["示例"] else ""
    yield f"{data['单位']}示范创建{mark}  组织  {data['日期']}", "bold"
    yield from _leaders(data)
    for team in data["专班"]:
        yield f"{team['名称']}  组长 {'、'.join(team['组长'])}  成员 {'、'.join(team['成员'])}", ""
        yield from ((f"  {n}.{duty}", "dim") for n, duty in enumerate(team["职责"], 1))
    yield "", ""
    yield from _offices(data, width)
    yield from _liaisons(data)
    yield from _changes(data)
    if "通讯录" in data:
        yield from _roster(data["通讯录"], width)


def _leaders(data: dict[str, Any]) -> _Lines:
    group, bureau = data["领导小组"], data["办公室"]
    if not any(group.values()) and not data["专班"]:
        yield "fzjs.yaml 没有写“组织”（领导小组、办公室、专班）", "dim"
    if any(group.values()):
        yield f"领导小组  组长 {'、'.join(group['组长'])}", ""
        yield f"  副组长 {'、'.join(group['副组长'])}", ""
        yield f"  成员{len(group['成员'])}人 {'、'.join(group['成员'])}", "dim"
    said = [f"设在{bureau['设在']}"] if bureau["设在"] else []
    said += [f"主任 {bureau['主任']}"] if bureau["主任"] else []
    said += [f"副主任 {'、'.join(bureau['副主任'])}"] if bureau["副主任"] else []
    if said:
        yield f"办公室  {'  '.join(said)}", ""


def _offices(data: dict[str, Any], width: int) -> _Lines:
    titles = ["科室", "责任人", "联络人", "欠", "逾期"]
    late = bool(data["剩余"].startswith("逾"))
    rows = [
        [
            row["名称"],
            row["责任人"] or "未写",
            row["联络人"] or ("未报" if row["名称"] in data["未报联络人"] else ""),
            str(row["欠"]),
            str(row["逾期"]),
        ]
        for row in data["科室"]
    ]
    header, *body = lines([titles, *rows], right="   rr", width=width, flexible=(0,))
    yield header, "bold"
    for row, line in zip(data["科室"], body, strict=True):
        yield line, "red" if late and row["名称"] in data["未报联络人"] else ""


def _liaisons(data: dict[str, Any]) -> _Lines:
    count = len(data["未报联络人"])
    if not count:
        yield "联络人都报了。", ""
        return
    if data["联络人期限"]:
        style = "red" if data["剩余"].startswith("逾") else "yellow"
        yield f"联络人未报{count}个，期限 {data['联络人期限']}（{data['剩余']}）", style
    else:
        yield f"联络人未报{count}个；方案没有写报联络人的期限", "dim"
    name = data["未报联络人"][0]
    yield f"报了的：fzjs org change {name} --role 联络人 --to 姓名", "dim"


def _changes(data: dict[str, Any]) -> _Lines:
    for each in data["人员变动"]:
        handed_over = "、".join(f"{name}{n}" for name, n in each["移交"].items() if n)
        was = each["原"] or "（新报）"
        what = f"，移交 {handed_over}" if handed_over else ""
        yield f"变动 {each['日期']} {each['科室']}{each['角色']}：{was} → {each['现']}{what}", ""


def _roster(roster: dict[str, Any], width: int) -> _Lines:
    yield "", ""
    if not roster["文件"]:
        yield "private/联络人.csv 不在，没有电话可列；要用的，第一行写 科室,姓名,电话", "yellow"
        return
    if roster["已进git"]:
        yield "private/联络人.csv 已经进了 git：git rm --cached 它，告诉管理员清理历史", "red"
    yield "通讯录（只在屏上看，不要转存）", "bold"
    rows = [[row["科室"], row["姓名"], row["电话"]] for row in roster["行"]]
    yield from ((line, "") for line in lines(rows, width=width, flexible=(0,)))
    if roster["不认得的科室"]:
        yield f"不认得的科室：{'、'.join(roster['不认得的科室'])}", "yellow"


def _handed(data: dict[str, Any], most: int) -> _Lines:
    counts = "  ".join(f"{name} {n}" for name, n in data["合计"].items())
    yield f"{data['科室']}要移交的：{counts}", "bold"
    late = [gap for gap in data["欠件"] if gap["天数"] < 0]
    yield from _listed("逾期", [_gap(gap) for gap in late], most)
    yield from _listed("欠", [_gap(gap) for gap in data["欠件"] if gap not in late], most)
    yield from _listed("退回", [f"{e['条目']}：{e['为什么']}" for e in data["退回"]], most)
    yield from _listed("草稿", data["草稿"], most)
    waits = [f"{e['条目']}：{e['出具']}，发函{e['发函'] or '还没有发'}" for e in data["待外单位"]]
    yield from _listed("待外单位", waits, most)
    problems = [f"{e['编号']} {e['问题']}，时限 {e['时限']}" for e in data["问题"]]
    yield from _listed("问题", problems, most)
    asked = [f"{e['类别']} {e['对象']}，{e['日期']}" for e in data["申请"]]
    yield from _listed("申请待批", asked, most)
    yield from _listed("工作台账", [data["台账"]] if data["台账"] else [], most)
    yield from _listed("催办未答复", [data["催办未答复"]] if data["催办未答复"] else [], most)
    if data["指标另写"]:
        names = "、".join(data["指标另写"])
        yield f"indicators/ 里另写了原来这个人的：{names}；要换的在编辑器里改", "yellow"


def _listed(name: str, found: list[str], most: int) -> _Lines:
    for each in found[:most]:
        yield f"  {name} {each}", ""
    if len(found) > most:
        yield fit(f"  {name} 等{len(found)}项", 80), "dim"


def _gap(gap: dict[str, Any]) -> str:
    return f"{gap['资料']} {gap['年度']}：{gap['缺什么']}，期限 {gap['期限']}"
