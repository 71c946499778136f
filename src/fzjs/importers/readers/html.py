"""Web pages: paragraphs, numbered lists and tables; what is hidden or struck is told."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from fzjs.importers.document import Document
from fzjs.importers.readers.building import Building
from fzjs.importers.readers.html_flow import Flow
from fzjs.importers.readers.text import decode, refuse_binary
from fzjs.ooxml.guard import damaged

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "iso-8859-1": ""}
_HEAD = 4096


def read(data: bytes, name: str) -> Document:
    """Return a web page's blocks; FzjsError where its bytes are no text or no page."""
    words = _DECLARED.sub("", _decoded(data))
    refuse_binary(words)
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(words.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        raise damaged("不是合格的网页") from None
    building = Building()
    if root is not None:
        flow = Flow(building)
        flow.block(root)
        flow.close()
    return building.document(name, recount=True)


def _decoded(data: bytes) -> str:
    """Return a page's text: by byte order mark, UTF-8, what its head says, then by its bytes."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:_HEAD])
    charset = "" if said is None else said[1].decode("ascii", "replace").lower()
    charset = _WIDER.get(charset, charset)
    if charset and not charset.startswith("utf"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data)
