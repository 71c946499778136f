"""A tiny PDF writer for the sample attachments: no font within, the same bytes always.

The font is one of the predefined Adobe-GB1 CID fonts, so that a page costs little more than two
bytes a character. Nothing is compressed: compressors differ, and the hashes must not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

LINE = 28.0
"""Full-width characters in a line (GB/T 9704: 28 a line, 22 lines a page)."""
LINES = 22
BODY, HEAD, SMALL = 16, 20, 9
LEFT, TOP, LEAD = 73, 720, 29
MARK = "示例"
NOT_FIRST = "，。；：、？！）〕》”%"
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H"
    b"/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
)
SHAPE = (
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 5 500 6[850]7 95 500]"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0"
    b"/FontBBox[-25 -254 1000 880]/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>"
)

Line = tuple[str, int, float]
"""Text, font size and distance from the left edge."""


class Page(NamedTuple):
    """The lines of one page, from the top."""

    lines: tuple[Line, ...]


def width(text: str) -> float:
    """Return a text's width in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(mark) in "WFA" else 0.5 for mark in text)


def wrap(text: str, limit: float = LINE) -> list[str]:
    """Break a paragraph into lines; no line begins with a closing mark, no number is parted."""
    lines, line = [], ""
    for mark in re.findall(r"[0-9.]+%?|.", text):
        if width(line + mark) > limit and mark not in NOT_FIRST:
            lines.append(line)
            line = ""
        line += mark
    return [*lines, line] if line else lines


def paginate(title: str, parts: Sequence[Sequence[str]], closing: Sequence[str]) -> list[Page]:
    """Lay out a paper; each part begins a new page, the title stands on the first."""
    pages: list[list[Line]] = []
    for number, part in enumerate(parts):
        here: list[Line] = _title(title) if number == 0 else []
        body = [line for text in part for line in wrap("　　" + text)]
        here += [(line, BODY, 0.0) for line in body]
        if number == len(parts) - 1 and closing:
            here += [("", BODY, 0.0)] * max(0, LINES - len(here) % LINES) * _cut(here, closing)
            here += [(line, BODY, LINE - width(line) - 2) for line in closing]
        pages += [here[at : at + LINES] for at in range(0, len(here), LINES)]
    return [Page(tuple(page)) for page in pages]


def _cut(here: Sequence[Line], closing: Sequence[str]) -> bool:
    """Tell whether signature and date would be parted by the end of a page."""
    return 0 < LINES - len(here) % LINES < len(closing)


def _title(title: str) -> list[Line]:
    scale = HEAD / BODY
    lines = wrap(title, LINE / scale - 1)
    return [*((line, HEAD, (LINE - width(line) * scale) / 2) for line in lines), ("", BODY, 0.0)]


def pdf(title: str, pages: Sequence[Page]) -> bytes:
    """Return the PDF of some pages, each headed by 示例."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        FONT,
        SHAPE,
    ]
    for number, page in enumerate(pages):
        objects += [_page(6 + 2 * number), _content(page, number + 1, len(pages))]
    objects.append(b"<</Title " + _string("\ufeff" + title) + b">>")
    return _file(objects)


def _page(content: int) -> bytes:
    return (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        f"/Resources<</Font<</F 3 0 R>>>>/Contents {content} 0 R>>"
    ).encode()


def _content(page: Page, number: int, total: int) -> bytes:
    foot = f"{MARK} 第{number}页 共{total}页"
    shown = [_text(f"{MARK}：虚设单位的样例材料，不代表任何单位", SMALL, LEFT, 790)]
    shown += [
        _text(line, size, LEFT + indent * BODY, TOP - row * LEAD)
        for row, (line, size, indent) in enumerate(page.lines)
        if line
    ]
    shown.append(_text(foot, SMALL, 260, 45))
    body = b"BT\n" + b"\n".join(shown) + b"\nET"
    return f"<</Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def _text(text: str, size: int, x: float, y: float) -> bytes:
    return f"/F {size} Tf 1 0 0 1 {x:g} {y:g} Tm ".encode() + _string(text) + b"Tj"


def _string(text: str) -> bytes:
    raw = text.encode("utf-16-be")
    for mark in (b"\\", b"(", b")"):
        raw = raw.replace(mark, b"\\" + mark)
    return b"(" + raw.replace(b"\r", b"\\r").replace(b"\n", b"\\n") + b")"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    size, info = len(objects) + 1, len(objects)
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out + trailer.encode())
