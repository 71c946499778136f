"""What must not be shown: numbers of persons, and the words of an entry that is 涉密."""

from __future__ import annotations

import re
from collections.abc import Callable

WIDE = str.maketrans("０１２３４５６７８９－（）", "0123456789-()")
"""Full-width digits and marks in half width: the text keeps its length."""

_DAY = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
NUMBERS = re.compile(
    r"(?<![0-9a-fA-F])(?:"
    r"(?P<身份证号>[1-9]\d{5}(?P<born>(?:19|20)\d{6})\d{3}[\dXx])"
    r"|(?P<手机号>(?:\+?86[- ]?)?(?:1[3-9]\d[-—. ]{0,2}\d{4}[-—. ]{0,2}\d{4}"
    # In groups of three and more; `19xx-` begins a year oftener than a number.
    r"|1[3-9]\d\d \d{3} \d{4}|1[3-8]\d\d-\d{3}-\d{4}|1[3-9]\d[- ]\d{3}[- ]\d{5}"
    r"|1[3-9]\d{3}[- ]\d{3}[- ]\d{3}|1[3-9]\d{3}[- ]\d{6}))"
    r"|(?P<座机号>\(?0(?:10|2\d|[3-9]\d\d)(?:\) ?|[-—. ]{1,2})?(?!" + _DAY + r")"
    r"[1-9]\d{2,3}[- ]?\d{4})"
    r"|(?P<服务号>[48]00-\d{3,4}-\d{3,4})"
    r")(?![0-9a-fA-F])"
)
_BESIDE_A_WORD = re.compile(
    r"((?:电话|電話|手机|手機|座机|传真|傳真|联系方式|聯繫方式|热线|短号|分机|[Tt]el|转|轉)"
    r"[^0-9，。；;\n]{0,6})\d[\d、，,/ -]{2,24}\d"
)
"""A number that only the word before it tells: 电话：3322110, 转8001."""
_DIGIT = re.compile(r"\d")
MASKED = "（号码略）"


def mask(text: str) -> str:
    """Return a text with every person's number taken out; everything else stays to the letter."""
    return _replaced(text, lambda _: MASKED)


def starred(text: str) -> str:
    """Return a text with a `*` for each character of a person's number: no place shifts."""
    return _replaced(text, lambda number: "*" * len(number))


def _replaced(text: str, by: Callable[[str], str]) -> str:
    if not _DIGIT.search(text):
        return text
    for pattern, kept in ((_BESIDE_A_WORD, 1), (NUMBERS, 0)):
        hits = list(pattern.finditer(text.translate(WIDE)))
        for hit in reversed(hits):
            start = hit.end(kept) if kept else hit.start()
            text = text[:start] + by(text[start : hit.end()]) + text[hit.end() :]
    return text


_SECRET = re.compile(r"(?:^|[\s{,\"'])涉密[\"']?\s*[:：]")
_MENDED = re.compile(r"，?写成“.*”")
_QUOTED = re.compile(r"“[^”]{7,}”")


def secret(text: str) -> bool:
    """Tell whether a file speaks of a 涉密 entry; works on broken YAML too."""
    return _SECRET.search(text) is not None


def withhold(words: str) -> str:
    """Return a message or hint without the lines and values that it quotes; key names stay."""
    return _QUOTED.sub("“（涉密，不显示）”", _MENDED.sub("", words))
