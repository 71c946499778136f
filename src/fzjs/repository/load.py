"""A tree to a Repository and the faults of reading it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from fzjs import facts, models
from fzjs.diagnostic import Fault, FzjsError, Location, os_reason
from fzjs.models.faults import SchemaFault
from fzjs.repository import condense, condense_agenda, condense_plan
from fzjs.repository.layout import Role, role_of
from fzjs.repository.memo import Memo
from fzjs.repository.strays import stray
from fzjs.source import Source, read
from fzjs.tree import BROKEN_POINTER, AnyTree, Tree, inside

Model = TypeVar("Model", bound=BaseModel)

_MODELS: Mapping[Role, type[BaseModel]] = {
    Role.ENTRY: models.Evidence,
    Role.REVIEW: models.ReviewFile,
    Role.INSPECTION: models.Inspection,
    Role.REMINDER: models.Reminder,
    Role.LEDGER: models.Ledger,
    Role.RECTIFICATION: models.Rectification,
    Role.APPLICATION: models.Application,
    Role.AGENDA: models.Agenda,
}
HARMLESS = frozenset({"yaml-bom", "yaml-crlf", "file-unread"})
"""Faults of the whole file, said at its beginning, that change no value."""

_HASHLESS = "缺少“sha256”"


class Document(NamedTuple):
    """One YAML file, read; `record` is None where it breaks the format."""

    file: str
    role: Role | None
    source: Source
    record: Any


class Repository(NamedTuple):
    """One unit's campaign as facts; `documents` keep the records for rules of one record."""

    tree: AnyTree
    commit: str
    campaign: facts.Campaign
    indicators: tuple[facts.Indicator, ...]
    entries: Mapping[str, facts.Entry]
    reviews: Mapping[str, facts.Review]
    problems: tuple[facts.Problem, ...]
    rectifications: tuple[facts.Rectification, ...]
    ledgers: tuple[facts.LedgerMonth, ...]
    applications: tuple[facts.Application, ...]
    reminders: tuple[facts.Reminder, ...]
    agenda: facts.Agenda
    held: tuple[facts.Held, ...]
    documents: tuple[Document, ...]

    @property
    def worktree(self) -> Tree:
        """The working tree, which alone can be changed."""
        return self.tree if isinstance(self.tree, Tree) else Tree(self.tree.root)


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
        repository = _assemble(tree, (campaign, systems, others), memo) if sound else None
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


def _assemble(
    tree: AnyTree, documents: tuple[Document, list[Document], list[Document]], memo: Memo
) -> Repository:
    campaign, systems, others = documents
    indicators = tuple(
        item
        for document in systems
        for item in condense_plan.indicators(document.record, document.source)
    )
    revisions = condense_plan.revisions(indicators)
    by_role: dict[Role | None, list[Document]] = {}
    for document in others:
        if document.record is not None:
            by_role.setdefault(document.role, []).append(document)
    entries = [_entry(tree, d, revisions, memo) for d in by_role.get(Role.ENTRY, [])]
    reviews = [condense.review(d.record, d.source) for d in by_role.get(Role.REVIEW, [])]
    return Repository(
        tree=tree,
        commit=tree.commit(),
        campaign=condense_plan.campaign(campaign.record, campaign.source),
        indicators=indicators,
        entries={entry.id: entry for entry in entries},
        reviews={review.entry: review for review in reviews},
        problems=tuple(
            p
            for d in by_role.get(Role.INSPECTION, [])
            for p in condense.problems(d.record, d.source)
        ),
        rectifications=tuple(
            condense.rectification(d.record, d.source) for d in by_role.get(Role.RECTIFICATION, [])
        ),
        ledgers=tuple(condense.ledger(d.record, d.source) for d in by_role.get(Role.LEDGER, [])),
        applications=tuple(
            condense.application(d.record, d.source) for d in by_role.get(Role.APPLICATION, [])
        ),
        reminders=tuple(
            facts.Reminder(d.record.office, d.record.count, d.record.date)
            for d in by_role.get(Role.REMINDER, [])
        ),
        agenda=condense_agenda.agenda((d.record, d.source) for d in by_role.get(Role.AGENDA, [])),
        held=tuple(
            facts.Held(d.record.kind, d.record.date) for d in by_role.get(Role.INSPECTION, [])
        ),
        documents=(campaign, *systems, *others),
    )


def _entry(tree: AnyTree, document: Document, revisions: dict[str, int], memo: Memo) -> facts.Entry:
    """Return an entry's facts, those of before where attachments and 修订 are the same too."""
    key = ("条目", document.file, tree.id_of(document.file))
    known, under = memo.recall(key) or (None, None)
    if known is None or under != revisions or not _as_found(tree, known):
        known = condense.entry(document.record, document.source, tree.digest, revisions)
        if key[-1]:
            memo.keep(key, (known, revisions))
    return known


def _as_found(tree: AnyTree, entry: facts.Entry) -> bool:
    return all(
        each.found == (tree.digest(each.file) if each.file and not each.outside else "")
        for each in entry.attachments
    )


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
