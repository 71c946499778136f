"""The parts of an official letter: letterhead, title, attachment note, signature.

Their places are those of GB/T 9704-2012 (7.3 and 10.1); lengths in twentieths of a point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fzjs.render.layout import EM, LINE, Shape, Styles, keep_with_next, paragraph
from fzjs.render.markdown import Directive, Span, Spans
from fzjs.render.measure import TITLE_WIDTH, balanced, width
from fzjs.render.model import TemplateFault, nearest

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SEALS = {"盖章": True, "不盖章": False, "": False}
_SIGNED_LINES = 2


class Placed(NamedTuple):
    """What a directive becomes: paragraphs, the first page's letterhead, or the turn of a page."""

    body: tuple[Element, ...] = ()
    letterhead: Spans = ()
    turn: bool = False


def place(
    directive: Directive,
    styles: Styles,
    name: str,
    before: Element | None,
    room: float = TITLE_WIDTH,
) -> Placed:
    """Turn a directive into paragraphs; `before` is the body's last element so far.

    `room` is how many of a title's characters a line holds.
    Raises TemplateFault (under the template's `name`) for a word or a line that it cannot take.
    """
    if directive.name == "发文机关标志":
        return Placed(letterhead=tuple(span for line in directive.lines for span in line))
    if directive.name == "落款":
        return Placed(tuple(_signature(directive, styles, name, before)))
    if directive.argument:
        hint = "另起一行写内容"
        message = f"“::: {directive.name}”后面不能有“{directive.argument}”"
        raise TemplateFault(name, directive.line, message, hint)
    if directive.name == "标题":
        return Placed((_title(directive, styles, room),))
    if directive.name == "附件说明":
        return Placed(tuple(_attachments(directive, styles)))
    if directive.name == "小注" and before is not None:
        keep_with_next(before)  # two small lines are no page
    if directive.name == "分页":
        return Placed(turn=True)
    return Placed(tuple(paragraph(styles, directive.name, line) for line in directive.lines))


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _title(directive: Directive, styles: Styles, room: float) -> Element:
    """Break the title as the template does, else into lines of like length."""
    lines = [_text(line) for line in directive.lines]
    broken = lines if len(lines) > 1 else balanced("".join(lines), room)
    return paragraph(styles, "标题", (Span("\n".join(broken)),))


def _attachments(directive: Directive, styles: Styles) -> list[Element]:
    """Write the attachment note: numbered from two on, later lines under the name's first word."""
    names = [_text(line).rstrip("。；，、;,. ") for line in directive.lines]
    made = []
    for number, name in enumerate(names, 1):
        label = f"{number}. " if len(names) > 1 else ""
        lead = "附件：" if number == 1 else ""
        left = 5 * EM + round(width(label) * EM)
        hanging = round(width(lead + label) * EM)
        shape = Shape(before=LINE if number == 1 else 0, left=left, hanging=hanging)
        made.append(paragraph(styles, "附件说明", (Span(lead + label + name),), shape))
    return made


def _signature(
    directive: Directive, styles: Styles, name: str, before: Element | None
) -> list[Element]:
    """Write organ and date, held together with the end of the text (7.3.5)."""
    if directive.argument not in _SEALS:
        hint = nearest(directive.argument, _SEALS) or "写“盖章”或“不盖章”"
        message = f"“::: 落款”后面不认识“{directive.argument}”"
        raise TemplateFault(name, directive.line, message, hint)
    if len(directive.lines) != _SIGNED_LINES:
        raise TemplateFault(
            name,
            directive.line,
            f"落款应有两行，这里有{len(directive.lines)}行",
            "一行单位，一行日期",
        )
    organ, dated = directive.lines
    sealed = _SEALS[directive.argument]
    right = (_sealed if sealed else _unsealed)(width(_text(organ)), width(_text(dated)))
    if before is not None:
        keep_with_next(before)
    first = Shape(keep=True, before=(2 if sealed else 1) * LINE, right=round(right[0] * EM))
    second = Shape(right=round(right[1] * EM))
    return [
        paragraph(styles, "署名", organ, first),
        paragraph(styles, "日期", dated, second),
    ]


def _sealed(organ: float, dated: float) -> tuple[float, float]:
    """Indent from the right: the date by four, the organ centred over it, both inside the page."""
    shift = max(0.0, (organ - dated) / 2 - 4)
    return 4 + shift - (organ - dated) / 2, 4 + shift


def _unsealed(organ: float, dated: float) -> tuple[float, float]:
    """Indent from the right: the organ by two, the date starting two after the organ's start.

    A date longer than the organ stands two from the right itself, and the organ moves left; so
    does one of equal length, which would otherwise end at the very margin.
    """
    if dated >= organ:
        return 4 + dated - organ, 2
    return 2, organ - dated
