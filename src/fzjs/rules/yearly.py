"""What is missing year by year, as one finding says it."""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.declared import Watch


def missing(watches: Iterable[Watch], kind: str) -> str:
    """Return the years that are late, with the last day of the first: `2019（2020-01-31到期）`."""
    late = [watch for watch in watches if watch.kind == kind and watch.late]
    if not late:
        return ""
    return f"{'、'.join(watch.subject for watch in late)}（最早{late[0].due}到期）"
