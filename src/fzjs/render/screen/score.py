"""`fzjs score` on a screen: rates, 达标线, the cheapest next steps, and what papers do not mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from fzjs.render.screen.grid import fit, lines, wrap
from fzjs.visible import one_line

_FIRST = 6
"""Steps, and indicators that need more than papers, that stand for all of them."""
Line = tuple[str, str]


def render(data: dict[str, Any], width: int, *, everything: bool = False) -> Text:
    """Return the screen; no line is wider than `width` cells."""
    out = Text()
    parts: list[Iterable[Line]] = [_head(data), _rates(data, width)]
    if data["假设"]:
        parts += [_supposed(data["假设"], width)]
    else:
        parts += [
            _thresholds(data, width),
            _levels(data, width),
            _reviewed(data, width),
            _ways(data, width, everything=everything),
            _beyond(data, width, everything=everything),
        ]
    parts += [_weighed(data, width), _doubts(data, width)]
    first = True
    for part in parts:
        shown = list(part)
        if shown and not first:
            out.append("\n")
        first = first and not shown
        for line, style in shown:
            out.append(fit(one_line(line), width) + "\n", style)
    return out


def _head(data: dict[str, Any]) -> Iterator[Line]:
    marks = [
        f"{data['单位']}示范创建自评" + ("〔示例〕" if data["示例"] else ""),
        f"{data['日期']} {data['星期']}",
        f"数据 {data['数据']}" if data["数据"] else "",
    ]
    yield "  ".join(filter(None, marks)), "bold"
    yield "只按本仓库的材料和数据算，是自评，不是测评结果", "dim"


def _rates(data: dict[str, Any], width: int) -> Iterator[Line]:
    if not data["达标"]:
        yield "没有可以计入比率的指标", ""
    rows = [["层级", "指标", "材料齐备", "", "自评达标", ""]]
    rows += [
        [w["层级"], str(w["总数"]), str(w["齐备"]), w["比率"], str(m["达标"]), m["比率"]]
        for w, m in zip(data["齐备"], data["达标"], strict=True)
    ]
    yield from _table(rows if data["达标"] else [], " rrrrr", width)
    failed, unknown = data["不达标"], data["未评"]["项数"]
    said = [f"自评不达标 {len(failed)}：{'、'.join(failed)}" if failed else ""]
    said += [f"未评 {unknown}" if unknown else ""]
    if any(said):
        yield from _wrapped("  ".join(filter(None, said)), width)
    extras = "  ".join(f"{each['编号']} {each['结果']}" for each in data["附加项"])
    if extras:
        yield from _wrapped(f"附加项（不进比率）  {extras}", width)


def _thresholds(data: dict[str, Any], width: int) -> Iterator[Line]:
    if not data["达标线"]:
        yield "没有写达标线；有的，写进 fzjs.yaml 的“达标线”，注明是谁的", "dim"
        return
    yield "达标线（比自评达标率；“齐备还差”只供对照）", "bold"
    rows = [["名称", "层级", "比例", "要达到", "达标", "现在", "还差", "齐备还差"]]
    rows += [_against(each) for each in data["达标线"]]
    header, *body = lines(rows, right="  rrrrrr", width=width, flexible=(0,))
    yield header, "bold"
    for each, line in zip(data["达标线"], body, strict=True):
        yield line, "green" if each["达到"] else ""
        yield from _wrapped(f"  {_how(each)}", width, "  ")
        yield from _wrapped(f"  出处：{each['出处']}", width, "  ", "dim")


def _against(line: dict[str, Any]) -> list[str]:
    """Return the cells of a 达标线; where its tier has no indicator, none can be counted."""
    first = [line["名称"], line["层级"], line["比例"]]
    if not line["总数"]:
        return [*first, *["—"] * 5]
    lack = "已达到" if line["达到"] else str(line["还差"])
    counts = [str(line["要达到"]), str(line["达标"]), line["现在"], lack]
    return [*first, *counts, str(line["齐备还差"])]


def _how(line: dict[str, Any]) -> str:
    """Say how far papers carry, and what is left then."""
    if line["达到"]:
        return "自评已达到"
    if not line["总数"]:
        return "这一层还没有指标"
    if line["步数"] is not None:
        return f"只靠材料能到：下面“{line['层级']}”的前{line['步数']}步，{line['件数']}件"
    left = line["要达到"] - line["只靠材料最多"]
    most = line["再补数据最多"]
    said = f"只靠材料最多到{line['只靠材料最多']}项，还差{left}项要靠补数据、销号"
    if most >= line["要达到"]:
        return f"{said}（都补上最多到{most}项）"
    return f"{said}；都补上也只到{most}项，其余是自评不达标和程序不判断的"


def _levels(data: dict[str, Any], width: int) -> Iterator[Line]:
    if not data["一级指标"]:
        return
    tiers = [row["层级"] for row in data["一级指标"][0]["层级"]]
    yield "一级指标（每格：齐备/达标/共几项）", "bold"
    rows = [["", *tiers]]
    rows += [[each["名称"], *map(_cell, each["层级"])] for each in data["一级指标"]]
    yield from _table(rows, " " + "r" * len(tiers), width)


def _cell(row: dict[str, Any]) -> str:
    return f"{row['齐备']}/{row['达标']}/{row['总数']}" if row["总数"] else "—"


def _reviewed(data: dict[str, Any], width: int) -> Iterator[Line]:
    found = data["待审全过"]
    if not found["条目"]:
        return
    after = "  ".join(f"{row['层级']} {row['达标']}/{row['总数']}" for row in found["达标"])
    text = f"待审的{found['条目']}个条目都通过的话，自评达标 {after}；条目用 fzjs review 列出"
    yield from _wrapped(text, width)


def _ways(data: dict[str, Any], width: int, *, everything: bool) -> Iterator[Line]:
    shown = data["办法"] if everything else data["办法"][:1]
    for way in shown:
        steps = way["步骤"] if everything else way["步骤"][:_FIRST]
        if not steps:
            continue
        yield f"最省的几步（{way['层级']}，只靠材料；现在达标{way['起']}项）", "bold"
        for step in steps:
            yield from _step(step, width)
        left = len(way["步骤"]) - len(steps)
        if left:
            yield f"另有{left}步，加 --all 看全", "dim"
    hidden = [way["层级"] for way in data["办法"][len(shown) :] if way["步骤"]]
    if hidden:
        yield f"{'、'.join(hidden)}的另排，加 --all 看全", "dim"


def _step(step: dict[str, Any], width: int) -> Iterator[Line]:
    numbers = "、".join(step["指标"])
    review = "只等审核，" if step["待审"] == step["件数"] else ""
    some = f"，其中待审{step['待审']}件" if step["待审"] and not review else ""
    what = f"{review}{step['件数']}件{some}"
    yield from _wrapped(
        f"{step['序']}. 第{numbers}项  {what}  达标到{step['累计达标']}项", width, "   "
    )
    for line in _gathered(step["应报件"]):
        yield from _wrapped(f"   {line}", width, "     ", "dim")


def _gathered(pieces: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield pieces of one material that lack the same by the same date on one line."""
    found: dict[tuple[str, ...], list[str]] = {}
    for piece in pieces:
        when = "" if piece["状态"] == "待审" else f"{piece['期限简写']} {piece['剩余']}"
        key = (piece["资料"], piece["缺什么"], "、".join(piece["谁办"]), when)
        found.setdefault(key, []).append(piece["年度"])
    for (material, lack, who, when), years in found.items():
        yield "  ".join(filter(None, (f"{material} {_years(years)}", lack, who, when)))


def _years(years: list[str]) -> str:
    whole = [year for year in years if year.isdigit()]
    run = len(whole) > 1 and int(whole[-1]) - int(whole[0]) == len(whole) - 1
    return f"{whole[0]}-{whole[-1]}" if run and whole == years else "、".join(years)


def _beyond(data: dict[str, Any], width: int, *, everything: bool) -> Iterator[Line]:
    found = data["另需"]
    if not found:
        return
    yield f"只靠材料到不了达标的{len(found)}项（差的件少的在前）", "bold"
    kinds: dict[str, list[str]] = {}
    for each in found:
        for kind in dict.fromkeys(reason["种类"] for reason in each["原因"]):
            kinds.setdefault(kind, []).append(each["编号"])
    for kind, numbers in kinds.items():
        yield from _wrapped(f"{kind}{len(numbers)}：{'、'.join(numbers)}", width, "  ")
    shown = found if everything else found[:_FIRST]
    for each in shown:
        said = [f"还有{each['未通过']}件未通过"] if each["未通过"] else []
        said += ["材料齐备"] if each["齐备"] else []
        text = "；".join((*said, each["合起来说"]))
        yield from _wrapped(f"第{each['编号']}项  {text}", width, "  ", "dim")
    left = len(found) - len(shown)
    if left:
        yield f"另有{left}项，加 --all 看全", "dim"


def _supposed(data: dict[str, Any], width: int) -> Iterator[Line]:
    yield "假设下面几样都通过（只是算一算，什么也没有改）", "bold yellow"
    for each in data["项"]:
        text = f"{each['是']} {each['名称']}：现在{each['现在']} → {each['结果']}"
        yield from _wrapped(text, width, "  ")
    rows = [["假设以后", "指标", "材料齐备", "", "自评达标", ""]]
    before, after = data["之前"], data["之后"]
    for old_whole, old_met, whole, met in zip(
        before["齐备"], before["达标"], after["齐备"], after["达标"], strict=True
    ):
        rows.append(
            [
                met["层级"],
                str(met["总数"]),
                _moved(old_whole["齐备"], whole["齐备"]),
                _moved(old_whole["比率"], whole["比率"]),
                _moved(old_met["达标"], met["达标"]),
                _moved(old_met["比率"], met["比率"]),
            ]
        )
    yield from _table(rows, " rrrrr", width)
    for line in data["达标线"]:
        end = "达到" if line["达到"] else f"还差{line['还差']}项"
        end = end if line["总数"] else "这一层还没有指标"
        moved = _moved(line["之前"], line["之后"])
        yield from _wrapped(
            f"{line['名称']} {line['层级']}{line['比例']}：{moved}，{end}", width, "  "
        )
    for name in ("新齐备", "新达标", "不再达标"):
        if data[name]:
            yield from _wrapped(f"{name}{len(data[name])}项：{'、'.join(data[name])}", width)


def _moved(before: object, after: object) -> str:
    return str(after) if before == after else f"{before} → {after}"


def _weighed(data: dict[str, Any], width: int) -> Iterator[Line]:
    found = data["权重"]
    if not found:
        return
    text = f"{found['名称']}  达标 {found['达标分']:g}/{found['总分']:g} {found['达标率']}"
    text += f"  齐备 {found['齐备分']:g}/{found['总分']:g} {found['齐备率']}"
    yield from _wrapped(text, width)
    notes = ["给一级指标的分按指标数平均"] if found["平均"] else []
    notes += [f"{found['没有权重']}项没有权重，不在内"] if found["没有权重"] else []
    notes += ["达标线不按权重比", f"出处：{'；'.join(found['出处'])}"]
    yield from _wrapped(f"  {'；'.join(notes)}", width, "  ", "dim")


def _doubts(data: dict[str, Any], width: int) -> Iterator[Line]:
    for text in data["存疑"]:
        yield from _wrapped(f"存疑：{text}", width, "      ", "yellow")


def _table(rows: list[list[str]], right: str, width: int) -> Iterator[Line]:
    for number, line in enumerate(lines(rows, right=right, width=width, flexible=(0,))):
        yield line, "" if number else "bold"


def _wrapped(text: str, width: int, indent: str = "", style: str = "") -> Iterator[Line]:
    for line in wrap(text, width, indent):
        yield line, style
