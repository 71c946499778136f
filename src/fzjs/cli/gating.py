"""`check --base`: what a change brings, before it lands."""

from __future__ import annotations

import importlib
import io
import os
from pathlib import Path

import typer

from fzjs.cli.formats import Asked, Format, chosen, formatted, put
from fzjs.cli.session import emit
from fzjs.diagnostic import FzjsError
from fzjs.facts.change import Outcome
from fzjs.gate import gate
from fzjs.output.change import markdown
from fzjs.render import files
from fzjs.tree import Tree
from fzjs.visible import in_log


def check_change(tree: Tree, asked: Asked, base: str | None, summary: str) -> None:
    """Check what changed since `base`, print it, and write the files that were asked for.

    Raises FzjsError, and typer.Exit with 1 where the change is refused.
    """
    if base is None:
        raise FzjsError("--summary 要和 --base 一起写，如 --base origin/main --summary 小结.md")
    if not base.strip():
        raise FzjsError("--base 后面是空的。写上分支或提交，如 --base origin/main。")
    if asked.only:
        raise FzjsError(f"--base 看整个改动，不能只看“{asked.only}”。去掉一个再试。")
    outcome = gate(tree, base, deadline=asked.deadline)
    if summary == "-":
        emit(markdown.render(outcome))
    else:
        _put(outcome, chosen(asked.form), tree)
        if summary:
            # GitHub's steps write one page together; elsewhere a summary is a file of its own.
            shared = summary == os.environ.get("GITHUB_STEP_SUMMARY")
            page = markdown.render(outcome).encode("utf-8", "replace")
            files.write(Path(summary), page, more=shared)
    for each, path in asked.files:
        files.write(path, _formatted(each, outcome, tree).encode())
    if not outcome.accepted:
        raise typer.Exit(1)


def _formatted(form: Format, outcome: Outcome, tree: Tree) -> str:
    """Return the findings in their format; JSON and Markdown tell what moved besides."""
    if form is Format.MARKDOWN:
        return markdown.render(outcome)
    return _told(outcome, "json") if form is Format.JSON else formatted(form, outcome.report, tree)


def _put(outcome: Outcome, form: Format, tree: Tree) -> None:
    """Print the findings; text and GitHub's log tell what moved below them."""
    if form in {Format.JSON, Format.MARKDOWN}:
        emit(_formatted(form, outcome, tree))
        return
    put(form, outcome.report, tree)
    if form in {Format.TEXT, Format.GITHUB}:
        emit(in_log(_told(outcome, "text")))


def _told(outcome: Outcome, name: str) -> str:
    stream = io.StringIO()
    importlib.import_module(f"fzjs.output.change.{name}").write(outcome, stream)
    return stream.getvalue()
