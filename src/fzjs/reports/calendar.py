"""`fzjs calendar`: what is due in the next days, what is past, and the counts of the year."""

from __future__ import annotations

import datetime
from typing import Any

from fzjs.assess import Assessment, workdays
from fzjs.assess.calendar import Calendar, Counted, Item, gather
from fzjs.assess.calendar.counted import number
from fzjs.assess.calendar.gather import FARTHEST
from fzjs.assess.measure import parse
from fzjs.diagnostic import FzjsError
from fzjs.personal import mask
from fzjs.reports.named import office_named
from fzjs.reports.wording import WEEKDAYS, distance, short_date

SOON = 30
"""How many days ahead the calendar looks where nobody says."""


def build(
    assessment: Assessment, days: int = SOON, office: str = "", first: datetime.date | None = None
) -> dict[str, Any]:
    """Return the calendar's lines with the source of each; `office` narrows to one office.

    What nobody has recorded is 没有办理记录: it is never called done, nor missed for certain.
    Raises FzjsError for an office that is not there and for more days than three years.
    """
    if not 0 <= days <= FARTHEST:
        raise FzjsError(f"--days 写 0 至 {FARTHEST}，如 30。")
    full = office_named(assessment, office) if office else ""
    found = gather(assessment, first or assessment.today, days, full)
    campaign, today = assessment.repository.campaign, assessment.today
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": today.isoformat(),
        "星期": "周" + WEEKDAYS[today.weekday()],
        "科室": full,
        "从": found.first.isoformat(),
        "至": found.last.isoformat(),
        "天数": days,
        "起算": found.begins.isoformat(),
        "起算写明": found.stated,
        "将到期": [_row(item, today) for item in found.due],
        "已过": [_row(item, today) for item in found.past],
        "已办": [_row(item, today) for item in found.done],
        "按年计次": [_count(each, today) for each in found.counted],
        "未计入": [{"事项": mask(name), "原因": why} for name, why in found.uncounted],
        "节假日表没有": sorted(_unknown(found)),
    }


def _row(item: Item, today: datetime.date) -> dict[str, Any]:
    before, known = workdays.last_workday(item.due)
    return {
        "类别": item.kind,
        "事项": mask(item.name),
        "期": item.term,
        "日期": item.due.isoformat(),
        "时刻": item.time,
        "天数": (item.due - today).days,
        "期限简写": short_date(item.due, today),
        "剩余": distance(item.due, today),
        "状态": item.state,
        "确定": item.certain,
        "科室": list(item.offices),
        "出处": mask(item.source),
        "说明": item.note,
        "前一个工作日": before.isoformat() if before < item.due else "",
        "前一个工作日简写": short_date(before, today) if before < item.due else "",
        "节假日已知": item.known and known,
        "标识": item.key,
    }


def _count(each: Counted, today: datetime.date) -> dict[str, Any]:
    measure = parse(each.target.demand)
    return {
        "编号": each.row.indicator.number,
        "项目": each.target.item,
        "要求": each.target.demand,
        "期": each.term,
        "已记": float(each.recorded),
        "还差": float(each.missing),
        "单位": measure.unit if measure else "",
        "数字不一": each.doubtful,
        "日期": each.due.isoformat(),
        "期限简写": short_date(each.due, today),
        "科室": list(dict.fromkeys(each.row.owners)),
        "出处": each.source,
        "一句话": _said(each, measure.unit if measure else "", today),
    }


def _said(each: Counted, unit: str, today: datetime.date) -> str:
    """Say it as people do: 今年已记2次，还差2次，12-31前."""
    when = "今年" if each.term == str(today.year) else f"{each.term}年"
    when = when.replace("上年", "上半年").replace("下年", "全年（每半年）")
    if each.doubtful:
        return f"{when}条目写的数不一，不知道记几{unit}"
    said = f"{when}已记{number(each.recorded)}{unit}"
    if not each.missing:
        return f"{said}，够了"
    return f"{said}，{each.lacks}{number(each.missing)}{unit}，{short_date(each.due, today)}前"


def _unknown(found: Calendar) -> set[int]:
    """Return the years of shown days that the holiday table does not have."""
    return {
        year
        for item in (*found.due, *found.past)
        for year in range(item.due.year - (not item.known), item.due.year + 1)
        if not workdays.knows(year)
    }
