"""Paper handed over: shown apart, never a reason for incompleteness (DESIGN section 4)."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound import demand, materials_of
from fzjs.facts import Entry

_PAPER = "纸质"
_FILES = "案卷"


def lacking(entry: Entry, catalogue: Catalogue) -> str:
    """Return what of the paper is not handed over: 纸质未交, 纸质只交2份, 未交原件; "" for none.

    附件1 一.1: “各种创建材料均一式三份”; 三.1: “一律提供原件”, where the plan asks for it. What is
    secret is kept by its register, and what is only on the web or in a file has no original.
    """
    if entry.secret or not _on_paper(entry, catalogue):
        return ""
    owed, handed = copies(entry, catalogue), entry.copies_handed
    asked = demand("原件", entry, catalogue) if entry.kind != "网络检索" else None
    if handed is None:
        return "纸质未交" if owed or asked else ""
    if handed < owed:
        return f"纸质只交{handed}份"
    return "未交原件" if asked and not entry.original_handed else ""


def copies(entry: Entry, catalogue: Catalogue) -> int:
    """Return how many copies of an entry's paper are owed, 0 where none is asked for.

    The entry's own 份数 comes first, then its materials', then the campaign's (默认). 份数 of 案卷,
    or of each department, counts files (sound/cases.py).
    """
    if not _on_paper(entry, catalogue):
        return 0
    if entry.copies is not None:
        return entry.copies
    stated = [
        material.copies
        for material in materials_of(entry, catalogue)
        if material.copies and not material.each and material.kind != _FILES
    ]
    return max(stated, default=catalogue.campaign.copies or 0)


def _on_paper(entry: Entry, catalogue: Catalogue) -> bool:
    """载体 of the entry, else of the campaign; where neither says it, it is paper."""
    carriers = entry.carriers or catalogue.campaign.carriers
    return not carriers or _PAPER in carriers
