"""A template's data: plain values only, nothing that XML forbids, and the rare characters in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fzjs.norm.fonts import rare as outside_gb2312
from fzjs.render.model import DataFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fzjs.diagnostic import KeyPath

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids: control characters, lone surrogates, U+FFFE and U+FFFF."""

_DEPTH = 20


def plain(context: Mapping[str, Any]) -> dict[str, Any]:
    """Copy the data into dicts and lists of our own.

    Only dict, list, str, int, bool and None pass, by exact type: anything richer (a `Path`, a
    markup string) would hand its abilities to the template. Raises DataFault with the path.
    """
    return {_key(key, ()): _copy(value, (key,)) for key, value in context.items()}


def _copy(value: object, path: KeyPath) -> object:
    if len(path) > _DEPTH:
        raise DataFault(path, f"数据嵌套超过{_DEPTH}层")
    if type(value) is dict:
        return {_key(key, path): _copy(item, (*path, key)) for key, item in value.items()}
    if type(value) is list:
        return [_copy(item, (*path, place)) for place, item in enumerate(value)]
    if type(value) is str:
        return _text(value, path)
    if value is None or type(value) in (int, bool):
        return value
    raise DataFault(
        path, f"不能用 {type(value).__name__} 类型的值，只用文字、整数、是否、列表和字典"
    )


def _key(key: object, path: KeyPath) -> str:
    if type(key) is not str:
        raise DataFault(path, f"键 {key!r} 不是文字")
    return _text(key, path)


def _text(text: str, path: KeyPath) -> str:
    bad = FORBIDDEN.search(text)
    if bad:
        code = f"U+{ord(bad[0]):04X}"
        raise DataFault(
            path, f"第{bad.start() + 1}个字是控制字符 {code}，Word 文件里不能有，请删去"
        )
    return text


def rare(context: Mapping[str, Any]) -> list[str]:
    """List the Chinese characters outside GB2312, in code order.

    Fonts named `…_GB2312` lack them (镕堃喆玥), so that a name may print as a box: worth a warning.
    """
    return outside_gb2312("".join(_texts(context)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
