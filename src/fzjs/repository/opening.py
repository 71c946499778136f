"""One file's bytes to its record, its facts, and the faults of reading it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from fzjs import facts, models
from fzjs.diagnostic import Fault, Location, os_reason
from fzjs.models.faults import SchemaFault
from fzjs.repository import condense, condense_agenda, condense_declare, condense_plan
from fzjs.repository.layout import Role
from fzjs.source import Source, read
from fzjs.tree import BROKEN_POINTER, AnyTree, inside

HARMLESS = frozenset({"yaml-bom", "yaml-crlf", "file-unread"})
"""Faults of the whole file, said at its beginning, that change no value."""

_MODELS: Mapping[Role | None, type[BaseModel]] = {
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
_HASHLESS = "缺少“sha256”"


class Opened(NamedTuple):
    """A file as it was read; `raw` is None where it could not be."""

    raw: bytes | None
    source: Source
    record: Any
    faults: tuple[Fault, ...]

    @property
    def is_alone(self) -> bool:
        """Whether the faults follow from the bytes alone.

        What to type for a hash that is missing is what lies there as the attachment.
        """
        return not any(fault.message == _HASHLESS for fault in self.faults)


class Surroundings(NamedTuple):
    """What an entry's facts follow from besides its bytes."""

    digest: Callable[[str], str]
    revisions: dict[str, int]


def model_of(file: str, role: Role | None) -> type[BaseModel]:
    """Return the model of a file below `evidence/` by its role, of another by its place."""
    if role is not None:
        return _MODELS[role]
    return models.Campaign if file == "fzjs.yaml" else models.IndicatorFile


def open_file(tree: AnyTree, file: str, role: Role | None) -> Opened:
    """Return a file as read, with every fault of it."""
    try:
        raw = tree.read(file)
    except OSError as error:
        message = f"文件打不开：{os_reason(error)}"
        hint = "看看文件是否还在、有没有读的权限；是链接的，直接放文件本身"
        unread = Fault("file-unreadable", message, Location(file), hint)
        return Opened(None, Source(file, None, ()), None, (unread,))
    source = read(raw, file)
    faults = [Fault(*fault) for fault in source.faults]
    record, schema = models.parse(model_of(file, role), source.data)
    # What the reader has said of a line is not said again as a fault of the format.
    said = {fault.location.line for fault in source.faults if fault.rule not in HARMLESS}
    for broken in schema:
        place = source.locate(broken.keys, key=broken.on_key)
        if place.line not in said or broken.rule == "schema-missing-key":
            hint = _hash(tree, file, source.data, broken) or _hint(broken, source)
            faults.append(Fault(broken.rule, broken.message, place, hint))
    return Opened(raw, source, record, tuple(faults))


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


def facts_of(opened: Opened, role: Role | None, around: Surroundings) -> Any:  # noqa: ANN401  # the facts of its role
    """Return the facts of a file that could be read: of an indicator file, a tuple of them."""
    record, source = opened.record, opened.source
    if role is Role.ENTRY:
        return condense.entry(record, source, around.digest, around.revisions)
    if role is Role.DECLARATION:
        return condense_declare.declaration(record, source, around.digest)
    if role is not None:
        return _FACTS[role](record, source)
    if isinstance(record, models.Campaign):
        return condense_plan.campaign(record, source)
    return tuple(condense_plan.indicators(record, source))


class Inspected(NamedTuple):
    """The facts of an inspection: that it was held, and the problems that it found."""

    held: facts.Held
    problems: tuple[facts.Problem, ...]


def _inspected(record: models.Inspection, source: Source) -> Inspected:
    held = facts.Held(record.kind, record.date)
    return Inspected(held, tuple(condense.problems(record, source)))


_FACTS: Mapping[Role, Callable[[Any, Source], object]] = {
    Role.REVIEW: condense.review,
    Role.INSPECTION: _inspected,
    Role.RECTIFICATION: condense.rectification,
    Role.LEDGER: condense.ledger,
    Role.APPLICATION: condense.application,
    Role.REMINDER: condense.reminder,
    Role.AGENDA: condense_agenda.agenda,
}
