"""Reads a template for its mistakes, all of them in one run, without filling it.

What filling finds only where the data takes a branch is found in every branch: names that the data
does not have, blocks that are none or have no end, tags that are half closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, nodes

from fzjs.render import (
    blocks,
    bounds,
    front,
    jinja,
    kinds,
    known,
    package,
    pages,
    sandbox,
    stylesheet,
    templates,
)
from fzjs.render.layout import Styles
from fzjs.render.model import ReferenceFault, Template, TemplateFault
from fzjs.render.places import Places
from fzjs.render.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FENCE = re.compile(r"---[^\n]*\n(?:.*\n)*?---[^\n]*(?:\n|$)")
_TIGHT = re.compile("(#{1,3})(?=[^#\\s])")
_RESERVED = re.compile("[\U0010fff0-\U0010fff3]")


def check(template: Template, examples: Sequence[Mapping[str, Any]]) -> list[TemplateFault]:
    """Return every mistake that reading shows, in the order of the text.

    `examples` are data as the report makes it; together they show which names there are. Without
    any, names are not looked at.
    """
    template = Template(template.name, re.sub("\r\n?", "\n", template.text))
    try:
        jinja.sized(template)
    except TemplateFault as error:
        return [error]
    found = {(each.line, each.column): each for each in _faults(template, examples)}
    return [found[place] for place in sorted(found)]


def _faults(template: Template, examples: Sequence[Mapping[str, Any]]) -> Iterator[TemplateFault]:
    yield from jinja.wrong_characters(template)
    template = Template(template.name, _RESERVED.sub(" ", jinja.narrowed(template.text)))
    try:
        start = front.read(template).lines
    except TemplateFault as error:
        yield error
        fenced = _FENCE.match(template.text)
        start = fenced[0].count("\n") if fenced else 1
    yield from _headings(template, start)
    body = jinja.body_of(template, start)
    tree, more, broken = _parsed(Template(template.name, body))
    yield from broken
    if tree is None:
        return
    refused = list(sandbox.refused(tree))
    for place, message, hint in refused:
        yield jinja.fault(template.name, Places(body), place, message, hint)
    data = kinds.merge(map(kinds.learn, examples))
    if examples:
        for place, message, hint in known.faults(tree, data, more):
            yield jinja.fault(template.name, Places(body), place, message, hint)
    names = data.keys if isinstance(data, kinds.Group) else None
    for line, message, hint in blocks.faults(tree, body, names):
        yield _at_line(template, line, message, hint)


def _headings(template: Template, start: int) -> Iterator[TemplateFault]:
    """Find headings without the blank after `#`: they would be printed with it."""
    for number, line in enumerate(template.text.split("\n"), 1):
        marked = _TIGHT.match(line) if number > start else None
        if marked:
            hint = f"写成“{marked[1]} {line[marked.end() :][:8]}……”"
            message = "# 后面没有空格，会照样印出来"
            yield TemplateFault(template.name, number, message, hint, column=marked.end() + 1)


def _parsed(
    template: Template,
) -> tuple[nodes.Template | None, Iterable[str], Iterable[TemplateFault]]:
    """Return the tree, of what is left where tags are wrong, and what is wrong with them."""
    try:
        return _tree(template), (), ()
    except TemplateSyntaxError as error:
        tags = Tags(template.text)
        places = Places(template.text)
        found = [jinja.fault(template.name, places, *each) for each in tags.found]
        found = found or [jinja.syntax(template, error)]
        text = tags.repaired()
    except RecursionError:
        return None, (), (TemplateFault(template.name, 1, "模板写得太深"),)
    try:
        return _tree(Template(template.name, text)), tags.names, found
    except (TemplateSyntaxError, RecursionError):
        return None, (), found


def _tree(template: Template) -> nodes.Template:
    environment = sandbox.make((), str, bounds.Budget())
    return environment.parse(template.text, template.name, template.name)


def _at_line(template: Template, line: int, message: str, hint: str) -> TemplateFault:
    """Make a fault of a block: at its name, else at its beginning."""
    text = template.text.split("\n")[line - 1]
    words = re.findall("“(?:::: )?(.+?)”", message)
    column = max(text.rfind(words[-1]) if words else 0, 0) + 1
    return TemplateFault(template.name, line, message, hint, column=column)


def check_reference(data: bytes) -> list[str]:
    """Return what is wrong with a reference.docx: what must not be in it, styles that it lacks."""
    try:
        document = package.open_reference(data)
        pages.area(document.sections[-1])
    except ReferenceFault as error:
        return [str(error)]
    styles = Styles(document.styles.element)
    return [
        f"{templates.REFERENCE} 里没有“{name}”这个样式"
        for name in stylesheet.names()
        if not styles.has(name)
    ]
