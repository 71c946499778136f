"""One entry: from options, or by asking; then what the rules say of it, and the editor."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from fzjs.check import check
from fzjs.cli.adding import asking, lacking, saying
from fzjs.cli.adding.given import Given, asks, refuse_odd
from fzjs.cli.session import console, emit
from fzjs.diagnostic import Diagnostic, FzjsError, RefusedError, Report
from fzjs.output import text as text_output
from fzjs.render.screen import entry as entry_screen
from fzjs.reports import entry as entry_report
from fzjs.reports.named import office_named
from fzjs.tree import Tree
from fzjs.visible import in_shell, visible

if TYPE_CHECKING:
    from fzjs.actions.add.claims import Said
    from fzjs.actions.add.paper import Paper
    from fzjs.actions.add.single import Added, Answers
    from fzjs.assess import Assessment

_A_DAY = 24 * 60 * 60
"""Seconds after which an editor that was left open is given up."""


def register(given: Given, assessment: Assessment, *, edit: bool) -> None:
    """Write one entry and say what comes next. Raises FzjsError."""
    refuse_odd(given)
    paper = saying.paper(given, assessment)
    office = _office(given, assessment)
    claims = saying.claims(given, assessment)
    if _is_known(given, paper, claims, assessment):
        return
    if asks():
        answers = asking.ask(given, paper, office, claims, assessment)
    else:
        answers = _answers(given, office, claims)
    if not claims and _is_known(given, paper, answers.claims, assessment):
        return
    added = _add(paper, answers, assessment)
    emit(visible("\n".join(_lines(added, paper))) + "\n", done=True)
    _show(added.findings)
    if edit and asks():
        _edit(added, assessment.repository.worktree)
    emit(entry_screen.suggestions(entry_report.suggested(added.suggestions), console().width))
    emit(visible("\n".join(_next(added))) + "\n", done=True)


def _is_known(
    given: Given, paper: Paper | None, claims: tuple[Said, ...], assessment: Assessment
) -> bool:
    """Say so where all is registered already. Raises RefusedError where only the file is."""
    # Writing reads PDF and Word; the commands that only read do not pay for them.
    from fzjs.actions.add import single  # noqa: PLC0415  # see above

    said = single.refuse_known(paper, assessment, claims) if paper and not given.again else ""
    emit(visible(f"{said}\n") if said else "")
    return bool(said)


def _add(paper: Paper | None, answers: Answers, assessment: Assessment) -> Added:
    """Write the entry; who is asked may mend what the rules refuse, or keep it as a draft.

    Raises FzjsError, for who is asked where the second answer is refused as the first was.
    """
    from fzjs.actions.add import single  # noqa: PLC0415  # as above

    before = ""
    while True:
        try:
            return single.add(single.drafted(paper, answers, assessment), assessment)
        except RefusedError as error:
            if not asks() or str(error) == before:
                raise
            before = str(error)
            emit(visible(f"{error}\n"))
            if answers.submitted and typer.confirm("先存成草稿？", default=True):
                answers = answers._replace(submitted=False)
            else:
                answers = asking.mend_answers(answers, paper)


def _office(given: Given, assessment: Assessment) -> str:
    """Return the office in full; a file that lies in an office's folder is that office's."""
    if given.office:
        return office_named(assessment, given.office)
    root = assessment.repository.worktree.root.resolve()
    path = given.path.resolve() if given.path else root
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return assessment.catalogue.office(parts[1]) if parts[:1] == ("evidence",) else ""


def _answers(given: Given, office: str, claims: tuple[Said, ...]) -> Answers:
    """Return the options as answers. Raises FzjsError naming what is missing."""
    needed = {"--office 科室": office, "--for 资料/年度（如 31-2甲/2020）": claims}
    if not given.path and not any(given.secret):
        needed["--subject 事由"] = given.subject
    missing = [flag for flag, value in needed.items() if not value]
    if missing:
        raise FzjsError(f"缺少 {'、'.join(missing)}。\n在终端里运行会一项一项地问。")
    return asking.answers(given, office, claims)


def _lines(added: Added, paper: Paper | None) -> Iterator[str]:
    draft, planned = added.planned.draft, added.planned
    state = "已提交" if draft.submitted else "草稿"
    yield f"已登记 {planned.file}（{state}）"
    for material, owners in added.owners:
        yield f"注意：{material} 由{owners}负责，这里登记在{draft.office}名下。"
    if draft.secret:
        return
    yield f"事由：{draft.subject}；种类：{draft.kind}"
    for each in planned.placed:
        counts = [f"{paper.pages}页" if paper and paper.pages else ""]
        counts += [f"{paper.words}字" if paper and paper.words else ""]
        where = each.file if each.source else f"{each.attached.paper.path}（{each.attached.how}）"
        yield "  ".join(filter(None, (f"附件 {where}", *counts)))
    if paper and paper.note:
        yield f"注意：{paper.note}。"
    if paper and not draft.dated:
        ends = f"文件末尾写的是 {paper.ends}，核对原件后写上。" if paper.ends else "照原件写上。"
        yield f"没有写落款日期：{ends}"


def _show(findings: tuple[Diagnostic, ...]) -> None:
    if findings:
        stream = io.StringIO()
        text_output.write(Report(findings, 1), stream)
        emit(stream.getvalue())
    else:
        emit("写法检查过了，没有错误。\n")


def _next(added: Added) -> Iterator[str]:
    draft = added.planned.draft
    if not draft.submitted:
        yield from lacking.lines(added.entry, added.lacks)
    folder, file = in_shell(f"evidence/{draft.office}"), in_shell(added.planned.file)
    yield f"接下来：git add {folder}，提交；用 fzjs show {file} 再看。"


def _edit(added: Added, tree: Tree) -> None:
    """Open the entry in the user's editor; check it again, and tell so, where it was changed."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    path = tree.root / added.planned.file
    try:
        command = shlex.split(editor)
        if not command:
            return
        before = path.read_bytes()
        subprocess.run([*command, str(path)], check=False, timeout=_A_DAY)  # noqa: S603  # the user's own editor, no shell
        changed = path.read_bytes() != before
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        emit(visible(f"编辑器 {editor} 没有用成（{error}）。看看 {path} 在不在，自己打开改。\n"))
        return
    if changed:
        emit("改过了，再查一遍：\n")
        _show(check(tree).within(added.planned.file).diagnostics)
