"""Which paragraph is what: mark, number, title, addressee, text, attachment note, sign-off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from fzjs.norm import fonts
from fzjs.norm.document import Document, Paragraph
from fzjs.norm.model import Expected, Kind

_PUSHED, _SHORTEST_ORGAN = 4, 2
"""Characters that set a line aside, and that an organ's name has."""
_HEAD, _TAIL = 14, 8
"""Paragraphs in which a title begins, and in which a text ends."""
_MARK_SIZE, _TITLE_SIZE, _USUAL_SIZE = 52, 36, 32
_NOTES = re.compile(r"(?:注|说明|备注|填表说明|资料来源|[图表]\d+)[：:\s]")
_NUMBERED = re.compile(r"[第（(一二三四五六七八九十]|\d+[.．、]")
_SHORT = 30
"""Characters of a line in the middle that is a caption, no text."""
_LONGEST_TITLE, _LONGEST_ORGAN, _LONGEST_ADDRESS = 70, 40, 120
_DOC_NO = re.compile(r"[\u4e00-\u9fff]{1,12}[〔［\[【（(﹝]\d{2,4}[〕］\]】）)﹞](?:第)?\d+号")
_TITLE_END = re.compile(
    r"(?:说明|通知|报告|总结|方案|通报|[的]函|请示|批复|意见|决定|纪要|计划|办法|公告|通告|台账|清单|表)"
    r"(?:（.{1,12}）)?》?$"
)
_ATTACHED = re.compile(
    r"(?:附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?|回执(?:（[^）]*）)?|[－—-]+（裁开）[－—-]+)\s*$"
)
_NOTE = re.compile(r"附\s*件\s*(?:[:：]|\d+\s*[.．、:：])")
_IMPRINT = re.compile(r"(?:抄送|抄报|分送)\s*[:：]|.{2,40}印发$")
_CONTACT = re.compile(r"[（(](?:联系人|此件|联系电话)")
_BLANK_DATE = re.compile(r"(?:\d{2,4})?年\d{0,2}月\d{0,2}日")
_CHINESE = "〇○零一二三四五六七八九十元正OoＯ"
_DATE = re.compile(
    rf"\d{{2,4}}年\d{{1,2}}月(?:\d{{1,2}}[日号])?"
    rf"|[{_CHINESE}]{{2,4}}年[{_CHINESE}]{{1,3}}月[{_CHINESE}]{{1,4}}日"
    r"|\d{4}\s*[.\-/—－]\s*\d{1,2}\s*[.\-/—－]\s*\d{1,2}日?"
)
_GAP = re.compile(r"待填|[×Ｘ]{2,}|X{2,}|_{2,}")
_ENDS = "。；：，、！？;:,!?”"


class Roles(NamedTuple):
    """The parts of a document; a part that it lacks is empty. `attached` follows 附件 labels."""

    kind: Kind
    head: tuple[Paragraph, ...]
    doc_no: Paragraph | None
    title: tuple[Paragraph, ...]
    addressee: Paragraph | None
    body: tuple[Paragraph, ...]
    note: tuple[Paragraph, ...]
    organ: Paragraph | None
    dated: Paragraph | None
    imprint: tuple[Paragraph, ...]
    attached: tuple[Paragraph, ...]

    @property
    def title_text(self) -> str:
        """The title in one line, without the marks 《》 around it."""
        return "".join("".join(each.text.split()) for each in self.title).strip("《》")

    @property
    def running(self) -> tuple[Paragraph, ...]:
        """The running text: what is read as sentences, attachments included."""
        return (*self.body, *self.attached)


class Paper(NamedTuple):
    """What a check gets: the document, its parts, what is expected."""

    document: Document
    roles: Roles
    expected: Expected


def roles(document: Document, expected: Expected) -> Roles:
    """Tell the parts of a document apart."""
    every = document.paragraphs
    start, end = _title(every)
    head, title, rest = every[:start], every[start:end], every[end:]
    imprint = tuple(each for each in rest if _IMPRINT.match(flat(each)))
    rest = tuple(each for each in rest if not _IMPRINT.match(flat(each)))
    cut = next((i for i, each in enumerate(rest) if _ATTACHED.match(flat(each))), len(rest))
    main, attached = list(rest[:cut]), rest[cut:]
    if title:  # lines under the title: a bracket, a date, a name
        main = list(dropwhile(lambda each: each.shape.align == "center", main))
    dated, organ = _signed(main, document)
    note = _note(main, dated)
    addressee = main[0] if title and main and _is_addressee(main[0]) else None
    apart = {each.number for each in (addressee, dated, organ, *note) if each}
    sized = _body_size(main, document)
    text = tuple(
        each
        for each in main
        if each.number not in apart and not _CONTACT.match(flat(each)) and not _is_note(each, sized)
    )
    doc_no = next((each for each in head if _DOC_NO.search(flat(each))), None)
    made = Roles(
        Kind.OFFICIAL, head, doc_no, title, addressee, text, note, organ, dated, imprint, attached
    )
    return made._replace(kind=_kind(made, expected))


_NARROW = "".join(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))))
_WIDE = {ord(char) + 0xFEE0: char for char in _NARROW}
"""Full-width digits and letters, to their half-width ones."""


def narrow(text: str) -> str:
    """Return a text with digits and letters half-width; its marks stay as they are."""
    return text.translate(_WIDE)


def flat(paragraph: Paragraph) -> str:
    """Return a paragraph's words without blanks, digits and letters half-width."""
    return narrow("".join(paragraph.text.split()))


def _body_size(main: Sequence[Paragraph], document: Document) -> int:
    """Return the size of most of the text, that of 3号 where tables say more than the text."""
    counts = Counter[int]()
    for each in main:
        counts[each.size] += len(each.typed)
    tabled = sum(map(len, document.cells)) > sum(counts.values())
    return _USUAL_SIZE if tabled or not counts else counts.most_common(1)[0][0]


def _is_note(each: Paragraph, usual: int) -> bool:
    """Tell whether a paragraph is no running text: red, framed, a caption, a note in small type."""
    flush = each.shape.first <= 0 and not each.typed[:1].isspace()
    small = each.size < usual and (flush or each.beside or bool(_NOTES.match(each.text.strip())))
    centred = each.shape.align == "center" and len(each.typed) < _SHORT
    style, text = each.style.casefold(), flat(each)
    listed = style.startswith(("toc", "目录"))
    named = style.startswith(("heading", "标题")) or style.endswith("级标题")
    captioned = named and len(text) < _SHORT and not _NUMBERED.match(text)
    return each.red or each.framed or centred or small or listed or captioned


def _kind(found: Roles, expected: Expected) -> Kind:
    if expected.kind:
        return Kind(expected.kind)
    return Kind.STATEMENT if found.title_text.endswith("情况说明") else Kind.OFFICIAL


def _title(every: Sequence[Paragraph]) -> tuple[int, int]:
    """Return where the title begins and ends; it may be parted into paragraphs."""
    first = every[:_HEAD]
    able = [i for i, each in enumerate(first) if _may_be_title(each)]
    able = _below_the_mark(first, able)
    tests = (_is_set_as_title, _is_worded_as_title, lambda each: each.shape.align == "center")
    start = next((i for test in tests for i in able if test(first[i])), -1)
    if start < 0:
        return 0, 0
    end = start + 1
    while end < len(every) and _goes_on(every[start], every[end]):
        end += 1
    return start, end


def _below_the_mark(first: Sequence[Paragraph], able: list[int]) -> list[int]:
    """Leave out a mark that is not red: larger than any title, or named as a letterhead."""
    marks = [i for i in able if _is_mark(first[i])]
    others = [i for i in able if i not in marks and _is_set_as_title(first[i])]
    return [i for i in able if i > marks[-1]] if marks and others else able


def _is_mark(each: Paragraph) -> bool:
    named = flat(each).endswith(("文件", "便笺", "便签", "信笺", "函笺", "用笺"))
    return each.shape.align == "center" and (named or each.size >= _MARK_SIZE)


def _may_be_title(each: Paragraph) -> bool:
    text = flat(each)
    return (
        not each.red
        and not _DOC_NO.fullmatch(text.split("签发人")[0])
        and len(text) <= _LONGEST_TITLE
        and not _ATTACHED.match(text)
    )


def _is_set_as_title(each: Paragraph) -> bool:
    if each.style.casefold() in {"title", "标题", "公文标题"}:
        return True
    font = next((run.font for run in each.runs if run.text.strip()), "")
    large = each.size >= _TITLE_SIZE or fonts.family(font) == fonts.MARK
    return each.shape.align == "center" and large


def _is_worded_as_title(each: Paragraph) -> bool:
    return bool(_TITLE_END.search(flat(each).rstrip("。"))) and not each.label


def _goes_on(first: Paragraph, each: Paragraph) -> bool:
    return (
        each.shape.align == first.shape.align == "center"
        and each.size == first.size
        and each.style == first.style
        and not each.red
    )


def _is_addressee(each: Paragraph) -> bool:
    text = flat(each)
    return (
        text.endswith(("：", ":"))
        and len(text) <= _LONGEST_ADDRESS
        and not re.search("[。；]|如下|以下|下列", text)
        and each.shape.first <= 0
        and not each.typed.startswith((" ", "\u3000", "\t"))
    )


def _note(main: Sequence[Paragraph], dated: Paragraph | None) -> tuple[Paragraph, ...]:
    """Return the attachment note: the last paragraph that begins one, and its numbered lines."""
    start = max((i for i, each in enumerate(main) if _NOTE.match(flat(each))), default=-1)
    if start < 0:
        return ()
    end = start + 1
    while end < len(main) and re.match(r"\d{1,2}[.．、]", flat(main[end])) and main[end] != dated:
        end += 1
    return tuple(main[start:end])


def _signed(
    main: Sequence[Paragraph], document: Document
) -> tuple[Paragraph | None, Paragraph | None]:
    """Return the date and the organ of the sign-off, the same paragraph where one holds both."""
    last = list(main[-_TAIL:])
    for place in reversed(range(len(last))):
        each, text = last[place], flat(last[place])
        if len(last) == len(main) and not place and document.tables == 0:
            return None, None  # a text of one paragraph signs nothing
        if (
            _DATE.fullmatch(text)
            or _BLANK_DATE.fullmatch(text)
            or (_GAP.search(text) and _aside(each))
        ):
            above = last[place - 1] if place else None
            return each, above if above is not None and is_organ(above) else None
        if len(text) <= _LONGEST_ORGAN and _aside(each) and date_in(text):
            return each, each
    return None, None


def date_in(text: str) -> str:
    """Return the date at a text's end, however it is written, "" where there is none."""
    found = [match for match in _DATE.finditer(text) if match.end() == len(text)]
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
