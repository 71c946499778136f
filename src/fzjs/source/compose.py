"""Text → node tree, by libyaml where it is there, by PyYAML's own parser where it is not.

Two ways: `quick` lets libyaml build the tree, for a text known to hold nothing odd; `careful`
builds it from the events, which alone show anchors, aliases and tags, stops at a depth that no
person writes, and keeps what was read before a fault. Neither resolves: every scalar stays text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser

from fzjs.source.scanner import LenientScanner
from fzjs.source.text import Spot

if TYPE_CHECKING:
    from yaml.error import Mark

HAVE_LIBYAML: Final = bool(yaml.__with_libyaml__)
MAX_DEPTH: Final = 64
"""Levels; the format itself needs about eight."""


_TOO_DEEP: Final = "exceeded maximum nesting depth"
"""What newer libyaml says before it has handed over what it read: the other parser says where."""


class _Events(Protocol):
    def get_event(self) -> Event | None: ...
    def dispose(self) -> None: ...


class _PureParser(LenientScanner, Parser):
    """PyYAML's own reader, scanner and parser."""

    def __init__(self, text: str) -> None:
        LenientScanner.__init__(self, text)
        Parser.__init__(self)


if HAVE_LIBYAML:
    from yaml._yaml import CParser

    class _QuickLoader(CParser):
        """libyaml's composer; the resolver it asks for answers nothing."""

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            return ""

        def descend_resolver(self, _parent: object, _index: object) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass


def quick(raw: bytes) -> Node | None:
    """The node tree of a text without anchors, tags or great depth; needs libyaml.

    Raises:
        YAMLError: the text is no single YAML document.
    """
    loader = _QuickLoader(raw)
    try:
        node: Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


class Tree:
    """What `careful` found: the (perhaps partial) tree, faults, the parser's error if it stopped.

    `end` is the character position up to which the text was read.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self.root: Node | None = None
        self.spots: list[Spot] = []
        self.error: YAMLError | None = None
        self.end = 0
        self._open: list[CollectionNode] = []
        self._keys: list[Node | None] = []

    def add(self, node: Node) -> None:
        """Hang a node under the innermost open collection."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, SequenceNode):
            parent.value.append(node)
        elif (name := self._keys[-1]) is None:
            self._keys[-1] = node
        else:
            parent.value.append((name, node))
            self._keys[-1] = None

    def enter(self, node: CollectionNode) -> bool:
        """Open a collection; False when that is deeper than anybody writes."""
        self.add(node)
        self._open.append(node)
        self._keys.append(None)
        return len(self._open) <= MAX_DEPTH

    def leave(self, mark: Mark) -> None:
        """Close the innermost collection."""
        self._keys.pop()
        self._open.pop().end_mark = mark


def careful(text: str, *, pure: bool = False) -> Tree:
    """The node tree by way of the events; never raises for anything the text may hold."""
    tree = Tree()
    events: _Events = CParser(text) if HAVE_LIBYAML and not pure else _PureParser(text)
    try:
        _build(tree, events)
    except YAMLError as error:
        if not pure and _TOO_DEEP in str(error):
            return careful(text, pure=True)
        tree.error = error
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        tree.end = mark.index if mark is not None else tree.end
    finally:
        events.dispose()
    return tree


def _build(tree: Tree, events: _Events) -> None:
    documents = 0
    while True:
        event = events.get_event()
        if event is None or isinstance(event, StreamEndEvent):
            return
        mark, end = _marks(event)
        tree.end = end.index
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                tree.spots.append(_second_document(mark.index))
                return
        elif isinstance(event, CollectionEndEvent):
            tree.leave(end)
        elif isinstance(event, NodeEvent) and not _node(tree, event):
            return


def _marks(event: Event) -> tuple[Mark, Mark]:
    """Where an event begins and ends; parsers always say so, the stubs do not know it."""
    return cast("Mark", event.start_mark), cast("Mark", event.end_mark)


def _node(tree: Tree, event: NodeEvent) -> bool:
    """Add what one event begins; False to stop reading."""
    mark, end = _marks(event)
    tree.spots.extend(_marked(event, mark.index))
    if isinstance(event, ScalarEvent):
        tree.add(ScalarNode("", event.value, mark, end, event.style or None))
        return True
    if isinstance(event, AliasEvent):
        tree.add(ScalarNode("", "", mark, end, None))
        return True
    node: CollectionNode | None = None
    if isinstance(event, MappingStartEvent):
        node = MappingNode("", [], mark, end, event.flow_style)
    elif isinstance(event, SequenceStartEvent):
        node = SequenceNode("", [], mark, end, event.flow_style)
    if node is None or tree.enter(node):
        return True
    tree.spots.append(_too_deep(mark.index))
    return False


def _marked(event: NodeEvent, index: int) -> list[Spot]:
    """Anchors, aliases and tags: the format has none, so that what is written is what is meant."""
    found: list[Spot] = []
    if isinstance(event, AliasEvent):
        message = f"以“*”开头的“*{event.anchor}”在 YAML 里是引用别处的内容，这里不使用"
        found.append(
            Spot("yaml-anchor", index, message, _QUOTE.format(f"*{event.anchor}"), stops=True)
        )
    elif event.anchor is not None:
        message = f"以“&”开头的“&{event.anchor}”在 YAML 里是给内容起代号，这里不使用"
        found.append(Spot("yaml-anchor", index, message, "删掉它；若是正文，整段放进引号"))
    tag = getattr(event, "tag", None)
    if tag is not None:
        message = "以“!”开头的词在 YAML 里是类型标记，这里不使用"
        found.append(Spot("yaml-tag", index, message, "删掉它；若是正文，整段放进引号"))
    return found


_QUOTE: Final = '把内容照写一遍；若是正文，放进引号，写成“"{}"”'


def _second_document(index: int) -> Spot:
    message = "一个文件里只能有一份内容，这里又用“---”另起了一份"
    hint = "删掉“---”这一行；若确是两份，另存成两个文件"
    return Spot("yaml-multiple-documents", index, message, hint, stops=True)


def _too_deep(index: int) -> Spot:
    message = f"嵌套超过 {MAX_DEPTH} 层，多半是括号没有收尾，或“- ”重复了"
    return Spot("yaml-syntax", index, message, "检查这里的“[”“{”“- ”，删去多余的", stops=True)
