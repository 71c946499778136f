"""`problem`: what inspections find, how offices mend it, and who closes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from fzjs.actions import problem as acting
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.render.screen import problems as problems_screen
from fzjs.reports import problems as problems_report

app = typer.Typer(
    cls=Group,
    help="检查发现的问题：登记、整改、申请销号、验收；看还有哪些没有销号。",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Problem = Annotated[
    str, typer.Argument(metavar="编号", help="检查文件名/编号，如 2021-02-双月检查/2")
]
By = Annotated[
    str, typer.Option("--by", metavar="<谁>", help="谁处理的；验收、延期的不能是责任科室的人")
]
Day = Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")]
Whose = Annotated[
    str, typer.Option("--office", metavar="<科室>", help="处理的人是哪个科室的；专班不写进文件")
]
Why = Annotated[str, typer.Option("--reason", metavar="<说明>", help="为什么")]


@app.command("list", cls=Command)
def list_(  # one parameter an option, as typer wants it
    context: typer.Context,
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="只看一个科室的（全称或别名）")
    ] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="<状态>", help="只看一种，如 申请销号、退回、反弹")
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="已销号的也列出")] = False,
    trend: Annotated[bool, typer.Option("--trend", help="只看逐月的发现、销号、月末未销")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")] = False,
) -> None:
    """列出问题：没有销号的在前，逾期的最前；末尾是逐月的数。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    data = problems_report.build(assessment, office, state, everything=everything)
    if as_json:
        dump(data)
    else:
        emit(problems_screen.render(data, console().width, only_trend=trend))


@app.command("add", cls=Command)
def add(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    about: Annotated[
        str, typer.Argument(metavar="针对", help="条目、资料或指标，如 45-1、31-2甲/2020、31")
    ],
    text: Annotated[str, typer.Option("--text", metavar="<问题>", help="什么问题")],
    kind: Annotated[
        str, typer.Option("--type", metavar="<类型>", help="哪种检查，如 双月检查、专项督察")
    ],
    due: Annotated[str, typer.Option("--due", metavar="<时限>", help="哪天前改好，含当天")],
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="由谁改；只有一个责任科室可不写")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="<日期>", help="检查的日子；不写是今天")
    ] = "",
    source: Annotated[
        str, typer.Option("--source", metavar="<来源>", help="来源与类型不同才写，如 模拟问卷")
    ] = "",
    asked: Annotated[
        str, typer.Option("--ask", metavar="<要求>", help="要求怎么改；可以不写")
    ] = "",
) -> None:
    """督导组登记一个问题：写进那天那次检查，没有就新建检查文件。"""
    session: Session = context.obj
    found = acting.Found(about, text, kind, due, office, date, source, asked)
    emit_lines(acting.add(session.desk(), found))


@app.command("apply", cls=Command)
def apply(  # one parameter an option, as typer wants it
    context: typer.Context,
    problem: Problem,
    measure: Annotated[str, typer.Option("--measure", metavar="<措施>", help="怎么改的")] = "",
    proof: Annotated[
        list[str] | None,
        typer.Option("--proof", metavar="<条目>", help="改好的条目，可写几次；写了就是申请销号"),
    ] = None,
    office: Annotated[
        str, typer.Option("--office", metavar="<科室>", help="哪个科室；只有一个责任科室可不写")
    ] = "",
    date: Day = "",
) -> None:
    """科室报整改措施；带 --proof 就是申请销号。写在本科室的 整改/ 里。"""
    session: Session = context.obj
    said = acting.Answer(measure, tuple(proof or ()), office, date)
    emit_lines(acting.apply(session.desk(), problem, said))


@app.command("close", cls=Command)
def close(  # one parameter an option, as typer wants it
    context: typer.Context,
    problem: Problem,
    by: By,
    reason: Annotated[str, typer.Option("--note", metavar="<说明>", help="一句话；可以不写")] = "",
    date: Day = "",
    office: Whose = "",
) -> None:
    """督导组验收，问题销号；没有申请、没有站得住的佐证不能验收。"""
    session: Session = context.obj
    emit_lines(acting.close(session.desk(), problem, acting.Said(by, reason, "", date, office)))


def _again(act: str) -> Callable[..., None]:
    """Return the command after which an office has to apply again."""

    def command(  # noqa: PLR0913  # one parameter an option, as typer wants it
        context: typer.Context,
        problem: Problem,
        by: By,
        reason: Why,
        until: Annotated[
            str, typer.Option("--until", metavar="<日期>", help="新的时限；不写不变")
        ] = "",
        date: Day = "",
        office: Whose = "",
    ) -> None:
        session: Session = context.obj
        done = acting.send_back if act == "send_back" else acting.reopen
        emit_lines(done(session.desk(), problem, acting.Said(by, reason, until, date, office)))

    return command


# What acts is looked up when it is called: the help of these commands needs none of it.
for _name, _act, _help in (
    ("return", "send_back", "督导组退回销号的申请：没有改好，科室要重新申请。"),
    (
        "reopen",
        "reopen",
        "督导组登记反弹：已销号的问题又出现了，科室要重新申请；时限过了的，写 --until。",
    ),
):
    app.command(_name, cls=Command, help=_help)(_again(_act))


@app.command("extend", cls=Command)
def extend(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    problem: Problem,
    by: By,
    until: Annotated[str, typer.Option("--until", metavar="<日期>", help="延到哪天，含当天")],
    reason: Annotated[
        str, typer.Option("--reason", metavar="<说明>", help="为什么；可以不写")
    ] = "",
    date: Day = "",
    office: Whose = "",
) -> None:
    """督导组同意延期：时限推后。"""
    session: Session = context.obj
    said = acting.Said(by, reason, until, date, office)
    emit_lines(acting.extend(session.desk(), problem, said))
