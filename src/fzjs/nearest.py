"""The name most like the one that was typed."""

from __future__ import annotations

from collections.abc import Iterable

_LIKELY = 45
"""How like a name has to be, of 100, unless the caller wants to be surer."""


def nearest(word: str, choices: Iterable[str], cutoff: float = _LIKELY) -> str:
    """Return the choice most like a word, or "" when none is near.

    A choice that holds the word goes before one that is only spelt alike: `sealed` means
    evidence-unsealed, not case-repeated.
    """
    # Imported here: only a mistake needs it, and every command would pay for it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # see above

    every = tuple(choices)
    holding = tuple(choice for choice in every if len(word) > 1 and word in choice)
    least = 0 if cutoff <= _LIKELY else cutoff
    found = process.extractOne(word, holding, scorer=fuzz.ratio, score_cutoff=least)
    found = found or process.extractOne(word, every, scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(found[0]) if found else ""
