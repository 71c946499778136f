"""Who issued a paper, and whether its attachments are there, unchanged and inside."""

from __future__ import annotations

from fzjs.assess import issuer
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import STATEMENT, materials_of
from fzjs.facts import Entry


def unknown_issuer(entry: Entry, catalogue: Catalogue) -> bool:
    """A 情况说明 that names an issuer, where neither 外单位 nor a material speaks of another.

    附件1 三.2: “落款需注明提供单位规范名称”.
    """
    return (
        entry.kind == STATEMENT
        and not entry.secret
        and not issuer.known(entry, catalogue)
        and not issuer.may_be_other(entry, materials_of(entry, catalogue))
    )


def wrong_issuer(entry: Entry, catalogue: Catalogue) -> bool:
    """A paper that others must issue (法院、复议机关、上级) is not issued by the unit itself."""
    if entry.secret or entry.state == "草稿" or not issuer.is_unit(entry, catalogue):
        return False
    return any(material.issuer for material in materials_of(entry, catalogue))


def empty(entry: Entry, _: Catalogue) -> bool:
    """An entry that shows nothing proves nothing (附件1 三.1: “一律提供原件”)."""
    shown = entry.shown
    papers = entry.attachments or entry.web or shown.searches or shown.lookups or entry.body_words
    # A certificate, picture or total that is only described is no original.
    records = shown.cases or shown.interview or shown.exam or shown.name_list
    return not (papers or records or entry.secret or entry.waits_for)


def attachment_missing(entry: Entry, _: Catalogue) -> bool:
    """An attachment that the entry names lies in the repository, unless 库外."""
    return any(a.file and not a.outside and not a.found for a in entry.attachments)


def attachment_differs(entry: Entry, _: Catalogue) -> bool:
    """The bytes in the repository are those that the entry was made with."""
    return any(a.found and a.found != a.sha256 for a in entry.attachments)


def attachment_outside(entry: Entry, _: Catalogue) -> bool:
    """A path stays inside the repository."""
    return any(not a.file for a in entry.attachments)
