"""`init`: a new data repository, or what an existing one lacks beside its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fzjs import now
from fzjs.cli.session import Session, emit
from fzjs.diagnostic import FzjsError, os_reason
from fzjs.visible import visible

if TYPE_CHECKING:
    from fzjs.actions.init import Answers, Made


Catalogue = Annotated[
    str,
    typer.Option(
        "--catalogue", metavar="<指标>", help="用哪份指标：national-2019 或 blank；不写就只补文件"
    ),
]
Unit = Annotated[str, typer.Option("--unit", metavar="<单位>", help="单位全称")]
Offices = Annotated[
    list[str] | None, typer.Option("--office", metavar="<科室>", help="科室全称；可写几次")
]
Coordinator = Annotated[
    str, typer.Option("--coordinator", metavar="<科室>", help="创建办是哪个科室")
]
Window = Annotated[str, typer.Option("--window", metavar="<年度>", help="哪几年，如 2021-2025")]
Reviewer = Annotated[str, typer.Option("--reviewer", metavar="<科室>", help="由哪个科室审核")]
Substitute = Annotated[
    str, typer.Option("--substitute", metavar="<科室>", help="审核科室自己的材料由哪个科室审")
]
Cutoff = Annotated[str, typer.Option("--cutoff", metavar="<日期>", help="截止日，如 2025-12-31")]


def init(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="文件夹", help="数据仓库放在哪里")],
    catalogue: Catalogue = "",
    unit: Unit = "",
    office: Offices = None,
    coordinator: Coordinator = "",
    window: Window = "",
    cutoff: Cutoff = "",
    reviewer: Reviewer = "",
    substitute: Substitute = "",
    templates: Annotated[bool, typer.Option("--templates", help="把文书模板也抄一份进来")] = False,
    force: Annotated[bool, typer.Option("--force", help="已有的同名文件也覆盖")] = False,
) -> None:
    """新建数据仓库；已有 fzjs.yaml 的，补上缺的文件（检查、编辑器、CODEOWNERS 等）。"""
    # Writing needs the models and their schemas; the commands that only read do not pay for them.
    from fzjs.actions import init as action  # noqa: PLC0415  # see above

    session: Session = context.obj
    folder = session.folder / target
    answers = action.Answers(
        unit, tuple(office or ()), coordinator, window, cutoff, reviewer, substitute
    )
    if catalogue:
        today = now.today()
        made = action.start(folder, catalogue, answers, today, templates=templates, force=force)
        lines = _started(made, folder)
    else:
        _check_existing(folder, answers, action.names())
        lines = _completed(action.complete(folder, templates=templates, force=force), folder)
    emit(visible("\n".join(lines)) + "\n", done=True)


def _check_existing(folder: Path, answers: Answers, catalogues: Iterable[str]) -> None:
    """Raise FzjsError where there is nothing to complete, or answers that would be lost."""
    try:
        found = (folder / "fzjs.yaml").is_file()
    except OSError as error:
        raise FzjsError(f"打不开 {folder}：{os_reason(error)}。") from error
    if not found:
        raise FzjsError(
            f"{folder} 里没有 fzjs.yaml。\n"
            f"新建仓库请写明用哪份指标：--catalogue {' 或 '.join(catalogues)}。"
        )
    if any(answers):
        raise FzjsError(f"{folder} 已经有 fzjs.yaml，单位、科室、日期在其中改。没有改动。")


def _started(made: Made, folder: Path) -> Iterator[str]:
    yield f"已建好 {folder}，写了 {len(made.files)} 个文件。"
    if made.assumed:
        yield f"还没有定的：{'、'.join(made.assumed)}。"
        yield "在 fzjs.yaml 里改，改好一项，就从“待定”里删一项。"
    yield f"接下来：看 {folder / 'README.md'}，再用 fzjs -C {_quoted(folder)} status。"


def _completed(made: Made, folder: Path) -> Iterator[str]:
    if not made.files:
        yield f"{folder} 不缺文件，没有改动。"
        return
    yield f"{folder} 写了 {len(made.files)} 个文件："
    yield from (f"  {name}" for name in made.files)


def _quoted(folder: Path) -> str:
    text = str(folder)
    return f'"{text}"' if " " in text else text
