"""Bytes of a .docx → Document.

Raises FzjsError, with what to do, for what is no Word file, damaged or hostile.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from fzjs.diagnostic import FzjsError
from fzjs.norm.document import Document, Paragraph, Run, Section, Shape
from fzjs.norm.sections import Margins, section
from fzjs.norm.styles import Look, Styles, Theme, is_on, whole_or_none
from fzjs.ooxml.guard import Archive, damaged, has_password, is_ole, parse
from fzjs.ooxml.numbers import Numbers
from fzjs.ooxml.parts import links, main_part, optional
from fzjs.ooxml.text import MC, TRANSPARENT, W, plain

_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_OPENED = TRANSPARENT | {f"{W}ins", f"{W}moveTo"}
_TRACKED = tuple(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")
)
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DEFAULT_SIZE = 20
"""Half points where no style says any (ECMA-376, 17.3.2.38)."""
_LARGEST = 3276
"""Half points, of Word's own box (1638)."""
_DEEPEST = 200
"""Elements in one another before a file is not read: the tree is walked by functions."""
_SAVE = "请用 WPS 或 Word 打开，另存为 .docx 再查"


def read(data: bytes) -> Document:
    """Return a Word file as the checks see it. Raises FzjsError."""
    _refuse_others(data)
    archive = Archive(data)
    if not any(name.casefold().startswith("word/") for name in archive.names()):
        raise FzjsError(f"里面没有 Word 正文，不是 .docx 文件，或没有下载完。{_SAVE}")
    part = main_part(archive, "word/document.xml")
    root = parse(archive.read(part), part)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise damaged(f"部件 {part} 不是 Word 正文")
    _refuse_depth(root)
    found = links(archive, part)
    settings = optional(archive, found, "settings")
    styles_root = optional(archive, found, "styles")
    styles = Styles(styles_root, Theme(optional(archive, found, "theme"), settings))
    numbers = Numbers(optional(archive, found, "numbering"), styles_root)
    margins = Margins(archive, found, styles)
    return _Reader(styles, numbers).read(root, margins, settings)


def _refuse_others(data: bytes) -> None:
    if has_password(data):
        raise FzjsError(
            "文件有密码，打不开。请用 WPS 或 Word 打开，在“文件—文档加密（保护文档）”里去掉密码，"
            "另存后再查"
        )
    if is_ole(data):
        raise FzjsError(f"这是旧格式的文件（.doc、.wps 或改了后缀的），不是 .docx。{_SAVE}")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        raise FzjsError("这是 PDF，读不出字体和版式。请查它的 Word 原稿")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise FzjsError(f"内容不是 Word 文件，或者坏了。{_SAVE}；打不开就重新要一份")


def _refuse_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise damaged("一层套一层，套得太深")


class _Reader:
    """Goes through the body once, in order: automatic numbers count as they are asked for."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self._styles = styles
        self._numbers = numbers
        self._paragraphs: list[Paragraph] = []
        self._cells: list[str] = []
        self._boxes: list[str] = []
        self._ends: list[etree._Element] = []
        self._tables = 0
        self._after_table = False
        self._count = 0

    def read(
        self, root: etree._Element, margins: Margins, settings: etree._Element | None
    ) -> Document:
        body = root.find(f"{W}body")
        for block in () if body is None else _blocks(body):
            if block.tag == f"{W}tbl":
                self._table(block)
            elif block.tag == f"{W}p":
                self._paragraph(block)
        last = None if body is None else body.find(f"{W}sectPr")
        self._ends += [etree.Element(f"{W}sectPr") if last is None else last]
        sections: list[Section] = []
        for end in self._ends:
            sections.append(section(end, margins, sections[-1] if sections else None))
        apart = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
        return Document(
            sections=tuple(sections),
            paragraphs=tuple(self._paragraphs),
            cells=tuple(self._cells),
            elsewhere="\n".join((*self._cells, *self._boxes, *margins.words())),
            even_apart=apart is not None and is_on(apart.get(f"{W}val", "1")),
            tracked=sum(1 for _ in root.iter(*_TRACKED)),
            comments=sum(1 for _ in root.iter(f"{W}commentReference")),
            normal_size=_size(self._styles.normal),
            tables=self._tables,
        )

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        for each in table.iter(f"{W}p"):
            self._numbers.before(each.find(f"{W}pPr"))
        self._cells.append(plain(table))
        if self._paragraphs:
            self._paragraphs[-1] = self._paragraphs[-1]._replace(beside=True)
        self._after_table = True

    def _paragraph(self, node: etree._Element) -> None:
        properties = node.find(f"{W}pPr")
        look = self._styles.paragraph(properties)
        runs = tuple(self._runs(node, look))
        if any(run.text.strip() for run in runs):
            self._count += 1
            label = self._numbers.before(properties)
            self._paragraphs.append(
                Paragraph(
                    self._count,
                    label,
                    runs,
                    shape(look, _em(runs, look)),
                    self._styles.name(properties),
                    len(self._ends),
                    beside=self._after_table,
                    framed=_framed(properties),
                )
            )
            self._after_table = False
        end = None if properties is None else properties.find(f"{W}sectPr")
        if end is not None:
            self._ends.append(end)

    def _runs(self, node: etree._Element, look: Look) -> Iterator[Run]:
        for child in node:
            if child.tag == f"{W}r":
                yield from self._run(child, look)
            elif child.tag in _OPENED:
                yield from self._runs(child, look)
            elif child.tag == f"{MC}AlternateContent":
                version = child.find(f"{MC}Choice")
                yield from () if version is None else self._runs(version, look)

    def _run(self, node: etree._Element, look: Look) -> Iterator[Run]:
        own = self._styles.run(look, node.find(f"{W}rPr"))
        text = ""
        for child in node:
            if child.tag == f"{W}t":
                text += child.text or ""
            elif child.tag == f"{W}br" and child.get(f"{W}type") in {"page", "column"}:
                continue
            elif child.tag in _SIGNS:
                text += _SIGNS[child.tag]
            elif child.tag in {f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"}:
                self._boxes += (plain(box) for box in child.iter(f"{W}txbxContent"))
        if text and not is_on(own.get("vanish", "0")):
            yield Run(text, own.get("east", ""), _size(own), is_red(own.get("color", "")))


def _blocks(node: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, those in content controls too."""
    for child in node:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _OPENED:
            yield from _blocks(child)


def _framed(properties: etree._Element | None) -> bool:
    return properties is not None and any(
        properties.find(f"{W}{tag}") is not None for tag in ("framePr", "pBdr")
    )


def _size(look: Look) -> int:
    size = whole_or_none(look.get("sz"))
    return _DEFAULT_SIZE if size is None or size < 0 else min(size, _LARGEST)


def is_red(color: str) -> bool:
    """Tell whether a colour as `C00000` is red."""
    try:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return len(color) == len("RRGGBB") and red > 2 * max(green, blue) and red > _DARK


_DARK = 0x80
_SIDES = {"start": "left", "end": "right", "distribute": "both", "justify": "both"}


def _em(runs: tuple[Run, ...], look: Look) -> int:
    """Return the width of a character as printed, in twentieths of a point."""
    return 10 * (max(runs, key=lambda run: len(run.text)).size if runs else _size(look))


def shape(look: Look, em: int) -> Shape:
    """Return how a paragraph is set; indents in characters, `em` wide each."""
    side = look.get("jc/val", "left")
    return Shape(
        align=_SIDES.get(side, side),
        first=_indent(look, "first", em),
        left=_indent(look, "left", em),
        right=_indent(look, "right", em),
        line=_whole(look.get("spacing/line"), 240),
        rule=look.get("spacing/lineRule", "auto"),
        snaps=is_on(look.get("snapToGrid/val", "1")),
        spacing=_whole(look.get("spacing"), 0),
    )


def _indent(look: Look, name: str, em: int) -> float:
    """Return an indent in characters: in characters where so given, else from its length."""
    chars = _whole(look.get(f"{name}Chars"), 0)
    return chars / 100 if chars else _whole(look.get(name), 0) / max(em, 1)


def _whole(text: str | None, default: int) -> int:
    found = whole_or_none(text)
    return default if found is None else found
