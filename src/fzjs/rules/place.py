"""Where in an entry a finding points."""

from __future__ import annotations

from fzjs.diagnostic import Location
from fzjs.facts import Entry


def at(entry: Entry, *keys: str) -> Location:
    """Return the place of the first of these keys that the entry has, else the entry's own."""
    places = entry.places
    return places[next((key for key in keys if key in places), "")]
