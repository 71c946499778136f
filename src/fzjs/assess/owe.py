"""应报件: each material times each period it is owed for, with owners and due date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue, Row, covers
from fzjs.assess.period import BY_YEAR, IF_ANY, SUMMARY, Span, spans
from fzjs.facts import Material

WEB = "网络检索"


class Due(NamedTuple):
    """An 应报件. `key` and `material` are folded, `label` prints 编号 as the plan does.

    `owners` owe it; `office` is set where each must provide its own (分别提供). `web` when only
    web evidence meets it. `method` where it is owed by method, without a listed material.
    """

    key: str
    label: str
    indicator: str
    material: str
    kind: str
    text: str
    rhythm: str
    span: Span
    owners: tuple[str, ...]
    office: str
    web: bool
    method: bool
    due: datetime.date
    batch: str
    excused: str


def dues(catalogue: Catalogue, pieces: Mapping[str, int]) -> tuple[Due, ...]:
    """Return every 应报件 in plan order; `pieces` says how many a list names (逐件)."""
    return tuple(due for row in catalogue.rows.values() for due in _of_row(catalogue, row, pieces))


def _of_row(catalogue: Catalogue, row: Row, pieces: Mapping[str, int]) -> Iterator[Due]:
    item = row.indicator
    years: set[int] = set()
    for material in item.materials:
        if material.same_as:
            continue
        rhythm = catalogue.rhythm(material)
        owed = _spans(catalogue, material, rhythm, pieces)
        if rhythm in BY_YEAR:
            years |= {span.years[0] for span in owed}
        is_web = item.web == material.key or material.kind == WEB
        for span in owed:
            yield from _each(catalogue, row, material, rhythm, span, web=is_web)
    if item.web == "另附":
        for span in _web_spans(catalogue, years):
            rhythm = "逐年可合并" if years else SUMMARY
            yield _due(
                catalogue, row, f"{item.key}-{WEB}", WEB, "网络检索佐证材料", rhythm, span, web=True
            )
    for method in catalogue.owing_methods(row):
        yield _by_method(catalogue, row, method)


def _spans(
    catalogue: Catalogue, material: Material, rhythm: str, pieces: Mapping[str, int]
) -> tuple[Span, ...]:
    campaign = catalogue.campaign
    window = (material.since or campaign.window[0], material.until or campaign.window[1])
    count = pieces.get(catalogue.material(material.listed_in), 1)
    return spans(rhythm, window, campaign.cutoff, max(count, 1))


def _web_spans(catalogue: Catalogue, years: set[int]) -> tuple[Span, ...]:
    """另附 is owed for each year if any material of the row is yearly, else once (format.md)."""
    if years:
        return tuple(Span(str(year), (year,)) for year in sorted(years))
    campaign = catalogue.campaign
    return spans(SUMMARY, campaign.window, campaign.cutoff)


def _each(
    catalogue: Catalogue, row: Row, material: Material, rhythm: str, span: Span, *, web: bool
) -> Iterator[Due]:
    """One 应报件, or one for each office where the words say 分别提供."""
    base = _due(catalogue, row, material.key, material.kind, material.text, rhythm, span, web=web)
    if not material.separately:
        yield base
        return
    for office in base.owners:
        mark = f"/{office}"
        yield base._replace(
            key=base.key + mark, label=base.label + mark, owners=(office,), office=office
        )


def _by_method(catalogue: Catalogue, row: Row, method: str) -> Due:
    campaign = catalogue.campaign
    span = spans(SUMMARY, campaign.window, campaign.cutoff)[0]
    material = f"{row.indicator.key}-{method}"
    text = f"按“{method}”分类整理的资料"
    due = _due(catalogue, row, material, "佐证材料", text, SUMMARY, span, web=method == WEB)
    return due._replace(method=True)


def _due(  # noqa: PLR0913  # the parts of one 应报件
    catalogue: Catalogue, row: Row, material: str, kind: str, text: str, rhythm: str, span: Span,
    *, web: bool,
) -> Due:  # fmt: skip
    indicator = row.indicator.key
    key = f"{material}/{span.label}"
    owners = tuple(dict.fromkeys(row.owners)) or (catalogue.campaign.coordinator,)
    excused = next(
        (
            waiver.reason
            for waiver in catalogue.campaign.exemptions
            if covers(waiver.subject, material, indicator, span.label, span.years)
        ),
        "",
    )
    due, batch = _due_date(catalogue, indicator, material, span, owners)
    return Due(
        key, catalogue.label(key), indicator, material, kind, text, rhythm, span, owners, "",
        web, method=False, due=due, batch=batch, excused=excused,
    )  # fmt: skip


def _due_date(
    catalogue: Catalogue, indicator: str, material: str, span: Span, owners: tuple[str, ...]
) -> tuple[datetime.date, str]:
    """延期 first, else the first 批次 whose conditions all match, else the cutoff.

    docs/format.md: "periods without a year stand in the window's last year".
    """
    campaign = catalogue.campaign
    for waiver in campaign.extensions:
        if waiver.until and covers(waiver.subject, material, indicator, span.label, span.years):
            return waiver.until, "延期"
    year = campaign.window[1] if span.label in {SUMMARY, IF_ANY} else span.years[-1]
    for batch in campaign.batches:
        first, last = batch.years or campaign.window
        offices = {catalogue.office(name) for name in batch.offices}
        if (
            first <= year <= last
            and (not offices or offices & set(owners))
            and (not batch.indicators or indicator in batch.indicators)
        ):
            return batch.due, batch.name
    return campaign.cutoff, ""
