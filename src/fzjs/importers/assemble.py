"""A draft and its settings as the files of a data repository, and every doubt on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, NamedTuple

from fzjs.beside import shared
from fzjs.facts import fold, fold_reference
from fzjs.importers import account, filing, indicator
from fzjs.importers.document import Document, Doubt
from fzjs.importers.draft import Draft, Row
from fzjs.importers.indicator import Origins, Record, Surroundings
from fzjs.importers.renumber import renumber
from fzjs.importers.settings import Settings, repeated
from fzjs.importers.settings import read as read_settings

_MANY = 500
"""Rows from which another process is worth its beginning."""
_PORTION = 100
"""Rows that a process reads at a time."""
_SHOWN = 40
"""Characters of a line that a doubt quotes."""
_NATIONAL = re.compile(r"全国法治政府建设示范|《?市县法治政府建设示范指标体系|国家(?:制定|发布)的")


class Bundle(NamedTuple):
    """What an import writes: path → text, and the figures that the screen shows."""

    files: dict[str, str]
    doubts: tuple[Doubt, ...]
    rows: int
    materials: int
    leftover: account.Leftover


def assemble(document: Document, draft: Draft, year: int, shape: str) -> Bundle:
    """Return the repository's files; `shape` says in Chinese how the document was read.

    `year` is that of `settings.read`.
    """
    rows, renamed = renumber(draft)
    settings, words = _read(document, draft, rows, year)
    tier, guessed = _tier(document, rows)
    around = Surroundings(_first_year(settings), _persons(settings), tier)
    title, untitled = _title(settings, rows)
    filed, read = _file(zip(rows, words, strict=True), around, title)
    drafted = repeated(renamed, settings.doubts)
    doubts = _sorted((*document.doubts, *drafted, *settings.doubts, *guessed, *untitled, *read))
    rulings = rulings_of(doubts, {*_subjects(filed)})
    left = account.leftover(document, draft, settings.used)
    count = sum(len(_list(f.record, "上报资料")) for f in filed)
    heading = account.Heading(document.name, shape, len(rows), count)
    files = {
        "fzjs.yaml": filing.settings_file(settings.data, rulings, document.name),
        **filing.indicator_files(filed),
        "导入疑点.md": account.write(heading, doubts, left),
    }
    return Bundle(files, doubts, len(rows), count, left)


def _read(
    document: Document, draft: Draft, rows: Sequence[Row], year: int
) -> tuple[Settings, list[indicator.Said]]:
    """Return what the prose says and what each row does: of many rows, side by side."""
    parts = [rows[at : at + _PORTION] for at in range(0, len(rows), _PORTION)]
    prose = partial(read_settings, document, draft, year)
    said = [partial(_said, part) for part in parts]
    if len(rows) < _MANY:
        return prose(), [each for work in said for each in work()]
    works: list[Callable[[], Any]] = [prose, *said]
    settings, *words = shared(works)
    return settings, [each for part in words for each in part]


def _said(rows: Iterable[Row]) -> list[indicator.Said]:
    return [indicator.said(row) for row in rows]


def _file(
    rows: Iterable[tuple[Row, indicator.Said]], around: Surroundings, title: str
) -> tuple[list[filing.Filed], list[Doubt]]:
    origins = Origins()
    filed: list[filing.Filed] = []
    doubts: list[Doubt] = []
    for row, words in rows:
        made = indicator.compose(row, words, origins, around)
        origins = origins.after(row, made.covered)
        doubts += made.doubts
        level1 = row.level1 or row.level2 or title
        filed.append(filing.Filed(level1, row.level2 if row.level1 else "", made.record))
    return filed, doubts


def _title(settings: Settings, rows: Sequence[Row]) -> tuple[str, list[Doubt]]:
    """Return what stands for 一级指标 where the source has no heading, and the doubt on it."""
    system = settings.data.get("体系")
    assumed = settings.data.get("待定")
    known = isinstance(system, dict) and not (isinstance(assumed, list) and "体系" in assumed)
    title = str(system["名称"]) if known and isinstance(system, dict) else "（没有标题）"
    bare = [row for row in rows if not (row.level1 or row.level2)]
    if not bare:
        return title, []
    why = "这些指标上面没有标题，一级指标不能空着"
    words = f"{bare[0].number or '头一项'}等{len(bare)}项"
    return title, [Doubt(bare[0].place, "没有写明", words, f"一级指标记作“{title}”", why)]


def _tier(document: Document, rows: Sequence[Row]) -> tuple[str, list[Doubt]]:
    """Return the 来源 of rows that print none, and the doubt that says on what ground."""
    first = rows[0].place.order if rows else 0
    before = (p for p in document.prose() if p.place.order < first)
    opening = next((p for p in before if _NATIONAL.search(p.text)), None)
    bare = [row for row in rows if not row.tier and row.category == "基础"]
    tier = "国家" if opening else "本单位"
    if not bare:
        return tier, []
    why = "指标没有写是国家、省、市哪一级提出的；开头" + (
        "说按国家的指标体系创建" if opening else "也没有说按国家的指标体系"
    )
    place = opening.place if opening else bare[0].place
    words = _start(opening.text if opening else bare[0].text)
    return tier, [Doubt(place, "没有写明", words, f"{len(bare)}项的来源都记作“{tier}”", why)]


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def _subjects(filed: Sequence[filing.Filed]) -> Iterator[str]:
    """Yield what a 口径 may be about, folded: every indicator and every material."""
    for each in filed:
        number, category = str(each.record["编号"]), str(each.record.get("类别", "基础"))
        key = fold(number, category)
        yield key
        for item in _list(each.record, "上报资料"):
            if isinstance(item, dict):
                yield f"{key}-{fold(str(item['代号']))}"


def rulings_of(doubts: Sequence[Doubt], subjects: AbstractSet[str]) -> list[Record]:
    """Return an open 口径 for each question on how to read the plan; equal questions are one."""
    grouped: dict[tuple[str, str, str], list[Doubt]] = {}
    for doubt in doubts:
        if doubt.ruling and fold_reference(doubt.about) in subjects:
            grouped.setdefault((doubt.kind, doubt.why, doubt.assumed), []).append(doubt)
    return [
        {
            "编号": f"K{place}",
            "对象": list(dict.fromkeys(doubt.about for doubt in group)),
            "问题": f"{why}；暂按：{assumed}",
        }
        for place, ((_, why, assumed), group) in enumerate(grouped.items(), 1)
    ]


def _sorted(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.place.order))


def _first_year(settings: Settings) -> str:
    """Return the window's first year, "" where it was only assumed: then every 自 is written."""
    assumed = settings.data.get("待定")
    if isinstance(assumed, (list, tuple)) and "窗口" in assumed:
        return ""
    return str(settings.data.get("窗口", "")).partition("-")[0]


def _persons(settings: Settings) -> dict[str, str]:
    offices = settings.data.get("科室")
    listed = offices if isinstance(offices, list) else []
    found = [each for each in listed if isinstance(each, dict)]
    return {
        name: each["责任人"]
        for each in found
        if "责任人" in each
        for name in (each["名称"], *each.get("别名", ()))
    }


def _list(record: Record, key: str) -> Sequence[object]:
    value = record.get(key, ())
    return value if isinstance(value, (list, tuple)) else ()
