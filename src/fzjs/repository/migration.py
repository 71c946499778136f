"""`换版.yaml`, read: the record of a migration, with every fault of its form."""

from __future__ import annotations

from fzjs.diagnostic import Fault, FzjsError, os_reason
from fzjs.models import Migration, parse
from fzjs.repository.opening import HARMLESS
from fzjs.source import Source, read
from fzjs.tree import AnyTree


def read_migration(tree: AnyTree, file: str) -> tuple[Migration | None, Source, tuple[Fault, ...]]:
    """Return the record (None where it breaks the format), its text, and all faults of its form.

    Raises FzjsError where there is no such file.
    """
    try:
        raw = tree.read(file)
    except OSError as error:
        raise FzjsError(
            f"打不开 {file}：{os_reason(error)}。先用 fzjs migrate 新体系的文件夹 提出对照。"
        ) from error
    source = read(raw, file)
    found = [Fault(*each) for each in source.faults if each.rule not in HARMLESS]
    record, broken = parse(Migration, source.data)
    said = {fault.location.line for fault in found}
    for each in broken:
        place = source.locate(each.keys, key=each.on_key)
        if place.line not in said:
            found.append(Fault(each.rule, each.message, place, each.hint))
    return record, source, tuple(found)
