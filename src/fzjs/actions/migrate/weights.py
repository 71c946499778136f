"""权重 under the new edition: carried where one thing became one, else the former's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fzjs.actions.migrate.confirmed import Mapped
from fzjs.actions.migrate.edition import Edition
from fzjs.assess.editions import canonical
from fzjs.facts import FORMER, fold_reference, is_former
from fzjs.models import Campaign
from fzjs.store import set_value


def carried(
    raw: bytes,
    campaign: Campaign,
    said: Mapped,
    editions: tuple[Edition, Edition],
    lines: list[str],
) -> bytes:
    """Return `fzjs.yaml` with its 权重 in the new references; points are never shared or added up.

    A weight that was given to what is gone, split or merged weighs nothing until a person writes it
    anew, and so does an item's where its new heading has points of its own: it would count twice.
    """
    for i, (key, was, now, why) in enumerate(_each(campaign, said, editions)):
        if now == was:
            continue
        if is_former(now):
            lines.append(f"权重 {was} 没有带过来：{why}，要的照新方案重写")
        raw = set_value(raw, "fzjs.yaml", ("权重", i, key), now)
    if campaign.weights:
        lines.append("权重 的分是照旧方案给的，请对照新方案重看")
    return raw


def _each(
    campaign: Campaign, said: Mapped, editions: tuple[Edition, Edition]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield of each weight its key, what it names before and after, and why it is the former's."""
    old, new = editions
    headings = _headings(new)
    mine = {canonical(w.level1) for w in campaign.weights if w.level1}
    levels = {canonical(h) for h in headings} & mine
    sources = Counter(fold_reference(c.reference) for to in said.items.values() for c in to)
    for weight in campaign.weights:
        key, was = (
            ("一级指标", weight.level1) if weight.level1 else ("指标", weight.indicator or "")
        )
        if is_former(was):
            yield key, was, was, ""
        elif weight.level1:
            now = next((h for h in headings if canonical(h) == canonical(was)), "")
            yield key, was, now or f"{FORMER}{was}", "新体系没有这个一级指标"
        else:
            to = said.carried(was)
            row = new.catalogue.rows.get(fold_reference(to[0].reference))
            why = (
                "新体系没有"
                if row is None
                else "拆开了"
                if len(to) > 1
                else "几项并成了一项"
                if sources[row.indicator.key] > 1
                else "它的一级指标另有权重"
                if canonical(row.indicator.level1) in levels
                else "成了附加项"
                if row.indicator.category != "基础"
                else ""
            )
            same = fold_reference(to[0].reference) == fold_reference(was)
            reference = was if same else to[0].reference
            yield (
                key,
                was,
                f"{FORMER}{old.catalogue.label(fold_reference(was))}" if why else reference,
                why,
            )


def _headings(edition: Edition) -> list[str]:
    rows = (row.indicator for row in edition.catalogue.rows.values())
    return list(dict.fromkeys(each.level1 for each in rows if each.category == "基础"))
