"""`report`: Word documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from fzjs.assess import Assessment
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, emit, notice, warn
from fzjs.diagnostic import FzjsError
from fzjs.render import files
from fzjs.reports import assignments as assignments_report
from fzjs.reports import circular as circular_report
from fzjs.reports import ledger as ledger_report
from fzjs.reports import migration as migration_report
from fzjs.reports import plan as plan_report
from fzjs.reports import statement as statement_report
from fzjs.reports import summary as summary_report
from fzjs.visible import visible

app = typer.Typer(
    cls=Group,
    help="出 Word 文书：说明、总结、台账、通报、分工表、分工方案、换版对照表。",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Out = Annotated[Path, typer.Option("-o", "--out", help="写到哪个文件夹")]
Force = Annotated[bool, typer.Option("--force", help="已有同名而内容不同的文件也覆盖")]


@app.command("statement", cls=Command)
def statement(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="条目或编号", help="条目文件，或指标、资料（配合 --year）")
    ],
    year: Annotated[int | None, typer.Option("--year", help="年度，如 2020")] = None,
    out: Out = Path("out"),
    force: Force = False,
) -> None:
    """情况说明：由条目，或由指标和年度。"""
    assessment, _ = _assess(context)
    here = context.obj.folder.absolute()
    data = statement_report.build(assessment, subject, year, here)
    _write(assessment, "statement", data, out, force=force)


@app.command("summary", cls=Command)
def summary(
    context: typer.Context,
    office: Annotated[str, typer.Option("--office", metavar="<科室>", help="只写一个科室的")] = "",
    out: Out = Path("out"),
    force: Force = False,
) -> None:
    """完成情况总结：全单位，或一个科室。"""
    assessment, left_out = _assess(context)
    data = summary_report.build(assessment, office, left_out)
    _write(assessment, "summary", data, out, force=force)


@app.command("ledger", cls=Command)
def ledger(
    context: typer.Context,
    office: Annotated[str, typer.Option("--office", metavar="<科室>", help="只印一个科室的")] = "",
    month: Annotated[
        str, typer.Option("--month", metavar="<月份>", help="交的那个月；不写是最近应交的")
    ] = "",
    out: Out = Path("out"),
    force: Force = False,
) -> None:
    """工作台账：附件3 的样子，全单位一个科室一张表，或一个科室。"""
    assessment, left_out = _assess(context)
    data = ledger_report.build(assessment, office, month, left_out)
    _write(assessment, "ledger", data, out, force=force)


@app.command("circular", cls=Command)
def circular(
    context: typer.Context,
    quarter: Annotated[str, typer.Option("--quarter", metavar="<季度>", help="如 2021-1")],
    out: Out = Path("out"),
    force: Force = False,
) -> None:
    """季度点评通报：进展、各科室逾期和台账、检查问题及销号。"""
    assessment, left_out = _assess(context)
    data = circular_report.build(assessment, quarter, left_out)
    _write(assessment, "circular", data, out, force=force)


@app.command("assignments", cls=Command)
def assignments(context: typer.Context, out: Out = Path("out"), force: Force = False) -> None:
    """责任分工表：全部指标一张表，谁负责、报什么。"""
    assessment, _ = _assess(context)
    data = assignments_report.build(assessment.repository)
    _write(assessment, "assignments", data, out, force=force)


@app.command("plan", cls=Command)
def plan(context: typer.Context, out: Out = Path("out"), force: Force = False) -> None:
    """任务分工方案：由指标和设置写回方案。"""
    assessment, _ = _assess(context)
    data = plan_report.build(assessment.repository)
    _write(assessment, "plan", data, out, force=force)


@app.command("migration", cls=Command)
def migration(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="文件", help="换版的对照；不写是 换版.yaml")
    ] = "换版.yaml",
    out: Out = Path("out"),
    force: Force = False,
) -> None:
    """换版对照表：旧指标在新体系里是哪一项，差哪些字，谁确认的。"""
    assessment, _ = _assess(context)
    _write(assessment, "migration", migration_report.build(assessment, file), out, force=force)


def _assess(context: typer.Context) -> tuple[Assessment, int]:
    """Return what a document is made of, and how many files with faults were left out of it."""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    return assessment, len({fault.location.file for fault in faults})


def _write(
    assessment: Assessment, name: str, data: dict[str, Any], out: Path, *, force: bool
) -> None:
    # Word's libraries are imported only where a document is made.
    from fzjs.render.fonts import lacking  # noqa: PLC0415  # see above
    from fzjs.render.press import render_one  # noqa: PLC0415  # see above
    from fzjs.render.word import Properties  # noqa: PLC0415  # see above

    repository = assessment.repository
    made = Properties(data["标题"], repository.campaign.unit, assessment.today, repository.commit)
    content = render_one(repository.tree.root, f"{name}.md.j2", data, made)
    path = out / f"{files.file_name(data['文件名'])}.docx"
    if path.exists() and not force and path.read_bytes() != content:
        raise FzjsError(
            f"{path} 已经有了，内容不同，可能有人改过。\n"
            "要留着改过的，换个文件夹（-o）；确实要覆盖的，加 --force。"
        )
    files.write(path, content)
    notice(lacking(content, data))
    emit(visible(f"已写好 {path}\n"), done=True)
