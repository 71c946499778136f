"""An office of the campaign and who answered for it when."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.diagnostic import Location


class Handover(NamedTuple):
    """A 人员变动: from `date` on another has the role; `former` is "" where nobody had it."""

    role: str
    former: str
    date: datetime.date


class Office(NamedTuple):
    """A 科室 and the names it also goes by; `members` is () for a group noun that is 待定."""

    name: str
    aliases: tuple[str, ...]
    person: str
    members: tuple[str, ...] | None
    place: Location
    liaison: str = ""
    changes: tuple[Handover, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether this is a group noun whose members nobody has named."""
        return self.members == ()

    def people(self, first: datetime.date, last: datetime.date) -> dict[str, str]:
        """Return who was 责任人 or 联络人 on any of these days, and as what.

        `person` and `liaison` are who has it now; 人员变动 leads back from there.
        """
        named: dict[str, str] = {}
        for role, holder in (("联络人", self.liaison), ("责任人", self.person)):
            until = None
            # Of two on one day the later written comes first.
            back = reversed([*enumerate(self.changes)])
            for _, each in sorted(back, key=lambda placed: placed[1].date, reverse=True):
                if each.role != role:
                    continue
                if each.date <= last and (until is None or until > first):
                    named[holder] = role
                holder, until = each.former, each.date  # noqa: PLW2901  # one step back in time
            if until is None or until > first:
                named[holder] = role
        named.pop("", None)
        return named
