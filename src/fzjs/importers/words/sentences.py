"""A text cut into clauses and sentences, and what in it is no figure: quotations, titles."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from fzjs.importers.words.numerals import NUMBER, WIDTHS, fold

_CLAUSE = re.compile(r"(?<![0-9]),|,(?![0-9]{3})|[;:。!！？?\n]")
_SENTENCE = re.compile(r"[;。!！？?\n]")
_QUOTED = re.compile(
    r"“[^“”]{0,80}”|\"[^\"\n]{0,80}\"|「[^「」]{0,80}」|《[^《》]{0,120}》|〔[^〔〕]{0,9}〕"
)
FREQUENCY = re.compile(
    rf"每隔?(?:({NUMBER})个?)?(年度?|半年|季度?|月度?|周|学期|学年|日|天)"
    r"|(?:[二两三四五六七八九十]|[2-9]|1[0-9])年内(?=[^,，。;；:：]{0,12}?(?:[一二两三四五六七八九十]|[0-9]{1,2})(?:次|期|场|轮|遍))"
    r"|(?:全年|年均|一年内|(?<![0-9一二两三四五六七八九十])[本当]?年内)|(?:半年)(?=(?:至少)?(?:听取|召开|开展|组织|研究|报告|通报|[一1]次))"
    r"|([两二2])年(?=[一1]次)|[一1]年(?=[一两二三四五六0-9]{1,2}次)"
)
"""How often: 每年, 每隔两年, 每半年, 两年一次, 一年两次."""
REACH = 200
"""A quotation is cut to so many characters on either side of its figure."""
_ASIDE = 60
"""How far a quotation goes on so that it does not end inside a bracket."""
_MIRROR = str.maketrans("()", ")(")


class Sentences(NamedTuple):
    """A text in two widths, and the places where its clauses and sentences end."""

    text: str
    folded: str
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]
    rhythms: tuple[tuple[int, int, str], ...]

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause at `place` begins and ends."""
        return _around(self.clauses, place, len(self.text))

    def sentence(self, place: int) -> tuple[int, int]:
        """Return where the sentence at `place` begins and ends."""
        return _around(self.sentences, place, len(self.text))

    def quote(self, start: int, end: int) -> str:
        """Return the whole clause, or clauses, from `start` to `end`, verbatim."""
        first = max(self.clause(start)[0], start - REACH)
        last = min(self.clause(max(start, end - 1))[1], end + REACH)
        return self.text[slice(*_closed(self.folded, first, last))].strip()

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place lies in “…”, 《…》 or 〔…〕, where figures are names."""
        found = bisect_right(self.quoted, (place, len(self.text))) - 1
        return found >= 0 and place < self.quoted[found][1]

    def rhythm(self, place: int) -> tuple[int, int, str] | None:
        """Return the last 每年 or other frequency before `place` in its sentence."""
        found = bisect_right(self.rhythms, (place, 0, "")) - 1
        if found < 0 or self.rhythms[found][0] < self.sentence(place)[0]:
            return None
        return self.rhythms[found]


def cut(text: str) -> Sentences:
    """Return the text with its clauses, sentences, quotations and frequencies found once."""
    folded = fold(text)
    return Sentences(
        text=text,
        folded=folded,
        clauses=tuple(match.end() for match in _CLAUSE.finditer(folded)),
        sentences=tuple(match.end() for match in _SENTENCE.finditer(folded)),
        quoted=tuple(match.span() for match in _QUOTED.finditer(folded)),
        rhythms=tuple((m.start(), m.end(), _per(m)) for m in FREQUENCY.finditer(folded)),
    )


def inside(words: str) -> str:
    """Return words from the bracket on that opens in them and does not end: 内（特殊 → 特殊."""
    opened = _unclosed(words.translate(WIDTHS))
    return words[opened[-1] + 1 :] if opened else words


def own_words(words: str, until: int) -> str:
    """Return the words after a figure that are its own: not the next figure's at `until`.

    `、旁听庭审不少于1次` has none, `（特殊情况60日内）办结` 办结; a bracket that ends ends them.
    """
    folded = words.translate(WIDTHS)
    ends = next(
        (m.start() for m in re.finditer(r"\)", folded) if "(" not in folded[: m.start()]), -1
    )
    if ends >= 0:
        return own_words(words[:ends], until)
    if until >= len(words):
        return words
    opened = _unclosed(folded[:until])
    close = folded.find(")", until)
    if opened and close >= 0:
        return words[: opened[0]].strip() or words[close + 1 :]
    own, mark, _ = words[:until].rpartition("、")
    return own if mark else words[:until]


def _closed(folded: str, first: int, last: int) -> tuple[int, int]:
    """Return a quotation's ends moved out of a bracket that they cut, by at most _ASIDE."""
    depth = len(_unclosed(folded[first:last]))
    for place in range(last, min(len(folded), last + _ASIDE) if depth else last):
        depth += (folded[place] == "(") - (folded[place] == ")")
        if not depth:
            last = place + 1
            break
    depth = len(_unclosed(folded[first:last][::-1].translate(_MIRROR)))
    for place in range(first - 1, max(-1, first - _ASIDE) if depth else first - 1, -1):
        depth += (folded[place] == ")") - (folded[place] == "(")
        if not depth:
            first = max(_opening(folded, place), 0)
            break
    return first, last


def _opening(folded: str, place: int) -> int:
    """Return where the clause begins that a bracket at `place` stands in."""
    begin = max(0, place - _ASIDE)
    return begin + max((m.end() for m in _CLAUSE.finditer(folded[begin:place])), default=0)


def _unclosed(folded: str) -> list[int]:
    """Return where the brackets stand that open in a text and do not end there."""
    opened: list[int] = []
    for mark in re.finditer(r"[()]", folded):
        if mark[0] == "(":
            opened.append(mark.start())
        elif opened:
            opened.pop()
    return opened


def _around(ends: tuple[int, ...], place: int, length: int) -> tuple[int, int]:
    found = bisect_right(ends, place)
    start = ends[found - 1] if found else 0
    end = ends[found] - 1 if found < len(ends) else length
    return start, max(start, end)


def _per(match: re.Match[str]) -> str:
    """Return 年, 半年 or 2年 as the format has them; another frequency in its own words."""
    years = match[0].removesuffix("年内")
    if years not in {match[0], "", "一", "1", "本", "当"}:
        return match[0]
    if match[3] or (match[2] in {"年", "年度"} and match[1] in {"2", "两", "二"}):
        return "2年"
    if "半年" in match[0]:
        return "半年"
    if match[2] in {None, "年", "年度"} and match[1] in {None, "1", "一"}:
        return "年"
    return match[0]
