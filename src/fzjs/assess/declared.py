"""How far an application for a title has come, and what is watched once it is named.

鹤法办发〔2019〕9号（鹤岗市）三: 自愿申报, 第三方评估, 人民群众满意度测评, 实地核查, 媒体公示,
批准命名, 推荐上报, 典型推广; 四: 年度报告, 回访核查, 摘牌退出. Other plans have other steps: what
counts is the campaign's own 阶段, in its order.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fzjs.facts import Campaign, Declaration, Done
from fzjs.facts.declare import Step, Yearly
from fzjs.facts.plan import Duty

PASSED = "通过"
ANNUAL, REVISIT, GROUND = "年度报告", "回访", "摘牌排查"
FIRST, NAMING, BESIDE = "申报", "命名", "同时"
NUMERALS = "一二三四五六七八九十"


class Watch(NamedTuple):
    """One thing that is owed after naming; `late` only where the plan sets the day."""

    kind: str
    subject: str
    due: datetime.date
    done: Yearly | None
    late: bool


def procedure(campaign: Campaign) -> tuple[tuple[str, ...], ...]:
    """Return the steps, those that run side by side together.

    They begin with the first 阶段 that is named 申报 (all 阶段 where none is). A 阶段 whose 原话
    says 同时 runs beside the one before it: “在开展第三方评估的同时”.
    """
    stages = campaign.stages
    first = next((i for i, stage in enumerate(stages) if FIRST in stage.name), 0)
    found: list[tuple[str, ...]] = []
    for stage in stages[first:]:
        if found and BESIDE in stage.quote:
            found[-1] = (*found[-1], stage.name)
        else:
            found.append((stage.name,))
    return tuple(found)


def step_names(campaign: Campaign) -> tuple[str, ...]:
    """Return the steps' names in order."""
    return tuple(name for together in procedure(campaign) for name in together)


def approval(campaign: Campaign) -> str:
    """Return the step that gives the title, "" where the plan has none."""
    return next((name for name in step_names(campaign) if NAMING in name), "")


def before(name: str, campaign: Campaign) -> tuple[str, ...]:
    """Return the steps that have to be passed first; after naming, no more than those up to it.

    三（七）（八）: 推荐上报 is every two years, and 典型推广 does not wait for it.
    """
    found: list[str] = []
    for together in procedure(campaign):
        if name in together or any(NAMING in each for each in found):
            break
        found += together
    return tuple(found)


def reached(declaration: Declaration, today: datetime.date) -> Mapping[str, Step]:
    """Return the steps that have come, by name; one of a day to come does not count yet."""
    return {step.name: step for step in declaration.steps if step.date <= today}


def passed(declaration: Declaration, today: datetime.date) -> frozenset[str]:
    """Return the names of the steps that are 通过."""
    found = reached(declaration, today).items()
    return frozenset(name for name, step in found if step.result == PASSED)


def coming(declaration: Declaration, campaign: Campaign, today: datetime.date) -> tuple[str, ...]:
    """Return what is next: the first steps that are not passed, () where all are."""
    done = passed(declaration, today)
    for together in procedure(campaign):
        left = tuple(name for name in together if name not in done)
        if left:
            return left
    return ()


def is_named(declaration: Declaration, today: datetime.date) -> bool:
    """Tell whether the title has been given."""
    return declaration.naming is not None and declaration.naming.date <= today


def grounds(campaign: Campaign) -> tuple[str, ...]:
    """Return the grounds for removal in the plan's words (监督 that speaks of 摘牌).

    四（三）: “示范地区有下列情形之一的……应当撤销省级示范命名：1.……2.……3.……4.……”.
    """
    text = next((words for name, words in campaign.supervision if "摘牌" in name + words), "")
    parts = re.split(r"(?<!\d)\d{1,2}[.．、]", text)[1:]
    return tuple(part.strip(" ；;。.") for part in parts[: len(NUMERALS)])


def watched(
    declaration: Declaration, campaign: Campaign, today: datetime.date, done: Iterable[Done] = ()
) -> tuple[Watch, ...]:
    """Return what is owed since naming, up to the next of each kind; () before naming.

    `done` are the 办理 of 日程: what the calendar has on record is not asked for again.
    """
    if not declaration.naming or not is_named(declaration, today):
        return ()
    since = declaration.naming.date
    annual, revisit = annual_duty(campaign), revisit_duty(campaign)
    declaration = declaration._replace(
        annual=(*declaration.annual, *_recorded(done, annual, 1)),
        revisits=(*declaration.revisits, *_recorded(done, revisit, 0)),
    )
    return (
        *_annual(declaration, campaign, since, today),
        *_revisits(declaration, campaign, since, today),
        *_looks(declaration, campaign, since, today),
    )


def _recorded(done: Iterable[Done], duty: Duty | None, later: int) -> Iterator[Yearly]:
    """Yield the 办理 of a yearly duty; a report on 2020 is made, and recorded, as that of 2021."""
    for each in done:
        if duty and each.duty == duty.name and each.term.isdecimal():
            yield Yearly(str(int(each.term) - later), each.date, "", "", each.place)


def annual_duty(campaign: Campaign) -> Duty | None:
    """Return the 周期任务 of the annual report (“每年1月底前将上一年度法治政府建设情况……报”)."""
    return next(
        (
            d
            for d in campaign.duties
            if d.cycle == "每年" and d.month and "年度" in d.name and re.search("情况|报告", d.name)
        ),
        None,
    )


def revisit_duty(campaign: Campaign) -> Duty | None:
    """Return the 周期任务 of the revisit (“每年结合考核，组织对示范地区进行复核确认”)."""
    return next((d for d in campaign.duties if d.cycle == "每年" and "回访" in d.name), None)


def first_year(kind: str, since: datetime.date, campaign: Campaign) -> int | None:
    """Return the first year that 年度报告 or 回访 is owed for after naming, None for others."""
    if kind == ANNUAL:
        return since.year - (_day(annual_duty(campaign), since.year) >= since)
    return since.year + 1 if kind == REVISIT else None


def _annual(
    declaration: Declaration, campaign: Campaign, since: datetime.date, today: datetime.date
) -> Iterator[Watch]:
    """Yield a report for each year, due the year after, from the first day due after naming."""
    duty = annual_duty(campaign)
    first = first_year(ANNUAL, since, campaign) or since.year
    for year in range(first, today.year + 1) if duty else ():
        due = _day(duty, year + 1)
        yield _watch(ANNUAL, declaration.annual, year, due, today)
        if due >= today:
            return


def _revisits(
    declaration: Declaration, campaign: Campaign, since: datetime.date, today: datetime.date
) -> Iterator[Watch]:
    """Yield a revisit for each year after that of naming, due by its end unless a day is set."""
    duty = revisit_duty(campaign)
    first = first_year(REVISIT, since, campaign) or since.year
    for year in range(first, today.year + 1) if duty else ():
        yield _watch(REVISIT, declaration.revisits, year, _day(duty, year), today)


def _looks(
    declaration: Declaration, campaign: Campaign, since: datetime.date, today: datetime.date
) -> Iterator[Watch]:
    """Yield each ground with this year's look at it; the plan sets no day, so none is late."""
    for place in range(len(grounds(campaign))):
        looks = [g for g in declaration.grounds if ground_place(g.subject, campaign) == place]
        recent = [g for g in looks if since <= g.date <= today and g.date.year == today.year]
        end = datetime.date(today.year, 12, 31)
        yield Watch(GROUND, NUMERALS[place], end, recent[-1] if recent else None, late=False)


def ground_place(words: str, campaign: Campaign) -> int | None:
    """Return which ground is meant by 一, （一）, 1 or its own words; None where it is none."""
    known = grounds(campaign)
    text = words.strip("（）() 第项种.．、")
    if text and text in NUMERALS and NUMERALS.index(text) < len(known):
        return NUMERALS.index(text)
    if text.isdecimal() and 1 <= int(text) <= len(known):
        return int(text) - 1
    return next((i for i, ground in enumerate(known) if len(text) > 1 and text in ground), None)


def _watch(
    kind: str, said: tuple[Yearly, ...], year: int, due: datetime.date, today: datetime.date
) -> Watch:
    done = next((each for each in said if each.subject == str(year) and each.date <= today), None)
    return Watch(kind, str(year), due, done, late=due < today and done is None)


def _day(duty: Duty | None, year: int) -> datetime.date:
    month, day = (duty.month or 12, duty.day or 31) if duty else (12, 31)
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))
