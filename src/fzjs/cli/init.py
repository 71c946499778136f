"""`init`: a new data repository, or what an existing one lacks beside its records."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fzjs.cli.session import Session, emit
from fzjs.diagnostic import FzjsError, os_reason
from fzjs.visible import visible

if TYPE_CHECKING:
    from fzjs.actions.init import Answers, Made


def init(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="文件夹", help="数据仓库放在哪里")],
    catalogue: Annotated[
        str,
        typer.Option("--catalogue", help="用哪份指标：national-2019 或 blank；不写就只补文件"),
    ] = "",
    unit: Annotated[str, typer.Option("--unit", help="单位全称")] = "",
    office: Annotated[
        list[str] | None, typer.Option("--office", metavar="<科室>", help="可写几次")
    ] = None,
    coordinator: Annotated[str, typer.Option("--coordinator", help="创建办是哪个科室")] = "",
    window: Annotated[str, typer.Option("--window", help="哪几年，如 2021-2025")] = "",
    cutoff: Annotated[str, typer.Option("--cutoff", help="截止日，如 2025-12-31")] = "",
    templates: Annotated[bool, typer.Option("--templates", help="把文书模板也抄一份进来")] = False,
    force: Annotated[bool, typer.Option("--force", help="已有的同名文件也覆盖")] = False,
) -> None:
    """新建数据仓库；已有 fzjs.yaml 的，补上缺的文件（检查、编辑器、CODEOWNERS 等）。"""
    # Writing needs the models and their schemas; the commands that only read do not pay for them.
    from fzjs.actions import init as action  # noqa: PLC0415  # see above

    session: Session = context.obj
    folder = session.folder / target
    answers = action.Answers(unit, tuple(office or ()), coordinator, window, cutoff)
    if catalogue:
        today = datetime.date.today()  # noqa: DTZ011  # the office's day
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
