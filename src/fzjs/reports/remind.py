"""`fzjs remind`: the reminders that were sent, answered or not, and what is still open of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from fzjs.assess import Assessment, Met, State, is_overdue
from fzjs.assess.catalogue import covers
from fzjs.facts import Reminder, fold_reference
from fzjs.reports.gaps import is_open
from fzjs.reports.named import office_named


def sent(assessment: Assessment, office: str = "") -> list[Reminder]:
    """Return the reminders sent by today, of one office or all, in the order they were sent."""
    name, today = assessment.catalogue.office, assessment.today
    found = [
        each
        for each in assessment.repository.reminders
        if each.date <= today and (not office or (name(each.office) or each.office) == office)
    ]
    return sorted(found, key=lambda each: (each.date, each.times, each.office))


def speaks_of(subject: str, met: Met) -> bool:
    """Tell whether a folded reference names an 应报件."""
    due = met.due
    if subject in {fold_reference(due.label), fold_reference(due.key)}:
        return True
    return covers(subject, due.material, due.indicator, due.span.label, due.span.years)


def usual(assessment: Assessment, office: str, day: datetime.date) -> list[Met]:
    """Return what an office has overdue on a day, or returned.

    A 催办单 lists “逾期25件、退回9件”, each with what is missing.
    """
    mine = [met for met in assessment.met if office in met.due.owners and is_open(met)]
    return [met for met in mine if is_overdue(met, day) or met.state is State.RETURNED]


def next_times(before: Sequence[Reminder]) -> int:
    """Return which reminder of an office the next one is."""
    return max((each.times for each in before), default=0) + 1


def still_open(assessment: Assessment, reminder: Reminder) -> list[Met]:
    """Return what an office was reminded of and has not handed in yet."""
    office = assessment.catalogue.office(reminder.office)
    mine = [met for met in assessment.met if office in met.due.owners and is_open(met)]
    return [met for met in mine if any(speaks_of(each, met) for each in reminder.subjects)]


def is_answered(reminder: Reminder, assessment: Assessment) -> bool:
    """Tell whether the office has answered by today."""
    return reminder.answered is not None and reminder.answered <= assessment.today


def silent(assessment: Assessment, office: str) -> Reminder | None:
    """Return an office's last reminder where nobody has answered it; None else."""
    found = sent(assessment, office)
    return found[-1] if found and not is_answered(found[-1], assessment) else None


def build(assessment: Assessment, office: str = "") -> dict[str, Any]:
    """Return every reminder sent, office by office in the campaign's order, the last first."""
    full = office_named(assessment, office) if office else ""
    campaign, name = assessment.repository.campaign, assessment.catalogue.office
    order = {each.name: at for at, each in enumerate(campaign.offices)}
    found = sorted(
        sent(assessment, full),
        key=lambda each: (order.get(name(each.office), len(order)), -each.times),
    )
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "科室": full,
        "催办": [_row(assessment, each) for each in found],
    }


def _row(assessment: Assessment, reminder: Reminder) -> dict[str, Any]:
    left = still_open(assessment, reminder)
    answered = is_answered(reminder, assessment)
    return {
        "科室": assessment.catalogue.office(reminder.office) or reminder.office,
        "次": reminder.times,
        "日期": reminder.date.isoformat(),
        "对象": [assessment.catalogue.label(each) for each in reminder.subjects],
        "已答复": answered,
        "答复日期": reminder.answered.isoformat() if answered and reminder.answered else "",
        "意见": reminder.reply if answered else "",
        "已过天数": (assessment.today - reminder.date).days,
        "还欠": [met.due.label for met in left],
        "文件": reminder.file,
    }


def waiting(assessment: Assessment) -> tuple[str, str, list[str]]:
    """Return what 需我办 says of reminders: the offices that owe and have not answered the last."""
    parts = []
    for office in assessment.repository.campaign.offices:
        last = silent(assessment, office.name)
        if last and still_open(assessment, last):
            days = (assessment.today - last.date).days
            parts.append(f"{office.name}第{last.times}次{days}天")
    more = f"等{len(parts)}个" if len(parts) > 2 else ""  # noqa: PLR2004  # as many as are named
    return "催办", f"催办未答复：{'、'.join(parts[:2])}{more}" if parts else "", parts
