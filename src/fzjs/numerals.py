"""Chinese numerals."""

from __future__ import annotations

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def chinese(words: str) -> int:
    """Return 二十五, 一百零三 as a number; a row of digits (二〇) is read as one."""
    if not set(words) & set(_TENS):
        return int("".join(str(_DIGITS[char]) for char in words))
    total = 0
    digit = 0
    for char in words:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
