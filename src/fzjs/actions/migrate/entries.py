"""Ledger entries and their reviews in the references of the new edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from fzjs.actions.migrate.confirmed import Carry, Mapped
from fzjs.actions.migrate.indicators import Filled
from fzjs.diagnostic import KeyPath
from fzjs.facts import FORMER, Claim, Entry, Material, fold_reference, is_former
from fzjs.models import Claim as ClaimRecord
from fzjs.models import Evidence, ReviewFile
from fzjs.models.followup import ReviewedClaim
from fzjs.repository.fingerprint import of_claim, of_words
from fzjs.source.emit import Value
from fzjs.store import append, set_all, set_value

Reason = Callable[[str, int], str]
"""Why a claim cannot be carried, by the entry's id and the claim's place; "" where it can."""


class Outcome(NamedTuple):
    """What one claim becomes: itself first, then copies where a material was split.

    `reason` says why nothing of the new edition takes it over, "" where something does.
    """

    claims: tuple[tuple[ClaimRecord, bool], ...]
    reason: str

    @property
    def first(self) -> ClaimRecord:
        """The claim that stands in its place."""
        return self.claims[0][0]

    @property
    def same(self) -> bool:
        """Whether what was reviewed of it still stands."""
        return self.claims[0][1]


def outcomes(
    entry: Entry, record: Evidence, said: Mapped, refused: Reason, new: Mapping[str, Material]
) -> list[Outcome]:
    """Return what each claim of an entry becomes; of two that become one, the first stands.

    `new` are the new materials by key: of a range of years those are claimed that are still owed.
    """
    found: list[Outcome] = []
    taken: set[tuple[str, str]] = set()
    for i, claim in enumerate(record.claims):
        targets = said.carried(claim.material)
        reason = refused(entry.id, i) or _dropped(targets)
        if not reason:
            left = [c for c in targets if (fold_reference(c.reference), claim.period) not in taken]
            reason = "" if left else f"与另一条并入了{targets[0].reference}"
            targets = tuple(left)
        if reason and not is_former(claim.material):
            targets = (Carry(f"{FORMER}{claim.material}", same=True),)
        taken |= {(fold_reference(c.reference), claim.period) for c in targets}
        made = tuple((_claim(claim, each.reference, said, new), each.same) for each in targets)
        found.append(Outcome(made, "" if is_former(claim.material) else reason))
    return found


def _dropped(targets: tuple[Carry, ...]) -> str:
    return "新体系没有对应的资料" if is_former(targets[0].reference) else ""


def _claim(
    claim: ClaimRecord, reference: str, said: Mapped, new: Mapping[str, Material]
) -> ClaimRecord:
    """Return a claim under another reference, with 点到 in the new numbers too."""
    material = new.get(fold_reference(reference))
    period = _owed_years(claim.period, material) if material else claim.period
    data = {**claim.plain(), "资料": reference, "年度": period}
    if claim.names:
        data["点到"] = [to.reference for name in claim.names for to in said.carried(name)]
    return ClaimRecord.model_validate(data)


def _owed_years(period: str, material: Material) -> str:
    """Return of a range of years the part that is still owed, where there is one."""
    if not re.fullmatch(r"\d{4}-\d{4}", period):
        return period
    first, last = (int(year) for year in period.split("-"))
    start, end = max(first, material.since or first), min(last, material.until or last)
    if start > end:
        return period
    return f"{start}-{end}" if start < end else str(start)


def entry(raw: bytes, file: str, record: Evidence, made: list[Outcome], *, draft: bool) -> bytes:
    """Return an entry's bytes in the new references; withdrawn where nothing carries on.

    No claim is taken away: what has no counterpart is marked as the former edition's. `draft` is
    for what lacks something that only the new edition asks.
    """
    values: list[tuple[KeyPath, Value]] = []
    for i, (claim, outcome) in enumerate(zip(record.claims, made, strict=True)):
        if outcome.first.material != claim.material:
            values.append((("对应", i, "资料"), outcome.first.material))
        if outcome.first.period != claim.period:
            values.append((("对应", i, "年度"), outcome.first.period))
        if outcome.first.names != claim.names:
            values.append((("对应", i, "点到"), list(outcome.first.names)))
    raw = set_all(raw, file, values) if values else raw
    for each in (claim for outcome in made for claim, _ in outcome.claims[1:]):
        raw = append(raw, file, ("对应",), each.plain())
    if record.state != "撤回" and all(is_former(o.first.material) for o in made):
        raw = set_value(raw, file, ("状态",), "撤回")
        if record.secret is None:
            named = "、".join(dict.fromkeys(claim.material for claim in record.claims))
            reason = f"换版取消：新体系没有 {named} 的资料"
            raw = set_value(raw, file, ("撤回理由",), reason, after="状态")
    elif draft:
        raw = set_value(raw, file, ("状态",), "草稿")
    return raw


def review(
    raw: bytes, file: str, record: ReviewFile, entry: Entry | None, made: list[Outcome], new: Filled
) -> bytes:
    """Return a review file's bytes, its last review in the new references.

    What is the same stands as reviewed: the new reference with its own fingerprint. What is
    reworded keeps the old fingerprint under the old name, marked 旧体系: it is 待复核. A returned
    entry stays returned, whatever its claims are called now.
    """
    last = len(record.reviews) - 1
    returned = record.reviews[last].verdict == "退回"
    by_name = _by_name(entry, made)
    values: list[tuple[KeyPath, Value]] = []
    more: list[dict[str, Value]] = []
    for i, line in enumerate(record.reviews[last].claims):
        keys: KeyPath = ("审核", last, "对应", i)
        fact, outcome = by_name.get((fold_reference(line.material), line.period), (None, None))
        stands = fact is not None and fact.fingerprint == line.fingerprint
        if outcome and stands and (outcome.same or returned):
            values += [((*keys, key), v) for key, v in _line(line, outcome.first, new).items()]
            if returned:
                more += [_line(line, claim, new) for claim, _ in outcome.claims[1:]]
        elif not is_former(line.material):
            values.append(((*keys, "资料"), f"{FORMER}{line.material}"))
    raw = set_all(raw, file, values) if values else raw
    for each in more:
        raw = append(raw, file, ("审核", last, "对应"), {"年度": "", **each})
    return raw


def _by_name(
    entry: Entry | None, made: list[Outcome]
) -> Mapping[tuple[str, str], tuple[Claim, Outcome]]:
    claims = zip(entry.claims, made, strict=True) if entry else ()
    return {(claim.material, claim.period): (claim, outcome) for claim, outcome in claims}


def _line(line: ReviewedClaim, claim: ClaimRecord, new: Filled) -> dict[str, Value]:
    """Return a reviewed claim as the reviewer would write it now."""
    key = fold_reference(claim.material)
    revision = new.revisions.get(key, 1)
    said: dict[str, Value] = {"资料": claim.material, "年度": claim.period}
    if revision != 1 or "修订" in line.plain():
        said["修订"] = str(revision)
    said["指纹"] = of_claim(claim, revision)
    if line.words and key in new.words:
        said["文字"] = of_words(new.words[key])
    return said


def left(entry: Entry, made: list[Outcome], record: Evidence) -> Iterator[dict[str, Value]]:
    """Yield the claims that nothing takes over, for the record."""
    for claim, outcome in zip(record.claims, made, strict=True):
        if outcome.reason:
            yield {
                "条目": entry.id,
                "资料": claim.material,
                "年度": claim.period,
                "原因": outcome.reason,
            }


def reviewed(passed: Collection[int], made: list[Outcome]) -> tuple[int, int]:
    """Return of an entry's passed claims how many stay so, and how many are 待复核."""
    carried = [o for i, o in enumerate(made) if i in passed and not o.reason]
    kept = sum(outcome.same for outcome in carried)
    return kept, len(carried) - kept
