"""`fzjs org change`: an office's 责任人 or 联络人 changes, and what is handed over is recorded."""

from __future__ import annotations

from typing import Any, NamedTuple

from fzjs.actions.accepted import refuse_rejected
from fzjs.actions.desk import Desk, words
from fzjs.actions.names import NONE
from fzjs.diagnostic import FzjsError
from fzjs.models import Campaign
from fzjs.reports import handed
from fzjs.reports.named import office_named
from fzjs.rules.liaisons import record_of
from fzjs.rules.person_with_number import HINT, has_number
from fzjs.source.emit import Value
from fzjs.store import Change, append, set_value

ROLES = ("责任人", "联络人")
_CAMPAIGN = "fzjs.yaml"


class Typed(NamedTuple):
    """A change as typed."""

    office: str
    to: str
    day: str = ""
    role: str = "责任人"


class Done(NamedTuple):
    """What to print, and what is handed over; `data` is {} where nothing changed."""

    lines: list[str]
    data: dict[str, Any]


def change(desk: Desk, typed: Typed) -> Done:
    """Write an office's new 责任人 or 联络人, and the change with what is handed over.

    Raises FzjsError for names and dates; RefusedError where fzjs.yaml cannot take it.
    """
    if typed.role not in ROLES:
        raise FzjsError(f"--role 写 {' 或 '.join(ROLES)}，不能写“{typed.role}”。{NONE}")
    office = office_named(desk.assessment, typed.office)
    name = _person(words(typed.to, "--to", "王某甲"))
    day = desk.day(typed.day, "--date")
    record = record_of(desk.assessment)
    at, former = _former(record, office, typed.role)
    if former == name:
        return Done([f"{office}的{typed.role}已经是{name}，{NONE}"], {})
    known = desk.assessment.catalogue.office
    last = [c.date for c in record.changes if known(c.office) == office and c.role == typed.role]
    if last and max(last) > day:
        raise FzjsError(f"--date：{day} 早于上一次变动 {max(last)}。{NONE}")
    data = handed.build(desk.assessment, office, former if typed.role == "责任人" else "")
    desk.refuse_broken(_CAMPAIGN)
    item: dict[str, Value] = {"科室": office, "角色": typed.role}
    item |= {"原": former} if former else {}
    item |= {"现": name, "日期": day.isoformat()}
    counts: dict[str, Value] = {key: str(n) for key, n in data["合计"].items() if n}
    item |= {"移交": counts} if former and counts else {}
    before = desk.raw(_CAMPAIGN)
    after = append(_set(desk, before, at, typed.role, name), _CAMPAIGN, ("人员变动",), item)
    made = [Change(_CAMPAIGN, before, after)]
    # Whose 验收 count hangs on who answers for the office, so other files may become wrong.
    refuse_rejected(desk, made, everywhere=True)
    said = f"已改 {_CAMPAIGN}：{office}的{typed.role} {former or '（没有写过）'} → {name}，{day} 起"
    return Done([said, *desk.carry_out(made, [])], data if former else {})


def _person(typed: str) -> str:
    """Return a name. Raises FzjsError where a number stands in it."""
    if has_number(typed):
        raise FzjsError(f"--to：姓名后面有号码。{HINT}。{NONE}")
    return typed


def _former(record: Campaign, office: str, role: str) -> tuple[int, str]:
    """Return where the office stands in 科室, and who has the role now."""
    at = next(i for i, each in enumerate(record.offices) if each.name == office)
    found = record.offices[at]
    return at, (found.person if role == "责任人" else found.liaison) or ""


def _set(desk: Desk, raw: bytes, at: int, role: str, name: str) -> bytes:
    """Return fzjs.yaml with the person; an office that is only a name becomes a record."""
    offices = desk.data(_CAMPAIGN)["科室"]
    if isinstance(offices[at], str):
        return set_value(raw, _CAMPAIGN, ("科室", at), {"名称": offices[at], role: name})
    return set_value(raw, _CAMPAIGN, ("科室", at, role), name)
