"""案卷: the catalogue, how many, and that each is one case."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import Places, demand, materials_of
from fzjs.assess.sound.looked import NIL
from fzjs.facts import Entry
from fzjs.facts.shown import CaseFile

_KIND = "案卷"


def case_columns(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 四.2: “目录包括序号、案件文号和卷宗名称”."""
    if not entry.shown.cases:
        return False
    lacking = any(not case.complete for case in entry.shown.cases)
    return lacking and demand("案卷目录", entry, catalogue) is not None


def cases_asked(entry: Entry, catalogue: Catalogue) -> tuple[int, int]:
    """Return how many cases an entry must list, and how many of each department; 0 for none.

    份数 of a 案卷 counts files, not copies of paper (附件1 一.1: “一式三份” is a 默认).
    """
    asked = [m for m in materials_of(entry, catalogue) if m.copies and (m.each or m.kind == _KIND)]
    if not asked:
        return 0, 0
    whole = max((m.copies or 0 for m in asked if not m.each), default=0)
    return whole, max((m.copies or 0 for m in asked if m.each), default=0)


def cases_short(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2 （8）（9）: “每个行政执法部门提供2份行政指导案卷卷宗”.

    Each entry by itself: a department's cases stand in one catalogue, and two entries that each
    fall short do not make up for one another. An entry of another kind without 案卷 shows no
    department's (of this kind, evidence-kind-incomplete says so); a 零报告 says there was none.
    """
    if entry.secret or entry.kind in NIL:
        return False
    whole, each = cases_asked(entry, catalogue)
    cases = distinct(entry.shown.cases)
    if not cases:
        return bool(each) and entry.kind != _KIND
    counts = Counter(case.department for case in cases)
    few = "" in counts or any(count < each for count in counts.values())
    return len(cases) < whole or (bool(each) and few)


def distinct(cases: Iterable[CaseFile]) -> tuple[CaseFile, ...]:
    """Return the cases without those whose 案件文号 stands before: one file, not two."""
    seen: set[str] = set()
    kept = []
    for case in cases:
        number = _number(case)
        if not number or number not in seen:
            kept.append(case)
        seen.add(number)
    return tuple(kept)


def _number(case: CaseFile) -> str:
    return "".join(unicodedata.normalize("NFKC", case.number).split())


def three_systems_unmet(entry: Entry, catalogue: Catalogue) -> Places:
    """附件1 四.2: “执法案卷要符合行政执法‘三项制度’要求”."""
    if not entry.shown.cases:
        return ()
    unmet = tuple(case.place for case in entry.shown.cases if not case.three_systems)
    return unmet if unmet and demand("三项制度", entry, catalogue) else ()


def case_repeated(entry: Entry, catalogue: Catalogue) -> Places:
    """附件2 86-5: “一调解一案卷”, 84-7: “一仲裁一案卷”: one 案件文号, one line."""
    if not entry.shown.cases:
        return ()
    kept = {case.place for case in distinct(entry.shown.cases)}
    places = tuple(case.place for case in entry.shown.cases if case.place not in kept)
    return places if places and demand("一案一卷", entry, catalogue) else ()


def cases_miscounted(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2 86-5: “一调解一案卷”: as many lines as the entry says there were cases (件数)."""
    cases = entry.shown.cases
    if not cases or entry.listed in {None, len(cases)}:
        return False
    return demand("一案一卷", entry, catalogue) is not None
