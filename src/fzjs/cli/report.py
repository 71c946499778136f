"""`report`: Word documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from fzjs.assess import Assessment
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session
from fzjs.render import files, templates
from fzjs.reports import statement as statement_report
from fzjs.reports import summary as summary_report

app = typer.Typer(
    cls=Group,
    help="出 Word 文书：情况说明、完成情况总结。",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Out = Annotated[Path, typer.Option("-o", "--out", help="写到哪个文件夹")]


@app.command("statement", cls=Command)
def statement(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="条目或编号", help="条目文件，或指标、资料（配合 --year）")
    ],
    year: Annotated[int | None, typer.Option("--year", help="年度，如 2020")] = None,
    out: Out = Path("out"),
) -> None:
    """情况说明：由条目，或由指标和年度。"""
    session: Session = context.obj
    assessment, _ = session.assess()
    _write(session, assessment, "statement", statement_report.build(assessment, subject, year), out)


@app.command("summary", cls=Command)
def summary(
    context: typer.Context,
    office: Annotated[str, typer.Option("--office", help="只写一个科室的")] = "",
    out: Out = Path("out"),
) -> None:
    """完成情况总结：全单位，或一个科室。"""
    session: Session = context.obj
    assessment, _ = session.assess()
    _write(session, assessment, "summary", summary_report.build(assessment, office), out)


def _write(
    session: Session, assessment: Assessment, name: str, data: dict[str, Any], out: Path
) -> None:
    # Word's libraries are imported only where a document is made.
    from fzjs.render.word import Properties, render  # noqa: PLC0415

    root = session.tree().root
    campaign = assessment.repository.campaign
    content = render(
        templates.read(f"{name}.md.j2", root),
        data,
        templates.find("reference.docx", root),
        Properties(data["标题"], campaign.unit, assessment.today, assessment.repository.commit),
    )
    path = out / f"{data['标题']}.docx"
    files.write(path, content)
    typer.echo(f"已写好 {path}")
