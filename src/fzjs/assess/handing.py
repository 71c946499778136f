"""By which day the 工作台账 of a month is to be handed in.

附件3: “工作台账随同上报材料每月1日前一并提交”. The month is that of handing in. The day itself is
in time, as every limit includes its day; where it is no 工作日, the last one before it is the day:
“前” leaves no room after it, so that 民法典 第二百零三条, which moves the end of a term behind a
holiday, does not help whoever hands in on the 4th.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from fzjs.assess.cycle import on_day
from fzjs.assess.workdays import last_workday
from fzjs.facts import Campaign, Duty

LEDGER, MONTHLY = "工作台账", "每月"

_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


class Handing(NamedTuple):
    """A month (`2021-03`) and its day, None where the campaign sets none.

    `known` is whether the holiday calendar has the year; else every Monday to Friday counts.
    """

    month: str
    due: datetime.date | None
    known: bool = True


def is_month(name: str) -> bool:
    """Tell whether a file name is a month, like 2021-03."""
    return _MONTH.fullmatch(name) is not None


def moved(month: str, by: int) -> str:
    """Return the month so many months later: 2020-12 and 1 give 2021-01."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + by, 12)
    return f"{year:04}-{number + 1:02}"


def duty(campaign: Campaign) -> int | None:
    """Return the place of the 周期任务 that sets the day, None where there is none.

    docs/keys.md, 周期任务: “这个名称用来算台账交没交”.
    """
    return next((i for i, each in enumerate(campaign.duties) if is_ledger(each)), None)


def is_ledger(duty: Duty) -> bool:
    """Tell whether a 周期任务 is the monthly 工作台账: a file is named by its month.

    One of another 周期 is a duty like any other, and duty-ledger-cycle speaks of it.
    """
    return duty.name == LEDGER and duty.cycle == MONTHLY


def spoken(campaign: Campaign) -> str:
    """Say by when it is to be handed in: 每月1日前, 每月底前; "" where no 周期任务 asks for it."""
    place = duty(campaign)
    if place is None:
        return ""
    day = campaign.duties[place].day
    return f"每月{day}日前" if day else "每月底前"


def handing(campaign: Campaign, month: str) -> Handing:
    """Return by when the 工作台账 of a month is to be handed in.

    Where no 日 is named it is the month's last, as of every 周期任务 (assess.cycle).
    """
    place = duty(campaign)
    if place is None:
        return Handing(month, None)
    day = on_day(int(month[:4]), int(month[5:]), campaign.duties[place].day)
    return Handing(month, *last_workday(day))


def latest(campaign: Campaign, today: datetime.date) -> Handing | None:
    """Return the last month whose day has come; None where the campaign sets no day."""
    months = (handing(campaign, moved(f"{today:%Y-%m}", by)) for by in (2, 1, 0, -1))
    return next((each for each in months if each.due and each.due <= today), None)


def turn(campaign: Campaign, today: datetime.date) -> Handing:
    """Return the month whose turn it is: its day is the next to come, or is today.

    Where the campaign sets no day, the month after this one.
    """
    months = (handing(campaign, moved(f"{today:%Y-%m}", by)) for by in (0, 1, 2))
    found = (each for each in months if each.due and each.due >= today)
    return next(found, Handing(moved(f"{today:%Y-%m}", 1), None))
