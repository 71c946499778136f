"""The filled lines of a 登记表 as entries: all are right, or none is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from fzjs.actions.add import cells, table
from fzjs.actions.add.lines import SHARED, Filled, Slip, SlipError, drafted
from fzjs.actions.add.register import (
    Planned,
    lacking,
    plan,
    put,
    refused,
    trial,
)
from fzjs.actions.add.table import Row, Sheet
from fzjs.assess import Assessment
from fzjs.diagnostic import Diagnostic, Report
from fzjs.source import read as read_yaml


class How(NamedTuple):
    """What holds for every line: again where registered before, handed in, typed for the office."""

    again: bool
    submit: bool
    on_behalf: bool


class Batch(NamedTuple):
    """What came of a table: the entries, or the slips for which none was written.

    `done` are lines that say only what is registered already, `turned` cells that a spreadsheet
    had made a date of and how they were read, `half` lines that say something and no 资料.
    `lacks` has for each entry what it would be refused for when handed in.
    """

    planned: tuple[Planned, ...] = ()
    slips: tuple[Slip, ...] = ()
    done: int = 0
    turned: tuple[tuple[int, str, str], ...] = ()
    half: tuple[int, ...] = ()
    lacks: Mapping[str, tuple[Diagnostic, ...]] = MappingProxyType({})


def register(where: Path, sheet: Sheet, office: str, assessment: Assessment, how: How) -> Batch:
    """Write an entry for each file that a line claims something for. Raises FzjsError."""
    slips: list[Slip] = []
    filled: list[Filled] = []
    done = 0
    for rows in _by_file(sheet):
        try:
            found = drafted(where, rows, office, assessment, again=how.again)
        except SlipError as error:
            slips.append(error.slip)
            continue
        if found is None:
            done += len(rows)
        else:
            draft = found.draft._replace(submitted=how.submit, on_behalf=how.on_behalf)
            filled.append(found._replace(draft=draft))
    if not how.again:
        slips += _alike(filled)
    new = [row for each in filled for row in each.rows]
    batch = Batch(done=done, turned=tuple(_turned(new)), half=tuple(_half(sheet)))
    planned = plan([each.draft for each in filled], assessment)
    tree = assessment.repository.worktree
    report = trial(planned, tree) if planned else Report((), 0)
    for each, made in zip(filled, planned, strict=True):
        slips += [_slip(fault, each, made) for fault in refused(made, report, assessment)]
    if slips:
        return batch._replace(slips=tuple(sorted(set(slips))))
    if not planned:
        return batch
    put(planned, tree)
    lacks = {} if how.submit else lacking([p.file for p in planned], tree, assessment.today)
    return batch._replace(planned=tuple(planned), lacks=lacks)


def _by_file(sheet: Sheet) -> Iterator[tuple[Row, ...]]:
    """Yield the filled lines of each file, and each line that needs none by itself.

    What has no 资料 is not filled.
    """
    found: dict[str | int, list[Row]] = {}
    for row in sheet.rows:
        if row.cell("资料"):
            found.setdefault(table.file(row.cell("文件")) or row.number, []).append(row)
    yield from map(tuple, found.values())


def _alike(filled: Sequence[Filled]) -> Iterator[Slip]:
    """Yield each file that is another one of the table under another name."""
    first: dict[str, Row] = {}
    for each in filled:
        for attached in each.draft.papers:
            row = each.rows[0]
            other = first.setdefault(attached.paper.sha256, row)
            if other is not row:
                message = f"和第{other.number}行的“{other.cell('文件')}”是同一个文件"
                hint = "只填一个，几件资料用；隔开；确要另立一条的，加 --again"
                yield Slip(row.number, "文件", message, hint)


def _turned(rows: Iterable[Row]) -> Iterator[tuple[int, str, str]]:
    """Yield the cells that a spreadsheet made a date of, and what they are read as."""
    for row in rows:
        for column, read_as in (("资料", cells.reference), ("页", cells.pair)):
            for part in cells.parts(row.cell(column)):
                if read_as(part) != part:
                    yield row.number, part, read_as(part)


def _half(sheet: Sheet) -> Iterator[int]:
    """Yield the lines in which something is filled in, only not what the paper proves."""
    columns = ("年度", "页", "摘录", "落款日期", "盖章", "出具单位")
    for row in sheet.rows:
        if not row.cell("资料") and any(map(row.cell, columns)):
            yield row.number


_CLAIMED = ("资料", "年度", "页", "摘录")
_LOOKED = ("网址", "检索日期", "名称", "类别", "发布日期", "检索词", "查阅", "结果")
_RECORDS = {"公开": "网址", "网络检索": "检索词", "查证": "查阅"}
"""What is looked up, as the entry lists it, and the column that tells which of them it is."""
_HINTS = {
    "claim-without-passage": "填“页”，如 1-2，或填“摘录”",
    "claim-duplicate": "改正“年度”或“资料”，多余的一行“资料”空着",
    "claim-outside-window": "改正“年度”；确在窗口以外的，“资料”空着",
    "evidence-undated": "照原件填“落款日期”，如 2021-02-12",
    "evidence-unsealed": "盖了章的，“盖章”填 是；还没盖的，去掉 --submit 先存成草稿",
    "evidence-web-incomplete": "“网址”“检索日期”都要填",
    "evidence-web-unlisted": "填“名称”“类别”“发布日期”",
    "evidence-empty": "填“文件”；还没有的，去掉 --submit 先存成草稿",
    "evidence-without-pdf": "换成 PDF 再登记；还没有的，去掉 --submit 先存成草稿",
}
"""What to fill in, where a rule's hint speaks of the entry's file."""
_EMPTY = "没有就把这一行删去"


def _slip(fault: Diagnostic, filled: Filled, planned: Planned) -> Slip:
    """Return a finding on an entry as one on the line and column that it came from."""
    source = read_yaml(planned.text.encode(), planned.file)
    hint = _HINTS.get(fault.rule, fault.hint).replace(_EMPTY, "没有就空着")
    for i, number in enumerate(filled.origin):
        for key in _CLAIMED:
            if fault.location == source.locate(("对应", i, key)):
                column = "种类" if fault.rule == "claim-wrong-kind" else key
                return Slip(number, column, fault.message, hint)
    for listed, column in _RECORDS.items():
        lines = [row.number for row in filled.rows if row.cell(column)]
        for i, number in enumerate(lines):
            for key in (*_LOOKED, "日期"):
                if fault.location == source.locate((listed, i, key)):
                    return Slip(number, "检索日期" if key == "日期" else key, fault.message, hint)
    column = next((c for c in SHARED if fault.location == source.locate((c,))), "")
    return Slip(filled.rows[0].number, column, fault.message, hint)
