"""`rollup`: many units side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs import now, units
from fzjs.cli.session import Session, console, dump, emit, emit_lines, progress
from fzjs.render import files, tables
from fzjs.render.screen import rollup as rollup_screen

Folders = Annotated[
    list[str],
    typer.Argument(
        metavar="文件夹…", help="fzjs export --jsonl 的文件夹、数据仓库，或装着许多这样的文件夹"
    ),
]


def rollup(  # noqa: PLR0913  # one argument an option
    context: typer.Context,
    folders: Folders,
    sort: Annotated[
        str, typer.Option("--sort", metavar="<列>", help=f"按什么排：{'、'.join(units.SORTS)}")
    ] = "overdue",
    stale: Annotated[
        int, typer.Option("--stale", metavar="<天>", min=0, help="比最新的早几天以上算过时")
    ] = units.STALE,
    everything: Annotated[bool, typer.Option("--all", help="列出全部单位")] = False,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="<文件>", help="另写成表格，WPS 双击能开")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，键名同文书用语")] = False,
) -> None:
    """看许多单位：谁欠得多、拖得久、齐备到几成，差的在前。"""
    session: Session = context.obj
    clock = now.today()
    places = units.find(session.folder / folder for folder in folders)
    found, unread = units.read_all(places, clock, progress)
    data = units.build(found, unread, clock, sort, stale)
    if table is not None:
        files.write(table, tables.csv_of(*units.flat(data)))
    if as_json:
        dump(data)
    else:
        emit(rollup_screen.render(data, console().width, everything=everything))
        if table is not None:
            emit_lines([f"已写好 {table}"])
    if unread:
        raise typer.Exit(1)
