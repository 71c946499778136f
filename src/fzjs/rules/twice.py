"""Entries that may be one thing registered twice."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import is_range
from fzjs.facts import Entry


def twice(assessment: Assessment) -> Iterator[tuple[Entry, Entry, bool]]:
    """Yield entries with one before them of the same 事由, kind and a year.

    The third says whether they are surely one thing: they prove one material, or have one paper.
    Of several before it, that one is yielded.
    """
    catalogue = assessment.catalogue
    seen: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in assessment.repository.entries.values():
        if entry.state == "撤回" or not entry.subject:
            continue
        keys = _keys(entry, catalogue)
        earlier = list({one.id: one for key in keys for one in seen[key]}.values())
        sure = next((one for one in earlier if _is_one_thing(one, entry, catalogue)), None)
        if earlier:
            yield entry, sure or earlier[0], sure is not None
        for key in keys:
            seen[key].append(entry)


def _is_one_thing(one: Entry, other: Entry, catalogue: Catalogue) -> bool:
    claimed = {catalogue.material(claim.material) for claim in one.claims}
    papers = {attachment.sha256 for attachment in one.attachments}
    return any(catalogue.material(claim.material) in claimed for claim in other.claims) or any(
        attachment.sha256 in papers for attachment in other.attachments
    )


def _keys(entry: Entry, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """Return what an entry must not share: 事由, kind and period, each office its own if asked."""
    subject = "".join(unicodedata.normalize("NFKC", entry.subject).split())
    separately = any(m.separately for m in sound.materials_of(entry, catalogue))
    office = entry.office if separately else ""
    return [
        (subject, entry.kind, office, when) for c in entry.claims for when in _periods(c.period)
    ]


def _periods(period: str) -> Iterator[str]:
    first, _, last = period.partition("-")
    if is_range(period):
        yield from map(str, range(int(first), int(last) + 1))
    else:
        yield period
