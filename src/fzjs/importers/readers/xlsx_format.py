"""Numbers as Excel shows them: percent, decimals, thousands, dates and times by number format.

The built-in formats are those of ECMA-376, part 1, 18.8.30, the Chinese ones included.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

from fzjs.ooxml.parts import whole

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 47: "mm:ss", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|上午/下午)|(?P<date>y+|m+|d+|h+|s+|a{3,4})|(?P<number>[#0?][#0?,.]*)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WEEKDAYS = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_SERIAL = 2_958_466
_LEAP_FAULT = 60
_DIGITS = 11
_NOON = 12
_HUGE = 300
_LONG = 20
_FOR_NEGATIVES = 2
_SHORT = 2


class Formats:
    """Shows a stored number the way its cell's style does."""

    def __init__(self, styles: etree._Element | None, *, dates_1904: bool) -> None:
        """Read the number formats of a workbook's styles part; it may be missing."""
        self._codes = dict(_BUILT_IN)
        self._styles: list[int] = []
        self._epoch = datetime(1904, 1, 1) if dates_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  # a sheet's dates have no zone
        self._leap_fault = not dates_1904
        if styles is not None:
            for fmt in styles.iter(f"{_S}numFmt"):
                self._codes[whole(fmt.get("numFmtId"))] = fmt.get("formatCode") or "General"
            self._styles = [
                whole(xf.get("numFmtId")) for xf in styles.iterfind(f"{_S}cellXfs/{_S}xf")
            ]

    def shown(self, stored: str, style: int) -> str:
        """Return a stored number as shown; what is no number comes back as it is."""
        number = self._styles[style] if 0 <= style < len(self._styles) else 0
        code = self._codes.get(number, "General")
        if not _PLAIN.fullmatch(stored):
            return stored
        try:
            value = Decimal(stored)
        except InvalidOperation:
            return stored
        if abs(value.adjusted()) > _HUGE:
            return stored
        section = _section(code, value)
        if section.strip().lower() in {"general", "@", ""} or "general" in section.lower():
            return _general(value)
        parts = [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _PARTS.finditer(section)]
        if any(kind in {"date", "half"} for kind, _ in parts):
            return self._moment(value, parts) or _general(value)
        return _number(value, parts, signed=len(_split(code)) < _FOR_NEGATIVES)

    def _moment(self, value: Decimal, parts: list[tuple[str, str]]) -> str:
        """Return a serial number as date and time; nothing where no date can be."""
        serial = float(value)
        if not 0 <= serial < _LAST_SERIAL:
            return ""
        if self._leap_fault and serial < _LEAP_FAULT:
            serial += 1
        moment = self._epoch + timedelta(seconds=round(serial * 86400))
        half = any(kind == "half" for kind, _ in parts)
        shown, before = "", ""
        for at, (kind, words) in enumerate(parts):
            if kind == "date":
                shown += _date_part(words.lower(), moment, _minutes(parts, at, before), half=half)
                before = words.lower()[0]
            elif kind == "half":
                shown += _half(words, moment)
            elif kind in {"quoted", "escaped", "other", "number"}:
                shown += words if words != ";" else ""
        return shown


def _split(code: str) -> list[str]:
    """Cut a format at its semicolons, those in quotes left alone."""
    sections, open_quote = [""], False
    for sign in code:
        open_quote ^= sign == '"'
        if sign == ";" and not open_quote:
            sections.append("")
        else:
            sections[-1] += sign
    return sections


def _section(code: str, value: Decimal) -> str:
    """Return the part of a format for a positive, negative or zero value."""
    sections = _split(code)
    if value < 0 and len(sections) >= _FOR_NEGATIVES:
        return sections[1]
    if value == 0 and len(sections) > _FOR_NEGATIVES:
        return sections[2]
    return sections[0]


def _general(value: Decimal) -> str:
    """Return a number as Excel's General does: no trailing zeros, at most eleven digits."""
    short = +value
    if value.adjusted() >= _DIGITS:
        return f"{value:.5E}".replace("E+0", "E+") if value.adjusted() > _LONG else f"{value:f}"
    places = max(0, _DIGITS - 2 - max(short.adjusted(), 0))
    text = f"{short.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _number(value: Decimal, parts: list[tuple[str, str]], *, signed: bool) -> str:
    percent = sum(words == "%" for kind, words in parts if kind == "other")
    pattern = next((words for kind, words in parts if kind == "number"), "")
    size = abs(value).scaleb(2 * percent)
    digits = _digits(size, pattern)
    shown, used = "-" if signed and value < 0 else "", False
    for kind, words in parts:
        if kind == "number":
            shown += "" if used else digits
            used = True
        elif kind in {"quoted", "escaped", "other"}:
            shown += words
        elif kind == "bracket" and words.startswith("$"):
            shown += words[1:].partition("-")[0]
    return shown


def _digits(size: Decimal, pattern: str) -> str:
    """Return the digits that `#,##0.00` and its like print."""
    front, _, back = pattern.partition(".")
    scaled = size.scaleb(-3 * (len(front) - len(front.rstrip(","))))
    least = back.count("0")
    rounded = scaled.quantize(Decimal(1).scaleb(-len(back.replace(",", ""))), ROUND_HALF_UP)
    grouped = "," in front.rstrip(",")
    left, _, right = (f"{rounded:,f}" if grouped else f"{rounded:f}").partition(".")
    while len(right) > least and right.endswith("0"):
        right = right[:-1]
    left = left.rjust(front.count("0"), "0") if front.count("0") else left.lstrip("0")
    return f"{left}.{right}" if right else left


def _minutes(parts: list[tuple[str, str]], at: int, before: str) -> bool:
    """Tell whether an `m` means minutes: after hours, or before seconds."""
    after = next((words.lower()[0] for kind, words in parts[at + 1 :] if kind == "date"), "")
    return before == "h" or after == "s"


def _date_part(words: str, moment: datetime, minutes: bool, *, half: bool) -> str:  # noqa: FBT001  # one of four facts about a part
    size, letter = len(words), words[0]
    hour = (moment.hour % _NOON or _NOON) if half else moment.hour
    if letter == "m" and not minutes and size > _SHORT:
        return _MONTHS[moment.month - 1]
    if letter == "a" or (letter == "d" and size > _SHORT):
        return ("星期" if size > _SHORT + 1 else "") + _WEEKDAYS[moment.weekday()]
    if letter == "y":
        return f"{moment.year:04}" if size > _SHORT else f"{moment.year % 100:02}"
    value = {
        "m": moment.minute if minutes else moment.month,
        "d": moment.day,
        "h": hour,
        "s": moment.second,
    }[letter]
    return f"{value:02}" if size > 1 else str(value)


def _half(words: str, moment: datetime) -> str:
    before, _, after = words.partition("/")
    return before if moment.hour < _NOON else after
