"""年度工作计划 as data: one year of the campaign, what is owed, by whom, by when.

A yearly plan has 指导思想, 创建目标, 主要任务 with their offices in brackets
(“区政府法制办牵头，区政府各部门承办”), 实施步骤 and 保障措施. What the plan's own words do not
hold is left （待填）.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Met
from fzjs.assess.catalogue import Row
from fzjs.assess.reach import lines
from fzjs.reports import plan_settings, printed
from fzjs.reports.elsewhere import is_foreign, is_later
from fzjs.reports.framing import BASIS, doubts, frame, system_named
from fzjs.reports.plan_settings import GAP
from fzjs.reports.summary import numbered
from fzjs.reports.wording import heading, long_date, tally, tier_name
from fzjs.reports.years import planned

_BASIS = BASIS | {"阶段", "周期任务", "期限", "达标线", "监督", "创建办"}
_LEAD = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]+[）).．、]\s*")
_ROLES = (("牵头", "牵头"), ("责任", "责任科室"), ("配合", "配合"))


def build(assessment: Assessment, typed: str, left_out: int = 0) -> dict[str, Any]:
    """Return the plan of a year. Raises FzjsError for a year that has none (`years.planned`)."""
    year, campaign = planned(assessment, typed), assessment.repository.campaign
    settings = printed.campaign(assessment.repository)
    met = [m for m in assessment.met if is_of_year(m, year)]
    title = f"{campaign.unit}{year}年法治政府建设示范创建工作计划"
    return {
        **frame(assessment, title),
        "年度": year,
        "不完整": _incomplete(assessment, year, left_out),
        "依据": system_named(assessment),
        "总体": {**tally(assessment, met), "期限": _days(met, year)},
        "目标": [*_goals(assessment, year), *_thresholds(assessment, foreign=False)],
        "对照": list(_thresholds(assessment, foreign=True)),
        "任务": list(_tasks(assessment, met, year)),
        "步骤": _steps(assessment, settings, year),
        "保障": _safeguards(settings),
    }


def is_of_year(met: Met, year: int) -> bool:
    """Tell whether an 应报件 is this year's work: due in it, or about it; never what is 不适用."""
    due = met.due
    about = due.span.years == (year,) and due.span.label.startswith(str(year))
    return not due.excused and (due.due.year == year or about)


def _incomplete(assessment: Assessment, year: int, left_out: int) -> str:
    today = assessment.today
    text = f"{year}年已经过去，本件是补写的。" if year < today.year else ""
    nobody = [
        row.indicator.number for row in assessment.catalogue.rows.values() if not row.responsible
    ]
    text += f"没有写责任科室的指标{len(nobody)}项：{'、'.join(nobody)}。" if nobody else ""
    return text + doubts(assessment, left_out, _BASIS)


def _days(met: Iterable[Met], year: int) -> str:
    """Say by when pieces are due, 2月1日前3件、5月31日前2件; a year only where not the plan's."""
    found = Counter(each.due.due for each in met)
    assumed = {each.due.due for each in met if each.due.provisional}
    return "、".join(
        f"{long_date(day).removeprefix(f'{year}年')}前{'（待定）' if day in assumed else ''}"
        f"{found[day]}件"
        for day in sorted(found)
    )


def _goals(assessment: Assessment, year: int) -> list[str]:
    """Return what is to be reached by the cutoff."""
    campaign = assessment.repository.campaign
    first, last = campaign.window
    years = f"{first}年" if first == last else f"{first}—{last}年"
    mark = "（截止日待定）" if "截止" in campaign.assumed else ""
    before = f"{long_date(campaign.cutoff)}前{mark}"
    asked = f"报齐{years}的应报材料，通过审核" if assessment.counted else "完成方案的任务"
    return [f"{before}{asked}。"] if campaign.cutoff.year >= year else []


def _thresholds(assessment: Assessment, *, foreign: bool) -> Iterator[str]:
    """Yield each 达标线 of the plan, or of others, which are no goals; none of the future."""
    system = printed.campaign(assessment.repository)["体系"]
    for line in lines(assessment):
        source = line.threshold.source
        if is_foreign(source, system) != foreign or (
            foreign and is_later(source, assessment.today)
        ):
            continue
        named = plan_settings.TIERS.get(line.threshold.tier, line.threshold.tier)
        tier = f"{tier_name(line.attained)}指标" if line.attained else named
        asked = f"，即{line.attained.total}项中的{line.needed}项" if line.attained else ""
        source = f"（{source}）" if source else ""
        share = f"{line.threshold.share:g}%"
        yield f"{line.threshold.name}：{tier}{share}以上达标{asked}{source}。"


def _tasks(assessment: Assessment, met: Sequence[Met], year: int) -> Iterator[dict[str, Any]]:
    """Yield each 一级指标 with its tasks: one a 二级指标, one an indicator where there is none."""
    owed: defaultdict[str, list[Met]] = defaultdict(list)
    for each in met:
        owed[each.due.indicator].append(each)
    levels: defaultdict[str, list[Row]] = defaultdict(list)
    for row in assessment.catalogue.rows.values():
        levels[row.indicator.level1].append(row)
    for number, (level, rows) in enumerate(levels.items(), 1):
        found = []
        for place, group in enumerate(_grouped(rows), 1):
            mine = [each for row in group for each in owed[row.indicator.key]]
            found.append({"标题": _title(place, group), **_task(group, mine, year)})
        yield {"标题": heading(number, level), "项": found}


def _grouped(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows of each 二级指标 together; one without a 二级指标 is by itself."""
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        item = row.indicator
        groups[item.level2, "" if item.level2 else item.key].append(row)
    return list(groups.values())


def _title(place: int, rows: Sequence[Row]) -> str:
    item = rows[0].indicator
    if item.level2:
        return f"{place}.{bare(item.level2)}"
    return f"{numbered(item.number)}：{(item.title or item.text).rstrip('。；;')}"


def _task(rows: Sequence[Row], met: Sequence[Met], year: int) -> dict[str, Any]:
    return {
        "指标": _named(rows) if rows[0].indicator.level2 else "",
        "应报": len(met),
        "延期": _days([each for each in met if each.due.batch == "延期"], year),
        "责任": _owners(rows),
    }


def bare(title: str) -> str:
    """Return a 二级指标 without the number that its own text carries: 1. or （1） or （一）."""
    return _LEAD.sub("", title, count=1).rstrip("。") or title


def _named(rows: Sequence[Row]) -> str:
    """Return 第1、2、6项; what says itself what it is (加分1, 第1项指标) stands as it is."""
    numbers = [row.indicator.number for row in rows]
    plain = [number for number in numbers if numbered(number) != number]
    joined = [f"第{'、'.join(plain)}项"] if plain else []
    return "、".join([*joined, *(number for number in numbers if number not in plain)])


def _owners(rows: Iterable[Row]) -> str:
    """Say who answers in which role; an office stands in its weightiest role only."""
    every = [each for row in rows for each in row.responsible]
    said, seen = [], set[str]()
    for role, word in _ROLES:
        names = [each.office for each in every if each.role == role and each.office not in seen]
        seen.update(names)
        if names:
            said.append(f"{word}：{'、'.join(dict.fromkeys(names))}")
    return "；".join(said) or f"责任科室：{GAP}"


def _steps(assessment: Assessment, settings: printed.Data, year: int) -> dict[str, list[str]]:
    """Return the year's 阶段, 批次, 期限 and 周期任务 in the plan's own words.

    A 阶段 without days is of any year, and so is a duty that comes every year or oftener.
    """
    stages = [each for each in settings.get("阶段", ()) if _reaches(each, year)]
    dated = {
        **settings,
        "批次": [e for e in settings.get("批次", ()) if _year(e["截止"]) == year],
        "期限": [e for e in settings.get("期限", ()) if _year(e["日期"]) == year],
        "周期任务": settings.get("周期任务", ()),
    }
    cutoff = assessment.repository.campaign.cutoff
    mark = "（待定）" if "截止" in assessment.repository.campaign.assumed else ""
    last = [f"全部材料：{long_date(cutoff)}前{mark}报齐。"] if cutoff.year == year else []
    return {
        "阶段": plan_settings.stages({**settings, "阶段": stages}),
        "时限": [*plan_settings.dates(dated, ""), *last],
    }


def _reaches(stage: printed.Data, year: int) -> bool:
    start, end = stage.get("起"), stage.get("止")
    if not start and not end:
        return True
    return _year(start or end) <= year <= _year(end or start)


def _year(day: object) -> int:
    return datetime.date.fromisoformat(str(day)).year


def _safeguards(settings: printed.Data) -> list[str]:
    """Return 监督 in the plan's words, the teams with their duties, and who coordinates."""
    teams = settings.get("组织", {}).get("专班", ())
    told = plan_settings.supervision(settings)
    return [
        *told,
        *(
            f"{heading(place, each['名称'])}。{'；'.join(each.get('职责', ()))}。"
            for place, each in enumerate(teams, len(told) + 1)
            if each.get("职责")
        ),
    ]
