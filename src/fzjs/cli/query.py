"""`status`, `todo`, `show`: they read and print, and never write to the repository."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.session import Session, console, dump, emit, warn
from fzjs.render.screen import entry as entry_screen
from fzjs.render.screen import show as show_screen
from fzjs.render.screen import status as status_screen
from fzjs.render.screen import todo as todo_screen
from fzjs.reports import entry as entry_report
from fzjs.reports import named
from fzjs.reports import show as show_report
from fzjs.reports import status as status_report
from fzjs.reports import todo as todo_report

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")]

By = Annotated[
    str,
    typer.Option(
        "--by", metavar="<分组>", help="office 科室、level 一级指标、method 方法、year 年度"
    ),
]
Office = Annotated[
    str, typer.Option("--office", metavar="<科室>", help="只看一个科室（全称或别名）")
]


def status(
    context: typer.Context,
    by: By = "office",
    office: Office = "",
    everything: Annotated[bool, typer.Option("--all", help="列出所有分组")] = False,
    as_json: AsJson = False,
) -> None:
    """看全局：谁欠、欠哪件、差哪年、几天到期。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    data = status_report.build(assessment, faults, by, office)
    if as_json:
        dump(data)
    else:
        emit(status_screen.render(data, console().width, everything=everything))


def todo(
    context: typer.Context,
    office: Annotated[
        str, typer.Argument(metavar="科室", help="科室（全称或别名）；不写就看所有欠件的科室")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="不写科室时也列出每个科室的全部欠件")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """看欠件：欠哪件、哪一年、缺什么、哪天到期。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    data = todo_report.build(assessment, office)
    if as_json:
        dump(data)
    else:
        emit(todo_screen.render(data, console().width, everything=everything))


def show(
    context: typer.Context,
    number: Annotated[
        str,
        typer.Argument(
            metavar="编号或条目", help="指标编号，如 31、（5）、★1；或条目，如 法制仲裁科/2020-…"
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """看一项指标：原文、资料、责任、条目和缺口；或看一个条目：证明什么、到哪一步。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    file = named.entry_meant(assessment, session.folder.absolute(), number)
    if file:
        named.refuse_broken(faults, file)
        from fzjs.repository.layout import name_of  # noqa: PLC0415  # a part of what is heavy

        data, render = entry_report.build(assessment, name_of(file)), entry_screen.render
    else:
        data, render = show_report.build(assessment, number), show_screen.render
    if as_json:
        dump(data)
    else:
        emit(render(data, console().width))
