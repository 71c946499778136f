"""Node tree → data: every scalar text, the first of duplicate keys, keys that cannot be keys."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Final, cast

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from fzjs.source.compose import MAX_DEPTH
from fzjs.source.text import LIST_KEYS, Spot

if TYPE_CHECKING:
    from yaml.nodes import CollectionNode, Node

    from fzjs.source.text import Text

_MERGE: Final = "<<"


class DoubtError(Exception):
    """The quick walk met something that the careful one has to look at."""


def plain_data(node: CollectionNode, marks: list[int], depth: int = 0) -> object:
    """The data of a collection with nothing odd in it; the positions of all values into `marks`.

    Raises:
        DoubtError: a duplicate, empty or structured key, a `键：值` that became a key, a list
            dash inside a text, a `，` in a list of names, or great depth.
    """
    if depth > MAX_DEPTH:
        raise DoubtError
    marks.append(node.start_mark.index)
    if isinstance(node, SequenceNode):
        return [_plain_value(item, marks, depth) for item in node.value]
    data: dict[str, object] = {}
    for name, value in node.value:
        if name.__class__ is not ScalarNode or not name.value:
            raise DoubtError
        # The same few keys in every file: one copy of each, and found at once in a record's fields.
        key = intern(name.value)
        if key in data:
            raise DoubtError
        if value.__class__ is ScalarNode:  # most of them: two calls less for each
            marks.append(value.start_mark.index)
            found = value.value if value.style else _plain_text(value.value)
        else:
            found = plain_data(value, marks, depth + 1)
            if key in LIST_KEYS:
                _doubt_separators(found)
        if found is None and (":" in key or "：" in key):
            raise DoubtError
        data[key] = found
    return data


def _plain_value(node: Node, marks: list[int], depth: int) -> object:
    if not isinstance(node, ScalarNode):
        return plain_data(cast("CollectionNode", node), marks, depth + 1)
    marks.append(node.start_mark.index)
    return node.value if node.style else _plain_text(node.value)


def _plain_text(text: str) -> str | None:
    if " - " in text:
        raise DoubtError
    return text or None


def _doubt_separators(found: object) -> None:
    """A list of names with `，` in it; the careful walk sees whether it is quoted."""
    if isinstance(found, list) and any("，" in str(item) or "、" in str(item) for item in found):
        raise DoubtError


class Walk:
    """The careful walk: data, the positions of its values, and a spot for each faulty key."""

    def __init__(self, text: Text) -> None:
        """Walk trees of this text."""
        self.text = text
        self.spots: list[Spot] = []
        self.marks: list[int] = []

    def data(self, node: Node | None) -> object:
        """The data below a node, of at most `MAX_DEPTH` levels."""
        if node is not None:
            self.marks.append(node.start_mark.index)
        if isinstance(node, ScalarNode):
            return node.value if node.value or node.style else None
        if isinstance(node, SequenceNode):
            return [self.data(item) for item in node.value]
        if isinstance(node, MappingNode):
            return self._mapping(node)
        return None

    def _mapping(self, node: MappingNode) -> dict[str, object]:
        data: dict[str, object] = {}
        first: dict[str, int] = {}
        for name, value in node.value:
            known = len(self.marks)
            found = self.data(value)
            if not isinstance(name, ScalarNode) or not name.value:
                del self.marks[known:]
                self.spots.append(_bad_key(name))
                continue
            key: str = name.value
            index = name.start_mark.index
            if key in data:
                del self.marks[known:]
                self.spots.append(self._duplicate(key, index, first[key]))
                continue
            if key == _MERGE and not name.style:
                self.spots.append(_merge_key(index))
            data[key] = found
            first[key] = index
        return data

    def _duplicate(self, key: str, index: int, first: int) -> Spot:
        message = f"键“{key}”重复，第 {self.text.line_number(first)} 行已经写过"
        hint = f"两处合成一处；若是同类的两条，写成“- ”开头的列表，各有各的“{key}”"
        return Spot("yaml-duplicate-key", index, message, hint)


def _bad_key(name: Node) -> Spot:
    index = name.start_mark.index
    if isinstance(name, ScalarNode):
        return Spot("yaml-bad-key", index, "冒号前面没有键名", "在冒号前写键名，如“编号: 31”")
    message = "键名应是一个词，这里却是列表或一组键值"
    hint = "若是占位或正文，整段放进引号；若想列举，写在冒号后面，如“责任科室: [办公室]”"
    return Spot("yaml-bad-key", index, message, hint, stops=True)


def _merge_key(index: int) -> Spot:
    message = "“<<”在 YAML 里是并入别处的内容，这里不使用"
    return Spot("yaml-anchor", index, message, "删掉“<<”，把内容照写一遍")
