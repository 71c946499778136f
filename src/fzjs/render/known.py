"""The names of a template against its data, in every branch: filling takes only some of them."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.tests import TESTS

from fzjs.render import kinds
from fzjs.render.kinds import ANYTHING, TEXT, Group, Kind, Parts, Rows
from fzjs.render.model import nearest
from fzjs.render.sandbox import FILTERS, LOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fzjs.render.tags import Found

Scope = ChainMap[str, Kind]

_SAME = frozenset(
    ("list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr")
)
_ITEM = frozenset(("first", "last", "min", "max"))
_ATTRIBUTE = {"selectattr": 0, "rejectattr": 0, "groupby": 0, "sum": 0, "join": 1}
"""Filters whose argument names a key of the items; others take it by its name alone."""
_OF_LOOP: dict[str, Kind] = {
    name: TEXT if "index" in name or "depth" in name else ANYTHING for name in LOOP
}
_CALCULATED = (nodes.Compare, nodes.Not, nodes.Concat, nodes.Const, nodes.TemplateData)


def faults(tree: nodes.Template, data: Kind, more: Iterable[str] = ()) -> list[Found]:
    """Return the names that the data does not have: place, message, hint.

    `more` are names that are taken as they come, such as those of loops that cannot be read.
    """
    names = data.keys if isinstance(data, Group) else {}
    walk = _Walk()
    walk.body(tree.body, Scope({}, dict.fromkeys(more, ANYTHING), names))
    return walk.found


class _Walk:
    """Goes through the statements as Jinja does, with what each name stands for."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """Go through statements in order."""
        for node in statements:
            if isinstance(node, nodes.Output):
                self.output(node, scope)
            elif isinstance(node, nodes.If):
                self.kind(node.test, scope)
                for part in (node.body, node.elif_, node.else_):
                    self.body(part, scope)
            elif isinstance(node, nodes.For):
                self.loop(node, scope)
            elif isinstance(node, nodes.Assign):
                self.bind(node.target, self.kind(node.node, scope), scope)
            elif isinstance(node, nodes.With):
                inner = scope.new_child()
                for target, value in zip(node.targets, node.values, strict=True):
                    self.bind(target, self.kind(value, scope), inner)
                self.body(node.body, inner)

    def output(self, node: nodes.Output, scope: Scope) -> None:
        """Look at what is printed: a list or a group cannot be."""
        for child in node.nodes:
            found = self.kind(child, scope)
            if isinstance(found, Rows | Group | Parts):
                said = "这是一组数据，不能直接写进正文"
                hint = "用 {% for %} 逐项写，或用 | join('、') 连起来"
                self.found.append((_place(child), said, hint))

    def loop(self, node: nodes.For, scope: Scope) -> None:
        """Go through a loop with its own names."""
        inner = scope.new_child({"loop": Group(_OF_LOOP)})
        self.bind(node.target, kinds.items(self.kind(node.iter, scope)), inner)
        if node.test:
            self.kind(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope.new_child())

    def bind(self, target: nodes.Node, kind: Kind, scope: Scope) -> None:
        """Give a name its kind; a name set again may be either."""
        if isinstance(target, nodes.Name):
            before = scope.maps[0].get(target.name, kinds.UNKNOWN)
            scope[target.name] = kinds.merge((before, kind))
        elif isinstance(target, nodes.Tuple):
            parts = kind.parts if isinstance(kind, Parts) else ()
            for place, each in enumerate(target.items):
                self.bind(each, parts[place] if place < len(parts) else ANYTHING, scope)

    def kind(self, node: nodes.Node, scope: Scope, *, sure: bool = True) -> Kind:
        """Return what an expression gives; `sure` where its name has to be there."""
        if isinstance(node, nodes.Name):
            return self.name(node, scope, sure=sure)
        if isinstance(node, nodes.Getattr):
            return self.key(node, self.kind(node.node, scope), node.attr, sure=sure)
        if isinstance(node, nodes.Getitem):
            return self.item(node, scope, sure=sure)
        if isinstance(node, nodes.Filter) and node.node:
            return self.filter(node, node.node, scope)
        if isinstance(node, nodes.Test):
            return self.test(node, scope)
        if isinstance(node, nodes.CondExpr):
            self.kind(node.test, scope)
            ends = [node.expr1, *([node.expr2] if node.expr2 else [])]
            return kinds.merge([self.kind(each, scope) for each in ends])
        return self.calculated(node, scope)

    def calculated(self, node: nodes.Node, scope: Scope) -> Kind:
        """Return what an expression of others gives."""
        found = [self.kind(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Or | nodes.And):
            return kinds.merge(found)
        if isinstance(node, nodes.List):
            return Rows(kinds.merge(found))
        if isinstance(node, nodes.Tuple):
            return Parts(tuple(found))
        return TEXT if isinstance(node, _CALCULATED) else ANYTHING

    def name(self, node: nodes.Name, scope: Scope, *, sure: bool) -> Kind:
        """Return what a name stands for."""
        found = scope.get(node.name)
        if found is None and sure:
            hint = nearest(node.name, scope)
            self.found.append((node.lineno, f"没有“{node.name}”这个变量", hint))
        return ANYTHING if found is None else found

    def key(self, node: nodes.Node, owner: Kind, key: str | int, *, sure: bool = True) -> Kind:
        """Return what is under a key."""
        found, message, hint = kinds.look_up(owner, key)
        if message and sure:
            self.found.append((node.lineno, message, hint))
        return found

    def item(self, node: nodes.Getitem, scope: Scope, *, sure: bool) -> Kind:
        """Return what is in brackets: a key, a place or a part."""
        owner = self.kind(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str | int):
            return self.key(node, owner, node.arg.value, sure=sure)
        self.kind(node.arg, scope)
        if isinstance(node.arg, nodes.Slice):
            return owner
        return kinds.merge(owner.keys.values()) if isinstance(owner, Group) else kinds.items(owner)

    def test(self, node: nodes.Test, scope: Scope) -> Kind:
        """Look at `is …`; whether a name is there may be asked of any."""
        if node.name not in TESTS:
            said = f"没有“{node.name}”这个判断"
            self.found.append((node.lineno, said, nearest(node.name, TESTS)))
        self.kind(node.node, scope, sure=node.name not in ("defined", "undefined"))
        for child in node.args:
            self.kind(child, scope)
        return TEXT

    def filter(self, node: nodes.Filter, inner: nodes.Node, scope: Scope) -> Kind:
        """Return what a filter gives."""
        if node.name not in FILTERS:
            said = f"没有“{node.name}”这个过滤器"
            self.found.append((node.lineno, said, nearest(node.name, FILTERS)))
        owner = self.kind(inner, scope, sure=node.name not in ("default", "d"))
        given = [self.kind(child, scope) for child in node.args]
        for pair in node.kwargs:
            self.kind(pair.value, scope)
        asked = self.attribute(node, owner)
        if node.name in ("default", "d"):
            return kinds.merge((owner, *given[:1]))
        if node.name in _SAME:
            return Rows(kinds.items(owner))
        if node.name in _ITEM:
            return kinds.items(owner)
        if node.name in ("batch", "slice"):
            return Rows(Rows(kinds.items(owner)))
        if node.name == "map":
            return Rows(asked)
        if node.name == "groupby":
            return Rows(Parts((TEXT, Rows(kinds.items(owner)))))
        if node.name in ("items", "dictsort"):
            values = owner.keys.values() if isinstance(owner, Group) else (ANYTHING,)
            return Rows(Parts((TEXT, kinds.merge(values))))
        return ANYTHING if node.name == "sum" else TEXT

    def attribute(self, node: nodes.Filter, owner: Kind) -> Kind:
        """Return what the items have under the key that a filter names; a path 'a.b' too."""
        place = _ATTRIBUTE.get(node.name, len(node.args))
        asked: nodes.Node | None = node.args[place] if place < len(node.args) else None
        asked = next((pair.value for pair in node.kwargs if pair.key == "attribute"), asked)
        if not isinstance(asked, nodes.Const):
            return ANYTHING
        found = kinds.items(owner)
        for each in str(asked.value).split(","):
            found = kinds.items(owner)
            for key in each.strip().split("."):
                found = self.key(asked, found, key)
        return found


def _place(node: nodes.Node) -> int:
    """Give where an expression begins: of `a.b`, the `a`."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter) and node.node:
        node = node.node
    return node.lineno
