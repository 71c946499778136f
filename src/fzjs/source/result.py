"""What reading a file yields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from fzjs.diagnostic import KeyPath, Location

if TYPE_CHECKING:
    from fzjs.source.text import Text


class Fault(NamedTuple):
    """One fault of the writing: the rule's name, what is wrong, where, what to type instead."""

    rule: str
    message: str
    location: Location
    hint: str = ""


class Source:
    """One file: `data` (dict, list, text or None), `faults` in order of place, and positions.

    Every scalar of `data` is text; a plain scalar without text is None, `""` is "". `data` is None
    when the file is empty or a fault leaves open what was meant. Of a duplicate key the first
    value stands.
    """

    __slots__ = ("_root", "_text", "data", "faults", "file")

    def __init__(
        self,
        file: str,
        data: object,
        faults: tuple[Fault, ...] = (),
        *,
        root: Node | None = None,
        text: Text | None = None,
    ) -> None:
        """Keep the node tree and the text; positions are worked out when asked for."""
        self.file = file
        self.data = data
        self.faults = faults
        self._root = root
        self._text = text

    @property
    def text(self) -> str:
        """The text that was read, every line end LF; "" where the file is no text."""
        return self._text.text if self._text else ""

    def node(self, keys: KeyPath, *, key: bool = False) -> Node | None:
        """Return the node of the value (or the key) at this path; its marks count in `text`."""
        found = node = self._root
        for step in keys:
            named = _child(node, step) if node is not None else None
            found, node = named or (None, None)
        return found if key else node

    def locate(self, keys: KeyPath, *, key: bool = False) -> Location:
        """Where the value (or the key) at this path stands.

        A path that does not exist gives its nearest existing ancestor; never raises.
        """
        node = self._root
        if node is None or self._text is None:
            return Location(self.file)
        named: Node = node
        for step in keys:
            found = _child(node, step)
            if found is None:
                break
            named, node = found
        mark = (named if key else node).start_mark
        return Location(self.file, *self._text.place(mark.index))

    def __repr__(self) -> str:
        """Name the file and count the faults; the data can be long."""
        return f"Source({self.file!r}, {len(self.faults)} faults)"


def _child(node: Node, step: object) -> tuple[Node, Node] | None:
    """The node that names the child (key, or the item itself) and the child; None if absent."""
    if isinstance(node, SequenceNode):
        if type(step) is int and 0 <= step < len(node.value):
            return node.value[step], node.value[step]
        return None
    if isinstance(node, MappingNode) and isinstance(step, str):
        for name, value in node.value:
            if isinstance(name, ScalarNode) and name.value == step:
                return name, value
    return None
