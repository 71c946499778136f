"""备查册: from an indicator to its material to the page, in year order, for who looks on site.

附件1 四.1: “列出目录、装订成册、提供PDF电子版，以便于实地核验”; 四.3: “按照从2016年—2021年上半年
时间顺序进行排列”; 三.1: “要有目录，一律提供原件”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from fzjs.assess import Assessment, sound
from fzjs.assess.handover import copies, lacking
from fzjs.facts import Attachment, Claim
from fzjs.models import Evidence
from fzjs.reports.catalogue import listed
from fzjs.reports.catalogue.listed import Catalogue, Cell, Item, Part
from fzjs.reports.gaps import is_open

COLUMNS = ("指标", "资料", "年度", "材料", "文件", "页", "份数、原件", "卷册、存放")
_WIDTHS = {"年度": 6, "材料": 12, "文件": 12, "份数、原件": 5, "卷册、存放": 5}
_UNBOUND = "未装订"
_NO_YEAR = "现行、时点等不分年度的"
_DASH = "—"


class _Line(NamedTuple):
    """A claim of an entry, and the years that it names."""

    claim: Claim
    item: Item
    years: list[int]


def build(assessment: Assessment, office: str = "") -> Catalogue | None:
    """Return the catalogue, None where nothing is handed in."""
    found = listed.items(assessment, office)
    if not found:
        return None
    lines = [
        _Line(claim, each, listed.years(assessment, claim))
        for each in found
        for claim in each.entry.claims
    ]
    places = listed.order(assessment)
    known = assessment.catalogue.material
    lines.sort(key=lambda line: _order(line, places.get(known(line.claim.material), len(places))))
    by_year: dict[str, list[_Line]] = {}
    for line in lines:
        by_year.setdefault(f"{line.years[0]}年" if line.years else _NO_YEAR, []).append(line)
    parts = [
        Part(name, COLUMNS, list(_rows(assessment, held)), _WIDTHS)
        for name, held in by_year.items()
    ]
    open_ = sum(is_open(met) for met in assessment.met if office in {"", *met.due.owners})
    return Catalogue(
        "备查材料目录",
        parts,
        [
            f"收录条目{len(found)}个，共{len(lines)}行：一份材料证明几项的，各项都列。",
            "跨几年的列在最早的一年下。文件注“库外”的，原件不在数据仓库里。",
            *_unhanded(assessment, found),
        ],
        [*listed.unpassed(found), *_doubts(found, open_)],
        [],
        any(each.entry.sample for each in found),
    )


def _unhanded(assessment: Assessment, found: Sequence[Item]) -> Iterator[str]:
    """Say why more lacks its paper here than `status` counts: there only what is passed is owed."""
    lacks = [each.entry.id for each in found if lacking(each.entry, assessment.catalogue)]
    passed = sum(assessment.standings[name].state == "已通过" for name in lacks)
    if lacks:
        yield (
            f"纸质未交、没有交齐或未交原件的条目{len(lacks)}个，其中已通过审核的{passed}个："
            "没有通过的在这里也注明，总览（fzjs status）的“纸质欠交”只算已通过的。"
        )


def _order(line: _Line, place: int) -> tuple[int, int, int, str]:
    first, last = (line.years[0], line.years[-1]) if line.years else (9999, 9999)
    return first, place, last, line.item.entry.id


def _rows(assessment: Assessment, lines: Sequence[_Line]) -> Iterator[list[Cell]]:
    label, above = assessment.catalogue.label, ("", "")
    for line in lines:
        claim = line.claim
        material = label(claim.material)
        number = material.partition("-")[0]
        yield [
            None if number == above[0] else [number],
            None if material == above[1] else [material],
            [claim.period.replace("-", _DASH)],
            [f"{_title(assessment, line.item)}{listed.remark(line.item)}"],
            _files(line.item) or [_DASH],
            [claim.pages or _DASH],
            [_paper(assessment, line.item)],
            _bound(line.item.record) or [_UNBOUND],
        ]
        above = number, material


def _title(assessment: Assessment, item: Item) -> str:
    title = item.entry.title or item.entry.subject
    if item.entry.kind == sound.STATEMENT:
        title = sound.title_of(item.entry, assessment.catalogue)
    return title.strip("《》")


def _files(item: Item) -> list[str]:
    """Return the files that an entry holds, with their pages; else where its words stand."""
    made = []
    for held, found in zip(item.record.attachments, item.entry.attachments, strict=True):
        pages = f"（{held.pages}页）" if held.pages is not None else ""
        made.append(f"{PurePosixPath(held.path).name}{pages}{_lies(found)}")
    if not made and item.record.body:
        return ["正文在条目里"]
    return made or (["见网络检索目录"] if item.entry.web or item.record.searches else [])


def _lies(held: Attachment) -> str:
    """Say where a file is that is not beside its entry as it was registered."""
    if held.outside:
        return "（库外）"
    if not held.found:
        return "（文件不在）"
    return "" if held.found == held.sha256 else "（与登记不符）"


def _paper(assessment: Assessment, item: Item) -> str:
    """Say how many copies are handed over and whether one is the original, else what lacks."""
    lack = lacking(item.entry, assessment.catalogue)
    handover = item.record.handover
    if handover is None:
        return lack or ("无纸质" if not copies(item.entry, assessment.catalogue) else _DASH)
    said = f"{handover.copies}份" + ("，有原件" if handover.original else "")
    return f"{said}，{lack}" if lack else said


def _bound(record: Evidence) -> list[str]:
    if record.onsite is None:
        return []
    return [text for text in (record.onsite.volume, record.onsite.stored) if text]


def _doubts(found: Sequence[Item], open_: int) -> Iterator[str]:
    if open_:
        yield f"应报而没有报齐的还有{open_}件，不在目录里。"
    loose = sum(not _bound(each.record) for each in found)
    if loose:
        yield f"没有写装订成哪一册的条目{loose}个，注“{_UNBOUND}”。"
