"""`migrate`: another edition of the indicators, compared, then carried out once confirmed."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.actions import migrate as migrating
from fzjs.cli.session import Session, console, dump, emit, emit_lines
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import migration as screen


def migrate(
    context: typer.Context,
    new: Annotated[
        str, typer.Argument(metavar="新体系", help="新体系的数据仓库，或它的 indicators 文件夹")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="<文件>", help="对照写到哪里，不写是 换版.yaml")
    ] = "",
    apply: Annotated[
        str, typer.Option("--apply", metavar="<文件>", help="照确认好的对照换版")
    ] = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="和 --apply 一起：只看换了会怎样，不写")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="提出的对照输出 JSON")] = False,
) -> None:
    """换版：和新体系逐项对照，写成 换版.yaml 由人确认；确认后用 --apply 换。"""
    session: Session = context.obj
    if apply:
        if to or as_json:
            raise FzjsError("--apply 不和 --to、--json 一起写。没有改动。")
        emit_lines(migrating.carry_out(session.desk(), apply, new, preview=preview))
        return
    if preview:
        raise FzjsError("--preview 和 --apply 一起写。没有改动。")
    if not new:
        raise FzjsError("写新体系在哪里，如 fzjs migrate ../新体系；确认好的用 --apply 换版.yaml。")
    found = migrating.propose(session.desk(), new, to)
    if as_json:
        dump(found.data)
    else:
        emit(screen.render(found.data, console().width, written=found.written))
