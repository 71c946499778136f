"""One entry: from options, or by asking; then what the rules say of it, and the editor."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzjs.check import check
from fzjs.cli.adding import asking
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
    # Writing reads PDF and Word; the commands that only read do not pay for them.
    from fzjs.actions.add import single  # noqa: PLC0415  # see above

    refuse_odd(given)
    paper = _paper(given, assessment)
    office = _office(given, assessment)
    claims = _claims(given, assessment)
    if paper and not given.again:
        single.refuse_known(paper, assessment, claims)
    if asks():
        answers = asking.ask(given, paper, office, claims, assessment)
    else:
        answers = _answers(given, office, claims)
    if paper and not given.again and not claims:
        single.refuse_known(paper, assessment, answers.claims)
    added = _add(paper, answers, assessment)
    emit(visible("\n".join(_lines(added, paper))) + "\n", done=True)
    _show(added.findings)
    _show_lacks(added)
    edited = edit and asks() and _edit(added, assessment.repository.worktree)
    emit(entry_screen.suggestions(entry_report.suggested(added.suggestions), console().width))
    emit(visible("\n".join(_next(added, edited=edited))) + "\n", done=True)


def _add(paper: Paper | None, answers: Answers, assessment: Assessment) -> Added:
    """Write the entry; who is asked may mend what the rules refuse. Raises FzjsError."""
    from fzjs.actions.add import single  # noqa: PLC0415  # as above

    while True:
        try:
            return single.add(single.drafted(paper, answers, assessment), assessment)
        except RefusedError as error:
            if not asks():
                raise
            emit(visible(f"{error}\n"))
            answers = asking.mend_answers(answers, paper)


def _paper(given: Given, assessment: Assessment) -> Paper | None:
    from fzjs.actions.add import paper  # noqa: PLC0415  # as above

    return paper.read(given.path, assessment.repository.worktree) if given.path else None


def _office(given: Given, assessment: Assessment) -> str:
    """Return the office in full; a file that lies in an office's folder is that office's."""
    if given.office:
        return office_named(assessment, given.office)
    root = assessment.repository.worktree.root.resolve()
    path = given.path.resolve() if given.path else root
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return assessment.catalogue.office(parts[1]) if parts[:1] == ("evidence",) else ""


def _claims(given: Given, assessment: Assessment) -> tuple[Said, ...]:
    from fzjs.actions.add import claims  # noqa: PLC0415  # as above

    said = [claims.parse(each, assessment.catalogue) for each in given.claims]
    return tuple(claims.spread(said, given.pages, given.quotes)) if said else ()


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


def _show_lacks(added: Added) -> None:
    """Say what `submit` will refuse it for, in the words of `todo`."""
    if added.lacks:
        emit(visible(f"还不能提交：{'、'.join(added.lacks)}。\n"))


def _next(added: Added, *, edited: bool) -> Iterator[str]:
    draft, file = added.planned.draft, in_shell(added.planned.file)
    folder = in_shell(f"evidence/{draft.office}")
    yield f"接下来：git add {folder}，提交；用 fzjs show {file} 再看。"
    if added.lacks and not draft.secret:
        yield f"有了要附的文件（如盖好章的扫描件）：fzjs add 文件 --to {file}"
    if not draft.submitted and not edited:
        yield f"齐了以后提交：fzjs submit {file}"


def _edit(added: Added, tree: Tree) -> bool:
    """Open the entry in the user's editor; check it again, and tell so, where it was changed."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        return False
    path = tree.root / added.planned.file
    before = path.read_bytes()
    try:
        subprocess.run([*command, str(path)], check=False, timeout=_A_DAY)  # noqa: S603  # the user's own editor, no shell
    except (OSError, subprocess.TimeoutExpired) as error:
        emit(visible(f"打不开编辑器 {command[0]}（{error}）。自己打开 {path} 改。\n"))
        return False
    changed = path.read_bytes() != before
    if changed:
        emit("改过了，再查一遍：\n")
        _show(check(tree).within(added.planned.file).diagnostics)
    return changed
