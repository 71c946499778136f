"""Names of faces and sizes: what family a font is, how many half points 3号 has."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import category, east_asian_width

SIZES = {
    "初号": 84, "小初": 72, "一号": 52, "小一": 48, "二号": 44, "小二": 36, "三号": 32, "小三": 30,
    "四号": 28, "小四": 24, "五号": 21, "小五": 18, "六号": 15, "小六": 13,
}  # fmt: skip
"""Half points of the Chinese sizes."""

MARK, FANGSONG, KAI, HEI, SONG = "小标宋", "仿宋", "楷体", "黑体", "宋体"

_FAMILIES = (
    (MARK, re.compile("标宋|小标|xiaobiaosong|xbsong|fzxbs|biaosong", re.IGNORECASE)),
    (FANGSONG, re.compile("仿宋|fangsong|fzfs", re.IGNORECASE)),
    (KAI, re.compile("楷|kaiti|stkai|fzkai|fzkt", re.IGNORECASE)),
    (HEI, re.compile("黑体|黑_gbk|黑简体|simhei|heiti|fzhei|fzht", re.IGNORECASE)),
    (SONG, re.compile("宋|simsun|songti|stsong|fzss|fzshusong", re.IGNORECASE)),
)
_DIGITS = str.maketrans("1234567", "一二三四五六七")
_SIZE = r"(小?[初一二三四五六1-6]号|小[初一二三四五六])"
_ASKED = re.compile(rf"\s*{_SIZE}\s*(.+?)(?:字体|字)?\s*|\s*(.+?)(?:字体|字)?[\s，]*{_SIZE}\s*")


class Asked(NamedTuple):
    """A face as a rule names it: `family` one of the families, `size` in half points, 0 for any."""

    family: str
    size: int
    name: str

    @property
    def said(self) -> str:
        """The face in words: 2号小标宋."""
        return f"{size_name(self.size)}{self.name or self.family}"


def family(name: str) -> str:
    """Return the family of a font, by its Chinese or English name; its own name where unknown.

    A list of names as LibreOffice writes it (`仿宋;宋体`) counts by its first.
    """
    first = name.split(";", maxsplit=1)[0].strip().lstrip("@")
    return next((known for known, pattern in _FAMILIES if pattern.search(first)), first)


def is_gb2312(name: str) -> bool:
    """Tell whether a font has only the characters of GB2312, by its name."""
    return name.upper().replace(" ", "").endswith("GB2312")


def asked(text: str) -> Asked | None:
    """Return what `2号小标宋` or `三号仿宋_GB2312` asks for; None where it is not understood."""
    found = _ASKED.fullmatch(text)
    if not found:
        return None
    size = (found[1] or found[4]).translate(_DIGITS).removesuffix("号")
    size = size if size in SIZES else f"{size}号"
    name = (found[2] or found[3]).strip()
    known = family(name)
    sound = size in SIZES and known in {MARK, FANGSONG, KAI, HEI, SONG}
    return Asked(known, SIZES[size], name) if sound else None


def size_name(half_points: int) -> str:
    """Return a size as WPS shows it: 三号, else in points."""
    for name, value in SIZES.items():
        if value == half_points:
            return name.replace("三号", "3号").replace("二号", "2号").replace("四号", "4号")
    return f"{half_points / 2:g}磅"


_WESTERN = "\u024f"
"""The last letter of the Latin blocks: these print in the font for western text."""


def rare(text: str) -> list[str]:
    """Return letters, symbols and emoji outside GB2312, in code order, each once.

    Marks of punctuation have stand-ins in every font; 〇 of a year is in all that are sold.
    """
    return sorted({char for char in set(text) if _is_drawn(char) and not _in_gb2312(char)})


def _is_drawn(char: str) -> bool:
    return char > _WESTERN and char != "〇" and category(char)[0] in "LNS"


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def width(text: str) -> float:
    """Count full-width characters; half-width ones count one half."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)
