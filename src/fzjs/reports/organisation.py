"""`fzjs org`: who leads, the teams and their duties, each office's people, who has not reported."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.models.organisation import Organisation, PersonChange
from fzjs.reports.gaps import is_open
from fzjs.reports.roster import Roster
from fzjs.reports.wording import distance, short_date
from fzjs.rules.liaisons import missing, record_of

NEAR = 30
"""How many days before its date the roster of 联络人 is brought up in 需我办."""


def build(assessment: Assessment, roster: Roster | None = None) -> dict[str, Any]:
    """Return the organisation; phones only where a roster is given."""
    record = record_of(assessment)
    found = missing(assessment)
    data: dict[str, Any] = {
        "单位": record.unit,
        "示例": record.sample,
        "日期": assessment.today.isoformat(),
        **_organisation(record.organisation),
        "创建办": record.coordinator,
        "科室": [_office(assessment, each.name) for each in record.offices if each.members is None],
        "联络人期限": found.due.isoformat() if found.due else "",
        "剩余": distance(found.due, assessment.today) if found.due else "",
        "未报联络人": list(found.offices),
        "人员变动": [_change(each) for each in record.changes],
    }
    if roster is not None:
        data["通讯录"] = roster.plain(assessment.catalogue.office)
    return data


def _organisation(record: Organisation | None) -> dict[str, Any]:
    leaders = record.leaders if record else None
    bureau = record.bureau if record else None
    return {
        "出处": (record.source or "") if record else "",
        "领导小组": {
            "组长": list(leaders.heads) if leaders else [],
            "副组长": list(leaders.deputies) if leaders else [],
            "成员": list(leaders.members) if leaders else [],
        },
        "办公室": {
            "设在": (bureau.at or "") if bureau else "",
            "主任": (bureau.head or "") if bureau else "",
            "副主任": list(bureau.deputies) if bureau else [],
        },
        "专班": [
            {
                "名称": team.name,
                "组长": list(team.heads),
                "成员": list(team.members),
                "职责": list(team.duties),
            }
            for team in (record.teams if record else ())
        ],
    }


def _office(assessment: Assessment, name: str) -> dict[str, Any]:
    office = next(each for each in record_of(assessment).offices if each.name == name)
    mine = [met for met in assessment.met if name in met.due.owners]
    return {
        "名称": name,
        "责任人": office.person or "",
        "联络人": office.liaison or "",
        "欠": sum(map(is_open, mine)),
        "逾期": sum(map(assessment.overdue, mine)),
    }


def _change(change: PersonChange) -> dict[str, Any]:
    return {
        "科室": change.office,
        "角色": change.role,
        "原": change.former or "",
        "现": change.present,
        "日期": change.date.isoformat(),
        "移交": change.handed.model_dump(by_alias=True) if change.handed else {},
    }


def waiting(assessment: Assessment) -> tuple[str, str, list[str]]:
    """Return what 需我办 says of the roster, from a month before its date on."""
    found = missing(assessment)
    if not found.offices or not found.due or (found.due - assessment.today).days > NEAR:
        return "联络人", "", []
    day = short_date(found.due, assessment.today)
    left = distance(found.due, assessment.today)
    named = "、".join(found.offices[:2]) + ("等" if len(found.offices) > 2 else "")  # noqa: PLR2004  # as many as are named
    text = f"联络人未报{len(found.offices)}个（{day} {left}）：{named}，见 fzjs org"
    return "联络人", text, list(found.offices)
