"""What a claim's material asks for: kind, rhythm, web evidence."""

from __future__ import annotations

from typing import NamedTuple

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.owe import WEB
from fzjs.assess.period import BY_YEAR, SUMMARY
from fzjs.facts import Claim, Material


class Asked(NamedTuple):
    """What is owed under the key that a claim names; `material` where the plan lists one."""

    key: str
    kind: str
    rhythm: str
    web: bool
    method: bool
    material: Material | None


def asked(claim: Claim, catalogue: Catalogue) -> Asked | None:
    """Return what a claim has to meet, or None where nothing of that name is owed."""
    return catalogue.once(asked_of, claim.material)


def asked_of(reference: str, catalogue: Catalogue) -> Asked | None:
    """Return what a folded reference asks for, or None where nothing of that name is owed.

    docs/format.md, section 5: 另附 is owed for each year where a material of the row is yearly,
    else as one 汇总; what is owed by method is one 汇总.
    """
    key = catalogue.material(reference)
    head, _, method = key.partition("-")
    row = catalogue.rows.get(head)
    if row is None or not catalogue.owes(key):
        return None
    material = catalogue.materials.get(key)
    if material:
        web = row.indicator.web == key or material.kind == WEB
        return Asked(key, material.kind, catalogue.rhythm(material), web, method=False,
                     material=material)  # fmt: skip
    own = row.indicator.materials
    yearly = any(catalogue.rhythm(m) in BY_YEAR for m in own if not m.same_as)
    rhythm = "逐年可合并" if yearly and method == WEB else SUMMARY
    return Asked(key, "佐证材料", rhythm, method == WEB, method=method != WEB, material=None)
