"""Doubts that a shape tells row by row and the settings for the whole document: each once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Doubt
from fzjs.importers.settings.folded import tight

_KINDS = frozenset({"别名", "集合名词"})
_WHOLE = "科室"
"""What the settings' doubts on offices are about: the list of all of them."""
_COUNT = re.compile(r"\(\d+条\)$")


def repeated(doubts: Sequence[Doubt], own: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return a shape's `doubts` without those that the settings' `own` say already.

    Only 别名 and 集合名词 go, by the office's name; a question that becomes a 口径 always stays.
    """
    listed = [d for d in own if d.kind in _KINDS and d.about == _WHOLE]
    said = {(d.kind, name) for d in listed for name in _names(d)}
    return tuple(
        d for d in doubts if d.ruling or not all((d.kind, name) in said for name in _names(d))
    )


def _names(doubt: Doubt) -> list[str]:
    """Return the offices that a doubt is on, without the number of rows that each stands in."""
    return [_COUNT.sub("", name) for name in tight(doubt.words).split("、")]
