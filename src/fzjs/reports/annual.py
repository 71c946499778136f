"""年度报告 as data: 法治政府建设年度报告, for 党委、政府 and the public, from one year's entries.

A district's rule for 依法行政报告, 第二条: “（一）推进依法行政进展情况，包括主要措施和主要成效……
（二）依法行政中存在的突出问题。（三）下一步工作安排。” DESIGN section 6 adds 第一责任人履职.
What is 涉密 or 内部 never enters; what spans several years is not this year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Followed
from fzjs.assess.followed import is_about
from fzjs.facts import Problem
from fzjs.personal import mask
from fzjs.reports import words
from fzjs.reports.annual_items import ITEMS, Placed, place
from fzjs.reports.framing import doubts, frame
from fzjs.reports.problems import ordered
from fzjs.reports.wording import long_date
from fzjs.reports.words import FIGURE, Spoken, Words
from fzjs.reports.years import reported

MOST = 8
"""How many words stand under 主要措施 or 主要成效 of an item; how many more is said."""

_REPORT = re.compile("年度报告|(?:法治政府建设|依法行政)(?:工作)?(?:年度)?(?:情况|报告)")
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_FAILED_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


def build(assessment: Assessment, typed: str, left_out: int = 0) -> dict[str, Any]:
    """Return the report of a year. Raises FzjsError for a year that has none (`years.reported`)."""
    year = reported(assessment, typed)
    said, placed = words.spoken(assessment, public=True), place(assessment)
    mine = list(_of_year(said.words, year))
    problems = _public(assessment, said, year)
    title = f"{assessment.repository.campaign.unit}{year}年法治政府建设年度报告"
    found = frame(assessment, title)
    return {
        **found,
        "示例": found["示例"] or words.sampled(mine),
        "年度": year,
        "不完整": _incomplete(assessment, year, left_out, said),
        "存疑": [*placed.doubts, *_unused(said, mine, year, problems)],
        "期限": _deadlines(assessment),
        "事项": [
            {"标题": f"{number}.{item}", **_item(mine, placed, number, year)}
            for number, item in enumerate(ITEMS, 1)
        ],
        "履职": [words.plain(w) for w in mine if placed.items.get(w.indicator) == 0],
        "问题": [*_unmet(mine, year), *(_problem(each) for each in problems[0])],
        "下一步": [_next(each) for each in problems[0] if each.is_open],
    }


def _incomplete(assessment: Assessment, year: int, left_out: int, said: Spoken) -> str:
    today = assessment.today
    text = f"{year}年还没有结束，本件截至{long_date(today)}。" if year == today.year else ""
    return text + doubts(assessment, left_out) + words.left_out(said)


def _of_year(found: Iterable[Words], year: int) -> Iterator[Words]:
    """Yield what is of this year alone: its own entry, or a paragraph that names no other year."""
    for each in found:
        named = set(map(int, _NAMED_YEAR.findall(each.text)))
        is_named = each.kind == words.BODY and named == {year} and year in each.years
        if each.years == (year,) or is_named:
            yield each


def _unused(
    said: Spoken, mine: Sequence[Words], year: int, problems: tuple[Sequence[Followed], int]
) -> Iterator[str]:
    """Say what speaks of the year among others and is left out, and what may not be public."""
    wide = [w for w in said.words if year in w.years and w not in mine]
    if wide:
        yield f"另有{len(wide)}句原话说的是包括{year}年在内的几个年度，没有引用"
    if problems[1]:
        yield f"有{problems[1]}个问题涉及不公开的材料，没有列入"


def _item(mine: Sequence[Words], placed: Placed, number: int, year: int) -> dict[str, Any]:
    """Return 措施 (sentences) and 成效 (numbers) of an item, and how many more there are."""
    own = [w for w in mine if placed.items.get(w.indicator) == number]
    told = [w for w in own if w.kind != FIGURE]
    counted = [w for w in own if w.kind == FIGURE and year not in _failed_years(w)]
    (did, more), (reached, others) = words.spread(told, MOST), words.spread(counted, MOST)
    return {
        "措施": [words.plain(w) for w in did],
        "成效": [words.plain(w) for w in reached],
        "另有": more + others,
    }


def _failed_years(each: Words) -> set[int]:
    """Return the years in which a number's 量化要求 is not met."""
    _, _, years = each.unmet.partition("不达标：")
    return {
        year
        for first, last in _FAILED_YEARS.findall(years)
        for year in range(int(first), int(last or first) + 1)
    }


def _unmet(mine: Iterable[Words], year: int) -> list[str]:
    """Say which numbers of the year do not reach what is asked; that is a problem, no 成效."""
    return [
        f"{w.text}，没有达到要求（{w.unmet.partition('，')[0]}）（{w.entry}）。"
        for w in mine
        if year in _failed_years(w)
    ]


def _public(assessment: Assessment, said: Spoken, year: int) -> tuple[list[Followed], int]:
    """Return the problems found in a year that may be public, and how many may not be."""
    found = ordered(e for e in assessment.followed if e.problem.found.year == year)
    shown = [e for e in found if not _is_withheld(assessment, said, e.problem)]
    return shown, len(found) - len(shown)


def _is_withheld(assessment: Assessment, said: Spoken, problem: Problem) -> bool:
    """Tell whether a problem is about a 涉密 or 内部 entry, its material or its indicator.

    Nor is one shown about an entry that could not be read: nobody knows what it is.
    """
    catalogue = assessment.catalogue
    if problem.entry and problem.entry not in assessment.standings:
        return True
    entries = [assessment.standings[name].entry for name in said.internal | said.secret]
    closed = {catalogue.material(c.material).partition("-")[0] for e in entries for c in e.claims}
    return problem.indicator in closed or any(is_about(problem, e, catalogue) for e in entries)


def _problem(each: Followed) -> str:
    closed = each.steps[-1].date if not each.is_open and each.steps else None
    state = f"已于{long_date(closed)}整改销号" if closed else "正在整改"
    text = mask(each.problem.text).rstrip("。")
    return f"{text}（{long_date(each.problem.found)}检查发现，{state}）。"


def _next(each: Followed) -> str:
    text = mask(each.problem.text).rstrip("。")
    when = "抓紧" if each.overdue else f"{long_date(each.problem.due)}前"
    return f"{when}整改：{text}。"


def _deadlines(assessment: Assessment) -> list[str]:
    """Return what the plan says of when the report is due: the dates differ from plan to plan."""
    rows = []
    for duty in assessment.repository.campaign.duties:
        if _REPORT.search(duty.name) and duty.month:
            day = f"{duty.month}月{duty.day}日前" if duty.day else f"{duty.month}月底前"
            rows.append(f"{duty.name}：每年{day}（{duty.source or '方案'}）")
    return rows
