"""Word files, straight from their XML: body, tables, notes; each row freed once it is read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from fzjs.importers.document import Document
from fzjs.importers.readers.building import Building
from fzjs.importers.readers.docx_story import Rows, Story
from fzjs.ooxml.guard import Archive, damaged, parse, usual
from fzjs.ooxml.numbers import Numbers
from fzjs.ooxml.parts import Link, links, main_part, optional
from fzjs.ooxml.text import MC, W, plain

_SKIPPED = (f"{W}txbxContent", f"{MC}Fallback")
_WATCHED = (*_SKIPPED, *(f"{W}{name}" for name in ("p", "tr", "tbl", "altChunk")))
_NUMBER_ONLY = re.compile(r"[\s\d\-—–－/共第页]*")


def read(archive: Archive, name: str) -> Document:
    """Return a Word file as paragraphs and tables; FzjsError where it is damaged."""
    part = main_part(archive, "word/document.xml")
    found = links(archive, part)
    building = Building()
    numbers = Numbers(optional(archive, found, "numbering"), optional(archive, found, "styles"))
    story = Story(building, numbers, _notes(archive, found))
    _body(archive.read(part), part, building, story)
    _margins(archive, found, building)
    story.unanchored()
    return building.document(name)


def _body(data: bytes, part: str, building: Building, story: Story) -> None:
    """Read the body piece by piece."""
    events = etree.iterparse(
        io.BytesIO(usual(data)),
        events=("start", "end"),
        tag=_WATCHED,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        body = _Body(building, story)
        for event, node in events:
            body.take(event, node)
        building.items.extend(story.rest())
    except etree.XMLSyntaxError:
        raise damaged(f"部件 {part} 不是合格的 XML") from None
    if events.root is None or etree.QName(events.root).localname != "document":
        raise damaged(f"部件 {part} 不是 Word 正文")


class _Body:
    """Takes paragraphs and rows as they close; what stands in boxes comes with its paragraph."""

    def __init__(self, building: Building, story: Story) -> None:
        self._building = building
        self._story = story
        self._tables = 0
        self._skipped = 0
        self._rows: Rows | None = None

    def take(self, event: str, node: etree._Element) -> None:
        """Handle the start or the end of one watched element."""
        step = 1 if event == "start" else -1
        if node.tag in _SKIPPED:
            self._skipped += step
        elif self._skipped:
            return
        elif node.tag == f"{W}tbl":
            self._table(step)
        elif step < 0:
            self._closed(node)

    def _table(self, step: int) -> None:
        self._tables += step
        if self._tables == 1 and step > 0:
            self._building.items.extend(self._story.rest())
            self._rows = Rows(self._story, self._story.new_table())
        elif self._tables == 0 and self._rows is not None:
            self._building.items.append(self._rows.frame)
            self._rows = None

    def _closed(self, node: etree._Element) -> None:
        if node.tag == f"{W}tr" and self._tables == 1 and self._rows is not None:
            self._rows.add(node)
            _free(node)
        elif node.tag == f"{W}p" and not self._tables:
            self._building.items.extend(self._story.paragraph(node))
            _free(node)
        elif node.tag == f"{W}altChunk":
            _chunk(self._building)


def _free(node: etree._Element) -> None:
    """Drop a node's content and what stands before it."""
    node.clear(keep_tail=True)
    parent = node.getparent()
    while parent is not None and parent[0] is not node:
        del parent[0]


def _chunk(building: Building) -> None:
    building.doubt(
        "残留文字",
        "（插入的另一份文件）",
        "没有读入",
        "正文里嵌着另一份文件，请在 Word 里打开并重新保存后再导入",
        "文中插入文件",
    )


def _notes(archive: Archive, found: tuple[Link, ...]) -> dict[tuple[str, str], str]:
    """Return the words of footnotes, endnotes and comments by kind and id."""
    kinds = (
        ("footnotes", "footnote", "脚注"),
        ("endnotes", "endnote", "尾注"),
        ("comments", "comment", "批注"),
    )
    notes: dict[tuple[str, str], str] = {}
    for part, tag, kind in kinds:
        root = optional(archive, found, part)
        for note in () if root is None else root.iter(f"{W}{tag}"):
            words = plain(note)
            if words:
                notes[kind, note.get(f"{W}id", "")] = words
    return notes


def _margins(archive: Archive, found: tuple[Link, ...], building: Building) -> None:
    """Report once what headers and footers say beyond page numbers."""
    words = dict.fromkeys(_margin_words(archive, found))
    if words:
        building.doubt(
            "残留文字",
            "\n".join(words),
            "没有并入正文",
            "这是页眉页脚里的文字",
            "页眉页脚",
        )


def _margin_words(archive: Archive, found: tuple[Link, ...]) -> Iterator[str]:
    for link in found:
        if link.kind in {"header", "footer"} and archive.find(link.target):
            for line in plain(parse(archive.read(link.target), link.target)).split("\n"):
                if not _NUMBER_ONLY.fullmatch(line):
                    yield line.strip()
