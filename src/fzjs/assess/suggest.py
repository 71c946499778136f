"""Which other open 应报件 a paper may fit: "register once, prove many", never claimed by itself.

Texts are compared by their pairs of characters, each weighed by how few materials have it; words
that stand in every plan (情况说明, 佐证材料, 2016年以来) do not count. Among
the five most like an entry of the shipped campaign are so 290 of the 324 materials that it claims,
by rapidfuzz's ratios 281 to 286 with more that are none; above the limit, of the right years, and
with those of other offices last, 240 would be shown were nothing met yet.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.period import IF_ANY, SUMMARY, claimed_years, has_year
from fzjs.assess.satisfy import Met, State, takes
from fzjs.facts import Years

MOST = 5
ENOUGH = 30
"""Points from which a likeness is shown: of the thirty highest in the shipped data 21 were judged
worth a clerk's look; below it most are not."""
_ELSEWHERE = 0.75
"""What a likeness is worth where the office does not owe the material."""
_AROUND = 0.25
"""What the indicator's own words add to those of the material."""

_OPEN = frozenset({State.MISSING, State.RETURNED, State.OUTSIDE})
_EVERYWHERE = re.compile(
    r"案卷目录|案卷|卷宗|目录|汇总表|汇总|名单|(?:19|20)\d\d(?:[-—–至](?:19|20)\d\d)?年?(?:以来|度)?"
    r"|年度|本部门|本单位|各部门|职能部门|情况说明|佐证材料|零报告|材料|情况|相关|有关|提供|网络检索"
    r"|开展|工作|及其?|[对的等和与]|\W+|\d+"
)


class Query(NamedTuple):
    """A paper: its words (事由, 摘录, file names), the years and kind it stands for, its office.

    `years` is None and `kind` "" where unknown: then any fits. `claimed` are the keys of materials
    that it proves already.
    """

    words: tuple[str, ...]
    years: frozenset[int] | None
    kind: str
    office: str
    claimed: frozenset[str] = frozenset()


def years_of(periods: Iterable[str], window: Years) -> frozenset[int]:
    """Return the years that an entry's claims speak of; 现行 and 时点 speak of none."""
    timed = (p for p in periods if has_year(p) or p in {SUMMARY, IF_ANY})
    return frozenset(year for period in timed for year in claimed_years(period, window))


class Suggestion(NamedTuple):
    """An open material that a paper may prove too; `own` where its office owes it."""

    material: str
    label: str
    periods: tuple[str, ...]
    text: str
    score: int
    reason: str
    own: bool


class Corpus(NamedTuple):
    """The pairs of characters of every material and indicator that owes, and their weights."""

    materials: Mapping[str, frozenset[str]]
    indicators: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]
    rarest: float


def corpus(assessment: Assessment) -> Corpus:
    """Return the texts that papers are compared with; made once for many papers."""
    texts = {met.due.material: met.due.text for met in assessment.met}
    materials = {key: _pairs(text) for key, text in texts.items()}
    counts = Counter(pair for pairs in materials.values() for pair in pairs)
    total = len(materials) + 1
    return Corpus(
        materials,
        {key: _pairs(each.row.indicator.text) for key, each in assessment.indicators.items()},
        {pair: math.log(total / (count + 0.5)) for pair, count in counts.items()},
        math.log(2 * total),
    )


def suggest(
    query: Query, assessment: Assessment, texts: Corpus | None = None
) -> tuple[Suggestion, ...]:
    """Return at most five open materials that a paper may prove too, the office's own first."""
    texts = texts or corpus(assessment)
    fitting: defaultdict[str, list[Met]] = defaultdict(list)
    for met in assessment.met:
        if _fits(met, query):
            fitting[met.due.material].append(met)
    words = [(text, pairs) for text in query.words if (pairs := _pairs(text))]
    found = [
        each
        for met in fitting.values()
        if words and (each := _judge(met, query, words, texts)).score >= ENOUGH
    ]
    return tuple(sorted(found, key=lambda each: (not each.own, -each.score))[:MOST])


def _fits(met: Met, query: Query) -> bool:
    """Tell whether an 应报件 is open, and its kind, years and office are those of the paper."""
    due = met.due
    if met.state not in _OPEN or due.excused or due.web or due.material in query.claimed:
        return False
    if due.office not in {"", query.office}:
        return False
    if query.kind and not (due.method or takes(due.kind, due.rhythm, query.kind)):
        return False
    if query.years is None or not has_year(due.span.label):
        return True
    return not query.years.isdisjoint(due.span.years)


def _judge(
    met: list[Met], query: Query, words: Iterable[tuple[str, frozenset[str]]], texts: Corpus
) -> Suggestion:
    due = met[0].due
    own = query.office in due.owners
    score, text = max(
        (
            _likeness(pairs, texts.materials[due.material], texts)
            + _AROUND * _likeness(pairs, texts.indicators[due.indicator], texts),
            text,
        )
        for text, pairs in words
    )
    return Suggestion(
        material=due.material,
        label=due.label.partition("/")[0],
        periods=tuple(each.due.span.label for each in met),
        text=due.text,
        score=min(100, round(score * (1 if own else _ELSEWHERE))),
        reason=_shared(text, due.text),
        own=own,
    )


def _pairs(text: str) -> frozenset[str]:
    parts = _EVERYWHERE.sub(" ", text).split()
    return frozenset(part[i : i + 2] for part in parts for i in range(len(part) - 1))


def _likeness(one: frozenset[str], other: frozenset[str], texts: Corpus) -> float:
    """Return how much two texts share, 0 to 100 (Dice's coefficient over the weights)."""

    def weight(pairs: frozenset[str]) -> float:
        return sum(texts.weights.get(pair, texts.rarest) for pair in pairs)

    whole = weight(one) + weight(other)
    return 200 * weight(one & other) / whole if whole else 0.0


def _shared(one: str, other: str) -> str:
    """Return the longest run of words that both texts have, those of every plan left out."""
    one, other = _EVERYWHERE.sub("\n", one), _EVERYWHERE.sub("\r", other)
    match = SequenceMatcher(None, one, other, autojunk=False)
    found = match.find_longest_match(0, len(one), 0, len(other))
    return one[found.a : found.a + found.size]
