"""The filled lines of a 登记表 as entries: all are right, or none is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add import cells, table
from fzjs.actions.add.claims import Said, kind_of, parse, spread
from fzjs.actions.add.draft import Attached, Draft, How
from fzjs.actions.add.paper import Paper, read
from fzjs.actions.add.propose import subject
from fzjs.actions.add.register import (
    Planned,
    lies_with,
    plan,
    put,
    refused,
    trial,
)
from fzjs.actions.add.table import Row, Sheet
from fzjs.assess import Assessment
from fzjs.diagnostic import Diagnostic, FzjsError, Report
from fzjs.reports.entry import holding
from fzjs.source import read as read_yaml

_SHARED = ("种类", "事由", "落款日期", "盖章", "出具单位", "页数", "字数")
"""Columns that belong to the entry: lines of one file must agree on them."""


class Slip(NamedTuple):
    """What is wrong in a line of the table, and in which column."""

    row: int
    column: str
    message: str
    hint: str = ""


class Batch(NamedTuple):
    """What came of a table: the entries, or the slips for which none was written.

    `done` are lines that say only what is registered already, `turned` cells that a spreadsheet
    had made a date of and how they were read, `half` lines that say something and no 资料.
    """

    planned: tuple[Planned, ...] = ()
    slips: tuple[Slip, ...] = ()
    done: int = 0
    turned: tuple[tuple[int, str, str], ...] = ()
    half: tuple[int, ...] = ()


class _Filled(NamedTuple):
    """The lines of one file; `origin` gives for each claim the line that it stands in."""

    rows: tuple[Row, ...]
    draft: Draft
    origin: tuple[int, ...]


def register(
    where: Path, sheet: Sheet, office: str, assessment: Assessment, *, again: bool, submit: bool
) -> Batch:
    """Write an entry for each file that a line claims something for. Raises FzjsError."""
    slips: list[Slip] = []
    filled: list[_Filled] = []
    done = 0
    for rows in _by_file(sheet):
        try:
            found = _draft(where, rows, office, assessment, again=again)
        except _SlipError as error:
            slips.append(error.slip)
            continue
        if found is None:
            done += len(rows)
        else:
            filled.append(found._replace(draft=found.draft._replace(submitted=submit)))
    if not again:
        slips += _alike(filled)
    new = [row for each in filled for row in each.rows]
    batch = Batch(done=done, turned=tuple(_turned(new)), half=tuple(_half(sheet)))
    planned = plan([each.draft for each in filled], assessment)
    report = trial(planned, assessment.repository.worktree) if planned else Report((), 0)
    for each, made in zip(filled, planned, strict=True):
        slips += [_slip(fault, each, made) for fault in refused(made, report, assessment)]
    if slips:
        return batch._replace(slips=tuple(sorted(set(slips))))
    if planned:
        put(planned, assessment.repository.worktree)
    return batch._replace(planned=tuple(planned))


class _SlipError(Exception):
    def __init__(self, row: Row, column: str, message: str, hint: str = "") -> None:
        self.slip = Slip(row.number, column, message, hint)


def _by_file(sheet: Sheet) -> Iterator[tuple[Row, ...]]:
    """Yield the filled lines of each file; what has no 资料 is not filled."""
    found: dict[str, list[Row]] = {}
    for row in sheet.rows:
        if row.cell("资料"):
            found.setdefault(table.file(row.cell("文件")), []).append(row)
    yield from map(tuple, found.values())


def _draft(
    where: Path, rows: tuple[Row, ...], office: str, assessment: Assessment, *, again: bool
) -> _Filled | None:
    """Return the entry of a file's lines, None where all that they claim is registered."""
    paper = _paper(where, rows[0], assessment)
    claims: list[Said] = []
    origin: list[int] = []
    for row in rows:
        said = _claims(row, assessment)
        claims += said
        origin += [row.number] * len(said)
    known = holding(paper.sha256, assessment)
    if known and not again:
        entry = known[0][0]
        have = {(assessment.catalogue.material(c.material), c.period) for c in entry.claims}
        if {(assessment.catalogue.material(c.key), c.period) for c in claims} <= have:
            return None
        hint = "在那个条目的“对应”里加一行，这里的“资料”删去；确要另立一条的，加 --again"
        raise _SlipError(rows[0], "文件", f"这个文件已经登记在 {entry.id}", hint)
    said_of = {column: _agreed(rows, column) for column in _SHARED}
    linked = lies_with(paper.path, office, assessment.repository.worktree)
    attached = Attached(
        paper, How.LINK if linked else How.COPY, "", cells.whole(said_of["页数"]), said_of["字数"]
    )
    draft = Draft(
        office=office,
        claims=tuple(claims),
        kind=said_of["种类"] or kind_of(claims, assessment.catalogue) or "佐证材料",
        subject=said_of["事由"] or subject(paper, claims, assessment),
        dated=cells.date(said_of["落款日期"]),
        sealed=said_of["盖章"],
        issuer=said_of["出具单位"],
        papers=(attached,),
    )
    return _Filled(rows, draft, tuple(origin))


def _paper(where: Path, row: Row, assessment: Assessment) -> Paper:
    name = table.file(row.cell("文件"))
    path = where / name
    if not name or not path.resolve().is_relative_to(where.resolve()):
        raise _SlipError(row, "文件", f"“{name}”不在 {where} 里", "文件名照程序写的，不要改")
    try:
        paper = read(path, assessment.repository.worktree)
    except FzjsError as error:
        message, _, hint = str(error).partition("\n")
        raise _SlipError(row, "文件", message, hint) from error
    noted = row.cell("sha256").lower()
    if len(noted) == len(paper.sha256) and noted != paper.sha256:
        hint = "核对文件；确是换过的，把这一格清空再来"
        raise _SlipError(row, "sha256", f"“{name}”在写表以后变过", hint)
    return paper


def _claims(row: Row, assessment: Assessment) -> list[Said]:
    """Return what a line claims: several 资料 with one 年度, 页 and 摘录, or one for each."""
    materials = [cells.reference(part) for part in cells.parts(row.cell("资料"))]
    periods = [cells.whole(part) for part in cells.parts(row.cell("年度"))]
    if len(periods) not in {0, 1, len(materials)}:
        message = f"“资料”有{len(materials)}件，“年度”有{len(periods)}个，配不上"
        raise _SlipError(row, "年度", message, "写一个，或按“资料”的次序各写一个，用；隔开")
    said = []
    for i, material in enumerate(materials):
        period = periods[i if len(periods) > 1 else 0] if periods else ""
        named = material if "/" in material or not period else f"{material}/{period}"
        try:
            said.append(parse(named, assessment))
        except FzjsError as error:
            hint = "填“年度”，或在“资料”里写成 资料/年度"
            raise _SlipError(row, "年度", str(error).partition("。")[0], hint) from error
    pages = [cells.pair(part) for part in cells.parts(row.cell("页"))]
    quotes = (
        cells.parts(row.cell("摘录"))
        if len(said) > 1
        else [row.cell("摘录")]
        if row.cell("摘录")
        else []
    )
    if len(quotes) not in {0, 1, len(said)}:
        quotes = [row.cell("摘录")]  # a ； of the quotation itself
    try:
        return spread(said, pages, quotes)
    except FzjsError as error:
        raise _SlipError(row, "页", str(error)) from error


def _agreed(rows: Sequence[Row], column: str) -> str:
    """Return what the lines of one file say in a column; blank cells say nothing."""
    said = [(row, row.cell(column)) for row in rows if row.cell(column)]
    for row, text in said[1:]:
        if text != said[0][1]:
            message = f"同一个文件，第{said[0][0].number}行写的是“{said[0][1]}”，这里是“{text}”"
            raise _SlipError(row, column, message, "一个文件只登记一条，写成一样的")
    return said[0][1] if said else ""


def _alike(filled: Sequence[_Filled]) -> Iterator[Slip]:
    """Yield each file that is another one of the table under another name."""
    first: dict[str, Row] = {}
    for each in filled:
        row, sha256 = each.rows[0], each.draft.papers[0].paper.sha256
        other = first.setdefault(sha256, row)
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


_KEYS = {"资料": "资料", "年度": "年度", "页": "页", "摘录": "摘录"}


def _slip(fault: Diagnostic, filled: _Filled, planned: Planned) -> Slip:
    """Return a finding on an entry as one on the line and column that it came from."""
    source = read_yaml(planned.text.encode(), planned.file)
    for i, number in enumerate(filled.origin):
        for key in _KEYS:
            if fault.location == source.locate(("对应", i, key)):
                column = "种类" if fault.rule == "claim-wrong-kind" else key
                return Slip(number, column, fault.message, fault.hint)
    column = next((c for c in _SHARED if fault.location == source.locate((c,))), "")
    return Slip(filled.rows[0].number, column, fault.message, fault.hint)
