"""The calendar as an .ics file (RFC 5545) for phones, Outlook and WPS 日历.

Equal data gives equal bytes: times come from the data's day, never from the clock. An event keeps
its UID when its day is moved, so that a phone that imports the file again updates what it has.
Nothing of persons goes in: no 责任人, no words of problems or entries.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Event

_ALARM = datetime.timedelta(days=-3)
_DAY = datetime.timedelta(days=1)
_UID = 32


def render(data: dict[str, Any]) -> bytes:
    """Return what is due (将到期) of `reports.calendar` as the bytes of an .ics file."""
    # Imported here: only this file needs it, and every command would pay for it.
    from icalendar import Calendar  # noqa: PLC0415  # see above

    calendar = Calendar()
    calendar.add("prodid", "-//fzjs//fzjs calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{data['单位']}示范创建{'（示例）' if data['示例'] else ''}")
    stamp = datetime.datetime.fromisoformat(data["日期"]).replace(tzinfo=datetime.UTC)
    seen: Counter[str] = Counter()
    for row in data["将到期"]:
        seen[row["标识"]] += 1
        uid = _uid(data["单位"], row["标识"], seen[row["标识"]])
        calendar.add_component(_event(row, uid, stamp, sample=data["示例"]))
    return bytes(calendar.to_ical())


def _uid(unit: str, key: str, time: int) -> str:
    """Return the same for the same duty and period, whatever its day; a twin gets its own."""
    text = "\n".join((unit, key, *([str(time)] if time > 1 else ())))
    return f"{hashlib.sha256(text.encode()).hexdigest()[:_UID]}@fzjs"


def _event(row: dict[str, Any], uid: str, stamp: datetime.datetime, *, sample: bool) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415  # as above

    term = f"（{row['期']}）" if row["期"] and row["类别"] != "外单位" else ""
    time = f"{row['时刻']}前 " if row["时刻"] else ""
    summary = f"{'〔示例〕' if sample else ''}{time}{row['事项']}{term}"
    day = datetime.date.fromisoformat(row["日期"])
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("summary", summary)
    event.add("description", _description(row))
    event.add("categories", [row["类别"]])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _ALARM)
    alarm.add("description", f"还有3天：{summary}")
    event.add_component(alarm)
    return event


def _description(row: dict[str, Any]) -> str:
    known = "" if row["节假日已知"] else "节假日表没有这一年，按周一至周五算"
    rest = f"当天休息，之前最后一个工作日 {row['前一个工作日']}" if row["前一个工作日"] else ""
    offices = f"科室：{'、'.join(row['科室'])}" if row["科室"] else ""
    source = f"出处：{row['出处']}" if row["出处"] else ""
    return "\n".join(filter(None, (row["状态"], offices, row["说明"], rest, known, source)))
