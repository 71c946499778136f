"""`check` and `explain`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fzjs import check as whole
from fzjs import rules as known
from fzjs.cli.formats import Asked, Format, chosen, formatted, put, report_file
from fzjs.cli.session import Session, console, emit, remembered
from fzjs.diagnostic import FzjsError, Severity
from fzjs.nearest import nearest
from fzjs.render import files

if TYPE_CHECKING:
    from fzjs.tree import Tree

_Only = Annotated[
    str, typer.Argument(metavar="科室或文件", help="只看一个科室、文件夹或文件的；不写就看全部")
]
_Form = Annotated[
    Format | None,
    typer.Option("--format", help="输出格式；在 GitHub Actions 里默认 github，其余默认 text"),
]
_Deadline = Annotated[bool, typer.Option("--deadline", help="有逾期件也算不通过")]
_Private = Annotated[
    bool, typer.Option("--with-private", help="也核对 private/ 里的名单在不在、变没变")
]
_Reports = Annotated[
    list[str] | None,
    typer.Option("--report", metavar="格式=文件", help="另外写一份到文件；可以写几次"),
]
_Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="<分支或提交>",
        help="只看从它分出来以后的改动：新满足几件、有没有不该有的、要谁批；如 origin/main",
    ),
]
_Summary = Annotated[
    str,
    typer.Option("--summary", metavar="<文件>", help="与 --base 一起用：写一份 Markdown；- 是屏幕"),
]


def check(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    only: _Only = "",
    form: _Form = None,
    deadline: _Deadline = False,
    private: _Private = False,
    reports: _Reports = None,
    base: _Base = None,
    summary: _Summary = "",
) -> None:
    """逐条检查：格式、引用、日期、盖章、附件……有错误时退出码为 1。"""
    session: Session = context.obj
    tree = session.tree()
    asked = Asked(only, form, tuple(report_file(each) for each in reports or ()), deadline)
    if base is None and not summary:
        _check_all(tree, asked, private=private)
        return
    if private:
        raise FzjsError("--base 只看仓库里的改动，不核对 private/。去掉 --with-private 再试。")
    # Only this question needs git's objects; the others do not pay for it.
    from fzjs.cli.gating import check_change  # noqa: PLC0415  # see above

    check_change(tree, asked, base, summary)


def _check_all(tree: Tree, asked: Asked, *, private: bool) -> None:
    """Check what is there, print it, and write the files that were asked for."""
    with remembered(tree) as (seen, memo):
        report = whole.check(seen, private=private, memo=memo)
    if asked.only:
        report = report.within(_folder(tree, asked.only))
    put(chosen(asked.form), report, tree)
    for each, path in asked.files:
        files.write(path, formatted(each, report, tree).encode())
    late = asked.deadline and any(found.rule == "due-overdue" for found in report.diagnostics)
    if late or report.count(Severity.ERROR):
        raise typer.Exit(1)


def _folder(tree: Tree, only: str) -> str:
    """Return the path that an office's name, a folder or a file stands for. Raises FzjsError."""
    path = only.replace("\\", "/").removeprefix("./").rstrip("/")
    for candidate in (path, f"evidence/{path}"):
        found = tree.root / candidate
        if os.path.exists(found):  # noqa: PTH110  # a name may be too long for `Path.exists`
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
        titles = ((each, each.text.strip().partition("\n")[0]) for each in known.rules())
        emit("".join(f"{each.name:32}{each.severity}  {title}\n" for each, title in titles))
        return
    found = known.page(rule)
    if found is None:
        guess = nearest(rule, known.RULES)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"没有“{rule}”这条规则。{hint}用 fzjs explain 看全部规则。")
    body = f"# {found.name}\n\n**{found.title}**（{found.severity}）\n\n{found.body}"
    screen = console()
    if screen.is_terminal:
        # Imported here: every command would pay for it.
        from rich.markdown import Markdown  # noqa: PLC0415  # see above

        screen.print(Markdown(body))
    else:
        emit(body + "\n")
