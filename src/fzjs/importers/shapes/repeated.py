"""Doubts that many rows share are told once, with a count or the list of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fzjs.importers.document import Doubt


def once(doubts: Sequence[Doubt]) -> list[Doubt]:
    """Keep the first of the doubts with the same words and reason, and say how many there are."""
    keys = [(doubt.kind, doubt.words, doubt.why) for doubt in doubts]
    counts = Counter(keys)
    found: dict[tuple[str, str, str], Doubt] = {}
    for key, doubt in zip(keys, doubts, strict=True):
        again = f"（同样的共{counts[key]}处，此为第一处）" if counts[key] > 1 else ""
        found.setdefault(key, doubt._replace(why=doubt.why + again))
    return list(found.values())


def gathered(doubts: Sequence[Doubt], of: int) -> list[Doubt]:
    """Make one of the doubts that are alike but for the row, where most of `of` rows have them.

    An empty column is one thing to look at, a single empty cell among filled ones is another.
    """
    reasons = Counter((doubt.kind, doubt.why) for doubt in doubts)
    found: list[Doubt] = []
    told: set[tuple[str, str]] = set()
    for doubt in doubts:
        key = (doubt.kind, doubt.why)
        if 2 * reasons[key] <= of or reasons[key] == 1:
            found.append(doubt)
        elif key not in told:
            told.add(key)
            why = f"{doubt.why}（同样的共{reasons[key]}处，此为第一处）"
            found.append(doubt._replace(why=why))
    return found


def listed(doubts: Sequence[Doubt], why: str) -> list[Doubt]:
    """Make one of the doubts with this reason, the words of all of them in it."""
    alike = [doubt for doubt in doubts if doubt.why == why]
    if not alike:
        return list(doubts)
    words = "、".join(dict.fromkeys(doubt.words for doubt in alike))
    return [*(doubt for doubt in doubts if doubt.why != why), alike[0]._replace(words=words)]
