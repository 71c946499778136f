"""What both kinds of records of 日程 share: how they are typed, and into which file they go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from fzjs.actions import newfile
from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.diagnostic import FzjsError
from fzjs.facts import Date, Moment
from fzjs.models.agenda import When
from fzjs.reports.named import office_folder, office_named
from fzjs.source.emit import Value
from fzjs.store import Change, append

NEXT = "接下来：提交（git commit）；fzjs calendar 看还有哪些。"
_WHEN: TypeAdapter[tuple[Date, object]] = TypeAdapter(When)
Typed = TypeVar("Typed")


def typed_as(adapter: TypeAdapter[Typed], typed: str, option: str) -> Typed:
    """Return a typed value in the format's own type. Raises FzjsError with what to type instead."""
    try:
        return adapter.validate_python(typed)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        said = f"{context.get('message', '写法不对')}。{context.get('hint', '')}"
        raise FzjsError(f"{option}：{said}。{NONE}") from error


def moment_of(desk: Desk, typed: str, option: str) -> Moment:
    """Return a time up to today. Raises FzjsError with what to type instead."""
    found = Moment(*typed_as(_WHEN, " ".join(typed.split()), option))  # type: ignore[arg-type]  # a pair
    if found.day > desk.today:
        raise FzjsError(f"{option}：{found.day} 还没有到，今天是 {desk.today}。{NONE}")
    return found


def office_of(desk: Desk, typed: str) -> str:
    """Return an office's full name, "" where none is typed. Raises as `office_named`."""
    return office_named(desk.assessment, typed) if typed else ""


def folder_of(desk: Desk, office: str) -> str:
    """Return an office's folder, "" for the coordinator's own."""
    return office_folder(desk.assessment, office) if office else ""


def line(text: str) -> str:
    """Return words as one line."""
    return " ".join(text.split())


def kept(data: Mapping[str, str]) -> dict[str, Value]:
    """Return a record without what nobody typed."""
    return {key: value for key, value in data.items() if value}


def added(desk: Desk, office: str, day: Date, key: str, item: dict[str, Value]) -> Change:
    """Return the change that adds a record to the year's file of 日程, which is made if missing."""
    folder = folder_of(desk, office)
    file = f"evidence/{folder}/日程/{day.year}.yaml" if folder else f"evidence/日程/{day.year}.yaml"
    if not (desk.tree.root / file).exists():
        sample = desk.assessment.repository.campaign.sample
        data: dict[str, Value] = {key: [item]}
        return Change(file, None, newfile.text(desk.tree, file, "agenda", data, sample=sample))
    desk.refuse_broken(file)
    raw = desk.raw(file)
    return Change(file, raw, append(raw, file, (key,), item))
