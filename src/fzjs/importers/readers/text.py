"""Plain text: one paragraph a line, in UTF-8, UTF-16 or GB18030; words stay as they are."""

from __future__ import annotations

import codecs
import re

from fzjs.diagnostic import FzjsError
from fzjs.importers.document import Document
from fzjs.importers.readers.building import Building, Line

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS = "请用记事本打开，另存为时把“编码”选成 UTF-8，再导入"
_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BINARY = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_HAN = re.compile("[\u4e00-\u9fff]")
_RARE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
    "必战先回则任取据处府研质至达市县局科室责任单位指标体系材料测评示范创建督查法治情况"
)
_ENOUGH = 0.12
"""In readable Chinese about half of the characters are common ones; in text decoded wrongly few."""


def decode(data: bytes) -> str:
    """Return text by its byte order mark, else as UTF-8, else as GB18030.

    FzjsError where it is none of these: Big5 decodes as GB18030 by chance, into rare characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "gb18030")
        _refuse_garbled(text, data)
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        why = _big5(data) or "认不出文字编码（不是 UTF-8、UTF-16 或 GB18030），或者文件坏了"
        raise FzjsError(f"{why}。{_SAVE_AS}") from None


def _big5(data: bytes) -> str:
    try:
        text = data.decode("big5")
    except UnicodeDecodeError:
        return ""
    return "文字编码像是 Big5（繁体）" if _HAN.search(text) else ""


def _refuse_garbled(text: str, data: bytes) -> None:
    han = _HAN.findall(text)
    common = sum(sign in _COMMON for sign in han)
    odd = len(_RARE.findall(text))
    if not han or common < _ENOUGH * len(han) or odd > _ENOUGH * len(text):
        why = _big5(data) or "按 GB18030 读出来的字不像文章"
        raise FzjsError(f"{why}。{_SAVE_AS}")


def refuse_binary(text: str) -> None:
    """Raise FzjsError where a text holds characters that no text has."""
    if "\0" in text or len(_BINARY.findall(text)) > len(text) // 100:
        raise FzjsError(
            "这不是文字文件，里面是二进制数据。能导入的有 .docx、.xlsx、.html、.txt；"
            "其他格式请用 WPS 或 Word 打开，另存为 .docx 再导入"
        )


def read(data: bytes, name: str) -> Document:
    """Return a text's lines, empty ones too; a leading tab is taken off and remembered."""
    text = decode(data)
    refuse_binary(text)
    lines = _BREAK.split(text)
    if lines and not lines[-1]:
        lines.pop()
    building = Building()
    for number, line in enumerate(lines, 1):
        tabbed = line.startswith("\t")
        building.items.append(Line(line[tabbed:], f"第{number}行", tabbed=tabbed))
    return building.document(name)
