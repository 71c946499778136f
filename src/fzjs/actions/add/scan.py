"""Where a file goes that an entry gets, and what becomes of the one that it replaces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from fzjs.actions.add import register
from fzjs.actions.add.draft import Attached, How, Placed
from fzjs.actions.add.paper import Paper
from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Attachment, Entry
from fzjs.reports.entry import holding
from fzjs.tree import is_committed
from fzjs.visible import in_shell


class Given(NamedTuple):
    """A file, where it is to be and what it is to be called; `replace` names an attachment.

    "" and None where nothing was said.
    """

    paper: Paper
    how: How | None = None
    name: str = ""
    replace: str = ""
    again: bool = False


class Scan(NamedTuple):
    """Where a file is to lie, the attachment that it replaces, and what goes for it."""

    placed: Placed
    old: Attachment | None
    gone: tuple[str, ...]


def settle(desk: Desk, entry: Entry, given: Given) -> Scan | None:
    """Return where a file goes; None where the entry has it already, unchanged.

    Raises FzjsError for an attachment that is not there, RefusedError where the file is another
    entry's.
    """
    sha256 = given.paper.sha256
    old = _named(entry, given.replace) if given.replace else None
    own = next((i for i in entry.attachments if sha256 in {i.sha256, i.found}), None)
    if own and own.sha256 == sha256 and (own.outside or own.found == sha256):
        if old and old != own:
            raise RefusedError(f"这个文件已经是附件 {own.path}，{old.path} 没有换。{NONE}")
        return None
    if not own and not given.again:
        _refuse_others(desk, entry, sha256)
    return _placed(desk, entry, given, old or own)


def _named(entry: Entry, typed: str) -> Attachment:
    """Return the attachment that a path or a bare name means. Raises FzjsError."""
    text = typed.replace("\\", "/").removeprefix("./")
    for item in entry.attachments:
        if text in {item.path, item.file, PurePosixPath(item.path).name}:
            return item
    have = "、".join(item.path for item in entry.attachments)
    hint = f"有的是：{have}。" if have else "它没有附件，去掉 --replace。"
    raise FzjsError(f"{entry.id} 没有附件“{typed}”。{hint}{NONE}")


def _refuse_others(desk: Desk, entry: Entry, sha256: str) -> None:
    """DESIGN section 1: "register once, prove many"."""
    others = [e.id for e, _ in holding(sha256, desk.assessment) if e.id != entry.id]
    if others:
        raise RefusedError(
            f"这个文件已经登记在 {others[0]}。{NONE}\n"
            f"一份材料证明几件的，加在那里：fzjs add --to {in_shell(others[0])} --for 资料/年度\n"
            "确要两条都附的，加 --again。"
        )


def _placed(desk: Desk, entry: Entry, given: Given, old: Attachment | None) -> Scan:
    """Return where a file goes: into the place of the one it replaces, where that may go."""
    own, paper = PurePosixPath(entry.file), given.paper
    folder = own.parent.relative_to("evidence").as_posix()
    there = register.lies_with(paper.path, folder, desk.tree)
    attached = Attached(paper, given.how or (How.LINK if there else How.COPY), given.name)
    attached = register.once(attached, folder, desk.assessment)
    goes = old is not None and _may_go(desk, entry, old)
    if old and (goes or not old.found) and _takes_place(attached, old):
        gone = (old.file,) if old.found else ()
        return Scan(Placed(attached, old.path, old.file, paper.path), old, gone)
    placed = register.place(attached, folder, own.stem, desk.tree, register.Names(desk.tree))
    return Scan(placed, old, (old.file,) if old and goes and placed.file != old.file else ())


def _takes_place(attached: Attached, old: Attachment) -> bool:
    alike = PurePosixPath(old.file).suffix.lower() == attached.paper.path.suffix.lower()
    return alike and attached.how is How.COPY and not (attached.name or old.outside)


def _may_go(desk: Desk, entry: Entry, old: Attachment) -> bool:
    """Tell whether a replaced file may go: no other entry has it, and git keeps it as it is."""
    return (
        bool(old.found)
        and not old.outside
        and not _users(desk, entry, old)
        and is_committed(desk.tree.root, old.file)
    )


def _users(desk: Desk, entry: Entry, old: Attachment) -> list[str]:
    others = (e for e in desk.assessment.repository.entries.values() if e.id != entry.id)
    return [other.id for other in others if old.file in {item.file for item in other.attachments}]


def told(desk: Desk, entry: Entry, scan: Scan) -> Iterator[str]:
    """Yield what lies where now."""
    placed, old = scan.placed, scan.old
    paper = placed.attached.paper
    counts = [f"{paper.pages}页" if paper.pages else "", f"{paper.words}字" if paper.words else ""]
    where = placed.file if placed.source else f"{paper.path}（{placed.attached.how}）"
    yield "  ".join(filter(None, (f"  文件 {where}", *counts)))
    if paper.note:
        yield f"  注意：{paper.note}。"
    for file in scan.gone:
        yield f"  原来的 {file} {'换下来了' if file == placed.file else '删去了'}，git 里还有。"
    if old and old.found and not (old.outside or scan.gone or old.file == placed.file):
        users = _users(desk, entry, old)
        why = f"{users[0]} 还用着" if users else "没有提交过 git，不要了自己删去"
        yield f"  原来的 {old.file} 留着：{why}。"
