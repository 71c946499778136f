"""The new edition's own files, with what they were before written in: 前身, 规范号, 修订."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fzjs.actions.migrate.confirmed import Mapped
from fzjs.actions.migrate.edition import Edition
from fzjs.diagnostic import KeyPath
from fzjs.facts import Indicator, Material, fold, fold_reference
from fzjs.models import Indicator as ItemRecord
from fzjs.models import IndicatorFile, parse
from fzjs.repository import Document
from fzjs.repository.condense_plan import indicators, revisions
from fzjs.source import read
from fzjs.source.emit import Value
from fzjs.store import set_all

Setting = tuple[KeyPath, Value]


class Filled(NamedTuple):
    """The new files as they will lie in `indicators/`, and what a claim on each material needs."""

    files: Mapping[str, bytes]
    revisions: Mapping[str, int]
    words: Mapping[str, str]


def filled(old: Edition, new: Edition, said: Mapped, canonical: Mapping[str, str]) -> Filled:
    """Return the new edition's files; `canonical` gives the 规范号 that old items have, by key.

    A 规范号 is kept from either side and never guessed. A 代号 that the old edition had with other
    words gets a 修订 raised by one (DESIGN section 3), so that no old review speaks of it.
    """
    before = _before(said)
    files: dict[str, bytes] = {}
    items: list[Indicator] = []
    for file, raw in new.files.items():
        record, _ = parse(IndicatorFile, read(raw, file).data)
        assert record  # noqa: S101  # the edition was read before
        values = list(_values(record, old, said, before, canonical))
        files[file] = set_all(raw, file, values) if values else raw
        source = read(files[file], file)
        again, _ = parse(IndicatorFile, source.data)
        assert again  # noqa: S101  # a splice is read again, too
        items += indicators(again, source)
    materials = [material for item in items for material in item.materials]
    return Filled(files, revisions(items), {each.key: each.text for each in materials})


def _before(said: Mapped) -> dict[str, list[str]]:
    """Return by each new key, folded, the old keys of which it came."""
    found: dict[str, list[str]] = {}
    for known in (said.items, said.materials):
        for old, targets in known.items():
            for each in targets:
                found.setdefault(fold_reference(each.reference), []).append(old)
    return found


def _values(
    record: IndicatorFile,
    old: Edition,
    said: Mapped,
    before: Mapping[str, list[str]],
    canonical: Mapping[str, str],
) -> Iterator[Setting]:
    for i, block in enumerate(record.root):
        for j, item in enumerate(block.indicators):
            keys: KeyPath = (i, "三级指标", j)
            key = fold(item.number, item.category)
            was = before.get(key, [])
            if was:
                yield (*keys, "前身"), [old.catalogue.label(each) for each in was]
            number = _canonical(item, was, canonical)
            if number:
                yield (*keys, "规范号"), number
            for n, material in enumerate(item.materials):
                ref = f"{key}-{fold(material.code)}"
                place: KeyPath = (*keys, "上报资料", n)
                if ref in before:
                    yield (*place, "前身"), [old.catalogue.label(each) for each in before[ref]]
                raised = _revision(ref, material.revision, old.catalogue.materials, said)
                if raised != material.revision:
                    yield (*place, "修订"), str(raised)


def _canonical(item: ItemRecord, was: list[str], canonical: Mapping[str, str]) -> str:
    """Return the 规范号 to write: that of the one old item, where the new one says none."""
    return canonical.get(was[0], "") if len(was) == 1 and not item.canonical else ""


def _revision(ref: str, now: int, old: Mapping[str, Material], said: Mapped) -> int:
    known = old.get(ref)
    stays = any(c.same and fold_reference(c.reference) == ref for c in said.materials.get(ref, ()))
    return (
        now if known is None or (stays and now >= known.revision) else max(now, _next(known, stays))
    )


def _next(known: Material, stays: bool) -> int:  # noqa: FBT001  # read where it is called
    return known.revision + (0 if stays else 1)


def canonical_numbers(documents: tuple[Document, ...]) -> dict[str, str]:
    """Return the 规范号 of the items that have one, by key."""
    found: dict[str, Any] = {}
    for document in documents:
        if isinstance(document.record, IndicatorFile):
            for block in document.record.root:
                for item in block.indicators:
                    if item.canonical:
                        found[fold(item.number, item.category)] = item.canonical
    return found
