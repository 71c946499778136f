"""What one rendering may cost: every way to make much out of little is counted and has an end.

Work is counted, never time, so that a template is refused on every machine or on none.
"""

from __future__ import annotations

from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LENGTH = 1_000_000
"""Characters that a text made by a template may have."""
ITEMS = 200_000
"""Items of a list made by a template, those of the lists in it included."""
TURNS = 200_000
"""Turns of all loops together."""
_WORK = 5_000_000
_PRINTED = 5_000_000
NUMBER = 10**15
"""Larger than any number that a document states."""
_ARGUMENT = 1000
_CHARACTERS_A_STEP = 64
_FREE = frozenset(("abs", "count", "d", "default", "first", "int", "last", "length"))
_OF_TEXT = frozenset(("lower", "reverse", "string", "trim", "upper"))
_COUNTED, _JOINED, _WEIGHED, _MADE = "~counted", "~joined", "~weighed", "~made"


class TooMuchError(ValueError):
    """A template asks for more than a document needs; the message says what, then a hint."""


class Budget:
    """What one rendering has spent so far. Every method raises TooMuchError at its limit."""

    def __init__(self) -> None:
        """Begin with nothing spent."""
        self._work = self._turns = self._printed = 0

    def work(self, steps: int) -> None:
        """Count steps of work, whatever they are."""
        self._work += steps
        if self._work > _WORK:
            raise TooMuchError("模板要做的事太多\n检查循环，少算几遍")

    def turns(self, items: Iterable[Any], nodes_a_turn: int) -> list[Any]:
        """Count the turns of a loop over these items before it runs, and give the items."""
        found = list(islice(items, TURNS + 1))
        self._turns += len(found)
        if self._turns > TURNS:
            raise TooMuchError(f"循环的次数合计超过{TURNS}次\n检查一个套一个的循环")
        self.work(len(found) * nodes_a_turn)
        return found

    def printed(self, text: str) -> str:
        """Count a text that goes into the document."""
        self._printed += len(text)
        if self._printed > _PRINTED:
            raise TooMuchError(f"模板写出的内容超过{_PRINTED}字\n检查循环")
        return text

    def weighed(self, value: object) -> Any:  # noqa: ANN401  # whatever came in
        """Count what looking at all of a value costs, and give it back."""
        self.work(_steps(value, _WORK))
        return value

    def made(self, value: Any) -> Any:  # noqa: ANN401  # whatever came in
        """Check the size of what a template made, and give it back."""
        if isinstance(value, str):
            length(len(value))
        elif isinstance(value, int | float):
            number(value)
        elif isinstance(value, list | tuple | dict):
            steps = _steps(value, ITEMS)
            if steps > ITEMS:
                raise TooMuchError(f"这一列超过{ITEMS}项")
            self.work(steps)
        return value

    def text(self, *parts: object) -> str:
        """Join the parts into one text, as `~` does."""
        size = 0
        for part in parts:
            size += _characters(part, LENGTH - size)
            length(size)
        self.work(size // _CHARACTERS_A_STEP + len(parts))
        return "".join(map(str, parts))


def length(size: int) -> None:
    """Refuse a text of this many characters. Raises TooMuchError."""
    if size > LENGTH:
        raise TooMuchError(f"这里拼出的文字超过{LENGTH}字")


def number(value: object) -> None:
    """Refuse to calculate with a number that no document states. Raises TooMuchError."""
    if isinstance(value, int | float) and abs(value) > NUMBER:
        raise TooMuchError("这个数太大了")


def _steps(value: object, limit: int) -> int:
    """Count a value's items all the way down, a long text as several; stops above the limit."""
    if isinstance(value, str):
        return 1 + len(value) // _CHARACTERS_A_STEP
    steps = 1
    for item in _items(value):
        steps += _steps(item, limit - steps)
        if steps > limit:
            break
    return steps


def _characters(value: object, limit: int) -> int:
    """Count at least the characters that a value has as text; stops above the limit."""
    if isinstance(value, str):
        return len(value)
    size = 1
    for item in _items(value):
        size += _characters(item, limit - size) + 2
        if size > limit:
            break
    return size


def _items(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return (each for pair in value.items() for each in pair)
    return value if isinstance(value, list | tuple) else ()


def filters(
    given: dict[str, Callable[..., Any]], budget: Budget, getter: Callable[..., Any]
) -> dict[str, Callable[..., Any]]:
    """Give each filter the budget's limits, and add those that `guard` writes into a template.

    `getter` makes, of a path like 'a.b', the function that looks it up in a value.
    """
    own = {name: _bounded(name, function, budget) for name, function in given.items()}

    def do_join(value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        items = _listed(value)
        if attribute is not None:
            items = list(map(getter(attribute), items))
        parts = [part for item in items for part in (d, item)]
        return budget.text(*parts[1:])

    def do_replace(s: object, old: object, new: object, count: int = -1) -> str:
        text, old, new = budget.text(s), budget.text(old), budget.text(new)
        size = len(text) + text.count(old) * max(0, len(new) - len(old))
        length(size)
        budget.work(size // _CHARACTERS_A_STEP + 1)
        return text.replace(old, new, count)

    return own | {
        "join": do_join,
        "replace": do_replace,
        "string": budget.text,
        _COUNTED: budget.turns,
        _JOINED: budget.text,
        _WEIGHED: budget.weighed,
        _MADE: budget.made,
    }


def _bounded(name: str, function: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """Make a filter that counts its work, takes no huge number, and gives lists, no generators."""
    place = int(hasattr(function, "jinja_pass_arg"))

    @wraps(function)
    def bounded(*args: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever the filter takes
        value = args[place] if len(args) > place else None
        if name not in _FREE:
            budget.work(_shallow(name, value))
        if name != "default":
            _arguments(name, (*args[place + 1 :], *named.values()))
        found = function(*args, **named)
        if hasattr(found, "__next__"):
            found = _listed(found)
        return budget.made(found) if isinstance(found, str | int | float) else found

    return bounded


def _listed(items: Iterable[Any]) -> list[Any]:
    found = list(islice(items, ITEMS + 1))
    if len(found) > ITEMS:
        raise TooMuchError(f"这一列超过{ITEMS}项")
    return found


def _shallow(name: str, value: object) -> int:
    """Count what a filter does with a value, without what lies deeper in it."""
    if isinstance(value, str):
        if name not in _OF_TEXT and len(value) > ITEMS:
            raise TooMuchError(f"这一列超过{ITEMS}项")
        return 1 + len(value) // (_CHARACTERS_A_STEP if name in _OF_TEXT else 1)
    if name in ("sort", "unique", "min", "max", "groupby"):
        return _steps(value, _WORK)
    return 1 + len(value) if isinstance(value, list | tuple | dict) else 1


def _arguments(name: str, arguments: tuple[object, ...]) -> None:
    for argument in arguments:
        if isinstance(argument, int) and abs(argument) > _ARGUMENT:
            raise TooMuchError(f"过滤器“{name}”括号里的数不能超过{_ARGUMENT}")
        if name == "sum" and isinstance(argument, list | tuple | dict):
            raise TypeError("过滤器“sum”只能加数字")


def guard(tree: nodes.Template) -> None:
    """Write the counting into a template: loops, `~`, list literals, comparisons, slices."""
    _Guard().visit(tree)


class _Guard(NodeTransformer):
    """Puts a filter of `filters` around what can grow; the names cannot be typed in a template."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Count the turns; each costs what the loop's body holds."""
        weight = sum(1 for _ in node.find_all(nodes.Node))
        self.generic_visit(node)
        node.iter = _filter(
            _COUNTED, cast("nodes.Expr", node.iter), nodes.Const(weight, lineno=node.lineno)
        )
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Join under the limit."""
        self.generic_visit(node)
        return _filter(_JOINED, *node.nodes)

    def visit_List(self, node: nodes.Expr) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Check the size, for a list may hold another one many times."""
        self.generic_visit(node)
        return node if getattr(node, "ctx", "load") == "store" else _filter(_MADE, node)

    visit_Tuple = visit_Dict = visit_List  # noqa: N815  # Jinja's names

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Count what comparing costs."""
        self.generic_visit(node)
        node.expr = _filter(_WEIGHED, node.expr)
        for operand in node.ops:
            operand.expr = _filter(_WEIGHED, operand.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Count it too: some tests compare."""
        self.generic_visit(node)
        if node.name not in ("defined", "undefined"):
            node.node = _filter(_WEIGHED, node.node)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802  # Jinja's name
        """Count what copying a part costs."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter(_WEIGHED, node.node)
        return node


def _filter(name: str, value: nodes.Expr, *rest: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(value, name, list(rest), [], None, None, lineno=value.lineno)
    made.set_environment(value.environment)  # type: ignore[arg-type]  # set by the parser
    return made
