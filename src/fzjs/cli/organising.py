"""`org`: who leads the campaign, who answers for each office, who took over."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import organisation as organising
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import organisation as screen
from fzjs.reports import handed, named, roster
from fzjs.reports import organisation as organisation_report

app = typer.Typer(
    cls=Group,
    help="组织：领导小组、专班和职责、各科室的责任人和联络人；换人和移交。",
    invoke_without_command=True,
    rich_markup_mode=None,
)

Office = Annotated[str, typer.Argument(metavar="科室", help="全称或别名")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")]
Everything = Annotated[bool, typer.Option("--all", help="列全")]


@app.callback()
def org(
    context: typer.Context,
    private: Annotated[
        bool, typer.Option("--with-private", help="从 private/联络人.csv 列出电话，只在屏上看")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """看组织和联络人名册；下面的命令换人、看移交。"""
    if context.invoked_subcommand:
        return
    if private and as_json:
        raise FzjsError("--with-private 只在屏上看，不和 --json 一起写。")
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    phones = roster.read(assessment.repository.worktree) if private else None
    data = organisation_report.build(assessment, phones)
    if as_json:
        dump(data)
    else:
        emit(screen.render(data, console().width))


@app.command("change", cls=Command)
def change(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    office: Office,
    to: Annotated[str, typer.Option("--to", metavar="<姓名>", help="换成谁；不写电话")],
    date: Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")] = "",
    role: Annotated[
        str, typer.Option("--role", metavar="<角色>", help="责任人 或 联络人")
    ] = "责任人",
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """换责任人或联络人：改 fzjs.yaml，记一笔变动，列出要移交的。"""
    session: Session = context.obj
    done = organising.change(session.desk(), organising.Typed(office, to, date, role))
    if as_json:
        dump(done.data)
        return
    emit_lines(done.lines)
    if done.data:
        emit(screen.handed(done.data, console().width, everything=everything))


@app.command("handover", cls=Command)
def handover(
    context: typer.Context,
    office: Office,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """看一个科室要移交的：欠件、逾期、退回、草稿、问题、待外单位等。不改什么。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    data = handed.build(assessment, named.office_named(assessment, office))
    if as_json:
        dump(data)
    else:
        emit(screen.handed(data, console().width, everything=everything))
