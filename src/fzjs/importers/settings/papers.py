"""默认, 情况说明 and 审核: how many copies, on what, in which form, and who looks at them first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Doubt
from fzjs.importers.settings.folded import HAN, as_printed, numeral
from fzjs.importers.settings.frame import Part, Sentence, Source, sentences

_COPIES = re.compile(r"一式 ?([一二三四五六七八九十两\d]+) ?份")
_SCREEN = re.compile(r"PDF|pdf")
_TITLE = re.compile(r"《([^》]*?)关于(?:[…\.·×X_—\-]+|[ ]+)的?([^》]{0,6}(?:说明|报告|材料))》")
_ADVISED = re.compile(
    r"(?:一般|原则上|建议|尽量)[^,。;]{0,6}?(?:不超过|控制在|不多于) ?(\d{3,5}) ?字"
)
_LIMIT = re.compile(
    r"(?:最多|最长|不得|严禁|均|总字数)?[^,。;]{0,4}?(?:不超过|不得超过|不多于|限) ?(\d{3,5}) ?字"
)
_FONT = (
    r"(?:统一)?(?:采用|使用|用|为|:)\s*([\d一二三四五小号]+ ?号?[^,。;、]{1,16}?)"
    r"(?:字体|字)?(?=[,。;、 ]|$)"
)
_HEAD_FONT = re.compile(rf"标题{_FONT}")
_BODY_FONT = re.compile(rf"正文{_FONT}")
_REVIEW = re.compile(
    rf"(?:报|经|送|交由?)(?P<office>[{HAN}()]{{2,20}}?)(?:统一)?(?:负责)?(?:审核|审查|把关)"
    rf"|(?:由|^|[,。;:])(?P<other>[{HAN}()]{{2,20}}?)(?:统一)?负责(?:对[^,。;]{{0,20}})?(?:材料|资料)?(?:的)?(?:审核|审查|把关)"
)
_OFFICE_END = re.compile(r"(?:[科处室股办局部委队组站]|中心|党委|支部|办公室)$")


def read(source: Source) -> Part:
    """Return 默认, 情况说明 and 审核, each only as far as the words go."""
    text = sentences(source)
    used: set[int] = set()
    defaults, seen = _defaults(text)
    statement, seen_too = _statement(text)
    review, doubts, seen_last = _review(source, text)
    found = (("默认", defaults), ("情况说明", statement), ("审核", review))
    data: dict[str, object] = {key: value for key, value in found if value}
    for sentence in [*seen, *seen_too, *seen_last]:
        used.add(sentence.place.order)
    return Part(data, tuple(doubts), frozenset(used))


def _defaults(text: Sequence[Sentence]) -> tuple[dict[str, object], list[Sentence]]:
    seen: list[Sentence] = []
    made: dict[str, object] = {}
    carriers: list[str] = []
    for sentence in text:
        copies = _COPIES.search(sentence.flat)
        number = numeral(copies[1]) if copies else None
        if number and "份数" not in made and re.search(r"材料|资料|报送|提供|上报", sentence.flat):
            made["份数"] = str(number)
            seen.append(sentence)
        if re.search(r"纸质|电子", sentence.flat) and re.search(
            r"材料|资料|文档|版", sentence.flat
        ):
            found = _carriers(sentence.flat)
            if not re.search(r"涉密|保密", sentence.flat) and len(found) >= len(carriers):
                carriers = found or carriers
                seen.append(sentence)
    if carriers:
        made = {"载体": carriers, **made}
    return made, seen


def _carriers(flat: str) -> list[str]:
    found = ["纸质"] if "纸质" in flat else []
    if _SCREEN.search(flat):
        return [*found, "PDF"]
    return [*found, "电子"] if re.search(r"电子(?:版|文档|档|稿|文本)", flat) else found


def _statement(text: Sequence[Sentence]) -> tuple[dict[str, object], list[Sentence]]:
    """Return 标题, 字数 and 字体; a number of characters only where the statement is meant."""
    made: dict[str, object] = {}
    words: dict[str, str] = {}
    fonts: dict[str, str] = {}
    seen: list[Sentence] = []
    for sentence in text:
        size = len(made) + len(words) + len(fonts)
        title = _TITLE.search(sentence.flat)
        if title and "标题" not in made:
            made["标题"] = f"{{单位}}关于{{事由}}的{title[2].removeprefix('的')}"
        if "说明" in sentence.flat:
            advised, limit = _ADVISED.search(sentence.flat), _LIMIT.search(sentence.flat)
            if advised:
                limit = _LIMIT.search(sentence.flat, advised.end())
                words.setdefault("建议", advised[1])
            if limit:
                words.setdefault("上限", limit[1])
        for key, pattern in (("标题", _HEAD_FONT), ("正文", _BODY_FONT)):
            font = pattern.search(sentence.flat)
            if font:
                fonts.setdefault(key, as_printed(font[1].strip(), sentence.text))
        if len(made) + len(words) + len(fonts) > size:
            seen.append(sentence)
    made |= {"字数": words} if words else {}
    made |= {"字体": fonts} if fonts else {}
    return made, seen


def _review(
    source: Source, text: Sequence[Sentence]
) -> tuple[dict[str, str], list[Doubt], list[Sentence]]:
    """Return 审核 where one office looks at the material; another one is a doubt."""
    listed = {owner.office for row in source.rows for owner in row.owners}
    found: list[tuple[str, Sentence]] = []
    for sentence in text:
        if not re.search(r"材料|资料|佐证|台账", sentence.flat):
            continue
        for match in _REVIEW.finditer(sentence.flat):
            office = _own(match["office"] or match["other"], listed)
            if office in listed or _OFFICE_END.search(office):
                found.append((as_printed(office, sentence.text), sentence))
    if not found:
        return {}, [], []
    names = list(dict.fromkeys(office for office, _ in found))
    chosen = next((name for name in names if name in listed), names[0])
    place = found[0][1].place
    why = "有几个科室审核，数据里只记一个"
    doubts = [Doubt(place, "审核未定", "、".join(names), chosen, why, "审核")] if names[1:] else []
    return {"科室": chosen}, doubts, [s for name, s in found if name == chosen]


def _own(words: str, listed: set[str]) -> str:
    """Return the office at the end of words that may begin with what is handed to it."""
    known = [name for name in listed if words.endswith(name)]
    return max(known, key=len) if known else re.split(r"(?:报送|上报|报|送|交由|交|由)", words)[-1]
