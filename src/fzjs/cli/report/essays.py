"""The documents in prose: what a unit says of itself, and what it plans."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.report.frame import Data, Office, Source, document
from fzjs.reports import annual as annual_report
from fzjs.reports import self_assessment as self_assessment_report
from fzjs.reports import self_inspection as self_inspection_report
from fzjs.reports import work_plan as work_plan_report


@document("self-assessment")
def self_assessment(source: Source) -> Data:
    """Build the self-assessment that goes with an application."""
    return self_assessment_report.build(source.assessment, source.left_out)


@document("annual")
def annual(
    source: Source,
    year: Annotated[str, typer.Option("--year", metavar="<年度>", help="报告哪一年，如 2020")],
) -> Data:
    """Build the yearly report."""
    return annual_report.build(source.assessment, year, source.left_out)


@document("self-inspection")
def self_inspection(source: Source, office: Office = "") -> Data:
    """Build the self-inspection of the unit or an office."""
    return self_inspection_report.build(source.assessment, office, source.left_out)


@document("work-plan")
def work_plan(
    source: Source,
    year: Annotated[str, typer.Option("--year", metavar="<年度>", help="计划哪一年，如 2021")],
) -> Data:
    """Build the plan of a year."""
    return work_plan_report.build(source.assessment, year, source.left_out)
