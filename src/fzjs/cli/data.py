"""`export` and `schema`: the data for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs import now, units
from fzjs.cli.session import Session, dump, emit, warn
from fzjs.diagnostic import FzjsError
from fzjs.render import files
from fzjs.reports import export as export_report
from fzjs.reports import schema as schema_report
from fzjs.visible import visible

OUT = Path("out") / "export"


def export(
    context: typer.Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="一个 JSON 对象：创建活动、指标、佐证、应报件")
    ] = False,
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help="一个文件夹，一张表一个文件，给 rollup 和数据库")
    ] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="同样的表，一张一个 CSV，WPS 双击能开")
    ] = False,
    as_xlsx: Annotated[
        bool, typer.Option("--xlsx", help="同样的表，一个 Excel 文件，一张一页")
    ] = False,
    out: Annotated[Path, typer.Option("-o", "--out", help="写到哪个文件夹（--json 不用）")] = OUT,
) -> None:
    """导出全部数据。"""
    asked = [as_json, as_jsonl, as_csv, as_xlsx]
    if sum(asked) != 1:
        said = "一次只写一种格式" if any(asked) else "请写明格式"
        raise FzjsError(f"{said}：fzjs export --json、--jsonl、--csv 或 --xlsx")
    session: Session = context.obj
    if as_json:
        assessment, faults = session.assess()
        warn(faults)
        dump(export_report.build(assessment))
        return
    clock = now.today()
    tables, faults = units.tables_of(session.tree(), clock)
    warn(faults)
    form = units.write if as_jsonl else units.write_csv if as_csv else units.write_workbook
    written = form(out, tables)
    lines = "、".join(f"{name}{len(rows)}行" for name, rows in tables.items())
    emit(visible(f"已写好 {written}：{lines}\n"), done=True)


def schema(
    name: Annotated[str, typer.Argument(metavar="种类", help="文件种类；不写就列出")] = "",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="把全部 JSON Schema 写进这个文件夹")
    ] = None,
) -> None:
    """给编辑器用的 JSON Schema：输入时提示键名、标出写错的地方。"""
    known = {**schema_report.NAMES, **schema_report.PRINTED}
    if out is not None:
        for each in known:
            files.write(out / f"{each}.json", schema_report.text(each).encode())
        return
    if not name:
        emit("".join(f"{each:16}{title}\n" for each, title in known.items()))
        return
    emit(schema_report.text(name))
