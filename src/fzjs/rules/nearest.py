"""The likeliest word that was meant, for the hint of a finding."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR = 45


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice most like a word, or "" when none is near."""
    found = process.extractOne(word, list(choices), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else ""
