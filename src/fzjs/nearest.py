"""The name most like the one that was typed."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], cutoff: float = 45) -> str:
    """Return the choice most like a word, or "" when none is near."""
    # Imported here: only a mistake needs it, and every command would pay for it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # see above

    found = process.extractOne(word, tuple(choices), scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(found[0]) if found else ""
