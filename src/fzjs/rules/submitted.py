"""The one way in which a condition of soundness becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound import Places
from fzjs.facts import Entry
from fzjs.rules.base import Found


def broken(
    entry: Entry,
    catalogue: Catalogue,
    condition: Callable[[Entry, Catalogue], object],
    found: Found,
) -> Iterator[Found]:
    """Yield what is to be said of an entry that is handed in and breaks a condition.

    A draft may still lack its seal; what is handed in may not.
    """
    if entry.state == "已提交" and condition(entry, catalogue):
        yield found


def broken_at(
    entry: Entry,
    catalogue: Catalogue,
    condition: Callable[[Entry, Catalogue], Places],
    message: str,
    hint: str,
) -> Iterator[Found]:
    """Yield the same, at each place where a condition is broken."""
    if entry.state == "已提交":
        for place in condition(entry, catalogue):
            yield Found(place, message, hint)
