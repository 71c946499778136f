"""Which problem a text means, and where it is written."""

from __future__ import annotations

import datetime

from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.assess import Followed
from fzjs.diagnostic import FzjsError, KeyPath, RefusedError
from fzjs.nearest import nearest
from fzjs.reports.named import document
from fzjs.reports.problems import ordered
from fzjs.repository.layout import nfc

_SHOWN = 5


def problem_meant(desk: Desk, typed: str) -> Followed:
    """Return a problem by its number, as `2021-02-双月检查/1`, or `1` where no other has it.

    The stroke may be full-width or a dash, the name may be the file's. Raises FzjsError with the
    nearest; RefusedError where two have the number, or its file has faults.
    """
    text = nfc(typed).strip().replace("\\", "/").replace("／", "/").replace(".yaml", "")
    text = text.removeprefix("./").removeprefix("evidence/").removeprefix("督导/")
    followed = desk.assessment.followed
    found = [e for e in followed if text in {e.problem.id, e.problem.id.replace("/", "-")}]
    found = found or [e for e in followed if e.problem.id.rpartition("/")[2] == text]
    if not found:
        raise FzjsError(f"没有“{typed}”这个问题。{_hint(text, followed)}{NONE}")
    if len({each.problem.id for each in found}) > 1:
        names = "、".join(each.problem.id for each in found[:_SHOWN])
        raise FzjsError(f"“{typed}”不止一个：{names}。写全。{NONE}")
    if len(found) > 1:
        raise RefusedError(f"编号 {found[0].problem.id} 重复，先改好（fzjs check）。{NONE}")
    desk.refuse_broken(found[0].problem.place.file)
    return found[0]


def _hint(text: str, followed: tuple[Followed, ...]) -> str:
    names = [each.problem.id for each in ordered(followed)]
    guess = nearest(text, names, 60)
    if guess:
        return f"是不是“{guess}”？"
    listed = "、".join(names[:_SHOWN]) + ("等" if len(names) > _SHOWN else "")
    return f"写成 检查文件名/编号；现有：{listed}。" if names else "还没有检查出问题。"


def place_of(desk: Desk, each: Followed) -> tuple[str, KeyPath]:
    """Return the file and the key path of a problem."""
    file, number = each.problem.place.file, each.problem.id.rpartition("/")[2]
    found = document(desk.assessment, file)
    problems = found.record.problems if found and found.record else ()
    at = next(i for i, item in enumerate(problems) if str(item.number) == number)
    return file, ("问题", at)


def not_before(day: datetime.date, first: datetime.date, what: str, option: str = "--date") -> None:
    """Raise FzjsError for a day before the one that it follows."""
    if day < first:
        raise FzjsError(f"{option}：{day} 早于{what} {first}。{NONE}")
