"""Records of 日程 to facts."""

from __future__ import annotations

from collections.abc import Iterable

from fzjs import facts
from fzjs.facts import fold
from fzjs.models.agenda import Agenda, Done, Event, Moment
from fzjs.models.unit import Deadline, Duty, OtherDate, OtherDay
from fzjs.repository.layout import name_of
from fzjs.source import Source


def agenda(record: Agenda, source: Source) -> facts.Agenda:
    """Return the facts of a file of 日程."""
    return facts.Agenda(
        tuple(_done(each, i, source) for i, each in enumerate(record.done)),
        tuple(_event(each, i, source) for i, each in enumerate(record.events)),
    )


def _office(source: Source) -> str:
    """Return whose folder a file lies in, "" for the coordinator's own."""
    folder = name_of(source.file).split("/")[0]
    return "" if folder == "日程" else folder


def _done(record: Done, i: int, source: Source) -> facts.Done:
    place = source.locate(("办理", i, "任务"))
    return facts.Done(record.duty, record.term or "", record.date, _office(source), place)


def _event(record: Event, i: int, source: Source) -> facts.Event:
    return facts.Event(
        name=record.name,
        indicator=fold(record.indicator or ""),
        item=record.item or "",
        limit=record.limit or "",
        source=record.source or "",
        start=_moment(record.start),
        end=_moment(record.end) if record.end else None,
        office=_office(source),
        place=source.locate(("事件", i, "项目" if record.item else "限")),
        start_place=source.locate(("事件", i, "起")),
        end_place=source.locate(("事件", i, "止")),
    )


def _moment(record: Moment) -> facts.Moment:
    return facts.Moment(record.day, record.time)


def duty(record: Duty, i: int, source: Source) -> facts.Duty:
    """Return the facts of a 周期任务."""
    return facts.Duty(
        record.name,
        record.cycle,
        record.month,
        record.day,
        record.source or "",
        record.offices,
        _elsewhere(record.elsewhere, "周期任务", i, source),
        source.locate(("周期任务", i)),
    )


def deadline(record: Deadline, i: int, source: Source) -> facts.Deadline:
    """Return the facts of a 期限."""
    return facts.Deadline(
        record.name,
        record.date,
        record.source or "",
        record.offices,
        _elsewhere(record.elsewhere, "期限", i, source),
        source.locate(("期限", i)),
    )


def _elsewhere(
    records: Iterable[OtherDay | OtherDate], key: str, i: int, source: Source
) -> tuple[facts.Elsewhere, ...]:
    return tuple(
        facts.Elsewhere(
            each.source,
            each.month if isinstance(each, OtherDay) else None,
            each.day if isinstance(each, OtherDay) else None,
            each.date if isinstance(each, OtherDate) else None,
            source.locate((key, i, "他处", j)),
        )
        for j, each in enumerate(records)
    )
