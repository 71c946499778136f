"""`remind`: reminders that were sent, and how they were answered."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import remind as reminding
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import remind as remind_screen
from fzjs.reports import remind as remind_report


def remind(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    office: Annotated[
        str, typer.Argument(metavar="科室", help="催哪个科室；不写就列出催过的")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="<日期>", help="哪天催的、哪天答复的；不写是今天")
    ] = "",
    subjects: Annotated[
        list[str] | None,
        typer.Option(
            "--subject", metavar="<应报件>", help="催哪几件，可写几次；不写是全部逾期和退回的"
        ),
    ] = None,
    answered: Annotated[bool, typer.Option("--answered", help="科室答复了最近一次催办")] = False,
    reply: Annotated[
        str, typer.Option("--reply", metavar="<意见>", help="按期、申请延期、申请不适用 或别的话")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="列出催过的，输出 JSON")] = False,
) -> None:
    """催办：写科室就记一次，第几次由程序数；--answered 记科室的答复。不写就列出催过的。"""
    session: Session = context.obj
    given = bool(date or subjects or answered or reply)
    if as_json and given:
        raise FzjsError("--json 只用于列出催过的。没有改动。")
    if office and not as_json:
        typed = reminding.Typed(office, tuple(subjects or ()), date, reply)
        act = reminding.answered if answered else reminding.remind
        emit_lines(act(session.desk(), typed))
        return
    if given:
        raise FzjsError("没有写哪个科室：fzjs remind 科室 …。没有改动。")
    assessment, faults = session.assess()
    warn(faults)
    data = remind_report.build(assessment, office)
    if as_json:
        dump(data)
    else:
        emit(remind_screen.render(data, console().width))
