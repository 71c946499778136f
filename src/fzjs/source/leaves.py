"""The scalars of a node tree, sorted by what may be wrong with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


class Leaf(NamedTuple):
    """A plain scalar that is a value: the key it stands under, where its `[…]` begins and ends."""

    node: ScalarNode
    key: str
    within: tuple[int, int] | None
    alone: bool


class Leaves:
    """The scalars of a tree in the order of the text."""

    def __init__(self, root: Node | None) -> None:
        """Gather them; the tree is at most `MAX_DEPTH` deep."""
        self.plain: list[Leaf] = []
        self.keys: list[tuple[ScalarNode, Node, bool]] = []
        self.spans: list[tuple[int, int]] = []
        self.quoted: list[ScalarNode] = []
        self.mixed: list[tuple[ScalarNode, set[str]]] = []
        if root is not None:
            self._gather(root, "", alone=True)
        self.spans.sort()
        self._starts = [start for start, _ in self.spans]

    def _gather(
        self, node: Node, key: str, within: tuple[int, int] | None = None, *, alone: bool = False
    ) -> None:
        if isinstance(node, ScalarNode):
            if not node.style:
                self.plain.append(Leaf(node, key, within, alone))
            else:
                self.quoted.append(node)
                self.spans.append((node.start_mark.index, node.end_mark.index))
        elif isinstance(node, SequenceNode):
            self._items(node, key)
        elif isinstance(node, MappingNode):
            for name, value in node.value:
                self._pair(name, value, flow=bool(node.flow_style))

    def _items(self, node: SequenceNode, key: str) -> None:
        names = {
            name.value
            for item in node.value
            if isinstance(item, MappingNode)
            for name, _ in item.value
            if isinstance(name, ScalarNode)
        }
        within = (node.start_mark.index, node.end_mark.index) if node.flow_style else None
        for item in node.value:
            if names and isinstance(item, ScalarNode) and not item.style:
                self.mixed.append((item, names))
            self._gather(item, key, within)

    def _pair(self, name: Node, value: Node, *, flow: bool) -> None:
        key = ""
        if isinstance(name, ScalarNode):
            key = name.value
            if name.style:
                self._gather(name, "")
            else:
                self.keys.append((name, value, flow))
        else:
            self._gather(name, "")
        self._gather(value, key)

    def inside(self, index: int) -> bool:
        """Whether a position lies in a quoted or block scalar."""
        place = bisect_right(self._starts, index) - 1
        return place >= 0 and index < self.spans[place][1]

    def plain_before(self, index: int) -> Leaf | None:
        """The last plain value that begins before a position."""
        place = bisect_left(self.plain, index, key=lambda leaf: leaf.node.start_mark.index)
        return self.plain[place - 1] if place else None
