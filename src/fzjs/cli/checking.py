"""`check` and `explain`."""

from __future__ import annotations

import importlib
import io
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from fzjs.check import check as run_check
from fzjs.cli.session import Session, console, emit
from fzjs.diagnostic import FzjsError, Severity
from fzjs.facts.change import Outcome
from fzjs.nearest import nearest
from fzjs.render import files
from fzjs.rules import RULES, page, rules
from fzjs.tree import Tree


class Format(StrEnum):
    """How findings are written; each is a module of `fzjs.output`."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


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
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="<分支或提交>",
            help="只看从它分出来以后的改动：新满足几件、有没有不该有的、要谁批；如 origin/main",
        ),
    ] = None,
    summary: Annotated[
        str,
        typer.Option(
            "--summary", metavar="<文件>", help="与 --base 一起用：写一份 Markdown；- 是屏幕"
        ),
    ] = "",
) -> None:
    """逐条检查：格式、引用、日期、盖章、附件……有错误时退出码为 1。"""
    session: Session = context.obj
    tree = session.tree()
    if base is not None or summary:
        _check_change(tree, (base, summary, only), form, deadline=deadline)
        return
    report = run_check(tree)
    if only:
        report = report.within(_folder(tree, only))
    chosen = _chosen(form)
    text = io.StringIO()
    importlib.import_module(f"fzjs.output.{chosen}").write(report, text)
    emit(text.getvalue())
    late = deadline and any(found.rule == "due-overdue" for found in report.diagnostics)
    if late or report.count(Severity.ERROR):
        raise typer.Exit(1)


def _chosen(form: Format | None) -> Format:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return form or (Format.GITHUB if in_actions else Format.TEXT)


def _check_change(
    tree: Tree, words: tuple[str | None, str, str], form: Format | None, *, deadline: bool
) -> None:
    """Check what changed since `--base`, print it, and write the summary where asked."""
    # Only this question needs git's objects; the others do not pay for it.
    from fzjs.gate import gate  # noqa: PLC0415  # see above
    from fzjs.output.change import markdown  # noqa: PLC0415  # see above

    base, summary, only = words
    if base is None:
        raise FzjsError("--summary 要和 --base 一起写，如 --base origin/main --summary 小结.md")
    if not base.strip():
        raise FzjsError("--base 后面是空的。写上分支或提交，如 --base origin/main。")
    if only:
        raise FzjsError(f"--base 看整个改动，不能只看“{only}”。去掉一个再试。")
    outcome = gate(tree, base, deadline=deadline)
    if summary == "-":
        emit(markdown.render(outcome))
    else:
        text = io.StringIO()
        _write_change(outcome, _chosen(form), text)
        emit(text.getvalue())
        if summary:
            files.write(Path(summary), markdown.render(outcome).encode("utf-8", "replace"))
    if not outcome.accepted:
        raise typer.Exit(1)


def _write_change(outcome: Outcome, form: Format, stream: TextIO) -> None:
    """Write the findings in their format; text and GitHub's log tell what moved besides."""
    alone = form is Format.JSON
    if not alone:
        importlib.import_module(f"fzjs.output.{form}").write(outcome.report, stream)
    if alone or form in {Format.TEXT, Format.GITHUB}:
        name = "json" if alone else "text"
        importlib.import_module(f"fzjs.output.change.{name}").write(outcome, stream)


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
