"""`import`: a plan becomes a data repository."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fzjs import now
from fzjs.cli.session import emit
from fzjs.diagnostic import FzjsError
from fzjs.visible import visible

if TYPE_CHECKING:
    from fzjs.actions.import_plan import Imported

_KINDS = 5
"""Kinds of doubt that the screen names; the report has all."""


def import_(
    source: Annotated[
        Path, typer.Argument(metavar="文件", help="方案：.docx、.xlsx、.html 或 .txt")
    ],
    to: Annotated[Path, typer.Option("--to", help="写到哪个文件夹；要新的或空的")],
    shape: Annotated[str, typer.Option("--as", help="按哪种写法读；不写就由程序认")] = "",
    force: Annotated[bool, typer.Option("--force", help="文件夹里同名的文件也覆盖")] = False,
) -> None:
    """把方案导入成数据仓库，拿不准的都写进 导入疑点.md"""
    # Readers of Word and Excel are imported only where a plan is read.
    from fzjs.actions.import_plan import import_plan  # noqa: PLC0415  # see above

    if not str(to).strip() or str(to) == ".":
        raise FzjsError("--to 后面写一个新文件夹的名字，如 --to 我局。")
    year = now.today().year
    made = import_plan(source, to, shape, year=year, force=force)
    emit(visible("\n".join(_lines(made, to))) + "\n", done=True)
    if made.errors:
        raise typer.Exit(1)


def _lines(made: Imported, to: Path) -> Iterator[str]:
    bundle = made.bundle
    yield f"已导入 {to}：指标 {bundle.rows} 项，上报资料 {bundle.materials} 件。"
    yield f"按“{made.choice.shape.TITLE}”读。" + "".join(
        f"也可以用 --as {name} 按“{title}”读，得 {rows} 项。"
        for name, title, rows in made.choice.others
    )
    kinds = Counter(doubt.kind for doubt in bundle.doubts).most_common()
    shown = "、".join(f"{kind} {count}" for kind, count in kinds[:_KINDS])
    more = "等" if len(kinds) > _KINDS else ""
    yield f"疑点 {len(bundle.doubts)} 处" + (f"：{shown}{more}。" if kinds else "。")
    left = bundle.leftover
    yield f"没有进指标的原文 {len(left.left)} 行，占 {left.share}，都列在 {to / '导入疑点.md'}。"
    if made.errors:
        yield f"检查发现 {made.errors} 处错误，先改好：fzjs -C {to} check"
    yield f"接下来：看 导入疑点.md，再用 fzjs -C {to} status。"
