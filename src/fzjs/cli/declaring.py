"""`declare`: an application for a title, from 自愿申报 to what is owed after naming."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fzjs.actions import declare as declaring
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.render.screen import declare as declare_screen
from fzjs.reports import declare as declare_report

if TYPE_CHECKING:
    from fzjs.source.emit import Value

app = typer.Typer(
    cls=Group,
    help="申报与命名：步骤、评估、测评、命名，和命名以后的年度报告、回访、摘牌情形。",
    invoke_without_command=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Option("--name", metavar="<申报>", help="哪一份申报；只有一份的不写")]
Day = Annotated[str, typer.Option("--date", metavar="<日期>", help="不写是今天")]
Agency = Annotated[str, typer.Argument(metavar="机构", help="谁评的、谁测的")]
Year = Annotated[int, typer.Argument(metavar="年度", help="如 2020")]


@app.callback()
def declare(
    context: typer.Context,
    name: Name = "",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")] = False,
) -> None:
    """看申报办到哪一步、下一步是什么、命名以后盯着什么；下面的命令记一笔。"""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    data = declare_report.build(assessment, name)
    if as_json:
        dump(data)
    else:
        emit(declare_screen.render(data, console().width))


@app.command("step", cls=Command)
def step(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    step: Annotated[str, typer.Argument(metavar="步骤", help="照“阶段”的名称，如 实地核查")],
    date: Day = "",
    result: Annotated[
        str, typer.Option("--result", metavar="<结果>", help="通过、未通过 或 办理中；不写是办理中")
    ] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="<题名>", help="凭哪份文件，写题名")
    ] = "",
    doc_no: Annotated[str, typer.Option("--doc-no", metavar="<文号>", help="文件的文号")] = "",
    file: Annotated[
        str, typer.Option("--file", metavar="<文件>", help="evidence/申报/附件/ 里的文件名")
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="<说明>", help="补充一句")] = "",
    name: Name = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="<类型>", help="综合示范 或 单项示范；第一次记要写")
    ] = "",
    project: Annotated[
        str, typer.Option("--project", metavar="<项目>", help="单项示范的项目；第一次记要写")
    ] = "",
    applicant: Annotated[
        str, typer.Option("--applicant", metavar="<单位>", help="申报单位；不写是本单位")
    ] = "",
) -> None:
    """记一步，或改已经记的一步；第一次记新建 evidence/申报/ 的文件。"""
    session: Session = context.obj
    typed = declaring.Typed(
        step, date, result, document, doc_no, file, note, name, kind, project, applicant
    )
    emit_lines(declaring.step(session.desk(), typed))


@app.command("freeze", cls=Command)
def freeze(
    context: typer.Context,
    step: Annotated[
        str, typer.Argument(metavar="步骤", help="哪一步报出去的；不写是记的第一步")
    ] = "",
    name: Name = "",
) -> None:
    """冻结：记下报出去时的数据是哪个提交。要先全部提交（git commit）。"""
    session: Session = context.obj
    emit_lines(declaring.freeze(session.desk(), step, name))


@app.command("evaluate", cls=Command)
def evaluate(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    agency: Agency,
    date: Day = "",
    report: Annotated[str, typer.Option("--report", metavar="<题名>", help="评估报告")] = "",
    verdict: Annotated[str, typer.Option("--verdict", metavar="<结论>", help="照报告写")] = "",
    met: Annotated[str, typer.Option("--met", metavar="<几项/共几项>", help="如 85/100")] = "",
    opinions: Annotated[
        list[str] | None, typer.Option("--opinion", metavar="<意见>", help="可写几次")
    ] = None,
    name: Name = "",
) -> None:
    """记一次第三方评估。"""
    desk = context.obj.desk()
    item: dict[str, Value] = {
        "机构": agency,
        "报告": report,
        "结论": verdict,
        "符合": met,
        "意见": [{"内容": each} for each in opinions or ()],
    }
    emit_lines(declaring.record(desk, name, "第三方评估", date, item))


@app.command("survey", cls=Command)
def survey(  # one parameter an option, as typer wants it
    context: typer.Context,
    agency: Agency,
    sample: Annotated[int, typer.Option("--sample", metavar="<人>", help="有效样本")],
    satisfied: Annotated[int, typer.Option("--satisfied", metavar="<人>", help="其中满意的")],
    date: Day = "",
    name: Name = "",
) -> None:
    """记一次满意度测评；满意度由程序算。"""
    desk = context.obj.desk()
    item = {
        "机构": agency,
        "样本": str(sample),
        "满意": str(satisfied),
    }
    emit_lines(declaring.record(desk, name, "满意度测评", date, item))


@app.command("named", cls=Command)
def named(
    context: typer.Context,
    title: Annotated[str, typer.Argument(metavar="名称", help="批下来的名称")],
    date: Day = "",
    doc_no: Annotated[str, typer.Option("--doc-no", metavar="<文号>", help="命名文件的文号")] = "",
    name: Name = "",
) -> None:
    """记命名；以后的年度报告、回访从这一天算起。"""
    desk = context.obj.desk()
    item = {"名称": title, "文号": doc_no}
    emit_lines(declaring.record(desk, name, "命名", date, item))


@app.command("annual", cls=Command)
def annual(
    context: typer.Context,
    year: Year,
    date: Day = "",
    url: Annotated[str, typer.Option("--url", metavar="<网址>", help="公布的网址")] = "",
    name: Name = "",
) -> None:
    """记一年的年度报告；已经记过的，改日期、补网址。"""
    desk = context.obj.desk()
    item = {"年度": str(year), "公布": declaring.address(url)}
    emit_lines(declaring.record(desk, name, "年度报告", date, item))


@app.command("revisit", cls=Command)
def revisit(  # one parameter an option, as typer wants it
    context: typer.Context,
    year: Year,
    result: Annotated[str, typer.Option("--result", metavar="<结果>", help="符合 或 不符合")],
    date: Day = "",
    note: Annotated[str, typer.Option("--note", metavar="<说明>", help="补充一句")] = "",
    name: Name = "",
) -> None:
    """记一年的回访。"""
    desk = context.obj.desk()
    item = {"年度": str(year), "结果": result, "说明": note}
    emit_lines(declaring.record(desk, name, "回访", date, item))


@app.command("ground", cls=Command)
def ground(  # one parameter an option, as typer wants it
    context: typer.Context,
    ground: Annotated[str, typer.Argument(metavar="情形", help="方案的第几种：一、二、三、四")],
    result: Annotated[str, typer.Option("--result", metavar="<结果>", help="未发生 或 发生")],
    basis: Annotated[str, typer.Option("--basis", metavar="<依据>", help="查了哪里、问了谁")],
    date: Day = "",
    name: Name = "",
) -> None:
    """记对一种摘牌情形的一次排查。"""
    desk = context.obj.desk()
    item = {"情形": ground, "结果": result, "依据": basis}
    emit_lines(declaring.record(desk, name, "摘牌情形", date, item))
