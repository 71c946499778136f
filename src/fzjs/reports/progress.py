"""What the facts say of a line of a 工作台账: how many are owed, handed in, missing, new.

附件3: “完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”. Nothing is said here
that the records do not say; what is being done about it is for the office to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from fzjs.assess import GOOD, Assessment, Met, Moves, State
from fzjs.assess.period import has_year

_LATELY = "；上次填表以来"
SINCE = ("新报", "审核通过", "待复核", "又缺", "新增应报")
"""What may have become of an 应报件, in the order in which it is said."""


def moved(moves: Moves) -> dict[str, str]:
    """Return what became of each 应报件 that moved, by its key."""
    kinds = (moves.met, moves.passed, moves.again, moves.opened, moves.new)
    return {m.met.due.key: word for word, found in zip(SINCE, kinds, strict=True) for m in found}


def is_done(met: Iterable[Met]) -> bool:
    """Tell whether all is handed in soundly; what waits for a review is the reviewer's."""
    return all(each.state in GOOD for each in met)


def fact(assessment: Assessment, met: Sequence[Met], since: Mapping[str, str]) -> str:
    """Return a line's 情况 from the records alone; `since` is what became of 应报件 (`moved`)."""
    passed = sum(each.state is State.PASSED for each in met)
    waiting = sum(each.state is State.PENDING for each in met)
    if passed + waiting == len(met):
        how = "审核通过" if not waiting else "待审核"
        how = f"{passed}件审核通过、{waiting}件待审核" if passed and waiting else how
        text = f"应报{len(met)}件材料已报齐，{how}"
    else:
        text = f"应报{len(met)}件已报{passed + waiting}件；{'、'.join(_missing(assessment, met))}"
    news = _news(assessment, met, since)
    return f"{text}{_LATELY}{news}" if news else text


def standing(note: str) -> str:
    """Return a 情况 without what `fact` said was new when it was written: it is not again."""
    return re.sub(f"{_LATELY}[^；]*", "", note)


def _missing(assessment: Assessment, met: Sequence[Met]) -> list[str]:
    """Name what is not handed in, and what it lacks; many pieces of one material as a count."""
    found: dict[tuple[str, str], list[Met]] = {}
    for each in met:
        if each.state not in GOOD:
            found.setdefault((each.due.material, each.gap), []).append(each)
    return [_lacks(assessment, group, gap) for (_, gap), group in found.items()]


def _lacks(assessment: Assessment, group: Sequence[Met], gap: str) -> str:
    """Name pieces of one material with what they lack; 31-网络检索未报 says 网络检索 once."""
    label = _piece(assessment, group[0])
    if len(group) > 1:
        return f"{assessment.catalogue.label(group[0].due.material)}共{len(group)}件{gap}"
    return f"{label}未报" if label.endswith(f"-{gap.removesuffix('未报')}") else label + gap


def _news(assessment: Assessment, met: Sequence[Met], since: Mapping[str, str]) -> str:
    parts = []
    for word in SINCE:
        named = [_piece(assessment, m) for m in met if since.get(m.due.key) == word]
        if named:
            parts.append(f"{word}{'、'.join(dict.fromkeys(named))}")
    return "，".join(parts)


def _piece(assessment: Assessment, met: Met) -> str:
    """Name a piece; its period where that is not the line's own year."""
    label, span = assessment.catalogue.label(met.due.material), met.due.span.label
    return f"{label}（{span}）" if has_year(span) and not span.isdigit() else label
