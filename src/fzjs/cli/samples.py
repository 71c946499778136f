"""Data of each report to try a template with: one row a report, chosen from what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError
from fzjs.reports import (
    assignments,
    circular,
    ledger,
    migration,
    plan,
    statement,
    summary,
)
from fzjs.visible import in_shell

_MONTHS = 3


class Sample(NamedTuple):
    """A document's data, and the command that writes that document."""

    command: str
    data: dict[str, Any]


class Paper(NamedTuple):
    """A report: its name, what it is for, and its data of a subject ("" for a fitting one).

    Raises FzjsError where the subject is none, or the repository has nothing of the kind.
    """

    title: str
    purpose: str
    sample: Callable[[Assessment, str, int | None], Sample]
    others: Callable[[Assessment], Iterator[Sample]] = lambda _: iter(())
    subject: str = ""


def _statement(assessment: Assessment, subject: str, year: int | None) -> Sample:
    """Give the named statement, else the first with a text, else the first of any kind."""
    if subject:
        asked = in_shell(subject) + (f" --year {year}" if year else "")
        return Sample(f"report statement {asked}", statement.build(assessment, subject, year))
    first = None
    for found in (*_written(assessment), *_blank(assessment)):
        if found.data["正文"]:
            return found
        first = first or found
    if first:
        return first
    raise FzjsError("没有情况说明，也没有要报的情况说明。")


def _written(assessment: Assessment) -> Iterator[Sample]:
    for standing in sorted(assessment.standings.values(), key=lambda each: each.entry.file):
        file = standing.entry.file
        with suppress(FzjsError):
            data = statement.build(assessment, file)
            yield Sample(f"report statement {in_shell(file)}", data)


def _blank(assessment: Assessment) -> Iterator[Sample]:
    for met in assessment.met:
        years = met.due.span.years
        if not years:
            continue
        label = assessment.catalogue.label(met.due.material)
        with suppress(FzjsError):
            data = statement.build(assessment, label, min(years))
            if not data["正文"]:
                yield Sample(f"report statement {label} --year {min(years)}", data)
                return


def _summary(assessment: Assessment, office: str, _: int | None) -> Sample:
    asked = f" --office {in_shell(office)}" if office else ""
    return Sample(f"report summary{asked}", summary.build(assessment, office))


def _offices(assessment: Assessment) -> Iterator[Sample]:
    for office in assessment.repository.campaign.offices[:1]:
        with suppress(FzjsError):
            yield _summary(assessment, office.name, None)


def _ledger(assessment: Assessment, month: str, _: int | None) -> Sample:
    asked = f" --month {in_shell(month)}" if month else ""
    return Sample(f"report ledger{asked}", ledger.build(assessment, "", month))


def _circular(assessment: Assessment, quarter: str, _: int | None) -> Sample:
    today = assessment.today
    typed = quarter or f"{today.year}-{(today.month - 1) // _MONTHS + 1}"
    return Sample(f"report circular --quarter {in_shell(typed)}", circular.build(assessment, typed))


def _migration(assessment: Assessment, file: str, _: int | None) -> Sample:
    asked = f" {in_shell(file)}" if file else ""
    return Sample(f"report migration{asked}", migration.build(assessment, file or "换版.yaml"))


PAPERS: Mapping[str, Paper] = {
    "statement": Paper(
        "情况说明", "写给测评的说明，由条目或指标", _statement, _blank, "条目、指标或资料"
    ),
    "summary": Paper("完成情况总结", "报上级，全单位或一个科室", _summary, _offices, "科室"),
    "ledger": Paper("工作台账", "每月报，附件3 的样子", _ledger, subject="月份"),
    "circular": Paper("季度点评通报", "发各科室，报领导小组", _circular, subject="季度"),
    "assignments": Paper(
        "责任分工表",
        "全部指标一张表",
        lambda a, _, __: Sample("report assignments", assignments.build(a.repository)),
    ),
    "plan": Paper(
        "任务分工方案",
        "由指标和设置写回方案",
        lambda a, _, __: Sample("report plan", plan.build(a.repository)),
    ),
    "migration": Paper("换版对照表", "新旧指标的对照", _migration, subject="文件"),
}


def every(assessment: Assessment, name: str) -> list[Sample]:
    """Return the samples that a template is tried with; none where the repository has none."""
    paper, found = PAPERS[name], []
    with suppress(FzjsError):
        found.append(paper.sample(assessment, "", None))
    return [*found, *paper.others(assessment)]
