"""A tree to a Repository and the faults of reading it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from fzjs import models
from fzjs.diagnostic import Fault, FzjsError, Location, os_reason
from fzjs.models.faults import SchemaFault
from fzjs.repository.assemble import Document, Repository, assemble
from fzjs.repository.layout import Role, role_of
from fzjs.repository.memo import Memo
from fzjs.repository.strays import stray
from fzjs.source import Source, read
from fzjs.tree import BROKEN_POINTER, AnyTree, inside

Model = TypeVar("Model", bound=BaseModel)

_MODELS: Mapping[Role, type[BaseModel]] = {
    Role.ENTRY: models.Evidence,
    Role.REVIEW: models.ReviewFile,
    Role.INSPECTION: models.Inspection,
    Role.REMINDER: models.Reminder,
    Role.DECLARATION: models.Declaration,
    Role.LEDGER: models.Ledger,
    Role.RECTIFICATION: models.Rectification,
    Role.APPLICATION: models.Application,
    Role.AGENDA: models.Agenda,
}
HARMLESS = frozenset({"yaml-bom", "yaml-crlf", "file-unread"})
"""Faults of the whole file, said at its beginning, that change no value."""

_HASHLESS = "缺少“sha256”"


class Loaded(NamedTuple):
    """What reading gave: no repository where `fzjs.yaml` or an indicator file is broken.

    A repository may have no indicators yet; rule campaign-without-indicators says so.
    """

    repository: Repository | None
    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]


def load(tree: AnyTree, memo: Memo | None = None) -> Loaded:
    """Read everything once; every fault of the format is a value, none stops the rest.

    `memo` keeps what files of the same bytes gave in the trees loaded with it before.
    """
    faults: list[Fault] = []
    memo = memo or Memo()
    memo.begin()
    with _no_collector():
        campaign = _open(tree, "fzjs.yaml", None, models.Campaign, (faults, memo))
        before = len(faults)
        systems = [
            _open(tree, file, None, models.IndicatorFile, (faults, memo))
            for file in tree.files("indicators")
            if _is_system(tree, file, faults)
        ]
        # A plan that could not be read is not the same as none: an opinion assigns nothing.
        unread = not systems and any(f.rule not in HARMLESS for f in faults[before:])
        others = list(_evidence(tree, faults, memo))
        documents = (campaign, *systems, *others)
        whole = all(document.record is not None for document in (campaign, *systems))
        sound = whole and not unread
        repository = assemble(tree, (campaign, systems, others), memo) if sound else None
    return Loaded(repository, documents, tuple(faults))


def load_sound(tree: AnyTree, memo: Memo | None = None) -> tuple[Repository, tuple[Fault, ...]]:
    """Return the repository, and the faults of files that had to be left out of it.

    Raises FzjsError as `sound_of`.
    """
    return sound_of(load(tree, memo))


def sound_of(loaded: Loaded) -> tuple[Repository, tuple[Fault, ...]]:
    """Return what was read, if numbers can be computed from it.

    Raises FzjsError when the campaign, the indicators or an inspection is broken: numbers computed
    from a part of the indicators, or without the open problems, would be wrong without showing it.
    """
    broken = {d.file for d in loaded.documents if d.record is None and d.role is Role.INSPECTION}
    broken |= {f.location.file for f in loaded.faults if f.location.file.startswith("indicators")}
    if loaded.repository is None:
        broken |= {d.file for d in loaded.documents if d.record is None}
    lost = [f for f in loaded.faults if f.location.file in broken and f.rule not in HARMLESS]
    if loaded.repository is None or lost:
        raise FzjsError(
            f"{lost[0].location}: {lost[0].message}\n"
            "fzjs.yaml、indicators/ 和督导的问题有错误时算不出数。先按 fzjs check 的提示改好再试。"
        )
    return loaded.repository, loaded.faults


def _evidence(tree: AnyTree, faults: list[Fault], memo: Memo) -> Iterator[Document]:
    files = set(tree.files("evidence"))
    for file in sorted(files):
        role = role_of(file)
        if role is not Role.ATTACHMENT and tree.is_folder(file):
            faults.append(_closed(file))
        elif role is Role.STRAY:
            _note(faults, stray(file, files))
        elif role is not Role.ATTACHMENT:
            yield _open(tree, file, role, _MODELS[role], (faults, memo))


def _open(
    tree: AnyTree,
    file: str,
    role: Role | None,
    model: type[BaseModel],
    kept: tuple[list[Fault], Memo],
) -> Document:
    """Return a file as read, its faults added to those of the rest."""
    faults, memo = kept
    key = ("文件", file, tree.id_of(file))
    document, found = memo.recall(key) or _read(tree, file, role, model)
    faults += found
    # Whether an attachment is there, for its hash, is nothing that the file's bytes tell.
    if key[-1] and not any(fault.message == _HASHLESS for fault in found):
        memo.keep(key, (document, found))
    return document


def _read(
    tree: AnyTree, file: str, role: Role | None, model: type[BaseModel]
) -> tuple[Document, tuple[Fault, ...]]:
    try:
        raw = tree.read(file)
    except OSError as error:
        message = f"文件打不开：{os_reason(error)}"
        hint = "看看文件是否还在、有没有读的权限；是链接的，直接放文件本身"
        unread = Fault("file-unreadable", message, Location(file), hint)
        return Document(file, role, Source(file, None, ()), None), (unread,)
    source = read(raw, file)
    faults = [Fault(*fault) for fault in source.faults]
    record, schema = models.parse(model, source.data)
    # What the reader has said of a line is not said again as a fault of the format.
    said = {fault.location.line for fault in source.faults if fault.rule not in HARMLESS}
    for broken in schema:
        place = source.locate(broken.keys, key=broken.on_key)
        if place.line not in said or broken.rule == "schema-missing-key":
            hint = _hash(tree, file, source.data, broken) or _hint(broken, source)
            faults.append(Fault(broken.rule, broken.message, place, hint))
    return Document(file, role, source, record), tuple(faults)


def _hint(broken: models.SchemaFault, source: Source) -> str:
    """Return what to type; in `{…}` a missing key is no line of its own."""
    node = source.node(broken.keys)
    if node is None or not source.text.startswith("{", node.start_mark.index):
        return broken.hint
    return broken.in_braces(empty=not node.value)


def _hash(tree: AnyTree, file: str, data: Any, broken: SchemaFault) -> str:  # noqa: ANN401  # whatever the YAML holds
    """Return what to type for an attachment's hash that is missing, where the file is there."""
    if broken.rule != "schema-missing-key" or broken.message != _HASHLESS:
        return ""
    for key in broken.keys:
        data = data[key]
    path = data.get("路径") if isinstance(data, dict) else None
    place = inside(file.rpartition("/")[0], path) if isinstance(path, str) else ""
    found = tree.digest(place) if place else ""
    return f"写上 sha256: {found}" if found not in {"", BROKEN_POINTER} else ""


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
