"""Records to facts: what computing needs, with the places that findings will point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from fzjs import facts
from fzjs.diagnostic import KeyPath, Location
from fzjs.facts import fold, fold_reference
from fzjs.models import (
    Application,
    Attachment,
    Campaign,
    Evidence,
    Indicator,
    IndicatorFile,
    Inspection,
    Material,
    ReviewFile,
)
from fzjs.repository import fingerprint
from fzjs.source import Source
from fzjs.tree import inside

Digest = Callable[[str], str]


def campaign(record: Campaign, source: Source) -> facts.Campaign:
    """Return the facts of `fzjs.yaml`."""
    words = record.statement.words
    review = record.review
    return facts.Campaign(
        unit=record.unit,
        sample=record.sample,
        today=record.today,
        window=record.window,
        cutoff=record.cutoff,
        coordinator=record.coordinator,
        title_form=record.statement.title or "",
        words_advised=words.advised if words else None,
        words_limit=words.limit if words else None,
        issuer=record.defaults.issuer or "",
        copies=record.defaults.copies,
        offices=tuple(
            facts.Office(o.name, o.aliases, o.person or "", source.locate(("科室", i)))
            for i, o in enumerate(record.offices)
        ),
        methods={
            name: method.name
            for method in record.methods
            for name in (method.name, *method.aliases)
        },
        reviewing=review.office if review else "",
        review_substitute=(review.substitute or "") if review else "",
        review_protected=(review.protected or "") if review else "",
        stages=tuple(facts.Stage(s.name, s.start, s.end) for s in record.stages),
        duties=tuple(facts.Duty(d.name, d.cycle, d.day) for d in record.duties),
        batches=tuple(
            facts.Batch(b.name, b.years, b.offices, tuple(map(fold, b.indicators)), b.due)
            for b in record.batches
        ),
        thresholds=tuple(
            facts.Threshold(t.name, t.tier, t.share, t.source) for t in record.thresholds
        ),
        rulings=_rulings(record, source),
        exemptions=tuple(
            facts.Waiver(
                fold_reference(w.subject), w.reason, None, source.locate(("不适用", i, "对象"))
            )
            for i, w in enumerate(record.exemptions)
        ),
        extensions=tuple(
            facts.Waiver(
                fold_reference(w.subject), w.reason, w.until, source.locate(("延期", i, "对象"))
            )
            for i, w in enumerate(record.extensions)
        ),
        levels={rule.name: rule.level for rule in record.rules},
    )


def _rulings(record: Campaign, source: Source) -> tuple[facts.Ruling, ...]:
    return tuple(
        facts.Ruling(
            ruling.number,
            tuple(map(fold_reference, ruling.subjects)),
            ruling.question,
            bool(ruling.reading and ruling.basis and ruling.decision),
            source.locate(("口径", i)),
        )
        for i, ruling in enumerate(record.rulings)
    )


def indicators(record: IndicatorFile, source: Source) -> Iterator[facts.Indicator]:
    """Yield the facts of one file of `indicators/`, in the plan's order."""
    for i, block in enumerate(record.root):
        for j, item in enumerate(block.indicators):
            path = (i, "三级指标", j)
            yield _indicator(item, block.level1, block.level2, path, source)


def _indicator(
    item: Indicator, level1: str, level2: str, path: KeyPath, source: Source
) -> facts.Indicator:
    key = fold(item.number, item.category)
    return facts.Indicator(
        key=key,
        number=item.number if item.category == "基础" else key,
        tier=item.tier or "",
        category=item.category,
        level1=level1,
        level2=level2,
        text=item.text,
        methods=item.methods,
        responsible=tuple(
            facts.Responsible(r.office, r.role, r.person or "") for r in item.responsible
        ),
        duty_note=item.duty_note or "",
        materials=tuple(
            _material(m, key, source.locate((*path, "上报资料", n)))
            for n, m in enumerate(item.materials)
        ),
        web=fold_reference(item.web or ""),
        methods_from=fold(item.inherited.methods or ""),
        materials_from=fold(item.inherited.materials or ""),
        responsible_from=fold(item.inherited.responsible or ""),
        named_in=tuple(map(fold_reference, item.named_in)),
        no_report=item.no_report or "",
        targets=tuple(facts.Target(t.item, t.demand) for t in item.targets),
        place=source.locate(path),
    )


def _material(item: Material, indicator: str, place: Location) -> facts.Material:
    return facts.Material(
        key=f"{indicator}-{fold(item.code)}",
        code=item.code,
        text=item.text,
        kind=item.kind,
        rhythm=item.rhythm or "",
        since=item.since,
        until=item.until,
        words_limit=item.words_limit,
        copies=item.copies,
        each=item.each or "",
        issuer=item.issuer or "",
        substitute=item.substitute or "",
        separately=item.separately,
        listed_in=_sibling(item.listed_in, indicator),
        same_as=_sibling(item.same_as, indicator),
        revision=item.revision,
        place=place,
    )


def _sibling(reference: str | None, indicator: str) -> str:
    """Return a material's key from `2甲` (same indicator) or `29-3`."""
    if not reference:
        return ""
    folded = fold_reference(reference)
    return folded if "-" in folded else f"{indicator}-{folded}"


def entry(
    record: Evidence, source: Source, digest: Digest, revisions: dict[str, int]
) -> facts.Entry:
    """Return the facts of one ledger entry; `revisions` gives the 修订 of each material."""
    name = source.file.removeprefix("evidence/").removesuffix(".yaml")
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
        entry=source.file.removeprefix("evidence/审核/").removesuffix(".yaml"),
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
    stem = source.file.removeprefix("evidence/督导/").removesuffix(".yaml")
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
    office = source.file.removeprefix("evidence/").split("/")[0]
    return facts.Application(
        office, record.kind, fold_reference(record.subject), record.date, source.locate(())
    )
