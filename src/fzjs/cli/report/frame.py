"""What the commands of `fzjs report` share: where a document's data comes from and goes to."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias

import typer

from fzjs.cli.plain import Command, Group
from fzjs.cli.report.writing import Writer
from fzjs.cli.session import Session, emit, warn
from fzjs.reports.registry import BY_NAME, KINDS, Kind

if TYPE_CHECKING:
    from fzjs.assess import Assessment
    from fzjs.reports.statements import Unwritten

Data = Mapping[str, Any]
Made: TypeAlias = "Data | Iterable[Data | Unwritten]"
"""One document's data, or those of several and what was left out."""

Office = Annotated[str, typer.Option("--office", metavar="<科室>", help="只写一个科室的")]
All = Annotated[bool, typer.Option("--all", help="一次全部出，列出没写的和原因")]
_Out = Annotated[Path, typer.Option("-o", "--out", metavar="<文件夹>", help="写到哪个文件夹")]
_Force = Annotated[bool, typer.Option("--force", help="已有同名而内容不同的文件也覆盖")]
_Pdf = Annotated[bool, typer.Option("--pdf", help="另出一份 PDF，要装有 LibreOffice")]


class Source(NamedTuple):
    """What a document is made of; `left_out` are the files with faults, `here` is the folder."""

    assessment: Assessment
    left_out: int
    here: Path


class _Kinds(Group):
    """The documents' commands, which answer to their Chinese names as well."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  # typer's own classes
        """Return the command of that word, or of that title or the one title that has it."""
        titles = [kind for kind in KINDS if kind.title == cmd_name]
        titles = titles or [kind for kind in KINDS if cmd_name in kind.title]
        name = titles[0].name if len(titles) == 1 else cmd_name
        return super().get_command(ctx, name)


app = typer.Typer(
    cls=_Kinds,
    help="出 Word 文书；fzjs report --list 说明各是给谁看的。",
    invoke_without_command=True,
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def listed(
    as_list: Annotated[bool, typer.Option("--list", help="列出全部文书：给谁看、写什么")] = False,
) -> None:
    """出 Word 文书；fzjs report --list 说明各是给谁看的。"""
    if as_list:
        from fzjs.render.screen import kinds  # noqa: PLC0415  # only this option draws it

        emit(kinds.render(KINDS))


def document(name: str) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Make a function that builds a document's data the command of this name.

    Its first parameter is the Source; the others are the command's own. -o, --force and --pdf
    are added behind them, and what it returns is written. The help is the registry's line.
    """
    kind = BY_NAME[name]

    def register(build: Callable[..., Made]) -> Callable[..., Made]:
        own = list(inspect.signature(build, eval_str=True).parameters.values())[1:]
        app.command(name, cls=Command, help=f"{kind.title}：{kind.holds}。")(
            _command(build, own, kind)
        )
        return build

    return register


def _command(
    build: Callable[..., Made], own: list[inspect.Parameter], kind: Kind
) -> Callable[..., None]:
    def command(  # typer's parameters, by name
        context: typer.Context,
        *,
        out: Path,
        force: bool,
        pdf: bool,
        **given: Any,  # noqa: ANN401
    ) -> None:
        source = _source(context)
        folder = context.obj.folder / out  # -C works like that of git
        with closing(Writer(source.assessment, kind, folder, force=force, pdf=pdf)) as writer:
            writer.write(build(source, **given))

    last = (("out", _Out, Path("out")), ("force", _Force, False), ("pdf", _Pdf, False))
    parameters = [
        inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
        *(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own),
        *(
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
            )
            for name, annotation, default in last
        ),
    ]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what typer reads
    return command


def _source(context: typer.Context) -> Source:
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    left_out = len({fault.location.file for fault in faults})
    return Source(assessment, left_out, session.folder.absolute())
