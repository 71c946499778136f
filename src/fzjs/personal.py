"""Numbers that belong to a person: what they look like in a text, and a text without them."""

from __future__ import annotations

import re

WIDE = str.maketrans("０１２３４５６７８９－（）", "0123456789-()")
"""Full-width digits and marks in half width: the text keeps its length."""

_DAY = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
NUMBERS = re.compile(
    r"(?<![0-9a-fA-F])(?:"
    r"(?P<身份证号>[1-9]\d{5}(?P<born>(?:19|20)\d{6})\d{3}[\dXx])"
    r"|(?P<手机号>(?:\+?86[- ]?)?1[3-9]\d[-—. ]{0,2}\d{4}[-—. ]{0,2}\d{4})"
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
MASKED = "（号码略）"


def mask(text: str) -> str:
    """Return a text with every person's number taken out; everything else stays to the letter."""
    for pattern, kept in ((_BESIDE_A_WORD, 1), (NUMBERS, 0)):
        hits = list(pattern.finditer(text.translate(WIDE)))
        for hit in reversed(hits):
            start = hit.end(kept) if kept else hit.start()
            text = text[:start] + MASKED + text[hit.end() :]
    return text
