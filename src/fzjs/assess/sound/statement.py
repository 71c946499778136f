"""情况说明 of the unit's own: title, date, seal, length."""

from __future__ import annotations

from fzjs.assess import issuer
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import STATEMENT, demand, materials_of
from fzjs.facts import Entry, title_pattern


def is_own(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether the unit itself issues the paper; title form and seal apply to no other.

    A 情况说明 is another body's only where 外单位 says so, or a material that it claims may come
    from another: a 出具单位 typed on the unit's own statement switches nothing off.
    """
    if issuer.is_unit(entry, catalogue):
        return True
    return entry.kind == STATEMENT and not issuer.may_be_other(
        entry, materials_of(entry, catalogue)
    )


def title_of(entry: Entry, catalogue: Catalogue) -> str:
    """Return an entry's title: as given, else from the campaign's form.

    附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》”.
    """
    form = catalogue.campaign.title_form
    if entry.title or entry.kind != STATEMENT or not form:
        return entry.title or entry.subject
    return form.replace("{单位}", catalogue.campaign.unit).replace("{事由}", entry.subject)


def _own_statement(entry: Entry, catalogue: Catalogue) -> bool:
    return entry.kind == STATEMENT and not entry.secret and is_own(entry, catalogue)


def title_form(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》”."""
    campaign = catalogue.campaign
    if not campaign.title_form or not _own_statement(entry, catalogue):
        return False
    title = title_of(entry, catalogue).strip("《》")
    return not title_pattern(campaign.title_form, campaign.unit).fullmatch(title)


def undated(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “落款需注明提供单位规范名称和日期”."""
    if entry.dated is not None or not _own_statement(entry, catalogue):
        return False
    return demand("落款", entry, catalogue) is not None


def unsealed(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “并加盖单位印章”."""
    if entry.sealed is True or not _own_statement(entry, catalogue):
        return False
    return demand("盖章", entry, catalogue) is not None


def words(entry: Entry) -> int | None:
    """Return a statement's length in characters, of body or attachments; None: unknown."""
    counted = [a.words for a in entry.attachments if a.words is not None]
    if entry.body_words is not None:
        return entry.body_words
    return sum(counted) if counted else None


def words_limit(entry: Entry, catalogue: Catalogue) -> int | None:
    """Return the limit: the largest that a claimed material states, else the campaign's."""
    stated = [m.words_limit for m in materials_of(entry, catalogue) if m.words_limit]
    return max(stated) if stated else catalogue.campaign.words_limit


def too_long(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 一.2: “一般不超过500字，最多不超过1000字，明确字数要求的除外”."""
    if entry.kind != STATEMENT and not any(m.words_limit for m in materials_of(entry, catalogue)):
        return False
    counted, limit = words(entry), words_limit(entry, catalogue)
    return counted is not None and limit is not None and counted > limit
