"""Explanations of lines that do not fit: no colon, two colons, wrong indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.lines import bracketed_item, line_spot, wide_open
from fzjs.source.text import Spot, quoted, short

if TYPE_CHECKING:
    from fzjs.source.text import Text
    from fzjs.source.trouble import Trouble

_COLON: Final = re.compile(r":(?:\s|$)")
_WIDE_OPEN: Final = re.compile(
    r"(?::|-|^) *([｛［]|【(?=\{|[\w·]{1,12}[:：][^】]*[，,][^】]*[:：][^】]*】 *(?:#|$)))"
)
"""`【` is common in prose: only before a record, or around several pairs to the line's end."""
_BLANK: Final = re.compile(r"\s*(?:#.*)?$")
_WORDS: Final = re.compile(r"[ ]*(?:- +)*")


def _syntax(index: int, message: str, hint: str) -> Spot:
    return Spot("yaml-syntax", index, message, hint, stops=True)


def plain_line(trouble: Trouble) -> Spot:
    """A line that should be a key and has no `: `."""
    text = trouble.text
    line = text.line_number(trouble.start)
    if (spot := line_spot(text, line)) is not None:
        return spot
    shown = text.rest(trouble.start)
    if text.char(trouble.start) in ('"', "'"):
        return after_quotes(trouble.start, shown)
    if text.text[trouble.start :].strip() == shown.strip():
        hint = f"若是键，写成“{short(shown)}: …”；若是没有存全，把后面的补上"
        return _syntax(trouble.start, "最后一行没有写完：没有“: ”", hint)
    message = "这一行没有“: ”，既不是键也不是列表的一项"
    hint = f"若是键，写成“{short(shown)}: …”；若接上一行的正文，多缩进两格"
    return _syntax(trouble.start, message, hint)


def after_quotes(index: int, shown: str) -> Spot:
    """A quoted text where a key is due."""
    message = "引号里的文字后面应有“: ”，或引号没有收尾"
    return _syntax(index, message, f"检查这一行的引号和冒号：“{short(shown)}”")


def misplaced_key(trouble: Trouble) -> Spot:
    """A `: ` where no key may stand: a second one in the line, or a line too far to the right."""
    text, at = trouble.text, trouble.at
    before = text.before(at)
    found = _WIDE_OPEN.search(text.line(text.line_number(at)))
    if found and found.start(1) < len(before):
        return wide_open(text, text.start(text.line_number(at)) + found.start(1))
    if (spot := bracketed_item(text, text.line_number(at))) is not None:
        return spot
    first = _COLON.search(before)
    if first is not None:
        value = before[first.end() :] + text.rest(at)
        message = "一行里有两个“: ”，YAML 不知道哪个是键的冒号"
        hint = (
            f"值里有“: ”时整段加引号，写成“{short(before[: first.end()])} {quoted(short(value))}”"
        )
        return _syntax(at, message, hint)
    line = text.line_number(at)
    return _line_before(text, line) or line_spot(text, line) or _too_far_right(text, line)


def _line_before(text: Text, line: int) -> Spot | None:
    """The first of the lines directly above that were read as one text with this one."""
    found: Spot | None = None
    for number in range(line - 1, 0, -1):
        above = text.line(number)
        if _BLANK.match(above):
            continue
        spot = line_spot(text, number)
        if spot is None:
            return found
        found = spot
        if above.lstrip(" ").startswith("- "):
            return found
    return found


def _too_far_right(text: Text, line: int) -> Spot:
    here = text.line(line)
    words = here.lstrip(" ")
    index = text.start(line) + len(here) - len(words)
    above = next((text.line(n) for n in range(line - 1, 0, -1) if text.line(n).strip()), "")
    message = "缩进不对：这一行比上一行靠右，可上一行已经有值"
    indent = len(above) - len(above.lstrip(" "))
    lead = _WORDS.match(above)
    width = lead.end() if lead else indent
    hint = f"与上一行的键对齐（前面留 {width} 个空格），写成“{' ' * width}{short(words)}”"
    return _syntax(index, message, hint)


def dash_after_key(trouble: Trouble) -> Spot:
    """`键: - 项`: a list that begins on its key's line."""
    text, at = trouble.text, trouble.at
    before = text.before(at)
    if not before.strip():
        return off_line(trouble)
    message = "列表的“- ”不能和键写在同一行"
    hint = f"换到下一行写“{short(text.rest(at))}”；若是正文，整段放进引号"
    return _syntax(at, message, hint)


def off_line(trouble: Trouble) -> Spot:
    """A line that is aligned with nothing above it."""
    text = trouble.text
    line = text.line_number(trouble.at)
    if (spot := _line_before(text, line) or line_spot(text, line)) is not None:
        return spot
    words = text.line(line).lstrip(" ")
    width = _nearest_indent(text, line, dash=words.startswith("- "))
    item = words.startswith("- ")
    what = "“-”与同一列表的其他“-”" if item else "行与前面任何一级都"
    message = f"缩进不对：这个{what}没有对齐" if item else f"缩进不对：这一{what}不对齐"
    hint = f"前面留 {width} 个空格，写成“{' ' * width}{short(words)}”"
    return _syntax(trouble.at, message, hint)


def _nearest_indent(text: Text, line: int, *, dash: bool) -> int:
    """The indentation above that is nearest to this line's, of lines of its kind."""
    own = len(text.line(line)) - len(text.line(line).lstrip(" "))
    best = 0
    for number in range(max(1, line - 50), line):
        above = text.line(number)
        words = above.lstrip(" ")
        if not words or words.startswith("#") or words.startswith("- ") != dash:
            continue
        width = len(above) - len(words)
        if abs(width - own) <= abs(best - own):
            best = width
    return best


def outside(trouble: Trouble) -> Spot:
    """Content after the end of the whole: less indentation, or a second root."""
    text = trouble.text
    if text.before(trouble.at).strip(" ") == "" and text.line_number(trouble.at) > 1:
        line = text.line_number(trouble.at)
        previous = trouble.previous()
        if text.char(previous) not in ("]", "}") and line_spot(text, line) is None:
            return off_line(trouble)
    return line_spot(text, text.line_number(trouble.at)) or _syntax(
        trouble.at,
        "前面的内容已经结束，这里又有别的内容",
        "检查上一行的括号和引号是否多写了，缩进是否对齐",
    )
