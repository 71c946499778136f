"""The campaign before and after a change, assessed on one day and by the same settings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from fzjs import now
from fzjs.assess import Assessment, Moves, assess, compare
from fzjs.facts import Campaign
from fzjs.repository import Loaded, Role
from fzjs.repository.opening import HARMLESS
from fzjs.rules.changing import Change, entry_pairs, inspection_pairs, review_pairs
from fzjs.rules.folders import same_office
from fzjs.tree import Edit


class Side(NamedTuple):
    """One side: `assessment` is None where `fzjs.yaml` or an indicator file is broken."""

    loaded: Loaded
    assessment: Assessment | None


class Sides(NamedTuple):
    """Before and after; `is_first` where there was no `fzjs.yaml` before.

    `held` is what is there now, by what the campaign asked before; None where it asks the same.
    """

    base: Side
    head: Side
    today: datetime.date
    is_first: bool
    held: Assessment | None

    @property
    def levels(self) -> dict[str, str]:
        """The severities that hold: those before the change, where they can be read."""
        found = self.base.assessment or self.head.assessment
        return dict(found.repository.campaign.levels) if found else {}


def sides(before: Loaded, after: Loaded, today: datetime.date | None, *, is_first: bool) -> Sides:
    """Assess both on one day: the later of their 基准日, which is today where there is none.

    An earlier day would put the reviews of what is passed into the future, and unlock it.
    """
    clock = today or now.today()
    known = [each.repository.campaign.today for each in (after, before) if each.repository]
    day = max((each or clock for each in known), default=clock)
    old, new = before.repository, after.repository
    held = None
    if old and new:
        new = new._replace(campaign=_under(old.campaign, new.campaign))
        asked = old.campaign._replace(offices=new.campaign.offices)
        if asked != new.campaign:
            held = assess(new._replace(campaign=asked), day, clock)
    return Sides(
        Side(before, assess(old, day, clock) if old else None),
        Side(after, assess(new, day, clock) if new else None),
        day,
        is_first,
        held,
    )


def change_of(both: Sides, edits: tuple[Edit, ...], pointed: tuple[str, ...] = ()) -> Change | None:
    """Return what the rules of a change look at; None where there is nothing to compare.

    `pointed` are the touched files that are only a Git LFS pointer.
    """
    base, head = both.base, both.head
    if both.is_first or head.assessment is None:
        return None
    old, new = base.assessment, head.assessment
    settings = (old or new).catalogue

    def same(one: str, other: str) -> bool:
        return same_office(one, other, settings, new.catalogue)

    entries = entry_pairs(base.loaded, head.loaded, edits, same)
    return Change(
        base=old,
        head=new,
        settings=settings,
        edits=edits,
        entries=entries,
        reviews=review_pairs(base.loaded, head.loaded, edits, entries),
        inspections=inspection_pairs(base.loaded, head.loaded, edits),
        moves=compare(old, new) if old else Moves(),
        pointers=pointed,
    )


def _under(base: Campaign, head: Campaign) -> Campaign:
    """Return the head's campaign with the severities and the reviewing office of the base.

    An office that reviews stays known even where the change takes it out: without it any review
    would count.
    """
    known = {name for office in head.offices for name in (office.name, *office.aliases)}
    reviewing = {base.reviewing, base.review_substitute} - {""}
    kept = tuple(
        office
        for office in base.offices
        if reviewing & {office.name, *office.aliases} and not known & {office.name, *office.aliases}
    )
    return head._replace(
        levels=base.levels,
        reviewing=base.reviewing,
        review_substitute=base.review_substitute,
        review_protected=base.review_protected,
        offices=(*head.offices, *kept),
    )


def notes(both: Sides, edits: tuple[Edit, ...]) -> Iterator[str]:
    """Say what was not compared, and by whose settings it was judged."""
    base, head = both.base, both.head
    if both.is_first:
        yield "改动之前还没有 fzjs.yaml，没有可比的：列出的是现在的全部问题"
    elif base.assessment is None:
        yield f"改动之前的数据读不了（{_cause(base.loaded)}），应报件没有比较，通过的条目没有核对"
    if head.assessment is None:
        yield f"现在的数据读不了（{_cause(head.loaded)}），应报件没有比较"
    for side, when in ((base, "改动之前"), (head, "现在")):
        broken = _lost_inspections(side.loaded)
        if side.assessment and broken:
            yield f"{when}有督导文件读不了（{broken[0]}），里面的问题没有算，件数可能偏多"
    if base.assessment and any("fzjs.yaml" in {edit.file, edit.was} for edit in edits):
        yield (
            "这次改动了 fzjs.yaml：级别（规则）、审核科室和代审按改动之前的算；"
            "这次交的条目，按改动之前的要求也要过得去；其中原来就有的警告、提示不列"
        )


def _cause(loaded: Loaded) -> str:
    plan = (f for f in loaded.faults if not f.location.file.startswith("evidence/"))
    found = next((f for f in plan if f.rule not in HARMLESS), None)
    return f"{found.location} {found.message}" if found else "fzjs.yaml 或指标有误"


def _lost_inspections(loaded: Loaded) -> list[str]:
    documents = loaded.documents
    return [d.file for d in documents if d.role is Role.INSPECTION and not d.is_whole]
