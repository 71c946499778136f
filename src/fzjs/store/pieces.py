"""What to cut in where: (start, end, new text) for one change, the likeliest way first.

Nothing here is trusted: `splice` reads the result again and takes the first that says what was
meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from fzjs.source import emit
from fzjs.source.emit import Value
from fzjs.store import nodes

_Cut = tuple[int, int, str]


def value(text: str, node: Node, new: Value, *, in_flow: bool) -> Iterator[_Cut]:
    """Yield the ways to put a value in the place of another; quotes stay where there were any."""
    first, last = nodes.start(node), nodes.end(text, node)
    lead = ""
    if nodes.is_empty(node):
        first, lead = last, " "
    elif nodes.is_block(node):
        first = len(text[:first].rstrip(" \n"))
        lead = " "
    style = node.style if isinstance(node, ScalarNode) else ""
    for written in _written(new, style or "", in_flow=in_flow):
        yield first, last, lead + written


def _written(new: Value, style: str, *, in_flow: bool) -> Iterator[str]:
    if not isinstance(new, str):
        yield emit.flow(new)
        return
    if style == "'" and not re.search(r"[\n\t\\\x00-\x1f]", new):
        yield "'" + new.replace("'", "''") + "'"
    if style != '"':
        yield emit.scalar(new, flow=in_flow)
    yield emit.quoted(new)


def pair(text: str, node: MappingNode, key: str, new: Value, after: str) -> Iterator[_Cut]:
    """Yield the ways to put a new key into a mapping: after the key named, last, or before."""
    if not nodes.is_block(node):
        written = f"{emit.scalar(key, flow=True)}: {emit.flow(new)}"
        if not node.value:
            place = nodes.start(node) + 1
            yield place, place, written
            return
        place = nodes.end(text, node.value[-1][1])
        yield place, place, f", {written}"
        return
    indent = nodes.column(text, nodes.start(node.value[0][0]))
    lines = "".join(f"\n{line}" for line in emit.block({key: new}, indent))
    order = [pair for pair in node.value if pair[0].value == after]
    for _, last in (*order, *reversed(node.value)):
        for whole in (False, True):
            place = nodes.line_end(text, nodes.end(text, last, whole=whole))
            yield place, place, lines


def item(text: str, node: SequenceNode, new: Value, *, quoted: bool) -> _Cut:
    """Return how to add an item at the end of a list, written as the one before it is."""
    if not nodes.is_block(node):
        written = emit.flow([new])[1:-1]
        if not node.value:
            place = nodes.start(node) + 1
            return place, place, written
        place = nodes.end(text, node.value[-1])
        return place, place, f", {written}"
    last: Node = node.value[-1]
    indent = nodes.column(text, nodes.start(node))
    place = nodes.line_end(text, nodes.end(text, last))
    if isinstance(new, Mapping) and nodes.is_block(last):
        lines = list(emit.block(new, indent + 2))
        lines[0] = f"{' ' * indent}- {lines[0][indent + 2 :]}"
        return place, place, "".join(f"\n{line}" for line in lines)
    if isinstance(new, str):
        written = emit.quoted(new) if quoted else emit.scalar(new)
    else:
        written = emit.flow(new)
    return place, place, f"\n{' ' * indent}- {written}"


def removal(text: str, node: MappingNode, key: str) -> _Cut | None:
    """Return how to take a key out of its mapping; None where only a person can."""
    position = next(i for i, (name, _) in enumerate(node.value) if name.value == key)
    name, old = node.value[position]
    if len(node.value) == 1 or nodes.has_comment(text, old, name):
        return None
    if nodes.is_block(node):
        return _lines_removed(text, node, position)
    first, last = nodes.start(name), nodes.end(text, old)
    if position + 1 < len(node.value):
        last = nodes.start(node.value[position + 1][0])
    else:
        first = nodes.end(text, node.value[position - 1][1])
    gone = text[first : nodes.start(name)] + text[nodes.end(text, old) : last]
    return None if "#" in gone else (first, last, "")


def _lines_removed(text: str, node: MappingNode, position: int) -> _Cut | None:
    name, old = node.value[position]
    first, written = nodes.start(name), nodes.end(text, old)
    last = nodes.line_end(text, written)
    comment = text[written:last].strip()
    indent = nodes.column(text, first)
    before = text[first - indent : first]
    if before.strip():  # the first key of an item, behind its dash
        following = nodes.start(node.value[position + 1][0])
        return None if "#" in text[written:following] else (first, following, "")
    if comment:
        return first, last, comment
    if last < len(text):
        return first - indent, last + 1, ""
    return len(text[: first - indent].rstrip("\n")), last, ""
