"""What a clerk most likely meant by a value in the wrong form; never a guess beyond what is typed.

Each function returns what to type instead, which the types of `models.base` accept, or "" where
the typed text does not tell.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping

_DATE = re.compile(
    r"(\d{4})(?:(\d\d)(\d\d)|\s*[-—–/.、年]\s*(\d\d?)\s*[-—–/.、月]\s*(\d\d?)\s*[日号]?)"
)
_YEAR = r"((?:19|20)\d\d)\s*年?度?"
_YEARS = re.compile(rf"{_YEAR}(?:\s*(?:[-—–~至到]+)\s*{_YEAR})?")
_HALF = re.compile(rf"{_YEAR}\s*([上下])(?:半年)?度?")
_NAMES = re.compile(r"[，、,;；]\s*")
_PLAIN = re.compile(r"[\w（）〔〕《》·][\w（）〔〕《》·./-]*")
_PAIR = re.compile(r"(^|[,，;；、] *)([\w·]{1,12}) *[:：] *")


def _folded(text: str) -> str:
    """Full-width digits and dashes as half-width ones."""
    return unicodedata.normalize("NFKC", text).strip()


def date(text: str) -> str:
    """Return the day that `20210212`, `2021/2/12` or `2021年2月12日` means, as 2021-02-12."""
    found = _DATE.fullmatch(_folded(text))
    if not found:
        return ""
    try:
        year, month, day = (int(part) for part in found.groups() if part)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def years(text: str) -> str:
    """Return `2020` for `2020年`, `2016-2020` for `2016年至2020年`."""
    found = _YEARS.fullmatch(_folded(text))
    return "-".join(sorted(year for year in found.groups() if year)) if found else ""


def period(text: str) -> str:
    """Return the same, and `2020上` for `2020年上半年`."""
    found = _HALF.fullmatch(_folded(text))
    return found[1] + found[2] if found else years(text)


def names(text: str) -> str:
    """Return `[甲, 乙]` for `甲，乙`."""
    parts = [part.strip() for part in _NAMES.split(text)]
    return f"[{', '.join(parts)}]" if all(_PLAIN.fullmatch(part) for part in parts) else ""


def flow(data: Mapping[object, object]) -> str:
    """Return a record as `{资料: 31-1, 年度: 汇总}`; what needs quotes or is nested as `…`."""
    pairs = [
        f"{key}: {value}" if isinstance(value, str) and _PLAIN.fullmatch(value) else f"{key}: …"
        for key, value in data.items()
    ]
    return f"{{{', '.join(pairs)}}}"


def record(text: str) -> str:
    """Return `{资料: 31-1, 年度: 汇总}` for `（资料：31-1，年度：汇总）`."""
    inner = text.strip()
    if inner[:1] not in ("（", "(", "｛") or inner[-1:] not in ("）", ")", "｝"):
        return ""
    pairs = _PAIR.split(inner[1:-1].strip())
    if pairs[0] or len(pairs) < 4:  # noqa: PLR2004  # before, separator, key, value
        return ""
    return flow({key: value.strip() for key, value in zip(pairs[2::3], pairs[3::3], strict=True)})
