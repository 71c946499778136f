"""How a check is written: the formats, for the screen and for files."""

from __future__ import annotations

import importlib
import io
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fzjs.cli.session import console, emit
from fzjs.diagnostic import FzjsError, Report
from fzjs.output import text as text_output
from fzjs.visible import in_log

if TYPE_CHECKING:
    from fzjs.tree import Tree


class Format(StrEnum):
    """How findings are written; each is a module of `fzjs.output`."""

    TEXT = "text"
    LINE = "line"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    MARKDOWN = "markdown"
    JSON = "json"


class Asked(NamedTuple):
    """What a check is asked for; `files` are written besides, each in its format."""

    only: str
    form: Format | None
    files: tuple[tuple[Format, Path], ...]
    deadline: bool


_FORGES = {Format.GITHUB, Format.GITLAB, Format.SARIF}
"""Formats whose readers look for files from the root of the git repository."""
_FOR_PEOPLE = {Format.TEXT, Format.LINE, Format.MARKDOWN}
"""Formats that quote data as it stands; GitHub's own escapes it."""


def formatted(form: Format, report: Report, tree: Tree) -> str:
    """Return a report as its format writes it."""
    text = io.StringIO()
    shown = report.below(_above(tree.root)) if form in _FORGES else report
    importlib.import_module(f"fzjs.output.{form}").write(shown, text)
    return in_log(text.getvalue()) if form in _FOR_PEOPLE else text.getvalue()


def _above(root: Path) -> str:
    """Return the path of the data repository inside the git repository; "" where it is its root."""
    root = root.resolve()  # given as a link, its parents are not those of the files
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return "" if folder == root else root.relative_to(folder).as_posix()
    return ""


def report_file(given: str) -> tuple[Format, Path]:
    """Return what `格式=文件` says. Raises FzjsError."""
    form, _, name = given.partition("=")
    if form not in list(Format) or not name:
        raise FzjsError(
            f"--report 后面的“{given}”看不懂，写成 格式=文件，如 gitlab=gl-code-quality.json。\n"
            f"格式可以写：{'、'.join(Format)}。"
        )
    return Format(form), Path(name)


def put(form: Format, report: Report, tree: Tree) -> None:
    """Print a report; text in colour on a terminal."""
    if form is Format.TEXT:
        emit(text_output.styled(report, console().width))
    else:
        emit(formatted(form, report, tree))


def chosen(form: Format | None) -> Format:
    """Return the format asked for, else the one that this place reads best."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return form or (Format.GITHUB if in_actions else Format.TEXT)
