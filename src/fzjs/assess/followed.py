"""What becomes of a problem: whether it is closed, by when it is to be mended, how far it is.

附件2 （13）: “建立整改工作方案和台账，对标对表，逐项整改销号”. So a 验收 closes nothing where the
office has not applied with proof, and nobody closes what their own office has to mend. The
decision table is in docs/states.md.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.ownership import own_step, owner_offices
from fzjs.assess.standing import Standing, changed, returned
from fzjs.facts import Entry, Problem, Rectification, Step

CLOSED, APPLIED, BACK, RETURNED = "已销号", "申请销号", "反弹", "退回"
EXTENDED, MENDING, OPEN = "已延期", "整改中", "待整改"
STATES = (OPEN, MENDING, EXTENDED, APPLIED, RETURNED, BACK, CLOSED)
_AGAIN = frozenset({"退回", "反弹"})
"""After these an earlier 申请销号 counts no more."""


class Followed(NamedTuple):
    """A problem with the 处理 that count today and its owner's answers, the last applied first.

    `weak` says why the proof of the 申请销号 does not stand, by the entry as it is named;
    `doubled` is a problem whose number another one has too: no 整改 tells which it mends.
    """

    problem: Problem
    steps: tuple[Step, ...]
    answers: tuple[Rectification, ...]
    state: str = OPEN
    overdue: bool = False
    weak: tuple[tuple[str, str], ...] = ()
    doubled: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether the problem is not closed."""
        return not self.problem.closed

    @property
    def since(self) -> datetime.date:
        """The day after which the office has to apply: of the last 退回 or 反弹, if any."""
        return last_again(self.steps) or datetime.date.min


def follow(
    problems: Iterable[Problem],
    answers: Iterable[Rectification],
    standings: Mapping[str, Standing],
    catalogue: Catalogue,
    today: datetime.date,
) -> tuple[Followed, ...]:
    """Return each problem with what counts today: `due` is moved by 延期, `closed` is judged.

    `standings` are of the entries by themselves, as no problem reopens them: what a problem is
    about may be the proof that it is mended.
    """
    given: defaultdict[str, list[Rectification]] = defaultdict(list)
    for each in answers:
        given[each.problem].append(each)
    every, found = tuple(problems), []
    named = Counter(problem.id for problem in every)
    for problem in every:
        answered = tuple(_own(problem, given[problem.id], catalogue, today))
        steps = _proven(tuple(counting(problem, catalogue, today)), answered, standings)
        doubled = named[problem.id] > 1
        if doubled:
            steps = tuple(step for step in steps if step.result != "验收")
        found.append(_stood(problem, steps, answered)._replace(doubled=doubled))
    return tuple(found)


def _proven(
    steps: Sequence[Step], answers: Sequence[Rectification], standings: Mapping[str, Standing]
) -> tuple[Step, ...]:
    """Leave out each 验收 without proof; what came back since was closed all the same.

    Of an application that was made again only the last date is known.
    """
    kept: list[Step] = []
    for i, step in enumerate(steps):
        back = i + 1 < len(steps) and steps[i + 1].result in _AGAIN
        if step.result != "验收" or back or not unproven([*kept, step], answers, standings):
            kept.append(step)
    return tuple(kept)


def _stood(
    problem: Problem, steps: tuple[Step, ...], answers: tuple[Rectification, ...]
) -> Followed:
    moved = [step.until for step in steps if step.until]
    due = moved[-1] if moved else problem.first_due
    return Followed(problem._replace(due=due, closed=is_accepted(steps)), steps, answers)


def is_accepted(steps: Sequence[Step]) -> bool:
    """Tell whether the last 处理 is a 验收."""
    return bool(steps) and steps[-1].result == "验收"


def _own(
    problem: Problem, given: Iterable[Rectification], catalogue: Catalogue, today: datetime.date
) -> list[Rectification]:
    """Return the answers of those who have to mend, one of each office, the last applied first.

    Nobody applies before the finding, nor on a day to come: that is no 申请销号.
    """
    owners = owner_offices(problem, catalogue)
    own: list[Rectification] = []
    for each in given:
        early = each.applied is not None and each.applied < problem.found
        if catalogue.folder_office(each.office) in owners:
            own.append(each._replace(applied=None) if early else each)
    own.sort(key=lambda each: _applied(each, today), reverse=True)
    first = {catalogue.folder_office(each.office): each for each in reversed(own)}
    return [each for each in own if first[catalogue.folder_office(each.office)] is each]


def _applied(answer: Rectification, today: datetime.date) -> datetime.date:
    day = answer.applied
    return day if day and day <= today else datetime.date.min


def counting(problem: Problem, catalogue: Catalogue, today: datetime.date) -> Iterator[Step]:
    """Yield the 处理 that count: since the finding, not yet to come, no 验收, 延期 by the owner."""
    for step in problem.steps:
        if problem.found <= step.date <= today and not own_step(step, problem, catalogue):
            yield step


def last_again(steps: Iterable[Step]) -> datetime.date | None:
    """Return the day of the last 退回 or 反弹."""
    return max((step.date for step in steps if step.result in _AGAIN), default=None)


def unproven(
    steps: Sequence[Step], answers: Sequence[Rectification], standings: Mapping[str, Standing]
) -> str:
    """Say why the 验收 that stands last closes nothing; "" where the office applied with proof."""
    day = steps[-1].date
    shown = [each for each in answers if each.evidence]
    proven = [each for each in shown if not any(weak_proof(each, standings, day))]
    applied = [each.applied for each in proven if each.applied]
    again = last_again(steps)
    if not answers:
        return "没有整改文件"
    if not shown:
        return "整改没有写佐证"
    if not proven:
        name, fault = next(weak_proof(shown[0], standings, day))
        return f"佐证“{name}”{fault}"
    if not applied:
        return "责任科室没有申请销号"
    if min(applied) > day:
        return f"{day} 就验收了，申请销号却是 {min(applied)}"
    if again and not any(again < each <= day for each in applied):
        return f"{again} 退回或反弹以后，责任科室没有再申请销号"
    return ""


def settle(
    found: Iterable[Followed], standings: Mapping[str, Standing], today: datetime.date
) -> tuple[Followed, ...]:
    """Return the problems with their states: whether a proof stands is known by its entry."""
    return tuple(_settled(each, standings, today) for each in found)


def as_of(each: Followed, standings: Mapping[str, Standing], day: datetime.date) -> Followed:
    """Return a problem as it stood on an earlier day, by the 处理 and 申请销号 up to it.

    What a 整改 or an entry said before it was changed is not known.
    """
    steps = tuple(step for step in each.steps if step.date <= day)
    return _settled(_stood(each.problem, steps, each.answers), standings, day)


def _settled(each: Followed, standings: Mapping[str, Standing], today: datetime.date) -> Followed:
    if each.problem.closed:
        return each._replace(state=CLOSED)
    made = [a for a in each.answers if a.applied and each.since < a.applied <= today]
    weak = tuple(weak_proof(made[0], standings)) if made else ()
    applied = any(a.evidence and not [*weak_proof(a, standings)] for a in made)
    state = _state(each, applied=applied)
    late = state != APPLIED and each.problem.due < today
    return each._replace(state=state, overdue=late, weak=weak)


def _state(each: Followed, *, applied: bool) -> str:
    """Return the state of an open problem: docs/states.md, 问题的状态, the first row that fits."""
    if applied:
        return APPLIED
    again = [step.result for step in each.steps if step.result in _AGAIN]
    if again:
        return again[-1]
    if any(step.result == "延期" for step in each.steps):
        return EXTENDED
    return MENDING if each.answers else OPEN


def weak_proof(
    answer: Rectification, standings: Mapping[str, Standing], accepted: datetime.date | None = None
) -> Iterator[tuple[str, str]]:
    """Yield each proof of a 整改 that proves nothing, and why; `accepted` as in `proof_fault`."""
    for name in answer.evidence:
        fault = proof_fault(standings.get(name), accepted)
        if fault:
            yield name, fault


def proof_fault(standing: Standing | None, accepted: datetime.date | None = None) -> str:
    """Say why an entry proves nothing; that the problem itself is still open is no reason.

    It must be handed in, with all that its kind asks for, and not be returned by its reviewer;
    where the problem was `accepted`, not until that day. That is all that is known of the day.
    """
    if standing is None:
        return "不存在"
    if standing.state in {"草稿", "撤回", "待外单位"}:
        said = {"草稿": "还是草稿", "撤回": "已撤回", "待外单位": "外单位还没有出具"}
        return said[standing.state]
    review = standing.review
    if returned(standing) and review and (accepted is None or review.date <= accepted):
        return "已被审核退回"
    return f"不合要求（{'、'.join(standing.faults)}）" if standing.faults else ""


def unchanged(standing: Standing, each: Followed, catalogue: Catalogue) -> bool:
    """Tell whether a proof is what the inspection found, as it was: passed before, the same since.

    Only of an entry that the problem is about: another may have lain there all the time. What is
    mended on paper alone shows by its 交件.
    """
    entry, review, problem = standing.entry, standing.review, each.problem
    # An open problem hides the state; the review that holds shows it.
    if review is None or not review.passed or changed(entry, review):
        return False
    if not is_about(problem, entry, catalogue):
        return False
    handed = entry.handed is not None and entry.handed >= problem.found
    return review.date < problem.found and not handed


def is_about(problem: Problem, entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether a problem is about an entry, or about a material that the entry claims."""
    claimed = {catalogue.material(claim.material) for claim in entry.claims}
    return entry.id == problem.entry or bool(
        claimed & set(materials_of(problem.material, catalogue))
    )


def materials_of(reference: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the keys that a reference may mean, its period left out; () for none."""
    head = reference.partition("/")[0]
    return catalogue.repeated.get(head, (catalogue.material(head),)) if head else ()
