"""The lines of every table, of one repository on one day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from fzjs.assess import Assessment, Met, Rate, reach
from fzjs.assess.catalogue import OWING_ROLES
from fzjs.diagnostic import Fault
from fzjs.personal import mask
from fzjs.reports import status
from fzjs.reports.tables.columns import FORMAT
from fzjs.reports.tables.unit import unit_row
from fzjs.reports.wording import tally

Cell = int | float | str | bool | list[str] | None
Row = dict[str, Cell]

_STATUS_COUNTS = (
    "应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期", "不适用",
)  # fmt: skip


def build(
    assessment: Assessment, faults: Sequence[Fault], found: Mapping[str, int], version: str
) -> dict[str, list[Row]]:
    """Return the lines of each table by its name (columns.TABLES), in plan order.

    `found` counts what a check finds by severity; `faults` are of the files that were left out.
    No number of a person, no name of one and no word of a 涉密 entry is in them: 附件1 一.4
    “涉密的材料不在示范创建系统上提供”.
    """
    screen = status.build(assessment, faults)
    made = {
        "单位": [unit_row(assessment, screen, faults, found, version)],
        "指标": _indicators(assessment),
        "应报件": [_due(assessment, met) for met in assessment.met],
        "佐证": _entries(assessment),
        "科室": [_office(row) for row in screen["分组"]],
        "问题": _problems(assessment),
        "达标线": _thresholds(assessment),
    }
    campaign = assessment.repository.campaign
    common: Row = {
        "格式": FORMAT,
        "单位": campaign.unit,
        "日期": assessment.today.isoformat(),
        "数据": assessment.repository.commit,
        "示例": campaign.sample,
    }
    return {name: [_guarded({**common, **row}) for row in rows] for name, rows in made.items()}


_PLAIN = frozenset({"数据", "版本"})
"""What is no text of a person's, and looks like a number."""


def _guarded(row: Row) -> Row:
    return {key: value if key in _PLAIN else _masked(value) for key, value in row.items()}


def _masked(value: Cell) -> Cell:
    if isinstance(value, str):
        return mask(value)
    return [mask(each) for each in value] if isinstance(value, list) else value


def _indicators(assessment: Assessment) -> list[Row]:
    catalogue = assessment.catalogue
    own: defaultdict[str, list[Met]] = defaultdict(list)
    for met in assessment.met:
        own[met.due.indicator].append(met)
    rows: list[Row] = []
    for key, judged in assessment.indicators.items():
        item, owing = judged.row.indicator, judged.row.owners
        others = [r.office for r in judged.row.responsible if r.role not in OWING_ROLES]
        rows.append(
            {
                "指标": catalogue.label(key),
                "来源": item.tier,
                "类别": item.category,
                "一级指标": item.level1,
                "二级指标": item.level2,
                "内容": item.text,
                "测评方法": list(judged.row.methods),
                "责任科室": list(dict.fromkeys(owing)),
                "配合科室": [name for name in dict.fromkeys(others) if name not in owing],
                "沿用": catalogue.label(judged.row.shares) if judged.row.shares else "",
                **tally(assessment, own[key]),
                "状态": str(judged.progress),
                "自评": str(judged.attainment),
            }
        )
    return rows


def _due(assessment: Assessment, met: Met) -> Row:
    catalogue, due = assessment.catalogue, met.due
    late = assessment.overdue(met)
    # What a review says of a 涉密 entry stays where the entry is.
    hidden = any(proof.standing.entry.secret for proof in met.proofs) and met.gap
    return {
        "应报件": due.label,
        "指标": catalogue.label(due.indicator),
        "资料": catalogue.label(due.material),
        "年度": due.span.label,
        "种类": due.kind,
        "内容": due.text,
        "科室": list(due.owners),
        "批次": due.batch,
        "期限": due.due.isoformat(),
        "期限待定": due.provisional,
        "状态": "不适用" if due.excused else str(met.state),
        "逾期": late,
        "逾期天数": (assessment.today - due.due).days if late else 0,
        "缺什么": due.excused or (str(met.state) if hidden else met.gap),
        "条目": list(dict.fromkeys(proof.standing.entry.id for proof in met.proofs)),
    }


def _entries(assessment: Assessment) -> list[Row]:
    catalogue = assessment.catalogue
    rows: list[Row] = []
    for name in sorted(assessment.standings):
        standing = assessment.standings[name]
        entry, review = standing.entry, standing.review
        rows.append(
            {
                "条目": entry.id,
                "科室": catalogue.folder_office(entry.office),
                "种类": entry.kind,
                "事由": "" if entry.secret else entry.subject,
                "落款日期": None if entry.secret else _day(entry.dated),
                "涉密": entry.secret,
                "条目示例": entry.sample,
                "对应": [f"{catalogue.label(c.material)}/{c.period}" for c in entry.claims],
                "附件数": 0 if entry.secret else len(entry.attachments),
                "网页数": 0 if entry.secret else len(entry.web),
                "状态": standing.state,
                "缺陷": [] if entry.secret else list(standing.faults),
                "退回理由": [] if entry.secret else list(standing.reasons),
                "审核日期": _day(review.date if review else None),
            }
        )
    return rows


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _office(row: dict[str, Any]) -> Row:
    return {
        "科室": row["名称"],
        **{name: row[name] for name in _STATUS_COUNTS},
        "最早欠件": row["最早欠件"] or None,
        **{name: row[name] for name in ("负责指标", "配合指标", "台账", "催办")},
    }


def _problems(assessment: Assessment) -> list[Row]:
    repository = assessment.repository
    secret = {entry.id for entry in repository.entries.values() if entry.secret}
    return [
        {
            "问题": each.id,
            "对象": assessment.catalogue.label(each.subject),
            "说明": "" if each.subject in secret else each.text,
            "责任科室": assessment.catalogue.folder_office(each.office),
            "时限": each.due.isoformat(),
            "销号": each.closed,
            "逾期": not each.closed and each.due < assessment.today,
        }
        for each in repository.problems
    ]


def _thresholds(assessment: Assessment) -> list[Row]:
    """Return each 达标线 against 自评达标率, as `status` does; 齐备率 stands beside it."""
    return [
        {
            "名称": line.threshold.name,
            "层级": line.threshold.tier,
            "比例": line.threshold.share,
            "出处": line.threshold.source,
            "现在": _share(line.attained),
            "齐备": _share(line.complete),
            "够": line.reached,
        }
        for line in reach.lines(assessment)
    ]


def _share(rate: Rate | None) -> float | None:
    share = rate.share if rate else None
    return None if share is None else round(share, 4)
