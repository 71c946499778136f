"""备查: what an assessor is to find on the spot, listed and bound."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import demand
from fzjs.facts import Entry

ON_SITE = "实地核验"


def is_on_site(reference: str, catalogue: Catalogue) -> bool:
    """Tell whether a claim is on what is looked at on the spot.

    That is what is owed by the method 实地核验, listed or not, and all of a row with 不需上报.
    """
    return catalogue.once(_is_on_site, reference)


def _is_on_site(reference: str, catalogue: Catalogue) -> bool:
    key = catalogue.material(reference)
    head, _, tail = key.partition("-")
    row, material = catalogue.rows.get(head), catalogue.materials.get(key)
    if material is not None:
        return catalogue.method(material.method) == ON_SITE
    return row is not None and (bool(row.indicator.no_report) or tail == ON_SITE)


def lacks(entry: Entry) -> tuple[str, ...]:
    """Return the keys of 备查 that an entry does not fill in: 目录, 卷册."""
    onsite = entry.shown.onsite
    columns = (("目录", onsite and onsite.catalogue), ("卷册", onsite and onsite.volume))
    return tuple(key for key, value in columns if not value)


def onsite_incomplete(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 四.1: “列出目录、装订成册、提供PDF电子版，以便于实地核验”; the PDF is 电子文档's."""
    if entry.secret or entry.waits_for:
        return False
    on_site = any(is_on_site(claim.material, catalogue) for claim in entry.claims)
    return on_site and bool(lacks(entry)) and demand("备查", entry, catalogue) is not None
