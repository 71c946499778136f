"""The documents themselves: one function each, from the command's options to the data."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.report.frame import All, Data, Made, Office, Source, document
from fzjs.diagnostic import FzjsError
from fzjs.reports import assignments as assignments_report
from fzjs.reports import circular as circular_report
from fzjs.reports import ledger as ledger_report
from fzjs.reports import migration as migration_report
from fzjs.reports import plan as plan_report
from fzjs.reports import roster
from fzjs.reports import statement as statement_report
from fzjs.reports import statements as statements_report
from fzjs.reports import summary as summary_report


@document("statement")
def statement(
    source: Source,
    subject: Annotated[
        str, typer.Argument(metavar="条目或编号", help="条目文件，或指标、资料（配合 --year）")
    ] = "",
    year: Annotated[int | None, typer.Option("--year", help="年度，如 2020")] = None,
    every: All = False,
) -> Made:
    """Build one statement, or all."""
    if every and subject:
        raise FzjsError("--all 是全部出，不用再写条目；出一份的不写 --all。")
    if every:
        return statements_report.build(source.assessment, year)
    if not subject:
        raise FzjsError("没有写出哪一份：fzjs report statement 条目文件；全部出：--all。")
    return statement_report.build(source.assessment, subject, year, source.here)


@document("summary")
def summary(source: Source, office: Office = "") -> Data:
    """Build the summary of the unit or an office."""
    return summary_report.build(source.assessment, office, source.left_out)


@document("ledger")
def ledger(
    source: Source,
    office: Office = "",
    month: Annotated[
        str, typer.Option("--month", metavar="<月份>", help="交的那个月；不写是最近应交的")
    ] = "",
    private: Annotated[
        bool, typer.Option("--with-private", help="印上 private/联络人.csv 里的电话；只供内部用")
    ] = False,
) -> Data:
    """Build the month's ledger of the unit or an office."""
    people = roster.read(source.assessment.repository.worktree) if private else None
    if people and not people.there:
        raise FzjsError(f"{roster.FILE} 不在，没有电话可印。不写 --with-private，联系方式另附。")
    return ledger_report.build(source.assessment, office, month, source.left_out, people)


@document("circular")
def circular(
    source: Source,
    quarter: Annotated[str, typer.Option("--quarter", metavar="<季度>", help="如 2021-1")],
) -> Data:
    """Build a quarter's circular."""
    return circular_report.build(source.assessment, quarter, source.left_out)


@document("assignments")
def assignments(source: Source) -> Data:
    """Build the table of who does what."""
    return assignments_report.build(source.assessment.repository)


@document("plan")
def plan(source: Source) -> Data:
    """Build the plan."""
    return plan_report.build(source.assessment.repository)


@document("migration")
def migration(
    source: Source,
    file: Annotated[
        str, typer.Argument(metavar="文件", help="换版的对照；不写是 换版.yaml")
    ] = "换版.yaml",
) -> Data:
    """Build the table of old and new indicators."""
    return migration_report.build(source.assessment, file)
