"""How a text ends: attachment note, sign-off, date, and where the attachments begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.norm.document import Document, Paragraph

_PUSHED, _SHORTEST_ORGAN, _LONGEST_ORGAN, _LONGEST_NAME = 4, 2, 40, 45
"""Characters that set a line aside, that an organ's name has, that an attachment's has."""
_TAIL = 8
"""Paragraphs in which a text ends, unless a list without a label follows."""
ATTACHED = re.compile(
    r"(?:附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?|回执(?:（[^）]*）)?|[－—-]+（裁开）[－—-]+)\s*$"
)
_NOTE = re.compile(r"附\s*件\s*(?:[:：]|\d+\s*[.．、:：])")
BARE_NOTE = re.compile("附件[:：]?$")
_LISTED = re.compile(r"\d{1,2}[.．、]")
CONTACT = re.compile(r"[（(](?:联系人|此件|联系电话)")
_BLANK_DATE = re.compile(r"(?:\d{2,4})?年\d{0,2}月\d{0,2}日")
_CHINESE = "〇○零一二三四五六七八九十元正OoＯ"
_DATE = re.compile(
    rf"\d{{2,4}}年\d{{1,2}}月(?:\d{{1,2}}[日号])?"
    rf"|[{_CHINESE}]{{2,4}}年[{_CHINESE}]{{1,3}}月[{_CHINESE}]{{1,4}}日"
    r"|\d{4}\s*[.\-/—－]\s*\d{1,2}\s*[.\-/—－]\s*\d{1,2}日?"
)
_MONTH = re.compile(r"\d{4}年\d{1,2}月")
_SEALED = re.compile("[（(](?:盖章|公章|印章|单位盖章|加盖公章|章)[）)]$")
_GAP = re.compile(r"待填|[×Ｘ]{2,}|X{2,}|_{2,}")
_ENDS = "。；：，、！？;:,!?”"

_NARROW = "".join(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))))
_WIDE = {ord(char) + 0xFEE0: char for char in _NARROW}
"""Full-width digits and letters, to their half-width ones."""


def narrow(text: str) -> str:
    """Return a text with digits and letters half-width; its marks stay as they are."""
    return text.translate(_WIDE)


def flat(paragraph: Paragraph) -> str:
    """Return a paragraph's words without blanks, digits and letters half-width."""
    return narrow("".join(paragraph.text.split()))


def parted(rest: tuple[Paragraph, ...]) -> tuple[list[Paragraph], tuple[Paragraph, ...]]:
    """Return what stands above the first label of an attachment, and what from there on."""
    cut = next((i for i in range(len(rest)) if _is_label(rest, i)), len(rest))
    return list(rest[:cut]), rest[cut:]


def _is_label(rest: Sequence[Paragraph], place: int) -> bool:
    """Tell whether a paragraph is a label, as 附件1 is.

    附件： alone may as well be the note, with its list on the lines below and the sign-off next.
    """
    text = flat(rest[place])
    if not ATTACHED.match(text):
        return False
    if not BARE_NOTE.fullmatch(text):
        return True
    above = rest[max(0, place - _TAIL) : place]
    end = _listed_to(rest, place + 1)
    below = rest[end : end + _TAIL]
    return end == place + 1 or any(map(_is_dated, above)) or not any(map(_is_dated, below))


def _listed_to(every: Sequence[Paragraph], start: int) -> int:
    """Return the place after the numbered lines that begin at `start`."""
    end = start
    while end < len(every) and _LISTED.match(flat(every[end])):
        end += 1
    return end


def note_of(main: Sequence[Paragraph], dated: Paragraph | None) -> tuple[Paragraph, ...]:
    """Return the attachment note: the last one, below the text, with its numbered lines.

    7.3.4: “在正文下空一行左空二字编排“附件”二字”: a sentence that begins so has text below it.
    """
    last = next((i for i, each in enumerate(main) if each is dated), len(main))
    start = max((i for i in range(last) if _begins_note(flat(main[i]))), default=-1)
    if start < 0:
        return ()
    end = min(_listed_to(main, start + 1), last)
    return () if any(_is_text(each) for each in main[end:last]) else tuple(main[start:end])


def _begins_note(text: str) -> bool:
    return bool(_NOTE.match(text) or BARE_NOTE.fullmatch(text)) and not _is_sentences(text)


def _is_sentences(text: str) -> bool:
    return "。" in text[:-1] or (text.endswith("。") and len(text) > _LONGEST_NAME)


def _is_text(each: Paragraph) -> bool:
    text = flat(each)
    return text.endswith(("。", "：", "；")) and not CONTACT.match(text)


def signed_off(
    main: list[Paragraph], attached: tuple[Paragraph, ...], document: Document, unit: str
) -> tuple[Paragraph | None, Paragraph | None, tuple[Paragraph, ...]]:
    """Return the date and the organ of the sign-off, and what is attached.

    One paragraph may hold both. What stands far below it is a list without a label: it is taken
    out of `main`.
    """
    dated, organ = _signed(main, max(0, len(main) - _TAIL), document, unit)
    if dated is not None:
        return dated, organ, attached
    for place in reversed(range(1, max(1, len(main) - _TAIL))):
        each, above = main[place], main[place - 1]
        signs = _is_dated(each) and is_organ(above) and each.shape.align != "center"
        if signs and _aside(each) and _aside(above):
            dated, organ = each, _organ(main[:place], unit)
            below = main[place + 1 :]
            del main[place + 1 :]
            return dated, organ, (*below, *attached)
    return None, None, attached


def _signed(
    main: Sequence[Paragraph], start: int, document: Document, unit: str
) -> tuple[Paragraph | None, Paragraph | None]:
    for place in reversed(range(start, len(main))):
        each, text = main[place], flat(main[place])
        if not place and document.tables == 0:
            return None, None  # a text of one paragraph signs nothing
        if _is_dated(each) or (_GAP.search(text) and _aside(each)):
            return each, _organ(main[:place], unit)
        if len(text) <= _LONGEST_ORGAN and _aside(each) and date_in(text):
            return each, each
    return None, None


def _is_dated(each: Paragraph) -> bool:
    """Tell whether a paragraph is a date; a month alone may begin a text unless it stands aside."""
    text = _SEALED.sub("", flat(each))
    if _MONTH.fullmatch(text):
        return _aside(each)
    return bool(_DATE.fullmatch(text) or _BLANK_DATE.fullmatch(text))


def _organ(above: Sequence[Paragraph], unit: str) -> Paragraph | None:
    """Return who signs: the line above the date, or the one over it, where an office comes last."""
    lines = [each for each in reversed(above[-2:]) if is_organ(each)]
    if not lines or lines[0] is not above[-1]:
        return None
    named = [each for each in lines if unit and unit in flat(each) and _aside(each)]
    return named[0] if named else lines[0]


def date_in(text: str) -> str:
    """Return the date at a text's end, however it is written, "" where there is none."""
    bare = _SEALED.sub("", text)
    found = [match for match in _DATE.finditer(bare) if match.end() == len(bare)]
    return found[-1][0] if found else ""


def is_organ(each: Paragraph) -> bool:
    """Tell whether a paragraph may name who signs."""
    text = flat(each)
    return (
        _SHORTEST_ORGAN <= len(text) <= _LONGEST_ORGAN
        and text[-1] not in _ENDS
        and not _NOTE.match(text)
    )


def _aside(each: Paragraph) -> bool:
    """Whether a paragraph stands to the right: so aligned, indented, or pushed by blanks."""
    pushed = len(each.typed) - len(each.typed.lstrip(" \u3000\t"))
    return each.shape.align in {"right", "center"} or max(each.shape.left, pushed) >= _PUSHED
