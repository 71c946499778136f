"""Entries that may be one thing registered twice."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from fzjs.assess import Assessment, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import is_range
from fzjs.facts import Entry

_Key = tuple[str, ...]


class _Seen(NamedTuple):
    """The first entry with a key, and the first with it and a mark, each with its number."""

    first: dict[_Key, tuple[int, Entry]]
    marked: dict[tuple[_Key, str], tuple[int, Entry]]


def twice(assessment: Assessment) -> tuple[tuple[Entry, Entry, bool], ...]:
    """Return entries with one before them of the same 事由, kind and a year.

    The third says whether they are surely one thing: they prove one material, or have one paper.
    Of several before it, that one is given. Through `assessment.once`: two rules ask.
    """
    entries = assessment.repository.entries.values()
    asked = [entry for entry in entries if entry.subject and entry.state != "撤回"]
    named = list(zip(_folded([entry.subject for entry in asked]), asked, strict=True))
    # Most are the only ones of their name and kind.
    count = Counter((name, entry.kind) for name, entry in named)
    alike = [(name, entry) for name, entry in named if count[name, entry.kind] > 1]
    return tuple(_pairs(alike, assessment.catalogue))


def _pairs(
    alike: Iterable[tuple[str, Entry]], catalogue: Catalogue
) -> Iterator[tuple[Entry, Entry, bool]]:
    """Look each up by its marks, not in a list of all before it: many may be called the same."""
    seen = _Seen({}, {})
    for number, (name, entry) in enumerate(alike):
        keys, marks = _keys(name, entry, catalogue), _marks(entry, catalogue)
        sure = _surely(keys, marks, seen)
        earlier = next((seen.first[key][1] for key in keys if key in seen.first), None)
        if earlier:
            yield entry, sure or earlier, sure is not None
        for key in keys:
            seen.first.setdefault(key, (number, entry))
            for mark in marks:
                seen.marked.setdefault((key, mark), (number, entry))


def _surely(keys: Iterable[_Key], marks: Iterable[str], seen: _Seen) -> Entry | None:
    """Return the first entry before that is surely one thing with what has these marks."""
    for key in keys:
        found = [seen.marked[key, mark] for mark in marks if (key, mark) in seen.marked]
        if found:
            return min(found, key=itemgetter(0))[1]
    return None


def _marks(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what makes two entries one thing: materials, and papers by their hashes."""
    materials = (catalogue.material(claim.material) for claim in entry.claims)
    papers = (f"sha256:{attachment.sha256}" for attachment in entry.attachments)
    return (*materials, *papers)


def _folded(subjects: Sequence[str]) -> list[str]:
    """Return subjects as they are compared; all at once, as thousands one by one take long."""
    joined = "\0".join(subjects)
    if joined.count("\0") >= len(subjects):  # one of them has the mark in it, or there is none
        return [_fold(subject) for subject in subjects]
    return _fold(joined).split("\0")


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _keys(name: str, entry: Entry, catalogue: Catalogue) -> list[_Key]:
    """Return what an entry must not share: 事由, kind and period, each office its own if asked."""
    separately = any(m.separately for m in sound.materials_of(entry, catalogue))
    office = entry.office if separately else ""
    thing = name, entry.kind, office
    return [(*thing, when) for claim in entry.claims for when in _periods(claim.period)]


def _periods(period: str) -> Iterator[str]:
    first, _, last = period.partition("-")
    if is_range(period):
        yield from map(str, range(int(first), int(last) + 1))
    else:
        yield period
