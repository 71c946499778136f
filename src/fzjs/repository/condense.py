"""Records of the evidence ledger to facts, with the places that findings will point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from fzjs import facts
from fzjs.diagnostic import Location
from fzjs.facts import fold_reference
from fzjs.models import (
    Application,
    Attachment,
    Evidence,
    Inspection,
    ReviewFile,
)
from fzjs.repository import fingerprint
from fzjs.repository.layout import name_of
from fzjs.source import Source
from fzjs.tree import inside

Digest = Callable[[str], str]


def entry(
    record: Evidence, source: Source, digest: Digest, revisions: dict[str, int]
) -> facts.Entry:
    """Return the facts of one ledger entry; `revisions` gives the 修订 of each material."""
    name = name_of(source.file)
    outside = record.outside
    return facts.Entry(
        id=name,
        file=source.file,
        office=name.split("/")[0],
        subject=record.subject or "",
        title=record.title or "",
        kind=record.kind,
        state=record.state,
        sample=record.sample,
        claims=_claims(record, source, revisions),
        dated=record.dated,
        sealed=record.sealed,
        issuer=record.issuer or (outside.issuer if outside else ""),
        body_words=len(re.sub(r"\s", "", record.body)) if record.body else None,
        attachments=tuple(
            _attachment(a, source, digest, source.locate(("附件", i)))
            for i, a in enumerate(record.attachments)
        ),
        web=tuple(
            facts.WebPage(p.url or "", p.retrieved, source.locate(("公开", i)))
            for i, p in enumerate(record.web)
        ),
        searches=len(record.searches),
        lookups=len(record.lookups),
        listed=record.listed,
        cases=tuple(
            facts.CaseFile(
                bool(c.order and c.case_no and c.title),
                c.department or "",
                source.locate(("案卷", i)),
            )
            for i, c in enumerate(record.cases)
        ),
        interview=(record.interview.population, record.interview.sample)
        if record.interview
        else None,
        exam=record.exam is not None,
        secret=record.secret is not None,
        waits_for=outside.issuer if outside and not outside.received else "",
        asked=outside.asked if outside else None,
        reminded=outside.reminded if outside else (),
        received=outside.received if outside else None,
        copies_handed=record.handover.copies if record.handover else None,
        figures=tuple(
            facts.Figure(
                f.item, f.year, f.numerator, f.denominator, f.amount,
                (f.start, f.end) if f.start and f.end else None,
            )
            for f in record.figures
        ),
        fingerprint=fingerprint.of_entry(record),
        places={key: source.locate((key,)) for key in record.plain()} | {"": source.locate(())},
        corrections=len(record.corrections),
        withdrawal=record.withdrawal or "",
    )  # fmt: skip


def _claims(record: Evidence, source: Source, revisions: dict[str, int]) -> tuple[facts.Claim, ...]:
    return tuple(
        facts.Claim(
            material=(key := fold_reference(claim.material)),
            period=claim.period,
            located=bool(claim.pages or claim.quote),
            names=tuple(map(fold_reference, claim.names)),
            fingerprint=fingerprint.of_claim(claim, revisions.get(key, 1)),
            place=source.locate(("对应", i, "资料")),
            period_place=source.locate(("对应", i, "年度")),
        )
        for i, claim in enumerate(record.claims)
    )


def _attachment(
    item: Attachment, source: Source, digest: Digest, place: Location
) -> facts.Attachment:
    file = inside(PurePosixPath(source.file).parent.as_posix(), item.path)
    return facts.Attachment(
        path=item.path,
        file=file,
        sha256=item.sha256,
        found=digest(file) if file and not item.outside else "",
        outside=item.outside,
        words=item.words,
        place=place,
    )


def review(record: ReviewFile, source: Source) -> facts.Review:
    """Return the last review in a review file; it is the one that holds."""
    last = record.reviews[-1]
    return facts.Review(
        entry=name_of(source.file).removeprefix("审核/"),
        file=source.file,
        date=last.date,
        office=last.office,
        passed=last.verdict == "通过",
        reasons=tuple(f"{r.code}（{r.note}）" if r.note else r.code for r in last.reasons),
        fingerprint=last.fingerprint,
        claims=tuple(
            facts.Reviewed(
                fold_reference(c.material), c.period, c.revision, c.fingerprint, c.words or ""
            )
            for c in last.claims
        ),
        place=source.locate(("审核", len(record.reviews) - 1)),
    )


def problems(record: Inspection, source: Source) -> Iterator[facts.Problem]:
    """Yield the problems of an inspection; the last 处理 tells whether one is closed."""
    stem = name_of(source.file).removeprefix("督导/")
    for i, item in enumerate(record.problems):
        yield facts.Problem(
            id=f"{stem}/{item.number}",
            subject=item.entry or fold_reference(item.material or item.indicator or ""),
            text=item.text,
            office=item.office,
            due=item.due,
            closed=bool(item.handling) and item.handling[-1].result == "验收",
            place=source.locate(("问题", i)),
        )


def application(record: Application, source: Source) -> facts.Application:
    """Return the facts of an application."""
    office = name_of(source.file).split("/")[0]
    return facts.Application(
        office, record.kind, fold_reference(record.subject), record.date, source.locate(())
    )
