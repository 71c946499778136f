"""A change that carries out a migration: what the gate says of it besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.diagnostic import FzjsError
from fzjs.repository.migration import read_migration
from fzjs.tree import AnyTree, Edit


def notes(base: AnyTree, head: AnyTree, edits: Iterable[Edit]) -> Iterator[str]:
    """Say that a change is a 换版: it touches what is reviewed, and the gate cannot tell by whom.

    It refuses such a change all the same: who may merge it is for people.
    """
    for edit in edits:
        named = edit.file.endswith(".yaml") and "/" not in edit.file and edit.file != "fzjs.yaml"
        if named and _done(head, edit.file) and not _done(base, edit.file):
            yield (
                f"这次是换版（{edit.file}）：改了审过的条目和审核，关口分不清是换版改的还是人改的；"
                "请创建办对着换版对照表看 git diff，由有权限的人合并"
            )


def _done(tree: AnyTree, file: str) -> bool:
    try:
        record, _, _ = read_migration(tree, file)
    except FzjsError:
        return False
    return bool(record and record.done)
