"""The Jinja that templates may use: data and a few filters, no attributes, methods or captures.

Ordinary Jinja lets a template call methods of its data and capture text to use it again; either
would let data come out as markup. What is not listed here is refused at its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.filters import make_attrgetter
from jinja2.lexer import Lexer, Token, TokenStream
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fzjs.render import bounds
from fzjs.render.model import nearest
from fzjs.render.places import PlacedLexer, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2.runtime import Context

LINE = "\U0010fff2"
"""Ends a template's line in the filled text; the line's number and a newline follow."""

_FILTERS = """
abs batch count d default dictsort first groupby int items join last length list lower map max
min reject rejectattr replace reverse select selectattr slice sort string sum trim unique
upper
"""
FILTERS = frozenset(_FILTERS.split())
"""All that is left of Jinja's filters: no markup, no attributes, no chance, no formatting."""

_OF_LOOP = """
index index0 revindex revindex0 first last length previtem nextitem depth depth0 changed cycle
"""
LOOP = frozenset(_OF_LOOP.split())
"""What Jinja documents of a loop."""
_REFUSED: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Include, "{% include %}"),
    (nodes.Import, "{% import %}"),
    (nodes.FromImport, "{% from %}"),
    (nodes.Extends, "{% extends %}"),
    (nodes.Block, "{% block %}"),
    (nodes.Macro, "{% macro %}"),
    (nodes.CallBlock, "{% call %}"),
    (nodes.FilterBlock, "{% filter %}"),
    (nodes.AssignBlock, "{% set %}…{% endset %}"),
    (nodes.ScopedEvalContextModifier, "{% autoescape %}"),
    (nodes.NSRef, "给名字的属性赋值"),
    (nodes.Mul, "乘号"),
    (nodes.Pow, "乘方"),
    (nodes.Mod, "取余号（用 is divisibleby）"),
)
_STATEMENTS = 15
"""Statements in each other; Python itself takes twenty."""
_BRACKETS = 30
_TOKENS = 500
_LEVELS = 60
_NODES = 20_000
"""What a template's tags may hold, so that Jinja and Python can take it; people write far less."""


class Lines(Extension):
    """Marks the end of every line of the template, so that a fault after filling has its line.

    It also stops, at their line, statements and brackets that are too deep for the parser.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Put the line's number before each newline of the template's own text."""
        depth = _Depth(stream.name)
        try:
            for token in stream:
                depth.pass_by(token)
                if token.type == "data":
                    yield Token(token.lineno, "data", _marked(token.value, self._line(token)))
                else:
                    yield token
        except ValueError as error:  # Python reads no number of so many digits
            message, line = "这个数太大了", stream.current.lineno
            raise TemplateSyntaxError(message, line, stream.name, stream.name) from error

    def _line(self, token: Token) -> int:
        places: Places = self.environment.places  # type: ignore[attr-defined]  # a `Sandbox`
        return places.line(token.lineno)


class _Depth:
    """How deep the tags are in each other, token by token."""

    def __init__(self, name: str | None) -> None:
        self._name = name
        self._statements = self._brackets = self._tokens = 0
        self._begins = False

    def pass_by(self, token: Token) -> None:
        """Count one token. Raises TemplateSyntaxError at its line."""
        if token.type in ("block_begin", "variable_begin", "data"):
            self._tokens = self._brackets = 0
        self._tokens += 1
        if self._begins and token.type == "name":
            self._statements += (token.value in _OPENING) - (token.value in _CLOSING)
        self._begins = token.type == "block_begin"
        self._brackets += (token.type in _OPENERS) - (token.type in _CLOSERS)
        for count, limit, message in (
            (self._statements, _STATEMENTS, f"语句一个套一个，超过{_STATEMENTS}层"),
            (self._brackets, _BRACKETS, f"括号一个套一个，超过{_BRACKETS}层"),
            (self._tokens, _TOKENS, "这一处写得太长，请拆开"),
        ):
            if count > limit:
                raise TemplateSyntaxError(message, token.lineno, self._name, self._name)


_OPENING = frozenset(("if", "for", "with"))
_CLOSING = frozenset(("endif", "endfor", "endwith"))
_OPENERS = frozenset(("lparen", "lbracket", "lbrace"))
_CLOSERS = frozenset(("rparen", "rbracket", "rbrace"))


def _marked(text: str, line: int) -> str:
    first, *rest = text.split("\n")
    return first + "".join(f"{LINE}{line + place}\n{part}" for place, part in enumerate(rest))


class Sandbox(ImmutableSandboxedEnvironment):
    """Looks names up in data only: `a.b` and `a['b']` are keys, never Python attributes."""

    intercepted_binops = frozenset("+-/") | {"//"}
    places = Places("")

    def __init__(self, budget: bounds.Budget, **options: Any) -> None:  # noqa: ANN401  # Jinja's
        """Make it, with the filters and limits of one rendering."""
        super().__init__(**options)
        self.budget = budget
        self.globals.clear()
        given = {name: self.filters[name] for name in FILTERS}
        self.filters = bounds.filters(given, budget, lambda path: make_attrgetter(self, path))

    @property
    def lexer(self) -> Lexer:
        """Give the lexer whose tokens know their places."""
        return PlacedLexer(self)

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        self.places = Places(source)
        return super()._tokenize(source, name, filename, state)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401  # as Jinja types it
        """Calculate, within the limits."""
        bounds.number(left)
        bounds.number(right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            bounds.length(len(left) + len(right))
        return self.budget.made(super().call_binop(context, operator, left, right))

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401  # as Jinja types it
        """Give the key's value; of `loop`, what Jinja documents for it."""
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> Any:  # noqa: ANN401  # as Jinja types it
        """Give the key's or the position's value, else the undefined value that names it."""
        if isinstance(obj, Undefined):
            return obj[argument] if isinstance(argument, str) else obj[str(argument)]
        try:
            if isinstance(obj, dict | list | tuple | str):
                return obj[argument]  # type: ignore[call-overload, index]  # TypeError is caught
        except (LookupError, TypeError):
            pass
        return self.undefined(obj=obj, name=str(argument))


def _missing(names: frozenset[str]) -> type[StrictUndefined]:
    """Make the undefined value of one rendering: its message suggests one of its names."""

    class Missing(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            name, owner = str(self._undefined_name), self._undefined_obj
            if self._undefined_name is None:
                return "这里没有值可取（循环的第一项没有前一项，最后一项没有后一项）\n"
            if isinstance(owner, dict):
                return f"这里没有“{name}”一项\n{nearest(name, owner) or '有：' + '、'.join(owner)}"
            if isinstance(owner, list) and name.isdecimal():
                return f"这一列只有{len(owner)}项，没有第{int(name) + 1}项\n"
            if isinstance(owner, str | int | list | tuple | bool | LoopContext):
                return f"这里不是一组数据，没有“{name}”可取\n"
            return f"没有“{name}”这个变量\n{nearest(name, names)}"

    return Missing


def make(names: Iterable[str], finalize: Callable[..., object], budget: bounds.Budget) -> Sandbox:
    """Make the environment of one rendering; `names` are the variables that hints may suggest."""
    return Sandbox(
        budget,
        extensions=[Lines],
        undefined=_missing(frozenset(names)),
        finalize=finalize,
        autoescape=True,  # nothing reaches it: every value is already a placeholder
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # a constant may be huge as well: everything is calculated under limits
    )


def refused(tree: nodes.Template) -> Iterator[tuple[int, str, str]]:
    """Yield place, message and hint of what a template may not hold, in the order of the text.

    A tree too deep or too large ends it: nothing may walk the rest.
    """
    for count, (depth, node) in enumerate(_walk(tree)):
        if depth > _LEVELS:
            yield node.lineno, f"这里写得太深，超过{_LEVELS}层", "用 set 分步写"
            return
        if count > _NODES:
            yield node.lineno, f"模板里的语句太多，超过{_NODES}个", "分成几个"
            return
        for kind, word in _REFUSED:
            if isinstance(node, kind):
                yield node.lineno, f"模板里不能用{word}", ""
        if isinstance(node, nodes.Const):
            try:
                bounds.number(node.value)
            except bounds.TooMuchError as error:
                yield node.lineno, str(error), ""
        if isinstance(node, nodes.For) and node.recursive:
            yield node.lineno, "模板里不能用 recursive", ""


def _walk(tree: nodes.Node) -> Iterator[tuple[int, nodes.Node]]:
    """Yield the nodes in the order of the text with their depth; itself never deep."""
    waiting = [(0, tree)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, node
        children = [(depth + 1, child) for child in node.iter_child_nodes()]
        waiting += reversed(children)
