"""Paper handed over: shown apart, never a reason for incompleteness (DESIGN section 4)."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound import demand
from fzjs.facts import Entry


def lacking(entry: Entry, catalogue: Catalogue) -> str:
    """Return what of the paper is not handed over: 纸质未交, 纸质只交2份, 未交原件; "" for none.

    附件1 一.1: “各种创建材料均一式三份”; 三.1: “一律提供原件”, where the plan asks for it. What is
    secret is kept by its register, and what is only on the web has no original.
    """
    if entry.secret:
        return ""
    copies, handed = catalogue.campaign.copies or 0, entry.copies_handed
    asked = demand("原件", entry, catalogue) if entry.kind != "网络检索" else None
    if handed is None:
        return "纸质未交" if copies or asked else ""
    if handed < copies:
        return f"纸质只交{handed}份"
    return "未交原件" if asked and not entry.original_handed else ""
