"""The one way in which a condition of soundness becomes a finding."""

from __future__ import annotations

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Entry


def broken(rule: str, entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether an entry that is handed in breaks the condition of a rule's name.

    A draft may still lack its seal; what is handed in may not.
    """
    return entry.state == "已提交" and rule in sound.broken(entry, catalogue)
