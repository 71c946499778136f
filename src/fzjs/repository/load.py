"""A tree to a Repository and the faults of reading it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from fzjs.diagnostic import Fault, FzjsError, Location
from fzjs.repository import condense_plan
from fzjs.repository.assemble import Repository, assemble
from fzjs.repository.document import Document
from fzjs.repository.layout import Role, role_of
from fzjs.repository.memo import Memory
from fzjs.repository.opening import HARMLESS
from fzjs.repository.reading import File, Inspector, Reading
from fzjs.repository.strays import stray
from fzjs.tree import AnyTree


class Loaded(NamedTuple):
    """What reading gave: no repository where `fzjs.yaml` or an indicator file is broken.

    A repository may have no indicators yet; rule campaign-without-indicators says so.
    """

    repository: Repository | None
    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]


def load(tree: AnyTree, memo: Memory | None = None, inspector: Inspector | None = None) -> Loaded:
    """Read everything once; every fault of the format is a value, none stops the rest.

    `memo` keeps what files of the same bytes gave in the trees loaded with it before. With it the
    text of entries and reviews is let go, after `inspector` saw each file that had to be read.
    """
    strays: list[Fault] = []
    with _no_collector():
        reading = Reading(tree, memo, inspector)
        campaign = reading.open("fzjs.yaml")
        plans = [file for file in tree.files("indicators") if _is_system(tree, file, strays)]
        systems = reading.open_all([(file, None) for file in plans])
        # A plan that could not be read is not the same as none: an opinion assigns nothing.
        unread = not systems and any(f.rule not in HARMLESS for f in strays)
        indicators = tuple(item for each in systems if each.is_whole for item in each.known.facts)
        sound = all(each.is_whole for each in (campaign, *systems)) and not unread
        reading.claims_under(condense_plan.revisions(indicators))
        if sound and inspector is not None:
            inspector.begin(campaign.known.facts, indicators)
        documents = (campaign, *systems, *reading.open_all(_evidence(tree, strays)))
        repository = assemble(tree, campaign.known.facts, indicators, documents) if sound else None
    faults = tuple(fault for document in documents for fault in document.known.faults)
    return Loaded(repository, documents, (*strays, *faults))


def load_sound(tree: AnyTree, memo: Memory | None = None) -> tuple[Repository, tuple[Fault, ...]]:
    """Return the repository, and the faults of files that had to be left out of it.

    Raises FzjsError as `sound_of`.
    """
    return sound_of(load(tree, memo))


def sound_of(loaded: Loaded) -> tuple[Repository, tuple[Fault, ...]]:
    """Return what was read, if numbers can be computed from it.

    Raises FzjsError when the campaign, the indicators or an inspection is broken: numbers computed
    from a part of the indicators, or without the open problems, would be wrong without showing it.
    """
    broken = {d.file for d in loaded.documents if not d.is_whole and d.role is Role.INSPECTION}
    broken |= {f.location.file for f in loaded.faults if f.location.file.startswith("indicators")}
    if loaded.repository is None:
        broken |= {d.file for d in loaded.documents if not d.is_whole}
    lost = [f for f in loaded.faults if f.location.file in broken and f.rule not in HARMLESS]
    if loaded.repository is None or lost:
        raise FzjsError(
            f"{lost[0].location}: {lost[0].message}\n"
            "fzjs.yaml、indicators/ 和督导的问题有错误时算不出数。先按 fzjs check 的提示改好再试。"
        )
    return loaded.repository, loaded.faults


def _evidence(tree: AnyTree, faults: list[Fault]) -> list[File]:
    """Return the records below `evidence/` by their roles; what is none is among the faults."""
    files = set(tree.files("evidence"))
    found: list[File] = []
    for file in sorted(files):
        role = role_of(file)
        # The id says that it is a file: no need to ask the disk.
        if role is not Role.ATTACHMENT and not tree.id_of(file) and tree.is_folder(file):
            faults.append(_closed(file))
        elif role is Role.STRAY:
            _note(faults, stray(file, files))
        elif role is not Role.ATTACHMENT:
            found.append((file, role))
    return found


def _is_system(tree: AnyTree, file: str, faults: list[Fault]) -> bool:
    if tree.is_folder(file):
        faults.append(_closed(file))
        return False
    if file.endswith(".yaml"):
        return True
    _note(faults, stray(file))
    return False


def _note(faults: list[Fault], found: Fault | None) -> None:
    if found:
        faults.append(found)


def _closed(file: str) -> Fault:
    message = "这个文件夹是链接，或者打不开，或者自己是 git 仓库，里面的文件都没有被读取"
    hint = "把文件夹本身放在这里，给上读的权限；里面有 .git 的，移出去"
    return Fault("file-unreadable", message, Location(file), hint)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Garbage collection doubles the time of a large load (reference/performance)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
