"""An application on a screen: its steps, what is next, what is watched after naming."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines, wrap
from fzjs.visible import one_line

_STYLE = {"通过": "", "未通过": "red", "日期未到": "red", "未办": "dim", "办理中": "yellow"}
_INDENT = "    "


def render(data: dict[str, Any], width: int) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    for line, style in _lines(data, width):
        out.append(one_line(line) + "\n", style)
    return out


def _lines(data: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    if not data["申报"]:
        yield from ((line, "") for text in _nothing(data) for line in wrap(text, width))
    for place, each in enumerate(data["申报"]):
        if place:
            yield "", ""
        yield from _one(each, width, data["日期"])


def _nothing(data: dict[str, Any]) -> Iterator[str]:
    yield "还没有申报记录。"
    if not data["有申报步骤"]:
        yield "fzjs.yaml 的“阶段”里没有名称带“申报”的：照上级文件，把申报的步骤一步一条写进“阶段”。"
        return
    yield f"方案的步骤：{'→'.join(data['方案步骤'])}"
    first = data["方案步骤"][0]
    yield f"记第一步：fzjs declare step {first} --kind 综合示范 --name 申报的名称"


def _one(each: dict[str, Any], width: int, today: str) -> Iterator[tuple[str, str]]:
    mark = "〔示例〕" if each["示例"] else ""
    kind = each["类型"] + (f"（{each['项目']}）" if each["项目"] else "")
    yield from _wrapped(f"{each['名称']}{mark}  {kind}  {each['申报单位']}  {today}", width, "bold")
    rows = [
        [str(n), step["名称"], step["日期"], step["结果"], _papers(step)]
        for n, step in enumerate(each["步骤"], 1)
    ]
    for step, line in zip(each["步骤"], lines(rows, right="r", width=width), strict=True):
        yield fit(line, width), _STYLE[step["结果"]]
        if step["说明"]:
            yield from _wrapped(f"{_INDENT}{step['说明']}", width, "dim")
    yield from _wrapped(_next(each), width, "yellow" if each["接下来"] else "")
    for text, style in (*_frozen(each), *_judged(each)):
        yield from _wrapped(text, width, style)
    yield from _after(each, width)


def _wrapped(text: str, width: int, style: str) -> Iterator[tuple[str, str]]:
    yield from ((line, style) for line in wrap(text, width, _INDENT))


def _papers(step: dict[str, Any]) -> str:
    return "；".join(f"{p['题名']}{p['文号'] and ' ' + p['文号']}" for p in step["文件"])


def _next(each: dict[str, Any]) -> str:
    if not each["接下来"]:
        return "方案的步骤都通过了。"
    return f"接下来：{'、'.join(each['接下来'])}（fzjs declare step {each['接下来'][0]}）"


def _frozen(each: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Say what was handed in, and whether the data is still the same."""
    if not each["冻结"]:
        yield "报出去时的数据还没有冻结：提交（git commit）以后用 fzjs declare freeze", "dim"
    for past in each["冻结"]:
        head = f"{past['步骤']}时的数据 {past['提交'][:7]}："
        if past["读不了"]:
            yield f"{head}读不了，{past['读不了']}", "red"
            continue
        shown = ("应报", "已通过", "待审", "退回", "未报")
        then, now = ("  ".join(f"{n} {past[when][n]}" for n in shown) for when in ("当时", "现在"))
        if not past["有改动"]:
            yield f"{head}{then}；现在的数据和那时一样", ""
            continue
        changed = "、".join(f"{name}{n}个" for name, n in past["改动"].items() if n)
        yield f"{head}{then}", ""
        yield f"现在：{now}；改动的文件：{changed}", "yellow"


def _judged(each: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in each["第三方评估"]:
        met = f"符合 {one['符合']}（{one['符合率']}）" if one["符合"] else ""
        left = f"意见{one['意见']}条，未整改{one['未整改']}" if one["意见"] else ""
        said = "，".join(filter(None, (one["结论"], met, left)))
        yield f"第三方评估 {one['日期']} {one['机构']}：{said}", "yellow" if one["未整改"] else ""
    for one in each["满意度测评"]:
        rate = f"满意度 {one['满意度']}（{one['满意']}/{one['样本']}）"
        yield f"满意度测评 {one['日期']} {one['机构']}：{rate}", ""


def _after(each: dict[str, Any], width: int) -> Iterator[tuple[str, str]]:
    naming = each["命名"]
    if not naming:
        return
    doc_no = f"（{naming['文号']}）" if naming["文号"] else ""
    yield from _wrapped(f"命名 {naming['日期']}：{naming['名称']}{doc_no}", width, "bold")
    watches = list(_gathered(each["命名以后"]))
    rows = [[f"  {w['事项']}", w["对象"], w["期限"], _stand(w), w["内容"]] for w in watches]
    for watch, line in zip(watches, lines(rows, width=width, flexible=(1,)), strict=True):
        bad = watch["逾期"] or watch["结果"] in {"发生", "不符合"}
        yield fit(line, width), "red" if bad else "" if watch["办了"] else "yellow"
    if each["没有写的"]:
        text = f"方案没有写、没有盯着的：{'、'.join(each['没有写的'])}（补进 fzjs.yaml）"
        yield from _wrapped(text, width, "dim")


def _gathered(watches: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Put years that are late one after the other together; the first one's date is said."""
    held: dict[str, Any] = {}
    for watch in watches:
        if held and _follows(held, watch):
            held["对象"] = f"{held['对象'].partition('-')[0]}-{watch['对象']}"
            continue
        if held:
            yield held
        held = dict(watch)
    if held:
        yield held


def _follows(held: dict[str, Any], watch: dict[str, Any]) -> bool:
    late = held["逾期"] and watch["逾期"] and held["事项"] == watch["事项"]
    return bool(late and int(watch["对象"]) == int(held["对象"].rpartition("-")[2]) + 1)


def _stand(watch: dict[str, Any]) -> str:
    if not watch["办了"]:
        return f"{watch['剩余']}没有记" if watch["逾期"] else watch["剩余"]
    result = watch["结果"] if watch["事项"] != "年度报告" else "已公布" * bool(watch["结果"])
    return f"{watch['办了']} {result or '没有写公布的网址'}"
