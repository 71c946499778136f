"""`fzjs calendar done`: a 周期任务 or 期限 was carried out."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from pydantic import TypeAdapter

from fzjs.actions.agenda.shared import NEXT, added, folder_of, kept, line, office_of, typed_as
from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess.calendar.known import Known, known
from fzjs.assess.cycle import is_later
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Date
from fzjs.models.agenda import Term
from fzjs.nearest import nearest

_TERM: TypeAdapter[str] = TypeAdapter(Term)
_AHEAD = datetime.timedelta(days=15)
"""How long before a 期 begins what is done for it may be done."""


class Carried(NamedTuple):
    """A 办理 as typed."""

    duty: str
    term: str = ""
    day: str = ""
    note: str = ""
    proof: str = ""
    office: str = ""


def done(desk: Desk, said: Carried) -> list[str]:
    """Write that a duty was carried out for a period. Returns what to print.

    Raises FzjsError for names, periods and dates; RefusedError where it is recorded otherwise, or
    elsewhere.
    """
    duty = _duty(desk, said.duty)
    day = desk.day(said.day, "--date")
    term = _term(desk, duty, said.term, day)
    office = office_of(desk, said.office)
    if (
        duty.offices
        and office
        and office not in map(desk.assessment.catalogue.office, duty.offices)
    ):
        raise RefusedError(f"“{duty.name}”由{'、'.join(duty.offices)}办，不是{office}。{NONE}")
    label = f"{duty.name} {term}".strip()
    for each in desk.assessment.repository.agenda.done:
        if (each.duty, each.term, each.office) == (duty.name, term, folder_of(desk, office)):
            if each.date == day:
                return [f"{label} 已经记过了，{each.date} 办（{each.place.file}），{NONE}"]
            raise RefusedError(
                f"{label} 已经记过，写的是 {each.date} 办（{each.place}）。"
                f"日期写错的，在那里改。{NONE}"
            )
    item = kept({
        "任务": duty.name, "期": term, "日期": day.isoformat(), "说明": line(said.note),
        "凭据": line(said.proof),
    })  # fmt: skip
    change = added(desk, office, day, "办理", item)
    return [f"已记 {change.file}：{label}，{day} 办", *desk.carry_out([change], [NEXT])]


def _duty(desk: Desk, typed: str) -> Known:
    """Return the duty of a name. Raises FzjsError, where it is recorded elsewhere too."""
    every, name = known(desk.assessment), " ".join(typed.split())
    found = every.get(name)
    if found and found.elsewhere:
        raise FzjsError(f"{found.elsewhere}。{NONE}")
    if found:
        return found
    choices = [each.name for each in every.values() if not each.elsewhere]
    guess = nearest(name, choices)
    hint = f"是不是“{guess}”？" if guess else ""
    listed = f"\n可以写：{'、'.join(choices)}" if choices else "fzjs.yaml 里没有周期任务和期限。"
    raise FzjsError(f"没有“{typed}”这个任务。{hint}{NONE}{listed}")


def _term(desk: Desk, duty: Known, typed: str, day: Date) -> str:
    """Return a 期 of the duty. Raises FzjsError: which period is meant is never guessed."""
    if not duty.cycles:
        if typed:
            raise FzjsError(f"“{duty.name}”只有一个日子，不写 --period。{NONE}")
        return ""
    anchor = desk.assessment.catalogue.campaign.window[0]
    wanted = duty.wrong_term("", day, anchor)
    if not typed:
        raise FzjsError(f"写明办的是哪一期：--period，{day} 所在的一期写 {wanted}。{NONE}")
    term = typed_as(_TERM, typed, "--period")
    if duty.wrong_term(term, day, anchor):
        raise FzjsError(
            f"“{duty.name}”是{'、'.join(duty.cycles)}的，期写成 {wanted} 的样子，"
            f"不是“{typed}”。{NONE}"
        )
    if any(is_later(cycle, term, day + _AHEAD, anchor) for cycle in duty.cycles):
        raise FzjsError(
            f"“{duty.name}”的 {term} 到 {day} 还没有开始；{day} 所在的一期写 {wanted}。{NONE}"
        )
    return term
