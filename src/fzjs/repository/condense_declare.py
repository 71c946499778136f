"""Records of `evidence/申报/` to facts."""

from __future__ import annotations

from pathlib import PurePosixPath

from fzjs.facts import declare as facts
from fzjs.models.declare import Declaration, Evaluation, Paper, Step
from fzjs.repository.condense import Digest
from fzjs.source import Source
from fzjs.tree import inside


def declaration(record: Declaration, source: Source, digest: Digest) -> facts.Declaration:
    """Return the facts of an application, with the places that findings point at."""
    naming = record.naming
    return facts.Declaration(
        file=source.file,
        name=record.name,
        applicant=record.applicant or "",
        kind=record.kind,
        project=record.project or "",
        sample=record.sample,
        steps=tuple(_step(each, i, source, digest) for i, each in enumerate(record.steps)),
        evaluations=tuple(_evaluation(e, i, source) for i, e in enumerate(record.evaluations)),
        surveys=tuple(
            facts.Survey(
                s.agency, s.date, s.sample, s.satisfied, source.locate(("满意度测评", i, "满意"))
            )
            for i, s in enumerate(record.surveys)
        ),
        naming=facts.Naming(
            naming.date, naming.name, naming.doc_no or "", source.locate(("命名", "日期"))
        )
        if naming
        else None,
        annual=tuple(
            facts.Yearly(
                str(a.year), a.date, a.published or "", "", source.locate(("年度报告", i, "日期"))
            )
            for i, a in enumerate(record.annual)
        ),
        revisits=tuple(
            facts.Yearly(
                str(r.year), r.date, r.result, r.note or "", source.locate(("回访", i, "日期"))
            )
            for i, r in enumerate(record.revisits)
        ),
        grounds=tuple(
            facts.Yearly(
                g.ground, g.date, g.result, g.basis, source.locate(("摘牌情形", i, "日期"))
            )
            for i, g in enumerate(record.grounds)
        ),
    )


def _step(record: Step, place: int, source: Source, digest: Digest) -> facts.Step:
    return facts.Step(
        name=record.name,
        date=record.date,
        result=record.result,
        papers=tuple(
            _paper(each, source, digest, place, i) for i, each in enumerate(record.papers)
        ),
        commit=record.commit or "",
        note=record.note or "",
        place=source.locate(("步骤", place)),
    )


def _paper(record: Paper, source: Source, digest: Digest, step: int, place: int) -> facts.Paper:
    path = record.path or ""
    file = inside(PurePosixPath(source.file).parent.as_posix(), path) if path else ""
    return facts.Paper(
        title=record.title,
        doc_no=record.doc_no or "",
        path=path,
        file=file,
        sha256=record.sha256 or "",
        found=digest(file) if file else "",
        place=source.locate(("步骤", step, "文件", place)),
    )


def _evaluation(record: Evaluation, place: int, source: Source) -> facts.Evaluation:
    return facts.Evaluation(
        agency=record.agency,
        date=record.date,
        report=record.report or "",
        verdict=record.verdict or "",
        met=record.met,
        opinions=tuple((o.text, o.indicator or "", o.mended or "") for o in record.opinions),
        place=source.locate(("第三方评估", place)),
    )
