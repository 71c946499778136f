"""The Jinja that templates may use: data and a few filters, no attributes, methods or captures.

Ordinary Jinja lets a template call methods of its data and capture text to use it again; either
would let data come out as markup. What is not listed here is refused at its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fzjs.render.model import TemplateFault, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
_LOOP = frozenset(_OF_LOOP.split())
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


class Lines(Extension):
    """Marks the end of every line of the template, so that a fault after filling has its line."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Put the line's number before each newline of the template's own text."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", _marked(token.value, token.lineno))
            else:
                yield token


def _marked(text: str, line: int) -> str:
    first, *rest = text.split("\n")
    return first + "".join(f"{LINE}{line + place}\n{part}" for place, part in enumerate(rest))


class Sandbox(ImmutableSandboxedEnvironment):
    """Looks names up in data only: `a.b` and `a['b']` are keys, never Python attributes."""

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401  # as Jinja types it
        """Give the key's value; of `loop`, what Jinja documents for it."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
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
            if isinstance(owner, dict):
                return f"这里没有“{name}”一项\n{nearest(name, owner) or '有：' + '、'.join(owner)}"
            if isinstance(owner, list) and name.isdecimal():
                return f"这一列只有{len(owner)}项，没有第{int(name) + 1}项\n"
            if isinstance(owner, str | int | list | tuple | bool | LoopContext):
                return f"这里不是一组数据，没有“{name}”可取\n"
            return f"没有“{name}”这个变量\n{nearest(name, names)}"

    return Missing


def make(names: Iterable[str], finalize: Callable[..., object]) -> Sandbox:
    """Make the environment of one rendering; `names` are the variables that hints may suggest."""
    environment = Sandbox(
        extensions=[Lines],
        undefined=_missing(frozenset(names)),
        finalize=finalize,
        autoescape=True,  # nothing reaches it: every value is already a placeholder
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    for name in set(environment.filters) - FILTERS:
        del environment.filters[name]
    return environment


def inspect(tree: nodes.Template, name: str) -> None:
    """Refuse, at its line, what a template may not hold. Raises TemplateFault."""
    for node in _walk(tree):
        for kind, word in _REFUSED:
            if isinstance(node, kind):
                raise TemplateFault(name, node.lineno, f"模板里不能用{word}")
        if isinstance(node, nodes.For) and node.recursive:
            raise TemplateFault(name, node.lineno, "模板里不能用 recursive")


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _walk(child)
