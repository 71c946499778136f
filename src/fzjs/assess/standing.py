"""The state of an entry: never typed, derived from what it says, its review and its problems."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Claim, Entry, Problem, Review


class Standing(NamedTuple):
    """An entry with its derived state (草稿, 撤回, 待审核, 待复核, 已通过, 已退回, 待外单位).

    `review` is the last one where it holds; `web` is the last year in which the entry's web
    evidence was looked at, 0 where it is not whole or looked at after today.
    """

    entry: Entry
    state: str
    faults: tuple[str, ...]
    reasons: tuple[str, ...]
    review: Review | None
    web: int


def reviewer_of(office: str, catalogue: Catalogue) -> str:
    """Return the office that reviews an office's entries; "" where the campaign names none.

    DESIGN section 4: "A named substitute reviews the reviewing office's own entries".
    """
    campaign = catalogue.campaign
    reviewing = catalogue.office(campaign.reviewing)
    own = catalogue.folder_office(office) == reviewing
    return catalogue.office(campaign.review_substitute) if own else reviewing


def holds(review: Review, catalogue: Catalogue, today: datetime.date) -> bool:
    """Tell whether a review counts: by the office that is to review the entry, and not yet to come.

    附件1 四.1: “所报相关资料报规范性文件管理科审核”. Where the campaign names no reviewing
    office, any review counts; where it names one but no substitute, its own entries are for
    any other office to review.
    """
    if review.date > today:
        return False
    if not catalogue.office(catalogue.campaign.reviewing):
        return True
    office = review.entry.split("/")[0]
    by = catalogue.folder_office(review.office)
    due = reviewer_of(office, catalogue)
    return by == due if due else by != catalogue.folder_office(office)


def stand(
    entry: Entry,
    catalogue: Catalogue,
    review: Review | None,
    today: datetime.date,
) -> Standing:
    """Return an entry's derived state, problems apart.

    A review is of the fingerprint it records: changed after is 待复核.
    """
    faults = sound.faults(entry, catalogue, today)
    valid = review if review and holds(review, catalogue, today) else None
    state = _derive(entry, valid)
    reasons = valid.reasons if valid and state == "已退回" else ()
    return Standing(entry, state, faults, reasons, valid, _web_until(entry, today))


def sent_back(standing: Standing, problems: Sequence[Problem]) -> Standing:
    """Return an entry as 已退回 while a problem on it is open (DESIGN section 4)."""
    if not problems:
        return standing
    texts = tuple(f"问题未销号：{problem.text}" for problem in problems if not problem.closed)
    if texts and standing.state in {"已通过", "待审核", "待复核"}:
        return standing._replace(state="已退回", reasons=texts)
    return standing


def _web_until(entry: Entry, today: datetime.date) -> int:
    """A page is evidence from the day on which it was looked at."""
    if not (entry.web or entry.shown.searches):
        return 0
    days = [page.retrieved for page in entry.web if page.retrieved]
    by_today = not days or max(days) <= today
    return sound.web_until(entry) if by_today and sound.has_web(entry) else 0


def _derive(entry: Entry, review: Review | None) -> str:
    """Return the state that the stored one, the outside issuer and the last review give."""
    if entry.state == "撤回" or (entry.state == "草稿" and not entry.waits_for):
        return entry.state
    if entry.waits_for:
        return "待外单位"
    if review is None:
        return "待审核"
    if changed(entry, review):
        return "待复核"
    return "已通过" if review.passed else "已退回"


def changed(entry: Entry, review: Review) -> bool:
    """Tell whether an entry waits for another look.

    Of a passed one: its own text, or a claim that the review has not seen. A returned one is also
    mended by taking a claim away.
    """
    if review.fingerprint != entry.fingerprint:
        return True
    seen = {(done.material, done.period, done.fingerprint) for done in review.claims}
    now = {(claim.material, claim.period, claim.fingerprint) for claim in entry.claims}
    return not now <= seen if review.passed else bool(seen) and now != seen


def returned(standing: Standing) -> bool:
    """Tell whether the review that holds returned the entry as it stands, problems apart."""
    review = standing.review
    return review is not None and not review.passed and not changed(standing.entry, review)


def passed(standing: Standing, claim: Claim) -> bool:
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
