"""The filled lines of one file in a 登记表 as an entry, or what is wrong in which column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add import cells, table
from fzjs.actions.add.claims import Said, parse, spread
from fzjs.actions.add.draft import Attached, Draft
from fzjs.actions.add.draft import How as Place
from fzjs.actions.add.looked import Looked
from fzjs.actions.add.paper import Paper, read
from fzjs.actions.add.propose import subject
from fzjs.actions.add.register import (
    lies_with,
)
from fzjs.actions.add.single import Answers, kind_for
from fzjs.actions.add.table import Row
from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError
from fzjs.facts import Entry
from fzjs.reports.entry import holding
from fzjs.visible import in_shell

SHARED = ("种类", "事由", "落款日期", "盖章", "出具单位", "页数", "字数")
"""Columns that belong to the entry: lines of one file must agree on them."""


class Slip(NamedTuple):
    """What is wrong in a line of the table, and in which column."""

    row: int
    column: str
    message: str
    hint: str = ""


class Filled(NamedTuple):
    """The lines of one file; `origin` gives for each claim the line that it stands in."""

    rows: tuple[Row, ...]
    draft: Draft
    origin: tuple[int, ...]


class SlipError(Exception):
    """A line that cannot be an entry as it stands."""

    def __init__(self, row: Row, column: str, message: str, hint: str = "") -> None:
        """Keep what is wrong, and where."""
        self.slip = Slip(row.number, column, message, hint)


def drafted(
    where: Path, rows: tuple[Row, ...], office: str, assessment: Assessment, *, again: bool
) -> Filled | None:
    """Return the entry of a file's lines, None where all that they say is registered."""
    looked = tuple(each for row in rows if any(each := _looked(row)))
    without = any(looked) and not rows[0].cell("文件")
    paper = None if without else _paper(where, rows[0], assessment)
    claims: list[Said] = []
    origin: list[int] = []
    for row in rows:
        said = _claims(row, assessment)
        claims += said
        origin += [row.number] * len(said)
    said_of = {column: _agreed(rows, column) for column in SHARED}
    matter = said_of["事由"] or (subject(paper, claims, assessment) if paper else "")
    if not matter:
        raise SlipError(rows[0], "事由", "看不出事由", "写年度和所办的事，如 2020年度合法性审核")
    known = _known(paper, matter, office, assessment)
    if known and not again:
        _refuse_more(known, rows[0], claims, looked, assessment)
        return None
    answers = Answers(office, tuple(claims), looked=looked[0] if looked else Looked())
    draft = Draft(
        office=office,
        claims=tuple(claims),
        kind=said_of["种类"] or kind_for(answers, assessment),
        subject=matter,
        dated=cells.date(said_of["落款日期"]),
        sealed=said_of["盖章"],
        issuer=said_of["出具单位"],
        papers=(_attached(paper, said_of, office, assessment),) if paper else (),
        looked=looked,
    )
    return Filled(rows, draft, tuple(origin))


def _attached(
    paper: Paper, said_of: Mapping[str, str], office: str, assessment: Assessment
) -> Attached:
    linked = lies_with(paper.path, office, assessment.repository.worktree)
    how = Place.LINK if linked else Place.COPY
    return Attached(paper, how, "", cells.whole(said_of["页数"]), said_of["字数"])


def _looked(row: Row) -> Looked:
    """Return what a line says that was looked up. Raises SlipError."""
    said = {column: row.cell(column) for column in table.LOOKED}
    for column in ("检索日期", "发布日期"):
        said[column] = cells.date(said[column])
    looked = Looked(*said.values())
    if odd := looked.odd():
        column = next((column for column, text in said.items() if text), "网址")
        raise SlipError(row, column, odd, "网址、检索词、查阅只填一样，检索日期和结果跟着它填")
    return looked


def _known(paper: Paper | None, matter: str, office: str, assessment: Assessment) -> Entry | None:
    """Return the entry that has a file already; of a line without one, that of its 事由."""
    if paper:
        return next((entry for entry, _ in holding(paper.sha256, assessment)), None)
    return next(
        (
            entry
            for entry in assessment.repository.entries.values()
            if entry.office == office and entry.subject == matter and not entry.attachments
        ),
        None,
    )


def _refuse_more(
    entry: Entry,
    row: Row,
    claims: Sequence[Said],
    looked: Sequence[Looked],
    assessment: Assessment,
) -> None:
    """Raise SlipError where an entry has not all that the lines of its file say."""
    name = in_shell(entry.file)
    have = {(assessment.catalogue.material(c.material), c.period) for c in entry.claims}
    new = [c for c in claims if (assessment.catalogue.material(c.key), c.period) not in have]
    if new:
        wanted = " ".join(f"--for {in_shell(f'{c.material}/{c.period}')}" for c in new)
        hint = f"加到那一条：fzjs add --to {name} {wanted}；确要另立一条的，加 --again"
        raise SlipError(row, "文件", f"这个文件已经登记在 {entry.id}", hint)
    pages = {page.url for page in entry.web}
    lost = next((each.url for each in looked if each.url and each.url not in pages), "")
    if lost:
        hint = f"加到那一条：fzjs add --to {name} --url {in_shell(lost)} --looked 日期"
        raise SlipError(row, "网址", f"这个文件已经登记在 {entry.id}，那里没有这个网址", hint)


def _paper(where: Path, row: Row, assessment: Assessment) -> Paper:
    name = table.file(row.cell("文件"))
    path = where / name
    if not name or not path.resolve().is_relative_to(where.resolve()):
        raise SlipError(row, "文件", f"“{name}”不在 {where} 里", "文件名照程序写的，不要改")
    try:
        paper = read(path, assessment.repository.worktree)
    except FzjsError as error:
        message, _, hint = str(error).partition("\n")
        raise SlipError(row, "文件", message, hint) from error
    noted = row.cell("sha256").lower()
    if len(noted) == len(paper.sha256) and noted != paper.sha256:
        hint = "核对文件；确是换过的，把这一格清空再来"
        raise SlipError(row, "sha256", f"“{name}”在写表以后变过", hint)
    return paper


def _claims(row: Row, assessment: Assessment) -> list[Said]:
    """Return what a line claims: several 资料 with one 年度, 页 and 摘录, or one for each."""
    materials = [cells.reference(part) for part in cells.parts(row.cell("资料"))]
    periods = [cells.whole(part) for part in cells.parts(row.cell("年度"))]
    if len(periods) not in {0, 1, len(materials)}:
        message = f"“资料”有{len(materials)}件，“年度”有{len(periods)}个，配不上"
        raise SlipError(row, "年度", message, "写一个，或按“资料”的次序各写一个，用；隔开")
    said = []
    for i, material in enumerate(materials):
        period = periods[i if len(periods) > 1 else 0] if periods else ""
        named = material if "/" in material or not period else f"{material}/{period}"
        try:
            said.append(parse(named, assessment))
        except FzjsError as error:
            hint = "填“年度”，或在“资料”里写成 资料/年度"
            raise SlipError(row, "年度", str(error).partition("。")[0], hint) from error
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
        raise SlipError(row, "页", str(error)) from error


def _agreed(rows: Sequence[Row], column: str) -> str:
    """Return what the lines of one file say in a column; blank cells say nothing."""
    said = [(row, row.cell(column)) for row in rows if row.cell(column)]
    for row, text in said[1:]:
        if text != said[0][1]:
            message = f"同一个文件，第{said[0][0].number}行写的是“{said[0][1]}”，这里是“{text}”"
            raise SlipError(row, column, message, "一个文件只登记一条，写成一样的")
    return said[0][1] if said else ""
