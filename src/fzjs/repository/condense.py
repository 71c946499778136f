"""Records of the evidence ledger to facts, with the places that findings will point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from fzjs import facts
from fzjs.diagnostic import Location
from fzjs.facts import fold, fold_reference
from fzjs.models import (
    Application,
    Attachment,
    Evidence,
    Inspection,
    Ledger,
    Rectification,
    Reminder,
    ReviewFile,
)
from fzjs.repository import condense_shown, fingerprint
from fzjs.repository.layout import name_of, nfc
from fzjs.source import Places, Source
from fzjs.tree import inside

Digest = Callable[[str], str]


def entry(
    record: Evidence, source: Source, digest: Digest, revisions: dict[str, int]
) -> facts.Entry:
    """Return the facts of one ledger entry; `revisions` gives the 修订 of each material."""
    name = name_of(source.file)
    outside = record.outside
    places = source.places()
    return facts.Entry(
        id=name,
        file=source.file,
        office=name.split("/")[0],
        subject=record.subject or "",
        title=record.title or "",
        kind=record.kind,
        state=record.state,
        sample=record.sample,
        claims=_claims(record, places, revisions),
        dated=record.dated,
        sealed=record.sealed,
        issuer=record.issuer or (outside.issuer if outside else ""),
        body_words=len(re.sub(r"\s", "", record.body)) if record.body else None,
        attachments=_attachments(record, places, digest),
        web=_web(record, places),
        listed=record.listed,
        shown=condense_shown.shown(record, places),
        secret=record.secret is not None,
        waits_for=outside.issuer if outside and not outside.received else "",
        asked=outside.asked if outside else None,
        reminded=outside.reminded if outside else (),
        answered=outside.answered if outside else None,
        received=outside.received if outside else None,
        carriers=record.carriers,
        copies=record.copies,
        copies_handed=record.handover.copies if record.handover else None,
        original_handed=record.handover is not None and record.handover.original,
        figures=_figures(record, places),
        fingerprint=fingerprint.of_entry(record),
        spots=places.named(),
        handed=record.handover.date if record.handover else None,
        corrected=max((c.date for c in record.corrections), default=None),
        corrections=len(record.corrections),
        withdrawal=record.withdrawal or "",
    )


def _web(record: Evidence, places: Places) -> tuple[facts.WebPage, ...]:
    return tuple(
        facts.WebPage(
            p.url or "", p.retrieved, p.title or "", p.category or "", p.published,
            places.locate(("公开", i)),
        )
        for i, p in enumerate(record.web)
    )  # fmt: skip


def _figures(record: Evidence, places: Places) -> tuple[facts.Figure, ...]:
    return tuple(
        facts.Figure(
            f.item, f.year, f.numerator, f.denominator, f.amount,
            (f.start, f.end) if f.start and f.end else None,
            places.locate(("数据", i, "项目")),
        )
        for i, f in enumerate(record.figures)
    )  # fmt: skip


def _claims(record: Evidence, places: Places, revisions: dict[str, int]) -> tuple[facts.Claim, ...]:
    return tuple(
        facts.Claim(
            material=(key := fold_reference(claim.material)),
            period=claim.period,
            located=bool(claim.pages or claim.quote),
            names=tuple(map(fold_reference, claim.names)),
            fingerprint=fingerprint.of_claim(claim, revisions.get(key, 1)),
            place=places.locate(("对应", i, "资料")),
            period_place=places.locate(("对应", i, "年度")),
            quote=claim.quote or "",
            pages=claim.pages or "",
        )
        for i, claim in enumerate(record.claims)
    )


def _attachments(record: Evidence, places: Places, digest: Digest) -> tuple[facts.Attachment, ...]:
    return tuple(
        _attachment(item, places.file, digest, places.locate(("附件", i)))
        for i, item in enumerate(record.attachments)
    )


def _attachment(
    item: Attachment, entry_file: str, digest: Digest, place: Location
) -> facts.Attachment:
    file = inside(entry_file.rpartition("/")[0], item.path)
    return facts.Attachment(
        path=item.path,
        file=file,
        sha256=item.sha256,
        found=digest(file) if file and not item.outside else "",
        outside=item.outside,
        words=item.words,
        title=item.title or "",
        place=place,
    )


def review(record: ReviewFile, source: Source) -> facts.Review:
    """Return the last review in a review file; it is the one that holds."""
    places = source.places()
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
        place=places.locate(("审核", len(record.reviews) - 1)),
        reviewer=last.reviewer,
    )


def problems(record: Inspection, source: Source) -> Iterator[facts.Problem]:
    """Yield the problems of an inspection; the last 处理 tells whether one is closed."""
    places = source.places()
    stem = name_of(source.file).removeprefix("督导/")
    for i, item in enumerate(record.problems):
        last = item.handling[-1] if item.handling else None
        closed = last is not None and last.result == "验收"
        material, indicator = (
            fold_reference(each or "") for each in (item.material, item.indicator)
        )
        yield facts.Problem(
            id=f"{stem}/{item.number}",
            subject=nfc(item.entry) or material or indicator,
            text=item.text,
            office=item.office,
            due=item.due,
            closed=closed,
            place=places.locate(("问题", i)),
            accepted=last.date if last and closed else None,
            found=record.date,
            entry=nfc(item.entry),
            material=material,
            indicator=indicator,
            kind=record.kind,
            source=item.source or "",
            asked=item.asked or "",
            steps=tuple(
                facts.Step(
                    s.date, s.result, s.inspector, s.office or "", s.until, s.note or "",
                    places.locate(("问题", i, "处理", j)),
                )
                for j, s in enumerate(item.handling)
            ),
            first_due=item.due,
            due_place=places.locate(("问题", i, "时限")),
        )  # fmt: skip


def rectification(record: Rectification, source: Source) -> facts.Rectification:
    """Return the facts of an office's answer to a problem."""
    places = source.places()
    return facts.Rectification(
        office=name_of(source.file).split("/")[0],
        problem=nfc(record.problem),
        evidence=tuple(map(nfc, record.evidence)),
        applied=record.applied,
        place=places.locate(("问题",)),
        applied_place=places.locate(("申请销号",)),
        evidence_places=tuple(places.locate(("佐证", i)) for i in range(len(record.evidence))),
        measure=record.measure,
    )


def ledger(record: Ledger, source: Source) -> facts.LedgerMonth:
    """Return the facts of a month's 工作台账."""
    places = source.places()
    office, _, name = name_of(source.file).split("/", 2)
    lines = tuple(
        facts.LedgerLine(
            year=line.year,
            indicator=fold(line.indicator),
            done=line.done == "已完成",
            place=places.locate(("行", i, "完成")),
            note=line.note,
            named=places.locate(("行", i, "指标")),
        )
        for i, line in enumerate(record.lines)
    )
    return facts.LedgerMonth(
        office=office,
        month=name,
        place=places.locate(()),
        lines=lines,
        filled=record.filled,
        filled_place=places.locate(("填表日期",)),
        draft=record.state == "草稿",
    )


def application(record: Application, source: Source) -> facts.Application:
    """Return the facts of an application."""
    places = source.places()
    office = name_of(source.file).split("/")[0]
    return facts.Application(
        office, record.kind, fold_reference(record.subject), record.date, places.locate(())
    )


def reminder(record: Reminder, source: Source) -> facts.Reminder:
    """Return the facts of a reminder that was sent."""
    places = source.places()
    return facts.Reminder(
        office=record.office,
        times=record.count,
        date=record.date,
        subjects=tuple(map(fold_reference, record.subjects)),
        answered=record.answer.date if record.answer else None,
        reply=(record.answer.reply or "") if record.answer else "",
        places={
            key: places.locate(keys)
            for key, keys in (
                ("科室", ("科室",)), ("次", ("次",)), ("日期", ("日期",)), ("对象", ("对象",)),
                ("答复", ("答复", "日期")),
            )
        },
        file=source.file,
    )  # fmt: skip
