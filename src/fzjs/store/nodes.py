"""Where in a text the parts of a node tree begin and end, comments and blank lines left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

from yaml.error import Mark
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

_COMMENT = re.compile("#[^\n]*")
"""Between the values and keys, every `#` begins one."""
_QUESTION = re.compile(r"(?:^|[\s{,\[])\?$")


def start(node: Node) -> int:
    """Return where a node begins; a block collection, at its first key or dash."""
    return cast("Mark", node.start_mark).index


def column(text: str, index: int) -> int:
    """Return how many characters stand before a position on its line."""
    return index - text.rfind("\n", 0, index) - 1


def line_end(text: str, index: int) -> int:
    """Return where the line of a position ends, before its line end."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def is_block(node: Node) -> bool:
    """Tell whether a collection is written over lines, without brackets."""
    return isinstance(node, CollectionNode) and not node.flow_style


def is_empty(node: Node) -> bool:
    """Tell whether nothing is written where a value should stand."""
    return isinstance(node, ScalarNode) and not node.value and not node.style


def children(node: Node) -> list[Node]:
    """Return keys and values, or items, in the order of the text."""
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []


def end(text: str, node: Node, *, whole: bool = False) -> int:
    """Return where what a node says ends, without what the parser counts of the lines after it.

    `whole` counts the empty lines at the end of a block scalar in.
    """
    if is_block(node):
        return end(text, children(node)[-1], whole=whole)
    if is_empty(node):
        return len(text[: start(node)].rstrip(" "))
    last = cast("Mark", node.end_mark).index
    if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        written = text[start(node) : last]
        last = start(node) + len(written.rstrip(" \n"))
        if whole:
            last += max(len(written.rstrip(" ")) - len(written.rstrip(" \n")) - 1, 0)
    return last


def has_comment(text: str, node: Node, name: Node | None = None) -> bool:
    """Tell whether a comment stands inside a value, or between it and the key that names it."""
    place = start(node) if name is None else end(text, name)
    for leaf in _leaves(node):
        if "#" in text[place : start(leaf)]:
            return True
        place = end(text, leaf)
    return "#" in text[place : end(text, node)]


def comments(text: str, root: Node) -> Counter[str]:
    """Return the comments of a text, each with how often it stands there."""
    found: list[str] = []
    place = 0
    for leaf in _leaves(root):
        first = start(leaf)
        if isinstance(leaf, ScalarNode) and leaf.style in {"|", ">"}:
            first = line_end(text, first)  # a comment may stand behind the mark
        found += _COMMENT.findall(text, place, first)
        place = max(first, end(text, leaf))
    return Counter(each.rstrip() for each in (*found, *_COMMENT.findall(text, place)))


def has_question(text: str, node: Node) -> bool:
    """Tell whether a key is written `? key`, its value on another line or nowhere."""
    if isinstance(node, MappingNode):
        keys = (text[: start(name)].rstrip() for name, _ in node.value)
        if any(_QUESTION.search(before[-2:]) for before in keys):
            return True
    return any(has_question(text, child) for child in children(node))


def _leaves(node: Node) -> list[Node]:
    if isinstance(node, ScalarNode):
        return [node]
    return [leaf for child in children(node) for leaf in _leaves(child)]
