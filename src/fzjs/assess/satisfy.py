"""Which 应报件 are met, by what, and in which state.

docs/states.md: 已通过, 待审 (已提交 and sound, or 待复核), 退回, 待外单位, 未报 (nothing, 草稿,
撤回, or unsound); the best entry wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.owe import WEB, Due, is_web
from fzjs.assess.period import (
    AT_TIME,
    EVERY_TWO,
    IF_ANY,
    IN_FORCE,
    SUMMARY,
    claimed_years,
    fits,
    has_year,
    is_range,
)
from fzjs.assess.sound import WEB_EARLY
from fzjs.assess.standing import Standing, passed
from fzjs.facts import Claim, Entry, Years


class State(StrEnum):
    """The state of an 应报件, best first."""

    PASSED = "已通过"
    PENDING = "待审"
    RETURNED = "退回"
    OUTSIDE = "待外单位"
    MISSING = "未报"


_RANK = {state: rank for rank, state in enumerate(State)}
GOOD = frozenset({State.PASSED, State.PENDING})
"""What is handed in soundly; what waits for a review waits for others than the office."""


class Proof(NamedTuple):
    """A claim of an entry and the state that it gives to what it meets."""

    standing: Standing
    claim: Claim
    state: State


class Met(NamedTuple):
    """An 应报件 with its state, the proofs that speak of it, best first, and what is missing."""

    due: Due
    state: State
    proofs: tuple[Proof, ...]
    gap: str


def prove(standing: Standing, claim: Claim) -> State:
    """Return the state that a claim gives: of an unsound entry, none."""
    if standing.state == "待外单位":
        return State.OUTSIDE
    if standing.state in {"草稿", "撤回"}:
        return State.MISSING
    if standing.state == "已退回":
        return State.RETURNED
    if standing.faults:
        return State.MISSING
    return State.PASSED if passed(standing, claim) else State.PENDING


def accepts(due_kind: str, rhythm: str, entry: Entry) -> bool:
    """Tell whether an entry's kind fits what is owed.

    docs/format.md, section 4: it is the material's own kind; 佐证材料 takes any; 零报告 meets
    无此情形, 有则报, and a year of 汇总.
    """
    return takes(due_kind, rhythm, entry.kind)


def takes(due_kind: str, rhythm: str, kind: str) -> bool:
    """Tell the same of a kind alone."""
    if kind == "零报告":
        return due_kind in {"无此情形", "佐证材料"} or rhythm in {IF_ANY, SUMMARY}
    return due_kind in {"佐证材料", kind}


class Index(NamedTuple):
    """Proofs by what they claim, and by indicator for web evidence."""

    by_material: Mapping[str, tuple[Proof, ...]]
    web_of: Mapping[str, tuple[Proof, ...]]


def index(standings: Iterable[Standing], catalogue: Catalogue) -> Index:
    """Sort every claim under the material it names and the indicator whose web evidence it is."""
    by_material: dict[str, list[Proof]] = defaultdict(list)
    web_of: dict[str, list[Proof]] = defaultdict(list)
    for standing in standings:
        for claim in standing.entry.claims:
            proof = Proof(standing, claim, prove(standing, claim))
            key = catalogue.material(claim.material)
            by_material[key].append(proof)
            claimed = key, standing.entry.kind, claim.period
            if standing.web and catalogue.once(_could_meet, claimed):
                web_of[key.partition("-")[0]].append(proof)
    return Index(
        {key: tuple(found) for key, found in by_material.items()},
        {key: tuple(found) for key, found in web_of.items()},
    )


def _could_meet(claimed: tuple[str, str, str], catalogue: Catalogue) -> bool:
    """Tell whether a claim could meet its own material: only then does 公开 speak beside it.

    By the material's key, the entry's kind and the 年度.
    """
    key, kind, period = claimed
    material = catalogue.materials.get(key)
    if material is None:
        return False
    rhythm = catalogue.rhythm(material)
    fitting = is_web(material, catalogue) or takes(material.kind, rhythm, kind)
    return fitting and fits(rhythm, period)


def meet(due: Due, found: Index, catalogue: Catalogue, named: str = "") -> Met:
    """Return an 应报件 with its state; `named` asks that a claim names this row (应点到)."""
    proofs = [p for p in _candidates(due, found, catalogue) if not named or named in p.claim.names]
    if not proofs and due.span.years:  # most of a new plan
        return Met(due, State.MISSING, (), _nothing(WEB if due.web else due.kind))
    proofs.sort(key=lambda proof: (_RANK[proof.state], proof.standing.entry.id))
    state = _state(due, proofs, catalogue)
    return Met(due, state, tuple(proofs), _gap(due, state, proofs, catalogue))


def _candidates(due: Due, found: Index, catalogue: Catalogue) -> Iterable[Proof]:
    any_kind, listed = due.web or due.method, due.material in catalogue.materials
    for proof in _reaching(due, found, catalogue):
        entry = proof.standing.entry
        if due.office and catalogue.office(entry.office) != due.office:
            continue
        if due.web and not proof.standing.web and proof.state in GOOD:
            continue
        early = due.web and has_year(due.span.label) and proof.standing.web < due.span.years[0]
        kind = any_kind or takes(due.kind, due.rhythm, entry.kind)
        nil = due.none_listed and entry.kind == "零报告"
        # What the plan lists is to be on as many years as its rhythm says.
        if (kind or nil) and (not listed or _divided(due, proof, catalogue)):
            yield _looked_early(proof) if early else proof


def _reaching(due: Due, found: Index, catalogue: Catalogue) -> list[Proof]:
    """Return the proofs that speak of an 应报件 and reach its period.

    Most do not, and the same few periods are claimed over and over: each is judged once.
    """
    claims = found.by_material.get(due.material, ())
    others: Iterable[Proof] = ()
    if due.web and due.material == f"{due.indicator}-{WEB}":
        # A listed material that is the web debt itself (87-7) asks to be claimed.
        shown = found.web_of.get(due.indicator, ())
        others = [p for p in shown if catalogue.material(p.claim.material) != due.material]
    window = catalogue.campaign.window
    own = {p for p in {p.claim.period for p in claims} if _touches(due, p, window)}
    years = {p for p in {p.claim.period for p in others} if _shows_years(due, p, window)}
    reaching = [p for p in claims if p.claim.period in own]
    return reaching + [p for p in others if p.claim.period in years]


def _looked_early(proof: Proof) -> Proof:
    """What was on the web before a year began shows nothing of it; the rest of the entry counts."""
    if proof.state not in {State.PASSED, State.PENDING}:
        return proof
    faults = (*proof.standing.faults, WEB_EARLY)
    return proof._replace(standing=proof.standing._replace(faults=faults), state=State.MISSING)


def _shows_years(due: Due, period: str, window: Years) -> bool:
    """公开 on an entry counts for the years of its claims, whatever rhythm they have."""
    years = claimed_years(period, window)
    return period == due.span.label or not years.isdisjoint(due.span.years)


def _touches(due: Due, period: str, window: Years) -> bool:
    """Tell whether the 年度 of a claim on its material reaches the period of an 应报件."""
    if period == due.span.label:
        return True
    if not fits(due.rhythm, period) or due.rhythm in {"每半年", "逐件", IN_FORCE, AT_TIME}:
        return False
    claimed = claimed_years(period, window)
    if due.rhythm == EVERY_TWO:
        # One report of two years lies within them: 2017-2018 is neither 2016-2017 nor 2018-2019.
        return bool(claimed) and claimed <= set(due.span.years)
    return bool(claimed & set(due.span.years))


def _divided(due: Due, proof: Proof, catalogue: Catalogue) -> bool:
    """Tell whether one paper on several years is divided as the rhythm asks.

    docs/format.md, section 5: 每年 takes one year an entry, 逐年可合并 several with 页 or 摘录
    for each, and a range equals one claim a year. A 涉密 entry may say neither.
    """
    entry, claim = proof.standing.entry, proof.claim
    if due.rhythm in {"每年", "上年度"}:
        return not _several(due, entry, catalogue)
    if due.rhythm != "逐年可合并" or claim.located:
        return True
    return not is_range(claim.period) and (entry.secret or not _several(due, entry, catalogue))


def _several(due: Due, entry: Entry, catalogue: Catalogue) -> bool:
    if len(entry.claims) == 1:
        return False
    same = (c for c in entry.claims if catalogue.material(c.material) == due.material)
    return len({c.period for c in same}) > 1


def _state(due: Due, proofs: list[Proof], catalogue: Catalogue) -> State:
    """The best proof wins; 汇总 is met when sound claims cover every year."""
    for state in (State.PASSED, State.PENDING):
        good = [p for p in proofs if p.state is State.PASSED or p.state is state]
        if _covered(due, good, catalogue):
            return state
    for state in (State.RETURNED, State.OUTSIDE):
        if any(proof.state is state for proof in proofs):
            return state
    return State.MISSING


def _covered(due: Due, proofs: list[Proof], catalogue: Catalogue) -> bool:
    nil = due.rhythm == IF_ANY and all(p.standing.entry.kind == "零报告" for p in proofs)
    if due.rhythm != SUMMARY and not nil:
        return bool(proofs)
    # 有则报 is met by one event, or by having looked in every year and found nothing.
    window = catalogue.campaign.window
    years: set[int] = set()
    for proof in proofs:
        years |= claimed_years(proof.claim.period, window)
    return years >= set(due.span.years)


@cache
def _nothing(kind: str) -> str:
    """Tens of thousands say it of one of two dozen kinds."""
    return f"{kind}未报"


def _gap(due: Due, state: State, proofs: list[Proof], catalogue: Catalogue) -> str:
    """Say what is missing in the words of a 催办单; of a list, which years."""
    if state in GOOD:
        return ""
    if state is State.RETURNED:
        reasons = next(p.standing.reasons for p in proofs if p.state is state)
        return "退回：" + "、".join(reasons)
    if state is State.OUTSIDE:
        entry = next(p.standing.entry for p in proofs if p.state is state)
        asked = f"，{entry.asked.month}-{entry.asked.day:02}发函" if entry.asked else "，尚未发函"
        return f"待{entry.waits_for}出具{asked}"
    if not proofs:
        return _nothing(WEB if due.web else due.kind)
    first = proofs[0].standing
    if first.state in {"草稿", "撤回"}:
        return "草稿未提交" if first.state == "草稿" else "已撤回"
    if first.faults:
        return "、".join(first.faults)
    window = catalogue.campaign.window
    good = (p for p in proofs if p.state in {State.PASSED, State.PENDING})
    covered = set().union(*(claimed_years(p.claim.period, window) for p in good))
    return f"年度不齐（缺{'、'.join(map(str, sorted(set(due.span.years) - covered)))}）"
