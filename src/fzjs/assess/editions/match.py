"""Which indicator of one edition is which of another, by their words.

Nothing here is settled: each pair carries its score and, where there is one, its doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from fzjs.assess.editions.words import canonical, likeness
from fzjs.facts import Indicator

Relation = Literal["相同", "改写", "拆分", "合并", "取消", "新增"]

LEAST = 0.35
"""What is less alike is not proposed as one item: of Puyang and Pingdingshan, by hand, the pairs
that are one are 0.40 alike or more, the best of the others left over 0.26 or less."""
SURE = 0.75
"""What is less alike is proposed with a doubt."""
_CLOSE = 0.15
"""Another item that is as alike as this, but for so much, makes a pair doubtful."""
_HELD = 0.8
"""The share of an item's words that must stand in another to be a part of it."""
_RUN = 4
"""Characters in a row that count as words of another item."""


class Pair(NamedTuple):
    """What became of an item; keys of the old edition and of the new, () where there is none.

    `score` is how alike the texts are, 0 to 1; `doubt` is "" where nothing speaks against it.
    """

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    doubt: str = ""


_Scores = Mapping[tuple[str, str], float]
_Parts = defaultdict[str, list[str]]


def match(old: Sequence[Indicator], new: Sequence[Indicator]) -> list[Pair]:
    """Return what became of each item, each once: in the old order, then what was added.

    The most alike become pairs first; of two that are equally alike, those with the same number,
    then those in the same place. What is left over is a part of another item where that holds its
    words: 拆分 and 合并.
    """
    scores = _scores(old, new)
    olds, news = {each.key: each for each in old}, {each.key: each for each in new}
    joined = _joined(list(olds), list(news), scores)
    splits, merges = _parts(olds, news, joined, scores)
    parts = {part for several in (*splits.values(), *merges.values()) for part in several}
    found = []
    for key in olds:
        mate = joined.get(key)
        if mate:
            several = sorted([key, *merges[key]], key=list(olds).index)
            pair = _pair(several, sorted([mate, *splits[key]], key=list(news).index), olds, news)
            found.append(pair._replace(doubt=_doubt(key, mate, scores)))
        elif key not in parts:
            found.append(Pair("取消", (key,), (), 0))
    left = (key for key in news if key not in joined.values() and key not in parts)
    return [*found, *(Pair("新增", (), (key,), 0) for key in left)]


def _parts(
    olds: Mapping[str, Indicator],
    news: Mapping[str, Indicator],
    joined: Mapping[str, str],
    scores: _Scores,
) -> tuple[_Parts, _Parts]:
    """Return what is left over and a part of an item: new ones by their whole, then old ones."""
    splits, merges = _Parts(list), _Parts(list)
    mates = {key: mate for key, mate in joined.items() if scores[key, mate] < 1}
    taken = set(joined.values())
    for key, item in news.items():
        whole = "" if key in taken else _whole(item, [olds[each] for each in mates])
        if whole:
            splits[whole].append(key)
    back = {mate: key for key, mate in mates.items() if key not in splits}
    for key, item in olds.items():
        whole = "" if key in joined else _whole(item, [news[each] for each in back])
        if whole:
            merges[back[whole]].append(key)
    return splits, merges


def measured(
    relation: Relation, old: Iterable[str], new: Iterable[str], texts: tuple[str, str]
) -> Pair:
    """Return a pair as a person set it, with the score of its texts."""
    score = likeness(*texts) if all(texts) else 0.0
    return Pair(relation, tuple(old), tuple(new), score)


def _scores(old: Iterable[Indicator], new: Iterable[Indicator]) -> dict[tuple[str, str], float]:
    """Return how alike the items are; 加分 and 减分 are compared among themselves only."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # see `likeness`

    others = [(each, canonical(each.text)) for each in new]
    found = {}
    for one in old:
        text = canonical(one.text)
        for other, words in others:
            if one.category == other.category:
                score = 1.0 if text == words else min(fuzz.ratio(text, words) / 100, 0.99)
                found[one.key, other.key] = score
    return found


def _joined(old: Sequence[str], new: Sequence[str], scores: _Scores) -> dict[str, str]:
    """Return for each old item its new one, the most alike first."""
    where = {key: place / len(old) for place, key in enumerate(old)}
    there = {key: place / len(new) for place, key in enumerate(new)}
    likely = [pair for pair, score in scores.items() if score >= LEAST]
    likely.sort(
        key=lambda pair: (-scores[pair], pair[0] != pair[1], abs(where[pair[0]] - there[pair[1]]))
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one, other in likely:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return {key: found[key] for key in old if key in found}


def _whole(part: Indicator, others: Iterable[Indicator]) -> str:
    """Return the key of the item in which a part's words stand, "" where in none."""
    words = canonical(part.text)
    held = [
        (_share(words, canonical(other.text)), other.key)
        for other in others
        if other.category == part.category
    ]
    share, key = max(held, default=(0.0, ""))
    return key if share >= _HELD else ""


def _share(part: str, whole: str) -> float:
    """Return the share of a text that stands in another, in runs of some characters."""
    blocks = SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()
    return sum(each.size for each in blocks if each.size >= _RUN) / max(len(part), 1)


def _pair(
    old: Sequence[str],
    new: Sequence[str],
    olds: Mapping[str, Indicator],
    news: Mapping[str, Indicator],
) -> Pair:
    texts = "".join(olds[key].text for key in old), "".join(news[key].text for key in new)
    if len(new) > 1:
        return measured("拆分", old, new, texts)
    if len(old) > 1:
        return measured("合并", old, new, texts)
    pair = measured("改写", old, new, texts)
    return pair._replace(relation="相同") if pair.score == 1 else pair


def _doubt(old: str, new: str, scores: _Scores) -> str:
    """Say what speaks against a pair: little likeness, or another that is nearly as alike."""
    score = scores[old, new]
    rivals = [
        (value, one, other)
        for (one, other), value in scores.items()
        if (one == old) != (other == new) and value >= max(score - _CLOSE, LEAST)
    ]
    if rivals:
        value, one, other = max(rivals)
        return f"旧{one}和新{other}也有{value:.2f}相似"
    return f"只有{score:.2f}相似" if score < SURE else ""
