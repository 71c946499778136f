"""`format`: Word files held against the norm for official documents and the campaign's plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs.cli.session import Session, console, dump, emit
from fzjs.diagnostic import FzjsError
from fzjs.norm import Expected, Kind, of_campaign
from fzjs.tree import Tree, find_root

_Files = Annotated[
    list[str], typer.Argument(metavar="文件…", help="Word 文件（.docx），可以写几个")
]
_Kind = Annotated[Kind | None, typer.Option("--type", help="按哪种文书查；不写就看标题")]
_Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


def format_(
    context: typer.Context, files: _Files, kind: _Kind = None, as_json: _Json = False
) -> None:
    """查 Word 文件的公文格式：纸张、页边距、字体字号、标题、序号、落款、日期……

    按 GB/T 9704-2012；在数据仓库里也按 fzjs.yaml 的“情况说明”查。

    违反规定、方案要求的和打不开的是错误，退出码 1；其余是警告。
    """
    # The report and its screen are imported only where a file is checked.
    from fzjs.render.screen import formats as screen  # noqa: PLC0415  # see above
    from fzjs.reports import formats  # noqa: PLC0415  # see above

    session: Session = context.obj
    paths = [session.folder / file for file in files]
    data = formats.build(paths, _expected(session, str(kind or "")))
    if as_json:
        dump(data)
    else:
        emit(screen.render(data, console().width))
    if data["错误"]:
        raise typer.Exit(1)


def _expected(session: Session, kind: str) -> Expected:
    """Return what is asked: by the plan inside a data repository, by the norm alone outside."""
    try:
        root = find_root(session.folder.absolute())
    except FzjsError:
        if session.folder != Path():
            raise  # -C names a folder that is none
        return Expected(kind=kind)
    from fzjs.repository import load_sound  # noqa: PLC0415  # only inside a data repository

    repository, _ = load_sound(Tree(root))
    return of_campaign(repository.campaign, kind)
