"""What no plan says: blanks never filled in, broken dates, the furniture of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fzjs.importers.document import Document, Doubt, Paragraph
from fzjs.importers.settings.folded import HAN, fold
from fzjs.importers.settings.frame import Part
from fzjs.personal import mask

_HOLES = (
    (
        re.compile(rf"(?:[{HAN}“]{{1,8}} *+)?[\u2800-\u28ff][\u2800-\u28ff ]*+[{HAN}]{{0,6}}"),
        "没有填",
    ),
    (re.compile(r"20_+年?|20[×xX*]{2}年?"), "年份没有填"),
    (re.compile(rf"_{{2,}}[{HAN}]{{1,4}}|[{HAN}]{{0,4}}_{{2,}}"), "有下划线填空没有填"),
    (
        re.compile(r"(?<!\d)[*×XＸ]{1,4} ?(?:省|市|县|区|局|镇|乡|街道|科|办|单位|部门|同志)"),
        "名称没有填",
    ),
    (re.compile(rf"[?？]{{2,}} ?[{HAN}]"), "数字没有填"),
    (re.compile(r"(?:此处|待)填(?:写)?|[\[【(]填写[^\])】]{0,60}[\])】]"), "有待填的内容"),
)  # fmt: skip
_BROKEN = re.compile(
    r"(?:19|20)\d\d ?年 ?(?P<glued>\d{3,4})(?!\d|[%字人件个份次项条年])|"
    r"(?:(?:19|20)\d\d ?年 ?)?(?<!\d)(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
)
_FURNITURE = re.compile(
    r"今天是|繁体|简体版|无障碍|长者模式|适老化|ipv6|扫一扫|责任编辑|编辑:|版权所有"
    r"|主办单位:|承办单位:|网站标识码|ICP备|公网安备|打印本页|关闭窗口|【打印】|【关闭】"
    r"|^ *打印 *关闭|字号:|字体:|浏览次数|点击数|阅读量|(?:信息)?来源:|发布(?:时间|日期):"
    r"|发稿|分享到|当前位置|您现在的位置|首页 ?>|上一篇|下一篇|欢迎光临|网站地图"
    r"|联系我们|技术支持|附件下载|此件公开发布",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"[\u2800-\u28ff_＿*＊×XxＸｘ?？填月]|年\s?\d{3}")
"""A paragraph without any of these has no hole: most of a long table is passed over so."""
_ENDS = 12
_LONGEST = 160
_MONTHS = 12
_SHORT = {4: 30, 6: 30, 9: 30, 11: 30, 2: 29}


def read(document: Document) -> Part:
    """Return doubts on holes and furniture; a line of furniture alone is taken as used."""
    everything = list(document.paragraphs())
    doubts = [*_holes(everything)]
    found = list(_furniture(document.prose()))
    if found:
        words = mask("；".join(p.text.strip()[:50] for p in found))
        why = "像是网页上的文字或印发注记，不是方案的内容；没有写进数据"
        doubts.append(Doubt(found[0].place, "残留文字", words, "略去", why))
    return Part({}, tuple(doubts), frozenset(p.place.order for p in found))


def furniture(document: Document) -> frozenset[int]:
    """Return the orders of the lines that are a web page's furniture, the quick half of `read`."""
    return frozenset(p.place.order for p in _furniture(document.prose()))


def _holes(paragraphs: Iterable[Paragraph]) -> Iterator[Doubt]:
    """Yield one doubt for each kind of hole, its places told in the words."""
    held: dict[str, list[tuple[Paragraph, str]]] = {}
    for paragraph in paragraphs:
        if not _MAY_HOLD.search(paragraph.text):
            continue
        flat = fold(paragraph.text)
        for pattern, why in _HOLES:
            found = [m[0].strip() for m in pattern.finditer(flat)]
            held.setdefault(why, []).extend((paragraph, words) for words in found)
        for words in _impossible(flat):
            held.setdefault("没有这样的日期，像是缺了字", []).append((paragraph, words))
    for why, places in held.items():
        if places:
            shown = "；".join(f"{w}（{p.place.label}）" for p, w in places[:8])
            more = f"等{len(places)}处" if places[8:] else ""
            yield Doubt(places[0][0].place, "占位", mask(shown) + more, "照原文保留", why)


def _impossible(flat: str) -> Iterator[str]:
    for match in _BROKEN.finditer(flat):
        month, day = int(match["month"] or 0), int(match["day"] or 0)
        if not (0 < month <= _MONTHS and 0 < day <= _SHORT.get(month, 31)):
            yield match[0]


def _furniture(prose: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Yield lines of furniture: short ones, near the top or the end of the file."""
    edge = [*prose[:_ENDS], *prose[max(len(prose) - _ENDS, _ENDS) :]]
    for paragraph in edge:
        if len(paragraph.text) <= _LONGEST and _FURNITURE.search(fold(paragraph.text)):
            yield paragraph
