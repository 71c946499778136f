"""Figures in Chinese text: either width, Chinese numerals, 万."""

from __future__ import annotations

from functools import lru_cache

from fzjs.importers.words import script
from fzjs.numerals import chinese

FULL = "０１２３４５６７８９％（），；：．／～－／"
HALF = "0123456789%(),;:./~-/"
WIDTHS = str.maketrans(FULL, HALF)
_FIGURED = str.maketrans("達滿於課講聽兩萬億縮壓當該終週佈", "达满于课讲听两万亿缩压当该终周布")
"""Traditional characters of the words around figures, beside those of `script`."""

NUMBER = (
    r"(?:[0-9]{1,9}(?:,[0-9]{3}){0,3}(?:\.[0-9]{1,6})?万?|[零〇一二两三四五六七八九十百千]{1,8}万?)"
)
"""A figure in folded text: `1,000`, `1.5万`, `十五`."""


_RECENT = 256
"""Texts kept: the rules ask for the same few words many times in a row."""


@lru_cache(maxsize=_RECENT)
def fold(text: str) -> str:
    """Return the text in half width and simplified characters; its length stays."""
    return _folded(text)


_folded = script.exchange(WIDTHS, script.PLAIN, _FIGURED)
simple = script.exchange(script.PLAIN, _FIGURED)
"""Return the text in simplified characters; its length stays."""


def money(words: str) -> str:
    """Return an amount in Arabic digits, its 万 kept: sums are counted in 万元 as printed."""
    core = words.removesuffix("万")
    return plain(core) + words[len(core) :]


def plain(words: str) -> str:
    """Return a figure that NUMBER matched in Arabic digits: 十五 → 15, 1.5万 → 15000."""
    core = words.removesuffix("万")
    times = 10_000 if core != words else 1
    if core[0].isdigit() and core.isascii():
        value = float(core.replace(",", ""))
    else:
        value = float(chinese(core))
    value *= times
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")
