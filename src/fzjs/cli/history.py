"""`history` and `diff`: what git remembers; they read its commits and change nothing."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from fzjs.cli.query import AsJson, Office
from fzjs.cli.session import Session, console, dump, emit
from fzjs.render.screen import history as history_screen
from fzjs.reports import history as history_report
from fzjs.reports.dated import day_asked


def history(
    context: typer.Context,
    weeks: Annotated[
        int, typer.Option("--weeks", metavar="<周数>", min=1, help="最多列最近几周")
    ] = history_report.WEEKS,
    since: Annotated[str, typer.Option("--from", metavar="<日期>", help="从哪天的一周起")] = "",
    until: Annotated[str, typer.Option("--to", metavar="<日期>", help="到哪天的一周止")] = "",
    office: Office = "",
    as_json: AsJson = False,
) -> None:
    """看进展：每周末应报、通过、待审、逾期、齐备各多少，从 git 的提交里读。"""
    session: Session = context.obj
    asked = history_report.Asked(
        weeks,
        day_asked(since, "--from") if since else None,
        day_asked(until, "--to") if until else None,
        office,
    )
    data = history_report.build(session.tree(), _today(), asked)
    if as_json:
        dump(data)
    else:
        emit(history_screen.render(data, console().width))


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011  # the office's day
