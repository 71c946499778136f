"""What a value of each type looks like: as JSON Schema for others, as a test for ourselves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from fzjs.reports.tables.columns import (
    DAY,
    FORMAT,
    SHARE,
    TABLES,
    TEXT,
    TEXTS,
    WHOLE,
    YES,
    Column,
    columns_of,
)

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_SCHEMAS: Mapping[str, dict[str, Any]] = {
    WHOLE: {"type": "integer", "minimum": 0},
    SHARE: {"type": "number", "minimum": 0, "maximum": 100},
    TEXT: {"type": "string"},
    DAY: {"type": "string", "pattern": _DAY, "format": "date"},
    YES: {"type": "boolean"},
    TEXTS: {"type": "array", "items": {"type": "string"}},
}
_LARGEST = 10**9
"""No unit has as many of anything; a longer number is no count."""


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(_DAY, value, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100  # noqa: PLR2004  # percent


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_TESTS: Mapping[str, Callable[[object], bool]] = {
    WHOLE: lambda value: type(value) is int and 0 <= value <= _LARGEST,
    SHARE: _is_share,
    TEXT: lambda value: isinstance(value, str),
    DAY: _is_day,
    YES: lambda value: isinstance(value, bool),
    TEXTS: _is_texts,
}


def wrong(table: str, row: Mapping[str, object]) -> str:
    """Say which column of a line is missing or no value of its type; "" where all is well.

    Columns that this version does not know are left alone: a later one may have more.
    """
    for column in columns_of(table):
        if column.name not in row:
            return f"没有“{column.name}”"
        value = row[column.name]
        if not ((value is None and column.empty) or _TESTS[column.kind](value)):
            return f"“{column.name}”不是{column.kind}"
    return ""


def schema_of_all(dialect: str) -> dict[str, Any]:
    """Return one JSON Schema; a line of 应报件.jsonl is `#/definitions/应报件`."""
    return {
        "$schema": dialect,
        "title": "fzjs export --jsonl 的一行",
        "description": "每个文件一张表，每行一个对象；各列见 docs/export.md。",
        "anyOf": [{"$ref": f"#/definitions/{name}"} for name in TABLES],
        "definitions": {name: _of_table(name) for name in TABLES},
    }


def _of_table(name: str) -> dict[str, Any]:
    columns = columns_of(name)
    return {
        "title": f"{name}.jsonl",
        "description": f"{TABLES[name].line}。",
        "type": "object",
        "properties": {column.name: _of_column(column) for column in columns},
        "required": [column.name for column in columns],
    }


def _of_column(column: Column) -> dict[str, Any]:
    made = dict(_SCHEMAS[column.kind])
    if column.empty:
        made["type"] = [made["type"], "null"]
    if column.name == "格式":
        made = {"const": FORMAT}
    return {"description": f"{column.meaning}。", **made}
