"""Every line of the calendar in one list, and the parts that a screen shows of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.calendar import dated, duties, events
from fzjs.assess.calendar.counted import Counted, counted, number
from fzjs.assess.calendar.item import Date, Item
from fzjs.assess.duration import begins
from fzjs.assess.measure import parse

FARTHEST = 1100
"""Days that one can look ahead: three years."""


class Calendar(NamedTuple):
    """What is due from a day on, what is past, what is done, and the counts of the year.

    `begins` is the day from which duties count, `stated` whether a 阶段 names it; `uncounted` says
    what of 日程 does not count, and why.
    """

    first: Date
    last: Date
    begins: Date
    stated: bool
    due: tuple[Item, ...]
    past: tuple[Item, ...]
    done: tuple[Item, ...]
    counted: tuple[Counted, ...]
    uncounted: tuple[tuple[str, str], ...]


def gather(assessment: Assessment, first: Date, days: int, office: str = "") -> Calendar:
    """Return the calendar of `days` days from `first` on; `office` is a full name, or "" for all.

    What is past is past by today; a `first` before today narrows it, one after today moves only
    what is due.
    """
    today = assessment.today
    last = first + datetime.timedelta(days=days)
    found = sorted(_items(assessment, max(last, today), office), key=_order)
    seen = [item for item in found if not office or not item.offices or office in item.offices]
    counts = tuple(each for each in counted(assessment) if not office or office in each.row.owners)
    open_ = [item for item in seen if not item.done]
    late = [item for item in open_ if item.broken or item.due < today]
    start, stated = begins(assessment.catalogue.campaign, today)
    return Calendar(
        first=first,
        last=last,
        begins=start,
        stated=stated,
        due=tuple(i for i in open_ if i not in late and first <= i.due <= last),
        past=tuple(i for i in late if first >= today or i.due >= first),
        done=tuple(item for item in seen if item.done and item.kind != "阶段"),
        counted=counts,
        uncounted=tuple(events.uncounted(assessment)),
    )


def _order(item: Item) -> tuple[Date, str, str, str]:
    return item.due, item.time, item.kind, item.name


def _items(assessment: Assessment, horizon: Date, office: str) -> Iterable[Item]:
    yield from duties.duties(assessment, horizon, office)
    yield from duties.implied(assessment, horizon)
    yield from (_line(each) for each in counted(assessment))
    yield from dated.stages(assessment)
    yield from dated.batches(assessment, office)
    yield from dated.deadlines(assessment)
    yield from dated.problems(assessment)
    yield from dated.outside(assessment)
    yield from events.events(assessment)


def _line(each: Counted) -> Item:
    """Return a count as a line on its last day: what is missing then, as far as it is recorded."""
    measure = parse(each.target.demand)
    unit = measure.unit if measure else ""
    # Of a half that is past, what has been recorded since counts for it.
    state = f"已记{number(each.recorded)}{unit}，{each.lacks}{number(each.missing)}{unit}"
    if each.doubtful:
        state = "条目写的次数不一，不知道算哪个"
    return Item(
        "按年计次", each.target.item, each.term, each.due, state, each.source,
        tuple(dict.fromkeys(each.row.owners)), done=not each.missing and not each.doubtful,
    )  # fmt: skip
