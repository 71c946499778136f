"""事件: the limits that recorded events start, as lines of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.assessment import Assessment
from fzjs.assess.calendar.item import Item
from fzjs.assess.calendar.limits import Limit, Run, limits, reversed_, run
from fzjs.facts import Event


def events(assessment: Assessment) -> Iterator[Item]:
    """Yield a line for each limit of each event that has begun.

    An end after today has not come: the event still runs. An event without 止 that is past its
    limit is missed as far as the records go.
    """
    for event in assessment.repository.agenda.events:
        if event.start.day > assessment.today or reversed_(event.start, event.end):
            continue
        end = event.end if event.end and event.end.day <= assessment.today else None
        for each in limits(event, assessment.catalogue):
            found = run(each, event.start, end)
            if found:
                yield _item(assessment, event, found)


def _item(assessment: Assessment, event: Event, found: Run) -> Item:
    catalogue = assessment.catalogue
    row = catalogue.rows.get(event.indicator)
    office = catalogue.office(event.office)
    owners = (office,) if office else tuple(dict.fromkeys(row.owners)) if row else ()
    at_most = found.limit.measure.sign == "≤"
    past = found.due.day < assessment.today
    if found.kept is not None:
        state = _ended(found, at_most=at_most)
    elif at_most:
        state = "已超期，没有办结记录" if past else "没有办结"
    else:
        state = "可以办结" if past else "这天以前办结算不够时间"
    from_ = found.limit.start or "起"
    return Item(
        kind="事件",
        name=event.name,
        term=f"{event.start} {found.limit.demand}",
        due=found.due.day,
        state=state,
        source=found.limit.source,
        offices=owners,
        time=f"{found.due.time:%H:%M}" if found.due.time else "",
        note=f"{from_} {event.start}，{found.limit.demand}",
        done=bool(found.kept) or (found.kept is None and not at_most and past),
        broken=found.kept is False,
        certain=found.kept is False,
        known=found.known,
    )


def _ended(found: Run, *, at_most: bool) -> str:
    if found.kept:
        return f"合限，用了{found.took}"
    return f"超限办结，用了{found.took}" if at_most else f"时间不够，只有{found.took}"


def uncounted(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield what of 日程 does not count, and why: days to come, times and limits that lack."""
    today, agenda = assessment.today, assessment.repository.agenda
    for done in agenda.done:
        if done.date > today:
            yield f"{done.duty} {done.term}".strip(), f"办理日期 {done.date} 还没有到"
    for event in agenda.events:
        if event.start.day > today:
            yield event.name, f"起 {event.start} 还没有到"
            continue
        if event.end and event.end.day > today:
            yield event.name, f"止 {event.end} 还没有到，当作没有办结"
        if reversed_(event.start, event.end):
            yield event.name, f"止 {event.end} 早于起 {event.start}"
            continue
        known: tuple[Limit, ...] = limits(event, assessment.catalogue)
        if not known:
            yield event.name, "不知道限多久，运行 fzjs check 看哪里写错"
        elif any(run(each, event.start, event.end) is None for each in known):
            yield event.name, "按小时的限要写几点几分"
