"""`review`, `apply`, `approve`: what one office writes about the work of another."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import review as reviewing
from fzjs.actions import waive
from fzjs.cli.changing import Entry
from fzjs.cli.session import Session, emit_lines
from fzjs.diagnostic import FzjsError

Day = Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")]


def review(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    entry: Entry,
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
) -> None:
    """审核一个条目：--pass 通过，或 --return 退回并写理由。写在 evidence/审核/ 里。"""
    if passed == bool(returned):
        raise FzjsError("写 --pass 或 --return 代码:说明，只写一种。没有改动。")
    session: Session = context.obj
    said = reviewing.Said(reviewing.reasons(returned or ()), by, office, date)
    emit_lines(reviewing.review(session.desk(), entry, said))


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
