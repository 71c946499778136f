"""`calendar`: what is due and what is past; `done`, `event` and `ended` write it down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs.actions import agenda
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.diagnostic import FzjsError
from fzjs.render import files
from fzjs.render.screen import calendar as calendar_screen
from fzjs.reports import calendar as calendar_report
from fzjs.reports import dated
from fzjs.visible import visible

_AHEAD = 366
"""Days that an .ics file holds where nobody says: a phone is not filled anew every month."""

app = typer.Typer(
    cls=Group,
    help="日历：哪天前要办什么，哪些过了还没有办理记录；记下办过的事和限时的事。",
    invoke_without_command=True,
    rich_markup_mode=None,
)

Office = Annotated[
    str, typer.Option("--office", metavar="<科室>", help="记在哪个科室的日程里；不写记在创建办的")
]


@app.callback()
def calendar(  # one parameter an option, as typer wants it
    context: typer.Context,
    days: Annotated[
        int | None, typer.Option("--days", help="往后看多少天；不写是30，写了 --ics 是366")
    ] = None,
    office: Annotated[str, typer.Option("--office", metavar="<科室>", help="只看一个科室的")] = "",
    first: Annotated[
        str, typer.Option("--from", metavar="<日期>", help="从哪天看起；不写是今天")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")] = False,
    ics: Annotated[
        Path | None, typer.Option("--ics", help="将到期的写成日历文件，手机、WPS 日历能导入")
    ] = None,
) -> None:
    """日历：将到期的、已过没有记录的、按年计次的。"""
    given = (days is not None, office, first, as_json, ics is not None)
    if context.invoked_subcommand:
        if any(given):
            raise FzjsError(f"选项写在 {context.invoked_subcommand} 后面。没有改动。")
        return
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    ahead = days if days is not None else calendar_report.SOON if ics is None else _AHEAD
    start = dated.day_asked(first, "--from") if first else None
    data = calendar_report.build(assessment, ahead, office, start)
    if ics is not None:
        from fzjs.render.ics import render  # noqa: PLC0415  # a library that only this needs

        files.write(ics, render(data))
        said = f"已写好 {ics}：{len(data['将到期'])}件，{data['从']} 至 {data['至']}\n"
        if not as_json:
            emit(visible(said), done=True)
    if as_json:
        dump(data)
    elif ics is None:
        emit(calendar_screen.render(data, console().width))


@app.command("done", cls=Command)
def done(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    duty: Annotated[str, typer.Argument(metavar="任务", help="周期任务或期限的名称，如 季度点评")],
    period: Annotated[
        str, typer.Option("--period", metavar="<期>", help="哪一期，如 2021-1季度；期限不写")
    ] = "",
    date: Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")] = "",
    note: Annotated[str, typer.Option("--note", metavar="<说明>", help="办了什么，一句话")] = "",
    proof: Annotated[
        str, typer.Option("--proof", metavar="<凭据>", help="条目、文号或存放的地方")
    ] = "",
    office: Office = "",
) -> None:
    """记下一期周期任务或一个期限办过了。"""
    session: Session = context.obj
    said = agenda.Carried(duty, period, date, note, proof, office)
    emit_lines(agenda.done(session.desk(), said))


@app.command("event", cls=Command)
def event(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="事项", help="什么事，不写个人信息")],
    start: Annotated[
        str,
        typer.Option("--start", metavar="<时间>", help="哪天起算；按小时的写 “2021-03-01 09:30”"),
    ] = "",
    indicator: Annotated[
        str, typer.Option("--indicator", metavar="<编号>", help="限写在哪项指标，如 31")
    ] = "",
    item: Annotated[
        str, typer.Option("--item", metavar="<项目>", help="那项指标的量化要求；只有一个可不写")
    ] = "",
    limit: Annotated[
        str, typer.Option("--limit", metavar="<限>", help="不在指标里的限，如 ≤15工作日、≤5小时")
    ] = "",
    source: Annotated[
        str, typer.Option("--source", metavar="<出处>", help="写了 --limit 的，出自哪里")
    ] = "",
    end: Annotated[
        str, typer.Option("--end", metavar="<时间>", help="办结的时间；没有办结不写")
    ] = "",
    office: Office = "",
) -> None:
    """记下一件限时要办的事，从哪天起算。"""
    session: Session = context.obj
    said = agenda.Started(name, start, indicator, item, limit, source, end, office)
    emit_lines(agenda.event(session.desk(), said))


@app.command("ended", cls=Command)
def ended(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="事项", help="照记下的写，写开头几个字也行")],
    end: Annotated[
        str, typer.Option("--end", metavar="<时间>", help="办结的时间；不写是今天")
    ] = "",
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="几处有同名的，写哪个科室的")
    ] = "",
) -> None:
    """记下限时的事办结了，写清合限没有。"""
    session: Session = context.obj
    emit_lines(agenda.ended(session.desk(), name, end, office))
