"""Which other open 应报件 a paper may fit: "register once, prove many", never claimed by itself.

Texts are compared by rapidfuzz, the words that stand in every plan (情况说明, 佐证材料, 2016年以来)
left out. Among the five most like an entry of the shipped campaign are so 280 of the 324 materials
that it claims (290 by pairs of characters weighed by how few materials have them: more code of our
own than that is worth); above the limit, of the right years, and with those of other offices last,
235 would be shown were nothing met yet (240).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.period import IF_ANY, SUMMARY, claimed_years, has_year
from fzjs.assess.satisfy import Met, State, takes
from fzjs.facts import Years

MOST = 5
ENOUGH = 65
"""Points from which a likeness is shown: of those in the shipped data 13 in 20 were judged worth
a clerk's look (by weighed pairs 13 in 21); below it most are not."""
_ELSEWHERE = 0.9
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


def suggest(query: Query, assessment: Assessment) -> tuple[Suggestion, ...]:
    """Return at most five open materials that a paper may prove too, the office's own first."""
    fitting: defaultdict[str, list[Met]] = defaultdict(list)
    for met in assessment.met:
        if _fits(met, query):
            fitting[met.due.material].append(met)
    words = [text for text in query.words if _words(text).pairs]
    found = [
        each
        for met in fitting.values()
        if words and (each := _judge(met, query, words, assessment)).score >= ENOUGH
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
    met: list[Met], query: Query, words: Iterable[str], assessment: Assessment
) -> Suggestion:
    due = met[0].due
    own = query.office in due.owners
    asked = _words(due.text)
    around = _words(assessment.indicators[due.indicator].row.indicator.text)
    score, text = max(
        (_likeness(said, asked) + _AROUND * _likeness(said, around), text)
        for text in words
        for said in (_words(text),)
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


class _Words(NamedTuple):
    """A text without the words of every plan: as it stands, and as pairs of characters."""

    plain: str
    pairs: str


@lru_cache(maxsize=4096)
def _words(text: str) -> _Words:
    parts = _EVERYWHERE.sub(" ", text).split()
    pairs = (part[i : i + 2] for part in parts for i in range(len(part) - 1))
    return _Words("".join(parts), " ".join(pairs))


def _likeness(one: _Words, other: _Words) -> float:
    """Return how much two texts share, 0 to 100.

    By its pairs a short text is wholly in many a long one, by its run of characters in none.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  # only where something is suggested

    shared = fuzz.token_set_ratio(one.pairs, other.pairs)
    return (shared + fuzz.ratio(one.plain, other.plain)) / 2


def _shared(one: str, other: str) -> str:
    """Return the longest run of words that both texts have, those of every plan left out."""
    one, other = _EVERYWHERE.sub("\n", one), _EVERYWHERE.sub("\r", other)
    match = SequenceMatcher(None, one, other, autojunk=False)
    found = match.find_longest_match(0, len(one), 0, len(other))
    return one[found.a : found.a + found.size]
