"""A merge conflict that somebody committed: git's markers, left between the two sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.text import Spot, short

if TYPE_CHECKING:
    from fzjs.source.leaves import Leaves
    from fzjs.source.text import Text

_MARKER: Final = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
"""Git writes them at the beginning of a line; in a block of text they would be indented."""
_OPENING: Final = "<<<<<<< "


def conflict(text: Text, leaves: Leaves) -> Spot | None:
    """The first marker of a conflict; one in quotes only where it can be nothing else."""
    found = [
        marker
        for marker in _MARKER.finditer(text.text)
        if marker[0].startswith(_OPENING) or not leaves.inside(marker.start())
    ]
    if not found:
        return None
    lines = "、".join(str(text.line_number(marker.start())) for marker in found)
    count = len(found)
    message = f"合并冲突没有处理完：留着 git 的标记“{short(found[0][0])}”"
    hint = (
        f"标记之间是两边各自的写法，只留对的一边（或合成一份），再删去{count}行标记（第{lines}行）"
    )
    return Spot("yaml-conflict", found[0].start(), message, hint, stops=True)
