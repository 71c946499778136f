"""What the coordinator settled between two sides: approvals, 口径, offices, plan, settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fzjs.diagnostic import Location
from fzjs.facts import Indicator, Ruling
from fzjs.personal import mask
from fzjs.reports.diff.both import both, renamed
from fzjs.reports.diff.sides import Sides

_LISTED_APART = {"科室", "口径", "不适用", "延期"}
"""Keys of `fzjs.yaml` whose changes have lists of their own."""


def approvals(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield what was asked for, approved and taken back; before the day of 批准 it is none."""
    for kind, of in (
        ("不适用", lambda side: side.catalogue.campaign.exemptions),
        ("延期", lambda side: side.catalogue.campaign.extensions),
    ):
        for was, now in both(sides, of, lambda each: (each.subject, each.until)):
            if not (was and now):
                known = now or was
                until = known.until.isoformat() if known.until else ""
                yield _approval(sides, (kind, known, until), "批准" if now else "撤销")
    asked = both(
        sides, lambda s: s.repository.applications, lambda a: (a.office, a.kind, a.subject)
    )
    for was, now in asked:
        if was is None:
            yield _approval(sides, (now.kind, now, ""), "申请")


def _approval(sides: Sides, what: tuple[str, Any, str], how: str) -> dict[str, Any]:
    kind, known, until = what
    catalogue = sides.after.at.catalogue
    key = known.subject.partition("/")[0]
    row = catalogue.rows.get(catalogue.material(key).partition("-")[0])
    office = getattr(known, "office", "")
    return {
        "是": kind,
        "怎么": how,
        "对象": catalogue.label(known.subject),
        "至": until,
        "理由": mask(getattr(known, "reason", "")),
        "科室": [catalogue.folder_office(office)] if office else list(row.owners) if row else [],
        "文件": known.place.file,
        "提交": sides.source(known.place.file),
    }


def rulings(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the 口径 that were asked, settled or opened again."""
    of = lambda side: side.catalogue.campaign.rulings  # noqa: E731  # one line, used once
    for was, now in both(sides, of, lambda each: each.number):
        known: Ruling = now or was
        how = (
            "删去"
            if now is None
            else "定了"
            if now.settled
            else "提出"
            if was is None
            else "又未定"
        )
        if was is None or now is None or was.settled != now.settled:
            yield {
                "编号": known.number,
                "怎么": how,
                "问题": known.question,
                "文件": known.place.file,
                "提交": sides.source(known.place.file),
            }


def offices(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the offices that came, went, or bear another name."""
    renames = renamed(sides.before.at, sides.after.at)
    for was, now in both(sides, lambda side: side.repository.campaign.offices, lambda o: o.name):
        how, old = "", ""
        if was is None:
            old = "、".join(name for name, full in renames.items() if full == now.name)
            how = "改名" if old else "新增"
        elif now is None:
            how = "" if was.name in renames else "去掉"
        if how:
            yield {
                "名称": (now or was).name,
                "怎么": how,
                "原名": old,
                "文件": "fzjs.yaml",
                "提交": sides.source("fzjs.yaml"),
            }


def indicators(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the indicators that came, went, or say something else."""
    for was, now in both(sides, lambda side: side.repository.indicators, lambda each: each.key):
        keys = _differing(was, now) if was and now else []
        if keys or not (was and now):
            known: Indicator = now or was
            yield {
                "编号": known.number,
                "怎么": "改动" if was and now else "新增" if now else "删去",
                "改了": keys,
                "文件": known.place.file,
                "提交": sides.source(known.place.file),
            }


_SAID = {
    "number": "编号", "tier": "来源", "category": "类别", "level1": "一级指标",
    "level2": "二级指标",
    "title": "标题", "text": "内容", "tasks": "工作任务", "methods": "测评方法",
    "responsible": "责任科室", "duty_note": "责任说明", "materials": "上报资料", "web": "网络检索",
    "methods_from": "沿用", "materials_from": "沿用", "responsible_from": "沿用",
    "named_in": "应点到", "no_report": "不需上报", "targets": "量化要求", "points": "分值",
    "scoring": "评分办法", "origin": "出处",
}  # fmt: skip


def _differing(was: Indicator, now: Indicator) -> list[str]:
    old, new = _without_places(was)._asdict(), _without_places(now)._asdict()
    return list(dict.fromkeys(_SAID[key] for key in old if key in _SAID and old[key] != new[key]))


def _without_places(item: Indicator) -> Indicator:
    nowhere = Location("")
    return item._replace(materials=tuple(m._replace(place=nowhere) for m in item.materials))


def settings(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the other keys of `fzjs.yaml` that differ."""
    old, new = (
        side.at.repository.documents[0].record.plain() for side in (sides.before, sides.after)
    )
    for key in {**old, **new}:
        if key not in _LISTED_APART and old.get(key) != new.get(key):
            how = "改动" if key in old and key in new else "新增" if key in new else "去掉"
            yield {
                "键": key,
                "怎么": how,
                "文件": "fzjs.yaml",
                "提交": sides.source("fzjs.yaml"),
            }
