"""`ledger`: a month's 工作台账 of each office, prefilled, handed in, listed."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import ledger as writing
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.render.screen import ledgers as screen
from fzjs.reports import ledgers as report

app = typer.Typer(
    cls=Group,
    help="工作台账：每月预填、提交，看谁交了。月份是交的那个月，如 2021-03。",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Month = Annotated[str, typer.Argument(metavar="月份", help="交的那个月，如 2021-03")]


@app.command("new", cls=Command)
def new(
    context: typer.Context,
    month: Month,
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="只预填一个科室；不写是各科室")
    ] = "",
) -> None:
    """预填一个月的台账（草稿，不算交了）：没有变化的照上月，有变化的按材料写；不覆盖。"""
    session: Session = context.obj
    emit_lines(writing.new(session.desk(), month, office))


@app.command("submit", cls=Command)
def submit(
    context: typer.Context,
    month: Month,
    office: Annotated[str, typer.Option("--office", metavar="<科室>", help="哪个科室，必填")],
    date: Annotated[
        str, typer.Option("--date", metavar="<日期>", help="填表日期；不写是今天")
    ] = "",
    as_is: Annotated[bool, typer.Option("--as-is", help="逐行看过，照预填的交")] = False,
) -> None:
    """提交改好的台账：写上填表日期；有空话、和材料对不上的不能提交。"""
    session: Session = context.obj
    emit_lines(writing.submit(session.desk(), month, office, date, as_is=as_is))


@app.command("list", cls=Command)
def list_(
    context: typer.Context,
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="只看一个科室（全称或别名）")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")] = False,
) -> None:
    """看各科室各月交了没有：已交（日期）、迟交、草稿、未交。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    data = report.build(assessment, office)
    if as_json:
        dump(data)
    else:
        emit(screen.render(data, console().width))
