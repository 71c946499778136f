"""Days as they are typed after an option, and how a commit's day is said."""

from __future__ import annotations

import datetime

from fzjs.diagnostic import FzjsError
from fzjs.models import mend


def day_typed(typed: str) -> datetime.date | None:
    """Return the day that 2021-02-01, 2021.2.1 or 2021年2月1日 means, None where it is none."""
    meant = mend.date(typed)
    return datetime.date.fromisoformat(meant) if meant else None


def day_asked(typed: str, option: str) -> datetime.date:
    """Return the day typed after an option. Raises FzjsError with how to write one."""
    found = day_typed(typed)
    if found is None:
        raise FzjsError(f"{option}：没有“{typed}”这样的日期，写成如 {option} 2021-02-01。")
    return found
