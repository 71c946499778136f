"""`fzjs mv`: an entry, or an office's folder, under another name, with all that refers to it.

Every new text is worked out first; then everything is moved and written, or nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE, unfit
from fzjs.diagnostic import FzjsError, KeyPath, RefusedError
from fzjs.facts import Entry
from fzjs.reports.named import office_folder
from fzjs.repository import RESERVED, Document, Role
from fzjs.repository.layout import name_of
from fzjs.store import Change, Move, set_value
from fzjs.tree import inside
from fzjs.visible import in_shell

_REFERRING = (Role.INSPECTION, Role.RECTIFICATION)
_Rename = Callable[[str], str]


def entry(desk: Desk, typed: str, target: str) -> list[str]:
    """Move an entry, its review, the attachments only it has, and every reference to it.

    Raises FzjsError for names; RefusedError where something is in the way, where an attachment is
    shared, where it is reviewed and would leave its office, or where a file that may refer to it
    cannot be read.
    """
    old = desk.entry(typed).entry
    new = _target(desk, old, target)
    if new == old.id:
        return [f"{old.id} 就叫这个名字，{NONE}"]

    _refuse_reviewed(desk, old, new)

    def rename(name: str) -> str:
        return new if name == old.id else name

    moves = [Move(old.file, f"evidence/{new}.yaml"), *_review(desk, old.id, new)]
    moves += _attachments(desk, old, new)
    changes = _references(desk, old.id, rename)
    closing = [*_not_owed(desk, old, new), _NEXT]
    return [*_listed(moves, changes), *desk.carry_out(changes, closing, moves)]


_NEXT = "接下来：fzjs check 看一遍，再提交（git add -A，git commit）。"


def _refuse_reviewed(desk: Desk, old: Entry, new: str) -> None:
    """Raise RefusedError where a reviewed entry would leave its office.

    Its review would then be nobody's: the gate refuses such a change as well.
    """
    if old.id in desk.assessment.repository.reviews and _leaves(desk, old, new):
        raise RefusedError(
            f"{old.id} 已经审过，不能换科室。{NONE}\n"
            f"先 fzjs submit {in_shell(old.id)} --withdraw 理由，再在新的科室用 fzjs add 登记。"
        )


def _leaves(desk: Desk, old: Entry, new: str) -> bool:
    """Tell whether a new name lies in another office."""
    office_of = desk.assessment.catalogue.folder_office
    return office_of(new.partition("/")[0]) != office_of(old.office)


def _target(desk: Desk, old: Entry, typed: str) -> str:
    """Return the new name: in the same folder where only a name was typed. Raises FzjsError."""
    text = name_of(typed.strip().replace("\\", "/").replace("／", "/").removeprefix("./"))
    folder, slash, name = text.rpartition("/")
    office, deep, deeper = folder.partition("/")
    if slash:
        new = f"{office_folder(desk.assessment, office)}{deep}{deeper}/{name}"
    else:
        new = f"{old.id.rpartition('/')[0]}/{name}"
    _check_name(new)
    if new != old.id and os.path.lexists(desk.tree.root / f"evidence/{new}.yaml"):
        raise RefusedError(f"evidence/{new}.yaml 已经有了，不覆盖，换个名字。{NONE}")
    return new


def _check_name(name: str) -> None:
    """Raise FzjsError for what cannot be an entry's name on every system."""
    parts = PurePosixPath(name).parts
    for part in parts:
        if part in RESERVED:
            raise FzjsError(f"“{part}”是专用的文件夹名，里面不放条目。{NONE}")
        reason = unfit(part)
        if reason:
            raise FzjsError(f"{reason}。{NONE}")
    if not inside("evidence", name) or "" in name.split("/"):
        raise FzjsError(f"“{name}”不能作条目名。写成 科室/文件名，不带 .yaml。{NONE}")


def _review(desk: Desk, old: str, new: str) -> list[Move]:
    file, target = f"evidence/审核/{old}.yaml", f"evidence/审核/{new}.yaml"
    if not (desk.tree.root / file).exists():
        return []
    return [Move(file, target)]


def _attachments(desk: Desk, old: Entry, new: str) -> list[Move]:
    """Return the moves of an entry's attachments where its folder changes.

    Their paths stay as they are written, so that no fingerprint and no review changes.
    """
    before, after = PurePosixPath(old.file).parent, PurePosixPath(f"evidence/{new}").parent
    if before == after:
        return []
    files = list(
        dict.fromkeys(a.file for a in old.attachments if a.file and not a.outside and a.found)
    )
    for other in desk.assessment.repository.entries.values():
        shared = [a.file for a in other.attachments if a.file in files and other.id != old.id]
        if shared:
            raise RefusedError(
                f"附件 {shared[0]} 还用在 {other.id}，不能跟着搬走。"
                f"先给其中一个条目另存一份附件，改好路径。{NONE}"
            )
    return [Move(f, (after / PurePosixPath(f).relative_to(before)).as_posix()) for f in files]


def _references(desk: Desk, old: str, rename: _Rename) -> list[Change]:
    """Return the files that refer to what is moved, with the new names in them."""
    changes = []
    for document in desk.assessment.repository.documents:
        if document.role not in _REFERRING:
            continue
        raw = desk.raw(document.file)
        if document.record is None and old.encode() in raw:
            desk.refuse_broken(document.file)
        after = raw
        for keys, name in _names(document):
            after = set_value(after, document.file, keys, rename(name))
        if after != raw:
            changes.append(Change(document.file, raw, after))
    return changes


def _names(document: Document) -> Iterator[tuple[KeyPath, str]]:
    """Yield the entries that an inspection or a rectification names, and where."""
    data = document.source.data
    if document.record is None or not isinstance(data, dict):
        return
    if document.role is Role.RECTIFICATION:
        for i, name in enumerate(data.get("佐证", ())):
            yield ("佐证", i), name
        return
    for i, problem in enumerate(data.get("问题", ())):
        if "条目" in problem:
            yield ("问题", i, "条目"), problem["条目"]


def _not_owed(desk: Desk, old: Entry, new: str) -> Iterator[str]:
    """Say so where the office to which an entry goes does not owe what it proves."""
    catalogue = desk.assessment.catalogue
    office = catalogue.office(new.partition("/")[0])
    if not office or office == catalogue.office(old.office):
        return
    for material in dict.fromkeys(claim.material for claim in old.claims):
        row = catalogue.rows.get(material.partition("-")[0])
        if row and row.owners and office not in row.owners:
            owners = "、".join(row.owners)
            yield f"  注意：{catalogue.label(material)} 由{owners}负责，{office}不欠这一件。"


def _listed(moves: Sequence[Move], changes: Sequence[Change]) -> list[str]:
    return [
        *(f"已移 {move.file} → {move.target}" for move in moves),
        *(f"已改 {change.file}：引用的名字" for change in changes),
    ]


def office(desk: Desk, old: str, new: str) -> list[str]:
    """Move an office's folder and its reviews, and every reference to its entries.

    `fzjs.yaml` and `indicators/` belong to the coordinator: what is to be changed there is said.
    Raises FzjsError for names; RefusedError where the new folder is there.
    """
    old, new = _folder(desk, old.strip().strip("/")), new.strip().strip("/")
    _check_name(f"{new}/条目")
    if "/" in new:
        raise FzjsError(f"科室名里不能有“/”。{NONE}")
    folders = [Move(f"evidence/{old}", f"evidence/{new}")]
    if (desk.tree.root / "evidence" / "审核" / old).is_dir():
        folders.append(Move(f"evidence/审核/{old}", f"evidence/审核/{new}"))

    def rename(name: str) -> str:
        return f"{new}/{name.removeprefix(f'{old}/')}" if name.startswith(f"{old}/") else name

    changes = [_moved(change, folders) for change in _references(desk, f"{old}/", rename)]
    closing = [*_coordinator(desk, old, new), _NEXT]
    return [*_listed(folders, changes), *desk.carry_out(changes, closing, folders)]


def _folder(desk: Desk, typed: str) -> str:
    """Return the folder of an office by any of its names. Raises FzjsError."""
    found = office_folder(desk.assessment, typed)
    if not (desk.tree.root / "evidence" / found).is_dir():
        raise FzjsError(f"{found}还没有文件夹（evidence/{found}），没有可改名的。{NONE}")
    return found


def _moved(change: Change, folders: Sequence[Move]) -> Change:
    """Return a change of a file in a moved folder under the file's new name."""
    for move in folders:
        if change.file.startswith(f"{move.file}/"):
            return change._replace(file=move.target + change.file.removeprefix(move.file))
    return change


def _coordinator(desk: Desk, old: str, new: str) -> Iterator[str]:
    """Say what the coordinator must change, as the plan goes on using the old name."""
    catalogue = desk.assessment.catalogue
    known: Mapping[str, str] = catalogue.offices
    if new not in known:
        yield f"请创建办改 fzjs.yaml 的 科室：{{名称: {new}, 别名: [{old}]}}；留着旧名，"
        yield "指标的 责任科室、审核、批次和以前的督导、台账就都还认得，可以慢慢改。"
    elif known[new] != known.get(old):
        yield f"注意：fzjs.yaml 里{old}和{new}是两个科室；并成一个的，把“{old}”写进{new}的 别名。"
    yield "用 CODEOWNERS 的，里面的文件夹名一起改。"
