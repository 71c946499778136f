"""日程 in the new edition's words: what was carried out, and what limit an event began."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from fzjs.actions.migrate.confirmed import Mapped
from fzjs.actions.migrate.edition import Edition
from fzjs.assess.editions import canonical
from fzjs.assess.measure import limit
from fzjs.diagnostic import KeyPath
from fzjs.facts import FORMER, Target, fold_reference, is_former
from fzjs.models.agenda import Agenda, Event
from fzjs.source.emit import Value
from fzjs.store import remove, set_all

Stuck = Collection[tuple[str, str, int]]
"""What the new edition does not know, by file, `办理` or `事件`, and place."""


class Kept(NamedTuple):
    """A file of 日程 after a migration, and what its reader has to look at again."""

    after: bytes
    lines: tuple[str, ...]


def record(
    raw: bytes,
    file: str,
    own: Agenda,
    said: Mapped,
    editions: tuple[Edition, Edition],
    stuck: Stuck,
) -> Kept:
    """Return a file of 日程: a duty that is gone, or an event's limit, stays as the former's.

    An event goes on under the new item's limit of the same name. Where there is none, and where it
    ended under a limit that says otherwise now, it keeps the old limit, with its source.
    """
    values: list[tuple[KeyPath, Value]] = []
    lines: list[str] = []
    for i, done in enumerate(own.done):
        if (file, "办理", i) in stuck and not is_former(done.duty):
            values.append((("办理", i, "任务"), f"{FORMER}{done.duty}"))
            lines.append(f"{file}：任务“{done.duty}”新体系没有，写作 {FORMER}{done.duty}")
    gone: list[KeyPath] = []
    for i, event in enumerate(own.events):
        changed = _event(event, said, editions, stuck=(file, "事件", i) in stuck)
        values += [(("事件", i, key), value) for key, value in changed.items() if value]
        gone += [("事件", i, key) for key, value in changed.items() if not value]
        if "限" in changed:
            lines.append(f"{file}：事件“{event.name}”仍按旧体系的限 {changed['限']}")
        elif is_former(changed.get("指标", "")) and event.item:
            lines.append(f"{file}：事件“{event.name}”的限新体系没有，日历不再列")
    for each in values:  # a 限 and its 出处 are new keys: one at a time
        raw = set_all(raw, file, [each])
    for keys in gone:
        raw = remove(raw, file, keys)
    return Kept(raw, tuple(lines))


def _event(
    event: Event, said: Mapped, editions: tuple[Edition, Edition], *, stuck: bool
) -> dict[str, str]:
    """Return the keys of an event that change, "" for one that goes."""
    if not event.indicator or is_former(event.indicator):
        return {}
    to = [] if stuck else [c.reference for c in said.carried(event.indicator)]
    old = list(_limits(editions[0], event.indicator, event.item or ""))
    for each in to:
        new = list(_limits(editions[1], each, event.item or ""))
        if not event.item or (new and (event.end is None or _demands(new) == _demands(old))):
            item = {"项目": new[0].item} if new else {}
            return _differing(event, {"指标": each, **item})
    former = f"{FORMER}{event.indicator}"
    if event.item and len(old) == 1:
        source = f"{FORMER}第{event.indicator}项“{old[0].quote or event.item}”"
        return {"指标": former, "限": old[0].demand, "出处": source, "项目": ""}
    return {"指标": former}


def _differing(event: Event, now: dict[str, str]) -> dict[str, str]:
    was = {"指标": event.indicator, "项目": event.item}
    return {key: value for key, value in now.items() if was[key] != value}


def _limits(edition: Edition, number: str, item: str) -> Iterator[Target]:
    """Yield the limits of an indicator under a name, as the other printing may have it."""
    row = edition.catalogue.rows.get(fold_reference(number))
    for target in row.indicator.targets if row else ():
        if canonical(target.item) == canonical(item) and limit(target.demand):
            yield target


def _demands(targets: list[Target]) -> list[str]:
    return sorted(canonical(each.demand) for each in targets)
