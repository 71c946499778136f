"""The application: options before the command, the table of commands, errors in Chinese."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fzjs import __version__
from fzjs.cli.session import Session
from fzjs.cli.table import Root
from fzjs.cli.wording import translate
from fzjs.diagnostic import FzjsError, os_reason
from fzjs.visible import in_log, visible

USAGE_ERROR = 2
_STOPPED = 130
"""What typer makes of Ctrl-C inside a command."""

app = typer.Typer(
    name="fzjs",
    cls=Root,
    help="法治政府建设示范创建：指标、佐证材料台账、检查和文书。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:  # typer calls it with the flag
    if asked:
        typer.echo(f"fzjs {__version__}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option("-C", help="数据仓库所在的文件夹；不写就从当前文件夹往上找 fzjs.yaml"),
    ] = None,
    version: Annotated[  # noqa: ARG001  # handled by its callback
        bool, typer.Option("--version", help="显示版本", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """法治政府建设示范创建：指标、佐证材料台账、检查和文书。"""
    if folder is not None and not _is_folder(folder):
        raise FzjsError(f"-C 后面的“{folder}”不是文件夹。")
    context.obj = Session(folder or Path())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    0 fine; 1 errors found, or a change refused because of what the data says; 2 wrong usage.
    """
    command = typer.main.get_command(app)
    try:
        result = command.main(args=list(arguments), prog_name="fzjs", standalone_mode=False)
    except FzjsError as error:
        _say(f"{error}\n")
        return error.code
    except (KeyboardInterrupt, typer.Abort):
        _say("已中止。\n")
        return USAGE_ERROR
    except OSError as error:
        if error.filename is not None:
            raise
        _say(f"输出写不出去：{os_reason(error)}。\n")  # a help page that did not fit on the disk
        return USAGE_ERROR
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        _say(_usage(error, _command_of(arguments)))
        return USAGE_ERROR
    if result == _STOPPED:
        _say("已中止。\n")
        return USAGE_ERROR
    return result if isinstance(result, int) else 0


def _say(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(in_log(visible(text)))
        sys.stderr.flush()
    except OSError:
        # The exit code still tells; what is left in the stream must not fail again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _command_of(arguments: Sequence[str]) -> str:
    """Return the words of a command line that name the command, as far as they are known.

    What stops the parser early does not tell it, as an option whose value is missing.
    """
    words, group = ["fzjs"], typer.main.get_command(app)
    for word in arguments:
        below = getattr(group, "commands", {})
        if word in below:
            words.append(word)
            group = below[word]
    return " ".join(words)


def _usage(error: Exception, command: str) -> str:
    """Return a usage error in Chinese, with where to look for help."""
    name = type(error).__name__
    if name == "NoArgsIsHelpError":
        return f"{getattr(error, 'message', '')}\n"
    parameter = getattr(error, "param", None)
    option = (getattr(parameter, "opts", None) or [""])[-1]
    word = option if option.startswith("-") else getattr(parameter, "metavar", None) or option
    message = translate(getattr(error, "message", "") or "")
    if name == "MissingParameter":
        message = f"缺少“{word}”。"
    elif parameter is not None:
        message = f"{word}：{message}"
    known = getattr(error, "possibilities", None)
    hint = f"是不是 {'、'.join(sorted(known))}？" if known else ""
    path = getattr(getattr(error, "ctx", None), "command_path", "")
    return f"{message}{hint}\n用 {max(path, command, key=len)} --help 看用法。\n"
