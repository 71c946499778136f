"""`submit`, `mv`, `outside`, `handover`: an office changes its own entries."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import move, papers
from fzjs.actions import submit as submitting
from fzjs.cli.session import Session, emit_lines
from fzjs.diagnostic import FzjsError

Entry = Annotated[
    str, typer.Argument(metavar="条目", help="科室/文件名，或文件路径；科室可以写别名")
]
Date = "日期，如 2021-03-12"


def submit(
    context: typer.Context,
    entries: Annotated[
        list[str], typer.Argument(metavar="条目", help="科室/文件名，或文件路径；可写几个")
    ],
    withdraw: Annotated[
        str | None, typer.Option("--withdraw", metavar="<理由>", help="撤回，写理由")
    ] = None,
    reopen: Annotated[
        str | None, typer.Option("--reopen", metavar="<理由>", help="更正，或撤回的重新启用")
    ] = None,
) -> None:
    """提交草稿；--withdraw 撤回，--reopen 声明更正。缺东西的不能提交，会列出缺什么。"""
    if withdraw is not None and reopen is not None:
        raise FzjsError("--withdraw 和 --reopen 只写一个。没有改动。")
    session: Session = context.obj
    desk = session.desk()
    if withdraw is not None:
        emit_lines(submitting.withdraw(desk, entries, withdraw))
    elif reopen is not None:
        emit_lines(submitting.reopen(desk, entries, reopen))
    else:
        emit_lines(submitting.submit(desk, entries))


def mv(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="条目", help="条目；带 --folder 的，是科室")],
    new: Annotated[str, typer.Argument(metavar="新名", help="新的文件名，或 科室/文件名")],
    folder: Annotated[
        bool, typer.Option("--folder", help="整个科室的文件夹改名，连同审核和引用")
    ] = False,
) -> None:
    """给条目改名或换科室：审核文件、附件和引用一起改，要么全改，要么不动。"""
    session: Session = context.obj
    act = move.office if folder else move.entry
    emit_lines(act(session.desk(), old, new))


def outside(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    entry: Entry,
    issuer: Annotated[str, typer.Option("--issuer", metavar="<单位>", help="由谁出具")] = "",
    asked: Annotated[str, typer.Option("--asked", metavar="<日期>", help="哪天发函")] = "",
    reminded: Annotated[
        list[str] | None, typer.Option("--reminded", metavar="<日期>", help="哪天催的，可写几次")
    ] = None,
    answered: Annotated[str, typer.Option("--answered", metavar="<日期>", help="哪天答复")] = "",
    received: Annotated[str, typer.Option("--received", metavar="<日期>", help="哪天取得")] = "",
) -> None:
    """记下外单位出具的材料办到哪一步：发函、催函、应答、取得。"""
    session: Session = context.obj
    steps = papers.Steps(issuer, asked, tuple(reminded or ()), answered, received)
    emit_lines(papers.outside(session.desk(), entry, steps))


def handover(
    context: typer.Context,
    entry: Entry,
    copies: Annotated[
        int, typer.Option("--copies", metavar="<份数>", min=1, help="交了几份，如 3")
    ],
    original: Annotated[bool, typer.Option("--original", help="交的是原件")] = False,
    date: Annotated[str, typer.Option("--date", metavar="<日期>", help="哪天交的")] = "",
    signed: Annotated[str, typer.Option("--signed", metavar="<谁>", help="谁签收的")] = "",
) -> None:
    """记下纸质材料交了几份、谁签收；不影响审核。日期不写是今天。"""
    session: Session = context.obj
    handed = papers.Handed(copies, original, date, signed)
    emit_lines(papers.handover(session.desk(), entry, handed))
