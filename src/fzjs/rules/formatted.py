"""What two rules share: the .docx attachments of the unit's own 情况说明, held against the norm."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fzjs import passing
from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import FzjsError
from fzjs.facts import Attachment, Entry
from fzjs.norm import Expected, Finding, Kind, of_campaign
from fzjs.tree import AnyTree, digest_of


class Held(NamedTuple):
    """What is found in a file; `refused` says why it could not be opened, "" where it could."""

    findings: tuple[Finding, ...] = ()
    refused: str = ""


def statements(
    entry: Entry, catalogue: Catalogue, tree: AnyTree
) -> Iterator[tuple[Attachment, Held]]:
    """Yield each .docx of a statement that is handed in, with what is found in it.

    Length and the last day are asked of the entry by rules of their own. Of several .docx that an
    entry has, only those count that call themselves 情况说明: others are what it comes with.
    """
    if entry.kind != sound.STATEMENT or entry.state != "已提交" or entry.secret:
        return
    papers = [item for item in entry.attachments if is_word(item) and item.found]
    if not papers or not sound.is_own(entry, catalogue):
        return
    asked = of_campaign(catalogue.campaign, str(Kind.STATEMENT) if len(papers) == 1 else "")
    asked = asked._replace(words_advised=None, words_limit=None, cutoff=None)
    for item in papers:
        found = _held(tree, item.file, item.found, asked)
        if found is not None:
            yield item, found


def is_word(item: Attachment) -> bool:
    """Tell whether an attachment is a .docx that lies in the repository."""
    return item.file.lower().endswith(".docx") and not item.outside


@lru_cache(maxsize=16)  # two rules ask for the same
def _held(tree: AnyTree, file: str, sha256: str, asked: Expected) -> Held | None:
    """Return what is found in a file; None where it is no statement, or lies elsewhere (LFS)."""
    # lxml is imported only where there is a file to read.
    from fzjs.norm.foreign import examine  # noqa: PLC0415  # see above

    try:
        data = tree.read(file)
    except OSError as error:  # rule attachment-missing and the like say so
        if error.errno != errno.EFBIG:  # larger than any statement; else it had a hash just now
            passing.seen.append(file)
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        if digest_of(io.BytesIO(data).read) != sha256:  # it is changing; else it lies elsewhere
            passing.seen.append(file)
        return None
    try:
        paper, findings = examine(data, asked)
    except FzjsError as error:
        return Held(refused=str(error))
    return Held(findings) if paper.roles.kind is Kind.STATEMENT else None
