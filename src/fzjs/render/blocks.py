"""The `:::` blocks of a template, in every branch: what opens, what closes, what is no name.

A block may begin in each of two branches and end once after both. Where branches differ, what was
supposed of a condition is kept, so that a second `{% if %}` on the same condition fits the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from fzjs.render.markdown import DIRECTIVES
from fzjs.render.model import nearest
from fzjs.render.sandbox import LINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fzjs.render.tags import Found

MARK = ":::"
_MOST, _STEPS = 64, 100_000
"""Ways through a template, and steps on them, that are looked at; filling tells of the rest."""


class _State(NamedTuple):
    """Where a block began (line 0: none is open) and what was supposed on the way here."""

    line: int = 0
    name: str = ""
    supposed: frozenset[tuple[str, bool]] = frozenset()


_States = frozenset[_State]


def faults(tree: nodes.Template, text: str, names: Iterable[str] | None) -> list[Found]:
    """Return unknown blocks, blocks without an end, ends without a block: line, message, hint.

    `names` are the data's, where it is known: a block that prints a table takes it from there.
    """
    walk = _Walk(text, None if names is None else frozenset(names))
    for state in walk.body(tree.body, frozenset((_State(),))):
        walk.unclosed(state)
    return sorted(walk.found)


class _Walk:
    def __init__(self, text: str, names: frozenset[str] | None) -> None:
        self.lines, self.names = text.split("\n"), names
        self.found: set[Found] = set()
        self.steps = 0

    def body(self, statements: Iterable[nodes.Node], states: _States) -> _States:
        """Go through statements from each of the states; give those at their end."""
        for node in statements:
            self.steps += len(states)
            if self.steps > _STEPS:
                return frozenset((_State(),))
            if isinstance(node, nodes.Output):
                for line, content in _heads(node, self.lines):
                    states = frozenset(self.mark(line, content, state) for state in states)
            elif isinstance(node, nodes.If):
                states = self.branches(node, states)
            elif isinstance(node, nodes.For):
                once = self.body(node.body, states)
                states = _few(states | once | self.body(node.body, once))
                states = _few(states | self.body(node.else_, states)) if node.else_ else states
            elif isinstance(node, nodes.With):
                states = self.body(node.body, states)
        return states

    def branches(self, node: nodes.If, states: _States) -> _States:
        """Go both ways, unless what was supposed leaves but one."""
        asked = repr(node.test)
        ends: set[_State] = set()
        for state in states:
            ways: list[frozenset[_State]] = []
            for taken, statements in ((True, node.body), (False, [*node.elif_, *node.else_])):
                if (asked, not taken) in state.supposed:
                    continue
                start = state._replace(supposed=state.supposed | {(asked, taken)})
                ways.append(self.body(statements, frozenset((start,))))
            reached = {each for way in ways for each in way}
            if len({(bool(each.line)) for each in reached}) == 1:
                reached = {each._replace(supposed=state.supposed) for each in reached}
            ends |= reached
        return _few(frozenset(ends))

    def mark(self, line: int, content: str, state: _State) -> _State:
        """Take a line that begins with `:::`."""
        name, _, argument = content.strip(": ").partition(" ")
        if not name:
            if not state.line:
                self.found.add((line, "多了一个 :::", "前面没有以 ::: 开头的块"))
            return state._replace(line=0, name="")
        self.unclosed(state)
        if name not in DIRECTIVES:
            hint = nearest(name, DIRECTIVES) or "可用：" + "、".join(DIRECTIVES)
            self.found.add((line, f"没有“::: {name}”这种块", hint))
        elif name == "分工表" and self.names is not None and name not in self.names:
            self.found.add((line, f"数据里没有“{name}”", "删去这一块"))
        elif argument.strip() and name != "落款":
            said = f"“::: {name}”后面不能有“{argument.strip()}”"
            self.found.add((line, said, "另起一行写内容"))
        return state._replace(line=line, name=name)

    def unclosed(self, state: _State) -> None:
        """Say that a block has no end, if one is open."""
        if state.line:
            self.found.add((state.line, f"“::: {state.name}”没有用 ::: 结束", ""))


def _few(states: _States) -> _States:
    return states if len(states) <= _MOST else frozenset((_State(),))


def _heads(node: nodes.Output, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of nothing but text that begin with `:::`, with their numbers."""
    fresh = True
    for child in node.nodes:
        if not isinstance(child, nodes.TemplateData):
            fresh = False
            continue
        for part in child.data.split("\n"):
            content, _, number = part.partition(LINE)
            # A tag may stand before it on the line, a word may not.
            begins = fresh and number and content.startswith(MARK)
            if begins and lines[int(number) - 1].lstrip().startswith((MARK, "{%", "{#")):
                yield int(number), content
            fresh = True
