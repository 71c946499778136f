"""工作台账 as data: 附件3, one table an office, for one office or the whole unit.

附件3: “责任科室：（公章） 填表时间：年月日”; columns 年度, 三级指标, 测评方法, 上报材料, 完成进度,
责任人及联系方式. Phones are in no repository (DESIGN section 3): the last column refers to 另附.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fzjs.assess import Assessment, Catalogue, Met
from fzjs.assess.handing import is_month, spoken
from fzjs.assess.ledgers import latest_due, offices, spoken_of, written
from fzjs.diagnostic import FzjsError
from fzjs.facts import LedgerLine, LedgerMonth
from fzjs.reports import printed
from fzjs.reports.dated import month_hint
from fzjs.reports.named import office_named
from fzjs.reports.roster import Roster
from fzjs.reports.summary import short
from fzjs.reports.wording import long_date

COLUMNS = ("年度", "三级指标", "测评方法", "上报材料", "完成进度", "责任人及联系方式")

_PHONES = "联系方式另附"
_CLAUSE = 60
"""Characters of an indicator's words that stand for it."""
_TABLE = "责任分工表"


def build(
    assessment: Assessment,
    office: str = "",
    month: str = "",
    left_out: int = 0,
    roster: Roster | None = None,
) -> dict[str, Any]:
    """Return the month's ledgers: a table for each office that wrote one, and who wrote none.

    Without `month` it is the last that was handed in; phones only where a roster is given.
    Raises FzjsError for names and months, and where there is nothing to print.
    """
    full = office_named(assessment, office) if office else ""
    when = _month(assessment, full, month)
    asked = [full] if full else offices(assessment)
    there = {name: led for name in asked for led in written(assessment, name) if led.month == when}
    if not there:
        command = f"fzjs ledger new {when}" + (f" --office {full}" if full else "")
        raise FzjsError(
            f"{full or '各科室'}没有 {when} 的台账。看谁交了：fzjs ledger list；预填：{command}"
        )
    campaign = assessment.repository.campaign
    title = f"{campaign.unit}{_named(assessment)}工作台账"
    said = [_office(name, ledger) for name, ledger in there.items()]
    return {
        "单位": campaign.unit,
        "标题": title,
        "文件名": f"{title}（{full + ' ' if full else ''}{when}）",
        "示例": campaign.sample,
        "月份": f"{int(when[:4])}年{int(when[5:])}月",
        "全单位": not full,
        "科室": said,
        "未交": [] if full else [name for name in asked if name not in there],
        "合计": {key: sum(each[key] for each in said) for key in ("行数", "已完成", "未完成")},
        "不完整": _incomplete(said, left_out),
        "报送日": spoken(campaign),
        "联系方式": roster is not None,
        "分工表": [_table(assessment, name, led, roster) for name, led in there.items()],
    }


def _month(assessment: Assessment, office: str, typed: str) -> str:
    """Return the month to print: as typed, else the last whose day has come, else what there is."""
    if typed:
        if not is_month(typed):
            raise FzjsError(f"--month：月份不能写“{typed}”。{month_hint(typed)}")
        return typed
    names = [office] if office else offices(assessment)
    months = {ledger.month for name in names for ledger in written(assessment, name)}
    if not months:
        raise FzjsError(f"{office or '各科室'}还没有台账。预填：fzjs ledger new 月份")
    last = latest_due(assessment)
    return last.month if last and last.month in months else max(months)


def _named(assessment: Assessment) -> str:
    """Return what the campaign is called in 附件3's title: 法治政府建设示范市创建."""
    system = str(printed.campaign(assessment.repository)["体系"]["名称"])
    return system.removesuffix(_TABLE).removesuffix("工作") if _TABLE in system else "示范创建"


def _incomplete(said: list[dict[str, Any]], left_out: int) -> str:
    drafts = "、".join(each["科室"] for each in said if each["草稿"])
    text = f"{drafts}的是预填的草稿，科室还没有核对、提交，不算交了。" if drafts else ""
    return text + (f"另有{left_out}个文件有误，没有计入。" if left_out else "")


def _office(office: str, ledger: LedgerMonth) -> dict[str, Any]:
    done = sum(line.done for line in ledger.lines)
    return {
        "科室": office,
        "填表时间": long_date(ledger.filled),
        "草稿": ledger.draft,
        "行数": len(ledger.lines),
        "已完成": done,
        "未完成": len(ledger.lines) - done,
    }


def _table(
    assessment: Assessment, office: str, ledger: LedgerMonth, roster: Roster | None
) -> dict[str, Any]:
    """Return 附件3's table: the lines by year and in plan order, the cells of a year one."""
    order = {key: place for place, key in enumerate(assessment.catalogue.rows)}
    found = sorted(ledger.lines, key=lambda ln: (ln.year, order.get(ln.indicator, len(order))))
    years = [0, *(line.year for line in found)]
    return {
        "列": list(COLUMNS),
        "至少宽": {COLUMNS[-1]: len(COLUMNS[-1])},
        "行": [
            [
                None if line.year == above else [str(line.year)],
                *_cells(assessment, office, line, roster),
            ]
            for above, line in zip(years, found, strict=False)
        ],
    }


def _cells(
    assessment: Assessment, office: str, line: LedgerLine, roster: Roster | None
) -> list[list[str]]:
    """Return a line's cells behind 年度, each a list of paragraphs."""
    done = "已完成" if line.done else "未完成"
    judged = assessment.indicators.get(line.indicator)
    if judged is None:
        return [[line.indicator], [], [], [f"{done}：{line.note}"], [_PHONES]]
    row = judged.row
    owed = spoken_of(assessment, judged, office, line.year)
    materials = dict.fromkeys(_material(assessment, met) for met in owed)
    return [
        [
            f"{row.indicator.number}　{short(row.indicator.text, _CLAUSE)}",
            *_sharing(assessment, line),
        ],
        ["、".join(row.methods)],
        ["、".join(materials)],
        [f"{done}：{line.note}"],
        _reached(assessment, office, _person(assessment, office, line), roster),
    ]


def _material(assessment: Assessment, met: Met) -> str:
    """Name a material by its number and kind: 31-2甲情况说明; what has no number, by its method."""
    label = assessment.catalogue.label(met.due.material)
    return label if met.due.method or label.endswith(met.due.kind) else label + met.due.kind


def _sharing(assessment: Assessment, line: LedgerLine) -> list[str]:
    """Name the rows that share this one's material, which have no line of their own."""
    found = assessment.catalogue.once(_sharers).get(line.indicator)
    return [f"（{'、'.join(found)}共用本项资料）"] if found else []


def _sharers(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the numbers of the rows that share another's material, by that other's key."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in catalogue.rows.values():
        found[row.shares].append(row.indicator.number)
    return found


def _reached(assessment: Assessment, office: str, person: str, roster: Roster | None) -> list[str]:
    """Return who answers and how to reach them: 另附, or the phone that the roster has."""
    if roster is None:
        return [person, f"（{_PHONES}）"]
    name = assessment.catalogue.office
    found = (
        each["电话"]
        for each in roster.lines
        if each["姓名"] == person and (name(each["科室"]) or each["科室"]) == office
    )
    return [person, next(found, "") or "（待填）"]


def _person(assessment: Assessment, office: str, line: LedgerLine) -> str:
    """Return who answers for the indicator in this office: the row's own person, else its head."""
    row = assessment.catalogue.rows[line.indicator]
    named = (each.person for each in row.responsible if each.office == office and each.person)
    heads = (o.person for o in assessment.repository.campaign.offices if o.name == office)
    return next(named, "") or next(heads, "") or "（待填）"
