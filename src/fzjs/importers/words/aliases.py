"""Names in one document that may be one office: 纪委 and 机关纪委, 基层科 and 基层工作指导科."""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.importers.words import groups

_MOST = 4
"""A prefix that is left out (市, 机关, 区委) is no longer than this."""

_SHORT = 5
"""An abbreviation is no longer than this."""


def pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return (short, full) of names that may be one: a prefix left out, or the middle.

    Requirements 2.4: 机关党委、纪委 beside 机关纪委, 基层科 for 基层工作指导科. In the order of the
    names; group nouns are none.
    """
    known = [name for name in dict.fromkeys(names) if not groups.is_group(name)]
    ends: dict[str, str] = {}
    for name in known:
        for start in range(1, min(_MOST, len(name) - 2) + 1):
            ends.setdefault(name[start:], name)
    middles: dict[tuple[str, str], str] = {}
    for name in known:
        for size in range(2, min(_SHORT, len(name) - 1)):
            middles.setdefault((name[:size], name[-1]), name)
    found = []
    for name in known:
        full = ends.get(name) or (
            middles.get((name[:-1], name[-1])) if 2 < len(name) <= _SHORT else None  # noqa: PLR2004  # 基层科
        )
        if full and full != name:
            found.append((name, full))
    return found
