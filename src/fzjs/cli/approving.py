"""`review`, `apply`, `approve`: what one office writes about the work of another."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import review as reviewing
from fzjs.actions import waive
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import pending as pending_screen
from fzjs.reports import pending as pending_report

Day = Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")]


def review(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    entry: Annotated[
        str,
        typer.Argument(metavar="条目", help="科室/文件名，或文件路径；不写就列出待审的条目"),
    ] = "",
    passed: Annotated[bool, typer.Option("--pass", help="通过")] = False,
    returned: Annotated[
        list[str] | None,
        typer.Option("--return", metavar="<代码:说明>", help="退回，如 缺章:第2页；可写几次"),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="<审核人>", help="谁审的，必填")] = "",
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="不写是规定的审核科室")
    ] = "",
    date: Day = "",
    as_json: Annotated[bool, typer.Option("--json", help="待审的条目输出 JSON")] = False,
) -> None:
    """不写条目：列出待审的。写条目：--pass 通过，或 --return 退回，写在 evidence/审核/ 里。"""
    session: Session = context.obj
    if not entry:
        if passed or returned or by or date:
            raise FzjsError("没有写审哪个条目。待审的条目用 fzjs review 看。没有改动。")
        _pending(session, office, as_json=as_json)
        return
    if as_json:
        raise FzjsError("--json 只用于列出待审的条目，和条目名只写一个。没有改动。")
    if passed == bool(returned):
        raise FzjsError("写 --pass 或 --return 代码:说明，只写一种。没有改动。")
    said = reviewing.Said(reviewing.reasons(returned or ()), by, office, date)
    emit_lines(reviewing.review(session.desk(), entry, said))


def _pending(session: Session, office: str, *, as_json: bool) -> None:
    """Print what waits for review; nothing is written."""
    assessment, faults = session.assess()
    warn(faults)
    data = pending_report.build(assessment, office)
    if as_json:
        dump(data)
    else:
        emit(pending_screen.render(data, console().width))


def apply(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="类别", help="不适用、延期 或 补报")],
    subject: Annotated[
        str, typer.Argument(metavar="对象", help="指标、资料或应报件，如 19-1/2016")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="<理由>", help="为什么；申请时必填")
    ] = "",
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="哪个科室申请；只有一个责任科室可不写")
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="<日期>", help="推迟到哪天；延期、补报要写")
    ] = "",
    date: Day = "",
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="撤回还没批准的申请（删去申请文件）")
    ] = False,
) -> None:
    """科室申请不适用、延期或补报；批准以前照旧欠着。"""
    session: Session = context.obj
    asked = waive.Asked(kind, subject, office, reason, until, date)
    act = waive.withdraw if withdraw else waive.apply
    emit_lines(act(session.desk(), asked))


def approve(
    context: typer.Context,
    application: Annotated[
        str, typer.Argument(metavar="申请", help="申请的文件路径，或它的对象，如 19-1/2016")
    ],
    by: Annotated[str, typer.Option("--by", metavar="<批准人>", help="谁批的")],
    date: Day = "",
) -> None:
    """批准一个申请：写进 fzjs.yaml 的 不适用 或 延期。"""
    session: Session = context.obj
    emit_lines(waive.approve(session.desk(), application, by, date))
