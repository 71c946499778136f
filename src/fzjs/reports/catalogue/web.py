"""网络检索目录: every public address once, by year and class, and the searches without a result.

附件1 二.2–5: “提供相关网络检索材料的检索目录”；“按照时间顺序从2016年—2021年有序排列”；“按照
规范性文件、规章等不同类别进行区分归类”；“不能漏项”.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.sound.web import is_address
from fzjs.facts import WebPage
from fzjs.models.proof import WebSearch
from fzjs.reports.catalogue import listed
from fzjs.reports.catalogue.listed import Catalogue, Cell, Item, Part
from fzjs.reports.plan_settings import GAP
from fzjs.reports.wording import long_date

COLUMNS = ("年度", "类别", "序号", "名称", "发布日期", "网址", "检索日期", "指标", "条目")
SEARCHES = ("序号", "检索词", "平台", "检索日期", "结果", "截图", "指标", "条目")

_PAGE_WIDTHS = {"名称": 9, "网址": 10, "指标": 6, "条目": 11}
_SEARCH_WIDTHS = {"检索词": 9, "检索日期": 6, "结果": 9, "条目": 13}


class _Line(NamedTuple):
    """An address with every entry that shows it; the first says what it is."""

    page: WebPage
    items: tuple[Item, ...]
    retrieved: datetime.date | None

    @property
    def year(self) -> int:
        """The year of 发布日期, 0 where nobody wrote it."""
        return self.page.published.year if self.page.published else 0


def build(assessment: Assessment, office: str = "") -> Catalogue | None:
    """Return the catalogue, None where no address and no search is registered."""
    every = [
        each for each in listed.items(assessment, office) if each.entry.web or each.record.searches
    ]
    found = [each for each in every if not listed.is_internal(each)]
    kept_out = len(every) - len(found)
    lines = _lines(found)
    searches = [(search, each) for each in found for search in each.record.searches]
    if not lines and not searches:
        return None
    parts = []
    if lines:
        rows = list(_rows(assessment, lines))
        parts.append(Part("公开的网页", COLUMNS, rows, _PAGE_WIDTHS))
    if searches:
        rows = list(_searched(assessment, searches))
        parts.append(Part("检索记录", SEARCHES, rows, _SEARCH_WIDTHS))
    owed = (met for met in assessment.met if met.due.web and office in {"", *met.due.owners})
    return Catalogue(
        "网络检索目录",
        parts,
        [
            f"收录网页{len(lines)}处、检索{len(searches)}次，出自条目{len(found)}个；同一网址只列一次。"
        ],
        [*listed.unpassed(found), *_doubts(lines, kept_out)],
        listed.missing(assessment, owed),
        any(each.entry.sample for each in found),
    )


def _lines(found: Sequence[Item]) -> list[_Line]:
    """Return the addresses by year, class and day; those without a year last."""
    by_address: dict[str, list[tuple[WebPage, Item]]] = {}
    for each in found:
        for page in each.entry.web:
            by_address.setdefault(page.url, []).append((page, each))
    lines = []
    for shown in by_address.values():
        days = [page.retrieved for page, _ in shown if page.retrieved]
        items = tuple({item.entry.id: item for _, item in shown}.values())
        lines.append(_Line(shown[0][0], items, max(days, default=None)))
    return sorted(lines, key=_order)


def _order(line: _Line) -> tuple[int, str, datetime.date, str]:
    page = line.page
    return line.year or 9999, page.category or "~", page.published or datetime.date.max, page.url


def _rows(assessment: Assessment, lines: Sequence[_Line]) -> Iterator[list[Cell]]:
    above: tuple[int, str] = (-1, "")
    for number, line in enumerate(lines, 1):
        page, same = line.page, line.year == above[0]
        year: Cell = [str(line.year) if line.year else GAP]
        kind: Cell = [page.category or GAP]
        yield [
            None if same else year,
            None if same and page.category == above[1] else kind,
            [str(number)],
            [page.title or GAP],
            [_day(page.published)],
            [page.url if is_address(page.url) else f"{page.url}（网址不全）".strip()],
            [_day(line.retrieved)],
            [listed.numbers(assessment, (c for each in line.items for c in each.entry.claims))],
            [f"{each.entry.id}{listed.remark(each)}" for each in line.items],
        ]
        above = line.year, page.category


def _day(day: datetime.date | None) -> str:
    return long_date(day) if day else GAP


def _searched(
    assessment: Assessment, searches: Iterable[tuple[WebSearch, Item]]
) -> Iterator[list[Cell]]:
    for number, (search, each) in enumerate(sorted(searches, key=lambda s: s[0].date), 1):
        yield [
            [str(number)],
            [search.query],
            [search.platform or GAP],
            [long_date(search.date)],
            [search.result],
            [search.screenshot or "无"],
            [listed.numbers(assessment, each.entry.claims)],
            [f"{each.entry.id}{listed.remark(each)}"],
        ]


def _doubts(lines: Sequence[_Line], kept_out: int) -> Iterator[str]:
    """Say what the catalogue lacks, and what is not for it."""
    blank = sum(not (ln.page.title and ln.page.category and ln.page.published) for ln in lines)
    if blank:
        yield f"{blank}处没有写名称、类别或发布日期，标（待填）。"
    if kept_out:
        yield f"公开属性是内部的条目{kept_out}个，不列入本目录。"
