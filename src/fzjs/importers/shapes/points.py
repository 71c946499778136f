"""Points that a scored table prints in the text's own cell: `1、制定年度计划。3分`, `……（5分）`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.shapes.lines import OWN
from fzjs.importers.shapes.rows import Raw

_NUM = r"[+\-±]?\s*(?:\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3})\s*分"
_SAYING = r"(?:(?:本项)?(?:满分|总分|分值|标准分|共|计|占|权重)[为：:]?\s*)?"
_STOP = r"[。；;，,]?\s*"
_BRACKETED = re.compile(rf"\s*[（(\[【]\s*{_SAYING}(?P<points>{_NUM})\s*[）)\]】](?={_STOP}$)")
_BARE = re.compile(rf"(?<=[。；;，,、：:！\s”\"）)])\s*{_SAYING}(?P<points>{_NUM}){_STOP}$")


def take(raws: Sequence[Raw]) -> None:
    """Move the points at the end of a text to the row's points, where no column gives them.

    Without brackets only where most rows end so: `达到90分` is a demand.
    """
    texts = [raw for raw in raws if raw.states.get("scoring") == OWN]
    if not texts or any("points" in raw.states for raw in raws):
        return
    found = [_BRACKETED.search(raw.text) or _BARE.search(raw.text) for raw in texts]
    most = 2 * sum(map(bool, found)) > len(texts)
    for raw, match in zip(texts, found, strict=True):
        if match and (most or match.re is _BRACKETED):
            raw.text = raw.text[: match.start()] + raw.text[match.end() :].rstrip()
            raw.parts["points"].append(match["points"].strip())
