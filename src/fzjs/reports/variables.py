"""A document's data as a template writes it: `指标[0].编号`, one variable a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fzjs.reports import shapes


def build(name: str, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the variables of a report, with the values that this data has.

    Shape: {变量, 值, 项数}; `项数` only of a list, whose first item follows. What the data may hold
    and this one does not has the value None, and so have a list's keys where it is empty.
    """
    return [*_group(data, shapes.example(name) or {}, "")]


def _group(data: Mapping[str, Any], shape: Mapping[str, Any], at: str) -> Iterator[dict[str, Any]]:
    names = [*data, *(name for name in shape if name not in data)]
    for name in names:
        yield from _value(data.get(name), shape.get(name), f"{at}.{name}" if at else name)


def _value(value: object, shape: object, at: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) or (value is None and isinstance(shape, list)):
        items = value if isinstance(value, list) else []
        yield {"变量": at, "值": None, "项数": len(items)}
        within = shape[0] if isinstance(shape, list) and shape else None
        if items or isinstance(within, dict):
            yield from _value(items[0] if items else None, within, f"{at}[0]")
    elif isinstance(value, dict) or (value is None and isinstance(shape, dict)):
        yield from _group(
            value if isinstance(value, dict) else {}, shape if isinstance(shape, dict) else {}, at
        )
    else:
        yield {"变量": at, "值": value}
