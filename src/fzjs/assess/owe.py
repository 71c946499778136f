"""应报件: each material times each period it is owed for, with owners and due date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue, Row, covers
from fzjs.assess.period import BY_PIECE, BY_YEAR, IF_ANY, SUMMARY, Span, spans
from fzjs.facts import Material, Waiver

WEB = "网络检索"


class Due(NamedTuple):
    """An 应报件. `key` and `material` are folded, `label` prints 编号 as the plan does.

    `owners` owe it; `office` is set where each must provide its own (分别提供). `web` when only
    web evidence meets it. `method` where it is owed by method, without a listed material.
    `none_listed` where it is the one piece left of a list that names none (件数: 0). `provisional`
    where `due` is a cutoff that nobody has set yet (待定): nothing is overdue by it.
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
    none_listed: bool = False
    provisional: bool = False


def dues(catalogue: Catalogue, pieces: Mapping[str, int]) -> tuple[Due, ...]:
    """Return every 应报件 in plan order; `pieces` says how many a list names (逐件)."""
    return tuple(due for row in catalogue.rows.values() for due in _of_row(catalogue, row, pieces))


def _of_row(catalogue: Catalogue, row: Row, pieces: Mapping[str, int]) -> tuple[Due, ...]:
    """Return what a row owes; a 不适用 of the row or its material excuses it."""
    item = row.indicator
    listed = [
        due for m in item.materials if not m.same_as for due in _listed(catalogue, row, m, pieces)
    ]
    years = {due.span.years[0] for due in listed if due.rhythm in BY_YEAR}
    rhythm = "逐年可合并" if years else SUMMARY
    web = [
        _due(catalogue, row, f"{item.key}-{WEB}", WEB, "网络检索佐证材料", rhythm, span, web=True)
        for span in (_web_spans(catalogue, years) if item.web == "另附" else ())
    ]
    methods = [_by_method(catalogue, row, method) for method in catalogue.owing_methods(row)]
    return spare(catalogue, (*listed, *web, *methods), item.key)


def spare(catalogue: Catalogue, owed: Iterable[Due], indicator: str) -> tuple[Due, ...]:
    """Return a row's 应报件 with the reasons why they do not apply to an indicator (不适用).

    A year to which nothing of the row applies has nothing to show on the web either.
    """
    if not catalogue.campaign.exemptions:
        return tuple(owed)
    said = [due._replace(excused=_excuse(catalogue, due, indicator)) for due in owed]
    years: dict[int, str] = {}
    for due in said:
        year = due.span.years[0]
        if due.rhythm in BY_YEAR and not _is_added_web(due) and years.get(year, "-"):
            years[year] = due.excused
    return tuple(
        due._replace(excused=due.excused or years.get(due.span.years[0], ""))
        if _is_added_web(due) and due.rhythm in BY_YEAR
        else due
        for due in said
    )


def _is_added_web(due: Due) -> bool:
    return due.material == f"{due.indicator}-{WEB}"


def is_web(material: Material, catalogue: Catalogue) -> bool:
    """Tell whether a listed material is itself the web debt (87-7)."""
    row = catalogue.rows[material.key.partition("-")[0]]
    return material.kind == WEB or row.indicator.web == material.key


def _listed(
    catalogue: Catalogue, row: Row, material: Material, pieces: Mapping[str, int]
) -> Iterator[Due]:
    campaign = catalogue.campaign
    window = (material.since or campaign.window[0], material.until or campaign.window[1])
    rhythm = catalogue.rhythm(material)
    count = pieces.get(catalogue.material(material.listed_in), 1)
    web = is_web(material, catalogue)
    for span in spans(rhythm, window, campaign.cutoff, count):
        for due in _each(catalogue, row, material, rhythm, span, web=web):
            yield due._replace(none_listed=True) if rhythm == BY_PIECE and count == 0 else due


def _web_spans(catalogue: Catalogue, years: Iterable[int]) -> tuple[Span, ...]:
    """另附 is owed for each year if any material of the row is yearly, else once (format.md)."""
    if years:
        return tuple(Span(str(year), (year,)) for year in sorted(years))
    campaign = catalogue.campaign
    return spans(SUMMARY, campaign.window, campaign.cutoff)


def _each(
    catalogue: Catalogue, row: Row, material: Material, rhythm: str, span: Span, *, web: bool
) -> Iterator[Due]:
    """One 应报件, or one for each office where the words say 分别提供."""
    for office in catalogue.once(_owners, row.indicator.key) if material.separately else ("",):
        yield _due(
            catalogue, row, material.key, material.kind, material.text, rhythm, span,
            web=web, office=office,
        )  # fmt: skip


def _owners(key: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The offices that owe a row's material; the coordinator where none is decided."""
    return tuple(dict.fromkeys(catalogue.rows[key].owners)) or (catalogue.campaign.coordinator,)


def _by_method(catalogue: Catalogue, row: Row, method: str) -> Due:
    campaign = catalogue.campaign
    span = spans(SUMMARY, campaign.window, campaign.cutoff)[0]
    material = f"{row.indicator.key}-{method}"
    text = f"按“{method}”分类整理的资料"
    due = _due(catalogue, row, material, "佐证材料", text, SUMMARY, span, web=method == WEB)
    return due._replace(method=True)


def _due(  # noqa: PLR0913  # the parts of one 应报件
    catalogue: Catalogue, row: Row, material: str, kind: str, text: str, rhythm: str, span: Span,
    *, web: bool, office: str = "",
) -> Due:  # fmt: skip
    campaign = catalogue.campaign
    period = f"/{span.label}/{office}" if office else f"/{span.label}"
    key, label = material + period, catalogue.once(_label, material)
    due = Due(
        key, key if label == material else label + period, row.indicator.key, material, kind, text,
        rhythm, span, (office,) if office else catalogue.once(_owners, row.indicator.key), office,
        web, method=False, due=campaign.cutoff, batch="", excused="",
        provisional="截止" in campaign.assumed,
    )  # fmt: skip
    if not (campaign.extensions or campaign.batches):
        return due
    day, batch = _due_date(catalogue, due)
    return due._replace(due=day, batch=batch, provisional=due.provisional and not batch)


def _label(material: str, catalogue: Catalogue) -> str:
    return catalogue.label(material)


def _excuse(catalogue: Catalogue, due: Due, indicator: str) -> str:
    """Return why an 应报件 does not apply to an indicator (不适用), "" where it does."""
    exemptions = catalogue.campaign.exemptions
    return next((w.reason for w in exemptions if speaks(w, due, indicator)), "")


def speaks(waiver: Waiver, due: Due, indicator: str) -> bool:
    """Tell whether a 不适用 or 延期 is of an 应报件, as an indicator owes it."""
    label, office = due.span.label, due.office
    return any(
        covers(waiver.subject, due.material, indicator, period, due.span.years)
        for period in (label, f"{label}/{office}")
    )


def _due_date(catalogue: Catalogue, due: Due) -> tuple[datetime.date, str]:
    """延期 first, else the first 批次 whose conditions all match, else the cutoff.

    docs/format.md, section 5: what names no year counts as of the window's last.
    """
    campaign = catalogue.campaign
    for waiver in campaign.extensions:
        if waiver.until and speaks(waiver, due, due.indicator):
            return waiver.until, "延期"
    span = due.span
    year = campaign.window[1] if span.label in {SUMMARY, IF_ANY} else span.years[-1]
    for batch in campaign.batches:
        first, last = batch.years or campaign.window
        offices = {each for name in batch.offices for each in catalogue.members(name)}
        if (
            first <= year <= last
            and (not offices or offices & set(due.owners))
            and (not batch.indicators or due.indicator in batch.indicators)
        ):
            return batch.due, batch.name
    return campaign.cutoff, ""
