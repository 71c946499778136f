"""Which 应报件 are met, by what, and in which state.

docs/states.md: 已通过, 待审 (已提交 and sound, or 待复核), 退回, 待外单位, 未报 (nothing, 草稿,
撤回, or unsound); the best entry wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.owe import WEB, Due
from fzjs.assess.period import AT_TIME, IF_ANY, IN_FORCE, SUMMARY, claimed_years, fits, is_range
from fzjs.facts import Claim, Entry, Problem, Review


class State(StrEnum):
    """The state of an 应报件, best first."""

    PASSED = "已通过"
    PENDING = "待审"
    RETURNED = "退回"
    OUTSIDE = "待外单位"
    MISSING = "未报"


class Standing(NamedTuple):
    """An entry with its derived state (草稿, 撤回, 待审核, 待复核, 已通过, 已退回, 待外单位)."""

    entry: Entry
    state: str
    faults: tuple[str, ...]
    reasons: tuple[str, ...]
    review: Review | None


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


def stand(
    entry: Entry, catalogue: Catalogue, review: Review | None, problems: Iterable[Problem]
) -> Standing:
    """Return an entry's derived state; it is never typed.

    A review is of the fingerprint it records: changed after is 待复核. An open problem on an
    entry reopens it (DESIGN section 4).
    """
    faults = sound.faults(entry, catalogue)
    open_problems = tuple(p.text for p in problems if not p.closed)
    state = _derive(entry, review)
    reasons = review.reasons if review and state == "已退回" else ()
    if open_problems and state in {"已通过", "待审核", "待复核"}:
        state, reasons = "已退回", tuple(f"问题未销号：{text}" for text in open_problems)
    return Standing(entry, state, faults, reasons, review)


def _derive(entry: Entry, review: Review | None) -> str:
    """Return the state that the stored one, the outside issuer and the last review give."""
    if entry.state == "撤回" or (entry.state == "草稿" and not entry.waits_for):
        return entry.state
    if entry.waits_for:
        return "待外单位"
    if review is None:
        return "待审核"
    if _changed(entry, review):
        return "待复核"
    return "已通过" if review.passed else "已退回"


def _changed(entry: Entry, review: Review) -> bool:
    """Tell whether an entry waits for another look.

    Of a passed one: its own text, or a claim that the review has not seen. A returned one is also
    mended by taking a claim away.
    """
    seen = {(done.material, done.period, done.fingerprint) for done in review.claims}
    now = {(claim.material, claim.period, claim.fingerprint) for claim in entry.claims}
    if review.fingerprint != entry.fingerprint:
        return True
    return not now <= seen if review.passed else bool(seen) and now != seen


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
    return State.PASSED if _reviewed(standing, claim) else State.PENDING


def _reviewed(standing: Standing, claim: Claim) -> bool:
    """A claim passes by itself: "adding a fourth claim leaves three passed" (DESIGN section 4)."""
    review, entry = standing.review, standing.entry
    if review is None or not review.passed or review.fingerprint != entry.fingerprint:
        return False
    return any(
        done.material == claim.material
        and done.period == claim.period
        and done.fingerprint == claim.fingerprint
        for done in review.claims
    )


def accepts(due_kind: str, rhythm: str, entry: Entry) -> bool:
    """Tell whether an entry's kind fits what is owed.

    docs/format.md, section 4: it is the material's own kind; 佐证材料 takes any; 零报告 meets
    无此情形, 有则报, and a year of 汇总.
    """
    if entry.kind == "零报告":
        return due_kind in {"无此情形", "佐证材料"} or rhythm in {IF_ANY, SUMMARY}
    return due_kind in {"佐证材料", entry.kind}


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
            if sound.has_web(standing.entry):
                web_of[key.partition("-")[0]].append(proof)
    return Index(
        {key: tuple(found) for key, found in by_material.items()},
        {key: tuple(found) for key, found in web_of.items()},
    )


def meet(due: Due, found: Index, catalogue: Catalogue, named: str = "") -> Met:
    """Return an 应报件 with its state; `named` asks that a claim names this row (应点到)."""
    proofs = [p for p in _candidates(due, found, catalogue) if not named or named in p.claim.names]
    order = list(State)
    proofs.sort(key=lambda proof: (order.index(proof.state), proof.standing.entry.id))
    state = _state(due, proofs, catalogue)
    return Met(due, state, tuple(proofs), _gap(due, state, proofs))


def _candidates(due: Due, found: Index, catalogue: Catalogue) -> Iterable[Proof]:
    claims = list(found.by_material.get(due.material, ()))
    if due.web and due.material == f"{due.indicator}-{WEB}":
        # A listed material that is the web debt itself (87-7) asks to be claimed.
        claims += [p for p in found.web_of.get(due.indicator, ()) if p not in claims]
    for proof in claims:
        entry = proof.standing.entry
        if due.office and catalogue.office(entry.office) != due.office:
            continue
        if due.web and not sound.has_web(entry) and proof.state in {State.PASSED, State.PENDING}:
            continue
        if (due.web or due.method or accepts(due.kind, due.rhythm, entry)) and _touches(
            due, proof, catalogue
        ):
            yield proof


def _touches(due: Due, proof: Proof, catalogue: Catalogue) -> bool:
    """Tell whether a claim's 年度 reaches the period of an 应报件."""
    claim, window = proof.claim, catalogue.campaign.window
    if due.material in catalogue.materials and not _divided(due, proof, catalogue):
        return False
    if proof.claim.period == due.span.label:
        return True
    if due.web and catalogue.material(claim.material) != due.material:
        # 公开 on an entry counts for the years of its claims, whatever rhythm they have.
        return bool(claimed_years(claim.period, window) & set(due.span.years))
    if not fits(due.rhythm, claim.period) or due.rhythm in {"每半年", "逐件", IN_FORCE, AT_TIME}:
        return False
    return bool(claimed_years(claim.period, window) & set(due.span.years))


def _divided(due: Due, proof: Proof, catalogue: Catalogue) -> bool:
    """Tell whether one paper on several years is divided as the rhythm asks.

    docs/format.md, section 5: 每年 takes one year an entry, 逐年可合并 several with 页 or 摘录
    for each, and a range equals one claim a year. A 涉密 entry may say neither.
    """
    entry, claim = proof.standing.entry, proof.claim
    same = (c for c in entry.claims if catalogue.material(c.material) == due.material)
    several = len({c.period for c in same}) > 1
    if due.rhythm in {"每年", "上年度"}:
        return not several
    if due.rhythm != "逐年可合并" or claim.located:
        return True
    return not is_range(claim.period) and (entry.secret or not several)


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
    nil = all(proof.standing.entry.kind == "零报告" for proof in proofs)
    if due.rhythm != SUMMARY and not (due.rhythm == IF_ANY and nil):
        return bool(proofs)
    # 有则报 is met by one event, or by having looked in every year and found nothing.
    window = catalogue.campaign.window
    years: set[int] = set()
    for proof in proofs:
        years |= claimed_years(proof.claim.period, window)
    return years >= set(due.span.years)


def _gap(due: Due, state: State, proofs: list[Proof]) -> str:
    """Say what is missing in the words of a 催办单."""
    if state in {State.PASSED, State.PENDING}:
        return ""
    if state is State.RETURNED:
        reasons = next(p.standing.reasons for p in proofs if p.state is state)
        return "退回：" + "、".join(reasons)
    if state is State.OUTSIDE:
        entry = next(p.standing.entry for p in proofs if p.state is state)
        asked = f"，{entry.asked.month}-{entry.asked.day:02}发函" if entry.asked else "，尚未发函"
        return f"待{entry.waits_for}出具{asked}"
    if not proofs:
        return f"{WEB if due.web else due.kind}未报"
    first = proofs[0].standing
    if first.state in {"草稿", "撤回"}:
        return "草稿未提交" if first.state == "草稿" else "已撤回"
    if first.faults:
        return "、".join(first.faults)
    return "年度不齐"
