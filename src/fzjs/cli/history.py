"""`history` and `diff`: what git remembers; they read its commits and change nothing."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from fzjs import now
from fzjs.cli.query import AsJson, Office
from fzjs.cli.session import Session, console, dump, emit
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import diff as diff_screen
from fzjs.render.screen import history as history_screen
from fzjs.reports import dated
from fzjs.reports import diff as diff_report
from fzjs.reports import history as history_report


def diff(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    first: Annotated[
        str,
        typer.Argument(
            metavar="从", help="提交、分支、标签，或日期（那天为止最后一次提交）；不写是 HEAD"
        ),
    ] = "",
    second: Annotated[
        str, typer.Argument(metavar="到", help="同上；不写是现在的文件，没有提交的也算")
    ] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="<日期>", help="从哪天起，代替“从”")
    ] = "",
    office: Office = "",
    everything: Annotated[bool, typer.Option("--all", help="列全，不截短")] = False,
    as_json: AsJson = False,
) -> None:
    """看变化：新满足、又缺、退回、待复核、新欠各几件，条目、问题、台账、批准有什么变化。"""
    session: Session = context.obj
    if since and second:
        raise FzjsError("写了 --since，就只再写一个“到”，如 fzjs diff --since 2021-02-01 HEAD。")
    between = (dated.day_asked(since, "--since"), first) if since else (first or "HEAD", second)
    data = diff_report.build(session.tree(), between, _today(), office)
    if as_json:
        dump(data)
    else:
        emit(diff_screen.render(data, console().width, everything=everything))


def history(
    context: typer.Context,
    weeks: Annotated[
        int, typer.Option("--weeks", metavar="<周数>", help="最多列最近几周")
    ] = history_report.WEEKS,
    since: Annotated[str, typer.Option("--from", metavar="<日期>", help="从哪天的一周起")] = "",
    until: Annotated[str, typer.Option("--to", metavar="<日期>", help="到哪天的一周止")] = "",
    office: Office = "",
    as_json: AsJson = False,
) -> None:
    """看进展：每周末应报、通过、待审、逾期、齐备各多少，从 git 的提交里读。"""
    if weeks < 1:
        raise FzjsError("--weeks 至少写 1，如 --weeks 26。")
    session: Session = context.obj
    asked = history_report.Asked(
        weeks,
        dated.day_asked(since, "--from") if since else None,
        dated.day_asked(until, "--to") if until else None,
        office,
    )
    data = history_report.build(session.tree(), _today(), asked)
    if as_json:
        dump(data)
    else:
        emit(history_screen.render(data, console().width))


def _today() -> datetime.date:
    return now.today()
