"""How alike two texts are, and the words in which they differ."""

from __future__ import annotations

import re
import unicodedata

_SHORT = 2
"""Fewer characters than this between two differences read better as a part of them."""

_Piece = tuple[bool, int, int, int, int]
"""Whether a piece is the same in both, and from where to where it stands in each."""


def canonical(text: str) -> str:
    """Return what a text says, without what one printing has otherwise than another.

    One plan prints half-width marks, another full-width ones. Punctuation, blanks and words that
    carry no meaning of their own (或者 for 或, 的, 达 before a figure) go; figures and signs stay.
    """
    text = unicodedata.normalize("NFKC", text).replace("或者", "或")
    text = re.sub(r"(?<!\d)[.]|[.](?!\d)|[^\w%.≥≤<>★]", "", text)
    return re.sub(r"的|达(?=\d)", "", text)


def likeness(old: str, new: str) -> float:
    """Return how alike two texts are, from 0 to 1, to two places; 1 only where they say the same.

    The share of characters that stand in both in the same order (rapidfuzz's ratio).
    """
    # Imported here: only a migration needs it, and every command would pay for it.
    from rapidfuzz import fuzz  # noqa: PLC0415  # see above

    one, other = canonical(old), canonical(new)
    if one == other:
        return 1.0
    return min(round(fuzz.ratio(one, other) / 100, 2), 0.99)


def marked(old: str, new: str) -> str:
    """Return both texts as one: what went as 〔删：…〕, what came in as 〔增：…〕.

    Widths of punctuation are no difference.
    """
    return "".join(
        new[k:m] if same else _mark("删", old[i:j]) + _mark("增", new[k:m])
        for same, i, j, k, m in _pieces(old, new)
    )


def _mark(word: str, text: str) -> str:
    return f"〔{word}：{text}〕" if text else ""


def _pieces(old: str, new: str) -> list[_Piece]:
    """Return the texts piece by piece; two differences with hardly a word between are one."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  # see `likeness`

    codes = list(Levenshtein.opcodes(_folded(old), _folded(new)))
    found: list[_Piece] = []
    for place, code in enumerate(codes):
        inside = 0 < place < len(codes) - 1 and code.src_end - code.src_start < _SHORT
        same = code.tag == "equal" and not inside
        if found and not same and not found[-1][0]:
            _, i, _, k, _ = found.pop()
            found.append((False, i, code.src_end, k, code.dest_end))
        else:
            found.append((same, code.src_start, code.src_end, code.dest_start, code.dest_end))
    return found


def _folded(text: str) -> str:
    """Return a text of the same length with full-width marks as half-width ones."""
    folded = (unicodedata.normalize("NFKC", each) for each in text)
    return "".join(one if len(one) == 1 else each for one, each in zip(folded, text, strict=True))
