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
_ROUND_OPEN: Final = re.compile(
    r"(?P<lead>[ ]*(?:- +)*(?:[\w·]{1,12}: +)?)[（(](?P<first>[\w·]{1,12}[:：] *[^ ].*)"
)
_ROUND_CLOSE: Final = re.compile(r"[)）}｝] *(?:#.*)?$")
_WHOLE: Final = 120
"""Characters up to which a mended line is shown whole."""
_WIDE_RECORD: Final = re.compile(
    r"[【［｛\[{](?P<inner>[\w·]{1,12}[:：] *[^ /].*?)\s*[】］｝\]}]?\s*(?:#.*)?$"
)
_ANY_PAIR: Final = re.compile(r"(^|[，,] *)([\w·]{1,12})[:：] *")
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
    if char == "-" and (after := text.char(index + 1)) and after in "{[":
        return glued_dash(index, rest)
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


def glued_dash(index: int, rest: str) -> Spot:
    """A list item's dash without the blank after it."""
    hint = f"短横后加一个空格，写成“- {short(rest.lstrip('-'))}”"
    return Spot("yaml-syntax", index, "列表的短横“-”后面缺一个空格", hint, stops=True)


def bracketed_item(text: Text, line: int) -> Spot | None:
    """`-{…}` without the blank, or `（…）` for `{…}`: lines on which a parser sees two colons."""
    words = _INDENT.match(text.line(line))
    index = text.start(line) + (words.end() if words else 0)
    if text.text.startswith(("-{", "-["), index):
        return glued_dash(index, text.rest(index))
    return round_open(text, line)


def round_open(text: Text, line: int) -> Spot | None:
    """`（键: 值, 键: 值）` or `(…)` for `{…}`; None when it may be prose in round brackets."""
    found = _ROUND_OPEN.match(text.line(line))
    if found is None or (closer := _ROUND_CLOSE.search(found["first"])) is None:
        return None
    inner = found["first"][: closer.start()]
    pairs = len(_ANY_PAIR.findall(inner))
    lead = found["lead"].lstrip(" ")
    if re.search(r"[()（）{}｛｝]", inner) or (pairs == 1 and not lead.endswith("- ")):
        return None
    index = text.start(line) + found.end("lead")
    return braces(index, text.char(index), lead, inner)


def braces(index: int, wide: str, lead: str, inner: str) -> Spot:
    """`（` for `{` before the pairs `inner`; `lead` is what stands before it on the line."""
    mended = _ANY_PAIR.sub(lambda pair: f"{', ' if pair[1] else ''}{pair[2]}: ", inner).strip()
    mended = _fitting(mended)
    message = f"一组“键: 值”用了圆括号“{wide}”，YAML 只认花括号“{{”"
    hint = f"圆括号改成花括号，写成“{lead}{{{mended}}}”"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def wide_open(text: Text, index: int) -> Spot:
    """A full-width opening bracket for a list, or for a mapping where pairs stand in it."""
    wide, rest = text.char(index), text.rest(index)
    if (mended := record_in(rest)) or (wide != "｛" and rest[1:2] in ("{", "｛")):
        narrow = "{" if mended else "["
        message = f"这里用了全角括号“{wide}”，YAML 只认半角“{narrow}”"
        shown = mended or rest.translate(NARROW)
        hint = f"括号、冒号、逗号都改成半角，写成“{_fitting(shown)}”；若是正文，整段放进引号"
        return Spot("yaml-fullwidth", index, message, hint, stops=True)
    narrow = wide.translate(NARROW)
    message = f"这里用了全角括号“{wide}”，YAML 只认半角“{narrow}”"
    hint = f"改成半角“{narrow}”，收尾的括号和中间的冒号、逗号也用半角；若是正文，整段放进引号"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def record_in(written: str) -> str:
    """Return `{资料: 1-1, 年度: 2020}` for `【资料：1-1，年度：2020】`; "" where no pairs stand."""
    found = _WIDE_RECORD.match(written)
    if found is None:
        return ""
    pairs = _ANY_PAIR.sub(lambda pair: f"{', ' if pair[1] else ''}{pair[2]}: ", found["inner"])
    return f"{{{pairs.strip()}}}"


def _fitting(mended: str) -> str:
    return mended if len(mended) <= _WHOLE else short(mended)


def wide_hash(index: int) -> Spot:
    """A full-width `＃` for a comment."""
    message = "注释写成了全角“＃”，YAML 只认半角“#”"
    hint = "改成“# ”（井号后加一个空格）；若是正文，整段放进引号"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)
