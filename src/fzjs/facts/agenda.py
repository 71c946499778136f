"""日程 as named tuples: duties carried out, events that start a limit, inspections held."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.diagnostic import Location

Date = datetime.date


class Moment(NamedTuple):
    """A day, and the time on it where that is known."""

    day: Date
    time: datetime.time | None = None

    def __str__(self) -> str:
        """Return it as it is typed."""
        return f"{self.day} {self.time:%H:%M}" if self.time else self.day.isoformat()


class Elsewhere(NamedTuple):
    """他处: what another source says of a duty's day; `date` only of a 期限."""

    source: str
    month: int | None
    day: int | None
    date: Date | None
    place: Location


class Deadline(NamedTuple):
    """A 期限: a day that the plan sets; `offices` is () where it names none."""

    name: str
    date: Date
    source: str
    offices: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]
    place: Location


class Done(NamedTuple):
    """A 办理; `office` is the folder's, "" in the coordinator's own; `term` "" where not given."""

    duty: str
    term: str
    date: Date
    office: str
    place: Location


class Event(NamedTuple):
    """A 事件; the limit is that of `item` of `indicator` (its key), else `limit` and `source`."""

    name: str
    indicator: str
    item: str
    limit: str
    source: str
    start: Moment
    end: Moment | None
    office: str
    place: Location
    start_place: Location
    end_place: Location


class Agenda(NamedTuple):
    """All of 日程, in the order of files and lines."""

    done: tuple[Done, ...] = ()
    events: tuple[Event, ...] = ()


class Held(NamedTuple):
    """That an inspection of a 类型 was held, whether or not it found a problem."""

    kind: str
    date: Date
