"""What reading a file yields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from fzjs.diagnostic import KeyPath, Location
from fzjs.source.places import Places
from fzjs.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
    value stands. `text` is what was read, every line end LF; "" where the file is no text.
    """

    __slots__ = ("_marks", "_places", "_root", "_tree_of", "data", "faults", "file", "text")

    def __init__(
        self,
        file: str,
        data: object,
        faults: tuple[Fault, ...] = (),
        *,
        text: str = "",
        marks: Sequence[int] | None = None,
        tree: Node | Callable[[str], Node | None] | None = None,
    ) -> None:
        """Take what was read; `marks` are the positions of all values in the order of `data`.

        `tree` is the node tree, or what makes it again from the text: the trees of 10,000 files
        are 150 MB that hardly anybody asks for.
        """
        self.file = file
        self.data = data
        self.faults = faults
        self.text = text
        self._marks = marks
        self._places: Places | None = None
        self._root = tree if isinstance(tree, Node) else None
        self._tree_of = None if isinstance(tree, Node) else tree

    def node(self, keys: KeyPath, *, key: bool = False) -> Node | None:
        """Return the node of the value (or the key) at this path; its marks count in `text`."""
        found = node = self._tree()
        for step in keys:
            named = _child(node, step) if node is not None else None
            found, node = named or (None, None)
        return found if key else node

    def locate(self, keys: KeyPath, *, key: bool = False) -> Location:
        """Where the value (or the key) at this path stands.

        A path that does not exist gives its nearest existing ancestor; never raises.
        """
        if not key and self._marks is not None:
            self._places = self._places or self.places()
            return self._places.locate(keys)
        node = self._tree()
        if node is None:
            return Location(self.file)
        named: Node = node
        for step in keys:
            found = _child(node, step)
            if found is None:
                break
            named, node = found
        mark = (named if key else node).start_mark
        return Location(self.file, *Text(self.text).place(mark.index))

    def places(self) -> Places:
        """Return where all values of `data` stand, for many questions at once; not kept here."""
        if self._marks is None:
            return Places(self.file, "", None, (0,))
        return Places(self.file, self.text, self.data, self._marks)

    def _tree(self) -> Node | None:
        if self._root is None and self._tree_of is not None:
            self._root = self._tree_of(self.text)
        return self._root

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
