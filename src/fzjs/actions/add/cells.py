"""Cells as a spreadsheet gives them back: encodings, dates, and numbers that it took for dates."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.importers import readers
from fzjs.importers.readers import text as plain_text
from fzjs.models import mend

_MARKS = ",\t;"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(path: Path) -> list[list[str]]:
    """Return the rows of a CSV (UTF-8, UTF-16 or GBK) or of an .xlsx's first sheet.

    Raises FzjsError where it cannot be read.
    """
    if path.suffix.lower() == ".xlsx":
        tables = readers.read(path).tables()
        grid = tables[0].grid() if tables else []
        return [[cell.text.strip() if cell else "" for cell in row] for row in grid]
    try:
        text = plain_text.decode(path.read_bytes())
    except OSError as error:
        raise FzjsError(f"打不开登记表 {path}：{os_reason(error)}。") from error
    except FzjsError as error:
        raise FzjsError(f"登记表 {path}：{error}") from error
    first = text.partition("\n")[0]
    mark = max(_MARKS, key=first.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        return [[_bare(cell.strip()) for cell in row] for row in rows]
    except csv.Error as error:
        raise FzjsError(f"登记表 {path} 读不了，可能少了一个引号：{error}") from error


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8 with a mark, by which Excel and WPS know the encoding.

    No cell is a formula to them: what begins like one gets a `'` in front.
    """
    stream = io.StringIO(newline="")
    guarded = ([f"'{c}" if c.startswith(_FORMULA) else c for c in row] for row in rows)
    csv.writer(stream, lineterminator="\r\n").writerows(guarded)
    return stream.getvalue().encode("utf-8-sig", "replace")


def _bare(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def parts(cell: str) -> list[str]:
    """Return what a cell lists, separated by ； or ;."""
    return [part.strip() for part in re.split(r"[；;\n]", cell) if part.strip()]


def date(cell: str) -> str:
    """Return a date as 2021-02-12, however a spreadsheet shows it; what is no date as typed."""
    return mend.date(re.sub(r"[ T]0?0:00(:00)?$", "", cell)) or cell


def pair(cell: str) -> str:
    """Return `1-2` for `1月2日` or `2-Jan`: a spreadsheet took two numbers for a day.

    Only what a spreadsheet makes of them is turned back; the rules check what comes of it.
    """
    text = unicodedata.normalize("NFKC", cell)
    found = re.fullmatch(r"(\d{1,2})月(\d{1,2})日", text)
    if found:
        return f"{found[1]}-{found[2]}"
    found = re.fullmatch(r"(\d{1,2})-([A-Za-z]{3})", text)
    if found and found[2].lower() in _MONTHS:
        return f"{_MONTHS.index(found[2].lower()) + 1}-{int(found[1])}"
    return cell


def reference(cell: str) -> str:
    """Return `1-2/2020` for `2020/1/2`, and what `pair` returns for the rest."""
    found = re.fullmatch(r"((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})", cell)
    return f"{found[2]}-{found[3]}/{found[1]}" if found else pair(cell)


def whole(cell: str) -> str:
    """Return `2020` for the `2020.0` that a number's format may show."""
    return re.sub(r"(?<=^\d{4})\.0$", "", cell)
