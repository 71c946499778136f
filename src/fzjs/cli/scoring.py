"""`score`: rates against the 达标线, what is missing, and what if. It reads and never writes."""

from __future__ import annotations

from typing import Annotated

import typer

from fzjs.cli.query import AsJson
from fzjs.cli.session import Session, console, dump, emit, warn
from fzjs.render.screen import score as score_screen
from fzjs.reports import score as score_report
from fzjs.reports import supposing

WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="<条目或编号>",
        help="假设它通过，看数怎么变，什么也不改；如 31、31-2甲/2020 或条目；可以写几次",
    ),
]


def score(
    context: typer.Context,
    what_if: WhatIf = None,
    everything: Annotated[bool, typer.Option("--all", help="列出全部步骤和指标")] = False,
    as_json: AsJson = False,
) -> None:
    """算自评：齐备率、达标率对照各条达标线，还差几项、先办哪几件最省。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    warn(faults)
    here = session.folder.absolute()
    wishes = [supposing.read(assessment, faults, here, typed) for typed in what_if or ()]
    supposed = supposing.build(assessment, wishes) if wishes else None
    left_out = len({fault.location.file for fault in faults})
    data = score_report.build(assessment, supposed, left_out)
    if as_json:
        dump(data)
    else:
        emit(score_screen.render(data, console().width, everything=everything))
