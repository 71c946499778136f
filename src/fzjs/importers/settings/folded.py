"""Two widths and two scripts read alike, character for character: a quote keeps its place."""

from __future__ import annotations

import re

from fzjs.importers.words import script

_WIDE = dict(zip(range(0xFF01, 0xFF5F), range(0x21, 0x7F), strict=True))
_SPACES = dict.fromkeys((0x00A0, 0x2002, 0x2003, 0x2009, 0x3000, 0x0009), ord(" "))
_DASHES = dict.fromkeys(map(ord, "—–－―─~～〜"), ord("-"))
_OLD = (
    "實辦創範動員階計劃標準責單時間報審點評導檢監進領組織設關於發見細則規綱總類項質電"
    "檔說題號參訪談節內達國務區縣鄉鎮黨處級別調閱據議無開啟結經驗過個兩會傳當從協複認"
    "條數東華書團體產業務類學應該員與為給將對業術網絡資訊負後來樣環線門約圖歸"
    "驟啟詢備徵際強層監遞彙覆歲縱橫關閉頁"
)
_NEW = (
    "实办创范动员阶计划标准责单时间报审点评导检监进领组织设关于发见细则规纲总类项质电"
    "档说题号参访谈节内达国务区县乡镇党处级别调阅据议无开启结经验过个两会传当从协复认"
    "条数东华书团体产业务类学应该员与为给将对业术网络资讯负后来样环线门约图归"
    "骤启询备征际强层监递汇复岁纵横关闭页"
)
_PLAIN = dict(zip(map(ord, _OLD), map(ord, _NEW), strict=True))
"""Traditional characters of the words that settings are known by, read as simplified ones."""
_FOLD = _WIDE | _SPACES | _DASHES | _PLAIN
_NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_TEN = 10

HAN = r"\u4e00-\u9fff\u3400-\u4dbf〇"
BLANK = r"[ \u2800-\u28ff]*"


fold = script.exchange(_FOLD)
"""Return `text` in ASCII width and simplified characters, exactly as long as it was."""


def as_printed(words: str, text: str) -> str:
    """Return folded `words` as `text` prints them, where they stand in it in one piece."""
    at = fold(text).find(words)
    return text[at : at + len(words)] if words and at >= 0 else words


def tight(text: str) -> str:
    """Return folded `text` without any blank: what two spellings of one name are compared by."""
    return re.sub(r"\s+", "", fold(text))


def numeral(text: str) -> int | None:
    """Return the value of Arabic or Chinese digits up to 99, or of four digits (二〇二一)."""
    text = text.strip()
    if re.fullmatch(r"\d+", text, re.ASCII):
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        if not all(c in _NUMERALS for c in tens + ones) or max(len(tens), len(ones)) > 1:
            return None
        return (_NUMERALS[tens] if tens else 1) * _TEN + (_NUMERALS[ones] if ones else 0)
    if not text or not all(c in _NUMERALS for c in text):
        return None
    return int("".join(str(_NUMERALS[c]) for c in text))
