"""任务分工方案 as data: the plan itself, back from the YAML in the form of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from fzjs.reports import assignments, plan_settings, printed
from fzjs.reports.elsewhere import is_foreign
from fzjs.reports.plan_settings import GAP
from fzjs.reports.printed import Data, Row
from fzjs.reports.wording import heading
from fzjs.repository import Repository

_NUMERALS = "一二三四五六七八九十"
_TOP = re.compile(f"(第?[{_NUMERALS}]+)[、章部]")
_LEAD = re.compile(f"[（(][{_NUMERALS}]+[）)]|[{_NUMERALS}]+、")
_KINDS = re.compile("方案|意见|办法|计划|规划|细则|要点|安排|任务分工$")
_TABLE, _HEADED, _NUMBERED = "分工表", "分项", "任务"


def build(repository: Repository) -> dict[str, Any]:
    """Return the plan: what the data holds word for word, （待填） for the prose that it does not.

    `形式` is 分项 (with 工作任务), 任务 (numbered, with 标题 or 配合), 分工表 (an annex), or
    "" where there are no indicators.
    """
    settings, found = printed.campaign(repository), printed.rows(repository)
    form, narrow = form_of(found), printed.is_narrow(found)
    _, day, title = plan_settings.issued(settings)
    name, own = settings["体系"]["名称"], plan_settings.is_own(settings)
    shown = title if title and not _KINDS.search(name) else name
    parts = _parts(found, narrow=narrow) if form in {_HEADED, _NUMBERED} else []
    return {
        "单位": settings["单位"],
        "标题": shown,
        "文件名": shown if shown.endswith("方案") else f"{shown}（任务分工方案）",
        "示例": repository.campaign.sample,
        "待定": list(settings.get("待定", ())),
        "别处": "、".join(_foreign(settings)),
        "文号": settings["体系"].get("文号", "") if own else GAP,
        "依据": "" if own else plan_settings.basis(settings),
        "印发日期": (day if own else "") or GAP,
        "指标": printed.counted(found),
        "形式": form,
        "冒号": ":" if narrow else "：",
        "责任名": _owners(found, form),
        "总述": _before(parts),
        "任务标题": _section(parts),
        "组": parts,
        "章": _after(settings, parts, found),
        "附件": assignments.annex(settings),
        "分工表标题": name if shown != name else f"{name}责任分工表",
        "分工表": assignments.table(found, settings),
    }


def _foreign(settings: Data) -> list[str]:
    """Return the names of 达标线 that other bodies set: the plan must not go out with them."""
    system, found = settings["体系"], settings.get("达标线", ())
    return [each["名称"] for each in found if is_foreign(each.get("出处", ""), system)]


def _owners(found: Sequence[Row], form: str) -> str:
    """Return what stands before the offices that answer."""
    usual = "责任科室" if form == _HEADED else "责任单位"
    return "牵头单位" if printed.leads(found) else usual


def form_of(found: Sequence[Row]) -> str:
    """Return the form of the source that the data shows."""
    if not found:
        return ""
    if any("工作任务" in row.data for row in found):
        return _HEADED
    plain = not any("资料原文" in row.data or "测评方法" in row.data for row in found)
    named = any("标题" in row.data or row.owners_printed("配合") for row in found)
    return _NUMBERED if named and plain else _TABLE


def _parts(found: Sequence[Row], *, narrow: bool) -> list[dict[str, Any]]:
    """Return the indicators under their headings, each heading where it begins."""
    parts: list[dict[str, Any]] = []
    above = ("", "")
    for row in found:
        if (row.level1, row.level2) != above:
            first = row.level1 if row.level1 != above[0] else ""
            parts.append(
                {"一级": first, "首级": bool(_TOP.match(first)), "二级": row.level2, "项": []}
            )
            above = row.level1, row.level2
        parts[-1]["项"].append(_item(row, narrow=narrow))
    return parts


def _item(row: Row, *, narrow: bool) -> dict[str, Any]:
    tasks = printed.tasks(row, narrow=narrow)
    return {
        "题": _headed(row, narrow=narrow) if tasks else _numbered(row),
        "任务": tasks,
        "责任": "、".join(printed.offices(row)),
        "配合": "、".join(row.owners_printed("配合")),
        "资料": printed.materials(row),
        "方法": [] if tasks else list(row.texts("测评方法")),
    }


def _headed(row: Row, *, narrow: bool) -> str:
    """Return `第1项指标：……`; a number that says what it is stands as it is."""
    number = row.data["编号"]
    category = row.data.get("类别", "基础")
    if not re.search("[项条]|指标", number):
        number = f"第{number}项指标" if category == "基础" else f"{category}项{number}"
    return f"{number}{':' if narrow else '：'}{_text(row)}"


def _numbered(row: Row) -> str:
    """Return `1.标题。内容`; a number in brackets needs no point.

    What it has of its heading's number, to be told apart (`一、（一）`), stands there already.
    """
    number = str(row.data["编号"])
    leads = (_LEAD.match(above) for above in (row.level2, row.level1))
    own = next((m[0] for m in leads if m and number.startswith(m[0])), "")
    number = number.removeprefix(own) or number
    return f"{number}{'.' if re.search('[0-9０-９]$', number) else ''}{_text(row)}"


def _text(row: Row) -> str:
    title, text = row.data.get("标题", ""), row.data["内容"]
    if not title or title == text:
        return str(text)
    return f"{title}{'' if re.search('[。；：:;]$', title) else '。'}{text}"


def _first(parts: Sequence[Data]) -> int:
    """Return the number of the first heading that is a chapter of the plan itself; 0 for none."""
    found = _TOP.match(parts[0]["一级"]) if parts else None
    return _value(found[1]) if found else 0


def _value(numeral: str) -> int:
    text = numeral.removeprefix("第")
    tens, ten, ones = text.rpartition("十")
    high = (_NUMERALS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return high + (_NUMERALS.index(ones) + 1 if ones else 0)


def _before(parts: Sequence[Data]) -> str:
    """Return the heading of the chapter before the tasks; none where they start at 一、."""
    return "" if _first(parts) == 1 else f"{_top(1)}指导思想"


def _section(parts: Sequence[Data]) -> str:
    """Return the heading over the tasks; none where the source's own headings are chapters."""
    return "" if _first(parts) else f"{_top(2)}主要任务"


def _top(number: int) -> str:
    return heading(number, "").strip("（）") + "、"


def _after(settings: Data, parts: Sequence[Data], found: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the chapters after the tasks, numbered on from the last heading above."""
    tops = [_value(m[1]) for p in parts if (m := _TOP.match(p["一级"]))]
    start = max(tops) if tops else 2 if found else 1
    known = "\n".join([*_said(settings), *(text for row in found for text in _words(row))])
    cells = "\n".join(text for row in found for text in row.texts("资料原文"))
    chapters: Iterable[tuple[str, list[str]]] = (
        ("创建步骤", plan_settings.stages(settings)),
        ("工作要求", plan_settings.demands(settings, f"{known}\n{cells}")),
        ("时限要求", plan_settings.dates(settings, known)),
        ("达标要求", plan_settings.thresholds(settings, known)),
        ("监督管理", plan_settings.supervision(settings)),
        ("组织领导", plan_settings.organisation(settings)),
    )
    filled = [(title, lines) for title, lines in chapters if lines]
    return [
        {"标题": f"{_top(number)}{title}", "段": lines}
        for number, (title, lines) in enumerate(filled, start + 1)
    ]


def _words(row: Row) -> list[str]:
    return [row.data["内容"], *(task["内容"] for task in row.data.get("工作任务", ()))]


def _said(settings: Data) -> list[str]:
    """Return the words of the stages and of 监督, which stand in chapters of their own."""
    stages = [stage["原话"] + "。" for stage in settings.get("阶段", ()) if "原话" in stage]
    return [*stages, *(each["内容"] for each in settings.get("监督", ()))]
