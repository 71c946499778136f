"""The documents in prose: what a unit says of itself, and what it plans."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.report.frame import Data, Office, Source, document
from fzjs.reports import annual as annual_report
from fzjs.reports import self_assessment as self_assessment_report


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
