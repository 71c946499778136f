"""`fzjs add … --to`: what is said is added to an entry that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzjs.actions.desk import Desk
from fzjs.cli.adding import lacking, saying
from fzjs.cli.adding.given import Given, refuse_odd
from fzjs.cli.session import emit_lines
from fzjs.diagnostic import FzjsError
from fzjs.visible import in_shell

if TYPE_CHECKING:
    from fzjs.actions.add.attach import Done


def attach(given: Given, desk: Desk) -> None:
    """Add to an entry and say what comes next. Raises FzjsError."""
    # Reads PDF and Word; the commands that only read do not pay for them.
    from fzjs.actions.add import attach as attaching  # noqa: PLC0415  # see above
    from fzjs.actions.add import scan  # noqa: PLC0415  # see above

    refuse_odd(given)
    paper = saying.paper(given, desk.assessment)
    if given.replace and not paper:
        raise FzjsError("没有写新的文件：fzjs add 新文件 --to 条目 --replace 旧附件。没有改动。")
    file = (
        scan.Given(paper, saying.how(given), given.name, given.replace, given.again)
        if paper
        else None
    )
    claims = saying.claims(given, desk.assessment)
    onto = attaching.Onto(file, claims, given.dated, given.sealed, given.looked)
    if onto == attaching.Onto():
        raise FzjsError(
            "没有写加什么：文件、--for、--dated、--sealed、--url 等至少写一样。\n"
            f"如 fzjs add 扫描件.pdf --to {in_shell(given.to)}"
        )
    emit_lines(list(_lines(attaching.attach(desk, given.to, onto))))


def _lines(done: Done) -> Iterator[str]:
    yield from done.lines
    name = in_shell(done.entry.file)
    if done.entry.waits_for and done.entry.attachments:
        yield f"还写着等{done.entry.waits_for}出具：拿到了的，fzjs outside {name} --received 日期"
    if done.passed:
        yield f"审核通过以后改的，要声明更正：fzjs submit {name} --reopen 理由"
    if done.entry.state == "草稿":
        yield from lacking.lines(done.entry, done.lacks)
    yield f"接下来：git add {in_shell(f'evidence/{done.entry.office}')}，提交（git commit）。"
