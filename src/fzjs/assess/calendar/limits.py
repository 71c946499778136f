"""Limits that an event starts: when each runs out, and whether an ended event kept it.

民法典 第二百零一条: “按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。按照小时
计算期间的，自法律规定或者当事人约定的时间开始计算。” 第二百零三条: “期间的最后一日是法定休假日的，
以法定休假日结束的次日为期间的最后一日。” So a limit in days is extended over a rest day; one in
hours never is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.assess import occurrences, workdays
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.measure import HOUR, WORKDAY, Measure, limit
from fzjs.facts import Event, Moment

_LONGEST = 20_000
"""Days of a limit that is still counted: more than any has, and no calendar ends before."""


class Limit(NamedTuple):
    """One limit of an event: in the plan's words, from which source, from which event on."""

    demand: str
    source: str
    start: str
    measure: Measure


class Run(NamedTuple):
    """How a limit stands: `due` is when it runs out, or before when is too early.

    `kept` is None while the event runs; `took` says how long an ended one took. `known` where the
    holiday table has all the years that were counted.
    """

    limit: Limit
    due: Moment
    kept: bool | None
    took: str
    known: bool


def limits(event: Event, catalogue: Catalogue) -> tuple[Limit, ...]:
    """Return the limits that an event starts; an item may have two, as ≥5工作日 and ≤15工作日."""
    return tuple(each for each in _limits(event, catalogue) if each.measure.limit <= _LONGEST)


def _limits(event: Event, catalogue: Catalogue) -> Iterator[Limit]:
    if not event.item:
        own = limit(event.limit)
        if own:
            yield Limit(event.limit, event.source, "", own)
        return
    row = catalogue.rows.get(event.indicator)
    for target in row.indicator.targets if row else ():
        found = limit(target.demand) if target.item == event.item else None
        if row and found:
            source = f"指标{row.indicator.number}“{target.quote or target.item}”"
            yield Limit(target.demand, source, target.start, found)


def run(each: Limit, start: Moment, end: Moment | None) -> Run | None:
    """Return how a limit stands; None where it is in hours and a time is missing."""
    measure = each.measure
    if measure.unit == HOUR:
        return _hours(each, start, end)
    count = int(measure.limit)
    if measure.unit == WORKDAY:
        day, known = workdays.after(start.day, count)
    else:
        day, known = start.day + datetime.timedelta(days=count), True
        if measure.sign == "≤":
            day, known = workdays.next_workday(day)
    if end is None:
        return Run(each, Moment(day), None, "", known)
    taken = occurrences.take(start.day, end.day, measure)
    unit = "个工作日" if measure.unit == WORKDAY else "日"
    return Run(each, Moment(day), taken.kept, f"{taken.days}{unit}", known and taken.known)


def reversed_(start: Moment, end: Moment | None) -> bool:
    """Tell whether an end lies before its beginning, by the time where both have one."""
    if end is None or end.day != start.day or not (end.time and start.time):
        return end is not None and end.day < start.day
    return end.time < start.time


def _hours(each: Limit, start: Moment, end: Moment | None) -> Run | None:
    if start.time is None or (end and end.time is None):
        return None
    begun = datetime.datetime.combine(start.day, start.time)
    due = begun + datetime.timedelta(minutes=float(each.measure.limit * 60))
    at = Moment(due.date(), due.time().replace(second=0, microsecond=0))
    if end is None or end.time is None:
        return Run(each, at, None, "", known=True)
    ended = datetime.datetime.combine(end.day, end.time)
    kept = ended <= due if each.measure.sign == "≤" else ended >= due
    minutes = int((ended - begun).total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    return Run(each, at, kept, f"{hours}小时" + (f"{rest}分" if rest else ""), known=True)
