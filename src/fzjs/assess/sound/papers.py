"""Who issued a paper, and whether its attachments are there, unchanged and inside."""

from __future__ import annotations

from fzjs.assess import issuer
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import STATEMENT, demand, materials_of
from fzjs.facts import Entry

_LISTED = {"制度文件", "文件", "证书", "清单"}
_DOCUMENTS = {"制度文件", "文件"}
_NOT_ON_PAPER = {"图片视频"}


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
    if entry.secret or entry.state == "草稿":
        return False
    others = any(material.issuer for material in materials_of(entry, catalogue))
    return others and issuer.is_unit(entry, catalogue)


def empty(entry: Entry, _: Catalogue) -> bool:
    """An entry that shows nothing proves nothing (附件1 三.1: “一律提供原件”)."""
    if entry.attachments:
        return False
    shown = entry.shown
    papers = entry.web or shown.searches or shown.lookups or entry.body_words
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


def without_pdf(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 二.6: “要求上报的各种资料同时提供纸质版和电子文档（PDF格式）”.

    Not of what is secret or not yet received, of pictures and films, or of an entry that is whole
    without any file: a search, a nil report, a list of cases, a text that is printed from here.
    """
    if entry.secret or entry.waits_for or entry.kind in _NOT_ON_PAPER:
        return False
    if any(is_pdf(a.path) for a in entry.attachments):
        return False
    if not demand("电子文档", entry, catalogue):
        return False
    shown = entry.shown
    records = shown.searches or shown.lookups or shown.cases or shown.interview or shown.exam
    alone = entry.kind == "网络检索" or entry.body_words or records
    return bool(entry.attachments) or (bool(entry.web) and not alone)


def is_pdf(path: str) -> bool:
    """Tell a PDF by its name, as whoever receives it does."""
    return path.lower().endswith(".pdf")


def uncatalogued(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.1: “提供的规章、文件、证书、证件、清单等要有目录”.

    A catalogue of several attachments can be printed where each has its 名称.
    """
    if entry.kind not in _LISTED or len(entry.attachments) < 2:  # noqa: PLR2004  # several
        return False
    unnamed = any(not a.title for a in entry.attachments)
    return unnamed and demand("材料目录", entry, catalogue) is not None


def unasked_outside(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “落款需注明提供单位规范名称和日期，并加盖单位印章”: a 情况说明 is the unit's.

    外单位 on one whose material has no 出具 switches off title, date and seal, so that it must not
    go without a word. A doubt, no condition: whether it may be another's is for a person to say.
    """
    if entry.kind not in {STATEMENT, "无此情形"} or not (entry.waits_for or entry.received):
        return False
    materials = materials_of(entry, catalogue)
    named = any(material.issuer or material.substitute for material in materials)
    return not named and not entry.secret and not issuer.is_unit(entry, catalogue)


def superior_unallowed(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 一.3: “可提供省市级政府相应的法规、规章、行政规范性文件”, where a plan says so.

    Else another body's document is a doubt, unless 可代 or 出具 of the material or 外单位 speaks
    of it. No condition of soundness: whether it may stand in is for a person to say.
    """
    if entry.kind not in _DOCUMENTS or entry.secret or issuer.is_unit(entry, catalogue):
        return False
    allowed = demand("上级文件可代", entry, catalogue)
    return not allowed and not issuer.may_be_other(entry, materials_of(entry, catalogue))
