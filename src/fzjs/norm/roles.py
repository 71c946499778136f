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
from fzjs.norm.signing import ATTACHED, CONTACT, flat, note_of, parted, signed_off

_HEAD = 14
"""Paragraphs in which a title begins."""
_MARK_SIZE, _TITLE_SIZE, _USUAL_SIZE = 52, 36, 32
_NOTES = re.compile(r"(?:注|说明|备注|填表说明|资料来源|[图表]\d+)[：:\s]")
_NUMBERED = re.compile(r"[第（(一二三四五六七八九十]|\d+[.．、]")
_SHORT = 30
"""Characters of a line in the middle that is a caption, no text."""
_LONGEST_TITLE, _LONGEST_ADDRESS = 70, 120
_DOC_NO = re.compile(r"[\u4e00-\u9fff]{1,12}[〔［\[【（(﹝]\d{2,4}[〕］\]】）)﹞](?:第)?\d+号")
_TITLE_END = re.compile(
    r"(?:说明|通知|报告|总结|方案|通报|[的]函|请示|批复|意见|决定|纪要|计划|办法|公告|通告|台账|清单|表)"
    r"(?:（.{1,12}）)?》?$"
)
_STATEMENT = re.compile("情况说明(?:（[^）]*）)?$")
_IMPRINT = re.compile(r"(?:抄送|抄报|分送)\s*[:：]|.{2,40}印发$")


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
    main, attached = parted(rest)
    if title:  # lines under the title: a bracket, a date, a name
        main = list(dropwhile(lambda each: each.shape.align == "center", main))
    dated, organ, attached = signed_off(main, attached, document, expected.unit)
    note = note_of(main, dated)
    addressee = main[0] if title and main and _is_addressee(main[0]) else None
    apart = {each.number for each in (addressee, dated, organ, *note) if each}
    sized = _body_size(main, document)
    text = tuple(
        each
        for each in main
        if each.number not in apart and not CONTACT.match(flat(each)) and not _is_note(each, sized)
    )
    doc_no = next((each for each in head if _DOC_NO.search(flat(each))), None)
    made = Roles(
        Kind.OFFICIAL, head, doc_no, title, addressee, text, note, organ, dated, imprint, attached
    )
    return made._replace(kind=_kind(made, expected))


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
    return Kind.STATEMENT if _STATEMENT.search(found.title_text) else Kind.OFFICIAL


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
    while end < len(every) and _goes_on(every[start:end], every[end]):
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
        and not ATTACHED.match(text)
    )


def _is_set_as_title(each: Paragraph) -> bool:
    if each.style.casefold() in {"title", "标题", "公文标题"}:
        return True
    font = next((run.font for run in each.runs if run.text.strip()), "")
    large = each.size >= _TITLE_SIZE or fonts.family(font) == fonts.MARK
    return each.shape.align == "center" and large


def _is_worded_as_title(each: Paragraph) -> bool:
    return bool(_TITLE_END.search(flat(each).rstrip("。"))) and not each.label


def _goes_on(title: Sequence[Paragraph], each: Paragraph) -> bool:
    """Tell whether a title has another line: set alike, or like a title until it is complete."""
    first = title[0]
    if each.red or each.shape.align != "center":
        return False
    alike = each.size == first.size and each.style == first.style
    unfinished = not _is_worded_as_title(title[-1]) and _is_set_as_title(each)
    return (alike and first.shape.align == "center") or unfinished


def _is_addressee(each: Paragraph) -> bool:
    text = flat(each)
    return (
        text.endswith(("：", ":"))
        and len(text) <= _LONGEST_ADDRESS
        and not re.search("[。；]|如下|以下|下列", text)
        and each.shape.first <= 0
        and not each.typed.startswith((" ", "\u3000", "\t"))
    )
