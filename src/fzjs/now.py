"""The day by the clock: the one place that asks it."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """Return the office's day, by the machine's own time zone."""
    return datetime.date.today()  # noqa: DTZ011  # a deadline ends with the office's day
