"""Records of `fzjs.yaml` and `indicators/` to facts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from fzjs import facts
from fzjs.diagnostic import KeyPath, Location
from fzjs.facts import fold, fold_reference, printed
from fzjs.models import Campaign, Indicator, IndicatorFile, Material
from fzjs.models.decided import Exemption, Extension
from fzjs.repository import condense_agenda
from fzjs.source import Places, Source


def campaign(record: Campaign, source: Source) -> facts.Campaign:
    """Return the facts of `fzjs.yaml`."""
    words = record.statement.words
    review, fonts = record.review, record.statement.fonts
    return facts.Campaign(
        unit=record.unit,
        sample=record.sample,
        today=record.today,
        window=record.window,
        cutoff=record.cutoff,
        coordinator=record.coordinator,
        title_form=record.statement.title or "",
        letterhead=record.statement.letterhead or record.unit,
        words_advised=words.advised if words else None,
        words_limit=words.limit if words else None,
        issuer=record.defaults.issuer or "",
        carriers=record.defaults.carriers,
        copies=record.defaults.copies,
        offices=_offices(record, source),
        methods=_methods(record),
        reviewing=review.office if review else "",
        review_substitute=(review.substitute or "") if review else "",
        review_protected=(review.protected or "") if review else "",
        stages=tuple(facts.Stage(s.name, s.start, s.end, s.quote or "") for s in record.stages),
        duties=tuple(condense_agenda.duty(d, i, source) for i, d in enumerate(record.duties)),
        batches=_batches(record),
        thresholds=tuple(
            facts.Threshold(t.name, t.tier, t.share, t.source) for t in record.thresholds
        ),
        rulings=_rulings(record, source),
        exemptions=tuple(_waivers("不适用", record.exemptions, source)),
        extensions=tuple(_waivers("延期", record.extensions, source)),
        demands=_demands(record, source),
        levels={rule.name: rule.level for rule in record.rules},
        assumed=tuple(dict.fromkeys(record.assumed)),
        weights=_weights(record, source),
        deadlines=tuple(
            condense_agenda.deadline(d, i, source) for i, d in enumerate(record.deadlines)
        ),
        supervision=tuple((s.name, s.text) for s in record.supervision),
        fonts=(fonts.title or "", fonts.body or "") if fonts else ("", ""),
        migrated=record.system.since,
    )


def _offices(record: Campaign, source: Source) -> tuple[facts.Office, ...]:
    return tuple(
        facts.Office(
            o.name, o.aliases, o.person or "", o.members, source.locate(("科室", i)),
            o.liaison or "", _changes(record, {o.name, *o.aliases}),
        )
        for i, o in enumerate(record.offices)
    )  # fmt: skip


def _changes(record: Campaign, names: Container[str]) -> tuple[facts.Handover, ...]:
    return tuple(
        facts.Handover(each.role, each.former or "", each.date)
        for each in record.changes
        if each.office in names
    )


def _methods(record: Campaign) -> dict[str, str]:
    return {
        name: method.name for method in record.methods for name in (method.name, *method.aliases)
    }


def _batches(record: Campaign) -> tuple[facts.Batch, ...]:
    return tuple(
        facts.Batch(b.name, b.years, b.offices, tuple(map(fold, b.indicators)), b.due)
        for b in record.batches
    )


def _waivers(
    key: str, records: Iterable[Exemption | Extension], source: Source
) -> Iterator[facts.Waiver]:
    for i, each in enumerate(records):
        until = each.until if isinstance(each, Extension) else None
        place = source.locate((key, i, "对象"))
        yield facts.Waiver(
            fold_reference(each.subject), each.reason, until, place, each.approval.date
        )


def _demands(record: Campaign, source: Source) -> tuple[facts.Demand, ...]:
    return tuple(
        facts.Demand(
            d.name,
            tuple(map(fold_reference, d.subjects)),
            d.share,
            d.source,
            source.locate(("要求", i)),
        )
        for i, d in enumerate(record.demands)
    )


def _weights(record: Campaign, source: Source) -> tuple[facts.Weight, ...]:
    return tuple(
        facts.Weight(
            w.level1 or "",
            fold(w.indicator or ""),
            w.points,
            w.source,
            source.locate(("权重", i, "一级指标" if w.level1 else "指标")),
        )
        for i, w in enumerate(record.weights)
    )


def _rulings(record: Campaign, source: Source) -> tuple[facts.Ruling, ...]:
    return tuple(
        facts.Ruling(
            ruling.number,
            tuple(map(fold_reference, ruling.subjects)),
            ruling.question,
            bool(ruling.reading and ruling.basis and ruling.decision),
            source.locate(("口径", i)),
            ruling.decision.date if ruling.decision else None,
        )
        for i, ruling in enumerate(record.rulings)
    )


def indicators(record: IndicatorFile, source: Source) -> Iterator[facts.Indicator]:
    """Yield the facts of one file of `indicators/`, in the plan's order."""
    places = source.places()
    for i, block in enumerate(record.root):
        for j, item in enumerate(block.indicators):
            path = (i, "三级指标", j)
            yield _indicator(item, block.level1, block.level2 or "", path, places)


def _indicator(
    item: Indicator, level1: str, level2: str, path: KeyPath, places: Places
) -> facts.Indicator:
    key = fold(item.number, item.category)
    return facts.Indicator(
        key=key,
        number=printed(item.number) if item.category == "基础" else key,
        tier=item.tier or "",
        category=item.category,
        level1=level1,
        level2=level2,
        title=item.title or "",
        text=item.text,
        tasks=tuple((task.method, task.text) for task in item.tasks),
        methods=item.methods,
        responsible=tuple(
            facts.Responsible(r.office, r.role, r.person or "") for r in item.responsible
        ),
        duty_note=item.duty_note or "",
        materials=tuple(
            _material(m, key, places.locate((*path, "上报资料", n)))
            for n, m in enumerate(item.materials)
        ),
        web=fold_reference(item.web or ""),
        methods_from=fold(item.inherited.methods or ""),
        materials_from=fold(item.inherited.materials or ""),
        responsible_from=fold(item.inherited.responsible or ""),
        named_in=tuple(map(fold_reference, item.named_in)),
        no_report=item.no_report or "",
        targets=tuple(
            facts.Target(t.item, t.demand, t.quote or "", t.start or "") for t in item.targets
        ),
        points=item.points or "",
        scoring=item.scoring or "",
        origin=item.origin or "",
        place=places.locate(path),
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
        method=item.method or "",
        basis=item.basis,
        revision=item.revision,
        place=place,
    )


def _sibling(reference: str | None, indicator: str) -> str:
    """Return a material's key from `2甲` (same indicator) or `29-3`."""
    if not reference:
        return ""
    folded = fold_reference(reference)
    return folded if "-" in folded else f"{indicator}-{folded}"


def revisions(indicators: Iterable[facts.Indicator]) -> dict[str, int]:
    """Return the 修订 that a claim on each material is made under: with 同, that of the other."""
    materials = {m.key: m for item in indicators for m in item.materials}
    return {
        key: materials.get(material.same_as, material).revision
        for key, material in materials.items()
    }
