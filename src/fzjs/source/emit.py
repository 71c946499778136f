"""Values as YAML text, in the layout that the shipped data has: what `read` gives back unchanged.

Every scalar is text. Plain where that is safe, else in double quotes with JSON's escapes, which
YAML shares.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]

WIDE = 100
"""Cells of a line that a flow collection may fill before it is broken into lines."""

_RISKY_START = re.compile(r"""[\s"'&*!|>%@`#?:,\[\]{}【［｛＃：-]""")
_RISKY = re.compile(r": |:$| #|\s$|[\n\t\r]|[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RISKY_IN_FLOW = re.compile(r"[,\[\]{}：【】［］｛｝:#]")
_LIKE_A_COMMA = re.compile(r"[，、]")
"""In a list these read like a separator that was typed full-width: `[办公室，政治部]`."""
_UNSEEN = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_SAFE = re.compile(
    r"[0-9A-Za-z\u4e00-\u9fff（《“][0-9A-Za-z\u4e00-\u9fff（）《》“”、，。；．.;/-]*"
)
"""Most texts: no character of theirs is risky anywhere. Only a short way past the rules above."""


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as one YAML scalar, for block style or inside a flow collection."""
    if _SAFE.fullmatch(text):
        return text
    risky = (
        not text
        or _RISKY_START.match(text)
        or _RISKY.search(text)
        or _UNSEEN.search(text)
        or text in {"~", "---", "..."}
        or (flow and _RISKY_IN_FLOW.search(text))
    )
    return quoted(text) if risky else text


def quoted(text: str) -> str:
    """Return a text in double quotes, whatever it holds."""
    body = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", body)


def flow(value: Value) -> str:
    """Return a value in flow style, on one line."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    # To be told whether a list is a Mapping takes longer than to write a short one.
    if isinstance(value, (list, tuple)) or not isinstance(value, (dict, Mapping)):
        return "[" + ", ".join([_listed(part) for part in value]) + "]"
    return "{" + ", ".join([f"{scalar(k)}: {flow(part)}" for k, part in value.items()]) + "}"


def _listed(value: Value) -> str:
    risky = isinstance(value, str) and _LIKE_A_COMMA.search(value)
    return quoted(str(value)) if risky else flow(value)


def block(value: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """Yield a mapping's lines; short lists in flow style, a list of mappings one a line.

    Keys are the format's own and need no quotes. Empty values are left out.
    """
    space = " " * indent
    for key, part in value.items():
        if isinstance(part, str):
            yield f"{space}{key}: {scalar(part)}"
        elif not part:
            continue
        elif line := _on_its_line(key, part, indent):
            yield space + line
        elif isinstance(part, Mapping):
            yield f"{space}{key}:"
            yield from block(part, indent + 2)
        else:
            yield f"{space}{key}:"
            yield from [f"{space}- {_item(item)}" for item in part]


def _item(value: Value) -> str:
    return scalar(value) if isinstance(value, str) else flow(value)


def _on_its_line(key: str, value: Value, indent: int) -> str:
    """Return a collection beside its key: no list of mappings, and short; "" where it is not so."""
    most = WIDE - indent
    if not isinstance(value, (str, dict, Mapping)) and any(map(_is_mapping, value)):
        if not all(isinstance(v, str) or len(v) <= 1 for v in value):
            return ""
        most = WIDE - 1
    line = f"{key}: {flow(value)}"
    return line if _fits(line, most) else ""


def _is_mapping(value: Value) -> bool:
    return not isinstance(value, str) and isinstance(value, (dict, Mapping))


def _fits(text: str, cells: int) -> bool:
    """Tell whether a text fills at most so many cells, a Chinese character two."""
    size = len(text)
    if size > cells or 2 * size <= cells:
        return size <= cells
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text) <= cells
