"""The parts of an official letter: letterhead, title, attachment note, signature, imprint.

Their places are those of GB/T 9704-2012 (7.3, 7.4 and 10.1); lengths in twentieths of a point.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from fzjs.norm.fonts import width
from fzjs.render.layout import EM, LINE, Shape, Styles, keep_with_next, paragraph
from fzjs.render.markdown import Directive, Span, Spans
from fzjs.render.measure import TITLE_WIDTH, balanced
from fzjs.render.model import TemplateFault, nearest
from fzjs.render.xml import make

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SEALS = {"盖章": True, "不盖章": False, "": False}
_SIGNED_LINES = 2
_SLIP_HEAD = 2
"""The first lines of a slip: where to cut, and what it is."""
_OUTER, _INNER = 8, 6
"""The imprint's rules, in eighths of a point: 0.35 and 0.25 mm (7.4)."""
_UPRIGHT = 8845
"""The width of an upright page's text, in twentieths of a point."""


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
        column = directive.column(directive.argument)
        raise TemplateFault(name, directive.line, message, hint, column=column)
    if directive.name == "标题":
        return Placed((_title(directive, styles, room),))
    if directive.name == "附件说明":
        return Placed(tuple(_attachments(directive, styles)))
    if directive.name == "小注" and before is not None:
        keep_with_next(before)  # two small lines are no page
    if directive.name == "回执":
        return Placed(tuple(_slip(directive, styles)))
    if directive.name == "版记":
        return Placed(tuple(_imprint(directive, styles, name)))
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


def _slip(directive: Directive, styles: Styles) -> list[Element]:
    """Write a slip to cut off: where to cut and what it is in the middle, all on one page."""
    last = len(directive.lines) - 1
    shapes = (
        Shape(
            keep=place < last,
            before=LINE if not place else None,
            align="center" if place < _SLIP_HEAD else "",
        )
        for place in range(len(directive.lines))
    )
    return [
        paragraph(styles, "小注", line, shape)
        for line, shape in zip(directive.lines, shapes, strict=True)
    ]


def _imprint(directive: Directive, styles: Styles, name: str) -> list[Element]:
    """Write the imprint at the last page's foot: who gets a copy; who prints it, and when (7.4).

    A table as wide as the text, held at the foot; LibreOffice sets one so wide after the text.
    """
    if len(directive.lines) < _SIGNED_LINES:
        hint = "最后两行写印发机关和日期，前面的写抄送"
        raise TemplateFault(name, directive.line, "版记至少要两行", hint)
    *copies, organ, dated = directive.lines
    last = (*organ, Span("\t"), *dated, Span("印发"))
    rules = (("top", _OUTER), ("bottom", _OUTER), ("insideH", _INNER))
    borders = tuple(make(side, (), val="single", sz=size, space=0) for side, size in rules)
    place = make("tblpPr", (), vertAnchor="margin", horzAnchor="margin", tblpYSpec="bottom")
    properties = (
        *(place, make("tblOverlap", val="never"), make("tblW", w=_UPRIGHT, type="dxa")),
        *(make("tblBorders", borders), make("tblLayout", type="fixed")),
        make("tblCellMar", tuple(make(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    wide = make("tcPr", (make("tcW", w=_UPRIGHT, type="dxa"),))
    rows = (
        make(
            "tr",
            (
                make("trPr", (make("cantSplit"),)),
                make("tc", (deepcopy(wide), *(paragraph(styles, "版记", line) for line in lines))),
            ),
        )
        for lines in (copies, [last])
        if lines
    )
    grid = make("tblGrid", (make("gridCol", w=_UPRIGHT),))
    return [
        make("tbl", (make("tblPr", properties), grid, *rows)),
        paragraph(styles, "表格文字", ()),
    ]


def _signature(
    directive: Directive, styles: Styles, name: str, before: Element | None
) -> list[Element]:
    """Write organ and date, held together with the end of the text (7.3.5)."""
    if directive.argument not in _SEALS:
        hint = nearest(directive.argument, _SEALS) or "写“盖章”或“不盖章”"
        message = f"“::: 落款”后面不认识“{directive.argument}”"
        column = directive.column(directive.argument)
        raise TemplateFault(name, directive.line, message, hint, column=column)
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
