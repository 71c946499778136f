"""Who issued a paper: the unit itself or another body, as an entry and its materials say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Entry, Material

_OPEN = ("上级", "有关", "相关")
"""A plan's 出具 that starts so names no body that an issuer could be held against."""

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "人民法院": ("法院",),
    "纪委监察": ("纪委", "纪律检查委员会", "监察委员会", "监委"),
    "纪检监察": ("纪委", "纪律检查委员会", "监察委员会", "监委"),
    "监察": ("监委",),
}
"""What else a body is called, by its name without 机关 or 部门."""


def names(text: str) -> tuple[str, ...]:
    """Return the bodies that a 出具 or 出具单位 names, split at 、 and its like."""
    return tuple(name for part in re.split(r"[、，,；;]", text) if (name := part.strip()))


def known(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether 出具单位 is silent, the unit's own name or the campaign's default."""
    campaign = catalogue.campaign
    return not entry.issuer or entry.issuer in {campaign.unit, campaign.issuer}


def is_unit(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether 出具单位 means the unit: its name, short or with more behind it, or an office.

    Of several bodies (示例市司法局、示例市中级人民法院) one other is enough to be another's paper.
    """
    return known(entry, catalogue) or all(
        name.startswith(catalogue.campaign.unit)
        or catalogue.campaign.unit.endswith(name)
        or bool(catalogue.office(name))
        for name in names(entry.issuer)
    )


def may_be_other(entry: Entry, materials: Iterable[Material]) -> bool:
    """Tell whether an entry may be another body's paper: 外单位, 出具 or 可代: 上级 says so."""
    waited = bool(entry.waits_for or entry.received)
    return waited or any(material.issuer or material.substitute for material in materials)


def doubtful(entry: Entry, material: Material) -> bool:
    """Tell whether a material names who must issue it, and 出具单位 holds none of these names."""
    bodies = [body for body in names(material.issuer) if not body.startswith(_OPEN)]
    return bool(bodies) and not any(
        word in entry.issuer for body in bodies for word in _words(body)
    )


def _words(body: str) -> tuple[str, ...]:
    core = re.sub(r"(?<=..)(?:机关|部门)$", "", body)
    return (core, *_ALIASES.get(core, ()))
