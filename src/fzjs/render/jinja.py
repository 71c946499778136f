"""Fills a template: its text with a placeholder for every value, so that data is never markup.

A value goes into the filled text as its number between two characters; Markdown is read from that
text, and only then are the values put into the finished text (`reference/word.md`, Rendering
safely). The characters are refused in templates, and data never stands where they are looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Template as Compiled
from jinja2 import TemplateError, TemplateSyntaxError, nodes, pass_context

from fzjs.render import sandbox
from fzjs.render.model import GAP, Template, TemplateFault, nearest
from fzjs.render.values import FORBIDDEN, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from jinja2.runtime import Context

OPEN, CLOSE = "\U0010fff0", "\U0010fff1"
PLACEHOLDER = re.compile(f"{OPEN}([0-9]+){CLOSE}")

_RESERVED = re.compile("[\U0010fff0-\U0010fff3]")
_WIDE = re.compile("[｛｝％]")
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_NARROW = {"｛": "{", "｝": "}", "％": "%"}
_PIECES = 2_000_000
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_SAYINGS = (
    (r"No filter named '(.+?)'\.?", "没有“{0}”这个过滤器"),
    (r"No test named '(.+?)'\.?", "没有“{0}”这个判断"),
    (r"Encountered unknown tag '(.+?)'.*", "没有 {{% {0} %}} 这个语句，或它没有开头"),
    (
        r"Unexpected end of template.*",
        "模板没写完：有语句没有结束（如少了 {{% endif %}} 或 {{% endfor %}}）",
    ),
    (r"unexpected end of template.*", "模板没写完：少了 }}}} 或 %}}"),
    (r"unexpected '(.+?)'(?:, expected '(.+?)')?", "这里不该有“{0}”"),
    (r"unexpected char '?(.+?)'? at .*", "这里不该有“{0}”"),
    (r"expected token '(.+?)', got '(.+?)'", "这里应是“{0}”，却是“{1}”"),
    (r"Expected an expression, got .*", "这里少写了内容"),
    (r"Missing end of comment tag", "注释没有用 #}} 结束"),
    (r"Missing end of raw directive", "{{% raw %}} 没有用 {{% endraw %}} 结束"),
    (r"unsupported operand .*", "文字和数字不能这样相加或比较"),
    (r".* not supported between .*", "文字和数字不能这样相加或比较"),
    (r"division by zero", "除数是零"),
    (r"'\w+' object is not iterable", "这不是一列数据，不能逐项写"),
    (r"do_(\w+)\(\) .* arguments?\b.*", "过滤器“{0}”括号里的内容不对"),
)
"""What Jinja says, and what a clerk reads instead."""

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "name": "名字",
}


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
    _characters(template)
    body = "\n" * start + "\n".join(map(_kept, template.text.split("\n")[start:]))
    values: list[str] = []
    pieces = _run(Template(template.name, body), data, values)
    lines = []
    for text in "".join(pieces).split("\n"):
        content, _, number = text.partition(sandbox.LINE)
        lines.append(Line(content, int(number or body.count("\n") + 1)))
    return Filled(tuple(lines), tuple(values))


def _kept(line: str) -> str:
    """Keep the newline of a line that ends in a tag but has text as well.

    Jinja's `trim_blocks` drops it after every tag, and so would run two paragraphs together.
    """
    rest = _TAG.sub("", line).strip()
    ends = line.endswith(("%}", "#}")) and line[-3:-2] not in ("-", "+")
    if not ends or not rest or rest.endswith(("%}", "#}")):
        return line
    return f"{line[:-2]}+{line[-2:]}"


def _characters(template: Template) -> None:
    """Refuse what a template's text may not hold, wherever it stands."""
    for number, text in enumerate(template.text.split("\n"), 1):
        wide = _WIDE.search(text)
        if wide:
            hint = f"改成半角 {_NARROW[wide[0]]}"
            raise TemplateFault(template.name, number, f"模板里有全角的“{wide[0]}”", hint)
        bad = _RESERVED.search(text) or FORBIDDEN.search(text)
        if bad:
            code = f"U+{ord(bad[0]):04X}"
            raise TemplateFault(template.name, number, f"模板里不能有字符 {code}", "删去它")


def _run(template: Template, data: dict[str, Any], values: list[str]) -> Iterator[str]:
    """Yield the filled text piece by piece; every value printed is added to `values`."""

    @pass_context
    def finalize(_: Context, value: object) -> str:
        values.append(_printed(value))
        return f"{OPEN}{len(values) - 1}{CLOSE}"

    names = set(data)
    environment = sandbox.make(names, finalize)
    try:
        tree = environment.parse(template.text, template.name, template.name)
        sandbox.inspect(tree, template.name)
        names.update(node.name for node in tree.find_all(nodes.Name) if node.ctx == "store")
        environment = sandbox.make(names, finalize)
        code = environment.compile(tree, template.name, template.name)
        compiled = Compiled.from_code(environment, code, {})
        for count, piece in enumerate(compiled.generate(data)):
            if count > _PIECES:
                raise TemplateFault(template.name, 1, "模板写出的内容太多", "检查循环")
            yield piece
    except TemplateSyntaxError as error:
        message = _translated(str(error.message))
        raise TemplateFault(template.name, error.lineno, message, _filter_hint(error)) from error
    except (*_FAULTS, RecursionError) as error:
        line = _line(error.__traceback__, template.name)
        message, _, hint = str(error).partition("\n")
        raise TemplateFault(template.name, line, _translated(message), hint) from error


def _printed(value: object) -> str:
    """Print a value: yes and no in Chinese, a gap for nothing. Raises TypeError for the rest."""
    if value is None:
        return GAP
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str | int):
        return str(value)
    str(value)  # an undefined value raises here, naming itself
    raise TypeError("这是一组数据，不能直接写进正文\n用 {% for %} 逐项写，或用 | join('、') 连起来")


def _translated(message: str) -> str:
    for pattern, saying in _SAYINGS:
        found = re.fullmatch(pattern, message)
        if found:
            return saying.format(*(_TOKENS.get(each or "", each) for each in found.groups()))
    return message if re.search("[\u4e00-\u9fff]", message) else f"模板有误：{message}"


def _filter_hint(error: TemplateSyntaxError) -> str:
    found = re.fullmatch(r"No filter named '(.+?)'\.?", str(error.message))
    return nearest(found[1], sandbox.FILTERS) if found else ""


def _line(trace: TracebackType | None, name: str) -> int:
    """Find the template's line in a traceback, which Jinja has rewritten to show it."""
    line = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
