"""By when, said among the offices of a responsibility: `（A牵头，2024年6月底前完成）`."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"(?:\d{1,4}|[一二三四五六七八九十两〇]|[年月日次]|第|季度|年?底|末|初|[上中下]旬|[上下]半年|之前|以前|前|内|各|"
    r"每|完成|于|在|至|到|和|及|[—\-－～~.]|全部|全面|基本|落实|到位|长期|持续|常态化?|全年|常年|坚持|推进|实施|"
    r"开展|适时|按?时序(?:进度)?|时间|节点|当|本|今|明)+"
)
_SAID = re.compile(
    r"\d年|[\d一二三四五六七八九十]月|季度|年底|半年|长期|持续|常态|常年|全年|适时|时序|\d\.\d"
)
_BRACKET = re.compile(r"[（(]([^（）()]{2,30})[）)]")
_LONGEST = 40


def is_time(words: str) -> bool:
    """Tell whether words are a time and nothing else: 2024年6月底前完成, 长期坚持, 第三季度."""
    text = words.strip()
    if not 1 < len(text) <= _LONGEST:
        return False
    return bool(_TIME.fullmatch(text) and _SAID.search(text))


def cut(words: str) -> tuple[str, tuple[str, ...]]:
    """Return words without the times among them, and these: tokens, or whole brackets."""
    found = [each[1].strip() for each in _BRACKET.finditer(words) if is_time(each[1])]
    kept = _BRACKET.sub(lambda bracket: "" if is_time(bracket[1]) else bracket[0], words)
    parts = re.split(r"([，,；;。\s]+)", kept)
    left = ""
    for at in range(0, len(parts), 2):
        if is_time(parts[at]):
            found.append(parts[at])
        elif parts[at]:
            left += (parts[at - 1] if left and at else "") + parts[at]
    return (left if found else words), tuple(found)
