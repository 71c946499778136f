"""Fills a template: its text with a placeholder for every value, so that data is never markup.

A value goes into the filled text as its number between two characters; Markdown is read from that
text, and only then are the values put into the finished text (`reference/word.md`, Rendering
safely). The characters are refused in templates, and data never stands where they are looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Template as Compiled
from jinja2 import TemplateError, TemplateSyntaxError, nodes, pass_context

from fzjs.render import bounds, sandbox, sayings, tags
from fzjs.render.model import GAP, Template, TemplateFault
from fzjs.render.places import Places
from fzjs.render.values import FORBIDDEN, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import CodeType, TracebackType

    from jinja2.runtime import Context

OPEN, CLOSE = "\U0010fff0", "\U0010fff1"
PLACEHOLDER = re.compile(f"{OPEN}([0-9]+){CLOSE}")

_RESERVED = re.compile("[\U0010fff0-\U0010fff3]")
_WIDE = re.compile("[｛｝％]+")
_OPENS = re.compile(r"\{([%#])")
_NARROW = str.maketrans("｛｝％", "{}%")
_SIZE = 200_000
_LINE = 10_000
_PIECES = 2_000_000
_WRITTEN = 10_000_000
_LINES = 20_000
_FAULTS = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    *(SyntaxError, RecursionError, MemoryError),
)


class Line(NamedTuple):
    """One line of the filled text, and the template's line that it comes from."""

    text: str
    number: int


class Filled(NamedTuple):
    """A filled template: its lines, and the values that its placeholders stand for."""

    lines: tuple[Line, ...]
    values: tuple[str, ...]


def fill(template: Template, context: Mapping[str, Any], start: int = 0) -> Filled:
    """Fill a template, leaving out its first `start` lines (the front matter).

    Raises TemplateFault with the template's line, DataFault for a value that cannot be printed.
    """
    data = plain(context)
    body = _sound_body(template, start)
    values: list[str] = []
    pieces = _run(Template(template.name, body), data, values)
    lines: list[Line] = []
    for text in "".join(pieces).split("\n"):
        content, _, number = text.partition(sandbox.LINE)
        if len(lines) >= _LINES:
            line = int(number or 1)
            raise TemplateFault(template.name, line, f"写出的内容超过{_LINES}行", "检查循环")
        lines.append(Line(content, int(number or body.count("\n") + 1)))
    return Filled(tuple(lines), tuple(values))


@lru_cache(maxsize=2)  # a run's documents have one template: it is looked through once
def _sound_body(template: Template, start: int) -> str:
    sized(template)
    _characters(template)
    return body_of(template, start)


def body_of(template: Template, start: int) -> str:
    """Give what Jinja reads of a template: every line in its place, the front matter's empty."""
    return "\n" * start + "\n".join(map(_kept, template.text.split("\n")[start:]))


def _kept(line: str) -> str:
    """Keep the newline of a line that ends in a tag but has text as well.

    Jinja's `trim_blocks` drops it after every tag, and so would run two paragraphs together.
    """
    rest = _without_tags(line).strip()
    ends = line.endswith(("%}", "#}")) and line[-3:-2] not in ("-", "+")
    if not ends or not rest or rest.endswith(("%}", "#}")):
        return line
    return f"{line[:-2]}+{line[-2:]}"


def _without_tags(line: str) -> str:
    """Leave out the tags and comments that end on the line; in one pass over it."""
    last = {mark: line.rfind(mark + "}") for mark in "%#"}
    kept, done = "", 0
    for found in _OPENS.finditer(line):
        if done <= found.start() and found.end() <= last[found[1]]:
            kept += line[done : found.start()]
            done = line.index(found[1] + "}", found.end()) + 2
    return kept + line[done:]


def sized(template: Template) -> None:
    """Refuse a template that nobody can have written."""
    if len(template.text) > _SIZE:
        raise TemplateFault(template.name, 1, f"模板太大，超过{_SIZE}字", "分成几个模板")
    for number, text in enumerate(template.text.split("\n"), 1):
        if len(text) > _LINE:
            raise TemplateFault(template.name, number, f"这一行超过{_LINE}字", "分成几行")


def _characters(template: Template) -> None:
    """Refuse what a template's text may not hold, wherever it stands."""
    for found in wrong_characters(template):
        raise found


def wrong_characters(template: Template) -> Iterator[TemplateFault]:
    """Yield the characters that a template's text may not hold, wherever they stand."""
    for number, text in enumerate(template.text.split("\n"), 1):
        for wide in _WIDE.finditer(text):
            said, hint = f"模板里有全角的“{wide[0]}”", f"改成半角 {narrowed(wide[0])}"
            yield TemplateFault(template.name, number, said, hint, column=wide.start() + 1)
        for pattern in (_RESERVED, FORBIDDEN):
            for bad in pattern.finditer(text):
                said = f"模板里不能有字符 U+{ord(bad[0]):04X}"
                yield TemplateFault(template.name, number, said, "删去它", column=bad.start() + 1)


def narrowed(text: str) -> str:
    """Give the text with half-width braces and percent signs in the place of full-width ones."""
    return text.translate(_NARROW)


def _run(template: Template, data: dict[str, Any], values: list[str]) -> Iterator[str]:
    """Yield the filled text piece by piece; every value printed is added to `values`."""
    budget = bounds.Budget()

    @pass_context
    def finalize(_: Context, value: object) -> str:
        values.append(budget.printed(_printed(value)))
        return f"{OPEN}{len(values) - 1}{CLOSE}"

    places = Places(template.text)
    try:
        code, stored = _compiled(template)
        environment = sandbox.make({*data, *stored}, finalize, budget)
        compiled = Compiled.from_code(environment, code, {})
        written = 0
        for count, piece in enumerate(compiled.generate(data)):
            written += len(piece)
            if count > _PIECES or written > _WRITTEN:
                raise TemplateFault(template.name, 1, "模板写出的内容太多", "检查循环")
            yield piece
    except TemplateSyntaxError as error:
        raise syntax(template, error) from error
    except _FAULTS as error:
        place = _place(error.__traceback__, template.name)
        message, _, hint = _saying(error).partition("\n")
        raise fault(template.name, places, place, sayings.translated(message), hint) from error


@lru_cache(maxsize=2)  # parsing and compiling took more than half of filling a short document
def _compiled(template: Template) -> tuple[CodeType, frozenset[str]]:
    """Compile a template under all limits; give the names that it sets, too.

    The code depends on the text alone: filters, limits and hints are the environment's it runs in.
    Raises TemplateSyntaxError, and TemplateFault for what no template may hold.
    """
    environment = sandbox.make((), pass_context(_unfinished), bounds.Budget())
    tree = environment.parse(template.text, template.name, template.name)
    for place, message, hint in sandbox.refused(tree):
        raise fault(template.name, Places(template.text), place, message, hint)
    stored = frozenset(node.name for node in tree.find_all(nodes.Name) if node.ctx == "store")
    bounds.guard(tree)
    return environment.compile(tree, template.name, template.name), stored


def _unfinished(_: Context, value: object) -> str:
    """Stand for what prints values: Jinja only looks whether it takes the context."""
    raise NotImplementedError(value)


def fault(name: str, places: Places, place: int, message: str, hint: str = "") -> TemplateFault:
    """Make a fault of a place in the text."""
    line, column = places.at(place)
    return TemplateFault(name, line, message, hint, column=column)


def syntax(template: Template, error: TemplateSyntaxError) -> TemplateFault:
    """Say what Jinja found: in the very tag where one is wrong, else where the tree broke off."""
    for place, message, hint in tags.faults(template.text):
        return fault(template.name, Places(template.text), place, message, hint)
    message = sayings.translated(str(error.message))
    places = Places(template.text)
    return fault(template.name, places, error.lineno, message, sayings.hint(error))


def _printed(value: object) -> str:
    """Print a value: yes and no in Chinese, a gap for nothing. Raises TypeError for the rest."""
    if value is None:
        return GAP
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str | int):
        if bad := FORBIDDEN.search(text := str(value)):
            raise TypeError(f"不能写出字符 U+{ord(bad[0]):04X}\n删去它")
        return text
    if isinstance(value, float):
        raise TypeError("这个数带小数，不能直接写进正文\n用 | int 取整数，或用 // 整除")
    if not isinstance(value, list | tuple | dict):
        str(value)  # an undefined value raises here, naming itself
    raise TypeError("这是一组数据，不能直接写进正文\n用 {% for %} 逐项写，或用 | join('、') 连起来")


def _saying(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "模板要做的事太多，内存不够"
    return str(error.msg) if isinstance(error, SyntaxError) else str(error)


def _place(trace: TracebackType | None, name: str) -> int:
    """Find the place in a traceback, which Jinja has rewritten to show the template."""
    place = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == name:
            place = trace.tb_lineno
        trace = trace.tb_next
    return place
