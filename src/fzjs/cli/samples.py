"""Data of each report to try a template with: one row a report, chosen from what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from fzjs.diagnostic import FzjsError
from fzjs.reports import (
    annual,
    assignments,
    catalogue,
    circular,
    closing,
    ledger,
    migration,
    plan,
    problem_list,
    reminder,
    request,
    self_assessment,
    self_inspection,
    statement,
    statements,
    summary,
    work_plan,
)
from fzjs.visible import in_shell

if TYPE_CHECKING:
    from fzjs.assess import Assessment

_MONTHS = 3


class Sample(NamedTuple):
    """A document's data, and the command that writes that document."""

    command: str
    data: dict[str, Any]


class Paper(NamedTuple):
    """How to come by a report's data of a subject ("" for a fitting one), and by `others`.

    Raises FzjsError where the subject is none, or the repository has nothing of the kind.
    """

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


def _inspection(assessment: Assessment, office: str, _: int | None) -> Sample:
    asked = f" --office {in_shell(office)}" if office else ""
    return Sample(f"report self-inspection{asked}", self_inspection.build(assessment, office))


def _annual(assessment: Assessment, year: str, _: int | None) -> Sample:
    typed = year or _year(assessment)
    return Sample(f"report annual --year {in_shell(typed)}", annual.build(assessment, typed))


def _work_plan(assessment: Assessment, year: str, _: int | None) -> Sample:
    typed = year or _year(assessment)
    return Sample(f"report work-plan --year {in_shell(typed)}", work_plan.build(assessment, typed))


def _year(assessment: Assessment) -> str:
    """Return this year, or the campaign's nearest."""
    first, last = assessment.repository.campaign.window
    return str(max(first, min(last, assessment.today.year)))


def _migration(assessment: Assessment, file: str, _: int | None) -> Sample:
    asked = f" {in_shell(file)}" if file else ""
    return Sample(f"report migration{asked}", migration.build(assessment, file or "换版.yaml"))


def _first(found: Iterable[dict[str, Any] | statements.Unwritten], command: str) -> Sample:
    """Give the first document of several. Raises FzjsError with the reason where there is none."""
    reasons = []
    for each in found:
        if not isinstance(each, statements.Unwritten):
            return Sample(command, each)
        reasons.append(each.why)
    raise FzjsError("；".join(dict.fromkeys(reasons)) + "。" if reasons else "没有要写的。")


def _reminder(assessment: Assessment, office: str, _: int | None) -> Sample:
    if office:
        command = f"report reminder {in_shell(office)}"
        return Sample(command, reminder.build(assessment, office))
    return _first(reminder.build_all(assessment), "report reminder --all")


def _request(assessment: Assessment, issuer: str, _: int | None) -> Sample:
    request.refuse_none(assessment)
    if issuer:
        return Sample(f"report request {in_shell(issuer)}", request.build(assessment, issuer))
    return _first(request.build_all(assessment), "report request --all")


def _problems(assessment: Assessment, inspection: str, _: int | None) -> Sample:
    asked = f" --inspection {in_shell(inspection)}" if inspection else ""
    return Sample(f"report problems{asked}", problem_list.build(assessment, inspection))


def _closing(assessment: Assessment, number: str, _: int | None) -> Sample:
    closing.refuse_none(assessment)
    typed = number or assessment.followed[0].problem.id
    return Sample(f"report closing {in_shell(typed)}", closing.build(assessment, typed))


def _catalogue(assessment: Assessment, kind: str, _: int | None) -> Sample:
    if kind:
        command = f"report catalogue --kind {in_shell(kind)}"
        return Sample(command, catalogue.build(assessment, kind))
    return _first(catalogue.build_all(assessment), "report catalogue")


def _catalogues(assessment: Assessment) -> Iterator[Sample]:
    for each in catalogue.build_all(assessment):
        if not isinstance(each, statements.Unwritten):
            yield Sample("report catalogue", each)


PAPERS: Mapping[str, Paper] = {
    "statement": Paper(_statement, _blank, "条目、指标或资料"),
    "summary": Paper(_summary, _offices, "科室"),
    "self-assessment": Paper(
        lambda a, _, __: Sample("report self-assessment", self_assessment.build(a))
    ),
    "self-inspection": Paper(_inspection, subject="科室"),
    "annual": Paper(_annual, subject="年度"),
    "work-plan": Paper(_work_plan, subject="年度"),
    "ledger": Paper(_ledger, subject="月份"),
    "reminder": Paper(_reminder, subject="科室"),
    "request": Paper(_request, subject="单位"),
    "problems": Paper(_problems, subject="检查"),
    "closing": Paper(_closing, subject="编号"),
    "catalogue": Paper(_catalogue, _catalogues, "哪种"),
    "circular": Paper(_circular, subject="季度"),
    "assignments": Paper(
        lambda a, _, __: Sample("report assignments", assignments.build(a.repository))
    ),
    "plan": Paper(lambda a, _, __: Sample("report plan", plan.build(a.repository))),
    "migration": Paper(_migration, subject="文件"),
}


def every(assessment: Assessment, name: str) -> list[Sample]:
    """Return the samples that a template is tried with; none where the repository has none."""
    paper, found = PAPERS[name], []
    with suppress(FzjsError):
        found.append(paper.sample(assessment, "", None))
    return [*found, *paper.others(assessment)]
