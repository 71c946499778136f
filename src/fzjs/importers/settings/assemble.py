"""The parts of `fzjs.yaml`, put together in the file's order."""

from __future__ import annotations

from typing import cast

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.renumber import renumber
from fzjs.importers.settings import (
    conflicts,
    coordinator,
    deadlines,
    debris,
    demands,
    duties,
    issuer,
    marked,
    methods,
    misspelt,
    offices,
    origin,
    papers,
    stages,
    supervision,
    thresholds,
    window,
)
from fzjs.importers.settings.frame import Part, Settings, Source, join, source_of
from fzjs.personal import mask

ORDER = (
    "格式", "单位", "窗口", "截止", "创建办", "待定", "体系", "默认", "情况说明", "要求", "科室",
    "审核", "方法", "阶段", "期限", "周期任务", "达标线", "监督",
)  # fmt: skip
"""The keys of `fzjs.yaml` in the order of the example that a person wrote."""


def read(document: Document, draft: Draft, year: int | None = None) -> Settings:
    """Return what the prose says of the campaign, in the keys and shapes of `fzjs.yaml`.

    `year` is what a text that names no year at all is read in, the importing day's; each value
    that leans on it is told as a doubt.
    Values are text, lists and mappings of text. A required key that the text does not give has an
    assumed value, stands in `待定` and has a doubt of kind 没有写明.
    """
    rubbish = debris.read(document)
    source = source_of(document, draft, rubbish.used)
    own, ground = origin.dated(source)
    ground = ground or ("导入的那一年（文中没有任何年份）" if year else "占位的那一年")
    source = source._replace(year=own or year, ground=ground)
    part = join([_dates(source), rubbish, misspelt.read(document)])
    part = join([part, _people(source, part), conflicts.read(source), duties.read(source)])
    part = join([part, thresholds.read(source), supervision.read(source), methods.read(source)])
    part = join([part, marked.read(source, part.assumed)])
    part = join([part, demands.read(source, renumber(draft)[0])])
    data = {"格式": "1", **part.data}
    if part.assumed:
        data["待定"] = [key for key in ORDER if key in part.assumed]
    ordered = {key: _masked(data[key]) for key in ORDER if key in data}
    doubts = dict.fromkeys(
        d._replace(words=mask(d.words), assumed=mask(d.assumed)) for d in part.doubts
    )
    return Settings(ordered, tuple(sorted(doubts, key=lambda d: d.place.order)), part.used)


def _masked(value: object) -> object:
    """Return a value of `fzjs.yaml` without any phone: none belongs into the repository."""
    if isinstance(value, dict):
        return {key: _masked(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_masked(one) for one in value]
    return mask(value) if isinstance(value, str) else value


def _dates(source: Source) -> Part:
    """Return 单位, 体系, 阶段, 截止, 期限 and 窗口, which lean on one another."""
    head, _ = origin.read(source)
    steps = stages.read(source)
    limits, year = deadlines.read(source)
    made = cast("list[dict[str, str]]", steps.data.get("阶段", []))
    years = window.read(source, year, made)
    found = join([head, steps, limits, years])
    if "截止" not in found.data or str(found.data["截止"])[:4] < str(years.data["窗口"])[:4]:
        found = join([found, deadlines.assume(source, made, str(years.data["窗口"]))])
    return found


def _people(source: Source, part: Part) -> Part:
    """Return 默认, 情况说明, 审核, 创建办 and 科室: the last lists whoever the others name."""
    rules = papers.read(source)
    review = rules.data.get("审核")
    unit = issuer.GAP if "单位" in part.assumed else str(part.data["单位"])
    runs = coordinator.read(source, review, unit)
    named = [str(runs.data["创建办"])]
    if isinstance(review, dict):
        named.append(str(review["科室"]))
    return join([rules, runs, offices.read(source, named)])
