"""Telephone numbers and addresses of mail: they are nobody's name and do not go into the data."""

from __future__ import annotations

import re
from functools import cache

_DIGIT = "[0-9０-９]"
_LABEL = (
    r"(?:(?:联系|办公|移动|固定|座机)?(?:电话|手机|方式|号码)(?:号码|号)?|短号|邮箱|电子邮箱|电子邮件)"
    r"\s*+[:：]?\s*+"
)
_NUMBER = (
    rf"(?<!{_DIGIT})(?:[+＋]?[8８][6６][-－\s]?)?(?:"
    rf"[1１]{_DIGIT}{{2}}[-－\s]?{_DIGIT}{{4}}[-－\s]?{_DIGIT}{{4}}|"
    rf"(?:[（(]?[0０]{_DIGIT}{{2,3}}[)）]?[-－—\s]?)?{_DIGIT}{{7,8}}(?:[-－转]{_DIGIT}{{1,5}})?)(?!{_DIGIT})"
)
_MAIL = r"(?<![A-Za-z0-9._-])[A-Za-z0-9._-]++@[A-Za-z0-9.-]+"
_ONE = rf"(?:{_LABEL})?(?:{_NUMBER}|{_MAIL})|{_LABEL}{_DIGIT}{{4,6}}(?!{_DIGIT})"
_MANY = rf"(?:{_ONE})(?:[\s、，,；;/／]*+(?:{_ONE}))*"
_SIGN = re.compile(rf"{_DIGIT}|@")
"""What every one of them holds; most cells have none."""


@cache
def _taken() -> re.Pattern[str]:
    """Return the pattern, which takes longer to make than all others of an import."""
    return re.compile(
        rf"(?<!\s)\s*+[（(]\s*+(?:{_MANY})\s*+[）)]|"
        rf"(?<![\s:：，,；;/／])[\s:：，,；;/／]*+(?:{_MANY})"
    )


def without(words: str) -> str:
    """Return words without the telephone numbers in them, their labels and brackets too.

    `张伟 1380000……` and `张伟（电话：……）` give `张伟`; `12345热线中心` and years stay.
    """
    if not _SIGN.search(words) or not _taken().search(words):
        return words
    return _taken().sub("", words).strip()
