"""The one way in which a condition of soundness becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Entry
from fzjs.rules.base import Found


def broken(
    entry: Entry,
    catalogue: Catalogue,
    condition: Callable[[Entry, Catalogue], bool],
    found: Found,
) -> Iterator[Found]:
    """Yield what is to be said of an entry that is handed in and breaks a condition.

    A draft may still lack its seal; what is handed in may not.
    """
    if entry.state == "已提交" and condition(entry, catalogue):
        yield found
