"""One Word paragraph as text: insertions, content controls, symbols, boxes; what was deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
_RUN = f"{W}r"
_RUN_PROPERTIES = f"{W}rPr"
_TEXT = f"{W}t"
_VANISH = f"{W}vanish"
_STRUCK = (f"{W}strike", f"{W}dstrike")
_PAGE = "\x0c"
"""A page or column break while a paragraph is put together (no XML text can hold it)."""

TRANSPARENT = frozenset(
    f"{W}{name}"
    for name in (
        "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "bdo", "dir",
        "ruby", "rubyBase", "subDoc",
    )
)  # fmt: skip
"""Wrappers whose content reads as if they were not there."""

_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_NOTES = {
    f"{W}footnoteReference": "脚注",
    f"{W}endnoteReference": "尾注",
    f"{W}commentReference": "批注",
}
_SYMBOLS = {
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0x6F): "□",
    ("wingdings", 0x6C): "●",
    ("wingdings", 0x6E): "■",
    ("wingdings", 0x75): "◆",
    ("wingdings", 0xAB): "★",
    ("wingdings", 0xE0): "→",
    ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0xA3): "□",
    ("symbol", 0xB7): "·",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB4): "×",
    ("symbol", 0xB1): "±",
}
_PRIVATE = range(0xE000, 0xF900)
_BYTE = range(0x100)
_SIGNS_IN_XML = (range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))


class Read:
    """What one paragraph holds: its text, and beside it what a person must know."""

    __slots__ = (
        "boxes", "deleted", "hidden", "inserted", "notes", "odd", "parts", "phonetic", "struck",
    )  # fmt: skip

    def __init__(self) -> None:
        """Start empty."""
        self.parts: list[str] = []
        self.inserted: list[str] = []
        self.deleted: list[str] = []
        self.struck: list[str] = []
        self.hidden: list[str] = []
        self.odd: list[str] = []
        self.phonetic: list[str] = []
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[etree._Element] = []

    @property
    def text(self) -> str:
        """The paragraph's words; a page break inside is a line break, at its ends nothing."""
        text = "".join(self.parts)
        return text.strip(_PAGE).replace(_PAGE, "\n") if _PAGE in text else text


def read(paragraph: etree._Element) -> Read:
    """Return what a `w:p` holds."""
    found = Read()
    _inline(paragraph, found)
    return found


def _inline(node: etree._Element, found: Read) -> None:
    for child in node:
        tag = child.tag
        if tag == _RUN:
            _run(child, found)
        elif tag in _INSERTED:
            start = len(found.parts)
            _inline(child, found)
            found.inserted.append("".join(found.parts[start:]))
        elif tag in _DELETED:
            found.deleted.append(_deleted(child))
        elif tag in TRANSPARENT:
            _inline(child, found)
        elif tag == f"{MC}AlternateContent":
            _alternate(child, found, _inline)
        elif isinstance(tag, str) and tag.startswith(M):
            found.parts.append("".join(part.text or "" for part in child.iter(f"{M}t")))


def _alternate(
    node: etree._Element, found: Read, into: Callable[[etree._Element, Read], None]
) -> None:
    """Read one of the versions of the same content, never two."""
    choice = node.find(f"{MC}Choice")
    version = choice if choice is not None and len(choice) else node.find(f"{MC}Fallback")
    if version is not None:
        into(version, found)


def _run(run: etree._Element, found: Read) -> None:
    start = len(found.parts)
    _inside(run, found)
    properties = run[0] if len(run) and run[0].tag == _RUN_PROPERTIES else None
    if properties is None:
        return
    if any(_on(properties.find(tag)) for tag in _STRUCK):
        found.struck.append("".join(found.parts[start:]).replace(_PAGE, ""))
        del found.parts[start:]
    elif _on(properties.find(_VANISH)):
        found.hidden.append("".join(found.parts[start:]))


def _inside(run: etree._Element, found: Read) -> None:
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            found.parts.append(child.text or "")
        elif tag in _SIGNS:
            found.parts.append(_SIGNS[tag])
        elif tag == f"{W}br":
            page = child.get(f"{W}type") in {"page", "column"}
            found.parts.append(_PAGE if page else "\n")
        elif tag != _RUN_PROPERTIES:
            _seldom(child, found)


def _seldom(child: etree._Element, found: Read) -> None:
    tag = child.tag
    if tag == f"{W}sym":
        _symbol(child, found)
    elif tag in _NOTES:
        found.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
    elif tag == f"{MC}AlternateContent":
        _alternate(child, found, _inside)
    elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
        found.boxes.extend(_outermost(child))
        found.parts.extend(_word_art(child))
    elif tag == f"{W}ruby":
        found.phonetic.append(
            "".join(text.text or "" for part in child.iter(f"{W}rt") for text in part.iter(f"{W}t"))
        )
        _inline(child, found)
    elif tag == f"{W}fldChar":
        found.parts.extend(_checkbox(child))
    elif tag == f"{W}delText":
        found.deleted.append(child.text or "")


def _symbol(node: etree._Element, found: Read) -> None:
    """Read a character of a symbol font; one that no other font has stays and is reported."""
    font = (node.get(f"{W}font") or "").casefold()
    try:
        code = int(node.get(f"{W}char") or "", 16)
    except ValueError:
        return
    known = _SYMBOLS.get((font, code & 0xFF)) if code in _PRIVATE or code in _BYTE else None
    sign = known or (chr(code) if any(code in some for some in _SIGNS_IN_XML) else "")
    if known is None and code in _PRIVATE:
        found.odd.append(f"{node.get(f'{W}font')} U+{code:04X}")
    found.parts.append(sign)


def _checkbox(node: etree._Element) -> Iterator[str]:
    for box in node.iter(f"{W}checkBox"):
        checked = box.find(f"{W}checked")
        default = box.find(f"{W}default")
        yield "☑" if _on(checked if checked is not None else default) else "□"


def _word_art(node: etree._Element) -> Iterator[str]:
    """Yield the words drawn as letters: WordArt of old files keeps them in an attribute."""
    for path in node.iter("{urn:schemas-microsoft-com:vml}textpath"):
        if path.get("string"):
            yield path.get("string", "")


def _outermost(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes below a drawing, not the boxes in them, nor a second version."""
    for child in node:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            boxes = [] if choice is None else list(_outermost(choice))
            fallback = child.find(f"{MC}Fallback")
            yield from boxes or ([] if fallback is None else list(_outermost(fallback)))
        else:
            yield from _outermost(child)


def _deleted(node: etree._Element) -> str:
    return "".join(part.text or "" for part in node.iter(f"{W}delText", f"{W}t"))


def _on(node: etree._Element | None) -> bool:
    return node is not None and node.get(VAL, "1") not in {"0", "false", "off"}


def mark_deleted(properties: etree._Element) -> bool:
    """Tell by `w:pPr` whether a paragraph's end was deleted: its words run on into the next."""
    mark = properties.find(_RUN_PROPERTIES)
    return mark is not None and any(mark.find(tag) is not None for tag in _DELETED)


def plain(part: etree._Element) -> str:
    """Return all the words below a node, paragraphs as lines (notes, comments, headers)."""
    lines = (read(paragraph).text for paragraph in part.iter(f"{W}p"))
    return "\n".join(line for line in lines if line.strip())
