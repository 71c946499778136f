"""Small builders for WordprocessingML: an element with attributes and children, a run, a break."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from fzjs.render.model import GAP

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from fzjs.render.markdown import Spans

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_NAMES = {"w": W}
_PARTS = re.compile(f"(\n|\t|{GAP})")
AMBIGUOUS = re.compile("[\u00a7-\u00f7\u2010-\u2bff]")
"""Quotes, dashes, ellipses, ×, ①, ★: Word takes them from the Latin font unless told."""


@cache
def qualified(name: str) -> str:
    """Turn 'w:p' into lxml's '{namespace}p'; 'r:id' likewise."""
    prefix, _, local = name.partition(":")
    return f"{{{W if prefix == 'w' else R}}}{local}"


def make(tag: str, children: tuple[Element, ...] = (), **attributes: str | int) -> Element:
    """Make an element of the `w` namespace, as in `make("jc", val="right")`."""
    given = {qualified(f"w:{name}"): str(value) for name, value in attributes.items()}
    element = etree.Element(qualified(f"w:{tag}"), given, _NAMES)
    element.extend(children)
    return element


class Look(NamedTuple):
    """What a run adds to its paragraph's style; `size` in half points, 0 for the style's own."""

    size: int = 0
    gap: str = ""
    bold: bool = False


def runs(spans: Spans, look: Look) -> list[Element]:
    """Make the runs of a paragraph; a gap to be filled gets the character style `look.gap`."""
    return [
        _run(part, look._replace(bold=span.bold, gap=look.gap if part == GAP else ""))
        for span in spans
        for part in _PARTS.split(re.sub("\r\n?", "\n", span.text))
        if part
    ]


def _run(text: str, look: Look) -> Element:
    properties = make("rPr")
    if look.gap:
        properties.append(make("rStyle", val=look.gap))
    if AMBIGUOUS.search(text):
        properties.append(make("rFonts", hint="eastAsia"))
    if look.bold:
        properties.extend((make("b"), make("bCs")))
    if look.size:
        properties.extend((make("sz", val=look.size), make("szCs", val=look.size)))
    run = make("r", (properties,) if len(properties) else ())
    if text in "\n\t":
        run.append(make("br" if text == "\n" else "tab"))
        return run
    content = make("t")
    content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    content.text = text
    run.append(content)
    return run
