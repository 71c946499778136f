"""What every catalogue shares: which entries stand in it, in which order, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Met, Standing
from fzjs.assess.period import SUMMARY, claimed_years, has_year
from fzjs.facts import Claim, Entry
from fzjs.models import Evidence
from fzjs.reports import gaps
from fzjs.reports.wording import periods

_NOT_YET = frozenset({"草稿", "撤回", "待外单位"})
"""States of entries that nobody has handed in, or took back, or has not got yet."""
_LAST = 9999
_LONG = 7
"""Characters from which on a column's texts are read from the left."""

Cell = list[str] | None


class Item(NamedTuple):
    """An entry that stands in a catalogue, and its file as it is written."""

    standing: Standing
    record: Evidence

    @property
    def entry(self) -> Entry:
        """The entry as it is computed with."""
        return self.standing.entry


class Part(NamedTuple):
    """A part of a catalogue: its heading, its table, and how wide some columns must be.

    A width is in characters; columns of long texts are read from the left.
    """

    heading: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    wide: Mapping[str, int]

    @property
    def table(self) -> dict[str, Any]:
        """The table as templates take it."""
        left = [name for name, room in self.wide.items() if room >= _LONG]
        return {
            "列": list(self.columns),
            "行": [list(row) for row in self.rows],
            "至少宽": dict(self.wide),
            "靠左": left,
        }


class Catalogue(NamedTuple):
    """A catalogue: its parts, what is to be said before them, what is not handed in yet."""

    title: str
    parts: Sequence[Part]
    notes: Sequence[str]
    doubts: Sequence[str]
    missing: Sequence[dict[str, str]]
    sample: bool


def items(assessment: Assessment, office: str = "") -> list[Item]:
    """Return the entries that are handed in, 涉密 ones apart: of those nothing is known here."""
    records = {each.file: each.record for each in assessment.repository.documents}
    found = []
    for standing in assessment.standings.values():
        entry = standing.entry
        record = records.get(entry.file)
        whose = assessment.catalogue.folder_office(entry.office)
        if entry.secret or standing.state in _NOT_YET or (office and whose != office):
            continue
        if isinstance(record, Evidence):
            found.append(Item(standing, record))
    return found


def secret(assessment: Assessment, office: str = "") -> int:
    """Count the registered 涉密 entries.

    附件1 一.4: “涉密的材料不在示范创建系统上提供，确需提供的可以提供纸质材料”: only that they are.
    """
    name = assessment.catalogue.folder_office
    return sum(
        each.entry.secret and each.state not in _NOT_YET and office in {"", name(each.entry.office)}
        for each in assessment.standings.values()
    )


def is_internal(item: Item) -> bool:
    """Tell whether an entry is not for the public (公开属性: 内部)."""
    return item.record.publicity == "内部"


def order(assessment: Assessment) -> dict[str, int]:
    """Return where all that can be claimed stands in the plan."""
    return {key: at for at, key in enumerate(assessment.catalogue.claimable)}


def years(assessment: Assessment, claim: Claim) -> list[int]:
    """Return the years that a claim names; none where it is not of a year (现行, 时点)."""
    if has_year(claim.period) or claim.period == SUMMARY:
        return sorted(claimed_years(claim.period, assessment.catalogue.campaign.window))
    return []


def numbers(assessment: Assessment, claims: Iterable[Claim]) -> str:
    """Return the indicators that claims are for, in plan order."""
    catalogue = assessment.catalogue
    rows = {key: at for at, key in enumerate(catalogue.rows)}
    keys = {catalogue.material(claim.material).partition("-")[0] for claim in claims}
    return "、".join(map(catalogue.label, sorted(keys, key=lambda key: rows.get(key, _LAST))))


def remark(item: Item) -> str:
    """Say in what state an entry is, where it is not passed: it counts for nothing yet."""
    return "" if item.standing.state == "已通过" else f"（{item.standing.state}）"


def unpassed(found: Iterable[Item]) -> Iterator[str]:
    """Say how many entries are listed that no review has passed."""
    count = sum(each.standing.state != "已通过" for each in found)
    if count:
        yield f"其中{count}个条目还没有审核通过，各行注明。"


def missing(assessment: Assessment, met: Iterable[Met]) -> list[dict[str, str]]:
    """Return what is owed and not handed in, a row a material."""
    return [
        {
            "资料": gap.label,
            "年度": periods([each.due.span.label for each in gap.met], "—"),
            "科室": "、".join(gap.met[0].due.owners),
            "缺什么": gap.what,
        }
        for gap in gaps.gather(assessment, met)
    ]
