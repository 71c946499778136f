"""`export` and `schema`: the data for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs.cli.session import Session, dump, emit, warn
from fzjs.diagnostic import FzjsError
from fzjs.render import files
from fzjs.reports import export as export_report
from fzjs.reports import schema as schema_report


def export(
    context: typer.Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="一个 JSON 对象：创建活动、指标、佐证、应报件")
    ] = False,
) -> None:
    """导出全部数据。"""
    if not as_json:
        raise FzjsError("请写明格式：fzjs export --json")
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    dump(export_report.build(assessment))


def schema(
    name: Annotated[str, typer.Argument(metavar="种类", help="文件种类；不写就列出")] = "",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="把全部 JSON Schema 写进这个文件夹")
    ] = None,
) -> None:
    """给编辑器用的 JSON Schema：输入时提示键名、标出写错的地方。"""
    if out is not None:
        for each in schema_report.NAMES:
            files.write(out / f"{each}.json", schema_report.text(each).encode())
        return
    if not name:
        emit("".join(f"{each:16}{title}\n" for each, title in schema_report.NAMES.items()))
        return
    emit(schema_report.text(name))
