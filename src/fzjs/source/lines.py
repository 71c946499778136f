"""One line read for what its writer meant, when YAML read it as something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.text import WORD, Spot, short

if TYPE_CHECKING:
    from fzjs.source.text import Text

WIDE_SPACES: Final = "\u3000\xa0"
DASHES: Final = "－—–−"
NARROW: Final = str.maketrans("【】［］｛｝，：", "[][]{},:")
"""The marks of YAML for those that look like them."""
_INDENT: Final = re.compile(r"[ ]*(?:- +)*")
_WIDE_COLON: Final = re.compile(rf"({WORD})[ ]*：")
_NEXT_PAIR: Final = re.compile(rf"[，,] *({WORD})：")
_NARROW_COLON: Final = re.compile(rf"(?!\d+:)({WORD}):(?=[^\s/]|[{WIDE_SPACES}])")


def line_spot(text: Text, line: int) -> Spot | None:
    """What keeps this line (from 1) from being a key or a list item, if that is certain."""
    start = text.start(line)
    indent = _INDENT.match(text.line(line))
    return line_spot_at(text, start + (indent.end() if indent else 0))


def line_spot_at(text: Text, index: int) -> Spot | None:
    """The same for a line whose words begin at `index`."""
    char = text.char(index)
    rest = text.rest(index)
    if char and char in WIDE_SPACES:
        return wide_indent(index, rest)
    if char and char in DASHES and text.char(index + 1) not in DASHES:
        return wide_dash(index, rest)
    if char == "＃":
        return wide_hash(index)
    return colon_spot(text, index)


def colon_spot(text: Text, index: int) -> Spot | None:
    """A key at `index` whose colon is full-width or lacks its blank; None when it is not so."""
    rest = text.rest(index)
    if found := _WIDE_COLON.match(rest):
        return wide_colon(index + found.end() - 1, found[1], rest[found.end() :])
    return missing_space(index, rest)


def wide_colon(index: int, key: str, value: str) -> Spot:
    """`键：值`: read as text, so that the mapping breaks."""
    value = _NEXT_PAIR.sub(r", \1: ", value)
    mended = f"{key}: {short(value)}" if value.strip() else f"{key}:"
    message = f"“{key}”后面是全角冒号“：”，YAML 只认半角冒号"
    hint = f"把“：”改成半角“: ”（冒号后加一个空格），写成“{mended}”"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def missing_space(index: int, rest: str) -> Spot | None:
    """`键:值` without the blank, or with a full-width one; None when the line is not so."""
    found = _NARROW_COLON.match(rest)
    if found is None:
        return None
    mended = f"{found[1]}: {short(rest[found.end() :])}"
    after = rest[found.end()]
    if after in WIDE_SPACES:
        message = "冒号后面是全角空格（或不间断空格），YAML 只认半角空格"
        hint = f"改成一个半角空格，写成“{mended}”"
        return Spot("yaml-fullwidth", index + found.end(), message, hint, stops=True)
    message = f"“{found[1]}”的冒号后面缺一个空格"
    return Spot("yaml-syntax", index + found.end() - 1, message, f"写成“{mended}”", stops=True)


def wide_indent(index: int, rest: str) -> Spot:
    """U+3000 (or U+00A0) where YAML needs a blank."""
    message = "这里用了全角空格（或不间断空格），YAML 只认半角空格"
    hint = f"删去全角空格，用半角空格与上下行对齐，写成“{short(rest)}”"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def wide_dash(index: int, rest: str) -> Spot:
    """A full-width or long dash for the dash of a list."""
    message = f"列表的短横写成了“{rest[0]}”，YAML 只认半角“-”"
    hint = f"改成半角“- ”（短横后加一个空格），写成“- {short(rest[1:])}”"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def wide_open(index: int, wide: str) -> Spot:
    """A full-width opening bracket for a list or a mapping."""
    narrow = wide.translate(NARROW)
    message = f"这里用了全角括号“{wide}”，YAML 只认半角“{narrow}”"
    hint = f"改成半角“{narrow}”，收尾的括号和中间的冒号、逗号也用半角；若是正文，整段放进引号"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def wide_hash(index: int) -> Spot:
    """A full-width `＃` for a comment."""
    message = "注释写成了全角“＃”，YAML 只认半角“#”"
    hint = "改成“# ”（井号后加一个空格）；若是正文，整段放进引号"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)
