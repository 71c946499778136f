"""错字: a run of characters that differs in one from a run which the document uses again and again.

No list of words: the document itself is the measure. Only a pair of characters that stands nowhere
else in it is suspected, so that right words that happen to be alike are left alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from operator import add
from typing import NamedTuple

from fzjs.importers.document import Document, Doubt, Paragraph
from fzjs.importers.settings.folded import HAN
from fzjs.importers.settings.frame import Part

_RUN = re.compile(rf"[{HAN}]+")
_BREAK = "\n"
_SIZE = 5
_OFTEN = 3
_NEXT = 3
_MOSTLY = 0.7
_MOST = 150_000
_LEVEL_ONE = (0xB0, 0xD7)
_MEANT = frozenset(
    "国省市县区乡镇村州盟旗局厅部委办科室一二三四五六七八九十两百千万某上下左右前后内外中大小新老"
    "年月日季的地得了和与及或并而在对为将把被由从向到于以按等各本其该此是有无不未非可能应须要再又也"
)
"""Characters that plans exchange with a meaning (市级, 县级) or leave out: no sign of a slip."""


class Slip(NamedTuple):
    """A suspected run, what the document writes elsewhere, how often, and where."""

    words: str
    usual: str
    times: int
    paragraph: Paragraph


class _Grams(NamedTuple):
    """The document's runs, and how often each of one, two, five and six characters stands there."""

    text: str

    single: Counter[str]
    pairs: Counter[str]
    fives: Counter[str]
    sixes: Counter[str]
    gaps: dict[tuple[str, str], list[str]]


def read(document: Document) -> Part:
    """Return one doubt that lists every suspected slip; the text itself stays verbatim."""
    slips = find(document)
    if not slips:
        return Part()
    words = "；".join(
        f"“{s.words}”（{s.paragraph.place.label}；别处作“{s.usual}”，{s.times}次）" for s in slips
    )
    why = "和文中常用的写法只差一个字，可能是错字、漏字或衍字；原文没有改"
    return Part({}, (Doubt(slips[0].paragraph.place, "错字", words, "照原文保留", why),))


def find(document: Document) -> list[Slip]:
    """Return suspected slips in order, one for each place in the text.

    A paragraph that stands there twice has no pair of characters that stands there once.
    """
    paragraphs = _within_reason(document)
    grams = _grams(paragraphs)
    found: list[Slip] = []
    texts = Counter(paragraph.text for paragraph in paragraphs)
    once = [p for p in paragraphs if texts[p.text] == 1]
    for paragraph in once:
        for run in _RUN.findall(paragraph.text):
            found += _best([*_exchanged(run, paragraph, grams), *_sounds(run, paragraph, grams)])
    return found


def _within_reason(document: Document) -> list[Paragraph]:
    """Return the prose and then the cells, up to so many characters: counting runs costs memory."""
    found: list[Paragraph] = []
    size = 0
    cells = (p for table in document.tables() for cell in table.cells for p in cell.paragraphs)
    for paragraph in (*document.prose(), *cells):
        size += len(paragraph.text)
        if size > _MOST:
            break
        found.append(paragraph)
    return sorted(found, key=lambda p: p.place.order)


def _grams(paragraphs: list[Paragraph]) -> _Grams:
    """Count runs in one piece of text: a break between them is in no run that is looked up."""
    text = _BREAK.join(run for p in paragraphs for run in _RUN.findall(p.text))
    single, pairs = Counter(text), Counter(map(add, text, text[1:]))
    fives, sixes = (
        Counter([text[at : at + size] for at in range(len(text) - size + 1)])
        for size in (_SIZE, _SIZE + 1)
    )
    gaps: dict[tuple[str, str], list[str]] = defaultdict(list)
    for counter in (fives, sixes):
        often = (g for g, count in counter.items() if count >= _OFTEN and _BREAK not in g)
        for gram in often:
            for at in range(1, len(gram) - 1):
                gaps[gram[:at], gram[at + 1 :]].append(gram)
    return _Grams(text, single, pairs, fives, sixes, gaps)


def _exchanged(run: str, paragraph: Paragraph, grams: _Grams) -> Iterator[tuple[int, Slip]]:
    """Yield runs that a frequent one becomes by exchanging or leaving out one character."""
    pairs = grams.pairs
    lone = {at for at in range(len(run) - 1) if pairs[run[at : at + 2]] == 1}
    for start in range(len(run) - _SIZE + 1) if lone else ():
        gram = run[start : start + _SIZE]
        for at in range(1, _SIZE - 1):
            if start + at - 1 not in lone or start + at not in lone:
                continue
            for usual in grams.gaps.get((gram[:at], gram[at + 1 :]), ()):
                if not _MEANT & {gram[at], usual[at]}:
                    yield start + at, Slip(gram, usual, grams.fives[usual], paragraph)
        for at in range(2, _SIZE - 1):
            if start + at - 1 not in lone:
                continue
            for usual in grams.gaps.get((gram[:at], gram[at:]), ()):
                if usual[at] not in _MEANT:
                    yield start + at, Slip(gram, usual, grams.sixes[usual], paragraph)


def _sounds(run: str, paragraph: Paragraph, grams: _Grams) -> Iterator[tuple[int, Slip]]:
    """Yield pairs that sound like a repeated one (煤体, 媒体) and stand nowhere else."""
    for at in range(len(run) - 1):
        pair = run[at : at + 2]
        if grams.pairs[pair] > 1 or _MEANT & set(pair):
            continue
        for usual, count in _alike(pair, grams.pairs):
            if _foreign(pair, usual, grams) and _unexplained(run, at, usual, grams):
                yield at, Slip(pair, usual, count, paragraph)


def _foreign(pair: str, usual: str, grams: _Grams) -> bool:
    """Tell whether the odd character stands nowhere else, or the kept one goes with the usual."""
    at = 0 if pair[0] != usual[0] else 1
    if grams.single[pair[at]] == 1:
        return True
    kept = grams.single[pair[1 - at]]
    return grams.pairs[usual] >= max(_OFTEN, (kept - 1) * _MOSTLY)


def _unexplained(run: str, at: int, usual: str, grams: _Grams) -> bool:
    """Tell whether the pair is no boundary of two words, and the usual one would fit in its place.

    执行整改 is 执行 and 整改, 历史记录 has 记录: what lies across two words is no slip. Where the
    odd character is new and the kept one common, the usual one's own character must stand hardly
    anywhere else (媒), or the usual one must have the same neighbour.
    """
    before, after = run[at - 1 : at] if at else "", run[at + 2 : at + 3]
    left, right = before + run[at], run[at + 1] + after
    if (before and grams.pairs[left] > 1) and (after and grams.pairs[right] > 1):
        return False
    odd = 0 if run[at] != usual[0] else 1
    across = right if odd == 0 else left
    if (after if odd == 0 else before) and grams.pairs[across] > 1:
        return False
    kept = grams.single[run[at + 1 - odd]]
    mostly = grams.pairs[usual] >= max(_OFTEN, (kept - 1) * _MOSTLY)
    only = grams.pairs[usual] >= grams.single[usual[odd]] * _MOSTLY
    beside = before and before + usual in grams.text
    behind = after and usual + after in grams.text
    return bool(mostly or only or beside or behind)


def _alike(pair: str, pairs: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield pairs with one character exchanged for a neighbour of the GB 2312 table.

    Its first level is in the order of sound, so that near neighbours are homophones.
    """
    for at in (0, 1):
        for near in _neighbours(pair[at]):
            usual = pair[:at] + near + pair[at + 1 :]
            if pairs.get(usual, 0) >= _OFTEN - 1 and near not in _MEANT:
                yield usual, pairs[usual]


@cache
def _neighbours(character: str) -> tuple[str, ...]:
    code = character.encode("gb2312", "ignore")
    if len(code) != len("\0\0") or not _LEVEL_ONE[0] <= code[0] <= _LEVEL_ONE[1]:
        return ()
    cells = (code[1] + step for step in range(-_NEXT, _NEXT + 1) if step)
    near = (bytes((code[0], cell)) for cell in cells if 0xA1 <= cell <= 0xFE)  # noqa: PLR2004  # the cells of a row
    return tuple(filter(None, (one.decode("gb2312", "ignore") for one in near)))


def _best(found: list[tuple[int, Slip]]) -> list[Slip]:
    """Keep for each place of a run the slip whose usual form is the most frequent."""
    kept: dict[int, Slip] = {}
    for at, slip in sorted(found, key=lambda one: -one[1].times):
        if not any(abs(at - other) <= 1 for other in kept):
            kept[at] = slip
    return [kept[at] for at in sorted(kept)]
