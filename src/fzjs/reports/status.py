"""`fzjs status`: the coordinator's screen as data."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fzjs.assess import Assessment, Met, reach
from fzjs.assess.owe import WEB
from fzjs.diagnostic import Fault, FzjsError
from fzjs.reports import gaps, needs
from fzjs.reports.named import office_named
from fzjs.reports.wording import WEEKDAYS, distance, percent, rate_rows, short_date, tally

SOON = 30
"""How many days ahead the screen looks."""

NO_YEAR = "不分年度"


def build(
    assessment: Assessment, faults: Sequence[Fault] = (), by: str = "office", office: str = ""
) -> dict[str, Any]:
    """Return the numbers of the campaign, what needs the coordinator, and one row a group.

    `by` is level, office, method or year; `office` narrows everything but the rates to one.
    """
    if by not in _GROUPS:
        raise FzjsError(f"--by 不能写“{by}”。可以写：{'、'.join(_GROUPS)}")
    full = office_named(assessment, office) if office else ""
    met = [m for m in assessment.met if not full or full in m.due.owners]
    indicators = [j for j in assessment.indicators.values() if not full or full in j.row.owners]
    campaign = assessment.repository.campaign
    title, group = _GROUPS[by]
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "星期": "周" + WEEKDAYS[assessment.today.weekday()],
        "截止": campaign.cutoff.isoformat(),
        "距截止天数": (campaign.cutoff - assessment.today).days,
        "待定": list(campaign.assumed),
        "数据": assessment.repository.commit,
        "科室": full,
        "指标数": len(indicators),
        "合计": tally(assessment, met),
        # Of one office there are no rates: an indicator may be several offices' work.
        "齐备": [] if full else rate_rows(assessment.completeness, "齐备"),
        "达标": [] if full else rate_rows(assessment.attainment, "达标"),
        "附加项": [] if full else needs.extras(assessment),
        "不达标": [] if full else needs.failed(assessment),
        "未评": {} if full else needs.unknown(assessment),
        "达标线": [] if full else _thresholds(assessment),
        "需我办": [] if full else needs.build(assessment, faults),
        "按": title,
        "分组": _rows(assessment, met, group, by, full),
        "即将到期": _soon(assessment, met),
    }


def _thresholds(assessment: Assessment) -> list[dict[str, Any]]:
    """Return each 达标线 of the campaign, whose it is, and where 自评达标率 stands."""
    return [
        {
            "名称": line.threshold.name,
            "层级": line.threshold.tier,
            "比例": f"{line.threshold.share:g}%",
            "出处": line.threshold.source,
            "现在": percent(line.attained) if line.attained else "—",
            "达到": line.reached,
        }
        for line in reach.lines(assessment)
    ]


def _soon(assessment: Assessment, met: Iterable[Met]) -> list[dict[str, Any]]:
    last = assessment.today + datetime.timedelta(days=SOON)
    days = Counter(
        m.due.due for m in met if gaps.is_open(m) and assessment.today <= m.due.due <= last
    )
    return [{"期限": day.isoformat(), "件数": days[day]} for day in sorted(days)]


def _by_office(_: Assessment, met: Met) -> Sequence[str]:
    return met.due.owners


def _by_level(assessment: Assessment, met: Met) -> Sequence[str]:
    return (assessment.catalogue.rows[met.due.indicator].indicator.level1,)


def _by_method(assessment: Assessment, met: Met) -> Sequence[str]:
    """Web evidence stands under 网络检索, everything else under the row's other methods."""
    methods = assessment.catalogue.rows[met.due.indicator].methods
    if met.due.method:
        return (met.due.material.partition("-")[2],)
    material = assessment.catalogue.materials.get(met.due.material)
    if material and material.method:
        return (assessment.catalogue.method(material.method),)
    if met.due.web:
        return (WEB,)
    return tuple(name for name in methods if name != WEB) or methods or ("（未列方法）",)


def _by_year(_: Assessment, met: Met) -> Sequence[str]:
    label = met.due.span.label[:4]
    return (label if label.isdigit() and len(label) == 4 else NO_YEAR,)  # noqa: PLR2004  # a year


_Group = Callable[[Assessment, Met], Sequence[str]]
_GROUPS: dict[str, tuple[str, _Group]] = {
    "office": ("科室", _by_office),
    "level": ("一级指标", _by_level),
    "method": ("测评方法", _by_method),
    "year": ("年度", _by_year),
}


def _rows(
    assessment: Assessment, met: Iterable[Met], group: _Group, by: str, office: str
) -> list[dict[str, Any]]:
    """Return one row a group; offices by what they have overdue, other groups in plan order."""
    campaign = assessment.repository.campaign
    groups: defaultdict[str, list[Met]] = defaultdict(list)
    if by == "office":
        groups.update({o.name: [] for o in campaign.offices if not o.members})
    for each in met:
        for name in group(assessment, each):
            groups[name].append(each)
    if by == "office" and office:
        groups = defaultdict(list, {office: groups[office]})
    rows = [_row(assessment, name, each, office=by == "office") for name, each in groups.items()]
    if by == "office":
        rows.sort(key=lambda row: (-row["逾期"], row["最早欠件"] or "9", -row["未报"]))
    if by == "year":
        rows.sort(key=lambda row: row["名称"])
    return rows


def _limit(gap: gaps.Gap, assessment: Assessment) -> str:
    left = distance(gap.due, assessment.today, provisional=gap.provisional)
    return f"{short_date(gap.due, assessment.today)} {left}"


def _row(assessment: Assessment, name: str, met: list[Met], *, office: bool) -> dict[str, Any]:
    found = gaps.gather(assessment, met)
    first = found[0].due if found else None
    row: dict[str, Any] = {
        "名称": name,
        **tally(assessment, met),
        "最早欠件": first.isoformat() if first else "",
        "最早欠件期限": _limit(found[0], assessment) if found else "",
        "逾期件": [
            {"资料": gap.label, "年度": gap.periods, "缺什么": gap.what}
            for gap in found
            if gap.due < assessment.today and not gap.provisional
        ],
    }
    if office:
        row |= needs.office_marks(assessment, name) | needs.office_share(assessment, name)
    return row
