"""How long an outside body has been silent: since the letter, and since it was last asked again."""

from __future__ import annotations

import datetime

from fzjs.facts import Entry


def reminded(entry: Entry, today: datetime.date) -> datetime.date | None:
    """Return the day of the last 催函 that has come."""
    return max((day for day in entry.reminded if day <= today), default=None)


def silence(asked: datetime.date, last: datetime.date | None, today: datetime.date) -> str:
    """Say it: 发函10天未回（1天前催过）."""
    again = f"（{(today - last).days}天前催过）" if last else ""
    return f"发函{(today - asked).days}天未回{again}"
