"""`check` and `explain`."""

from __future__ import annotations

import importlib
import io
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fzjs.check import check as run_check
from fzjs.cli.session import Session, console, emit
from fzjs.diagnostic import FzjsError, Report, Severity
from fzjs.nearest import nearest
from fzjs.output import text as text_output
from fzjs.render.files import write as write_file
from fzjs.rules import RULES, page, rules
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


_FORGES = {Format.GITHUB, Format.GITLAB, Format.SARIF}
"""Formats whose readers look for files from the root of the git repository."""


def check(
    context: typer.Context,
    only: Annotated[
        str, typer.Argument(metavar="科室或文件", help="只看一个科室、文件夹或文件的；不写就看全部")
    ] = "",
    form: Annotated[
        Format | None,
        typer.Option("--format", help="输出格式；在 GitHub Actions 里默认 github，其余默认 text"),
    ] = None,
    deadline: Annotated[bool, typer.Option("--deadline", help="有逾期件也算不通过")] = False,
    private: Annotated[
        bool, typer.Option("--with-private", help="也核对 private/ 里的名单在不在、变没变")
    ] = False,
    reports: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="格式=文件", help="另外写一份到文件；可以写几次"),
    ] = None,
) -> None:
    """逐条检查：格式、引用、日期、盖章、附件……有错误时退出码为 1。"""
    session: Session = context.obj
    tree = session.tree()
    files = [_report_file(each) for each in reports or ()]
    report = run_check(tree, private=private)
    if only:
        report = report.within(_folder(tree, only))
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    chosen = form or (Format.GITHUB if in_actions else Format.TEXT)
    if chosen is Format.TEXT:
        emit(text_output.styled(report))
    else:
        emit(_formatted(chosen, report, tree))
    for each, path in files:
        write_file(path, _formatted(each, report, tree).encode())
    late = deadline and any(found.rule == "due-overdue" for found in report.diagnostics)
    if late or report.count(Severity.ERROR):
        raise typer.Exit(1)


def _formatted(form: Format, report: Report, tree: Tree) -> str:
    text = io.StringIO()
    shown = report.below(_above(tree.root)) if form in _FORGES else report
    importlib.import_module(f"fzjs.output.{form}").write(shown, text)
    return text.getvalue()


def _above(root: Path) -> str:
    """Return the path of the data repository inside the git repository; "" where it is its root."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return "" if folder == root else root.relative_to(folder).as_posix()
    return ""


def _report_file(given: str) -> tuple[Format, Path]:
    """Return what `格式=文件` says. Raises FzjsError."""
    form, _, name = given.partition("=")
    if form not in list(Format) or not name:
        raise FzjsError(
            f"--report 后面的“{given}”看不懂，写成 格式=文件，如 gitlab=gl-code-quality.json。\n"
            f"格式可以写：{'、'.join(Format)}。"
        )
    return Format(form), Path(name)


def _folder(tree: Tree, only: str) -> str:
    """Return the path that an office's name, a folder or a file stands for. Raises FzjsError."""
    path = only.replace("\\", "/").removeprefix("./").rstrip("/")
    for candidate in (path, f"evidence/{path}"):
        found = tree.root / candidate
        if found.exists():
            inside = _inside(tree.root, found)
            if inside is None:
                raise FzjsError(
                    f"“{only}”不在这个数据仓库（{tree.root}）里。\n"
                    f"要查另一个仓库，写 fzjs -C {only} check。"
                )
            return inside
    offices = [folder.name for folder in (tree.root / "evidence").glob("*") if folder.is_dir()]
    guess = nearest(path, offices)
    hint = f"是不是“{guess}”？" if guess else "写 evidence/ 里的科室文件夹，或文件的路径。"
    raise FzjsError(f"没有“{only}”这个科室或文件。{hint}")


def _inside(root: Path, path: Path) -> str | None:
    """Return a path as it reads from the repository's root, None where it lies outside."""
    whole = Path(os.path.normpath(path))
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else None


def explain(
    rule: Annotated[str, typer.Argument(metavar="规则名", help="规则名；不写就列出全部规则")] = "",
) -> None:
    """解释一条规则：查什么、为什么、错的和对的写法、怎么改。"""
    if not rule:
        titles = ((each, each.text.strip().partition("\n")[0]) for each in rules())
        emit("".join(f"{each.name:32}{each.severity}  {title}\n" for each, title in titles))
        return
    found = page(rule)
    if found is None:
        guess = nearest(rule, RULES)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"没有“{rule}”这条规则。{hint}用 fzjs explain 看全部规则。")
    body = f"# {found.name}\n\n**{found.title}**（{found.severity}）\n\n{found.body}"
    screen = console()
    if screen.is_terminal:
        # Imported here: every command would pay for it.
        from rich.markdown import Markdown  # noqa: PLC0415

        screen.print(Markdown(body))
    else:
        emit(body + "\n")
