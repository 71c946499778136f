"""Flat tables as JSON Lines, CSV and a workbook."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fzjs.diagnostic import FzjsError
from fzjs.visible import escaped, visible

Rows = Sequence[Mapping[str, Any]]

_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What some readers take for the end of a line."""
_RUN = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
"""A cell that begins so is run as a formula: by Excel and WPS, full-width marks in Asia too."""
_SHEET_CELL = 32767
"""Characters that a cell of a workbook holds."""


def jsonl(rows: Rows) -> bytes:
    """Return one object a line, UTF-8, Chinese as it is, no mark at the beginning."""
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    text = "".join(f"{escaped(line)}\n" for line in lines)
    for mark, escape in _BREAKS.items():
        text = text.replace(mark, escape)
    return text.encode()


def csv_of(columns: Sequence[str], rows: Rows) -> bytes:
    """Return a table that Excel and WPS open by a double click: UTF-8 with a BOM, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(row[name]) for name in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(value: object) -> str | int | float:
    """Return a cell's value; text that would be run as a formula gets a `'` in front.

    Blanks before the mark, 全角 too, are dropped by some readers.
    """
    plain = _plain(value)
    return f"'{plain}" if isinstance(plain, str) and _RUN.match(plain) else plain


def _plain(value: object) -> str | int | float:
    """Return a value as a person reads it in a cell: 是 and 否, lists joined, null empty."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return visible("、".join(value))
    return visible(str(value)) if value is not None else ""


def workbook(sheets: Mapping[str, tuple[Sequence[str], Rows]]) -> bytes:
    """Return an xlsx with one sheet a table, its heading fixed. Raises FzjsError without openpyxl.

    Text stays text: no cell is a formula.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as error:
        raise FzjsError(
            "写 xlsx 要先装 openpyxl：pip install 'fzjs[xlsx]'。\n"
            "不装的，用 --csv，WPS 和 Excel 双击就能打开。"
        ) from error
    book = Workbook(write_only=True)
    for title, (columns, rows) in sheets.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        lines: Iterable[Sequence[object]] = ([row[name] for name in columns] for row in rows)
        sheet.append([_cell(sheet, name) for name in columns])
        for line in lines:
            sheet.append([_cell(sheet, value) for value in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: object) -> Any:  # noqa: ANN401  # openpyxl's own
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # see `workbook`

    plain = _plain(value)
    if not isinstance(plain, str):
        return WriteOnlyCell(sheet, plain)
    cell = WriteOnlyCell(sheet, plain[:_SHEET_CELL])
    cell.data_type = "s"
    return cell
