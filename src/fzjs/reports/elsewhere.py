"""达标线 of other bodies: told from the plan's own by 出处, and never taken for a goal.

An import writes where in the plan itself a 达标线 stands (指标2“……”); who takes one from another
document names that: 鹤法办发〔2019〕9号（鹤岗市）二（一）“……”.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

_QUOTED = re.compile("“.*”", re.DOTALL)
_DOCUMENT = re.compile(r"〔\d{4}〕|\d{4}年|《|(?:意见|方案|办法|规划|纲要|通知|决定)")
_DATED = re.compile(r"(\d{4})年(?:(\d{1,2})月(\d{1,2})日)?|〔(\d{4})〕")


def is_foreign(source: str, system: Mapping[str, Any]) -> bool:
    """Tell whether 出处 names a document that is not the campaign's own (体系's 文号, 名称)."""
    number, name = system.get("文号", ""), system["名称"]
    title = re.search("《(.+)》", system.get("来源", ""))
    own = (number, name, title[1] if title else "")
    if any(each and each in source for each in own):
        return False
    return bool(_DOCUMENT.search(_QUOTED.sub("", source)))


def is_later(source: str, today: datetime.date) -> bool:
    """Tell whether the document that 出处 names is dated after a day."""
    found = _DATED.search(_QUOTED.sub("", source))
    if not found:
        return False
    year, month, day, numbered = (int(each) if each else 0 for each in found.groups())
    return (year or numbered, month, day) > (
        today.year,
        *((today.month, today.day) if month else (0, 0)),
    )
