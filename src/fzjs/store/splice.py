"""One value of a YAML file set, added or taken away; every other byte stays as its author left it.

A round-trip library was tried and changes comments, quotes and indentation (DESIGN section 3:
"splices the text at the value's position (comments, order, quoting, indentation untouched)").
So a value's text is cut in by the marks that the reader keeps, and the result is read again: it
must say exactly what was meant, without a new fault, or nothing is changed.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from fzjs.diagnostic import KeyPath, RefusedError
from fzjs.source import Source, read
from fzjs.source.emit import Value
from fzjs.store import nodes, pieces
from fzjs.store.lines import Raw, unfold

_HARMLESS = frozenset({"yaml-bom", "yaml-crlf"})
"""Faults of the whole file that change no value; they stay as they are."""
_Change = Callable[[Any], None]


class Cut(NamedTuple):
    """A piece of the text, as the reader counts it, and what shall stand there."""

    start: int
    end: int
    new: str


def set_value(raw: bytes, file: str, keys: KeyPath, value: Value, after: str = "") -> bytes:
    """Return a file's bytes with a value at a key path, there already or new.

    A new key stands last in its mapping, or after the key named by `after`. Keys on the way that
    are missing are written with it. What says the same already is returned as it is.

    Raises:
        RefusedError: the file has faults, the path leads nowhere, or the text cannot hold it.
    """
    source, text = _opened(raw, file)
    data = source.data
    for depth, key in enumerate(keys):
        inner = _step(data, key)
        if inner is None and not _has(data, key):
            rest: Value = value
            for missing in reversed(keys[depth + 1 :]):
                rest = {str(missing): rest}
            return _insert(source, text, keys[:depth], str(key), rest, after)
        data = inner
    if data == value:
        return raw
    return _replace(source, text, keys, value)


def set_all(raw: bytes, file: str, values: Iterable[tuple[KeyPath, Value]]) -> bytes:
    """Return a file's bytes with several values set, as `set_value` sets each.

    All are cut in at once, which reads a large file twice and not twice for each; where the
    result does not say what was meant, they are set one by one.
    """
    values = list(values)
    source, text = _opened(raw, file)
    cuts = [_likeliest(source, text, keys, value) for keys, value in values]
    if all(cuts):
        # Of two pieces that begin at one place, the one of the deeper mapping stands first.
        order = sorted(zip(cuts, values, strict=True), key=lambda p: (p[0] or (), -len(p[1][0])))
        made = text.replaced_all(cut for cut, _ in order if cut).encode("utf-8")
        meant = copy.deepcopy(source.data)
        for keys, value in values:
            _at(meant, keys[:-1])[keys[-1]] = value
        again = read(made, file)
        kept = [f.rule for f in source.faults] == [f.rule for f in again.faults]
        if again.data == meant and kept and not _comments(source) - _comments(again):
            return made
    for keys, value in values:
        raw = set_value(raw, file, keys, value)
    return raw


def _likeliest(source: Source, text: Raw, keys: KeyPath, value: Value) -> Cut | None:
    """Return the likeliest way to write one value, None where only `set_value` knows."""
    parent, node = source.node(keys[:-1]), source.node(keys)
    held = _at(source.data, keys[:-1])
    if _has(held, keys[-1]):
        if node is None or not isinstance(node, ScalarNode) or not isinstance(value, str):
            return None
        in_flow = _in_flow(source, keys)
        return Cut(*next(pieces.value(text.text, node, value, in_flow=in_flow)))
    if not isinstance(parent, MappingNode) or not isinstance(held, dict):
        return None
    return Cut(*next(pieces.pair(text.text, parent, str(keys[-1]), value, "")))


def append(raw: bytes, file: str, keys: KeyPath, item: Value, after: str = "") -> bytes:
    """Return a file's bytes with an item more in the list at a key path; made where missing.

    Raises:
        RefusedError: as `set_value`, or what stands there is no list.
    """
    source, text = _opened(raw, file)
    found = _at(source.data, keys)
    if found is None:
        return set_value(raw, file, keys, [item], after)
    node = source.node(keys)
    if not isinstance(found, list) or not isinstance(node, SequenceNode):
        raise RefusedError(f"{file}：“{_shown(keys)}”不是列表，加不进去。没有改动。")
    cuts = (Cut(*pieces.item(text.text, node, item, quoted=q)) for q in (False, True))
    return _checked(source, text, cuts, lambda data: _at(data, keys).append(item))


def remove(raw: bytes, file: str, keys: KeyPath) -> bytes:
    """Return a file's bytes without a key; a comment behind its value stays, on a line of its own.

    A key that is not there is nothing to remove.

    Raises:
        RefusedError: as `set_value`; the only key of its mapping, or comments inside its value.
    """
    source, text = _opened(raw, file)
    mapping, name = source.node(keys[:-1]), keys[-1]
    if not isinstance(mapping, MappingNode) or not _has(_at(source.data, keys[:-1]), name):
        return raw
    cut = pieces.removal(text.text, mapping, str(name))
    if cut is None:
        raise RefusedError(f"{file}：“{_shown(keys)}”删不掉，请在编辑器里删。没有改动。")
    return _checked(source, text, [Cut(*cut)], lambda data: _at(data, keys[:-1]).pop(name))


def _opened(raw: bytes, file: str) -> tuple[Source, Raw]:
    source = read(raw, file)
    for fault in source.faults:
        if fault.rule not in _HARMLESS:
            raise RefusedError(
                f"{fault.location}: {fault.message}。{fault.hint}\n"
                "先按 fzjs check 的提示改好这个文件，再来一遍。没有改动。"
            )
    if not isinstance(source.data, (dict, list)):
        raise RefusedError(f"{file} 是空的，或不是“键: 值”。没有改动。")
    root = source.node(())
    if root is not None and nodes.has_question(source.text, root):
        raise RefusedError(f"{file}：有一个键写成了“? 键”，改成“键: 值”再来。没有改动。")
    return source, unfold(raw)


def _insert(  # the parts of one change
    source: Source, text: Raw, keys: KeyPath, key: str, value: Value, after: str
) -> bytes:
    node = source.node(keys)

    def change(data: Any) -> None:  # noqa: ANN401  # whatever the YAML holds
        if keys and _at(data, keys) is None:
            _at(data, keys[:-1])[keys[-1]] = {}
        _at(data, keys)[key] = value

    if node is not None and nodes.is_empty(node):
        return _replace(source, text, keys, {key: value})
    if not isinstance(node, MappingNode):
        raise RefusedError(f"{source.file}：“{_shown(keys)}”里不能写“{key}”。没有改动。")
    cuts = (Cut(*cut) for cut in pieces.pair(text.text, node, key, value, after))
    return _checked(source, text, cuts, change)


def _replace(source: Source, text: Raw, keys: KeyPath, value: Value) -> bytes:
    node, parent = source.node(keys), source.node(keys[:-1])
    if not keys or node is None or parent is None:
        raise RefusedError(f"{source.file}：没有“{_shown(keys)}”可以改。没有改动。")
    name = source.node(keys, key=True) if nodes.is_block(node) else None
    if nodes.has_comment(text.text, node, name):
        raise RefusedError(
            f"{source.file}：“{_shown(keys)}”里面有注释，改写会丢，请在编辑器里改。没有改动。"
        )

    def change(data: Any) -> None:  # noqa: ANN401  # whatever the YAML holds
        _at(data, keys[:-1])[keys[-1]] = value

    in_flow = _in_flow(source, keys)
    cuts = (Cut(*cut) for cut in pieces.value(text.text, node, value, in_flow=in_flow))
    return _checked(source, text, cuts, change)


def _in_flow(source: Source, keys: KeyPath) -> bool:
    around = [source.node(keys[:depth]) for depth in range(len(keys))]
    return any(node is not None and not nodes.is_block(node) for node in around)


def _checked(source: Source, text: Raw, cuts: Iterable[Cut], change: _Change) -> bytes:
    """Return the first way of writing it that reads back as meant, with every comment."""
    meant = copy.deepcopy(source.data)
    change(meant)
    before = [fault.rule for fault in source.faults]
    why = "改了以后读出来会不是原来的意思"
    for cut in cuts:
        made = text.replaced(*cut).encode("utf-8")
        again = read(made, source.file)
        if again.data == meant and [fault.rule for fault in again.faults] == before:
            if not _comments(source) - _comments(again):
                return made
            why = "那里有注释，改写会丢"
    raise RefusedError(f"{source.file}：{why}，请在编辑器里手工改。没有改动。")


def _comments(source: Source) -> Counter[str]:
    root = source.node(())
    return nodes.comments(source.text, root) if root is not None else Counter()


def _has(data: object, key: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(key, int) and 0 <= key < len(data)
    return isinstance(data, dict) and key in data


def _step(data: Any, key: str | int) -> Any:  # noqa: ANN401  # whatever the YAML holds
    return data[key] if _has(data, key) else None


def _at(data: Any, keys: KeyPath) -> Any:  # noqa: ANN401  # whatever the YAML holds
    for key in keys:
        data = _step(data, key)
    return data


def _shown(keys: KeyPath) -> str:
    return ".".join(str(key) for key in keys)
