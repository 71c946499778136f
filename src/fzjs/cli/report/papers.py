"""The papers that go round during the campaign: 催办单, 商请函, 问题清单, 销号单, 材料目录."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.report.frame import All, Data, Made, Office, Source, document
from fzjs.diagnostic import FzjsError
from fzjs.reports import catalogue as catalogues
from fzjs.reports import closing as closing_report
from fzjs.reports import problem_list
from fzjs.reports import reminder as reminder_report
from fzjs.reports import request as request_report

Due = Annotated[
    str, typer.Option("--due", metavar="<日期>", help="请对方哪天前办；不写就留（待填）")
]


@document("reminder")
def reminder(
    source: Source,
    office: Annotated[str, typer.Argument(metavar="科室", help="催哪个科室；都催：--all")] = "",
    times: Annotated[
        int, typer.Option("--times", metavar="<次>", min=0, help="重印记过的第几次；不写是下一次")
    ] = 0,
    due: Due = "",
    every: All = False,
) -> Made:
    """Build one office's reminder, or all."""
    if every and (office or times):
        raise FzjsError("--all 是各科室全部出，不用写科室、--times；出一份的不写 --all。")
    if every:
        return reminder_report.build_all(source.assessment, due, source.left_out)
    if not office:
        raise FzjsError("没有写催哪个科室：fzjs report reminder 科室；都催：--all。")
    return reminder_report.build(source.assessment, office, times, due, source.left_out)


@document("request")
def request(
    source: Source,
    subject: Annotated[
        str,
        typer.Argument(metavar="单位或条目", help="商请哪个单位，或等它出具的条目；都写：--all"),
    ] = "",
    due: Due = "",
    every: All = False,
) -> Made:
    """Build the letter to one outside body, or to all."""
    if every and subject:
        raise FzjsError("--all 是各单位全部出，不用再写单位；出一份的不写 --all。")
    request_report.refuse_none(source.assessment)
    if every:
        return request_report.build_all(source.assessment, due, source.left_out)
    if not subject:
        raise FzjsError("没有写商请哪个单位：fzjs report request 单位；都写：--all。")
    return request_report.build(source.assessment, subject, due, source.here, source.left_out)


@document("problems")
def problems(
    source: Source,
    inspection: Annotated[
        str,
        typer.Option("--inspection", metavar="<检查>", help="只写一次检查的，如 2021-02-双月检查"),
    ] = "",
    office: Office = "",
) -> Data:
    """Build the list of problems and how they are mended."""
    return problem_list.build(source.assessment, inspection, office, source.left_out)


@document("closing")
def closing(
    source: Source,
    number: Annotated[
        str, typer.Argument(metavar="编号", help="如 2021-02-双月检查/2；申请了的都写：--all")
    ] = "",
    every: All = False,
) -> Made:
    """Build the sheet on which a problem is closed."""
    if every and number:
        raise FzjsError("--all 是申请了、销号了的全部出，不用再写编号；出一份的不写 --all。")
    closing_report.refuse_none(source.assessment)
    if every:
        return closing_report.build_all(source.assessment, source.left_out)
    if not number:
        raise FzjsError("没有写哪个问题：fzjs report closing 编号；看编号：fzjs problem list --all")
    return closing_report.build(source.assessment, number, source.left_out)


@document("catalogue")
def catalogue(
    source: Source,
    kind: Annotated[
        str, typer.Option("--kind", metavar="<哪种>", help="web、cases 或 onsite；不写就都出")
    ] = "",
    office: Office = "",
) -> Made:
    """Build one catalogue, or all three."""
    if kind:
        return catalogues.build(source.assessment, kind, office, source.left_out)
    return catalogues.build_all(source.assessment, office, source.left_out)
